"""Where a point should stand by the pairs that are certain."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence


class Expected:
    """Where a point should stand by the certain pairs around it."""

    def __init__(self, certain: Mapping[int, int], ours: int, theirs: int) -> None:
        chain = rising(sorted(certain.items()))
        self.known = [(-1, -1), *chain, (ours, theirs)]
        self.at = [i for i, _ in self.known]

    def place(self, i: int) -> float:
        n = bisect_left(self.at, i)
        a, b = self.known[n]
        if a == i:
            return b
        c, d = self.known[n - 1]
        return d + (b - d) * (i - c) / (a - c)

    def nearness(self, i: int, j: int) -> float:
        """From 0 to 1: 1 where ``j`` stands just where ``i`` is expected."""
        return math.exp(-abs(self.place(i) - j) / 1.5)


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers rise, not counting gaps."""
    tails: list[int] = []
    ends: list[int] = []
    came: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        came.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(j)
            ends.append(n)
        else:
            tails[at], ends[at] = j, n
    run: list[tuple[int, int]] = []
    n = ends[-1] if ends else -1
    while n >= 0:
        run.append(pairs[n])
        n = came[n]
    return run[::-1]
