"""Sources and outlets named beside the verbs: وفق، بحسب، رداً على سؤال."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.press.reading import Body
from wasit.press.spans import Span
from wasit.press.statements.arabic.cutting import span_of, trimmed
from wasit.press.statements.arabic.points import Points
from wasit.press.statements.arabic.vocabulary import ACCORDING, THAT, kinds_of
from wasit.press.statements.model import Said, Speaker
from wasit.press.statements.pieces import Piece, stripped


def accords(piece: Piece) -> bool:
    """Whether a word is "according to"."""
    return piece.norm in ACCORDING or (piece.norm[:1] == "و" and piece.norm[1:] in ACCORDING)


def reader_source(reader: Points, n: int) -> tuple[int, Speaker] | None:
    """Behind "according to" at piece ``n``: the piece behind the source, and the source."""
    pieces = reader.pieces
    at = n + 1
    if at < len(pieces) and pieces[at].norm == "ما":
        at += 2 if at + 1 < len(pieces) and pieces[at + 1].verbs else 1
    elif at < len(pieces) and pieces[n].norm == "نقلا" and pieces[at].norm == "عن":
        at += 1
    while at < len(pieces) and pieces[at].norm in ("عن", "له", "لها"):
        at += 1
    if at >= len(pieces):
        return None
    if pieces[at].kind == "quote" or "outlet" in kinds_of(pieces[at]):
        end = at
        outlet = None
        while (
            end < len(pieces)
            and end - at < 5
            and not (pieces[end].kind == "mark" and pieces[end].text != "(")
        ):
            mention = pieces[end].mention
            if mention is not None and isinstance(mention.of, Body):
                outlet = reader.memory.speaker(mention)
            end += 1
        if outlet is None:
            outlet = reader.outlet(at, end)
        return (end, outlet) if outlet else None
    return reader.subject(at)


MOST_SOURCES = 4
"""Sources looked for in one sentence."""


def according(reader: Points) -> Iterator[Said]:
    """``…، وفق «أكسيوس»`` and ``بحسب فلان، …``."""
    pieces = reader.pieces
    found = [n for n, piece in enumerate(pieces) if piece.kind == "word" and accords(piece)]
    for n in found[:MOST_SOURCES]:
        piece = pieces[n]
        if n and pieces[n - 1].kind == "word":
            continue
        source = reader_source(reader, n)
        if source is None:
            continue
        end, speaker = source
        if n == 0:
            while end < len(pieces) and (pieces[end].kind == "mark" or pieces[end].norm in THAT):
                end += 1
        where = trimmed(pieces, end, len(pieces)) if n == 0 else trimmed(pieces, 0, n)
        if where is None:
            continue
        inside = pieces[where[0] : where[1]]
        total = sum(p.words for p in inside if p.kind != "mark")
        quoted = sum(p.words for p in inside if p.kind == "quote")
        yield Said(
            "ar",
            reader.clause.paragraph,
            speaker,
            stripped(span_of(pieces, *where), reader.memory.text),
            "report",
            quoted * 2 > total,
            Span("ar", piece.start, piece.end),
        )


def asked_by(reader: Points) -> Speaker | None:
    """``رداً على سؤال لوكالة …،``: whom the answer is given to."""
    pieces = reader.pieces
    for n in range(min(4, len(pieces))):
        if pieces[n].norm in ("سؤال", "سوال", "اسيله"):
            return reader.outlet(n + 1, min(n + 6, len(pieces)))
    return None
