"""Which points of one version became which of another.

First one to one: the pairing that is best for the whole, by words and then also by what stands
around a point. Then what is left over: an old point whose words went into a new one that has
another forerunner was merged into it, and the other way round it was split off.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wasit.text.compare.assign import assign
from wasit.text.compare.likeness import Weighing, bag, coverage, joined, likeness, together, without
from wasit.text.compare.model import wording
from wasit.text.compare.words import near, sequence
from wasit.text.draft import DraftText, Point

CERTAIN = 0.35
"""Likeness of pairs by which the place of others is told."""
ALONE = (0.2, 0.17)
"""Likeness that makes a pair wherever it stands; in a text that was reworded as a whole."""
IN_PLACE = (0.1, 0.035)
"""Likeness that is enough where all that stands around agrees; in a reworded text."""
ONE_WORD = 0.08
"""How much more it takes where but one word that matters is shared."""
MERGES = 0.21
"""How much a point must look like part of another."""
LEAST = 0.03
"""Likeness below which a pair is not looked at."""
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
REWORDED = 0.6
"""Typical likeness below which a text was reworded as a whole, and places count for more."""
MANY_ALIKE = 20
"""Of more points of the same words than this on either side, rank decides."""
MANY_PAIRS = 200_000
"""Pairs of points above which only those are looked at that share something rare."""
MOST_SEEN = 0.3
"""Features of more points than this share of all lead nowhere; they still count in a pair."""


@dataclass(slots=True)
class Node:
    """A point with what it is compared by."""

    index: int
    point: Point
    parent: int | None
    place: float
    """Where it stands among its neighbours' lines, from 0 to 1."""
    weights: dict[str, float] = field(default_factory=dict)
    children: list[int] = field(default_factory=list)
    before: int | None = None
    after: int | None = None
    """Its neighbours on the same level."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Links by the index of the points in text order, and how alike the linked are."""

    links: frozenset[tuple[int, int]]
    main: Mapping[int, int]
    """The one-to-one pairing that the other links were added to."""
    alike: Mapping[tuple[int, int], float]


def lineage(old: DraftText, new: DraftText) -> Lineage:
    """What became of every point. Swapping the two swaps the links."""
    turned = _order(old) > _order(new)
    first, second = (new, old) if turned else (old, new)
    found = _Search(nodes(first), nodes(second), second.language).run()
    if not turned:
        return found
    return Lineage(
        frozenset((i, j) for j, i in found.links),
        {i: j for j, i in found.main.items()},
        {(i, j): value for (j, i), value in found.alike.items()},
    )


def _order(draft: DraftText) -> list[str]:
    """By which the two are put in order, so that it does not matter which is called old."""
    return [wording(point) for point in draft.all()]


def nodes(draft: DraftText) -> list[Node]:
    """The points of a draft in text order."""
    found: list[Node] = []

    def take(points: Sequence[Point], parent: int | None) -> list[int]:
        here: list[int] = []
        for point in points:
            node = Node(len(found), point, parent, 0.0)
            found.append(node)
            if here:
                node.before = here[-1]
                found[here[-1]].after = node.index
            here.append(node.index)
            node.children = take(point.points, node.index)
        return here

    take(draft.points, None)
    for node in found:
        node.place = (node.index + 0.5) / len(found)
    return found


class _Search:
    def __init__(self, ours: list[Node], theirs: list[Node], language: str) -> None:
        self.ours = ours
        self.theirs = theirs
        bags = [bag(wording(node.point), language) for node in (*ours, *theirs)]
        weighing = Weighing.of(bags)
        for node, one in zip((*ours, *theirs), bags, strict=True):
            node.weights = weighing.weigh(one)
        self.words, self.figures = (
            tuple([_size(node, figures) for node in side] for side in (ours, theirs))
            for figures in (False, True)
        )
        self.alike: dict[tuple[int, int], float] = {}
        self.equal = self._equal()

    def run(self) -> Lineage:
        self.alike = self._likenesses()
        self.turned = {(j, i): score for (i, j), score in self.alike.items()}
        self.best = self._best()
        self.reworded = self._reworded()
        first = assign(
            {
                pair: score + 0.02 * self._near(*pair) + 0.5 * (pair in self.equal)
                for pair, score in self.alike.items()
                if score >= ALONE[0] / 2
            }
        )
        certain = {i: j for i, j in first.items() if self._sure(i, j)}
        for _ in range(2):
            main = self._settled(certain)
            certain = {i: j for i, j in main.items() if self._sure(i, j) or self._held(i, j, main)}
        main, links = self._with_parts(main)
        return Lineage(links, main, {pair: self._of(*pair) for pair in links})

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

    # --- likeness -----------------------------------------------------------------------------

    def _likenesses(self) -> dict[tuple[int, int], float]:
        """Pairs that share a feature which is not everywhere, and how alike they are."""
        by_feature: dict[str, list[tuple[int, float]]] = {}
        for node in self.theirs:
            for feature, weight in node.weights.items():
                by_feature.setdefault(feature, []).append((node.index, weight))
        most = max(MOST_SEEN * len(self.theirs), 12)
        many = len(self.ours) * len(self.theirs) > MANY_PAIRS
        found: dict[tuple[int, int], float] = dict.fromkeys(sorted(self.equal), 0.0)
        words, figures = ([math.sqrt(n) for n in side[1]] for side in (self.words, self.figures))
        for node in self.ours:
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

    def _of(self, i: int, j: int) -> float:
        return self.alike.get((i, j), 0.0)

    def _near(self, i: int, j: int) -> float:
        """From 0 to 1: whether two points stand at like places of their drafts."""
        return 1 - abs(self.ours[i].place - self.theirs[j].place)

    def _best(self) -> tuple[dict[int, list[float]], dict[int, list[float]]]:
        """For each point of either side its two best likenesses, best first."""
        rows: dict[int, list[float]] = {}
        columns: dict[int, list[float]] = {}
        for (i, j), score in self.alike.items():
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

    def _sure(self, i: int, j: int) -> bool:
        """Whether two points are surely one: much alike, or by far the best for each other."""
        score = self._of(i, j)
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

    def _held(self, i: int, j: int, main: Mapping[int, int]) -> bool:
        return self._of(i, j) >= ALONE[0] and self._around(i, j, main) > 0.5

    # --- one to one ---------------------------------------------------------------------------

    def _settled(self, certain: Mapping[int, int]) -> dict[int, int]:
        """The best pairing when what stands around a point counts too."""
        expected = _Expected(certain, len(self.ours), len(self.theirs))
        edges: dict[tuple[int, int], float] = {}
        by_place = 0.08 + 0.22 * self.reworded
        alone, in_place = self._between(ALONE), self._between(IN_PLACE)
        for (i, j), score in self.alike.items():
            if score < in_place:
                continue
            around = self._around(i, j, certain)
            place = expected.nearness(i, j)
            agrees = max(0.0, min(1.0, 0.5 * around + 0.6 * place + 0.2 * self.reworded))
            needed = alone - (alone - in_place) * agrees
            if (
                needed <= score < needed + ONE_WORD
                and common_words(self.ours[i], self.theirs[j]) < 2
            ):
                needed += ONE_WORD * (1 - self.reworded)
            if self._depths_differ(i, j):
                needed += 0.08
            if score >= needed:
                equal = 0.5 * ((i, j) in self.equal)
                edges[i, j] = score + 0.06 * around + by_place * place + equal
        return assign(edges)

    def _between(self, limits: tuple[float, float]) -> float:
        return limits[0] + (limits[1] - limits[0]) * self.reworded

    def _around(self, i: int, j: int, known: Mapping[int, int]) -> float:
        """From -1 to 1: whether the points around are paired with each other."""
        a, b = self.ours[i], self.theirs[j]
        votes = [
            self._vote(a.before, b.before, known),
            self._vote(a.after, b.after, known),
            2 * self._vote(a.parent, b.parent, known, top=True),
        ]
        return sum(votes) / 4

    def _vote(
        self, i: int | None, j: int | None, known: Mapping[int, int], *, top: bool = False
    ) -> float:
        if i is None and j is None:
            return 0.5
        if i is None or j is None:
            return -0.5 if top else 0.0
        if known.get(i) == j:
            return 1.0
        return -0.5 if i in known and top else 0.0

    def _depths_differ(self, i: int, j: int) -> bool:
        a, b = self.ours[i], self.theirs[j]
        return bool(a.children) != bool(b.children)

    # --- merged and split ---------------------------------------------------------------------

    def _with_parts(
        self, main: dict[int, int]
    ) -> tuple[dict[int, int], frozenset[tuple[int, int]]]:
        """The pairing and all links; a weak pair gives way where its points are surely parts."""
        links = self._linked(main)
        for pair in sorted(main.items(), key=lambda one: self._of(*one)):
            if self._of(*pair) >= CERTAIN or not self._better_elsewhere(*pair):
                continue
            fewer = {i: j for i, j in main.items() if i != pair[0]}
            others = self._linked(fewer)
            if any(i == pair[0] or j == pair[1] for i, j in others):
                main, links = fewer, others
        return main, links

    def _linked(self, main: Mapping[int, int]) -> frozenset[tuple[int, int]]:
        back = {j: i for i, j in main.items()}
        merged = _Parts(self.ours, self.theirs, main, back, self.alike).found()
        split = _Parts(self.theirs, self.ours, back, main, self.turned).found()
        for i, j in main.items():
            _one_of_both(merged, j, split, i)
        return frozenset({*main.items(), *merged, *((i, j) for j, i in split)})

    def _better_elsewhere(self, i: int, j: int) -> bool:
        """Whether one of a pair is far more alike to another point, which has a closer one."""
        score = self._of(i, j)
        rows = (self.best[0].get(i, [0.0])[0], self.best[1].get(j, [0.0])[0])
        return max(rows) >= max(1.6 * score, CERTAIN - 0.1)


def _by_words(side: Sequence[Node]) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = {}
    for node in side:
        found.setdefault(sequence(wording(node.point)), []).append(node.index)
    return found


def common_words(ours: Node, theirs: Node) -> int:
    """How many stems, figures and words of like meaning two points share."""
    shared = ours.weights.keys() & theirs.weights.keys()
    told = [feature for feature in shared if feature[0] in "sf"]
    meant = {feature for feature in shared if feature[0] == "g"}
    for feature in told:
        for language in ("en", "ar"):
            meant -= {f"g:{group}" for group in near(feature[2:], language)}
    return len(told) + len(meant)


def _size(node: Node, figures: bool) -> float:
    return sum(w for feature, w in node.weights.items() if (feature[0] == "f") == figures)


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
                _depth(self.ours, others[0]) != _depth(self.ours, node),
                others[0].parent != node.parent and node.parent is not None,
            ]
        )
        far = min(abs(node.place - other.place) for other in others)
        few = common_words(node, self.theirs[j]) < 2
        return -ELSEWHERE * apart - FAR * far - ONE_WORD * few - AWAY


def _depth(nodes_: Sequence[Node], node: Node) -> int:
    return 0 if node.parent is None else 1 + _depth(nodes_, nodes_[node.parent])


class _Expected:
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
