"""Checks again what an answer says is proven. Shares nothing with the solver but the bargain.

A solution that was searched for brings weights of the parties. Whatever scores more than it would
have a large weighted sum of gains; the checker lists, in fractions, every package whose weighted
sum is that large, and looks whether one of them scores more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from wasit.packages import Bargain, Deal, Package, Rule, Solution

Gains = Sequence[Fraction]


def heavy(bargain: Bargain, weights: Sequence[Fraction], least: Fraction) -> Iterator[Package]:
    """Every package whose weighted sum of gains is at least ``least``, rules left aside."""
    rows = []
    for issue, size in enumerate(bargain.sizes):
        options = [
            (sum((w * p.worth[issue][o] for w, p in zip(weights, bargain.parties, strict=True)),
                 Fraction()), o)
            for o in range(size)
        ]  # fmt: skip
        rows.append(sorted(options, reverse=True))
    ahead = [Fraction()] * (len(rows) + 1)
    for issue in range(len(rows) - 1, -1, -1):
        ahead[issue] = ahead[issue + 1] + rows[issue][0][0]
    floor = sum(
        (w * (p.reservation or 0) for w, p in zip(weights, bargain.parties, strict=True)),
        Fraction(),
    )

    def below(issue: int, so_far: Fraction, taken: list[int]) -> Iterator[Package]:
        if issue == len(rows):
            yield tuple(taken)
            return
        for worth, option in rows[issue]:
            if so_far + worth + ahead[issue + 1] - floor < least:
                return
            taken.append(option)
            yield from below(issue + 1, so_far + worth, taken)
            taken.pop()

    yield from below(0, Fraction(), [])


def gains(bargain: Bargain, package: Package) -> list[Fraction]:
    found = []
    for party in bargain.parties:
        total = sum((row[o] for row, o in zip(party.worth, package, strict=True)), Fraction())
        found.append(total - (party.reservation or 0))
    return found


def keeps(bargain: Bargain, package: Package) -> bool:
    """Whether the package keeps to the rules; only the two relations that are searched here."""

    def taken(rule: Rule) -> bool:
        return all(package[issue] == option for issue, option in rule.options)

    for rule in bargain.rules:
        if rule.relation == "excludes" and taken(rule):
            return False
        if rule.relation == "requires" and taken(rule):
            for issue, option in rule.then:
                if package[issue] != option:
                    return False
    return True


def root_below(value: Fraction, degree: int) -> Fraction:
    """A number whose power is at most ``value``, and near to it."""
    guess = Fraction(float(value) ** (1 / degree)).limit_denominator(10**12)
    while guess**degree > value:
        guess *= Fraction(999_999, 1_000_000)
    return guess


def check_nash(bargain: Bargain, solution: Solution) -> int:
    """By the inequality of the means: a product P of n gains has ``w . gains >= n (P prod w)^1/n``.

    Returns how many packages had to be looked at.
    """
    size = len(bargain.parties)
    scaled = solution.score
    for weight in solution.weights:
        scaled *= weight
    least = size * root_below(scaled, size)

    def score(found: Gains) -> Fraction:
        product = Fraction(1)
        for gain in found:
            product *= max(gain, Fraction())
        return product

    return _none_better(bargain, solution, least, score)


def check_least(bargain: Bargain, solution: Solution) -> int:
    """The smallest gain times the sum of the weights is at most the weighted sum."""
    least = solution.score * sum(solution.weights, Fraction())
    return _none_better(bargain, solution, least, min)


def _none_better(
    bargain: Bargain,
    solution: Solution,
    least: Fraction,
    score: Callable[[Gains], Fraction],
) -> int:
    assert keeps(bargain, solution.package)
    assert score(gains(bargain, solution.package)) == solution.score == solution.bound
    looked = 0
    for package in heavy(bargain, solution.weights, least):
        looked += 1
        if keeps(bargain, package):
            assert score(gains(bargain, package)) <= solution.score
    assert looked
    return looked


def check_frontier(bargain: Bargain, deals: Sequence[Deal], tries: int) -> None:
    """Every deal is a package with these utilities, none beats another, and none is beaten.

    Beaten: changing one or two issues of any deal, by its neighbours, ``tries`` deals of them.
    """
    vectors = [deal.utilities for deal in deals]
    assert len(set(vectors)) == len(vectors)
    for deal in deals:
        assert bargain.utilities(deal.package) == deal.utilities
    known = set(vectors)
    step = max(1, len(deals) // tries)
    for deal in deals[::step]:
        for package in _neighbours(bargain, deal.package):
            if not keeps(bargain, package):
                continue
            vector = bargain.utilities(package)
            if vector not in known:
                assert any(_at_least(one, vector) for one in vectors)
    for one in vectors[::step]:
        assert not any(other != one and _at_least(other, one) for other in vectors)


def _neighbours(bargain: Bargain, package: Package) -> Iterator[Package]:
    for issue, size in enumerate(bargain.sizes):
        for option in range(size):
            yield (*package[:issue], option, *package[issue + 1 :])


def _at_least(one: Sequence[Fraction], other: Sequence[Fraction]) -> bool:
    return all(a >= b for a, b in zip(one, other, strict=True))
