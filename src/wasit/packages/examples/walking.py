"""Drawing worths that keep to all rows, and the middle of them.

A walk from worths that keep to them by a wide margin: one worth after the other is drawn evenly
from the range that the rows leave it (the Gibbs sampler, Geman and Geman 1984; over a polytope,
hit-and-run along the axes, Smith 1984). All draws walk side by side, each with its own numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from wasit.packages.examples.margin import widest
from wasit.packages.examples.rows import Row, Rows

Doubles = NDArray[np.float64]

SWEEPS = 30
"""How often every move is made: each worth for itself, and pairs of those that are alike."""
STEPS = 1_000
"""On a grid of so many steps of its range the middle of a worth stands."""
NEARER = 8
"""How often the middle is moved half way to the widest margin, where rounding broke a row."""
WALKERS = 1_024
"""How many draws the middle is the mean of."""


def walk(rows: Rows, count: int, column: Callable[[], Doubles]) -> Doubles:
    """``count`` draws of all worths: draws x worths. ``column`` gives each draw its next number.

    Raises ValueError where no worths keep to the rows.
    """
    start = _start(rows)
    if start is None:
        raise ValueError("no worths keep to the rows")
    at = np.tile(np.array([float(value) for value in start]), (count, 1))
    left = np.stack([_left(row, at) for row in rows.rows], axis=1) if rows.rows else at[:, :0]
    moves = [_move(rows, direction) for direction in _directions(rows)]
    for _ in range(SWEEPS if rows.rows else 1):
        for move in moves:
            _step(move, at, left, column())
    return at


@dataclass(frozen=True, slots=True)
class _Move:
    """A direction in which worths may change together."""

    worths: tuple[tuple[int, int, float, float], ...]
    """Place, whether it rises (1) or falls (-1), the ends of its range."""
    rows: tuple[tuple[int, int], ...]
    """The rows whose sums change, and by how much a step."""


def _directions(rows: Rows) -> Iterator[dict[int, int]]:
    """Each worth for itself, and pairs by which the sums of examples that are alike stay.

    Between two that are alike there is little room for one worth alone.
    """
    free = [not one.exact for one in rows.ranges]
    yield from ({at: 1} for at, moves in enumerate(free) if moves)
    for row in rows.rows:
        if row.least >= 0:
            continue
        signed = [(at, 1) for at in row.plus if free[at]]
        signed += [(at, -1) for at in row.minus if free[at]]
        for (one, a), (other, b) in pairwise([*signed, *signed[:1]]):
            if one != other:
                yield {one: a, other: -b}


def _move(rows: Rows, direction: dict[int, int]) -> _Move:
    change = [
        (
            number,
            sum(direction.get(at, 0) for at in row.plus)
            - sum(direction.get(at, 0) for at in row.minus),
        )
        for number, row in enumerate(rows.rows)
    ]
    worths = tuple(
        (at, sign, float(rows.ranges[at].low), float(rows.ranges[at].high))
        for at, sign in direction.items()
    )
    return _Move(worths, tuple((number, by) for number, by in change if by))


def _step(move: _Move, at: Doubles, left: Doubles, drawn: Doubles) -> None:
    """One step of each draw, evenly from all that its ranges and rows allow."""
    back = np.full(len(at), -np.inf)
    forth = np.full(len(at), np.inf)
    for place, sign, low, high in move.worths:
        below, above = low - at[:, place], high - at[:, place]
        back = np.maximum(back, below if sign > 0 else -above)
        forth = np.minimum(forth, above if sign > 0 else -below)
    for row, by in move.rows:
        end = -np.maximum(left[:, row], 0.0) / by
        if by > 0:
            back = np.maximum(back, end)
        else:
            forth = np.minimum(forth, end)
    back = np.minimum(back, 0.0)
    step = back + (np.maximum(forth, 0.0) - back) * drawn
    for place, sign, _, _ in move.worths:
        at[:, place] += sign * step
    for row, by in move.rows:
        left[:, row] += by * step


def middle_worth(rows: Rows) -> list[Fraction]:
    """The mean of all worths that keep to the rows, on a grid, and sure to keep to them."""
    start = _start(rows)
    if start is None:
        raise ValueError("no worths keep to the rows")
    bits = np.random.Philox(key=0)

    def column() -> Doubles:
        raw = bits.random_raw(WALKERS)
        return (raw >> np.uint64(11)).astype(np.float64) / float(1 << 53)

    mean = walk(rows, WALKERS, column).mean(axis=0)
    found = []
    for value, one in zip(mean, rows.ranges, strict=True):
        width = one.high - one.low
        step = round((float(value) - float(one.low)) / float(width) * STEPS) if width else 0
        found.append(one.low + width * Fraction(min(max(step, 0), STEPS), STEPS))
    # Half way to where the margin is widest, and so on, until rounding breaks no row.
    for _ in range(NEARER):
        if _keeps(rows, found):
            return found
        found = [(a + b) / 2 for a, b in zip(found, start, strict=True)]
    return list(start)


@lru_cache(maxsize=64)
def _start(rows: Rows) -> tuple[Fraction, ...] | None:
    found = widest(rows)
    return None if found is None else tuple(found)


def _left(row: Row, at: Doubles) -> Doubles:
    """By how much each draw keeps to a row."""
    plus = at[:, list(row.plus)].sum(axis=1)
    minus = at[:, list(row.minus)].sum(axis=1)
    return np.asarray(plus - minus - float(row.least))


def _keeps(rows: Rows, worths: list[Fraction]) -> bool:
    return all(
        sum((worths[at] for at in row.plus), Fraction())
        - sum((worths[at] for at in row.minus), Fraction())
        >= row.least
        for row in rows.rows
    )
