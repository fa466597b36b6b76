"""The worths that are not known, their ranges, and what examples and orders say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from wasit.packages.bargain import Choice
from wasit.packages.known import Comparison, PartyKnown, Range, Wish, shares

NEAR = 100
"""A better example is better by at least one part in so many of the scale; two that are alike
differ by no more."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sum of worths that is at least ``least``."""

    plus: tuple[int, ...]
    """Places of the worths that are added,"""
    minus: tuple[int, ...]
    """and of those that are taken off."""
    least: Fraction
    comparison: int | None = None
    """The comparison it says; none: an order of options."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Worths in ranges, and rows that they keep to."""

    places: tuple[Choice, ...]
    """Issue and option of each worth."""
    ranges: tuple[Range, ...]
    """In which range each is; a worth is a value times the share of its issue's weight."""
    rows: tuple[Row, ...]

    def without(self, comparisons: Sequence[int]) -> Rows:
        """The same without what some comparisons say."""
        kept = tuple(row for row in self.rows if row.comparison not in comparisons)
        return Rows(self.places, self.ranges, kept)


def rows_of(party: PartyKnown) -> Rows:
    """What is known of a party's worths. Of weights in a range the middle is taken."""
    scale = party.scale
    share = shares([_weight(wish) for wish in party.wishes])
    places: dict[Choice, int] = {}
    ranges: list[Range] = []
    for issue, wish in enumerate(party.wishes):
        for option, value in enumerate(wish.values if wish is not None else ()):
            known = value or scale
            places[issue, option] = len(ranges)
            ranges.append(Range(known.low * share[issue], known.high * share[issue]))
    near = (scale.high - scale.low) / NEAR
    rows = [*_ordered(party.wishes, places)]
    for number, one in enumerate(party.comparisons):
        rows += _compared(one, number, places, near)
    return Rows(tuple(places), tuple(ranges), tuple(rows))


def _weight(wish: Wish | None) -> Fraction | None:
    return wish.weight.middle if wish is not None and wish.weight is not None else None


def _ordered(wishes: Sequence[Wish | None], places: dict[Choice, int]) -> list[Row]:
    found = []
    for issue, wish in enumerate(wishes):
        order = wish.order if wish is not None else ()
        for better, worse in pairwise(order):
            found.append(Row((places[issue, better],), (places[issue, worse],), Fraction()))
    return found


def _compared(one: Comparison, number: int, places: dict[Choice, int], near: Fraction) -> list[Row]:
    """The rows of one comparison; what both packages take says nothing."""
    better = tuple(places[choice] for choice in one.better if choice not in one.worse)
    worse = tuple(places[choice] for choice in one.worse if choice not in one.better)
    if one.alike:
        return [Row(better, worse, -near, number), Row(worse, better, -near, number)]
    return [Row(better, worse, near, number)]
