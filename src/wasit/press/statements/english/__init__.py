"""Attributions in English: who says it by which verb, and where what is said begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.press.statements.english.contents import content, said_of
from wasit.press.statements.english.point import Point
from wasit.press.statements.english.points import Points
from wasit.press.statements.english.sources import (
    according,
    asked_by,
    cited,
    declined,
    outlet_outside,
)
from wasit.press.statements.memory import Memory, remember
from wasit.press.statements.model import Said, known_through, relay
from wasit.press.statements.pieces import Clause


def read(clause: Clause, memory: Memory) -> Iterator[Said]:
    """What is said in a sentence, and by whom."""
    reader = Points(clause, memory)
    asked = asked_by(clause.pieces, memory)
    accorded = list(according(reader))
    reader.find()
    cited(reader)
    points = reader.points
    outlet = asked or outlet_outside(reader, points)
    said_all: list[Said] = []
    for n, point in enumerate(points):
        following = _next(points, n)
        piece_range = content(reader, point, points[n - 1] if n else None, following)
        if not point.inside:
            memory.last = point.speaker
        if piece_range is None:
            continue
        said = said_of(reader, point, piece_range, outlet)
        if said is not None:
            known_through(said, accorded)
            if point.inside:
                said.via = (*said.via, points[n - 1].speaker)
            said_all.append(said)
    relay(said_all, accorded)
    yield from said_all
    yield from accorded
    remember(accorded, points, memory)
    declined(reader)


def _next(points: Sequence[Point], n: int) -> Point | None:
    """The point at which what point ``n`` says is over: not one that lies within it."""
    for at in range(n + 1, len(points)):
        if not points[at].inside or points[n].inside:
            return points[at]
    return None
