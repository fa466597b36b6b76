"""A word that says something, and what it stands under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Force = Literal["plain", "duty", "leave", "advice", "effort", "unsure", "notice"]
BINDING = frozenset({"plain", "duty"})
"""Forces that bind: drafts say ``shall meet`` and ``meets`` for one thing."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A word that says something, with the force and negation it stands under."""

    stem: str
    force: Force
    negated: bool
    start: int
    end: int
    """Half-open offsets from the first word of force or negation up to the word itself."""
    under_no: bool = False
    """Whether a negation stands a little farther before it: ``without lasting harm``."""
    opens: bool = False
    """Whether it is the verb that opens the point, which carries its own force."""
    thing: bool = False
    """Whether it is rather a thing than a deed: ``the opening of shops``."""
    conditional: bool = False
    """Whether it stands behind if or unless: a no there sets a condition."""
    under_force: bool = False
    """Whether it only follows a deed that stands under a force: no verb that says what is."""
