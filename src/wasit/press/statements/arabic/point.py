"""A verb of speech in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.press.statements.model import Speaker
from wasit.press.verbs import Verb


@dataclass(slots=True)
class Point:
    """A verb of speech with its speaker and where what is said begins."""

    at: int
    verb: Verb
    speaker: Speaker
    begin: int
    kind: str
    """``that``, ``quote``, ``colon`` or ``noun``."""
    content: int
    act: str
    cut: int = 0
    """Letters joined on before what is said: the preposition in ``بتفكيك``."""
    to: Speaker | None = None
    negated: bool = False
    via: tuple[Speaker, ...] = ()
    """Through whom it is known, nearest to the speaker first."""
