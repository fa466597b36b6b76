"""The solutions, read off the whole efficient frontier.

Doubles only make the shortlist; which of it is best, and which ties, exact integers decide. Every
solution is efficient, and what beats an acceptable package is acceptable too: so nothing outside
the frontier needs to be looked at. Only where the largest product of gains is 0 may others tie.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import prod

import numpy as np
from numpy.typing import NDArray

from wasit.packages.answer import SOLUTIONS, Deal, Solution, SolutionName
from wasit.packages.efficient import Frontier
from wasit.packages.exact import LIMB, Ints, add, as_doubles, as_integers, as_limbs

Doubles = NDArray[np.float64]
Score = tuple[Fraction | int, ...]

NEAR = 1e-9
"""How far below the best double a score may lie and still be the best: more than doubles err."""


def acceptable(frontier: Frontier) -> Ints:
    """The places on the frontier that meet every reservation value."""
    sums = frontier.stage.sums
    kept = np.ones(sums.shape[1], np.bool_)
    for party, reserve in enumerate(frontier.scaled.reservation):
        if reserve is not None and reserve > 0:
            kept &= at_least(sums[:, :, party], reserve)
    return np.flatnonzero(kept)


def at_least(limbs: Ints, least: int) -> NDArray[np.bool_]:
    """Which numbers (limbs x numbers) are at least ``least``, which is not negative."""
    if least >> (LIMB * len(limbs)):
        return np.zeros(limbs.shape[1], np.bool_)
    wanted = as_limbs([[least]], len(limbs))[:, 0, 0]
    enough: NDArray[np.bool_] = limbs[-1] >= wanted[-1]
    for limb, want in zip(limbs[-2::-1], wanted[-2::-1], strict=True):
        enough = (limb > want) | ((limb == want) & enough)
    return enough


def fair_first(frontier: Frontier, count: int) -> list[Deal]:
    """At most ``count`` efficient deals that meet every reservation value, the fairest first.

    Those in which the party with the smallest share of its range has most.
    """
    places = acceptable(frontier)
    scaled = frontier.scaled
    gains = as_doubles(_over(frontier.stage.sums[:, places], [r or 0 for r in scaled.reservation]))
    least = (gains / [float(top or 1) for top in scaled.top]).min(axis=1)
    order = (-least).argsort(kind="stable")[:count]
    return [frontier[int(places[place])] for place in order]


def solutions(frontier: Frontier, places: Ints) -> dict[SolutionName, Solution]:
    """Each solution over the acceptable ``places``, of which there is one at least."""
    scaled = frontier.scaled
    sums = frontier.stage.sums[:, places]
    reserves = [reserve or 0 for reserve in scaled.reservation]
    gains = as_doubles(_over(sums, reserves))
    scales = np.array(scaled.scale, np.float64)
    whole = Whole(sums, reserves, scaled.scale)
    room = [a - r for a, r in zip(whole.best, reserves, strict=True)]
    spans = np.array([float(one) or np.inf for one in room])
    shares = np.where(np.isinf(spans), 1.0, gains / spans)
    rough: Mapping[SolutionName, Doubles] = {
        "nash": (gains / np.where(np.isinf(spans), 1.0, spans)).prod(axis=1),
        "kalai_smorodinsky": shares.min(axis=1),
        "egalitarian": (gains / scales).min(axis=1),
        "utilitarian": (as_doubles(sums) / scales).sum(axis=1),
    }
    exact: Mapping[SolutionName, Callable[[Sequence[int]], Score]] = {
        "nash": whole.product,
        "kalai_smorodinsky": lambda row: whole.shares(row, room),
        "egalitarian": whole.gains,
        "utilitarian": whole.total,
    }
    found: dict[SolutionName, Solution] = {}
    for name in SOLUTIONS:
        among, score, ties = _best(rough[name], exact[name], whole)
        place = int(places[among])
        utilities = scaled.utilities(frontier.sums(place))
        value = _score(name, score, utilities, frontier)
        package = frontier.package(place)
        found[name] = Solution(package, utilities, value, ties, proven=True, bound=value)
    return found


def _over(sums: Ints, reserves: Sequence[int]) -> Ints:
    """The sums less the reservation values, exactly: limbs x points x parties, none negative."""
    limbs = max(len(sums), *(-(-abs(reserve).bit_length() // LIMB) for reserve in reserves))
    padding = np.zeros((limbs - len(sums), *sums.shape[1:]), np.int64)
    sizes = as_limbs([[abs(reserve) for reserve in reserves]], limbs)
    signs = np.array([1 if reserve < 0 else -1 for reserve in reserves])
    return add(np.concatenate((padding, sums)), sizes * signs)


class Whole:
    """The acceptable sums as whole numbers, made row by row where they are needed."""

    def __init__(self, sums: Ints, reserves: Sequence[int], scales: Sequence[int]) -> None:
        self.sums, self.reserves, self.scales = sums, reserves, scales
        self.best = [_largest(sums[:, :, party]) for party in range(sums.shape[2])]
        common = np.lcm.reduce(np.array(scales, dtype=object))
        self.weights = [int(common // scale) for scale in scales]

    def rows(self, among: Ints) -> list[list[int]]:
        return as_integers(self.sums[:, among])

    def product(self, row: Sequence[int]) -> Score:
        return (prod(x - r for x, r in zip(row, self.reserves, strict=True)),)

    def gains(self, row: Sequence[int]) -> Score:
        parts = zip(row, self.reserves, self.weights, strict=True)
        return tuple(sorted((x - r) * w for x, r, w in parts))

    def shares(self, row: Sequence[int], room: Sequence[int]) -> Score:
        parts = zip(row, self.reserves, room, strict=True)
        return tuple(sorted(Fraction(x - r, a) if a else Fraction(1) for x, r, a in parts))

    def total(self, row: Sequence[int]) -> Score:
        return (sum(x * w for x, w in zip(row, self.weights, strict=True)),)


def _largest(limbs: Ints) -> int:
    """The largest of the numbers (limbs x numbers)."""
    among = np.arange(limbs.shape[1])
    whole = 0
    for limb in limbs:
        most = limb[among].max()
        among = among[limb[among] == most]
        whole = (whole << LIMB) + int(most)
    return whole


def _best(
    rough: Doubles, exact: Callable[[Sequence[int]], Score], whole: Whole
) -> tuple[int, Score, int]:
    """The first row with the best exact score, that score, and how many others have it."""
    most = rough.max()
    among = np.flatnonzero(rough >= most - NEAR * max(abs(most), 1e-300))
    scores = [exact(row) for row in whole.rows(among)]
    best = max(scores)
    return int(among[scores.index(best)]), best, scores.count(best) - 1


def _score(
    name: SolutionName, score: Score, utilities: Sequence[Fraction], frontier: Frontier
) -> Fraction:
    """What the solution maximises, on the parties' own scales."""
    scaled = frontier.scaled
    if name == "utilitarian":
        return sum(utilities, Fraction())
    if name == "kalai_smorodinsky":
        return Fraction(score[0])
    lows = [
        Fraction((reserve or 0) + base, scale)
        for reserve, base, scale in zip(scaled.reservation, scaled.base, scaled.scale, strict=True)
    ]
    gains = [u - r for u, r in zip(utilities, lows, strict=True)]
    return prod(gains, start=Fraction(1)) if name == "nash" else min(gains)
