"""Attributions in Arabic: who says it by which verb, and where what is said begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.press.statements.arabic.contents import content, said_of
from wasit.press.statements.arabic.points import Points
from wasit.press.statements.arabic.sources import according, asked_by, cited, held_back
from wasit.press.statements.memory import Memory, remember
from wasit.press.statements.model import Said, known_through
from wasit.press.statements.pieces import Clause


def read(clause: Clause, memory: Memory) -> Iterator[Said]:
    """What is said in a sentence, and by whom."""
    reader = Points(clause, memory)
    asked = asked_by(reader)
    accorded = list(according(reader))
    reader.find()
    cited(reader)
    points = reader.points
    for n, point in enumerate(points):
        after = points[n + 1] if n + 1 < len(points) else None
        where = content(reader, point, after)
        memory.last = point.speaker
        if where is None:
            continue
        said = said_of(reader, point, where, asked)
        known_through(said, accorded)
        yield said
    yield from accorded
    remember(accorded, points, memory)
    held_back(reader)
    for speaker, span in reader.refused:
        memory.declined(speaker, span)
