"""How large a report may be, and what may stand in it. Checked while reading, before anything else."""

REPORT_BYTES = 5_000_000
"""One report: a text file, a page, the text in a line of JSON Lines."""
PARAGRAPH_BYTES = 200_000
"""One paragraph, in UTF-8."""
NESTING = 200
"""Elements of a page inside each other."""
ENCODINGS = (
    "utf-8",
    "windows-1256",
    "iso-8859-6",
    "windows-1252",
    "iso-8859-1",
    "iso-8859-15",
    "us-ascii",
)
"""Encodings a report may declare."""
