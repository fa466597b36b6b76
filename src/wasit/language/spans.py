"""Pieces of a report's text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")


class Span(NamedTuple):
    """A piece of a report: half-open code-point offsets into its text, line ends kept."""

    language: Language
    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece itself."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies within this piece."""
        return self.start <= other.start and other.end <= self.end


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether ``span`` shares a character with one of ``others``, in order, none overlapping."""
    after = bisect_left(others, span.end, key=lambda one: one.start)
    return after > 0 and others[after - 1].end > span.start
