"""What became of a point from draft to draft, and so which earlier answers are still about it.

Only drafts whose points are held are compared, and only those this record has: what a seat may
not read is no ancestor for it. A draft says itself what it was made from (``after``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING

from wasit.entries import Entry
from wasit.entries.bodies.text import Draft, numbered
from wasit.record.record import Record
from wasit.text.changes import Change, heavier
from wasit.text.held import common_languages, held

if TYPE_CHECKING:
    from wasit.text.compare import Comparison, KeyChange, Pair


@dataclass(frozen=True, slots=True)
class Origin:
    """A point of an earlier draft from which a point came."""

    draft: str
    """The id of the earlier draft."""
    label: str
    """The label of the point there: ``21``, ``4/a``."""
    change: Change
    """The heaviest of what became of it on the way: kept, moved, amended, merged or split."""

    @property
    def target(self) -> str:
        """How entries point at it: ``id#label``."""
        return f"{self.draft}#{self.label}"


@dataclass(slots=True)
class Lineage:
    """Where the points of drafts came from, each pair of drafts compared once."""

    record: Record
    _known: dict[str, Mapping[str, tuple[Origin, ...]]] = field(default_factory=dict)
    _edges: dict[tuple[str, str], Edge] = field(default_factory=dict)

    def of(self, draft: Entry) -> Mapping[str, tuple[Origin, ...]]:
        """By the label of each point of ``draft``, its origins in earlier drafts, nearest first.

        A point that is new has none.
        """
        if draft.id not in self._known:
            self._known[draft.id] = {}  # a draft made from itself, in a circle, comes from nowhere
            self._known[draft.id] = self._origins(draft)
        return self._known[draft.id]

    def edge(self, old: Entry, new: Entry) -> Edge:
        """The two drafts compared."""
        if (old.id, new.id) not in self._edges:
            self._edges[old.id, new.id] = edge(old, new)
        return self._edges[old.id, new.id]

    def _origins(self, draft: Entry) -> dict[str, tuple[Origin, ...]]:
        found: dict[str, dict[str, Origin]] = {}
        for parent in parents(self.record, draft):
            earlier = self.of(parent)
            for old, new, change in self.edge(parent, draft).links:
                mine = found.setdefault(new, {})
                for origin in (Origin(parent.id, old, change), *earlier.get(old, ())):
                    passed = Origin(origin.draft, origin.label, heavier(origin.change, change))
                    mine.setdefault(passed.target, passed)
        return {label: tuple(origins.values()) for label, origins in found.items()}


def parents(record: Record, draft: Entry) -> list[Entry]:
    """The nearest drafts it was made from, on this record, of which points are held."""
    line, found, seen = _after(record, draft), [], {draft.id}
    while line:
        one = line.pop(0)
        if one.id in seen:
            continue
        seen.add(one.id)
        assert isinstance(one.body, Draft)
        if one.body.points:
            found.append(one)
        else:
            line += _after(record, one)
    return found


def ancestors(record: Record, draft: Entry) -> list[Entry]:
    """All drafts it goes back to of which points are held, the nearest first."""
    found, line = {draft.id: draft}, [draft]
    while line:
        for parent in parents(record, line.pop(0)):
            if parent.id not in found:
                found[parent.id] = parent
                line.append(parent)
    return list(found.values())[1:]


def _after(record: Record, draft: Entry) -> list[Entry]:
    assert isinstance(draft.body, Draft)
    found = (record.get(link) for link in draft.body.after)
    return [entry for entry in found if entry is not None and isinstance(entry.body, Draft)]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two drafts, one made from the other, compared in every language that both are held in."""

    links: tuple[tuple[str, str, Change], ...]
    """The labels of a point in both with what became of it, in the order of the new one."""
    languages: Mapping[str, Compared]

    def key_changes(self, old: str, new: str) -> dict[str, tuple[KeyChange, ...]]:
        """What changed between the points with these labels, by language; the others left out."""
        found = {name: one.changes(old, new) for name, one in self.languages.items()}
        return {name: changes for name, changes in found.items() if changes}


@dataclass(frozen=True, slots=True)
class Compared:
    """Two drafts compared in one language."""

    comparison: Comparison
    pairs: Mapping[tuple[str, str], Pair]
    """By the labels of a point before and after."""

    def changes(self, old: str, new: str) -> tuple[KeyChange, ...]:
        """What changed between the points with these labels that no negotiator may miss."""
        pair = self.pairs.get((old, new))
        return tuple(self.comparison.changes_of(pair)) if pair else ()


def edge(old: Entry, new: Entry) -> Edge:
    """Two drafts compared.

    A link counts where all languages find it; one that only some find, where it contradicts nothing
    the others find and its words are much alike: an answer carried to a point that it is not about
    does harm.
    """
    assert isinstance(old.body, Draft)
    assert isinstance(new.body, Draft)
    shared = common_languages(old.body, new.body)
    languages = {name: _compared(old.body, new.body, name) for name in shared}
    found = [one.pairs for one in languages.values()]
    sure = [ends for ends in found[0] if all(ends in one for one in found)] if found else []
    taken_old, taken_new = {old_label for old_label, _ in sure}, {label for _, label in sure}
    order = {label: n for n, (label, _) in enumerate(numbered(new.body.points))}
    more = [
        ends
        for one in found
        for ends, pair in one.items()
        if ends[0] not in taken_old and ends[1] not in taken_new and pair.likeness >= _MUCH
    ]
    every = sorted(dict.fromkeys([*sure, *more]), key=lambda ends: order[ends[1]])
    links = tuple(
        (*ends, reduce(heavier, (one[ends].change for one in found if ends in one)))
        for ends in every
    )
    return Edge(links, languages)


_MUCH = 0.5
"""How alike the words of a link must be that not every language finds, from 0 to 1."""


def _compared(old: Draft, new: Draft, language: str) -> Compared:
    # Loaded here, because every command would wait for it else.
    from wasit.text.compare import compare

    before, after = held(old, language), held(new, language)
    comparison = compare(before.text, after.text)
    pairs = {
        (before.labels[origin], after.labels[key]): pair
        for pair in comparison.pairs
        for key in pair.new
        for origin in pair.old
    }
    return Compared(comparison, pairs)
