"""What is known of each party's wishes: exact numbers, ranges, orders, or nothing.

A bargain to be solved has one number for everything. Estimates on record often have less; what
they leave open is kept here, so that it can be drawn from, and the middle of it can be solved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from wasit.packages.bargain import Bargain, Party, Words

BEST = Fraction(100)
"""What the best option of an order is worth where nothing else says what a best option is."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number that is at least ``low`` and at most ``high``."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    @property
    def middle(self) -> Fraction:
        """Half way."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What is known of one issue's worth to one party."""

    values: tuple[Range | None, ...]
    """By option; none where nothing is said of it."""
    order: tuple[int, ...] = ()
    """Options from best to worst, where (some of) their order is known."""
    weight: Range | None = None
    entry: str = ""
    """The estimate on record that it rests on."""

    @property
    def exact(self) -> bool:
        """Whether nothing is left open."""
        sure = all(value is not None and value.exact for value in self.values)
        return sure and (self.weight is None or self.weight.exact)


@dataclass(frozen=True, slots=True)
class PartyKnown:
    """What is known of one party."""

    name: str
    wishes: tuple[Wish | None, ...]
    """By issue; none where nothing is on record of it."""
    reservation: Range | None = None
    title: Words | None = None
    own: bool = False
    """Whether all of it is the party's own word."""
    reservation_entry: str = ""

    @property
    def exact(self) -> bool:
        """Whether nothing is left open."""
        wished = all(wish is not None and wish.exact for wish in self.wishes)
        return wished and (self.reservation is None or self.reservation.exact)

    @property
    def scale(self) -> Range:
        """From the least to the largest value said of any option; 0 to 100 where none is."""
        said = [
            end
            for wish in self.wishes
            if wish is not None
            for value in wish.values
            if value is not None
            for end in (value.low, value.high)
        ]
        if not said or min(said) == max(said):
            return Range(Fraction(), BEST)
        return Range(min(said), max(said))


@dataclass(frozen=True, slots=True)
class Known:
    """A bargain's frame, and what is known of each party's wishes."""

    frame: Bargain
    """Issues, rules, red lines and acceptance; its parties' numbers are the middle of what is
    known."""
    parties: tuple[PartyKnown, ...]

    @property
    def exact(self) -> bool:
        """Whether nothing is left open: then the frame is all there is."""
        return all(party.exact for party in self.parties)

    @property
    def can_be_drawn(self) -> bool:
        """Whether something is left open, and every party has a reservation value or a range."""
        return not self.exact and all(party.reservation is not None for party in self.parties)


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
    scale = party.scale
    values = [
        [Fraction()] * size if wish is None else middles(wish, scale)
        for wish, size in zip(party.wishes, sizes, strict=True)
    ]
    weights = [
        None if wish is None or wish.weight is None else wish.weight.middle for wish in party.wishes
    ]
    worth = weighted(values, weights)
    reserve = None if party.reservation is None else party.reservation.middle
    return Party(party.name, worth, reserve, party.title)


def weighted(
    values: Sequence[Sequence[Fraction]], weights: Sequence[Fraction | None]
) -> tuple[tuple[Fraction, ...], ...]:
    """Values times weights over the sum of the weights; values as they are where there are none."""
    said = [weight for weight in weights if weight is not None]
    total = sum(said, Fraction())
    if not said or not total:
        return tuple(tuple(row) for row in values)
    return tuple(
        tuple(value * (weight or Fraction()) / total for value in row)
        for row, weight in zip(values, weights, strict=True)
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


def clash(wish: Wish) -> tuple[int, int] | None:
    """Two options whose order and values contradict each other: said to be better, valued less.

    Ranges contradict an order only where no numbers in them could keep to it.
    """
    ceiling: tuple[int, Fraction] | None = None
    for option in wish.order:
        value = wish.values[option]
        if value is None:
            continue
        if ceiling is not None and value.low > ceiling[1]:
            return ceiling[0], option
        if ceiling is None or value.high < ceiling[1]:
            ceiling = (option, value.high)
    return None
