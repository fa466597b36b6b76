"""Drawing what is not known: numbers in their ranges, values that keep to their order.

Each draw has its own words of a counter-based generator (Philox 4x64; Salmon and others 2011):
draw number n is the same however many are drawn, wherever. What is drawn are whole numbers on a
fine grid; so all that follows is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from wasit.packages.exact import Ints
from wasit.packages.examples import rows_of, walk
from wasit.packages.known import Known, PartyKnown, Range, Wish

Doubles = NDArray[np.float64]

GRID = 1 << 30
"""What the largest utility of any party comes to on the grid; products of two fit 62 bits."""

ROUNDS = 12
"""How often values are drawn again that do not keep to their order, before they are sorted."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something not known: a value of an option, a weight of an issue, or a reservation value."""

    party: int
    issue: int | None = None
    """None: its reservation value."""
    option: int | None = None
    """None, with an issue: the weight of the issue."""


@dataclass(frozen=True)
class Draws:
    """Drawn bargains, on one grid for all parties."""

    worth: Ints
    """Draws x issues x options x parties; options that an issue does not have are 0."""
    reservation: Ints
    """Draws x parties."""
    open: tuple[Quantity, ...]
    """What was not known, in the order of the columns of ``drawn``."""
    drawn: Doubles
    """Draws x quantities: what each was drawn as."""
    unit: float
    """What one step of the grid is on the values' own scale."""

    def __len__(self) -> int:
        return len(self.worth)


def sample(known: Known, count: int, seed: int = 0, first: int = 0) -> Draws:
    """``count`` draws from number ``first`` on.

    Numbers are drawn evenly from their range. Values of which the order is known are drawn again
    until they keep to it; those of which only the order is known, evenly among all that do. Worths
    of a party with examples are drawn from all that agree with them.

    Of what is exact, every draw has the same. Every party needs a reservation value or a range of
    it.
    """
    words = _Words(count, seed, first)
    tables = [_Party(party, known.frame.sizes, words) for party in known.parties]
    issues, options = len(known.frame.sizes), max(known.frame.sizes)
    worth = np.zeros((count, issues, options, len(tables)))
    for place, table in enumerate(tables):
        worth[:, :, :, place] = table.worth
    reserve = np.stack([table.reservation for table in tables], axis=1)
    # From what is known, not from what was drawn: so a draw is the same among few and many.
    unit = (float(max(_bound(party) for party in known.parties)) or 1.0) / GRID
    quantities = [
        (Quantity(place, *where), values)
        for place, table in enumerate(tables)
        for where, values in table.open
    ]
    drawn = [values for _, values in quantities]
    return Draws(
        np.rint(worth / unit).astype(np.int64),
        np.rint(reserve / unit).astype(np.int64),
        tuple(quantity for quantity, _ in quantities),
        np.stack(drawn, axis=1) if drawn else np.zeros((count, 0)),
        unit,
    )


def _bound(party: PartyKnown) -> Fraction:
    """What no utility and no reservation value of the party can exceed, above or below 0."""
    if party.comparisons:
        ranges = rows_of(party).ranges
        total = sum((_size(one) for one in ranges), Fraction())
        return total if party.reservation is None else max(total, _size(party.reservation))
    by_issue = [
        max((_size(value or party.scale) for value in wish.values), default=Fraction())
        for wish in party.wishes
        if wish is not None
    ]
    weighted = any(wish is not None and wish.weight is not None for wish in party.wishes)
    # Shares of weights sum to 1.
    total = max(by_issue, default=Fraction()) if weighted else sum(by_issue, Fraction())
    return total if party.reservation is None else max(total, _size(party.reservation))


def _size(known: Range) -> Fraction:
    return max(abs(known.low), abs(known.high))


class _Words:
    """Columns of words: for each draw the next of its own, as numbers from 0 to 1."""

    def __init__(self, count: int, seed: int, first: int) -> None:
        self.count, self.seed, self.first = count, seed, first
        self.used = 0

    def column(self) -> Doubles:
        """One number for each draw, evenly from 0 to 1."""
        place, self.used = self.used, self.used + 1
        # Words of one column stand together: column ``place`` starts at a counter of its own.
        bits = np.random.Philox(key=self.seed, counter=[0, place, 0, 0])
        bits.advance(self.first // 4)
        raw = bits.random_raw(self.count + self.first % 4)[self.first % 4 :]
        return (raw >> np.uint64(11)).astype(np.float64) / float(1 << 53)


class _Party:
    """One party's drawn worths: draws x issues x options, and its drawn reservation values."""

    def __init__(self, party: PartyKnown, sizes: Sequence[int], words: _Words) -> None:
        self.open: list[tuple[tuple[int | None, int | None], Doubles]] = []
        self.words = words
        count = words.count
        self.worth = np.zeros((count, len(sizes), max(sizes)))
        if party.comparisons and not party.exact:
            self._walk(party)
            self.reservation = self._reservation(party)
            return
        weights: list[Doubles | None] = []
        for issue, wish in enumerate(party.wishes):
            if wish is None:
                weights.append(None)
                continue
            for option, values in enumerate(self._values(wish, party.scale)):
                self.worth[:, issue, option] = values
                if not _is_sure(wish, option):
                    self.open.append(((issue, option), values))
            weights.append(self._weight(wish, issue))
        self._weigh(weights)
        self.reservation = self._reservation(party)

    def _walk(self, party: PartyKnown) -> None:
        """Worths that agree with the party's examples."""
        rows = rows_of(party)
        drawn = walk(rows, self.words.count, self.words.column)
        for place, (issue, option) in enumerate(rows.places):
            self.worth[:, issue, option] = drawn[:, place]
            if not rows.ranges[place].exact:
                self.open.append(((issue, option), drawn[:, place]))

    def _number(self, known: Range) -> Doubles:
        low, high = float(known.low), float(known.high)
        if known.exact:
            return np.full(self.words.count, low)
        return low + (high - low) * self.words.column()

    def _weight(self, wish: Wish, issue: int) -> Doubles | None:
        if wish.weight is None:
            return None
        values = self._number(wish.weight)
        if not wish.weight.exact:
            self.open.append(((issue, None), values))
        return values

    def _reservation(self, party: PartyKnown) -> Doubles:
        if party.reservation is None:
            return np.zeros(self.words.count)
        values = self._number(party.reservation)
        if not party.reservation.exact:
            self.open.append(((None, None), values))
        return values

    def _weigh(self, weights: Sequence[Doubles | None]) -> None:
        said = [weight for weight in weights if weight is not None]
        if not said:
            return
        total = np.maximum(sum(said, np.zeros(self.words.count)), 1e-300)
        for issue, weight in enumerate(weights):
            share = np.zeros_like(total) if weight is None else weight / total
            self.worth[:, issue] *= share[:, None]

    def _values(self, wish: Wish, scale: Range) -> list[Doubles]:
        ranges = [value or scale for value in wish.values]
        values = [self._number(known) for known in ranges]
        order = list(wish.order)
        if len(order) < 2:
            return values
        table = np.stack([values[option] for option in order], axis=1)
        if all(wish.values[option] is None for option in order):
            table = -np.sort(-table, axis=1)
        else:
            table = self._again(table, [ranges[option] for option in order])
        for column, option in enumerate(order):
            values[option] = table[:, column]
        return values

    def _again(self, table: Doubles, ranges: Sequence[Range]) -> Doubles:
        """Draw rows again that do not fall; sort those that never do."""
        for _ in range(ROUNDS):
            wrong = _rising(table)
            fresh = np.stack([self._number(known) for known in ranges], axis=1)
            table = np.where(wrong[:, None], fresh, table)
        wrong = _rising(table)
        return np.where(wrong[:, None], -np.sort(-table, axis=1), table)


def _rising(table: Doubles) -> NDArray[np.bool_]:
    """Which rows have a value above the one before it."""
    return np.asarray((table[:, 1:] > table[:, :-1]).any(axis=1), np.bool_)


def _is_sure(wish: Wish, option: int) -> bool:
    value = wish.values[option]
    return value is not None and value.exact
