"""The best one-to-one pairing under a score for each pair, where most pairs have none."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Edges = Mapping[tuple[int, int], float]
"""(ours, theirs) -> score; a pair that is not listed cannot be."""


def assign(edges: Edges) -> dict[int, int]:
    """The pairing with the largest sum of scores; pairs of score 0 or less are not made.

    Successive shortest paths over the listed pairs: cost about ours times pairs, times a logarithm.
    """
    by_ours: dict[int, dict[int, float]] = {}
    for (i, j), score in edges.items():
        if score > 0:
            by_ours.setdefault(i, {})[j] = score
    return _Matcher(by_ours).run()


class _Matcher:
    """Grows the pairing one of ours at a time; prices keep reduced costs at zero or more."""

    def __init__(self, by_ours: Mapping[int, Mapping[int, float]]) -> None:
        self.by_ours = by_ours
        self.mate: dict[int, int] = {}
        """Theirs -> ours."""
        self.ours_price = {i: max(scores.values()) for i, scores in by_ours.items()}
        self.theirs_price: dict[int, float] = {}

    def run(self) -> dict[int, int]:
        for i in sorted(self.by_ours):
            self._place(i)
        return {i: j for j, i in sorted(self.mate.items())}

    def _place(self, root: int) -> None:
        """Find the cheapest way to pair ``root``, or to leave one on the way unpaired."""
        best: dict[int, float] = {}
        came: dict[int, int] = {}
        done: dict[int, float] = {}
        reached = {root: 0.0}
        heap: list[tuple[float, int]] = []
        end, last, left = self.ours_price[root], -1, root
        i: int | None = root
        while i is not None:
            for j, score in self.by_ours[i].items():
                if j in done:
                    continue
                slack = self.ours_price[i] + self.theirs_price.get(j, 0.0) - score
                cost = reached[i] + max(slack, 0.0)
                if cost < best.get(j, float("inf")) - 1e-12:
                    best[j], came[j] = cost, i
                    heapq.heappush(heap, (cost, j))
            i = None
            while heap and i is None:
                cost, j = heapq.heappop(heap)
                if j in done or cost > best[j]:
                    continue
                if cost >= end:
                    heap = []
                    break
                done[j] = cost
                if j not in self.mate:
                    end, last, left = cost, j, -1
                    heap = []
                    break
                i = self.mate[j]
                reached[i] = cost
                if cost + self.ours_price[i] < end:
                    end, last, left = cost + self.ours_price[i], -1, i
        self._prices(reached, done, end)
        self._turn(root, last, left, came)

    def _prices(self, reached: Mapping[int, float], done: Mapping[int, float], end: float) -> None:
        for i, cost in reached.items():
            if cost < end:
                self.ours_price[i] -= end - cost
        for j, cost in done.items():
            if cost < end:
                self.theirs_price[j] = self.theirs_price.get(j, 0.0) + end - cost

    def _turn(self, root: int, last: int, left: int, came: Mapping[int, int]) -> None:
        """Pair along the way found; ``left`` is who stays unpaired, where it ends there."""
        if last < 0:
            if left == root:
                return
            last = next(j for j, i in self.mate.items() if i == left)
        j = last
        while True:
            i = came[j]
            before = next((k for k, mate in self.mate.items() if mate == i), None)
            self.mate[j] = i
            if i == root:
                return
            assert before is not None
            j = before
