"""The sweep: all packages that pass several weighted bars, issue by issue.

A bar is a weight for each party and the least weighted sum that a package must have. A partial
package that cannot reach some bar with the best options of all issues to come is dropped; so is
one that breaks a rule. What is left at the end is every package that passes, and no other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wasit.packages.bounds import Doubles, Table
from wasit.packages.exact import Ints
from wasit.packages.rules import Terms

SLACK = 1e-9
"""How far, of the size of the sums, a bar is lowered: much further than doubles err over a sweep,
so that rounding never drops a package."""

_WORD = 62


@dataclass(frozen=True, slots=True)
class Bars:
    """What a package must reach: bars x parties, and the least sums."""

    weights: Doubles
    least: Doubles


class TooMany(Exception):
    """More partial packages pass than there is room for."""


@dataclass(frozen=True)
class Marks:
    """The clauses of the rules as bits, to be met by the options taken."""

    meets: Ints
    """Issues x options x words."""
    due: Ints
    """Issues x words: the clauses that must be met once the issue, in that order, is settled."""

    @classmethod
    def of(cls, terms: Terms, order: Ints) -> Marks:
        """The marks for issues settled in that order."""
        words = -(-len(terms.clauses) // _WORD)
        meets = np.zeros((len(terms.sizes), max(terms.sizes), words), np.int64)
        due = np.zeros((len(terms.sizes), words), np.int64)
        places = {int(issue): place for place, issue in enumerate(order)}
        for number, clause in enumerate(terms.clauses):
            word, bit = number // _WORD, 1 << number % _WORD
            last = max((issue for issue, _ in clause), key=places.__getitem__)
            due[last, word] |= bit
            for issue, mask in clause:
                for option in range(terms.sizes[issue]):
                    if mask >> option & 1:
                        meets[issue, option, word] |= bit
        return cls(meets, due)


def sweep(table: Table, terms: Terms, bars: Bars, room: int) -> Ints:
    """Every package that keeps to the terms and passes all bars: packages x issues.

    Raises :class:`TooMany` where more than ``room`` partial packages pass at once.
    """
    worth = table.worth @ bars.weights.T
    scores = worth + table.closed[:, :, None]
    tops = scores.max(axis=1)
    floors = bars.least - SLACK * (np.abs(bars.least) + np.abs(tops).sum(axis=0) + 1e-300)
    losses = tops[:, None, :] - scores
    spare = tops.sum(axis=0) - floors
    order = _order(losses, spare)
    marks = Marks.of(terms, order)
    left = np.broadcast_to(spare, (1, len(spare)))
    met = np.zeros((1, marks.due.shape[1]), np.int64)
    trail: list[tuple[Ints, Ints]] = []
    for issue in order:
        options = np.flatnonzero((losses[issue] <= spare).all(axis=1))
        after = left[:, None, :] - losses[issue, options]
        kept = (after >= 0).all(axis=2)
        if marks.due.shape[1]:
            met_after = met[:, None, :] | marks.meets[issue, options]
            kept &= ((met_after & marks.due[issue]) == marks.due[issue]).all(axis=2)
            met = met_after[kept]
        rows, columns = np.nonzero(kept)
        left = after[kept]
        trail.append((rows, options[columns]))
        if len(left) > room:
            raise TooMany
    return _unwound(order, trail, len(left))


def _order(losses: Doubles, spare: Doubles) -> Ints:
    """The issues where least else than the best passes first, so that few partial ones pass."""
    nearest = np.where(losses <= spare, losses / np.maximum(spare, 1e-300), np.inf).max(axis=2)
    passing = (nearest <= 1.0).sum(axis=1)
    ease = np.where(nearest <= 1.0, 1.0 - nearest, 0.0).sum(axis=1)
    return np.lexsort((ease, passing))


def _unwound(order: NDArray[np.intp] | Ints, trail: list[tuple[Ints, Ints]], count: int) -> Ints:
    packages = np.zeros((count, len(order)), np.int64)
    rows = np.arange(count)
    for issue, (before, options) in zip(reversed(order), reversed(trail), strict=True):
        packages[:, issue] = options[rows]
        rows = before[rows]
    return packages
