"""A record with what was worked out from it: kept until the record grows.

A record never changes, so what follows from it can be kept beside it. Views of the record at other
times grow with it where that is sure to give the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from wasit.entries import Entry
from wasit.record import Lineage, Record, StateOfPlay, state_of_play
from wasit.web.pages.search import Index, index_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Searched:
    """The index of search, and how much of the chain is in it."""

    of: range
    index: Index


@dataclass(slots=True)
class Kept:
    """The record of one seat, and what follows from it."""

    record: Record = field(default_factory=Record)
    _known: dict[Any, Any] = field(default_factory=dict)
    _as_of: dict[str, Record] = field(default_factory=dict)
    _stood_on: dict[str, Record] = field(default_factory=dict)
    _index: _Searched = field(default_factory=lambda: _Searched(range(0), ()))

    def at(self, record: Record) -> Kept:
        """The same for a record that this one has grown to; itself where nothing is new."""
        if record is self.record:
            return self
        new = _after(record, len(self.record))
        as_of = {
            day: known
            for day, known in self._as_of.items()
            if all(entry.recorded[:10] > day for entry in new)
        }
        stood_on = {
            day: _grown(self, known, day, new, record)
            for day, known in self._stood_on.items()
            if _plain(new, day)
        }
        return Kept(record, {}, as_of, stood_on, self._index)

    def get(self, name: Any, make: Callable[[], T]) -> T:
        """What goes by ``name``, made once while the record stays as it is."""
        if name not in self._known:
            self._known[name] = make()
        return self._known[name]

    def as_of(self, day: str) -> Record:
        """What the seat had that day."""
        if day not in self._as_of:
            self._as_of = {**_few(self._as_of), day: self.record.as_of(day)}
        return self._as_of[day]

    def stood_on(self, day: str) -> Record:
        """What had happened by that day."""
        if day not in self._stood_on:
            self._stood_on = {**_few(self._stood_on), day: self.record.stood_on(day)}
        return self._stood_on[day]

    @property
    def lineage(self) -> Lineage:
        """Where the points of drafts came from; drafts are compared once."""
        return self.get("lineage", lambda: Lineage(self.record))

    def index(self) -> Index:
        """What is searched, entry by entry; grows with the record."""
        known = self._index
        if len(known.of) < len(self.record):
            new = _after(self.record, len(known.of))
            changed = any(entry.kind in ("correction", "release") for entry in new)
            fresh = _standing(self.record) if changed or not known.of else _still(self.record, new)
            kept = () if changed or not known.of else known.index
            self._index = _Searched(range(len(self.record)), (*kept, *index_of(fresh)))
        return self._index.index

    def play(self, draft: str | None = None, *, inferred: bool = False) -> StateOfPlay:
        """The state of play. Raises :class:`wasit.entries.NotOnRecord`."""
        name = ("play", draft, inferred)
        return self.get(name, lambda: state_of_play(self.record, draft=draft, inferred=inferred))


_MOST = 8
"""Views of other days that are kept."""


def _few(views: dict[str, Record]) -> dict[str, Record]:
    return dict(islice(reversed(views.items()), _MOST - 1))


def _after(record: Record, length: int) -> Sequence[Entry]:
    """The entries that entered the chain after so many."""
    return record.state.chain.after(length)


def _standing(record: Record) -> list[Entry]:
    """Everything that stands, in the order of the chain."""
    placed = sorted(record.state.entries.values(), key=lambda one: one[0])
    return [entry for _, entry in placed]


def _still(record: Record, new: Sequence[Entry]) -> list[Entry]:
    found = (record.get(entry.id) for entry in new)
    return [entry for entry in found if entry is not None]


def _plain(new: Sequence[Entry], day: str) -> bool:
    """Whether what is new stands on that day, and touches nothing that came before."""
    return all(
        entry.kind not in ("correction", "release") and (entry.day is None or entry.day <= day)
        for entry in new
    )


def _grown(kept: Kept, known: Record, day: str, new: Sequence[Entry], record: Record) -> Record:
    """What stood on that day, with what is new after it."""
    return record if known is kept.record else known.add(*new)
