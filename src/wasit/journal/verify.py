"""Whether a record is as it was written: every row, its hash, its readers, the head, the guards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from wasit.entries import Entry, WasitError
from wasit.entries.entry import entry_in
from wasit.entries.errors import visible
from wasit.journal.failures import failures_of
from wasit.journal.guards import unguarded
from wasit.journal.hashing import genesis
from wasit.journal.models import EntryRow, HeadRow, ReaderRow, readers_of
from wasit.journal.sequence import Link, Misfit, first_link, misfits, next_link
from wasit.journal.storage import Storage

What = Literal["changed", "missing", "inserted", "moved", "readers", "head", "unguarded", "file"]


class Finding:
    """One thing on record that is not as it was put there.

    ``str(finding)`` is a sentence; its template and values are kept apart for translation.
    """

    def __init__(
        self,
        what: What,
        template: str,
        *,
        entry_id: str | None = None,
        place: int | None = None,
        **values: object,
    ) -> None:
        self.what = what
        self.template = template
        self.entry_id = entry_id
        self.place = place
        self.values = {**values, "id": entry_id, "place": place}

    def __str__(self) -> str:
        return self.in_words(str)

    def in_words(self, translate: Callable[[str], str]) -> str:
        """The sentence on one line, its template passed through a catalogue first."""
        return translate(self.template).format(**{k: visible(v) for k, v in self.values.items()})

    def __repr__(self) -> str:
        return f"Finding({self.what!r}, {str(self)!r})"


def findings_in(storage: Storage) -> list[Finding]:
    """All findings of one record. Never raises on damage, however garbled."""
    found = [Finding("file", "the database finds: {fault}", fault=f) for f in _faults(storage)]
    try:
        with failures_of(storage.name), _any_bytes(storage), storage.moment():
            found += _Walk(storage).findings()
    except WasitError as damage:
        found.append(Finding("file", "the record cannot be read to its end: {why}", why=damage))
    return found


def _faults(storage: Storage) -> list[str]:
    try:
        with failures_of(storage.name):
            return storage.faults()
    except WasitError as damage:
        return [str(damage)]


@contextmanager
def _any_bytes(storage: Storage) -> Iterator[None]:
    """SQLite gives back text that is not UTF-8 instead of failing on it."""
    connection = storage.connection
    connection.ensure_connection()
    raw = connection.connection
    if connection.vendor != "sqlite":
        yield
        return
    raw.text_factory = lambda read: read.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        raw.text_factory = str


@dataclass(frozen=True, slots=True)
class _Row:
    """One stored row, every value of whatever type stands there."""

    place: Any
    entry_id: Any
    author: Any
    line: Any
    salt: Any
    hash: Any

    def entry(self) -> Entry | None:
        """The entry its line spells; None when it spells none."""
        try:
            return entry_in(_bytes(self.line))
        except (ValueError, TypeError, RecursionError, WasitError):
            return None


class _Walk:
    """One walk over all rows, in order of place."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.heads = list(self._all(HeadRow, "talks", "length", "hash"))
        self.readers = self._readers()
        self.columns: list[Finding] = []
        self.talks = self._first_talks()
        self.links = [first_link(genesis(self.talks))]

    def findings(self) -> list[Finding]:
        for row in self._rows():
            self._step(row)
        chain = [_told(misfit) for misfit in misfits(self.links, self._length(), self._end())]
        return [*chain, *self.columns, *self._strays(), *self._head(chain), *self._guards()]

    def _step(self, row: _Row) -> None:
        entry = row.entry()
        name = entry.id if entry else _text(row.entry_id)
        line, salt, stored = _bytes(row.line), _bytes(row.salt), _bytes(row.hash)
        place = row.place if isinstance(row.place, int) else -1
        self.links.append(next_link(self.links[-1], place, name, salt, line, stored))
        wrong = list(self._wrong(row, entry, self.readers.pop(row.place, [])))
        if wrong:
            self.columns.append(
                Finding(
                    "changed",
                    "entry {id} (place {place}) was changed: {columns} not as its line has it",
                    entry_id=name,
                    place=place,
                    columns=", ".join(wrong),
                )
            )

    def _wrong(self, row: _Row, entry: Entry | None, readers: list[Any]) -> Iterator[str]:
        """Columns that do not say what the line says, or are not bytes where they should be."""
        for column in ("line", "salt", "hash"):
            if not isinstance(getattr(row, column), bytes | memoryview):
                yield f"{column} (not bytes)"
        if entry is None:
            yield "line (not an entry)"
            return
        if row.entry_id != entry.id:
            yield "id"
        if row.author != entry.author.seat:
            yield "author"
        if entry.talks != self.talks:
            yield "talks"
        if sorted(map(_text, readers)) != readers_of(entry):
            yield "readers"

    def _strays(self) -> Iterator[Finding]:
        """Readers of a place within the record where no entry stands, that is not a gap."""
        gaps = [(a.place, b.place) for a, b in pairwise(self.links) if b.place > a.place + 1]
        gaps.append((self.links[-1].place, self._length() + 1))
        for place in self.readers:
            if not isinstance(place, int) or not any(a < place < b for a, b in gaps):
                yield Finding(
                    "readers", "readers are named for place {at}, where no entry stands", at=place
                )

    def _head(self, chain: list[Finding]) -> Iterator[Finding]:
        """The head names the talks and the last entry; what the chain tells is not told twice."""
        if len(self.heads) != 1:
            yield Finding("head", "the record has {n} heads; expected 1", n=len(self.heads))
            return
        talks, length, hash_ = self.heads[0]
        last = self.links[-1]
        if talks != self.talks:
            yield Finding("head", "the head was changed: it names other talks than the entries")
        if length != last.place and not chain:
            yield Finding(
                "head",
                "the head was changed: it counts {length} entries; {last} stand on record",
                length=length,
                last=last.place,
            )
        if length == last.place and not self._is_end(_bytes(hash_), chain):
            yield Finding("head", "the head was changed: its hash is not that of the last entry")

    def _is_end(self, hash_: bytes, chain: list[Finding]) -> bool:
        """Whether the chain ends in this hash; or did, before what was found in it."""
        ends = self.links if chain else self.links[-1:]
        return any(hash_ in (at.stored, at.computed) for at in ends)

    def _guards(self) -> Iterator[Finding]:
        for name in unguarded(self.storage.connection):
            yield Finding("unguarded", "trigger {name} is not as expected", name=name)

    # --- reading ----------------------------------------------------------------------------------

    def _first_talks(self) -> str:
        """The talks that the first entry names, so that a changed head is told as such."""
        first = next(self._rows(), None)
        entry = first and first.entry()
        if entry:
            return entry.talks
        return _text(self.heads[0][0]) if self.heads else ""

    def _length(self) -> int:
        """How many entries the head counts; how many there are, where it does not say."""
        length = self.heads[0][1] if self.heads else None
        return length if isinstance(length, int) else self.links[-1].place

    def _end(self) -> bytes:
        return _bytes(self.heads[0][2]) if self.heads else b""

    def _rows(self) -> Iterator[_Row]:
        columns = ("place", "entry_id", "author", "line", "salt", "hash")
        for values in self._all(EntryRow, *columns):
            yield _Row(*values)

    def _readers(self) -> dict[Any, list[Any]]:
        readers: dict[Any, list[Any]] = {}
        for place, seat in self._all(ReaderRow, "entry_id", "seat"):
            readers.setdefault(place, []).append(seat)
        return readers

    def _all(self, model: Any, *columns: str) -> Iterator[tuple[Any, ...]]:
        rows = model.objects.using(self.storage.alias).order_by(columns[0]).values_list(*columns)
        return iter(rows.iterator())


def _told(misfit: Misfit) -> Finding:
    """A misfit in words."""
    at, after = misfit.at, misfit.after
    named = None if misfit.what == "missing" else at
    return Finding(
        misfit.what,
        _SENTENCES[misfit.what],
        entry_id=named.entry_id if named else None,
        place=named.place if named else None,
        count=misfit.count,
        after=_named(after, "the start of the record"),
        before=_named(at, "the end of the record"),
    )


_SENTENCES = {
    "changed": "entry {id} (place {place}) was changed: it does not follow {after}",
    "missing": "missing between {after} and {before}: {count}",
    "inserted": "entry {id} (place {place}) was inserted after {after}",
    "moved": "entry {id} (place {place}) was moved: it belongs after {after}",
}


def _named(at: Link | None, none: str) -> str:
    return f"entry {at.entry_id} (place {at.place})" if at and at.place else none


def _bytes(value: Any) -> bytes:
    """The bytes of a value; text as it stands, nothing of anything else."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape")
    return bytes(value) if isinstance(value, bytes | memoryview) else b""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else repr(value)
