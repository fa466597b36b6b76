"""Sources and outlets named beside the verbs: according to, asked by, in an interview with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wasit.language.folding import folded
from wasit.language.spans import Span
from wasit.press.names.vocabulary import labels
from wasit.press.reading import Body
from wasit.press.statements.english.contents import asserts
from wasit.press.statements.english.cutting import behind_dateline, span_of, trimmed
from wasit.press.statements.english.point import Point
from wasit.press.statements.english.points import Points
from wasit.press.statements.english.vocabulary import (
    BREAKS,
    CITING,
    OF_A_SOURCE,
    OPINIONS,
    PREPOSITIONS,
    RELATIVE,
    TIMES,
    TO_OUTLET,
    withheld,
)
from wasit.press.statements.memory import Memory
from wasit.press.statements.model import Said, Speaker
from wasit.press.statements.pieces import Piece, mostly_quoted, stripped

MOST_WITHHELD = 60
"""Pieces that what is held back may have."""
MOST_SOURCES = 4
"""Sources looked for in one sentence."""


def according(reader: Points) -> Iterator[Said]:
    """``…, according to Axios``, ``In the words of A, …`` and ``As A put it, …``."""
    pieces = reader.pieces
    found = [
        n
        for n, piece in enumerate(pieces)
        if piece.norm in OF_A_SOURCE
        and (piece.norm == "according" or n == 0 or pieces[n - 1].kind != "word")
    ]
    for n in found[:MOST_SOURCES]:
        source = _source(reader, n)
        if source is None:
            continue
        end, speaker = source
        where = _accorded(pieces, n, end)
        if where is None:
            continue
        inside = pieces[where[0] : where[1]]
        if not any(piece.words > 2 for piece in inside) and not asserts(inside):
            continue
        yield Said(
            "en",
            reader.clause.paragraph,
            speaker,
            stripped(span_of(pieces, *where), reader.memory.text),
            "report",
            mostly_quoted(inside),
            Span("en", pieces[n].start, pieces[n + 1].end),
        )


def _source(reader: Points, n: int) -> tuple[int, Speaker] | None:
    """The piece behind "according to A" and the like at piece ``n``, and the speaker."""
    pieces = reader.pieces
    if n + 2 >= len(pieces):
        return None
    if pieces[n].norm == "as":
        return _as_put(reader, n)
    if pieces[n].norm == "in":
        return _in_the_words(reader, n)
    if pieces[n + 1].norm != "to":
        return None
    first = n + 2
    end = _behind_name(pieces, first)
    if end == first:
        return None
    speaker = reader.who(first, end - 1) or Speaker(None, reader.text(first, end - 1))
    if end + 1 < len(pieces) and pieces[end].text == "," and pieces[end + 1].norm in RELATIVE:
        # "according to the Ledger, which cited diplomats, …"
        close = next((k for k in range(end + 1, len(pieces)) if pieces[k].text == ","), None)
        end = close if close is not None else end
    return end, speaker


def _behind_name(pieces: Sequence[Piece], first: int) -> int:
    end = first
    while (
        end < min(first + 16, len(pieces))
        and pieces[end].kind == "word"
        and not (pieces[end].norm in BREAKS and end > first + 1)
    ):
        end += 1
    return end


def _in_the_words(reader: Points, n: int) -> tuple[int, Speaker] | None:
    """``In the words of A``, ``in A's view``: set off by marks."""
    pieces = reader.pieces
    if n and pieces[n - 1].kind == "word":
        return None
    if pieces[n + 1].norm == "the" and n + 4 < len(pieces):
        if pieces[n + 2].norm not in OPINIONS or pieces[n + 3].norm != "of":
            return None
        end = _behind_name(pieces, n + 4)
        speaker = reader.who(n + 4, end - 1) if end > n + 4 else None
        return (end, speaker) if speaker is not None else None
    for at in range(n + 2, min(n + 9, len(pieces))):
        if pieces[at].kind != "word":
            return None
        if pieces[at].norm in OPINIONS:
            owner = reader.owner(at)
            closes = at + 1 == len(pieces) or pieces[at + 1].kind == "mark"
            return (at + 1, owner[1]) if owner is not None and closes else None
    return None


def _as_put(reader: Points, n: int) -> tuple[int, Speaker] | None:
    """``as A put it``, ``as the minister said later``: set off by marks."""
    pieces = reader.pieces
    if n and pieces[n - 1].kind == "word":
        return None
    for at in range(n + 2, min(n + 12, len(pieces))):
        piece = pieces[at]
        if piece.kind != "word":
            return None
        if not any(verb.form == "finite" and verb.clause for verb in piece.verbs):
            continue
        found = reader.subject_before(at)
        if found is None or found[0] != n + 1:
            continue
        end = at + 1
        while end < len(pieces) and pieces[end].kind == "word" and end - at < 6:
            if pieces[end].norm not in TIMES | PREPOSITIONS | _IT and not pieces[end].capital:
                return None
            end += 1
        closes = end == len(pieces) or pieces[end].text in (",", ".", ":", ";")
        return (end, found[1]) if closes else None
    return None


_IT = frozenset(("it", "this", "so"))


def _accorded(pieces: Sequence[Piece], n: int, end: int) -> tuple[int, int] | None:
    """What is said according to the source between pieces ``n`` and ``end``."""
    if n == 0:
        last = len(pieces)
        semicolon = next((k for k in range(end, last) if pieces[k].text == ";"), None)
        if semicolon is not None and _holds_back(pieces, semicolon):
            last = semicolon
        return trimmed(pieces, end, last)
    first = behind_dateline(pieces[:n])
    first = next((k + 1 for k in range(n - 1, first, -1) if pieces[k].text == ":"), first)
    goes_on = end + 1 < len(pieces) and pieces[end].text == "," and pieces[n - 1].text == ","
    if goes_on and not asserts(pieces[first : n - 1]):
        # "The deal, as the envoy put it, is dead."
        return trimmed(pieces, first, len(pieces))
    return trimmed(pieces, first, n)


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
    """Whether somebody is an outlet, one of the lists or not."""
    if isinstance(speaker.of, Body):
        return speaker.of.kind == "outlet"
    known = (labels(folded(word), "en") for word in speaker.text.split()[:4])
    return speaker.of is None and any("outlet" in one for one in known)


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
