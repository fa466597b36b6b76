"""How alike the points of two versions are, each beside every other it shares something with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from wasit.text.compare.likeness import Bag, Weighing, bag, joined
from wasit.text.compare.model import wording
from wasit.text.compare.nodes import Node
from wasit.text.compare.renamed import Renamed
from wasit.text.compare.words import sequence

CERTAIN = 0.35
"""Likeness of pairs by which the place of others is told."""
ALONE = (0.2, 0.17)
"""Likeness that makes a pair wherever it stands; in a text that was reworded as a whole."""
LEAST = 0.03
"""Likeness below which a pair is not looked at."""
REWORDED = 0.6
"""Typical likeness below which a text was reworded as a whole, and places count for more."""
MANY_ALIKE = 20
"""Of more points of the same words than this on either side, rank decides."""
MANY_PAIRS = 200_000
"""Pairs of points above which only those are looked at that share something rare."""
MOST_SEEN = 0.3
"""Features of more points than this share of all lead nowhere; they still count in a pair."""


class Alike:
    """The likeness of every pair of points that share a feature which is not everywhere."""

    def __init__(
        self, ours: list[Node], theirs: list[Node], language: str, called: Renamed | None = None
    ) -> None:
        """``called`` says which words of ours are others of theirs."""
        self.ours = ours
        self.theirs = theirs
        bags = [bag(wording(node.point), language) for node in (*ours, *theirs)]
        if called:
            bags = [_with_renamed(one, called) for one in bags]
        weighing = Weighing.of(bags)
        for node, one in zip((*ours, *theirs), bags, strict=True):
            node.weights = weighing.weigh(one)
        self.words, self.figures = (
            tuple([_size(node, figures) for node in side] for side in (ours, theirs))
            for figures in (False, True)
        )
        self.equal = self._equal()
        self.scores = self._likenesses()
        self.best = self._best()
        self.reworded = self._reworded()

    def of(self, i: int, j: int) -> float:
        """How alike two points are, from 0; 0 where nothing was found that they share."""
        return self.scores.get((i, j), 0.0)

    def sure(self, i: int, j: int) -> bool:
        """Whether two points are surely one: much alike, or by far the best for each other."""
        score = self.of(i, j)
        if score >= CERTAIN:
            return True
        seconds = max(
            self._second(self.best[0].get(i), score), self._second(self.best[1].get(j), score)
        )
        return score >= ALONE[0] / 2 and score >= 1.5 * seconds

    @staticmethod
    def _second(best: list[float] | None, score: float) -> float:
        """The best of the others."""
        if best is None:
            return 0.0
        return best[1] if score >= best[0] else best[0]

    def better_elsewhere(self, i: int, j: int) -> bool:
        """Whether one of a pair is far more alike to another point, which has a closer one."""
        score = self.of(i, j)
        rows = (self.best[0].get(i, [0.0])[0], self.best[1].get(j, [0.0])[0])
        return max(rows) >= max(1.6 * score, CERTAIN - 0.1)

    def _equal(self) -> set[tuple[int, int]]:
        """Points of the same words; of many alike, only those of about the same rank."""
        ours, theirs = (_by_words(side) for side in (self.ours, self.theirs))
        found: set[tuple[int, int]] = set()
        for words in ours.keys() & theirs.keys():
            here, there = ours[words], theirs[words]
            few = len(here) * len(there) <= MANY_ALIKE**2
            for n, i in enumerate(here):
                near = there if few else there[max(n - 2, 0) : n + 3]
                found.update((i, j) for j in near)
        return found

    def _known(self) -> dict[int, int]:
        """Points of the same words that no other point on either side has: surely one."""
        ours = Counter(i for i, _ in self.equal)
        theirs = Counter(j for _, j in self.equal)
        return {i: j for i, j in self.equal if ours[i] == theirs[j] == 1}

    def _likenesses(self) -> dict[tuple[int, int], float]:
        """Pairs that share a feature which is not everywhere, and how alike they are.

        Points that are surely one are not laid beside others.
        """
        by_feature: dict[str, list[tuple[int, float]]] = {}
        known = self._known()
        taken = set(known.values())
        for node in self.theirs:
            if node.index in taken:
                continue
            for feature, weight in node.weights.items():
                by_feature.setdefault(feature, []).append((node.index, weight))
        most = max(MOST_SEEN * len(self.theirs), 12)
        many = len(self.ours) * len(self.theirs) > MANY_PAIRS
        found: dict[tuple[int, int], float] = dict.fromkeys(sorted(self.equal), 0.0)
        words, figures = ([math.sqrt(n) for n in side[1]] for side in (self.words, self.figures))
        for node in self.ours:
            if node.index in known:
                continue
            common, counted = [0.0] * len(self.theirs), [0.0] * len(self.theirs)
            for feature, weight in node.weights.items():
                listed = by_feature.get(feature, ())
                if len(listed) > (40 if many else most) and (many or feature[0] not in "sf"):
                    continue
                sums = counted if feature[0] == "f" else common
                for j, other in listed:
                    sums[j] += weight if weight < other else other
            size = math.sqrt(self.words[0][node.index]) or 1.0
            count = math.sqrt(self.figures[0][node.index]) or 1.0
            for j, by_words in enumerate(common):
                if by_words or counted[j]:
                    score = joined(
                        by_words / (size * (words[j] or 1.0)),
                        counted[j] / (count * (figures[j] or 1.0)),
                    )
                    if score >= LEAST:
                        found[node.index, j] = score
        for pair in self.equal:
            found[pair] = 1.0
        return found

    def _best(self) -> tuple[dict[int, list[float]], dict[int, list[float]]]:
        """For each point of either side its two best likenesses, best first."""
        rows: dict[int, list[float]] = {}
        columns: dict[int, list[float]] = {}
        for (i, j), score in self.scores.items():
            for one in (rows.setdefault(i, [0.0, 0.0]), columns.setdefault(j, [0.0, 0.0])):
                if score > one[0]:
                    one[:] = [score, one[0]]
                elif score > one[1]:
                    one[1] = score
        return rows, columns

    def _reworded(self) -> float:
        """From 0 to 1: whether hardly any point of the shorter draft kept its words."""
        rows = self.best[len(self.theirs) < len(self.ours)]
        size = min(len(self.ours), len(self.theirs))
        best = sorted((one[0] for one in rows.values()), reverse=True) + [0.0] * size
        typical = best[int(0.4 * size)] if size else 1.0
        return max(0.0, min(1.0, (REWORDED - typical) / 0.35))


def _with_renamed(one: Bag, called: Renamed) -> Bag:
    """A bag with a word of like meaning for each that is called otherwise on one side."""
    back = {b: a for a, b in called.items()}
    more = {
        f"g:{stem}": n
        for feature, n in one.items()
        if feature[0] == "s" and (stem := back.get(feature[2:], feature[2:])) in called
    }
    return {**one, **more} if more else one


def _by_words(side: Sequence[Node]) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = {}
    for node in side:
        found.setdefault(sequence(wording(node.point)), []).append(node.index)
    return found


def _size(node: Node, figures: bool) -> float:
    return sum(w for feature, w in node.weights.items() if (feature[0] == "f") == figures)
