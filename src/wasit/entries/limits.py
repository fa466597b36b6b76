"""How large an input may be. Checked while reading, before anything is expanded."""

LINE_BYTES = 16 * 1024 * 1024
"""One line of JSON Lines."""
FILE_BYTES = 64 * 1024 * 1024
"""One case file."""
NESTING = 64
"""Mappings and lists inside each other."""
NODES = 100_000
"""Values in one YAML file, aliases counted as often as they stand."""
CELL_BYTES = 1024 * 1024
"""One cell of a sheet."""
COLUMNS = 256
"""Columns of a sheet."""
EXACT = 15
"""Characters of a number with a decimal point: a longer one stays text, for it would be rounded."""
