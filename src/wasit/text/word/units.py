"""A draft as the paragraphs that a Word file shows it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wasit.text.draft import DraftText, Part, Point

Style = Literal["title", "heading", "plain"]
_TAB_BEHIND = 5
"""Characters a number may have to stand in the margin before its words."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph to be written."""

    mark: str
    """The number as typed, with its marks; empty for other paragraphs."""
    body: str
    """The words behind it."""
    style: Style = "plain"
    depth: int = 0
    place: str = ""
    """What it belongs to: the key of its point, or what stands around the points and where."""

    @property
    def words(self) -> str:
        """Number and words as they are written."""
        if not self.mark:
            return self.body
        if not self.body:
            return self.mark
        return f"{self.mark}{'	' if len(self.mark) <= _TAB_BEHIND else ' '}{self.body}"


def units_of(draft: DraftText) -> tuple[Unit, ...]:
    """The paragraphs of ``draft``, in text order."""
    return tuple(_Units(draft).all())


class _Units:
    def __init__(self, draft: DraftText) -> None:
        self.draft = draft
        self.before: dict[str | None, list[Part]] = {}
        for part in draft.parts:
            self.before.setdefault(part.before, []).append(part)

    def all(self) -> Iterator[Unit]:
        for point in self.draft.points:
            yield from self._point(point, 0)
        yield from self._parts(None)

    def _parts(self, key: str | None) -> Iterator[Unit]:
        for n, part in enumerate(self.before.get(key, ())):
            style: Style = "plain"
            if part.kind in ("title", "heading"):
                style = "title" if part.kind == "title" else "heading"
            yield Unit("", _clean(part.words), style, place=f"{part.kind} {n} {key or ''}")
            for point in part.points:
                yield from self._point(point, 0)

    def _point(self, point: Point, depth: int) -> Iterator[Unit]:
        yield from self._parts(point.key)
        paragraphs = [_clean(words) for words in point.words.split("\n")]
        if point.heading:
            paragraphs.insert(0, _clean(point.heading))
        first, *others = paragraphs
        yield Unit(_clean(point.mark), first, depth=depth, place=point.key)
        for words in others:
            yield Unit("", words, depth=depth + 1, place=point.key)
        for inside in point.points:
            yield from self._point(inside, depth + 1)


def _clean(words: str) -> str:
    """Words without what XML cannot hold."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in words if _fits(ord(c)))


def _fits(code: int) -> bool:
    return code in (0x9, 0xA) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side: the paragraphs of one point, or around the points."""

    place: str
    left: tuple[Unit, ...]
    right: tuple[Unit, ...]

    @property
    def body(self) -> str:
        """All its words, without numbers."""
        return "\n".join(unit.body for unit in (*self.left, *self.right))


def rows_of(left: DraftText, right: DraftText) -> tuple[Row, ...]:
    """Two language versions side by side, by the keys of their points.

    In the order of ``left``; what only ``right`` has stands behind what it follows there.
    """
    ours, theirs = _by_place(left), _by_place(right)
    order = list(ours)
    at = 0
    for place in theirs:
        if place in ours:
            at = order.index(place) + 1
        else:
            order.insert(at, place)
            at += 1
    return tuple(Row(place, ours.get(place, ()), theirs.get(place, ())) for place in order)


def _by_place(draft: DraftText) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    for unit in units_of(draft):
        found[unit.place] = (*found.get(unit.place, ()), unit)
    return found
