"""Numbers, dates and names that one version has otherwise than the other."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.language.numbers import Numeral, numerals
from wasit.language.spans import Span, overlaps
from wasit.press.differences.pieces import Piece, Side, difference
from wasit.press.figures.units import kind, unit_of
from wasit.press.reading import Dated, Difference, Interval, Person

_LEAST = 2
"""Small numbers come and go in translation: one, two by an ending, both."""


def numbers(piece: Piece, text: str) -> Iterator[Difference]:
    """Two numbers of one unit, each without its like in the other version."""
    ours, theirs = _counted(piece.arabic), _counted(piece.english)
    left = _without(ours, theirs)
    right = _without(theirs, ours)
    for a, unit in left:
        partners = [(b, other) for b, other in right if other == unit]
        alike = [a_ for a_, one in left if one == unit]
        if len(partners) == 1 and len(alike) == 1:
            b = partners[0][0]
            if max(a.high, b.high) > _LEAST or unit:
                yield difference(
                    "number",
                    piece.arabic.span(a.first, a.behind),
                    piece.english.span(b.first, b.behind),
                    text,
                    0.85 if unit else 0.6,
                )


def _counted(side: Side) -> list[tuple[Numeral, str]]:
    """Numbers outside of dates, each with the name of its unit; empty where it is not known."""
    taken = [one.spans[0] for one in side.dates]
    found = []
    for numeral in numerals(side.tokens, side.language):
        span = side.span(numeral.first, numeral.behind)
        if not overlaps(span, taken) and numeral.sort in ("digits", "words", "dual"):
            unit = unit_of(side.tokens, numeral, side.language)
            found.append((numeral, kind(unit.name) if unit else ""))
    return found


def _without(
    these: list[tuple[Numeral, str]], those: list[tuple[Numeral, str]]
) -> list[tuple[Numeral, str]]:
    """The numbers of ``these`` that are not among ``those``, nor an end of a range there."""
    ranges = {(numeral.low, numeral.high) for numeral, _ in those}
    single = {low for low, high in ranges if low == high}
    ends = {end for pair in ranges for end in pair}
    return [
        (numeral, unit)
        for numeral, unit in these
        if (numeral.low, numeral.high) not in ranges
        and not (numeral.low in ends if numeral.low == numeral.high else numeral.low in single)
    ]


def dates(piece: Piece, text: str) -> Iterator[Difference]:
    """One time in each version that fits none in the other."""
    ours = [one for one in piece.arabic.dates if not _met(one, piece.english)]
    theirs = [one for one in piece.english.dates if not _met(one, piece.arabic)]
    if len(ours) == 1 and len(theirs) == 1 and _as_exact(ours[0], theirs[0]):
        yield difference("date", ours[0].spans[0], theirs[0].spans[0], text, 0.7)


def _met(one: Dated, side: Side) -> bool:
    return any(_meet(one.when, other.when) for other in side.dates)


def _meet(one: Interval, other: Interval) -> bool:
    """Whether two times may be one: they overlap, or differ by the year or week alone.

    What was left to be resolved is resolved by tense, and a difference of tense is told as such.
    """
    if other.first <= one.last and one.first <= other.last:
        return True
    if "none" in (one.doubt, other.doubt):
        return False
    if (one.first.month, one.first.day) == (other.first.month, other.first.day):
        return (one.last.month, one.last.day) == (other.last.month, other.last.day)
    return abs((one.first - other.first).days) == 7 and one.first == one.last


def _as_exact(one: Dated, other: Dated) -> bool:
    """Whether both are days, or both longer: a day is no other saying of another year."""
    days = [(each.when.last - each.when.first).days for each in (one, other)]
    return (days[0] == 0) == (days[1] == 0)


def names(piece: Piece, text: str) -> Iterator[Difference]:
    """One person in each version who is not named in the other, though known in both."""
    ours, theirs = _people(piece.arabic), _people(piece.english)
    left = [key for key in ours if key not in theirs]
    right = [key for key in theirs if key not in ours]
    if len(left) == 1 and len(right) == 1:
        yield difference("name", ours[left[0]], theirs[right[0]], text, 0.7)


def _people(side: Side) -> dict[int, Span]:
    """People named in both versions of the report, with their first mention here."""
    found: dict[int, Span] = {}
    for mention in side.mentions:
        if isinstance(mention.of, Person) and len(mention.of.names) > 1:
            found.setdefault(id(mention.of), Span(side.language, mention.start, mention.end))
    return found
