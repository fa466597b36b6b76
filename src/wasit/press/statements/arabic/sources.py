"""Sources and outlets named beside the verbs: وفق، بحسب، رداً على سؤال."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.language.spans import Span
from wasit.press.reading import Body
from wasit.press.statements.arabic.cutting import span_of, trimmed
from wasit.press.statements.arabic.points import Points
from wasit.press.statements.arabic.vocabulary import ACCORDING, THAT, kinds_of, withheld
from wasit.press.statements.model import Said, Speaker
from wasit.press.statements.pieces import Piece, mostly_quoted, stripped


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
MOST_BETWEEN = 24
"""Pieces between a verb and what is said that are looked through for a source."""


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
        via: tuple[Speaker, ...] = ()
        behind = reader.subject(end + 1) if n and _from(pieces, end) else None
        if behind is not None:
            # "وفق ما نقلت رويترز عن مسؤول": the official speaks.
            via, speaker = (speaker,), behind[1]
        if n == 0:
            while end < len(pieces) and (pieces[end].kind == "mark" or pieces[end].norm in THAT):
                end += 1
        last = next((k for k in range(end, len(pieces)) if withheld(pieces, k)), len(pieces))
        if last < len(pieces) and pieces[last - 1].norm in ("لم", "ولم"):
            last -= 1
        where = trimmed(pieces, end, last) if n == 0 else trimmed(pieces, 0, n)
        if where is None:
            continue
        inside = pieces[where[0] : where[1]]
        yield Said(
            "ar",
            reader.clause.paragraph,
            speaker,
            stripped(span_of(pieces, *where), reader.memory.text),
            "report",
            mostly_quoted(inside),
            Span("ar", piece.start, piece.end),
            via[0] if via else None,
            via,
        )


def _from(pieces: Sequence[Piece], n: int) -> bool:
    return n + 1 < len(pieces) and pieces[n].norm == "عن"


def cited(reader: Points) -> None:
    """``قالت رويترز نقلاً عن مسؤول إن``: the official speaks, and it is known through Reuters."""
    pieces = reader.pieces
    for point in reader.points:
        of = point.speaker.of
        if not isinstance(of, Body) or of.kind != "outlet":
            continue
        for n in range(point.at + 1, min(point.content, point.at + MOST_BETWEEN) - 1):
            found = reader.subject(n + 2) if pieces[n].norm == "نقلا" else None
            if found is not None and _from(pieces, n + 1):
                point.via = (point.speaker, *point.via)
                point.to, point.speaker = point.to or point.speaker, found[1]
                break


def held_back(reader: Points) -> None:
    """``وامتنع عن تسمية أي منها``, ``ولم يقل ما فيها``: not told by the last to speak."""
    speaker = reader.memory.last
    for n in range(len(reader.pieces)):
        begin = withheld(reader.pieces, n)
        if begin is not None and speaker is not None:
            reader.withhold(speaker, begin)


def asked_by(reader: Points) -> Speaker | None:
    """``رداً على سؤال لوكالة …،``: whom the answer is given to."""
    pieces = reader.pieces
    for n in range(min(4, len(pieces))):
        if pieces[n].norm in ("سؤال", "سوال", "اسيله"):
            return reader.outlet(n + 1, min(n + 6, len(pieces)))
    return None
