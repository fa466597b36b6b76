"""Links gathered into pairs: what each is called, and what changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from wasit.text.changes import Change
from wasit.text.compare.keychanges import key_changes
from wasit.text.compare.lineage import Lineage
from wasit.text.compare.model import KeyChange, Pair, wording
from wasit.text.compare.names import Elsewhere, names_in
from wasit.text.compare.nodes import Node, nodes
from wasit.text.compare.places import rising
from wasit.text.compare.references import references_in
from wasit.text.compare.side import Side
from wasit.text.compare.substance import with_substance
from wasit.text.compare.words import tokens
from wasit.text.draft import DraftText

Keys = Mapping[str, tuple[str, ...]]
"""What the points of the old version are called in the new one."""


def gathered(
    old: DraftText, new: DraftText, found: Lineage
) -> tuple[tuple[Pair, ...], tuple[KeyChange, ...]]:
    """The pairs in the order of the new version, and their key changes."""
    gatherer = _Gatherer(old, new, found)
    pairs: list[Pair] = []
    changes: list[KeyChange] = []
    for ours, theirs in gatherer.groups():
        pair, its = gatherer.pair(ours, theirs)
        pairs.append(pair)
        changes += its
    return tuple(with_substance(pairs, old, new, found.called)), tuple(changes)


class _Gatherer:
    def __init__(self, old: DraftText, new: DraftText, found: Lineage) -> None:
        self.language = new.language
        self.ours = nodes(old)
        self.theirs = nodes(new)
        self.found = found
        self.forward: dict[int, list[int]] = {}
        self.back: dict[int, list[int]] = {}
        for i, j in sorted(found.links):
            self.forward.setdefault(i, []).append(j)
            self.back.setdefault(j, []).append(i)
        self.keys: Keys = {
            self.ours[i].point.key: tuple(self.theirs[j].point.key for j in linked)
            for i, linked in self.forward.items()
        }
        self.linked = {self.theirs[j].point.key for j in self.back}
        """The keys of new points that are linked with old ones."""
        wordings = [wording(node.point) for node in (*self.ours, *self.theirs)]
        self.words = Elsewhere(_all_words(old), _all_words(new), names_in(wordings))
        self.moved = _moved(self.ours, self.theirs, found)

    def groups(self) -> Iterator[tuple[list[int], list[int]]]:
        """Points that are linked, with each other; what was dropped after the point before it."""
        dropped: dict[int, list[int]] = {}
        last = -1
        for node in self.ours:
            if node.index in self.forward:
                last = max(self.forward[node.index])
            else:
                dropped.setdefault(last, []).append(node.index)
        done: set[int] = set()
        for i in dropped.get(-1, ()):
            yield [i], []
        for node in self.theirs:
            if node.index not in done:
                ours, theirs = self._group(node.index)
                done.update(theirs)
                yield ours, theirs
            for i in dropped.get(node.index, ()):
                yield [i], []

    def _group(self, j: int) -> tuple[list[int], list[int]]:
        """One new point with its forerunners, or several that share one forerunner.

        Where a point was split and one of its parts merged with another, all of them together.
        """
        ours: set[int] = set()
        theirs = {j}
        while True:
            more = {i for k in theirs for i in self.back.get(k, ())}
            wider = {k for i in more for k in self.forward[i]} | theirs
            if more == ours and wider == theirs:
                return sorted(ours), sorted(theirs)
            ours, theirs = more, wider

    def pair(self, ours: list[int], theirs: list[int]) -> tuple[Pair, list[KeyChange]]:
        """The pair that linked points make, and its key changes."""
        old = Side(*_side(self.ours, ours), self.language)
        new = Side(*_side(self.theirs, theirs), self.language)
        pair = Pair(old.keys, new.keys, self._change(ours, theirs), likeness=1.0)
        if pair.change == "dropped" or pair.change == "new":
            return replace(pair, likeness=0.0), []
        alike = max(self.found.alike.get((i, j), 0.0) for i in ours for j in theirs)
        pair = replace(pair, likeness=alike)
        if pair.change in ("kept", "moved"):
            return replace(pair, likeness=1.0), []
        found = key_changes(old, new, self.keys, alike, self.words)
        return replace(pair, same=pair.change == "amended" and not found), found

    def _same(self, before: _Word, after: _Word) -> bool:
        """Whether two words are one: references, where what they refer to is one."""
        if not before[1] or not after[1]:
            return before == after
        now = self.keys.get(before[0], ())
        if now or after[0] in self.linked:
            return after[0] in now
        return before == after

    def _change(self, ours: list[int], theirs: list[int]) -> Change:
        if not ours:
            return "new"
        if not theirs:
            return "dropped"
        if len(ours) > 1:
            return "merged"
        if len(theirs) > 1:
            return "split"
        i, j = ours[0], theirs[0]
        before = _canonical(wording(self.ours[i].point), self.language)
        after = _canonical(wording(self.theirs[j].point), self.language)
        if len(before) != len(after) or not all(map(self._same, before, after)):
            return "amended"
        return "moved" if (i, j) in self.moved else "kept"


def _all_words(draft: DraftText) -> frozenset[str]:
    return frozenset[str]().union(*(_words_of(wording(point)) for point in draft.all()))


@lru_cache(maxsize=8_192)
def _words_of(words: str) -> frozenset[str]:
    return frozenset(token.norm for token in tokens(words))


def _side(nodes_: Sequence[Node], chosen: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    points = [nodes_[n].point for n in chosen]
    return tuple(p.key for p in points), tuple(wording(p) for p in points)


_Word = tuple[str, bool]
"""A folded word; or the key that a reference has, and that it is one."""


def _canonical(words: str, language: str) -> list[_Word]:
    """The folded words in order, each reference as one."""
    listed = tokens(words)
    referred = references_in(words, language)
    found: list[_Word] = []
    n = 0
    while n < len(listed):
        if n in referred:
            n, key = referred[n]
            found.append((key, True))
            continue
        if listed[n].kind != "mark" or listed[n].text in "%[]+":
            found.append((listed[n].norm, False))
        n += 1
    return found


def _moved(ours: Sequence[Node], theirs: Sequence[Node], found: Lineage) -> set[tuple[int, int]]:
    """Pairs that changed places with their neighbours, or stand under another point."""
    by_parents: dict[tuple[int | None, int | None], list[tuple[int, int]]] = {}
    moved: set[tuple[int, int]] = set()
    for i, j in found.main.items():
        above, above_now = ours[i].parent, theirs[j].parent
        nested = above is not None and above_now is not None
        if nested and (above, above_now) not in found.links:
            moved.add((i, j))
        else:
            by_parents.setdefault((above, above_now), []).append((i, j))
    for pairs in by_parents.values():
        moved |= set(pairs) - set(rising(sorted(pairs)))
    return moved
