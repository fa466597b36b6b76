"""A later Wasit, for a test."""
