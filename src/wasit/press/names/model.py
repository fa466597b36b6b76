"""Who is named in a report, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wasit.language.spans import Language
from wasit.press.names.arabic import Arabic
from wasit.press.names.english import English
from wasit.press.reading import Body, Person


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person or body is named: ``start`` to ``end`` in the text."""

    start: int
    end: int
    of: Person | Body


@dataclass(frozen=True)
class Names:
    """Who is named, and where."""

    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    """By language, in the order of the text; none overlap."""

    english: tuple[English, ...] = field(default=(), repr=False, compare=False)
    """The English paragraphs as words, for those who read on."""
    arabic: tuple[Arabic, ...] = field(default=(), repr=False, compare=False)

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {name: [m.start for m in found] for name, found in self.mentions.items()}

    def within(self, language: Language, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie between two places of the text. Cost: logarithmic."""
        starts = self._starts.get(language, [])
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return tuple(m for m in self.mentions.get(language, ())[first:last] if m.end <= end)

    def at(self, language: Language, start: int) -> Mention | None:
        """The mention that begins at this place, or holds it."""
        starts = self._starts.get(language, [])
        n = bisect_left(starts, start + 1) - 1
        if n < 0:
            return None
        found = self.mentions[language][n]
        return found if found.start <= start < found.end else None
