"""The words said, cut out of their sentence."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.spans import Span
from wasit.press.statements.english.cutting import behind_dateline, span_of, trimmed
from wasit.press.statements.english.point import Point
from wasit.press.statements.english.points import Points
from wasit.press.statements.english.vocabulary import (
    ARTICLES,
    CITING,
    CONDITIONS,
    CONNECTIVES,
    FINITE,
    OWNERS,
    PRONOUNS,
    REFERRING,
    RESUMING,
    SPANS_OF_TIME,
    VOWS,
    declines,
    third_person,
)
from wasit.press.statements.model import Said, Speaker
from wasit.press.statements.pieces import Piece, mostly_quoted, stripped


def content(
    reader: Points, point: Point, before: Point | None, after: Point | None
) -> tuple[int, int] | None:
    """The pieces that hold what is said: the first, and the one behind the last."""
    pieces = reader.pieces
    if point.kind == "none":
        first = before.tail if before is not None else 0
        last = point.begin
        where = trimmed(pieces, max(first, behind_dateline(pieces)), last)
        whole = _resumed(reader, point, max(first, behind_dateline(pieces)), after)
        if whole is not None:
            return whole
        if where is None or not asserts(pieces[where[0] : where[1]]):
            return None
        if pieces[where[1] - 1].kind == "quote":
            # The quotation alone: what leads up to it is not said.
            return (where[1] - 1, where[1]) if pieces[where[1] - 1].words > 2 else where
        return where
    first = point.content
    last = len(pieces)
    if after is not None:
        last = after.begin
        if after.kind == "none":
            return None if last <= first else trimmed(pieces, first, last)
    for n in range(first, last):
        if pieces[n].text == "," and n + 1 < last and ends_at(pieces, n + 1):
            last = n
            break
        if n > first and pieces[n].text == ";":
            last = n
            break
    if point.kind == "quote" and pieces[first].kind == "quote":
        end = first + 1
        if point.begin and broken(pieces, point):
            return point.begin - 1 - (pieces[point.begin - 1].text == ","), end
        return first, end
    for n in range(first, last):
        if point.verb.lemma == "list" and pieces[n].norm == "among":
            if any(p.norm in CONDITIONS for p in pieces[n:last]):
                point.act = "condition"
            last = n
            break
        if n + 1 < last and pieces[n + 1].norm == "to" and declines(pieces[n]):
            last = n
            break
    return trimmed(pieces, first, last)


def _resumed(
    reader: Points, point: Point, first: int, after: Point | None
) -> tuple[int, int] | None:
    """``A deal, the minister said, depends on money``: a sentence that its attribution breaks.

    It is one from its first word to its last, as a broken quotation is.
    """
    pieces = reader.pieces
    rest = point.tail
    first = next((n + 1 for n in range(first, point.begin - 1) if pieces[n].text == ":"), first)
    front = pieces[first : point.begin - 1]
    if not front or rest + 1 >= len(pieces) or pieces[rest].text != ",":
        return None
    if pieces[point.begin - 1].text != "," or any(piece.kind == "quote" for piece in front):
        return None
    goes_on = pieces[rest + 1]
    if goes_on.kind != "word" or goes_on.norm in CONNECTIVES or front[0].norm.endswith("ing"):
        return None
    unfinished = not asserts(front)
    resumes = goes_on.norm in FINITE or goes_on.norm in RESUMING
    if not (resumes or (unfinished and _finite(goes_on))):
        return None
    last = after.begin if after is not None else len(pieces)
    return trimmed(pieces, first, last)


def _finite(piece: Piece) -> bool:
    """Whether a sentence may go on with a word: a verb, or who does it (*If not, he said, we*)."""
    begins = piece.norm in PRONOUNS or piece.norm in ARTICLES
    return third_person(piece) or begins or piece.norm.endswith("ed")


def asserts(pieces: Sequence[Piece]) -> bool:
    """Whether the words are a sentence or a quotation: not just "Speaking in Geneva"."""
    if any(piece.kind == "quote" for piece in pieces):
        return True
    if pieces[0].norm.endswith("ing") or pieces[0].norm in ("asked", "questioned"):
        return False
    return any(piece.norm in FINITE or piece.norm.endswith("ed") or piece.verbs for piece in pieces)


def broken(pieces: Sequence[Piece], point: Point) -> bool:
    """Whether the quotation goes on from one before the attribution."""
    at = point.begin - 1
    if pieces[at].text == ",":
        at -= 1
    return at >= 0 and pieces[at].kind == "quote"


def ends_at(pieces: Sequence[Piece], n: int) -> bool:
    """Whether what is said ends before the words at ``n``, behind a comma."""
    if pieces[n].norm == "according" and n + 1 < len(pieces) and pieces[n + 1].norm == "to":
        return True
    if pieces[n].norm in CITING or pieces[n].norm in REFERRING:
        return True
    if pieces[n].norm in ("while", "whereas"):
        # "…, while the union demanded": somebody else's affair.
        return n + 1 < len(pieces) and pieces[n + 1].norm not in PRONOUNS | OWNERS
    after = [piece.norm for piece in pieces[n : n + 4]]
    if after[:1] == ["in"] and ("reference" in after or "apparent" in after or "remarks" in after):
        return True
    if any(word in SPANS_OF_TIME for word in after[:3]) and (
        "after" in after[1:] or "before" in after[1:]
    ):
        # "…, a day after the figures came out"
        return True
    return (
        pieces[n].norm == "without" and n + 1 < len(pieces) and pieces[n + 1].norm.endswith("ing")
    )


def said_of(
    reader: Points, point: Point, where: tuple[int, int], outlet: Speaker | None
) -> Said | None:
    """What a point says, from the first piece to the one behind the last."""
    pieces = reader.pieces
    first, last = where
    span = stripped(span_of(pieces, first, last), reader.memory.text)
    if span.end - span.start < 3:
        return None
    inside = pieces[first:last]
    to = point.to or outlet
    if to is not None and to == point.speaker:
        to = None
    return Said(
        "en",
        reader.clause.paragraph,
        point.speaker,
        span,
        act(point),
        mostly_quoted(inside),
        Span("en", pieces[point.at].start, pieces[point.at].end),
        to,
        point.via,
        negated=point.negated,
    )


def act(point: Point) -> str:
    """What the verb says of the act, with its negation."""
    if point.negated:
        return "not " + ("deny" if point.verb.lemma in ("deny", "dispute") else "rule out")
    if point.act == "announce" and point.verb.lemma in VOWS:
        return "vow"
    return point.act
