"""Who is named in a report."""
