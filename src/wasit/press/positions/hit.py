"""A word or phrase by which a sentence takes a stand."""

from __future__ import annotations

from typing import NamedTuple

from wasit.press.reading import Stance


class Hit(NamedTuple):
    """A word or phrase of stance."""

    sort: str
    stance: Stance
    first: int
    behind: int
    before: bool = False
    """Whether the issue stands before it."""
    by: int | None = None
    """Where *by* stands behind a passive."""
    link: int | None = None
    """Where the preposition of an Arabic verb stands."""
