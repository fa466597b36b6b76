"""Migrations of a later Wasit, for a test: the real first one, and one that remakes a table."""
