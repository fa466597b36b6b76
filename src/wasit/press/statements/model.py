"""A statement in one language, before the versions are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from wasit.press.reading import Body, Person
from wasit.press.spans import Language, Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, or is spoken to: somebody named, or the words for them."""

    of: Person | Body | None = None
    text: str = ""
    """The words, without article, where nobody named is meant."""
    head: str = ""
    """Folded: the word that says what they are (``source``, ``مصدر``)."""
    side: str | None = None


@dataclass(slots=True)
class Said:
    """What was said, as found in one language."""

    language: Language
    paragraph: int
    speaker: Speaker
    words: Span
    act: str
    """What the verb says of it; ``report`` where it says nothing."""
    quoted: bool
    verb: Span
    to: Speaker | None = None
    via: tuple[str, ...] = ()
    negated: bool = False
    hedge: str | None = None
    declined: list[Span] = field(default_factory=list)
