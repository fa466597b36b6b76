"""The middle of what is known: a bargain with one number for everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from wasit.packages.bargain import Bargain, Party
from wasit.packages.examples import middle_worth, rows_of
from wasit.packages.known import Known, PartyKnown, Range, Wish, shares


def with_middles(frame: Bargain, parties: Sequence[PartyKnown]) -> Known:
    """What is known, its frame filled with the middle of every range and order."""
    filled = tuple(middle(party, frame.sizes) for party in parties)
    return Known(replace(frame, parties=filled), tuple(parties))


def middle(party: PartyKnown, sizes: Sequence[int]) -> Party:
    """The party in the middle of what is known of it.

    The worth of an option is its value times its issue's weight, over the sum of the weights
    (Keeney and Raiffa 1976): utilities are on the values' own scale. Where no weights are said,
    values add up as they are. An issue of which nothing is known counts nothing.
    """
    reserve = None if party.reservation is None else party.reservation.middle
    if party.comparisons and not party.exact:
        return Party(party.name, _by_examples(party, sizes), reserve, party.title)
    scale = party.scale
    values = [
        [Fraction()] * size if wish is None else middles(wish, scale)
        for wish, size in zip(party.wishes, sizes, strict=True)
    ]
    weights = [
        None if wish is None or wish.weight is None else wish.weight.middle for wish in party.wishes
    ]
    worth = weighted(values, weights)
    return Party(party.name, worth, reserve, party.title)


def _by_examples(party: PartyKnown, sizes: Sequence[int]) -> tuple[tuple[Fraction, ...], ...]:
    """The mean of all worths that agree with the examples."""
    rows = rows_of(party)
    found = dict(zip(rows.places, middle_worth(rows), strict=True))
    return tuple(
        tuple(found.get((issue, option), Fraction()) for option in range(size))
        for issue, size in enumerate(sizes)
    )


def weighted(
    values: Sequence[Sequence[Fraction]], weights: Sequence[Fraction | None]
) -> tuple[tuple[Fraction, ...], ...]:
    """Values times weights over the sum of the weights; values as they are where there are none."""
    return tuple(
        tuple(value * share for value in row)
        for row, share in zip(values, shares(weights), strict=True)
    )


def middles(wish: Wish, scale: Range) -> list[Fraction]:
    """A value for each option: the middle of what is said, and orders at equal steps.

    Options of which only the order is known stand at equal steps between those around them whose
    values are; the best at the top of the scale, the worst at its foot.
    """
    found = [None if value is None else value.middle for value in wish.values]
    order = [option for option in wish.order if option < len(found)]
    anchors = [(place, found[option]) for place, option in enumerate(order)]
    known = [(place, value) for place, value in anchors if value is not None]
    if order and not known:
        known = [(0, scale.high), (len(order) - 1, scale.low)]
    elif order:
        known = _with_ends(known, len(order), scale)
    for place, option in enumerate(order):
        if found[option] is None:
            found[option] = _between(known, place)
    return [scale.low if value is None else value for value in found]


def _with_ends(
    known: list[tuple[int, Fraction]], count: int, scale: Range
) -> list[tuple[int, Fraction]]:
    first, last = known[0], known[-1]
    top = [] if first[0] == 0 else [(0, max(scale.high, first[1]))]
    foot = [] if last[0] == count - 1 else [(count - 1, min(scale.low, last[1]))]
    return [*top, *known, *foot]


def _between(known: list[tuple[int, Fraction]], place: int) -> Fraction:
    before = max((one for one in known if one[0] <= place), key=lambda one: one[0])
    after = min((one for one in known if one[0] >= place), key=lambda one: one[0])
    if before[0] == after[0]:
        return before[1]
    share = Fraction(place - before[0], after[0] - before[0])
    return before[1] + share * (after[1] - before[1])
