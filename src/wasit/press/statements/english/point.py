"""A verb of speech in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.press.statements.model import Speaker
from wasit.press.verbs import Verb


@dataclass(slots=True)
class Point:
    """A verb of speech with its speaker, before what is said is cut out."""

    at: int
    verb: Verb
    speaker: Speaker
    begin: int
    """The first piece of the attribution where it stands before the verb."""
    kind: str
    """``that``, ``quote``, ``bare``, ``colon``, ``noun``, or ``none``: what follows."""
    content: int
    """The piece at which what is said begins."""
    act: str
    to: Speaker | None = None
    via: tuple[Speaker, ...] = ()
    """Through whom it is known, nearest to the speaker first."""
    negated: bool = False
    bound: bool = False
    """Whether it begins behind a comma or "and", and so ends what was said before it."""
    tail: int = 0
    """The piece behind the attribution where nothing follows it."""
    inside: bool = False
    """Whether it lies within what the point before it says: ``said that B told C that``."""
