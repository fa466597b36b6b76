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
    """``that``, ``quote``, ``colon``, ``noun``, or ``none``: it stands before."""
    content: int
    act: str
    cut: int = 0
    """Letters joined on before what is said: the preposition in ``بتفكيك``."""
    to: Speaker | None = None
    negated: bool = False
    via: tuple[Speaker, ...] = ()
    """Through whom it is known, nearest to the speaker first."""
    inside: bool = False
    """Whether it lies within what the point before it says: ``قال إن الوسيط أبلغ الطرفين أن``."""
    front: bool = False
    """Whether a quotation before the verb goes on behind it."""
