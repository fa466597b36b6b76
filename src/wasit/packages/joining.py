"""Joining one more issue to what is efficient so far.

A stage holds the efficient sums over the issues settled so far, one list a state of the rules.
The next stage's points are those of the copies of these lists, one copy a move, shifted by what
the option is worth. A sum that is beaten cannot become efficient later: what beats it takes any
addition as well. So each stage keeps its efficient points alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wasit.packages import compiled
from wasit.packages.compiled import Edges, Flags
from wasit.packages.exact import Ints, add, ranks


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
    sums, chosen, start = _summed(stage.sums, worth, options, copies, rows, first)
    return Stage(sums, points), Links(rows, chosen, start)


def _summed(
    sums: Ints, worth: Ints, options: Ints, copies: Ints, rows: Ints, first: Flags
) -> tuple[Ints, Ints, Ints]:
    """The points of the edges, each edge's option, and where each point's edges begin."""
    if compiled.ready():
        return compiled.summed(sums, worth, options, copies, rows, first)
    fresh = np.flatnonzero(first)
    start = np.append(fresh, len(rows))
    chosen = options[copies]
    return add(sums[:, rows[fresh]], worth[:, chosen[fresh]]), chosen, start


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


def _efficient(values: Ints, bounds: Ints, source: Ints, shift: Ints, groups: Ints) -> Edges:
    """The efficient points of each target; ``values`` and ``shift`` in one limb or two."""
    if not compiled.ready() and _effort(values, bounds, source) > compiled.SMALL:
        compiled.warm()
    if compiled.ready():
        return compiled.efficient(values, bounds, source, shift, groups)
    return _efficient_plainly(values, bounds, source, shift, groups)


def _effort(values: Ints, bounds: Ints, source: Ints) -> int:
    """About how many comparisons plain arrays would make."""
    candidates = int((bounds[source + 1] - bounds[source]).sum())
    _, points, parties = values.shape
    return candidates * (200 if parties < 3 else points * parties)


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
