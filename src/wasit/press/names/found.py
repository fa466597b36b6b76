"""A person as named in one place, before the places are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from wasit.language.spans import Language, Span


@dataclass(slots=True)
class Candidate:
    """A name of two words or more (or one behind a title)."""

    language: Language
    start: int
    end: int
    words: tuple[str, ...]
    """Folded, without genitive and article."""
    paragraph: int
    sure: bool
    role: Span | None = None
    """The words of the office, where they stand by the name."""
    side: str | None = None


@dataclass(slots=True)
class Figure:
    """A person in one language: the fullest form, and everywhere it stands."""

    language: Language
    best: Candidate
    all: list[Candidate] = field(default_factory=list)
    places: list[tuple[int, int, int]] = field(default_factory=list)
    """Every mention: start, end, paragraph."""

    @property
    def last(self) -> str:
        """The family name, folded."""
        return self.best.words[-1]
