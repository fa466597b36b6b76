"""How large a Word file may be. Checked while reading, before anything is expanded."""

PACKED_BYTES = 50_000_000
"""The file."""
UNPACKED_BYTES = 200_000_000
"""All its parts together, as told and as they come out."""
PARTS = 2_000
"""Parts in one file."""
NAME_BYTES = 1_000
"""The name of a part."""
XML_BYTES = 30_000_000
"""The parts that are read, together."""
TAGS = 200_000
"""Elements of the parts that are read, together."""
ATTRIBUTES = 400_000
"""Attributes of those elements, together."""
NAMES = 5_000
"""Names of elements and attributes, and namespaces, that differ."""
TAG_BYTES = 1_000_000
"""One tag with its attributes."""
NESTING = 200
"""Elements inside each other."""
PARAGRAPHS = 10_000
"""Paragraphs of the text, of tables and of notes; a line broken by hand counts as one."""
PARAGRAPH = 200_000
"""Characters of one paragraph, with those it is one with while some change is accepted or not."""
TEXT = 10_000_000
"""Characters of all paragraphs."""
HANDS = 6
"""Changes inside each other: moved, put in, taken out, of a cell, of a row."""
COLUMNS = 63
"""Columns of a table: Word has no more."""
COMMENTS = 2_000
"""Remarks in the margin."""
ANCHOR = 10_000
"""Characters told of what a comment is about."""
PATTERN = 255
"""Characters of the pattern that a list writes its numbers in, and of one such number."""
RETOLD = 10_000_000
"""Characters looked through to tell what every hand's changes make of the paragraphs."""
