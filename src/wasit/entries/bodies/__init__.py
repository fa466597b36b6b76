"""What can be put on record: one typed model per kind, by what it is about."""
