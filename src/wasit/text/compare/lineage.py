"""Which points of one version became which of another.

First one to one: the pairing that is best for the whole, by words and then also by what stands
around a point. Then what is left over: an old point whose words went into a new one that has
another forerunner was merged into it, and the other way round it was split off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wasit.text.compare.alike import ALONE, CERTAIN, LEAST, Alike
from wasit.text.compare.assign import assign
from wasit.text.compare.model import wording
from wasit.text.compare.nodes import Node, common_words, nodes
from wasit.text.compare.parts import Links, linked
from wasit.text.compare.places import Expected
from wasit.text.compare.renamed import Renamed, renamed
from wasit.text.draft import DraftText

IN_PLACE = (0.1, 0.035)
"""Likeness that is enough where all that stands around agrees; in a reworded text."""
ONE_WORD = 0.08
"""How much more it takes where but one word that matters is shared."""


MUCH_REWORDED = 0.5
"""From here on, from 0 to 1, a text has other words throughout."""
IN_ORDER = 0.85
"""So much of the shorter text must be paired for what is left between pairs to be paired."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Links by the index of the points in text order, and how alike the linked are."""

    links: Links
    main: Mapping[int, int]
    """The one-to-one pairing that the other links were added to."""
    alike: Mapping[tuple[int, int], float]
    called: Renamed
    """Words of the old version that are others in the new one."""


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
        {a: b for b, a in found.called.items()},
    )


def _order(draft: DraftText) -> list[str]:
    """By which the two are put in order, so that it does not matter which is called old."""
    return [wording(point) for point in draft.all()]


class _Search:
    def __init__(self, ours: list[Node], theirs: list[Node], language: str) -> None:
        self.ours = ours
        self.theirs = theirs
        self.language = language
        self.alike = Alike(ours, theirs, language)

    def run(self) -> Lineage:
        main = self._main()
        called: Renamed = {}
        if self.alike.reworded:
            called = renamed(self.ours, self.theirs, main.items())
        if called:
            self.alike = Alike(self.ours, self.theirs, self.language, called)
            main = self._main()
        main, links = self._with_parts(self._with_gaps(main))
        alike = {pair: self.alike.of(*pair) for pair in links}
        return Lineage(links, main, alike, called)

    def _main(self) -> dict[int, int]:
        """The one-to-one pairing: what is certain first, then by what stands around as well."""
        alike = self.alike
        first = assign(
            {
                pair: score + 0.02 * self._near(*pair) + 0.5 * (pair in alike.equal)
                for pair, score in alike.scores.items()
                if score >= ALONE[0] / 2
            }
        )
        certain = {i: j for i, j in first.items() if alike.sure(i, j)}
        for _ in range(2):
            main = self._settled(certain)
            certain = {i: j for i, j in main.items() if alike.sure(i, j) or self._held(i, j, main)}
        return main

    def _with_gaps(self, main: dict[int, int]) -> dict[int, int]:
        """Also the one point that is left on either side between two pairs, where it is alike.

        In a reworded text that keeps its order it need not be: there it is the only one it can be.
        """
        needed = self._between(ALONE) / 2
        few = min(len(self.ours), len(self.theirs))
        if self.alike.reworded >= MUCH_REWORDED and len(main) >= IN_ORDER * few:
            needed = 0.0 if len(self.ours) == len(self.theirs) else LEAST
        taken = set(main.values())
        free = {
            (other.before, other.after, other.parent): other.index
            for other in self.theirs
            if other.index not in taken and not other.children
        }
        found = dict(main)
        for node in self.ours:
            if node.index in main or node.children:
                continue
            before, after, parent = (
                None if one is None else main.get(one, -1)
                for one in (node.before, node.after, node.parent)
            )
            other = free.get((before, after, parent))
            if other is None or before is after is None:
                continue
            if self.alike.of(node.index, other) >= needed:
                found[node.index] = other
        return found

    def _near(self, i: int, j: int) -> float:
        """From 0 to 1: whether two points stand at like places of their drafts."""
        return 1 - abs(self.ours[i].place - self.theirs[j].place)

    def _held(self, i: int, j: int, main: Mapping[int, int]) -> bool:
        return self.alike.of(i, j) >= ALONE[0] and self._around(i, j, main) > 0.5

    # --- one to one ---------------------------------------------------------------------------

    def _settled(self, certain: Mapping[int, int]) -> dict[int, int]:
        """The best pairing when what stands around a point counts too."""
        expected = Expected(certain, len(self.ours), len(self.theirs))
        edges: dict[tuple[int, int], float] = {}
        by_place = 0.08 + 0.22 * self.alike.reworded
        alone, in_place = self._between(ALONE), self._between(IN_PLACE)
        for (i, j), score in self.alike.scores.items():
            if score < in_place:
                continue
            around = self._around(i, j, certain)
            place = expected.nearness(i, j)
            agrees = max(0.0, min(1.0, 0.5 * around + 0.6 * place + 0.2 * self.alike.reworded))
            needed = alone - (alone - in_place) * agrees
            if (
                needed <= score < needed + ONE_WORD
                and common_words(self.ours[i], self.theirs[j]) < 2
            ):
                needed += ONE_WORD * (1 - self.alike.reworded)
            if self._depths_differ(i, j):
                needed += 0.08
            if score >= needed:
                equal = 0.5 * ((i, j) in self.alike.equal)
                edges[i, j] = score + 0.06 * around + by_place * place + equal
        return assign(edges)

    def _between(self, limits: tuple[float, float]) -> float:
        return limits[0] + (limits[1] - limits[0]) * self.alike.reworded

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

    def _with_parts(self, main: dict[int, int]) -> tuple[dict[int, int], Links]:
        """The pairing and all links; a weak pair gives way where its points are surely parts."""
        links = self._links(main)
        for pair in sorted(main.items(), key=lambda one: self.alike.of(*one)):
            if self.alike.of(*pair) >= CERTAIN or not self.alike.better_elsewhere(*pair):
                continue
            fewer = {i: j for i, j in main.items() if i != pair[0]}
            others = self._links(fewer)
            if any(i == pair[0] or j == pair[1] for i, j in others):
                main, links = fewer, others
        return main, links

    def _links(self, main: Mapping[int, int]) -> Links:
        return linked(self.ours, self.theirs, main, self.alike.scores)
