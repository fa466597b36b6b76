"""What is known of each party's wishes: exact numbers, ranges, orders, examples, or nothing.

A bargain to be solved has one number for everything. Estimates on record often have less; what
they leave open is kept here, so that it can be drawn from, and the middle of it can be solved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from wasit.packages.bargain import Bargain, Choice, Words

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
class Comparison:
    """Two sample packages, over the same issues, of which one is better or both are alike."""

    better: tuple[Choice, ...]
    """The better one, or the first of two alike."""
    worse: tuple[Choice, ...]
    alike: bool
    numbers: tuple[int, int]
    """Which examples of the estimate they are, from 1."""
    entry: str = ""
    """The estimate on record that it rests on."""


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
    comparisons: tuple[Comparison, ...] = ()
    """What sample packages say of all issues together."""

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


def shares(weights: Sequence[Fraction | None]) -> list[Fraction]:
    """By issue, its weight over the sum of all; 1 for each where none are said."""
    said = [weight for weight in weights if weight is not None]
    total = sum(said, Fraction())
    if not said or not total:
        return [Fraction(1)] * len(weights)
    return [(weight or Fraction()) / total for weight in weights]


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
