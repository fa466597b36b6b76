"""Joining one more issue to what is efficient so far.

A stage holds the efficient sums over the issues settled so far, one list a state of the rules.
The next stage's points are those of the copies of these lists, one copy a move, shifted by what
the option is worth. A sum that is beaten cannot become efficient later: what beats it takes any
addition as well. So each stage keeps its efficient points alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from wasit.packages.exact import Ints, add, ranks

Flags = NDArray[np.bool_]

THREADS = 2
"""How many threads sieve the points of four parties and more."""

WORTH_THREADS = 20_000
"""Points from which threads are worth their start."""

SMALL = 400_000_000
"""Comparisons that plain arrays make in about a second; beyond, the compiled part is loaded."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The efficient sums of each state, state after state, best for the first party first."""

    sums: Ints
    """Limbs x points x parties."""
    bounds: Ints
    """Where each state's points begin; one more for where the last ends."""


@dataclass(frozen=True, slots=True)
class Links:
    """How the points of a stage come about: each edge is a point before, and an option."""

    row: Ints
    """The point of the stage before."""
    option: Ints
    start: Ints
    """Where each point's edges begin; one more for where the last ends."""


def beginning(limbs: int, parties: int) -> Stage:
    """Before the first issue: nothing settled, nothing gained."""
    return Stage(np.zeros((limbs, 1, parties), np.int64), np.array([0, 1], np.int64))


def join(
    stage: Stage,
    worth: Ints,
    source: Sequence[int],
    option: Sequence[int],
    target: Sequence[int],
    targets: int,
) -> tuple[Stage, Links]:
    """The stage after an issue with that ``worth`` (limbs x options x parties).

    Move by move, sorted by target: from which state, by which option, to which state.
    """
    moves = np.asarray(source, np.int64)
    options = np.asarray(option, np.int64)
    groups = _groups(target, targets)
    if len(stage.sums) <= 2:
        shift = worth[:, options]
        copies, rows, first, points = _efficient(stage.sums, stage.bounds, moves, shift, groups)
    else:
        # Wider numbers are compared by rank: lay all copies out, and rank them.
        spread = _spread(stage.bounds, moves)
        sums = add(stage.sums[:, spread.row], worth[:, options[spread.copy]])
        each = np.arange(len(moves))
        none = np.zeros((1, len(moves), sums.shape[2]), np.int64)
        copies, rows, first, points = _efficient(
            ranks(sums)[None], spread.bounds, each, none, groups
        )
        rows = spread.row[rows]
    fresh = np.flatnonzero(first)
    sums = add(stage.sums[:, rows[fresh]], worth[:, options[copies[fresh]]])
    start = np.empty(len(fresh) + 1, np.int64)
    start[:-1], start[-1] = fresh, len(rows)
    return Stage(sums, points), Links(rows, options[copies], start)


def _groups(target: Sequence[int], targets: int) -> Ints:
    """Where the moves to each target begin; one more for where the last end."""
    if targets == 1:
        return np.array([0, len(target)], np.int64)
    return np.searchsorted(np.asarray(target), np.arange(targets + 1)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Spread:
    row: Ints
    copy: Ints
    bounds: Ints


def _spread(bounds: Ints, moves: Ints) -> _Spread:
    """All points of all copies: their rows before, their copies, and where each copy begins."""
    counts = bounds[moves + 1] - bounds[moves]
    ends = np.concatenate(([0], np.cumsum(counts)))
    copy = np.repeat(np.arange(len(moves)), counts)
    row = np.arange(ends[-1]) - np.repeat(ends[:-1] - bounds[moves], counts)
    return _Spread(row, copy, ends)


Edges = tuple[Ints, Ints, Flags, Ints]
"""Copy, row and whether first of its point, edge by edge; where each target's points begin."""


def _efficient(values: Ints, bounds: Ints, source: Ints, shift: Ints, groups: Ints) -> Edges:
    """The efficient points of each target; ``values`` and ``shift`` in one limb or two."""
    kernels = _kernels(_effort(values, bounds, source))
    if kernels is None:
        return _efficient_plainly(values, bounds, source, shift, groups)
    return _efficient_compiled(kernels, values, bounds, source, shift, groups)


def _efficient_compiled(
    kernels: ModuleType, values: Ints, bounds: Ints, source: Ints, shift: Ints, groups: Ints
) -> Edges:
    # One layout of arrays: each other one would be compiled anew.
    high, *lower = (np.ascontiguousarray(limb) for limb in values)
    high_shift, *lower_shift = (np.ascontiguousarray(limb) for limb in shift)
    low, low_shift = (lower[0], lower_shift[0]) if lower else (None, None)
    alive, begins = np.empty(0, np.bool_), np.zeros(1, np.int64)
    if high.shape[1] > 3:
        counts = bounds[source + 1] - bounds[source]
        begins = np.concatenate(([0], np.cumsum(counts)))
        alive = np.empty(begins[-1], np.bool_)
        order, spans, best, roots = kernels.plant(high, bounds)
        points, low_points = high[order], None if low is None else low[order]

        def sift(turn: int) -> None:
            kernels.sieve(
                bounds, source, high_shift, low_shift, groups, points, low_points,
                order, spans, best, roots, alive, begins, turn, THREADS,
            )  # fmt: skip

        if len(alive) > WORTH_THREADS:
            with ThreadPoolExecutor(THREADS) as pool:
                list(pool.map(sift, range(THREADS)))
        else:
            for turn in range(THREADS):
                sift(turn)
    return kernels.merge(  # type: ignore[no-any-return]
        high, low, bounds, source, high_shift, low_shift, groups, alive, begins
    )


def _effort(values: Ints, bounds: Ints, source: Ints) -> int:
    """About how many comparisons plain arrays would make; not asked once the rest is loaded."""
    if _loaded is not None:
        return 0
    candidates = int((bounds[source + 1] - bounds[source]).sum())
    _, points, parties = values.shape
    return candidates * (200 if parties < 3 else points * parties)


# --- the compiled part, when it is worth its loading ----------------------------------------------

_loaded: ModuleType | None = None


def warm() -> None:
    """Load the compiled part: at once where it was compiled before, in some seconds where not."""
    global _loaded
    if _loaded is None:
        from wasit.packages import kernels

        one = np.array([0, 1], np.int64)
        for limbs in (1, 2):
            for parties in (2, 4):
                nothing = np.zeros((limbs, 1, parties), np.int64)
                _efficient_compiled(kernels, nothing, one, one[:1], nothing, one)
        _loaded = kernels


def _kernels(effort: int) -> ModuleType | None:
    if _loaded is None and effort > SMALL:
        warm()
    return _loaded


# --- plain arrays ---------------------------------------------------------------------------------


def _efficient_plainly(
    values: Ints, bounds: Ints, source: Ints, shift: Ints, groups: Ints
) -> Edges:
    """The same by plain arrays: nothing to compile, slower on large stages."""
    copies, rows, firsts = [], [], []
    points = np.zeros(len(groups), np.int64)
    for target in range(len(groups) - 1):
        moves = source[groups[target] : groups[target + 1]]
        spread = _spread(bounds, moves)
        copy = spread.copy + groups[target]
        found = ranks(add(values[:, spread.row], shift[:, copy]))
        order = np.lexsort((copy, *found.T[::-1] * -1))
        found = found[order]
        first = np.ones(len(found), np.bool_)
        first[1:] = (found[1:] != found[:-1]).any(axis=1)
        kept = np.zeros(len(found), np.bool_)
        kept[first] = efficient_rows(found[first])
        # A tie goes the way of the first of its point.
        kept = kept[np.maximum.accumulate(np.where(first, np.arange(len(found)), 0))]
        copies.append(copy[order][kept])
        rows.append(spread.row[order][kept])
        firsts.append(first[kept])
        points[target + 1] = points[target] + int(firsts[-1].sum())
    return np.concatenate(copies), np.concatenate(rows), np.concatenate(firsts), points


def efficient_rows(points: Ints) -> Flags:
    """Which rows no other row beats; the rows are distinct and sorted best first."""
    count, parties = points.shape
    if parties == 1:
        return np.array([place == 0 for place in range(count)], np.bool_)
    if parties == 2:
        second = points[:, 1]
        kept = np.ones(count, np.bool_)
        kept[1:] = second[1:] > np.maximum.accumulate(second)[:-1]
        return kept
    # A row can only be beaten by an earlier one: block by block against what is kept so far.
    kept = np.zeros(count, np.bool_)
    keep = np.empty((0, parties), np.int64)
    block = 64
    for start in range(0, count, block):
        some = points[start : start + block]
        good = ~_beaten(some, keep)
        some = some[good]
        inside = ~_beaten(some, some, itself=True)
        places = start + np.flatnonzero(good)[inside]
        kept[places] = True
        keep = np.concatenate((keep, points[places]))
    return kept


def _beaten(rows: Ints, by: Ints, itself: bool = False) -> Flags:
    """Which rows some row of ``by`` is at least as good as for all; not counting itself."""
    covers: Flags = np.ones((len(rows), len(by)), np.bool_)
    for party in range(rows.shape[1]):
        np.logical_and(covers, by[:, party] >= rows[:, [party]], out=covers)
    if itself:
        np.fill_diagonal(covers, False)
    return np.asarray(covers.any(axis=1), np.bool_)
