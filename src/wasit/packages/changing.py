"""The smallest change of a draft that helps: harms nobody, satisfies all, reaches the frontier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product
from math import comb, lcm
from typing import Literal

import numpy as np

from wasit.packages.aims import Sum
from wasit.packages.bargain import Bargain, Package, Party
from wasit.packages.efficient import Frontier
from wasit.packages.exact import Scaled
from wasit.packages.rules import Terms
from wasit.packages.search import Search, any_acceptable

Goal = Literal["nobody_worse", "all_accept", "frontier"]

TRIED = 400_000
"""How many packages are tried before the search for the smallest change ends."""


@dataclass(frozen=True, slots=True)
class Change:
    """The smallest change found."""

    package: Package
    issues: tuple[int, ...]
    """Where it differs from the draft; empty where the draft does it already."""
    proven: bool
    """Whether none smaller does it, and of that size none has a larger sum of gains."""


def smallest_change(bargain: Bargain, draft: Package, goal: Goal) -> Change | None:
    """The change of fewest issues; of several, the one with the largest sum of utilities.

    ``nobody_worse``: no party has less than by the draft, and one has more. ``all_accept``: every
    party is at or above its reservation value. None where there is none, or none was found.
    """
    terms = Terms.of(bargain)
    reached = _goal(bargain, draft, goal)
    tried = 0
    for size in range(len(draft) + 1):
        ways = _how_many(bargain, size)
        if tried + ways > TRIED:
            return _searched(bargain, terms, draft, goal)
        tried += ways
        best = _best(bargain, terms, draft, size, reached)
        if best is not None:
            return Change(best, _differs(draft, best), proven=True)
    return None


def _searched(bargain: Bargain, terms: Terms, draft: Package, goal: Goal) -> Change | None:
    """The same where there are too many packages to try.

    What stays as it is counts as a party's wish: the search looks for the package that keeps most
    of the draft, then for the one of those with the largest sum.
    """
    found = [
        change
        for wished in _wished(bargain, draft, goal)
        if (change := _keeping_most(wished, terms, draft)) is not None
    ]
    return min(
        found,
        key=lambda c: (len(c.issues), -sum(bargain.utilities(c.package), Fraction())),
        default=None,
    )


def _wished(bargain: Bargain, draft: Package, goal: Goal) -> Iterator[Bargain]:
    """The bargain with reservation values that say what the goal asks for: one of these."""
    if goal == "all_accept":
        yield bargain
        return
    start = bargain.utilities(draft)
    steps = Scaled.of(bargain)
    for better in range(len(start)):
        parties = []
        for place, (party, value) in enumerate(zip(bargain.parties, start, strict=True)):
            # Just above what the draft gives, on the scale on which all its utilities are whole.
            more = Fraction(1, steps.scale[place]) if place == better else Fraction()
            parties.append(replace(party, reservation=value + more))
        yield replace(bargain, parties=tuple(parties))


def _keeping_most(bargain: Bargain, terms: Terms, draft: Package) -> Change | None:
    kept = tuple(
        tuple(Fraction(int(option == draft[issue])) for option in range(size))
        for issue, size in enumerate(bargain.sizes)
    )
    found = _largest(bargain, terms, kept, Fraction(), only=True)
    if found is None:
        return None
    same = sum(a == b for a, b in zip(draft, found[0], strict=True))
    best = _largest(bargain, terms, kept, Fraction(same), only=False)
    package, proven = best if best is not None else found
    return Change(package, _differs(draft, package), found[1] and proven)


def _largest(
    bargain: Bargain, terms: Terms, kept: Worths, least: Fraction, *, only: bool
) -> tuple[Package, bool] | None:
    """The package with the largest sum, or, with ``only``, that keeps most; and whether proven."""
    keeper = Party("\0", kept, least)
    scaled = Scaled.of(replace(bargain, parties=(*bargain.parties, keeper)))
    search = Search(scaled, terms)
    if any_acceptable(search) is False:
        return None
    units = search.table.units
    counts = [lcm(*scaled.scale) // scale for scale in scaled.scale]
    given = units / units.max()
    if only:
        given[:-1], given[-1] = 0.0, 1.0
        counts[:-1], counts[-1] = [0] * (len(counts) - 1), 1
    else:
        given[-1], counts[-1] = 0.0, 0
    found = search.best(Sum(given, tuple(counts)), only_one=True)
    return None if found is None else (found.package, found.proven)


Worths = tuple[tuple[Fraction, ...], ...]


def nearest_efficient(frontier: Frontier, draft: Package) -> Change:
    """The efficient package that differs from the draft on the fewest issues."""
    cost = np.zeros(1, np.int64)
    for issue, links in zip(frontier.course.order, frontier.links, strict=True):
        along = cost[links.row] + (links.option != draft[issue])
        cost = np.minimum.reduceat(along, links.start[:-1])
    fewest = int(cost.min())
    places = np.flatnonzero(cost == fewest).tolist()
    scaled = frontier.scaled
    place = max(places, key=lambda each: sum(scaled.utilities(frontier.sums(each)), Fraction()))
    package = _way_back(frontier, draft, place, fewest)
    return Change(package, _differs(draft, package), proven=True)


def _way_back(frontier: Frontier, draft: Package, place: int, changes: int) -> Package:
    """The package behind a vector that has no more than so many changes."""
    taken = [0] * len(draft)

    def back(stage: int, row: int, left: int) -> bool:
        if stage < 0:
            return True
        issue, links = frontier.course.order[stage], frontier.links[stage]
        for edge in range(int(links.start[row]), int(links.start[row + 1])):
            option = int(links.option[edge])
            rest = left - (option != draft[issue])
            if rest >= 0 and back(stage - 1, int(links.row[edge]), rest):
                taken[issue] = option
                return True
        return False

    back(len(draft) - 1, place, changes)
    return tuple(taken)


def _goal(bargain: Bargain, draft: Package, goal: Goal) -> Callable[[Package], bool]:
    if goal == "all_accept":
        return lambda package: not bargain.refusals(package)
    start = bargain.utilities(draft)

    def nobody_worse(package: Package) -> bool:
        after = bargain.utilities(package)
        return after != start and all(a >= b for a, b in zip(after, start, strict=True))

    return nobody_worse


def _how_many(bargain: Bargain, size: int) -> int:
    if size == 0:
        return 1
    most = max(bargain.sizes) - 1
    return comb(len(bargain.sizes), size) * int(most**size)


def _best(
    bargain: Bargain, terms: Terms, draft: Package, size: int, reached: Callable[[Package], bool]
) -> Package | None:
    found = (p for p in _changed(bargain, draft, size) if terms.keeps(p) and reached(p))
    return max(found, key=lambda p: sum(bargain.utilities(p), Fraction()), default=None)


def _changed(bargain: Bargain, draft: Package, size: int) -> Iterator[Package]:
    """Every package that differs from the draft on exactly so many issues."""
    for issues in combinations(range(len(draft)), size):
        others = [[o for o in range(bargain.sizes[i]) if o != draft[i]] for i in issues]
        for options in product(*others):
            package = list(draft)
            for issue, option in zip(issues, options, strict=True):
                package[issue] = option
            yield tuple(package)


def _differs(draft: Package, package: Package) -> tuple[int, ...]:
    return tuple(i for i, (a, b) in enumerate(zip(draft, package, strict=True)) if a != b)
