"""The desk: pages, what stands before them, what they put on record."""
