"""The pages: each a pure function from the record of a seat to one frozen dataclass."""
