"""The one source of random values: ids, salts, nonces, tokens."""

from __future__ import annotations

import secrets
from typing import Protocol

KEEPER = ""
"""The acting seat when no seat acts: a record is made, or restored."""


class Chance(Protocol):
    """Where random bytes come from.

    Keyed by the acting seat, so that a test can give each seat its own sequence: what one seat
    draws then never depends on how often another has drawn.
    """

    def draw(self, seat: str, size: int) -> bytes:
        """``size`` random bytes for ``seat``."""
        ...


class SystemChance:
    """The operating system's random bytes."""

    def draw(self, seat: str, size: int) -> bytes:
        """``size`` random bytes; the seat plays no part."""
        return secrets.token_bytes(size)
