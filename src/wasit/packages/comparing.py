"""What a package gives and takes: against a draft, against no deal, and between two parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from wasit.packages.bargain import Bargain, Package

TOLD = 3
"""How many trades are told of at most."""


@dataclass(frozen=True, slots=True)
class Move:
    """One issue that is settled otherwise in one package than in another."""

    issue: int
    before: int
    after: int
    change: tuple[Fraction, ...]
    """By party, what it gains by that; below 0: what it gives."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """From one package to another."""

    moves: tuple[Move, ...]
    change: tuple[Fraction, ...]
    """By party, over all issues."""
    surplus: tuple[Fraction | None, ...]
    """By party, what the second has above its reservation value; none where that is unknown."""


def compare(bargain: Bargain, before: Package, after: Package) -> Comparison:
    """What each party gains and gives from ``before`` to ``after``."""
    moves = []
    for issue, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            change = tuple(p.worth[issue][new] - p.worth[issue][old] for p in bargain.parties)
            moves.append(Move(issue, old, new, change))
    totals = tuple(
        sum((move.change[place] for move in moves), Fraction())
        for place in range(len(bargain.parties))
    )
    return Comparison(tuple(moves), totals, surplus(bargain, after))


def surplus(bargain: Bargain, package: Package) -> tuple[Fraction | None, ...]:
    """By party, what the package is worth above its reservation value."""
    pairs = zip(bargain.parties, bargain.utilities(package), strict=True)
    return tuple(None if p.reservation is None else u - p.reservation for p, u in pairs)


@dataclass(frozen=True, slots=True)
class Trade:
    """One party yields on an issue, and another yields on another issue in return."""

    party: int
    other: int
    yields: int
    """The issue on which the party yields,"""
    cost: Fraction
    """what that costs it,"""
    given: Fraction
    """and what the other gains by it."""
    returns: int
    """The issue on which the other yields,"""
    gain: Fraction
    """what the party gains there,"""
    price: Fraction
    """and what that costs the other."""


def trades(bargain: Bargain, package: Package, before: Package | None = None) -> tuple[Trade, ...]:
    """The most telling trades in a package, at most :data:`TOLD`, each issue in one of them alone.

    On each issue the package stands against the option in ``before``; without that, against the
    best option of the party that gains there. A pair of issues is a trade where both parties gain
    more than they give; it tells more, the more the one who profits less has of it.
    """
    found = []
    for party, other in permutations(range(len(bargain.parties)), 2):
        given = _yielded(bargain, package, party, other, before)
        taken = _yielded(bargain, package, other, party, before)
        for yields, cost, gift in given:
            for returns, price, gain in taken:
                if yields != returns and party < other and gain > cost and gift > price:
                    found.append(Trade(party, other, yields, cost, gift, returns, gain, price))
    found.sort(key=lambda t: (-min(t.gain - t.cost, t.given - t.price), t.yields, t.returns))
    kept: list[Trade] = []
    used: set[int] = set()
    for trade in found:
        if used.isdisjoint((trade.yields, trade.returns)):
            kept.append(trade)
            used |= {trade.yields, trade.returns}
    return tuple(kept[:TOLD])


def _yielded(
    bargain: Bargain, package: Package, party: int, other: int, before: Package | None
) -> list[tuple[int, Fraction, Fraction]]:
    """The issues on which a party gives and another gains: what it costs, what the other has."""
    found = []
    mine, theirs = bargain.parties[party].worth, bargain.parties[other].worth
    for issue, option in enumerate(package):
        row, column = mine[issue], theirs[issue]
        base = row.index(max(row)) if before is None else before[issue]
        cost, gift = row[base] - row[option], column[option] - column[base]
        if cost > 0 and gift > 0:
            found.append((issue, cost, gift))
    return found


@dataclass(frozen=True, slots=True)
class Span:
    """Where a draft lies for a party: a point where all its options are known, else a range."""

    low: Fraction
    high: Fraction


def spans(bargain: Bargain, allowed: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    """By party, the least and most that a text may be worth whose options are not all known.

    ``allowed``: by issue, the options that it may take. Each party's ends are its own: they need
    not come together, and rules between issues are left aside.
    """
    ends = []
    for party in bargain.parties:
        said = [
            [row[option] for option in options]
            for row, options in zip(party.worth, allowed, strict=True)
        ]
        ends.append(Span(sum(map(min, said), Fraction()), sum(map(max, said), Fraction())))
    return tuple(ends)
