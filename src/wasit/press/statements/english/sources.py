"""Sources and outlets named beside the verbs: according to, asked by, in an interview with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wasit.language.spans import Span
from wasit.press.reading import Body
from wasit.press.statements.english.cutting import behind_dateline, span_of, trimmed
from wasit.press.statements.english.point import Point
from wasit.press.statements.english.points import Points
from wasit.press.statements.english.vocabulary import BREAKS, CITING, TO_OUTLET, withheld
from wasit.press.statements.memory import Memory
from wasit.press.statements.model import Said, Speaker
from wasit.press.statements.pieces import Piece, mostly_quoted, stripped

MOST_WITHHELD = 60
"""Pieces that what is held back may have."""
MOST_SOURCES = 4
"""Sources looked for in one sentence."""


def according(reader: Points) -> Iterator[Said]:
    """``…, according to Axios`` and ``According to A, …``."""
    pieces = reader.pieces
    found = [n for n, piece in enumerate(pieces) if piece.norm == "according"]
    for n in found[:MOST_SOURCES]:
        piece = pieces[n]
        if n + 1 >= len(pieces) or pieces[n + 1].norm != "to" or n + 2 >= len(pieces):
            continue
        end = n + 2
        while (
            end < min(n + 18, len(pieces))
            and pieces[end].kind == "word"
            and not (pieces[end].norm in BREAKS and end > n + 3)
        ):
            end += 1
        source = reader.who(n + 2, end - 1) if end > n + 2 else None
        if source is None and end > n + 2:
            source = Speaker(None, reader.text(n + 2, end - 1))
        if source is None:
            continue
        where = (
            trimmed(pieces, end, len(pieces))
            if n == 0
            else trimmed(pieces, behind_dateline(pieces[:n]), n)
        )
        semicolon = next((k for k in range(end, len(pieces)) if pieces[k].text == ";"), None)
        if n == 0 and semicolon is not None and _holds_back(pieces, semicolon):
            where = trimmed(pieces, end, semicolon)
        if where is None:
            continue
        inside = pieces[where[0] : where[1]]
        yield Said(
            "en",
            reader.clause.paragraph,
            source,
            stripped(span_of(pieces, *where), reader.memory.text),
            "report",
            mostly_quoted(inside),
            Span("en", piece.start, pieces[n + 1].end),
        )


def _holds_back(pieces: Sequence[Piece], n: int) -> bool:
    return any(withheld(pieces, k) is not None for k in range(n, min(n + 6, len(pieces))))


def asked_by(pieces: Sequence[Piece], memory: Memory) -> Speaker | None:
    """``Asked by Reuters, …``."""
    for n in range(min(4, len(pieces) - 2)):
        if pieces[n].norm in ("asked", "questioned", "reached") and pieces[n + 1].norm == "by":
            mention = pieces[n + 2].mention
            return memory.speaker(mention) if mention else None
    return None


def cited(reader: Points) -> None:
    """``…, TASS reported, citing the spokesman``: he speaks, and it is known through TASS."""
    pieces = reader.pieces
    for n, piece in enumerate(pieces):
        if piece.norm not in CITING or n + 1 >= len(pieces):
            continue
        if n and pieces[n - 1].text != ",":
            continue
        at = bisect_left(reader.points, n, key=lambda point: point.at)
        point = reader.points[max(at - 1, 0)] if reader.points else None
        if point is None or not _publishes(point.speaker):
            continue
        found = reader.subject_after(n)
        if found is None:
            continue
        point.via = (point.speaker, *point.via)
        point.to, point.speaker = point.to or point.speaker, found[1]


def _publishes(speaker: Speaker) -> bool:
    return isinstance(speaker.of, Body) and speaker.of.kind == "outlet"


def outlet_outside(reader: Points, points: Sequence[Point]) -> Speaker | None:
    """The outlet spoken to, named by the verb: ``in an interview with X``, ``posted on X``."""
    pieces = reader.pieces
    if not points:
        return None
    for n, piece in enumerate(pieces):
        mention = piece.mention
        if mention is None or not isinstance(mention.of, Body) or mention.of.kind != "outlet":
            continue
        before = pieces[n - 1].norm if n else ""
        inside = any(
            p.kind in ("that", "bare", "noun", "colon") and n >= p.content for p in points[:20]
        )
        if before in TO_OUTLET and not inside:
            return reader.memory.speaker(mention)
    for n in range(len(pieces) - 4):
        # "in an interview with Al-Marfa radio": an outlet no list has.
        if (
            pieces[n].norm in ("interview", "statement", "remarks", "comments")
            and pieces[n + 1].norm in ("with", "to")
            and pieces[n + 2].capital
            and not pieces[n + 2].mention
        ):
            last = n + 2
            while last + 1 < len(pieces) and (
                pieces[last + 1].capital or "outlet" in pieces[last + 1].labels
            ):
                last += 1
            return Speaker(None, reader.text(n + 2, last))
    return None


def declined(reader: Points) -> None:
    """``declined to say …``: entered with the speaker's last statement."""
    pieces = reader.pieces
    for n in range(len(pieces)):
        begin = withheld(pieces, n)
        if begin is not None:
            where = trimmed(pieces, begin, min(begin + MOST_WITHHELD, len(pieces)))
            found = reader.subject_before(n)
            speaker = found[1] if found else reader.inherited(n)
            if where and speaker:
                reader.memory.declined(
                    speaker, stripped(span_of(pieces, *where), reader.memory.text)
                )
