"""A page, written out: for the terminal, in Markdown, in HTML, as data."""
