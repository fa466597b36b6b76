"""The solutions of drawn bargains: many at once where two parties trade freely, else one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
"""Draws x solutions x issues: the option taken; -1 where no package is acceptable,
:data:`UNSOLVED` where the draw was not solved."""

UNSOLVED = -2

THREADS = 2
LISTED = 4096
"""So many packages are laid side by side in every draw."""

BLOCK = 1 << 21
"""Numbers held at a time while they are."""

AT_HAND = 1 << 20
"""So many packages over all draws are laid side by side sooner than a kernel is loaded for them."""

NEAR = 1e-9
"""Doubles nearer to the best than this, in proportion, are decided between by whole numbers."""

ONE_BY_ONE = 300
"""How many draws are solved where each has to be solved by itself."""

Progress = Callable[[int, int], None]


def solve_all(frame: Bargain, draws: Draws, progress: Progress | None = None) -> Found:
    """The four solutions of every draw, or of the first :data:`ONE_BY_ONE` of them.

    All of them where there are two parties and neither rules nor red lines, or at most
    :data:`LISTED` packages. No rounding decides between packages, whichever way is taken.
    """
    terms = Terms.of(frame)
    free = not terms.clauses and all(
        len(row) == size for row, size in zip(terms.open, terms.sizes, strict=True)
    )
    at_once = len(frame.parties) == 2 and free
    count = prod(len(row) for row in terms.open)
    if count <= LISTED and not (at_once and count * len(draws) > AT_HAND):
        packages = [one for one in product(*terms.open) if terms.keeps(one)]
        return by_listing(draws, np.array(packages, np.int64))
    if at_once:
        return by_merging(frame, draws)
    found = np.full((min(len(draws), ONE_BY_ONE), len(SOLUTIONS), len(frame.issues)), -1, np.int16)
    _one_by_one(frame, draws, range(len(found)), found, progress)
    return found


def by_merging(frame: Bargain, draws: Draws, room: int | None = None) -> Found:
    """The same for two parties that trade freely, compiled, in two threads.

    Draws with more than ``room`` efficient sums are solved by themselves, up to
    :data:`ONE_BY_ONE` of them.
    """
    from wasit.packages.doubt.kernels import ROOM, solve_draws

    found = np.zeros((len(draws), len(SOLUTIONS), len(frame.issues)), np.int16)
    sizes = np.array(frame.sizes, np.int64)
    worth = np.ascontiguousarray(draws.worth)
    most = ROOM if room is None else room
    bounds = np.linspace(0, len(draws), THREADS + 1).astype(int).tolist()

    def some(part: int) -> None:
        begin, end = bounds[part], bounds[part + 1]
        solve_draws(worth, sizes, draws.reservation, begin, end, most, found)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(some, range(THREADS)))
    large = np.flatnonzero(found[:, 0, 0] == UNSOLVED)[:ONE_BY_ONE]
    _one_by_one(frame, draws, large.tolist(), found, None)
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
        room = np.where(good[:, :, None], gains, 0).max(axis=1)
        nash = _by_product(gains, good)
        egalitarian = _leading(np.sort(gains, axis=2), good)
        # Where the largest product is 0, the egalitarian solution stands for Nash's.
        nothing = (gains[np.arange(len(gains)), nash] == 0).any(axis=1)
        shares = _by_shares(gains, room, good)
        sums = _leading(gains.sum(axis=2)[:, :, None], good)
        for place, taken in enumerate(
            (np.where(nothing, egalitarian, nash), shares, egalitarian, sums)
        ):
            found[some, place] = packages[taken]
        found[some][~good.any(axis=1)] = -1
    return found


def _leading(scores: Ints, good: NDArray[np.bool_]) -> Ints:
    """By draw, the first good package with the best scores: draws x packages x scores, in turn.

    Scores are whole numbers below 2**53.
    """
    among = good.copy()
    for each in range(scores.shape[2]):
        column = np.where(among, scores[:, :, each], -np.inf)
        among &= column == column.max(axis=1, keepdims=True)
    return np.asarray(among.argmax(axis=1), np.int64)


def _by_product(gains: Ints, good: NDArray[np.bool_]) -> Ints:
    """By draw, the first good package with the largest product of gains."""
    products = np.where(good, gains.astype(np.float64).prod(axis=2), -1.0)
    return _decided(products, lambda row, one: prod(gains[row, one].tolist()))


def _by_shares(gains: Ints, room: Ints, good: NDArray[np.bool_]) -> Ints:
    """By draw, the first good package with the best shares of the room, smallest first."""
    shares = np.where(room[:, None] > 0, gains / np.maximum(room[:, None], 1), 1.0)
    smallest = np.where(good, shares.min(axis=2), -1.0)

    def exactly(row: int, one: int) -> list[Fraction]:
        pairs = zip(gains[row, one].tolist(), room[row].tolist(), strict=True)
        return sorted(Fraction(gain, most) if most else Fraction(1) for gain, most in pairs)

    return _decided(smallest, exactly)


def _decided(scores: NDArray[np.float64], exactly: Callable[[int, int], Any]) -> Ints:
    """By draw, the package of the best score; between near ones exact scores decide."""
    best = scores.max(axis=1, keepdims=True)
    near = scores >= best - np.abs(best) * NEAR
    taken = np.asarray(scores.argmax(axis=1), np.int64)
    for row in np.flatnonzero((near.sum(axis=1) > 1) & (best[:, 0] > 0)).tolist():
        taken[row] = max(np.flatnonzero(near[row]).tolist(), key=lambda one: exactly(row, one))
    return taken


def _one_by_one(
    frame: Bargain,
    draws: Draws,
    numbers: Sequence[int],
    found: Found,
    progress: Progress | None,
) -> None:
    """Solve these draws by themselves, into ``found``."""
    for done, number in enumerate(numbers):
        if progress is not None:
            progress(done, len(numbers))
        answer = solve(drawn_bargain(frame, draws, number))
        found[number] = -1
        for place, name in enumerate(SOLUTIONS):
            solution = answer.solutions[name]
            if solution is not None:
                found[number, place] = solution.package


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
