"""What became of one point through all drafts on record, and who tabled each change.

Only drafts whose points are held and that this record has are told of: what a seat may not read
has left no trace here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING, Any

from wasit.entries import Entry
from wasit.entries.bodies.text import Draft
from wasit.record.lineage import Edge, Lineage, parents
from wasit.record.record import Record
from wasit.text.changes import Change, heavier

if TYPE_CHECKING:
    from wasit.text.compare import KeyChange

Spot = tuple[str, str]
"""A point of a draft: the id of the draft, the label of the point."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one draft made of the point."""

    draft: Entry
    label: str | None
    """The label of the point there; None where the draft dropped it."""
    change: Change
    """``new`` where it comes from no earlier draft."""
    origins: tuple[Spot, ...] = ()
    """The points of earlier drafts that it was made of, or of which nothing is left."""
    key_changes: Mapping[str, tuple[KeyChange, ...]] = field(default_factory=dict)
    """What changed that no negotiator may miss, by the language it was found in."""

    @property
    def by(self) -> tuple[str, ...]:
        """Who tabled the draft."""
        return _draft(self.draft).by


def history(
    record: Record, draft: Entry, label: str, lineage: Lineage | None = None
) -> tuple[Passage, ...]:
    """The point ``label`` of ``draft`` from its first draft to its last, in order of the record.

    Where it was merged or split, all its parts are followed. Raises nothing; a point that stands in
    one draft alone has one passage. ``lineage``: that of the record, where drafts may have been
    compared already.
    """
    walk = _Walk(record, lineage or Lineage(record))
    here = draft.id, label
    spots = {here, *_reached(here, walk.origins), *_reached(here, walk.outcomes)}
    gone: dict[str, list[Spot]] = {}
    for spot in sorted(spots):
        for child in walk.dropped_by(spot):
            gone.setdefault(child, []).append(spot)
    order = {entry.id: n for n, entry in enumerate(walk.drafts.values())}
    passages = [walk.passage(id, name, spots) for id, name in spots]
    passages += [
        Passage(walk.drafts[id], None, "dropped", tuple(left_out)) for id, left_out in gone.items()
    ]
    return tuple(sorted(passages, key=lambda one: (order[one.draft.id], one.label or "")))


class _Walk:
    """The drafts of a record and the ways between them."""

    def __init__(self, record: Record, lineage: Lineage) -> None:
        self.lineage = lineage
        self.drafts = {entry.id: entry for entry in record.of_kind("draft") if _draft(entry).points}
        self.parents = {id: parents(record, entry) for id, entry in self.drafts.items()}

    def edge(self, old: str, new: str) -> Edge:
        return self.lineage.edge(self.drafts[old], self.drafts[new])

    def children(self, id: str) -> Iterator[str]:
        for child, above in self.parents.items():
            if any(parent.id == id for parent in above):
                yield child

    def origins(self, spot: Spot) -> Iterator[Spot]:
        """The points of the drafts right before from which this one came."""
        id, label = spot
        for parent in self.parents.get(id, ()):
            for old, new, _ in self.edge(parent.id, id).links:
                if new == label:
                    yield parent.id, old

    def outcomes(self, spot: Spot) -> Iterator[Spot]:
        """The points of the drafts right after that came from this one."""
        id, label = spot
        for child in self.children(id):
            for old, new, _ in self.edge(id, child).links:
                if old == label:
                    yield child, new

    def dropped_by(self, spot: Spot) -> Iterator[str]:
        """The drafts made from the one of ``spot`` in which nothing came of it.

        Of a draft that is held in part nobody knows what it left out.
        """
        for child in self.children(spot[0]):
            body = _draft(self.drafts[child])
            whole = body.count is None or body.count <= len(body.points)
            if whole and all(old != spot[1] for old, _, _ in self.edge(spot[0], child).links):
                yield child

    def passage(self, id: str, label: str, known: set[Spot]) -> Passage:
        origins = [spot for spot in self.origins((id, label)) if spot in known]
        if not origins:
            return Passage(self.drafts[id], label, "new")
        found: dict[str, tuple[KeyChange, ...]] = {}
        changes: list[Change] = []
        for old, name in origins:
            way = self.edge(old, id)
            changes += [change for o, n, change in way.links if (o, n) == (name, label)]
            for language, more in way.key_changes(name, label).items():
                mine = found.get(language, ())
                found[language] = (*mine, *(one for one in more if one not in mine))
        return Passage(self.drafts[id], label, reduce(heavier, changes), tuple(origins), found)


def _reached(start: Spot, step: Callable[[Spot], Iterable[Spot]]) -> set[Spot]:
    """All points that so many steps lead to."""
    found: set[Spot] = set()
    line = [start]
    while line:
        for spot in step(line.pop()):
            if spot not in found:
                found.add(spot)
                line.append(spot)
    return found


def plain_history(record: Record, passages: tuple[Passage, ...]) -> list[dict[str, Any]]:
    """A history as plain data, for JSON."""
    # Loaded here, because every command would wait for it else.
    from wasit.text.compare import plain_pieces

    return [
        {
            "draft": _name(one.draft),
            "point": one.label,
            "day": one.draft.day,
            "by": list(one.by),
            "change": one.change,
            "from": [{"draft": _name(record[id]), "point": name} for id, name in one.origins],
            "key_changes": [
                {"language": language, **plain_pieces(change)}
                for language, changes in one.key_changes.items()
                for change in changes
            ],
        }
        for one in passages
    ]


def _draft(entry: Entry) -> Draft:
    assert isinstance(entry.body, Draft)
    return entry.body


def _name(draft: Entry) -> str:
    return draft.label or draft.id
