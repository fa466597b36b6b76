"""The hash chain over all entries of a record."""

from __future__ import annotations

from hashlib import sha256

SALT_SIZE = 32


def genesis(talks: str) -> bytes:
    """What the first entry is chained to: the SHA-256 of the id of the talks."""
    return sha256(talks.encode()).digest()


def link(previous: bytes, salt: bytes, line: bytes) -> bytes:
    """The hash of an entry: SHA-256 over the hash before it, its salt, and its line."""
    return sha256(previous + salt + line).digest()
