"""Bounds by weights: no package's weighted sum exceeds the best options' of each issue.

With ``weights`` w >= 0, every package has ``w . gains <= ceiling(w)``, the sum over issues of the
best option under w. That bounds a product (by the inequality of the means), a smallest gain and a
sum alike; the weights that bound best are those of the Lagrangian dual (Everett 1963). They are
found by Newton's method on the dual with its corners smoothed (Nesterov 2005), ever less.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import gcd

import numpy as np
from numpy.typing import NDArray

from wasit.packages.exact import Ints, Scaled
from wasit.packages.rules import Terms

Doubles = NDArray[np.float64]

NEWTON_STEPS = 6
"""At each degree of smoothing; a few are enough, as each starts close to its end."""

SMOOTHING = (3.0, 1.0, 3e-1, 1e-1, 3e-2, 1e-2, 3e-3, 1e-3)
"""Of what a typical issue is worth, one after the other."""


HALVINGS = 8
"""How often a step that leads upwards is halved."""

HEAVIEST = 1e6
"""No weight is larger: where a reservation value can only just be met, they would grow for ever."""


@dataclass(frozen=True)
class Table:
    """What options are worth in doubles, each party's whole range as 1."""

    worth: Doubles
    """Issues x options x parties; what is not open is 0."""
    closed: Doubles
    """Issues x options: 0 where open, minus infinity where not."""
    reservation: Doubles
    """By party; minus infinity where there is none."""
    units: Doubles
    """By party: what the whole range is on its own scale."""
    grain: Doubles
    """By party: all its sums are multiples of this."""
    grain_over: Doubles
    """By party: all its gains over the reservation value are multiples of this."""

    @classmethod
    def of(cls, scaled: Scaled, terms: Terms) -> Table:
        """The table of a bargain. A party to which all packages are alike has a range of 1."""
        issues, options = len(terms.sizes), max(terms.sizes)
        worth = np.zeros((issues, options, scaled.parties))
        closed = np.full((issues, options), -np.inf)
        tops = [top or 1 for top in scaled.top]
        for issue, row in enumerate(terms.open):
            for option in row:
                parts = zip(scaled.worth[issue][option], tops, strict=True)
                worth[issue, option] = [x / top for x, top in parts]
                closed[issue, option] = 0.0
        low = [
            -np.inf if r is None else _ratio(r, top)
            for r, top in zip(scaled.reservation, tops, strict=True)
        ]
        units = [top / scale for top, scale in zip(tops, scaled.scale, strict=True)]
        grains = [
            gcd(*(row[party] for rows in scaled.worth for row in rows))
            for party in range(scaled.parties)
        ]
        over = [gcd(g, r or 0) for g, r in zip(grains, scaled.reservation, strict=True)]
        return cls(
            worth,
            closed,
            np.array(low),
            np.array(units),
            np.array([g / top for g, top in zip(grains, tops, strict=True)]),
            np.array([g / top for g, top in zip(over, tops, strict=True)]),
        )

    def ceiling(self, weights: Doubles) -> float:
        """What the weighted sum cannot exceed."""
        return float((self.worth @ weights + self.closed).max(axis=1).sum())

    def leaders(self, weights: Doubles) -> Ints:
        """By issue, the option with the largest weighted worth."""
        return np.asarray((self.worth @ weights + self.closed).argmax(axis=1), np.int64)

    def sums(self, packages: Ints) -> Doubles:
        """Packages x parties, from packages x issues."""
        total = np.zeros((len(packages), self.worth.shape[2]))
        for issue in range(self.worth.shape[0]):
            total += self.worth[issue, packages[:, issue]]
        return total


def _ratio(number: int, whole: int) -> float:
    """Of numbers of any size; far beyond the whole it does not matter how far."""
    return number / whole if abs(number) <= whole << 64 else float(np.copysign(2.0**64, number))


@dataclass(frozen=True, slots=True)
class Dual:
    """Weights that bound well, and how the options fare under them."""

    weights: Doubles
    chances: Doubles
    """Issues x options: how much of each option an ideal mixture takes."""


def weights_for_product(table: Table) -> Dual:
    """For the product of gains over the reservation values."""
    parties = table.worth.shape[2]
    return _descend(table, np.zeros(parties), np.ones(parties), sharp=False, shares=False)


def weights_for_least(table: Table, per: Doubles) -> Dual:
    """For the smallest gain, each party's counted in ``per`` (its range on a common scale)."""
    parties = table.worth.shape[2]
    scaled = replace(table, worth=table.worth * per, reservation=table.reservation * per)
    dual = _descend(scaled, np.zeros(parties), np.ones(parties), sharp=True, shares=True)
    return Dual(dual.weights * per, dual.chances)


def weights_for_sum(table: Table, given: Doubles) -> Dual:
    """For the sum of gains under ``given`` weights, where all reservation values must be met."""
    parties = table.worth.shape[2]
    return _descend(table, given, np.ones(parties), sharp=True, shares=False)


def _descend(table: Table, given: Doubles, barrier: Doubles, *, sharp: bool, shares: bool) -> Dual:
    """Minimise ``ceiling(given + x) - (given + x) . reservation - barrier . log x`` over x > 0.

    ``sharp``: the barrier goes to 0 with the smoothing. ``shares``: x sums to 1.
    """
    parties = table.worth.shape[2]
    reservation = np.maximum(table.reservation, -4.0)
    typical = float(np.abs(table.worth).sum(axis=2).max(axis=1).mean()) / parties or 1.0
    x = np.full(parties, 1.0 / parties if shares else 1.0)
    chances = np.zeros(table.closed.shape)
    best, weights = np.inf, given + x
    for smoothing in SMOOTHING:
        soft = smoothing * typical * (1.0 if not shares else 1.0 / parties)
        wall = barrier * (soft if sharp else 1.0)
        here = _smoothed(table, given, x, reservation, wall, soft)
        for _ in range(NEWTON_STEPS):
            step = _newton(here.curve, here.gradient, shares)
            if not np.isfinite(step).all():
                break
            down = step < -1e-200
            length = min(1.0, 0.9 * float((-x[down] / step[down]).min(initial=np.inf)))
            there = here
            for _ in range(HALVINGS):
                tried = np.minimum(x + length * step, HEAVIEST)
                there = _smoothed(table, given, tried, reservation, wall, soft)
                if there.value <= here.value:
                    break
                length /= 2
            if there.value >= here.value:
                break
            x, here = tried, there
            if float(np.abs(length * step / x).max()) < 1e-6:
                break
        value = table.ceiling(given + x) - float((given + x) @ reservation)
        if not sharp:
            value -= float(np.log(x).sum())
        if value < best:
            best, weights, chances = value, given + x, here.chances
    return Dual(weights, chances)


@dataclass(frozen=True, slots=True)
class _Smoothed:
    """The smoothed dual at some weights."""

    value: float
    gradient: Doubles
    curve: Doubles
    chances: Doubles


def _smoothed(
    table: Table, given: Doubles, x: Doubles, reservation: Doubles, wall: Doubles, soft: float
) -> _Smoothed:
    scores = (table.worth @ (given + x) + table.closed) / soft
    tops = scores.max(axis=1, keepdims=True)
    chances = np.exp(scores - tops)
    totals = chances.sum(axis=1, keepdims=True)
    chances /= totals
    value = soft * float((tops + np.log(totals)).sum())
    value -= float((given + x) @ reservation) + float(wall @ np.log(x))
    parties = table.worth.shape[2]
    weighted = table.worth * chances[:, :, None]
    means = weighted.sum(axis=1)
    curve = weighted.reshape(-1, parties).T @ table.worth.reshape(-1, parties) - means.T @ means
    curve /= soft
    curve[np.diag_indices(parties)] += wall / x**2
    return _Smoothed(value, means.sum(axis=0) - reservation - wall / x, curve, chances)


def _newton(curve: Doubles, gradient: Doubles, shares: bool) -> Doubles:
    """The step; with ``shares``, one that leaves the sum as it is."""
    size = len(gradient)
    try:
        if not shares:
            return np.asarray(-np.linalg.solve(curve, gradient), np.float64)
        border = np.ones((size + 1, size + 1))
        border[:size, :size] = curve
        border[size, size] = 0.0
        full = np.linalg.solve(border, np.append(-gradient, 0.0))
        return np.asarray(full[:size], np.float64)
    except np.linalg.LinAlgError:
        return np.full(size, np.nan)
