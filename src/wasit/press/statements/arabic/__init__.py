"""Attributions in Arabic: who says it by which verb, and where what is said begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.press.statements.arabic.contents import content, said_of
from wasit.press.statements.arabic.point import Point
from wasit.press.statements.arabic.points import Points
from wasit.press.statements.arabic.sources import according, asked_by, cited, held_back
from wasit.press.statements.memory import Memory, remember
from wasit.press.statements.model import Said, known_through, relay
from wasit.press.statements.pieces import Clause


def read(clause: Clause, memory: Memory) -> Iterator[Said]:
    """What is said in a sentence, and by whom."""
    reader = Points(clause, memory)
    asked = asked_by(reader)
    accorded = list(according(reader))
    reader.find()
    cited(reader)
    points = reader.points
    said_all: list[Said] = []
    for n, point in enumerate(points):
        after = _next(points, n)
        where = content(reader, point, after)
        if not point.inside:
            memory.last = point.speaker
        if where is None:
            continue
        said = said_of(reader, point, where, asked)
        known_through(said, accorded)
        if point.inside:
            said.via = (*said.via, points[n - 1].speaker)
        said_all.append(said)
    relay(said_all, accorded)
    yield from said_all
    yield from accorded
    remember(accorded, points, memory)
    held_back(reader)
    for speaker, span in reader.refused:
        memory.declined(speaker, span)


def _next(points: Sequence[Point], n: int) -> Point | None:
    """The point at which what point ``n`` says is over: not one that lies within it."""
    for at in range(n + 1, len(points)):
        if not points[at].inside or points[n].inside:
            return points[at]
    return None
