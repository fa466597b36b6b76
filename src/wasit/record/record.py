"""The record: what one seat may read, folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any

from wasit.entries import KINDS, Entry, NotOnRecord
from wasit.entries.bodies.acts import Correction, Release
from wasit.entries.bodies.table import Seat, Talks
from wasit.entries.bodies.text import Draft
from wasit.record.fold import State, fold, targets


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known to a reader, as it stands. Immutable; ``add`` gives a new one.

    ``Record.of(entries)`` folds the entries given and nothing else: give it the chain of a seat
    (:func:`wasit.entries.chain`) and it holds what that seat may know.
    """

    state: State = field(default_factory=State)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Record:
        """The record of ``entries``, in the order of the chain. Cost: linear."""
        return cls(fold(State(), entries))

    def add(self, *entries: Entry) -> Record:
        """This record with ``entries`` after it; ``of(a).add(*b) == of(a + b)``."""
        return Record(fold(self.state, entries))

    def __len__(self) -> int:
        return len(self.state.chain)

    # --- looking up -------------------------------------------------------------------------

    def chain(self) -> Iterator[Entry]:
        """The entries as they were put on record, in order."""
        return iter(self.state.chain)

    def get(self, entry_id: str) -> Entry | None:
        """The entry as it stands, or None."""
        placed = self.state.entries.get(entry_id)
        return placed[1] if placed else None

    def __getitem__(self, entry_id: str) -> Entry:
        """The entry as it stands. Raises :class:`NotOnRecord`."""
        found = self.get(entry_id)
        if found is None:
            raise NotOnRecord("{name} is not on this record", name=entry_id)
        return found

    def named(self, name: str, *kinds: str) -> Entry:
        """The entry that an id or a label names, among ``kinds`` if given.

        Raises :class:`NotOnRecord` when nothing, or more than one thing, goes by that name.
        """
        found = self.get(name)
        if found is not None and (not kinds or found.kind in kinds):
            return found
        labels = self.state.labels
        ids = {labels[k, name] for k in kinds or self.state.kinds if (k, name) in labels}
        if len(ids) != 1:
            raise NotOnRecord("{name} is not on this record", name=name)
        return self[ids.pop()]

    def of_kind(self, *kinds: str) -> list[Entry]:
        """The entries of these kinds as they stand, in the order of the chain."""
        return self._standing(i for kind in kinds for i in self.state.kinds.get(kind, ()))

    def about(self, name: str, *kinds: str) -> list[Entry]:
        """The entries that point at an id, or at a point or option ``id#label``, in chain order."""
        about, past = self.state.about, self.state.past
        found = self._standing(i for kind in kinds or KINDS for i in about.get((name, kind), ()))
        return [e for e in found if e.id not in past or name in targets(e)]

    def _standing(self, ids: Iterable[str]) -> list[Entry]:
        """Those of ``ids`` that stand, each once, in the order of the chain."""
        entries = self.state.entries
        placed = [entries[i] for i in dict.fromkeys(ids) if i in entries]
        placed.sort(key=itemgetter(0))
        return [entry for _, entry in placed]

    def place(self, entry: Entry) -> int:
        """Where an entry entered the chain, counted from 0 in this record."""
        return self.state.entries[entry.id][0]

    def before_corrections(self, entry_id: str) -> tuple[Entry, ...]:
        """How an entry stood before each of its corrections, oldest first."""
        return self.state.past.get(entry_id, ())

    # --- what every page needs ----------------------------------------------------------------

    @property
    def talks(self) -> Talks | None:
        """The talks, once they are on record."""
        found = self.of_kind("talks")
        return found[-1].body if found else None  # type: ignore[return-value]

    @property
    def seats(self) -> dict[str, Seat]:
        """The seats by label, in the order they came on record."""
        found: dict[str, Any] = {}
        for entry in self.of_kind("seat"):
            if entry.label:
                found.setdefault(entry.label, entry.body)
        return found

    def seat(self, label: str) -> Seat:
        """The seat of that label. Raises :class:`NotOnRecord`."""
        found = self.state.labels.get(("seat", label))
        if found is None:
            raise NotOnRecord("{seat} is not a seat on this record", seat=label)
        return self[found].body  # type: ignore[return-value]

    def draft(self, name: str) -> Draft:
        """The draft that a label or id names. Raises :class:`NotOnRecord`."""
        return self.named(name, "draft").body  # type: ignore[return-value]

    # --- two times ----------------------------------------------------------------------------

    def as_of(self, day: date | str) -> Record:
        """What the seat had on that day: the entries recorded by its end (UTC)."""
        return Record.of(e for e in self.chain() if e.recorded[:10] <= str(day))

    def stood_on(self, day: date | str) -> Record:
        """What had happened by that day, as it is known now: corrections and releases applied.

        Partial dates count from their last day. Entries of undated kinds without a date stand.
        """
        standing = (entry for _, entry in self.state.entries.values())
        late = {e.id for e in standing if e.day is not None and e.day > str(day)}
        if not late:
            return self
        return Record.of(e for e in self.chain() if _about(e) not in late)


def _about(entry: Entry) -> str:
    """The id of the entry it is about: its own, or that of the one it corrects or releases."""
    if isinstance(entry.body, Correction | Release):
        return entry.body.target
    return entry.id
