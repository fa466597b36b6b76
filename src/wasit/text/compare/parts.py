"""Points that went into others: merged with one, or split off from one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wasit.text.compare.likeness import coverage, likeness, together, without
from wasit.text.compare.nodes import Node, common_words, depth_of

MERGES = 0.21
"""How much a point must look like part of another."""
PART_LEAST = 0.08
"""Likeness without which no point is part of another."""
BESIDE = 0.15
"""What it counts for that when its neighbour is the other part."""
ELSEWHERE = 0.08
"""What it counts against that when the two stand at different depths or under others."""
AWAY = 0.05
"""What it counts against that when no neighbour is the other part."""
FAR = 0.1
"""What it counts against that when they stand at opposite ends of their draft."""
ONE_WORD = 0.08
"""How much more it takes where but one word that matters is shared."""

Links = frozenset[tuple[int, int]]
Likenesses = Mapping[tuple[int, int], float]


def linked(
    ours: Sequence[Node], theirs: Sequence[Node], main: Mapping[int, int], alike: Likenesses
) -> Links:
    """The one-to-one pairing ``main``, and what was merged and split beside it."""
    back = {j: i for i, j in main.items()}
    turned = {(j, i): score for (i, j), score in alike.items()}
    merged = _Parts(ours, theirs, main, back, alike).found()
    split = _Parts(theirs, ours, back, main, turned).found()
    for i, j in main.items():
        _one_of_both(merged, j, split, i)
    return frozenset({*main.items(), *merged, *((i, j) for j, i in split)})


def _one_of_both(
    merged: dict[tuple[int, int], float], j: int, split: dict[tuple[int, int], float], i: int
) -> None:
    """A pair gathers other points on one side only: the side where that is surer."""
    sides = [
        {p: s for p, s in parts.items() if p[1] == n} for parts, n in ((merged, j), (split, i))
    ]
    if all(sides):
        surer = max(sides[0].values()) >= max(sides[1].values())
        loser, gone = (split, sides[1]) if surer else (merged, sides[0])
        for pair in gone:
            del loser[pair]


class _Parts:
    """Looks for points of ours without a partner that are part of one of theirs.

    The surest is taken first; what it explains of the whole, no other part explains again.
    """

    def __init__(
        self,
        ours: Sequence[Node],
        theirs: Sequence[Node],
        main: Mapping[int, int],
        back: Mapping[int, int],
        alike: Mapping[tuple[int, int], float],
    ) -> None:
        self.ours = ours
        self.theirs = theirs
        self.alike = alike
        self.parts = {j: [i] for j, i in back.items()}
        """Theirs -> the points of ours that went into it, the main one first."""
        self.left = [
            node.index
            for node in ours
            if node.index not in main and not any(child in main for child in node.children)
        ]

    def found(self) -> dict[tuple[int, int], float]:
        """The parts, each with the whole it went into, and how much it looks like that."""
        found: dict[tuple[int, int], float] = {}
        scores = {
            (i, j): self._score(i, j)
            for i in self.left
            for j in self.parts
            if self.alike.get((i, j), 0.0) >= PART_LEAST
        }
        while scores:
            pair = max(scores, key=lambda one: (scores[one], -one[0], -one[1]))
            if scores[pair] < MERGES:
                break
            i, j = pair
            found[pair] = scores[pair]
            self.parts[j].append(i)
            scores = {
                (k, m): self._score(k, m) if m == j else score
                for (k, m), score in scores.items()
                if k != i
            }
        return found

    def _score(self, i: int, j: int) -> float:
        """How much a point looks like part of one of theirs, beyond those already known."""
        node, whole = self.ours[i], self.theirs[j]
        first, *others = self.parts[j]
        before: Mapping[str, float] = self.ours[first].weights
        if others:
            before = together(self.ours[k].weights for k in self.parts[j])
        beyond = without(whole.weights, before)
        covered = coverage(node.weights, beyond)
        if not covered:
            return 0.0
        explained = coverage(beyond, node.weights)
        direct = coverage(node.weights, whole.weights)
        gain = likeness(together([node.weights, before]), whole.weights)
        gain -= likeness(before, whole.weights)
        score = 0.5 * covered + 0.35 * direct + 0.35 * explained + gain
        return score + self._place(node, j)

    def _place(self, node: Node, j: int) -> float:
        others = [self.ours[k] for k in self.parts[j]]
        if any(node.index in (other.before, other.after) for other in others):
            return BESIDE
        apart = sum(
            [
                depth_of(self.ours, others[0]) != depth_of(self.ours, node),
                others[0].parent != node.parent and node.parent is not None,
            ]
        )
        far = min(abs(node.place - other.place) for other in others)
        few = common_words(node, self.theirs[j]) < 2
        return -ELSEWHERE * apart - FAR * far - ONE_WORD * few - AWAY
