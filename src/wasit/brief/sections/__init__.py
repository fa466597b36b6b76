"""The sections of the brief, one module each. Every one is a function from a view to a section."""
