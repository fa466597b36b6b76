"""What a search is after: the value of gains in doubles, the bars it sets, and the exact score."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm, prod

import numpy as np

from wasit.packages.bounds import (
    Doubles,
    Dual,
    Table,
    weights_for_least,
    weights_for_product,
    weights_for_sum,
)
from wasit.packages.exact import Scaled
from wasit.packages.sweeping import Bars

Score = tuple[Fraction | int, ...]


class Aim(ABC):
    """What a search maximises, over gains: utilities less reservation values."""

    over_acceptable: bool = True
    """Whether only packages that meet every reservation value count."""

    @property
    @abstractmethod
    def size(self) -> float:
        """What values are about as large as, if every party has its whole range."""

    @abstractmethod
    def value(self, gains: Doubles) -> Doubles:
        """By package, from packages x parties; for climbing, also where it is out of range."""

    @abstractmethod
    def dual(self, table: Table) -> Dual:
        """Weights that bound it well."""

    @abstractmethod
    def bound(self, table: Table, weights: Doubles) -> float:
        """What no package exceeds."""

    @abstractmethod
    def bars(self, table: Table, weights: Doubles, value: float) -> Bars:
        """Bars that every package of at least this value passes."""

    @abstractmethod
    def score(self, sums: Sequence[int], reserves: Sequence[int]) -> Score:
        """Exactly, from scaled sums and reservation values; larger is better."""


@dataclass(frozen=True)
class Product(Aim):
    """The product of gains (Nash 1950)."""

    @property
    def size(self) -> float:
        return 1.0

    def value(self, gains: Doubles) -> Doubles:
        least = gains.min(axis=1)
        product: Doubles = np.where(least > 0, np.abs(gains).prod(axis=1), least)
        return product

    def dual(self, table: Table) -> Dual:
        return weights_for_product(table)

    def bound(self, table: Table, weights: Doubles) -> float:
        # The geometric mean of the weighted gains is at most their mean.
        size = len(weights)
        mean = (table.ceiling(weights) - float(weights @ table.reservation)) / size
        return max(mean, 0.0) ** size / float(np.prod(weights))

    def bars(self, table: Table, weights: Doubles, value: float) -> Bars:
        size = len(weights)
        rows = [weights]
        for party in range(size):
            for factor in (0.5, 2.0):
                row = weights.copy()
                row[party] *= factor
                rows.append(row)
        turned = np.array(rows)
        least = size * (max(value, 0.0) * turned.prod(axis=1)) ** (1 / size)
        return _with_reservations(table, turned, least)

    def score(self, sums: Sequence[int], reserves: Sequence[int]) -> Score:
        return (prod(x - r for x, r in zip(sums, reserves, strict=True)),)


@dataclass(frozen=True)
class Least(Aim):
    """The smallest gain, each party's counted in its unit; then the next (leximin)."""

    per: Doubles
    """By party: what its whole range counts."""
    units: tuple[int, ...]
    """By party: what its scaled sums are divided by; 0: its gain counts as 1 in any package."""
    over_acceptable: bool = False

    @property
    def size(self) -> float:
        return float(self.per.max())

    def value(self, gains: Doubles) -> Doubles:
        counted = (gains * self.per)[:, self._counting]
        least: Doubles = counted.min(axis=1)
        return least

    def dual(self, table: Table) -> Dual:
        return weights_for_least(table, np.where(self._counting, self.per, 0.0))

    def bound(self, table: Table, weights: Doubles) -> float:
        shares = self.shares(weights)
        ceiling = table.ceiling(weights) - float(weights @ table.reservation)
        return ceiling / float(shares.sum())

    def bars(self, table: Table, weights: Doubles, value: float) -> Bars:
        counting = np.flatnonzero(self._counting)
        each = np.zeros((len(counting), len(self.per)))
        each[np.arange(len(counting)), counting] = self.per[counting]
        leaning = weights / self.shares(weights).sum() + each
        rows = np.vstack((weights[None], each, leaning))
        least = value * np.array([self.shares(row).sum() for row in rows])
        return _with_reservations(table, rows, least, acceptable=self.over_acceptable)

    def score(self, sums: Sequence[int], reserves: Sequence[int]) -> Score:
        common = lcm(*(unit for unit in self.units if unit))
        parts = zip(sums, reserves, self.units, strict=True)
        return tuple(sorted((x - r) * (common // u) if u else common for x, r, u in parts))

    @property
    def _counting(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        return np.array([unit > 0 for unit in self.units])

    def shares(self, weights: Doubles) -> Doubles:
        """By party, how much of the weight it has, whatever its gains are counted in."""
        return np.where(self._counting, weights / np.where(self._counting, self.per, 1.0), 0.0)


@dataclass(frozen=True)
class Sum(Aim):
    """A weighted sum of gains, over acceptable packages."""

    given: Doubles
    """By party: what its whole range counts in the sum."""
    counts: tuple[int, ...]
    """By party: what one of its scaled units counts, in whole numbers."""

    @property
    def size(self) -> float:
        return float(self.given.sum())

    def step(self, scaled: Scaled) -> float:
        """What all differences of the sum are multiples of, in doubles' units."""
        # One party's range, worth ``given``, is ``top`` of its scaled units.
        numbers = [
            x * count
            for options in scaled.worth
            for row in options
            for x, count in zip(row, self.counts, strict=True)
        ]
        party = next(p for p, count in enumerate(self.counts) if count)
        unit = float(self.given[party]) / (scaled.top[party] or 1) / self.counts[party]
        return gcd(*numbers) * unit

    def value(self, gains: Doubles) -> Doubles:
        least = np.minimum(gains, 0.0).sum(axis=1)
        # Out of range, coming nearer counts before anything else.
        value: Doubles = gains @ self.given + least * 1e3 * (1.0 + float(self.given.sum()))
        return value

    def dual(self, table: Table) -> Dual:
        return weights_for_sum(table, self.given)

    def bound(self, table: Table, weights: Doubles) -> float:
        return table.ceiling(weights) - float(weights @ table.reservation)

    def bars(self, table: Table, weights: Doubles, value: float) -> Bars:
        rows = np.vstack((weights[None], self.given[None]))
        return _with_reservations(table, rows, np.full(len(rows), value))

    def score(self, sums: Sequence[int], reserves: Sequence[int]) -> Score:
        return (sum(x * count for x, count in zip(sums, self.counts, strict=True)),)


def _with_reservations(
    table: Table, weights: Doubles, least: Doubles, *, acceptable: bool = True
) -> Bars:
    """Bars on gains as bars on sums; and one a party for its reservation value."""
    sums = least + weights @ table.reservation
    if not acceptable:
        return Bars(weights, sums)
    return Bars(
        np.vstack((weights, np.eye(len(table.reservation)))),
        np.concatenate((sums, table.reservation)),
    )
