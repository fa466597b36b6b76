"""A good package to start from: sampled, then bettered by changing one issue or two at a time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from wasit.packages.bargain import Package
from wasit.packages.bounds import Doubles, Table
from wasit.packages.exact import Ints
from wasit.packages.rules import Terms, some_package

SAMPLES = 64
PAIRED = 80
"""How many single changes are tried in pairs: those that lose least by themselves."""
ROUNDS = 60


def climb(
    table: Table,
    terms: Terms,
    value: Callable[[Doubles], Doubles],
    chances: Doubles,
    starts: list[Package],
) -> list[Package]:
    """Packages that keep to the terms, the best first; at least one where there is any.

    ``value`` is of gains: packages x parties. The draws are the same every time.
    """
    found = list(starts)
    drawn = [tuple(row) for row in _drawn(table, chances).tolist()]
    found += [package for package in drawn if not terms.clauses or terms.keeps(package)]
    if not found:
        scores = chances + np.where(np.isinf(table.closed), -1.0, 0.0)
        package = some_package(terms, scores.tolist())
        if package is None:
            return []
        found.append(package)
    packages = np.array(list(dict.fromkeys(found)), np.int64)
    values = value(table.sums(packages) - table.reservation)
    best = packages[values.argsort(kind="stable")[::-1]]
    tops = [_climbed(table, terms, value, start) for start in best[:2]]
    ranked = np.vstack((np.array(tops), best))
    values = value(table.sums(ranked) - table.reservation)
    return [tuple(row) for row in ranked[(-values).argsort(kind="stable")].tolist()]


def _drawn(table: Table, chances: Doubles) -> Ints:
    """The likeliest package, and some drawn by the chances."""
    likeliest = np.where(np.isinf(table.closed), -1.0, chances).argmax(axis=1)
    draws = np.random.default_rng(0).random((SAMPLES, len(chances)))
    below = chances.cumsum(axis=1)[None] < draws[:, :, None]
    picked = np.minimum(below.sum(axis=2), (chances > 0).cumsum(axis=1).argmax(axis=1))
    return np.vstack((likeliest[None], picked))


def _climbed(table: Table, terms: Terms, value: Callable[[Doubles], Doubles], start: Ints) -> Ints:
    """The package where no change of one or two issues is for the better."""
    package = start.copy()
    issues, options = np.nonzero(table.closed == 0.0)
    for _ in range(ROUNDS):
        sums = table.sums(package[None])[0]
        current = float(value((sums - table.reservation)[None])[0])
        changes = table.worth[issues, options] - table.worth[issues, package[issues]]
        gains = sums - table.reservation + changes
        single = value(gains)
        move = _better_one(terms, package, issues, options, single, current)
        if move is None:
            move = _better_two(
                terms, package, issues, options, changes, single,
                sums - table.reservation, value, current,
            )  # fmt: skip
        if move is None:
            break
        package = move
    return package


def _better_one(
    terms: Terms, package: Ints, issues: Ints, options: Ints, values: Doubles, current: float
) -> Ints | None:
    for place in _from_the_best(values, current):
        changed = package.copy()
        changed[issues[place]] = options[place]
        if not terms.clauses or terms.keeps(tuple(changed.tolist())):
            return changed
    return None


def _better_two(
    terms: Terms,
    package: Ints,
    issues: Ints,
    options: Ints,
    changes: Doubles,
    single: Doubles,
    gains: Doubles,
    value: Callable[[Doubles], Doubles],
    current: float,
) -> Ints | None:
    some = (-single).argsort(kind="stable")[:PAIRED]
    left, right = np.triu_indices(len(some), 1)
    left, right = some[left], some[right]
    apart = issues[left] != issues[right]
    left, right = left[apart], right[apart]
    values = value(gains + changes[left] + changes[right])
    for place in _from_the_best(values, current):
        changed = package.copy()
        changed[issues[left[place]]] = options[left[place]]
        changed[issues[right[place]]] = options[right[place]]
        if not terms.clauses or terms.keeps(tuple(changed.tolist())):
            return changed
    return None


def _from_the_best(values: Doubles, current: float) -> NDArray[np.intp]:
    """The places of better values, the best first; not those better by rounding alone."""
    better = np.flatnonzero(values > current + 1e-12 * (1.0 + abs(current)))
    return better[(-values[better]).argsort(kind="stable")]
