"""The words said, cut out of their sentence."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.spans import Span
from wasit.press.statements.arabic.cutting import span_of, trimmed
from wasit.press.statements.arabic.point import Point
from wasit.press.statements.arabic.points import Points
from wasit.press.statements.arabic.sources import accords, reader_source
from wasit.press.statements.arabic.vocabulary import OVER, WITHHELD, WITHOUT_SAYING, withheld
from wasit.press.statements.model import Said, Speaker
from wasit.press.statements.pieces import Piece, mostly_quoted, stripped


def content(reader: Points, point: Point, after: Point | None) -> tuple[int, int] | None:
    """The pieces that hold what is said: the first, and the one behind the last."""
    pieces = reader.pieces
    if point.kind == "none" or point.front:
        first = point.at - 1
        first -= pieces[first].kind == "mark"
        return first, point.content + 1 if point.front else first + 1
    first = point.content
    last = after.begin if after is not None else len(pieces)
    if point.kind == "quote" and first < len(pieces) and pieces[first].kind == "quote":
        quote = pieces[first]
        alone = first + 1 >= last or pieces[first + 1].kind == "mark"
        if alone and quote.words > 2:
            return first, first + 1
    for n in range(first + 1, last):
        if accords(pieces[n]) and reader_source(reader, n):
            last = n
            break
        if (
            pieces[n].norm in ("دون", "بدون")
            and n + 2 < len(pieces)
            and (pieces[n + 1].norm == "ان" and pieces[n + 2].norm in WITHOUT_SAYING)
        ):
            last = n - 1 if pieces[n - 1].norm == "من" else n
            break
        if pieces[n].text == "؛" or _over(pieces, n):
            last = n
            break
        if n > 1 and _left_unsaid(pieces, n):
            last = n - 2
            break
        if withheld(pieces, n) is not None:
            last = n - 1 if pieces[n - 1].norm in ("لم", "ولم") else n
            break
        if (
            n + 1 < last
            and pieces[n + 1].norm in WITHHELD
            and any(verb.lemma == "رفض" and verb.form == "finite" for verb in pieces[n].verbs)
        ):
            reader.withhold(point.speaker, n + 1)
            last = n
            break
    return trimmed(pieces, first, last)


def _left_unsaid(pieces: Sequence[Piece], n: int) -> bool:
    """Whether a verb tells what was not said: ``لكنه لم يحدد موعداً``."""
    but = pieces[n - 2].norm.removeprefix("و") in ("لكنه", "لكنها", "لكنهم", "لكن")
    return but and pieces[n - 1].norm in ("لم", "ولم") and pieces[n].norm in WITHOUT_SAYING


def _over(pieces: Sequence[Piece], n: int) -> bool:
    """Whether what is said is over at a comma: ``، فيما تطالب``, ``، في إشارة إلى``."""
    if pieces[n].text not in ("،", ",") or n + 2 >= len(pieces):
        return False
    first, second = pieces[n + 1].norm, pieces[n + 2].norm
    return first in OVER or f"{first} {second}" in OVER


def said_of(reader: Points, point: Point, where: tuple[int, int], asked: Speaker | None) -> Said:
    """What a point says, from the first piece to the one behind the last."""
    pieces = reader.pieces
    first, last = where
    span = span_of(pieces, first, last)
    if point.cut and first == point.content:
        span = Span("ar", span.start + point.cut, span.end)
    span = stripped(span, reader.memory.text)
    inside = pieces[first:last]
    to = point.to or asked
    act = point.act
    if point.negated:
        act = "not deny" if point.verb.lemma in ("نفي", "انكر") else "not rule out"
    return Said(
        "ar",
        reader.clause.paragraph,
        point.speaker,
        span,
        act,
        mostly_quoted(inside),
        Span("ar", pieces[point.at].start, pieces[point.at].end),
        to if to != point.speaker else None,
        point.via,
        negated=point.negated,
    )
