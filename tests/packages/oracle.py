"""What is right, found by counting: every package one by one, in fractions.

Shares nothing with the solver but the description of a bargain.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import prod

from wasit.packages import Bargain, Package, Rule

Vector = tuple[Fraction, ...]


@dataclass
class Truth:
    """All there is to know of a bargain."""

    behind: dict[Vector, list[Package]]
    """The allowed packages, by their utilities."""
    efficient: set[Vector]
    acceptable: set[Vector] | None = None
    """None: some reservation value is not known."""
    accepted: int | None = None
    best: dict[str, set[Vector]] = field(default_factory=dict)
    """By solution, all vectors that have its best score; empty where nothing is acceptable."""

    @property
    def allowed(self) -> int:
        return sum(map(len, self.behind.values()))


def truth(bargain: Bargain) -> Truth | None:
    """The truth; none where the rules leave no package."""
    behind: dict[Vector, list[Package]] = {}
    for package in product(*(range(len(issue.options)) for issue in bargain.issues)):
        if _keeps(bargain, package):
            behind.setdefault(_utilities(bargain, package), []).append(package)
    if not behind:
        return None
    found = Truth(behind, {v for v in behind if not any(_beats(w, v) for w in behind)})
    lows = [party.reservation for party in bargain.parties]
    if any(low is None for low in lows):
        return found
    low = [value for value in lows if value is not None]
    found.acceptable = {v for v in behind if all(u >= r for u, r in zip(v, low, strict=True))}
    found.accepted = sum(
        len(packages) for v, packages in behind.items() if _passes(bargain, v, low)
    )
    if found.acceptable:
        most = [max(column) for column in zip(*found.acceptable, strict=True)]
        for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
            scores = {v: _score(name, v, low, most) for v in found.acceptable}
            top = max(scores.values())
            found.best[name] = {v for v, score in scores.items() if score == top}
    return found


def _utilities(bargain: Bargain, package: Package) -> Vector:
    return tuple(
        sum((row[o] for row, o in zip(party.worth, package, strict=True)), Fraction())
        for party in bargain.parties
    )


def _beats(one: Vector, other: Vector) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def _keeps(bargain: Bargain, package: Package) -> bool:
    for line in bargain.red_lines:
        issue, option = line.choice
        if package[issue] == option and (line.party, issue) not in bargain.relaxed:
            return False
    return all(_meets(rule, package) for rule in bargain.rules)


def _meets(rule: Rule, package: Package) -> bool:
    taken = [package[issue] == option for issue, option in rule.options]
    then = [package[issue] == option for issue, option in rule.then]
    if rule.relation in ("requires", "if_then"):
        return all(then) or not all(taken)
    if rule.relation == "excludes":
        return not all(taken) or (bool(then) and not any(then))
    distinct = {c for c in rule.options if package[c[0]] == c[1]}
    return len(distinct) <= 1 if rule.relation == "at_most_one" else any(taken)


def _passes(bargain: Bargain, vector: Vector, low: list[Fraction]) -> bool:
    names = [party.name for party in bargain.parties]
    counted = bargain.acceptance.seats or names
    against = [
        name for name, u, r in zip(names, vector, low, strict=True) if u < r and name in counted
    ]
    vetoed = any(name in bargain.acceptance.vetoes for name in against)
    return len(against) <= bargain.acceptance.all_but and not vetoed


def _score(name: str, vector: Vector, low: list[Fraction], most: list[Fraction]) -> Vector:
    gains = [u - r for u, r in zip(vector, low, strict=True)]
    if name == "nash":
        return (prod(gains, start=Fraction(1)),)
    if name == "utilitarian":
        return (sum(vector, Fraction()),)
    if name == "egalitarian":
        return tuple(sorted(gains))
    room = [a - r for a, r in zip(most, low, strict=True)]
    return tuple(sorted(g / a if a else Fraction(1) for g, a in zip(gains, room, strict=True)))
