"""The words said, cut out of their sentence."""

from __future__ import annotations

from wasit.language.spans import Span
from wasit.press.statements.arabic.cutting import span_of, trimmed
from wasit.press.statements.arabic.point import Point
from wasit.press.statements.arabic.points import Points
from wasit.press.statements.arabic.sources import accords, reader_source
from wasit.press.statements.arabic.vocabulary import WITHHELD, WITHOUT_SAYING, withheld
from wasit.press.statements.model import Said, Speaker
from wasit.press.statements.pieces import mostly_quoted, stripped


def content(reader: Points, point: Point, after: Point | None) -> tuple[int, int] | None:
    """The pieces that hold what is said: the first, and the one behind the last."""
    pieces = reader.pieces
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
        if pieces[n].text == "؛":
            last = n
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
