"""The solutions of drawn bargains: many at once where two parties trade freely, else one by one."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wasit.packages.answer import SOLUTIONS
from wasit.packages.bargain import Bargain, Party
from wasit.packages.doubt.sampling import Draws
from wasit.packages.exact import Ints
from wasit.packages.rules import Terms
from wasit.packages.solving import solve

Found = NDArray[np.int16]
"""Draws x solutions x issues: the option taken; -1 where no package is acceptable, -2 where the
draw was not solved."""

THREADS = 2
LISTED = 4096
"""So many packages are laid side by side in every draw."""

BLOCK = 1 << 21
"""Numbers held at a time while they are."""

ONE_BY_ONE = 300
"""How many draws are solved where each has to be solved by itself."""

Progress = Callable[[int, int], None]


def solve_all(frame: Bargain, draws: Draws, progress: Progress | None = None) -> Found:
    """The four solutions of every draw, or of the first :data:`ONE_BY_ONE` of them.

    All of them where there are two parties and neither rules nor red lines, or at most
    :data:`LISTED` packages.
    """
    terms = Terms.of(frame)
    free = not terms.clauses and all(
        len(row) == size for row, size in zip(terms.open, terms.sizes, strict=True)
    )
    if len(frame.parties) == 2 and free:
        return _at_once(frame, draws)
    if prod(len(row) for row in terms.open) <= LISTED:
        packages = [one for one in product(*terms.open) if terms.keeps(one)]
        return by_listing(draws, np.array(packages, np.int64))
    return _one_by_one(frame, draws, progress)


def _at_once(frame: Bargain, draws: Draws) -> Found:
    from wasit.packages.doubt.kernels import solve_draws

    found = np.zeros((len(draws), len(SOLUTIONS), len(frame.issues)), np.int16)
    sizes = np.array(frame.sizes, np.int64)
    # Every issue counted from its least, so that sums of all issues stay on the grid.
    worth = np.ascontiguousarray(draws.worth)
    bounds = np.linspace(0, len(draws), THREADS + 1).astype(int).tolist()

    def some(part: int) -> None:
        begin, end = bounds[part], bounds[part + 1]
        solve_draws(worth, sizes, draws.reservation, begin, end, found)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(some, range(THREADS)))
    return found


def by_listing(draws: Draws, packages: Ints) -> Found:
    """The same by laying all allowed packages (packages x issues) side by side in each draw."""
    count, parties = len(draws), draws.worth.shape[3]
    found = np.full((count, len(SOLUTIONS), packages.shape[1]), -1, np.int16)
    step = max(1, BLOCK // (len(packages) * parties))
    for begin in range(0, count, step):
        some = slice(begin, begin + step)
        gains = -np.repeat(draws.reservation[some, None], len(packages), axis=1)
        for issue in range(packages.shape[1]):
            gains += draws.worth[some, issue][:, packages[:, issue]]
        good = np.asarray((gains >= 0).all(axis=2), np.bool_)
        room = np.where(good[:, :, None], gains, 0).max(axis=1, keepdims=True)
        shares = np.where(room > 0, gains / np.maximum(room, 1), 1.0)
        for place, scores in enumerate(
            (
                gains.astype(np.float64).prod(axis=2)[:, :, None],
                np.sort(shares, axis=2),
                np.sort(gains, axis=2),
                gains.sum(axis=2)[:, :, None],
            )
        ):
            found[some, place] = packages[_leading(scores, good)]
        found[some][~good.any(axis=1)] = -1
    return found


def _leading(scores: NDArray[Any], good: NDArray[np.bool_]) -> Ints:
    """By draw, the first good package with the best scores: draws x packages x scores, in turn."""
    among = good.copy()
    for each in range(scores.shape[2]):
        column = np.where(among, scores[:, :, each], -np.inf)
        among &= column == column.max(axis=1, keepdims=True)
    return np.asarray(among.argmax(axis=1), np.int64)


def _one_by_one(frame: Bargain, draws: Draws, progress: Progress | None) -> Found:
    count = min(len(draws), ONE_BY_ONE)
    found = np.full((count, len(SOLUTIONS), len(frame.issues)), -1, np.int16)
    for number in range(count):
        if progress is not None:
            progress(number, count)
        answer = solve(drawn_bargain(frame, draws, number))
        for place, name in enumerate(SOLUTIONS):
            solution = answer.solutions[name]
            if solution is not None:
                found[number, place] = solution.package
    return found


def drawn_bargain(frame: Bargain, draws: Draws, number: int) -> Bargain:
    """One drawn bargain, in steps of the grid."""
    parties = []
    for place, party in enumerate(frame.parties):
        table = draws.worth[number, :, :, place].tolist()
        worth = tuple(
            tuple(Fraction(x) for x in row[:size])
            for row, size in zip(table, frame.sizes, strict=True)
        )
        parties.append(Party(party.name, worth, Fraction(int(draws.reservation[number, place]))))
    return replace(frame, parties=tuple(parties))
