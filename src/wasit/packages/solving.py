"""From a bargain to its answer."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod

from wasit.packages.answer import SOLUTIONS, Answer, Deal, NoSolution, Solution, SolutionName
from wasit.packages.bargain import Bargain, Package
from wasit.packages.rules import Terms, check_not_contradictory

Vector = tuple[Fraction, ...]


def solve(bargain: Bargain) -> Answer:
    """The efficient frontier and the solutions.

    Raises :class:`wasit.entries.Mistake` where its rules contradict each other.
    """
    check_not_contradictory(bargain)
    terms = Terms.of(bargain)
    packages = [one for one in product(*terms.open) if terms.keeps(one)]
    behind: dict[Vector, list[Package]] = {}
    for package in packages:
        behind.setdefault(bargain.utilities(package), []).append(package)
    vectors = sorted(behind, reverse=True)
    top: list[Vector] = []
    for vector in vectors:
        if not any(all(a >= b for a, b in zip(one, vector, strict=True)) for one in top):
            top.append(vector)
    frontier = [Deal(behind[vector][0], vector, len(behind[vector])) for vector in top]
    reserves = [party.reservation for party in bargain.parties]
    low = [r for r in reserves if r is not None]
    solutions: dict[SolutionName, Solution | None] = dict.fromkeys(SOLUTIONS)
    why: NoSolution | None = "no_reservation"
    acceptable = None
    good: list[Vector] = []
    if bargain.reserved:
        good = [v for v in vectors if all(u >= r for u, r in zip(v, low, strict=True))]
        acceptable = sum(len(behind[v]) for v in good)
        why = None if good else "none_acceptable"
        best = [max(column) for column in zip(*good, strict=True)] if good else []
        for name in SOLUTIONS if good else ():
            scores = {v: _score(name, v, low, best) for v in good}
            most = max(scores.values())
            tied = [v for v in good if scores[v] == most]
            value = most[0]
            solutions[name] = Solution(
                behind[tied[0]][0], tied[0], value, len(tied) - 1, True, value
            )
    return Answer(
        bargain,
        len(packages),
        acceptable,
        sum(map(bargain.is_accepted, packages)) if bargain.reserved else None,
        frontier,
        sum(1 for v in top if v in set(good)) if bargain.reserved else None,
        solutions,
        why,
    )


def _score(name: SolutionName, v: Vector, low: list[Fraction], best: list[Fraction]) -> Vector:
    gains = [u - r for u, r in zip(v, low, strict=True)]
    if name == "nash":
        return (prod(gains, start=Fraction(1)),)
    if name == "utilitarian":
        return (sum(v, Fraction()),)
    if name == "egalitarian":
        return tuple(sorted(gains))
    room = [a - r for a, r in zip(best, low, strict=True)]
    return tuple(sorted(g / a if a else Fraction(1) for g, a in zip(gains, room, strict=True)))
