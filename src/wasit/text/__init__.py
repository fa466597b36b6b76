"""The text on the table: points and brackets, lineage and redline, concordance, Word files.

Pure: drafts in, values out; nothing is put on record here.
"""
