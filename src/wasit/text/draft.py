"""A draft as text: its points, nested as written, each with its words and its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Language = str
"""A BCP 47 language tag: ``ar``, ``en``."""


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered provision, a lead-in with points under it, or a bullet."""

    label: str
    """The label as written, without its marks: ``7``, ``٣``, ``a``, ``iv``, ``أولاً``, ``3`` of
    ``Article 3``; of a bullet, its place among its neighbours."""
    key: str
    """The path of labels in digits and Latin letters, as references have it: ``1.b.ii``."""
    words: str
    """The wording without number, on one line for each paragraph."""
    heading: str | None = None
    """A short name that stands above or before the wording."""
    points: tuple[Point, ...] = ()
    """The points inside it."""
    mark: str = ""
    """The number as typed, with its marks: ``(a)``, ``المادة ٣:``, ``-``."""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    """Half-open code-point offsets of the words in the text read."""

    def all(self) -> Iterator[Point]:
        """This point and those inside it, in text order."""
        yield self
        for point in self.points:
            yield from point.all()


@dataclass(frozen=True, slots=True)
class Part:
    """What stands around the points: preamble paragraphs, headings, notes, an annex."""

    kind: Literal["title", "preamble", "heading", "note", "annex", "closing"]
    words: str
    points: tuple[Point, ...] = ()
    before: str | None = None
    """The key of the point it stands before; None: after the last."""
    typed: bool = field(default=False, compare=False)
    """Of a heading, whether it was marked as one: by ``#`` or bold."""


@dataclass(frozen=True, slots=True)
class DraftText:
    """One version of a text, in one language."""

    language: Language
    points: tuple[Point, ...] = ()
    parts: tuple[Part, ...] = field(default=())

    def all(self) -> Iterator[Point]:
        """Every point with those inside it, in text order."""
        for point in self.points:
            yield from point.all()
