"""Pieces of a sentence made a span of the text."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.spans import Span
from wasit.press.statements.english.vocabulary import LOOSE
from wasit.press.statements.pieces import Piece


def behind_dateline(pieces: Sequence[Piece]) -> int:
    """The piece behind ``GENEVA, March 3 -`` at the beginning of a report; else the first."""
    for n, piece in enumerate(pieces[:10]):
        if piece.text in ("-", "–", "—") and n and pieces[n - 1].end < piece.start:
            return n + 1
    return 0


def trimmed(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, int] | None:
    """Without marks and connectives at the ends; ``None`` where fewer than three words are left."""
    while (
        first < last
        and pieces[first].kind == "mark"
        and pieces[first].text not in ("$", "€", "£", "[")
    ):
        first += 1
    while last > first and (
        (pieces[last - 1].kind == "mark" and pieces[last - 1].text not in ("%", ")", "]"))
        or pieces[last - 1].norm in LOOSE
    ):
        last -= 1
    count = sum(p.words for p in pieces[first:last] if p.kind != "mark")
    return (first, last) if count > 2 else None


def span_of(pieces: Sequence[Piece], first: int, last: int) -> Span:
    """The words from piece to piece, without the quotation marks around all of it."""
    start, end = pieces[first].start, pieces[last - 1].end
    opening, closing = pieces[first].inner, pieces[last - 1].inner
    if opening is not None and closing is not None:
        start, end = opening.start, closing.end
    return Span("en", start, end)
