"""Attributions in English: who says it by which verb, and where what is said begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.press.statements.english.contents import content, said_of
from wasit.press.statements.english.points import Points
from wasit.press.statements.english.sources import (
    according,
    asked_by,
    cited,
    declined,
    outlet_outside,
)
from wasit.press.statements.memory import Memory, remember
from wasit.press.statements.model import Said, known_through
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
    for n, point in enumerate(points):
        following = points[n + 1] if n + 1 < len(points) else None
        piece_range = content(reader, point, points[n - 1] if n else None, following)
        memory.last = point.speaker
        if piece_range is None:
            continue
        said = said_of(reader, point, piece_range, outlet)
        if said is not None:
            known_through(said, accorded)
            yield said
    yield from accorded
    remember(accorded, points, memory)
    declined(reader)
