"""Solutions without a frontier: climb to a good package, then prove that none is better.

A value between what was reached and what weights bound is set as a target, ever lower from the
bound down, and the sweep lists every package that may reach it. The first list with a package in
it that does holds the best one, and all its ties. Where lists outgrow the room, the target that
none reached stays as the bound.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from wasit.packages.aims import Aim, Least, Product, Score, Sum
from wasit.packages.bargain import Package
from wasit.packages.bounds import Doubles, Dual, Table
from wasit.packages.climbing import climb
from wasit.packages.exact import Ints, Scaled
from wasit.packages.optimising import NODES, Listed, fairest, largest_sum
from wasit.packages.rules import Terms
from wasit.packages.sweeping import TooMany, sweep

DEPTHS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0)
"""How far down from the bound to what was reached the targets lie."""

SHARES = (0.999, 0.998, 0.995, 0.99, 0.98, 0.95, 0.9)
"""Of the largest product of gains: how near to it a region around it reaches."""

ENOUGH = 2_000
"""So many packages at most make a region."""

ROOM = 300_000
"""How many partial packages a sweep may hold."""

NEAR = 1e-9
"""Doubles this near each other are told apart by exact integers."""


FAR = 1e4
"""Below 0 by so many times its range, a reservation value leaves doubles too little to tell."""


UNEVEN = 1e5
"""Parties' gains counted in units further apart are not told apart by doubles."""

LEAST_GAIN = 10**6
"""A gain of less than one part in so many of a party's range is too near nothing for doubles."""


@dataclass(frozen=True, slots=True)
class Found:
    """The best package found, and what is known of all others."""

    package: Package
    sums: tuple[int, ...]
    score: Score
    ties: int | None
    """Other vectors of the same score; none where not proven."""
    proven: bool
    bound: float
    """In the aim's own value: no package exceeds it."""
    weights: Doubles


class Search:
    """The searches over one bargain; all its parties have reservation values."""

    def __init__(self, scaled: Scaled, terms: Terms, nodes: int = NODES) -> None:
        self.scaled, self.terms = scaled, without_twins(scaled, terms)
        self.table = Table.of(scaled, self.terms)
        self.reserves = [reserve or 0 for reserve in scaled.reservation]
        self.known: list[Package] = []
        self.nodes = nodes

    def best(self, aim: Aim, *, only_one: bool = False) -> Found | None:
        """The best package for that aim; none where no acceptable one was found.

        ``only_one``: ties need not be counted, where there may be too many.
        None is no proof that there is none: that is for :class:`Least` to say, over all packages.
        """
        table = self._table_for(aim)
        dual = aim.dual(table)
        climbed = climb(table, self.terms, aim.value, dual.chances, self.known)
        reached = self._first_that_counts(aim, climbed)
        if reached is None:
            return None
        gains = self._gains(table, np.array([reached]))[0]
        if isinstance(aim, Least):
            shares = np.maximum(aim.shares(dual.weights), 1e-9)
            listed = fairest(table, self.terms, aim, shares, gains, self.nodes)
            found = self._listed(table, aim, dual, reached, listed)
        elif isinstance(aim, Sum):
            extra = dual.weights - aim.given
            step = aim.step(self.scaled) if only_one else 0.0
            listed = largest_sum(table, self.terms, aim, extra, gains, self.nodes, step=step)
            found = self._listed(table, aim, dual, reached, listed)
        else:
            found = self._lowering(table, aim, dual, reached)
        self.known.append(found.package)
        return replace(found, proven=False, ties=None) if self._blurs(aim) else found

    def around(self, found: Found) -> tuple[float, Ints]:
        """All packages whose product of gains is at least some share of the largest.

        ``found`` has the largest, proven. Returns the smallest share of which not too many have
        it, and those packages; none for a share of 1 where there are too many even near to it.
        """
        aim, table = Product(), self.table
        value = float(aim.value(self._gains(table, np.array([found.package])))[0])
        best = 1.0, np.zeros((0, len(found.package)), np.int64)
        for share in SHARES:
            bars = aim.bars(table, found.weights, value * share)
            try:
                packages = sweep(table, self.terms, bars, ROOM)
            except TooMany:
                break
            values = aim.value(self._gains(table, packages))
            inside = packages[values >= value * share * (1 + NEAR)]
            if len(inside) > ENOUGH:
                break
            best = share, inside
        return best

    def _blurs(self, aim: Aim) -> bool:
        """Whether doubles cannot tell gains apart well enough to be trusted.

        A reservation value may lie far below all utilities, or parties' ranges far apart.
        """
        counted = np.ones(1)
        if isinstance(aim, Sum):
            counted = aim.given[aim.given > 0]
        elif isinstance(aim, Least):
            counted = aim.per[np.array(aim.units) > 0]
        low = not isinstance(aim, Sum) and bool((self.table.reservation < -FAR).any())
        return low or float(counted.max()) > UNEVEN * float(counted.min())

    def _table_for(self, aim: Aim) -> Table:
        """A sum does not depend on reservation values that any package meets."""
        if not isinstance(aim, Sum):
            return self.table
        return replace(self.table, reservation=np.maximum(self.table.reservation, 0.0))

    def _lowering(self, table: Table, aim: Aim, dual: Dual, reached: Package) -> Found:
        """Set targets ever lower, and list what passes them."""
        weights = dual.weights
        value = float(aim.value(self._gains(table, np.array([reached])))[0])
        top = aim.bound(table, weights)
        bound = top
        for depth in DEPTHS:
            target = top - depth * (top - value)
            if depth == 1.0:
                target = min(target, value)
            target -= NEAR * (abs(target) + abs(top - value))
            try:
                packages = sweep(table, self.terms, aim.bars(table, weights, target), ROOM)
            except TooMany:
                break
            best = self._best_of(table, aim, packages, target)
            if best is not None:
                return Found(*best, proven=True, bound=target, weights=weights)
            bound = target
        return self._unproven(aim, reached, max(bound, value), weights)

    def _listed(
        self, table: Table, aim: Aim, dual: Dual, reached: Package, listed: Listed
    ) -> Found:
        """The exact best of what branch and bound lists."""
        both = np.vstack((np.array([reached]), listed.packages))
        best = self._best_of(table, aim, np.unique(both, axis=0), -np.inf)
        bound = aim.bound(table, dual.weights)
        if best is None or not listed.complete:
            package = reached if best is None else best[0]
            return self._unproven(aim, package, bound, dual.weights)
        return Found(*best, proven=True, bound=bound, weights=dual.weights)

    def _unproven(self, aim: Aim, package: Package, bound: float, weights: Doubles) -> Found:
        sums = self.scaled.sums(package)
        score = aim.score(sums, self.reserves)
        return Found(package, sums, score, None, proven=False, bound=bound, weights=weights)

    def _gains(self, table: Table, packages: Ints) -> Doubles:
        return table.sums(packages) - table.reservation

    def _counts(self, aim: Aim, sums: tuple[int, ...]) -> bool:
        if not aim.over_acceptable:
            return True
        return all(x >= r for x, r in zip(sums, self.reserves, strict=True))

    def _first_that_counts(self, aim: Aim, packages: list[Package]) -> Package | None:
        exact = ((package, self.scaled.sums(package)) for package in packages)
        return next((package for package, sums in exact if self._counts(aim, sums)), None)

    def _best_of(
        self, table: Table, aim: Aim, packages: Ints, target: float
    ) -> tuple[Package, tuple[int, ...], Score, int] | None:
        """The best of them, and its ties; none where none of them reaches the target.

        All that reach the target are among the packages: so the best of those that do is the
        best of all.
        """
        values = aim.value(self._gains(table, packages))
        order = (-values).argsort(kind="stable")
        best: Score | None = None
        least = -np.inf
        holders: dict[tuple[int, ...], Package] = {}
        blur = NEAR * aim.size
        for place in order:
            if values[place] < (target if best is None else least - blur):
                break  # the doubles leave no doubt
            package = tuple(packages[place].tolist())
            sums = self.scaled.sums(package)
            if not self._counts(aim, sums):
                continue
            score = aim.score(sums, self.reserves)
            if best is None or score > best:
                if best is None:
                    least = float(values[place])
                best, holders = score, {}
            if score == best:
                holders.setdefault(sums, package)
        if best is None:
            return None
        sums, package = next(iter(holders.items()))
        return package, sums, best, len(holders) - 1


def without_twins(scaled: Scaled, terms: Terms) -> Terms:
    """The terms with one option in place of several that are worth the same to every party.

    Only on issues that no clause is about: there such options cannot be told apart at all.
    """
    bound = {issue for clause in terms.clauses for issue, _ in clause}
    kept = []
    for issue, row in enumerate(terms.open):
        first: dict[tuple[int, ...], int] = {}
        for option in row:
            first.setdefault(scaled.worth[issue][option], option)
        kept.append(row if issue in bound else tuple(first.values()))
    return replace(terms, open=tuple(kept))


# --- the four solutions -----------------------------------------------------------------------


def any_acceptable(search: Search) -> bool | None:
    """Whether some package meets every reservation value; none: not found out."""
    scaled = search.scaled
    parties = np.ones(scaled.parties)
    found = search.best(Least(parties, tuple(top or 1 for top in scaled.top)))
    if found is not None and found.score[0] >= 0:
        return True
    return False if found is not None and found.proven else None


def nash(search: Search) -> Found | None:
    """The largest product of gains; not proven where some gain in it is next to nothing."""
    found = search.best(Product())
    if found is None:
        return None
    tops = zip(found.sums, search.reserves, search.scaled.top, strict=True)
    slight = any((x - r) * LEAST_GAIN < (top or 1) for x, r, top in tops)
    return replace(found, proven=False, ties=None) if slight else found


def egalitarian(search: Search) -> Found | None:
    """The largest smallest gain, over all packages, acceptable or not."""
    scaled = search.scaled
    return search.best(Least(search.table.units, scaled.scale))


def utilitarian(search: Search) -> Found | None:
    """The largest sum of utilities over acceptable packages; the widest range counts as 1."""
    scaled = search.scaled
    common = int(np.lcm.reduce(np.array(scaled.scale, dtype=object)))
    units = search.table.units
    aim = Sum(units / units.max(), tuple(common // s for s in scaled.scale))
    found = search.best(aim)
    if found is None or found.proven:
        return found
    alone = search.best(aim, only_one=True)
    return found if alone is None else replace(alone, ties=None)


def kalai_smorodinsky(search: Search) -> tuple[Found, tuple[int, ...]] | None:
    """The shares of each party's largest gain; and those largest gains, as scaled integers.

    None where one of these is not proven.
    """
    parties = search.scaled.parties
    room: list[int] = []
    largest: Found | None = None
    for party in range(parties):
        only = np.zeros(parties)
        only[party] = 1.0
        aim = Sum(only, tuple(int(each == party) for each in range(parties)))
        largest = search.best(aim, only_one=True)
        if largest is None or not largest.proven:
            return None
        room.append(largest.sums[party] - search.reserves[party])
    if not any(room) and largest is not None:
        # Nobody can gain anything: what is acceptable is worth just the reservation values.
        return replace(largest, score=(1,), ties=0, bound=1.0), tuple(room)
    tops = [top or 1 for top in search.scaled.top]
    per = np.array([top / most if most else 1.0 for top, most in zip(tops, room, strict=True)])
    found = search.best(Least(per, tuple(room), over_acceptable=True))
    return None if found is None else (found, tuple(room))
