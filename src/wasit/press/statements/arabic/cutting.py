"""Pieces of a sentence made a span of the text."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.spans import Span
from wasit.press.statements.pieces import Piece


def trimmed(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, int] | None:
    """Without marks and connectives at the ends; ``None`` where fewer than three words are left."""
    while first < last and pieces[first].kind == "mark":
        first += 1
    while last > first and (
        (pieces[last - 1].kind == "mark" and pieces[last - 1].text not in ("%", "٪", ")"))
        or pieces[last - 1].norm in ("لكنه", "لكنها", "لكن", "فيما", "كما", "غير")
    ):
        last -= 1
    count = sum(p.words for p in pieces[first:last] if p.kind != "mark")
    return (first, last) if count > 2 else None


def span_of(pieces: Sequence[Piece], first: int, last: int) -> Span:
    """The words from piece to piece, without the quotation marks around all of it."""
    start, end = pieces[first].start, pieces[last - 1].end
    opening, closing = pieces[first].inner, pieces[last - 1].inner
    if opening is not None and closing is not None and last - first == 1:
        start, end = opening.start, closing.end
    return Span("ar", start, end)
