"""Many reports of one event: copies folded, sources counted, contradictions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wasit.press.copies.contradictions import Contradiction, Version, contradictions
from wasit.press.copies.shingles import copied
from wasit.press.reading import Reading

__all__ = ["Contradiction", "Source", "Together", "Version", "put_together"]


@dataclass(frozen=True, slots=True)
class Source:
    """One text, and every report that is a copy of it."""

    readings: tuple[int, ...]
    """By their numbers, the earliest published first."""
    outlets: tuple[str, ...]
    """Who published it, where that is known."""

    @property
    def first(self) -> int:
        """The reading that stands for all: the earliest, else the first given."""
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class Together:
    """Several readings put together."""

    sources: tuple[Source, ...]
    """The independent sources: copies of one text are one."""
    contradictions: tuple[Contradiction, ...]


def put_together(readings: Sequence[Reading]) -> Together:
    """Fold the copies among ``readings``, and find what the sources tell otherwise."""
    groups = copied([reading.document for reading in readings])
    source_of = [0] * len(readings)
    sources: list[Source] = []
    for number, group in enumerate(groups):
        for one in group:
            source_of[one] = number
        sources.append(_source(group, readings))
    return Together(tuple(sources), contradictions(readings, source_of))


def _source(group: Sequence[int], readings: Sequence[Reading]) -> Source:
    def age(number: int) -> tuple[bool, str, int]:
        day = readings[number].document.published
        return day is None, day.isoformat() if day else "", number

    outlets = [readings[number].document.source.outlet for number in group]
    return Source(
        tuple(sorted(group, key=age)), tuple(dict.fromkeys(one for one in outlets if one))
    )
