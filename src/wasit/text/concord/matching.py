"""The figures of one point in two languages: which are the same, and which are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wasit.text.concord.figures import Figure
from wasit.text.concord.model import Kind
from wasit.text.concord.reading import Sort, Value

MOST = 120
"""Figures of one side of a point that are looked at; no provision has so many."""
_QUANTITY: frozenset[Sort] = frozenset({"measure", "count", "ordinal"})
_TIME: frozenset[Sort] = frozenset({"period", "rate"})
_DAY: frozenset[Sort] = frozenset({"date", "weekday", "hijri"})
_LEAST = 0.35
"""Score from which two figures left over are one that differs."""


@dataclass(frozen=True, slots=True)
class Differs:
    """Two figures where one was expected; or one that the other side has none for."""

    kind: Kind
    en: Figure | None
    ar: Figure | None


def differing(
    en: Sequence[Figure], ar: Sequence[Figure], lengths: tuple[int, int]
) -> list[Differs]:
    """The figures that are not the same on both sides; ``lengths`` of the texts in characters."""
    ours, theirs = list(en[:MOST]), list(ar[:MOST])
    matching = _Matching(ours, theirs, lengths)
    matching.equal()
    matching.by_number()
    return [*matching.units(), *matching.left_over(), *matching.alone()]


class _Matching:
    def __init__(self, ours: list[Figure], theirs: list[Figure], lengths: tuple[int, int]) -> None:
        self.ours, self.theirs, self.lengths = ours, theirs, lengths
        self.left_en = list(range(len(ours)))
        self.left_ar = list(range(len(theirs)))
        self.mixed: list[tuple[int, int]] = []
        """Pairs of one number and different units."""

    def _far(self, i: int, j: int) -> float:
        """How far apart two figures stand, from 0 to 1."""
        a = self.ours[i].start / (self.lengths[0] or 1)
        b = self.theirs[j].start / (self.lengths[1] or 1)
        return abs(a - b)

    def _take(self, pairs: Iterator[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
        """The nearest pairs first, each figure once."""
        for _, i, j in sorted(pairs):
            if i in self.left_en and j in self.left_ar:
                self.left_en.remove(i)
                self.left_ar.remove(j)
                yield i, j

    def equal(self) -> None:
        """Figures of one value, whatever they are written like."""
        same = (
            (self._far(i, j) + (self.ours[i].sort != self.theirs[j].sort), i, j)
            for i in self.left_en
            for j in self.left_ar
            if _same(self.ours[i], self.theirs[j])
        )
        for _ in self._take(same):
            pass

    def by_number(self) -> None:
        """Figures of one number, where what it counts is not told, or told differently."""
        alike = (
            (self._far(i, j), i, j)
            for i in self.left_en
            for j in self.left_ar
            if _one_number(self.ours[i], self.theirs[j])
        )
        for i, j in self._take(alike):
            if _units_differ(self.ours[i], self.theirs[j]):
                self.mixed.append((i, j))

    def units(self) -> Iterator[Differs]:
        """One number of different things."""
        for i, j in self.mixed:
            a, b = self.ours[i], self.theirs[j]
            yield Differs("duration" if "period" in (a.sort, b.sort) else "unit", a, b)

    def left_over(self) -> Iterator[Differs]:
        """Figures of one sort that both sides have left, the likeliest pairs first."""
        scored = (
            (-score, i, j)
            for i in self.left_en
            for j in self.left_ar
            if (score := self._score(i, j)) >= _LEAST
        )
        for i, j in self._take(scored):
            yield Differs(_kind(self.ours[i], self.theirs[j]), self.ours[i], self.theirs[j])

    def _score(self, i: int, j: int) -> float:
        a, b = self.ours[i], self.theirs[j]
        if not _comparable(a, b) or self._known(a, b):
            return 0.0
        score = (
            0.5 + 0.3 * (a.sort == b.sort) + 0.3 * (a.unit == b.unit or {a.sort, b.sort} <= _TIME)
        )
        score -= 0.5 * self._far(i, j) + 0.3 * (a.weak or b.weak)
        return score

    def _known(self, a: Figure, b: Figure) -> bool:
        """Whether both numbers stand on the other side as well, there told once more or less."""
        if a.sort in _DAY or b.sort in _DAY:
            return False
        return bool(a.raw and b.raw) and (
            set(a.raw) <= _numbers(self.theirs) and set(b.raw) <= _numbers(self.ours)
        )

    def alone(self) -> Iterator[Differs]:
        """What one side says and the other does not say in any way."""
        there, here = _numbers(self.theirs), _numbers(self.ours)
        for i in self.left_en:
            figure = self.ours[i]
            if _missed(figure, there, self.theirs):
                yield Differs(_kind(figure, figure), figure, None)
        for j in self.left_ar:
            figure = self.theirs[j]
            if _missed(figure, here, self.ours):
                yield Differs(_kind(figure, figure), None, figure)


def _same(a: Figure, b: Figure) -> bool:
    return any(_equal(one, other) for one in a.values for other in b.values)


def _equal(one: Value, other: Value) -> bool:
    if one[0] != other[0]:
        return False
    if one[0] in ("date", "hijri"):
        return all(
            x == y or not x or not y for x, y in zip(one[1:-1], other[1:-1], strict=True)
        ) and (one[-1] == other[-1] or (one[0] == "date" and not (one[2] and other[2])))
    x, y = one[1], other[1]
    if isinstance(x, float | int) and isinstance(y, float | int):
        return abs(x - y) <= 1e-6 * max(abs(x), abs(y))
    return x == y


def _one_number(a: Figure, b: Figure) -> bool:
    if "reference" in (a.sort, b.sort) and a.sort != b.sort and not (a.weak or b.weak):
        return bool(set(a.raw) & set(b.raw))
    if a.sort == b.sort == "reference":
        return False
    if a.sort == b.sort == "date":
        return False
    return bool(set(a.raw) & set(b.raw))


def _units_differ(a: Figure, b: Figure) -> bool:
    told = {"measure", "period"}
    return a.sort in told and b.sort in told and a.values != b.values


def _comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures that differ may be meant for one."""
    if a.sort == b.sort:
        if a.sort == "ordinal" or not (a.weak and b.weak):
            return True
        return a.sort in _TIME or a.sort in _DAY or a.sort == "share"
    if a.weak and b.weak:
        return {a.sort, b.sort} <= _TIME
    sorts = {a.sort, b.sort}
    return (
        (sorts <= _QUANTITY and "ordinal" not in sorts)
        or (sorts <= _TIME)
        or (sorts == {"share", "count"} and not (a.weak or b.weak))
        or (sorts == {"period", "count"} and not (a.weak or b.weak))
    )


def _kind(a: Figure, b: Figure) -> Kind:
    sorts = {a.sort, b.sort}
    if "reference" in sorts:
        return "reference"
    if "share" in sorts:
        return "percentage"
    if sorts & _DAY:
        return "date"
    if sorts == {"rate"}:
        return "unit"
    if "period" in sorts or "rate" in sorts:
        return "duration"
    return "number"


def _numbers(listed: Sequence[Figure]) -> frozenset[float]:
    return frozenset(number for figure in listed for number in figure.raw)


def _missed(figure: Figure, there: frozenset[float], other: Sequence[Figure]) -> bool:
    """Whether a figure that has no counterpart must have one."""
    if figure.weak or figure.sort in ("ordinal", "rate", "weekday", "hijri"):
        return False
    if any(_same(figure, one) for one in other):
        return False
    if figure.sort == "date" and any(
        _equal(value, theirs) for value in figure.values for one in other for theirs in one.values
    ):
        return False
    if figure.sort == "reference" and not figure.raw:
        return not any(one.sort == "reference" for one in other)
    return not (set(figure.raw) & there)
