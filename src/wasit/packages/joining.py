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
    groups = np.searchsorted(np.asarray(target), np.arange(targets + 1)).astype(np.int64)
    if len(stage.sums) == 1:
        shift = worth[0, options]
        copies, rows, first, points = _efficient(stage.sums[0], stage.bounds, moves, shift, groups)
    else:
        # Wide numbers are compared by rank: lay all copies out, and rank them.
        spread = _spread(stage.bounds, moves)
        sums = add(stage.sums[:, spread.row], worth[:, options[spread.copy]])
        each = np.arange(len(moves))
        zero = np.zeros((len(moves), sums.shape[2]), np.int64)
        copies, rows, first, points = _efficient(ranks(sums), spread.bounds, each, zero, groups)
        rows = spread.row[rows]
    fresh = np.flatnonzero(first)
    sums = add(stage.sums[:, rows[fresh]], worth[:, options[copies[fresh]]])
    start = np.append(fresh, len(rows))
    return Stage(sums, points), Links(rows, options[copies], start)


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
    kernels = _kernels(_effort(values, bounds, source, groups))
    if kernels is None:
        return _efficient_plainly(values, bounds, source, shift, groups)
    parties = values.shape[1]
    alive, begins = np.empty(0, np.bool_), np.zeros(1, np.int64)
    if parties > 3:
        counts = bounds[source + 1] - bounds[source]
        begins = np.concatenate(([0], np.cumsum(counts)))
        alive = np.empty(begins[-1], np.bool_)
        planted = kernels.plant(values, bounds)
        points, _, spans, best, roots = planted

        def sift(turn: int) -> None:
            kernels.sieve(
                values, bounds, source, shift, groups,
                points, spans, best, roots, alive, begins, turn, THREADS,
            )  # fmt: skip

        if len(alive) > 20_000:
            with ThreadPoolExecutor(THREADS) as pool:
                list(pool.map(sift, range(THREADS)))
        else:
            for turn in range(THREADS):
                sift(turn)
    return kernels.merge(values, bounds, source, shift, groups, alive, begins)  # type: ignore[no-any-return]


def _effort(values: Ints, bounds: Ints, source: Ints, groups: Ints) -> int:
    """About how many comparisons plain arrays would make."""
    candidates = int((bounds[source + 1] - bounds[source]).sum())
    if values.shape[1] < 3:
        return candidates * 200
    return candidates * len(values) * values.shape[1]


# --- the compiled part, when it is worth its loading ----------------------------------------------

_loaded: ModuleType | None = None


def warm() -> None:
    """Load the compiled part: at once where it was compiled before, in some seconds where not."""
    global _loaded
    if _loaded is None:
        from wasit.packages import kernels

        for parties in (2, 4):
            _run_once(kernels, parties)
        _loaded = kernels


def _run_once(kernels: ModuleType, parties: int) -> None:
    """Compile for the types that are used."""
    values, bounds = np.zeros((1, parties), np.int64), np.array([0, 1], np.int64)
    source, shift = np.zeros(1, np.int64), np.zeros((1, parties), np.int64)
    alive, begins = np.ones(1, np.bool_), bounds
    points, _, spans, best, roots = kernels.plant(values, bounds)
    kernels.sieve(
        values, bounds, source, shift, bounds, points, spans, best, roots, alive, begins, 0, 1
    )
    kernels.merge(values, bounds, source, shift, bounds, alive, begins)


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
        found = values[spread.row] + shift[copy]
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
        return np.arange(count) == 0
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
    covers = np.ones((len(rows), len(by)), np.bool_)
    for party in range(rows.shape[1]):
        covers &= by[None, :, party] >= rows[:, None, party]
    if itself:
        np.fill_diagonal(covers, False)
    return covers.any(axis=1)
