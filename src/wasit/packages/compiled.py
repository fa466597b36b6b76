"""When the compiled part is worth its loading, and how its work is laid out for two threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wasit.packages.exact import LIMB, Ints

Flags = NDArray[np.bool_]
Edges = tuple[Ints, Ints, Flags, Ints]
"""Copy, row and whether first of its point, edge by edge; where each target's points begin."""

THREADS = 2
"""How many threads share the work on three parties and more."""

WORTH_THREADS = 20_000
"""Points from which threads are worth their start."""

WORTH_PARTS = 100_000
"""Points from which merging in two parts is worth what stays for now."""

UPPER = 0.55
"""Which part of the points the thread with the better ones merges: those below lack what hides
them, so more of them stay for now."""

HIGH = 61
"""Bits of an upper limb in the compiled part: sums of two, and what they differ by, fit 64."""

SMALL = 400_000_000
"""Comparisons that plain arrays make in about a second; beyond, the compiled part is loaded."""

_loaded: ModuleType | None = None


def ready() -> bool:
    """Whether the compiled part is loaded."""
    return _loaded is not None


def warm() -> None:
    """Load the compiled part: at once where it was compiled before, in some seconds where not."""
    global _loaded
    if _loaded is None:
        from wasit.packages import kernels

        _loaded = kernels
        one = np.array([0, 1], np.int64)
        for limbs in (1, 2):
            for parties in (2, 5):
                nothing = np.zeros((limbs, 1, parties), np.int64)
                efficient(nothing, one, one[:1], nothing, one)
            summed(nothing, nothing, one[:1], one[:1], one[:1], one[:1] == 0)


def efficient(values: Ints, bounds: Ints, source: Ints, shift: Ints, groups: Ints) -> Edges:
    """The efficient points of each target; the compiled part is loaded."""
    assert _loaded is not None
    # One layout of arrays: each other one would be compiled anew.
    high, high_shift, low, low_shift, bits = _split(values, shift)
    begins, ends = bounds[source], bounds[source + 1]
    parties = high.shape[1]
    alive, alive_begins = np.empty(0, np.bool_), np.zeros(1, np.int64)
    if parties > 4:
        alive_begins = np.concatenate(([0], np.cumsum(ends - begins)))
        alive = _sifted(
            (high, low, bounds), (source, high_shift, low_shift, groups), alive_begins, bits
        )

    def merged(begins: Ints, ends: Ints) -> tuple[Ints, Ints, Flags, Ints, Any]:
        return _loaded.merge(  # type: ignore[no-any-return]
            high, low, begins, ends, high_shift, low_shift, bits, groups, alive, alive_begins
        )

    if parties not in (3, 4) or len(groups) > 2 or (ends - begins).sum() <= WORTH_PARTS:
        return merged(begins, ends)[:4]
    # Two parts side by side: what is above a bar for the first party, and what is below it.
    some = begins < ends
    heights = high[(begins + (ends - begins) * UPPER).astype(np.int64)[some], 0]
    bar = int(np.median(heights + high_shift[some, 0]))
    middle = _loaded.cut(high, low, begins, ends, high_shift, low_shift, bits, bar)
    with ThreadPoolExecutor(THREADS) as pool:
        upper, lower = pool.map(merged, (begins, middle), (middle, ends))
    copies, rows, first, _, _ = lower
    kept = _loaded.above(high, low, high_shift, low_shift, bits, copies, rows, first, upper[4])
    count = int(upper[3][-1]) + int(np.count_nonzero(first & kept))
    return (
        np.concatenate((upper[0], copies[kept])),
        np.concatenate((upper[1], rows[kept])),
        np.concatenate((upper[2], first[kept])),
        np.array([0, count], np.int64),
    )


def summed(
    sums: Ints, worth: Ints, options: Ints, copies: Ints, rows: Ints, first: Flags
) -> tuple[Ints, Ints, Ints]:
    """The points of the edges, each edge's option, and where each point's edges begin."""
    assert _loaded is not None
    sums, worth = np.ascontiguousarray(sums), np.ascontiguousarray(worth)
    return _loaded.summed(sums, worth, options, copies, rows, first, LIMB)  # type: ignore[no-any-return]


def _sifted(
    points: tuple[Ints, Ints | None, Ints],
    copies: tuple[Ints, Ints, Ints | None, Ints],
    alive_begins: Ints,
    bits: int,
) -> Flags:
    """Which points of each copy no other copy's point beats: for five parties and more."""
    from wasit.packages import trees

    high, low, bounds = points
    source, shift, low_shift, groups = copies
    alive = np.empty(alive_begins[-1], np.bool_)
    order, spans, best, roots = trees.plant(high, bounds)
    sorted_high, sorted_low = high[order], None if low is None else low[order]

    def sift(turn: int) -> None:
        trees.sieve(
            bounds, source, shift, low_shift, groups, sorted_high, sorted_low,
            order, spans, best, roots, alive, alive_begins, bits, turn, THREADS,
        )  # fmt: skip

    if len(alive) > WORTH_THREADS:
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(sift, range(THREADS)))
    else:
        for turn in range(THREADS):
            sift(turn)
    return alive


def _split(values: Ints, shift: Ints) -> tuple[Ints, Ints, Ints | None, Ints | None, int]:
    """Upper and lower limbs of points and shifts, and the bits of the lower ones.

    Of two limbs the upper is made as long as it may be: so it mostly decides alone.
    """
    if len(values) == 1:
        return np.ascontiguousarray(values[0]), np.ascontiguousarray(shift[0]), None, None, 0
    top = int(values[0].max(initial=0)) + int(shift[0].max(initial=0)) + 1
    bits = max(top.bit_length() + LIMB - HIGH, 1)
    mask = (1 << bits) - 1
    left = LIMB - bits
    high, low = values[0] << left | values[1] >> bits, values[1] & mask
    high_shift, low_shift = shift[0] << left | shift[1] >> bits, shift[1] & mask
    return high, high_shift, low, low_shift, bits
