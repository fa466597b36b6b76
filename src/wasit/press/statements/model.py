"""A statement in one language, before the versions are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wasit.language.spans import Language, Span
from wasit.press.reading import Body, Person


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
    via: tuple[Speaker, ...] = ()
    negated: bool = False
    hedge: str | None = None
    declined: list[Span] = field(default_factory=list)


def known_through(said: Said, accorded: Sequence[Said]) -> None:
    """Enters the sources by which the attribution itself is known: "according to A, B said".

    The nearest comes first: the one whose words are fewest.
    """
    around = [
        outer
        for outer in accorded
        if outer.words.start <= said.verb.start
        and said.verb.end <= outer.words.end
        and outer.speaker != said.speaker
    ]
    around.sort(key=lambda outer: outer.words.end - outer.words.start)
    said.via = (*said.via, *(outer.speaker for outer in around))


MOST_RELAYED = 40
"""Statements of one sentence that are compared."""


def relay(said: Sequence[Said], accorded: Sequence[Said]) -> None:
    """Makes mere reports of statements that only pass on what somebody else says in them."""
    said = said[:MOST_RELAYED]
    for outer in (*said, *accorded):
        if any(
            outer is not inner
            and outer.words.start <= inner.verb.start
            and inner.words.end <= outer.words.end
            and inner.speaker != outer.speaker
            for inner in said
        ):
            outer.act = "relay" if outer.act == "report" else outer.act
