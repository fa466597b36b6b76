"""How large a report may be. Checked while reading, before anything is expanded."""

REPORT_BYTES = 5_000_000
"""One report: a text file, a page, the text in a line of JSON Lines."""
PARAGRAPH_BYTES = 200_000
"""One paragraph, in UTF-8."""
NESTING = 200
"""Elements of a page inside each other."""
TAGS = 200_000
"""Tags of a page, and signs that look like one."""
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
