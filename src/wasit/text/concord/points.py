"""Which point of the Arabic text is which of the English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from wasit.text.concord.anchors import Anchor, Anchors, alike, anchors, rarity
from wasit.text.concord.monotone import beside
from wasit.text.draft import DraftText, Point

BAND = 24
"""How many places a point may stand from where it is expected."""
MOST = 20_000
"""Characters of one point that are looked at; no provision is so long."""
_SAME_KEY, _SAME_KEYS = 0.14, 0.26
"""What it counts that two points have one label; more where all labels are the same."""
_OTHER_KEY = -0.02
_FLOOR = 0.1
"""Likeness that two points with different labels must pass."""
_FAR = 0.45
"""Likeness from which two points are one though they stand in another order."""
_STRANGE, _USUAL = 0.02, 0.25
"""A pair below the first among pairs like the second in the middle is no pair."""
_TELLING = 6.0
"""How much two points must be known by for it to count that they have nothing in common."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A point of one version, or what stands around the points, with its words."""

    key: str
    words: str
    mark: str = ""

    @property
    def whole(self) -> str:
        """The words with the number before them, as the text has them."""
        return f"{self.mark} {self.words}".strip()


@dataclass(frozen=True, slots=True)
class Beside:
    """Two versions laid beside each other."""

    pairs: tuple[tuple[Piece, Piece], ...]
    """English and Arabic pieces that are one point, in the order of the English."""
    only_en: tuple[Piece, ...]
    only_ar: tuple[Piece, ...]
    rare: Mapping[Anchor, float]
    """How much each anchor says in these texts."""


def laid_out(en: DraftText, ar: DraftText) -> Beside:
    """The points of two versions in pairs, and those that one version alone has."""
    ours, theirs = _pieces(en), _pieces(ar)
    our_anchors = [anchors(piece.words, "en") for piece in ours]
    their_anchors = [anchors(piece.words, "ar") for piece in theirs]
    rare = rarity([*our_anchors, *their_anchors])
    likeness = _Likeness(ours, theirs, our_anchors, their_anchors, rare)
    pairs = likeness.pairs()
    taken_en, taken_ar = {i for i, _ in pairs}, {j for _, j in pairs}
    return Beside(
        tuple((ours[i], theirs[j]) for i, j in pairs),
        tuple(piece for i, piece in enumerate(ours) if i not in taken_en and piece.words),
        tuple(piece for j, piece in enumerate(theirs) if j not in taken_ar and piece.words),
        rare,
    )


def around(draft: DraftText) -> Mapping[str, str]:
    """What stands before the points and behind them, by which of the two it is."""
    found = {
        "preamble": "\n".join(p.words for p in draft.parts if p.kind in ("title", "preamble")),
        "closing": "\n".join(p.words for p in draft.parts if p.kind == "closing"),
    }
    return {key: words[:MOST] for key, words in found.items() if words}


def _pieces(draft: DraftText) -> list[Piece]:
    return [Piece(point.key, _words(point), point.mark) for point in draft.all()]


def _words(point: Point) -> str:
    words = f"{point.heading}\n{point.words}" if point.heading else point.words
    return words[:MOST]


class _Likeness:
    """How alike the points of two versions are."""

    def __init__(
        self,
        ours: Sequence[Piece],
        theirs: Sequence[Piece],
        our_anchors: Sequence[Anchors],
        their_anchors: Sequence[Anchors],
        rare: Mapping[Anchor, float],
    ) -> None:
        self.ours, self.theirs = ours, theirs
        self.our_anchors, self.their_anchors = our_anchors, their_anchors
        self.rare = rare
        labels = [{piece.key for piece in side} for side in (ours, theirs)]
        self.same_key = _SAME_KEYS if labels[0] == labels[1] else _SAME_KEY
        self.known: dict[tuple[int, int], float] = {}

    def alike(self, i: int, j: int) -> float:
        found = self.known.get((i, j))
        if found is None:
            found = alike(self.our_anchors[i], self.their_anchors[j], self.rare)
            self.known[i, j] = found
        return found

    def score(self, i: int, j: int) -> float:
        """What it is worth that two points are one; 0 or less: they are not."""
        same = self.ours[i].key == self.theirs[j].key
        return self.alike(i, j) - _FLOOR + (self.same_key if same else _OTHER_KEY)

    def pairs(self) -> list[tuple[int, int]]:
        """The places that are one, in the order of the English."""
        found = beside(len(self.ours), len(self.theirs), self.score, BAND)
        found = self._without_strangers(found)
        found = sorted([*found, *self._gaps(found)])
        return sorted([*found, *self._out_of_order(found)])

    def _usual(self, pairs: Sequence[tuple[int, int]]) -> float:
        return median(self.alike(i, j) for i, j in pairs) if pairs else 0.0

    def _strange(self, i: int, j: int) -> bool:
        """Whether two points that say enough have nothing in common."""
        weights = (
            sum(weight * self.rare.get(one, 1.0) for one, weight in side.sure.items())
            for side in (self.our_anchors[i], self.their_anchors[j])
        )
        return self.alike(i, j) < _STRANGE and min(weights) >= _TELLING

    def _without_strangers(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        if self._usual(pairs) < _USUAL:
            return pairs
        return [pair for pair in pairs if not self._strange(*pair)]

    def _gaps(self, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """As many points left on either side between two pairs are one by one the same."""
        usual = self._usual(pairs)
        edges = [(-1, -1), *pairs, (len(self.ours), len(self.theirs))]
        for (a, b), (c, d) in pairwise(edges):
            if c - a == d - b > 1:
                for i, j in zip(range(a + 1, c), range(b + 1, d), strict=True):
                    if usual < _USUAL or not self._strange(i, j):
                        yield i, j

    def _out_of_order(self, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Points left over that are much alike though they stand elsewhere."""
        left = [i for i in range(len(self.ours)) if i not in {i for i, _ in pairs}]
        other = [j for j in range(len(self.theirs)) if j not in {j for _, j in pairs}]
        if len(left) * len(other) > 40_000:
            return
        scored = sorted(((self.alike(i, j), i, j) for i in left for j in other), reverse=True)
        for likeness, i, j in scored:
            if likeness >= _FAR and i in left and j in other:
                left.remove(i)
                other.remove(j)
                yield i, j
