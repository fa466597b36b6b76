"""The journal: entries go in by batches, whole and synced; they come out by seat."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from django.db import transaction
from django.db.migrations.executor import MigrationExecutor

from wasit.entries import Entry, Mistake, Refused, line_of
from wasit.entries.entry import entry_in
from wasit.journal.chance import KEEPER, Chance, SystemChance
from wasit.journal.failures import failures_of
from wasit.journal.follower import Follower
from wasit.journal.guards import unguarded
from wasit.journal.hashing import SALT_SIZE, genesis, link
from wasit.journal.models import (
    EVERY_SEAT,
    EntryRow,
    HeadRow,
    MetaRow,
    ReaderRow,
    readers_of,
)
from wasit.journal.storage import Storage, storage_at
from wasit.journal.verify import Finding, findings_in

SCHEMA = 1
"""The version of the tables that this code reads and writes."""

_GATE = """
    SELECT place, (SELECT line FROM wasit_entry WHERE wasit_entry.place = wasit_reader.place)
    FROM wasit_reader
    WHERE seat IN (%s, %s)
      AND place > %s
    ORDER BY place
"""
"""The one question that lets entries out. It walks the index of readers and fetches each line by
its place: whatever else is on record, no row that the seat may not read is touched. (A join would
leave it to the database to start from the entries.)"""

_ID_SIZE = 16
_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Head:
    """How far the whole record reaches. For the keeper: it moves with every hidden entry."""

    talks: str
    """The id of the talks."""
    length: int
    """How many entries stand on record."""
    hash: str
    """The hash of the last one, in hexadecimal."""


class Journal:
    """The append-only store of one talks.

    Threads may share it; each gets a connection of its own. After a fork, open it anew.
    Every method may raise :class:`~wasit.entries.Failure` when disk or database fails and
    :class:`~wasit.entries.Refused` when the record is damaged.
    """

    # --- making, opening, closing -----------------------------------------------------------------

    def __init__(self, storage: Storage, chance: Chance) -> None:
        """For :meth:`create` and :meth:`open`."""
        self._storage = storage
        self._chance = chance
        self._talks = ""
        storage.connect()

    @classmethod
    def create(cls, path_or_url: str | os.PathLike[str], *, chance: Chance | None = None) -> Self:
        """A new, empty record: a file that only its owner can read, or a PostgreSQL database.

        Draws the id of the talks. Raises :class:`Mistake` where there is a file or record
        already, or none can be made; then nothing is left behind.
        """
        storage = storage_at(path_or_url)
        storage.make_room()
        try:
            journal = cls(storage, chance or SystemChance())
            try:
                journal._begin_record()
            except BaseException:
                journal.close()
                raise
        except BaseException:
            storage.discard()
            raise
        return journal

    @classmethod
    def open(cls, path_or_url: str | os.PathLike[str], *, chance: Chance | None = None) -> Self:
        """The record that is there; never makes one.

        Raises :class:`Mistake` when it is missing, no record, read-only, or of another version;
        :class:`Refused` when a trigger that guards it is not in place; :class:`Failure` when the
        database is set so that acknowledged entries could be lost.
        """
        storage = storage_at(path_or_url)
        storage.look()
        journal = cls(storage, chance or SystemChance())
        try:
            with failures_of(storage.name):
                journal._check_version()
                storage.check_safe()
                journal._check_guards()
                journal._talks = journal._head().talks
        except BaseException:
            journal.close()
            raise
        return journal

    def close(self) -> None:
        """Close this thread's connection. The journal is of no use to any thread afterwards."""
        self._storage.close()

    def rest(self) -> None:
        """Close this thread's connection; the next call from this thread opens another.

        A thread that worked with the journal calls it at its end.
        """
        self._storage.rest()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _begin_record(self) -> None:
        with failures_of(self._storage.name):
            executor = MigrationExecutor(self._storage.connection)
            executor.migrate(executor.loader.graph.leaf_nodes("wasit_journal"))
            self._storage.check_safe()
            with self._whole():
                if MetaRow.objects.using(self._alias).exists():
                    raise Mistake("{record} already holds a record", record=self._storage.name)
                talks = self.new_id(KEEPER)
                MetaRow.objects.using(self._alias).create(version=SCHEMA)
                HeadRow.objects.using(self._alias).create(
                    talks=talks, length=0, hash=genesis(talks)
                )
        self._talks = talks

    def _check_version(self) -> None:
        found = self._versions()
        if not found:
            raise Mistake(
                "{record} holds no whole Wasit record; make a new one", record=self._storage.name
            )
        if found != [SCHEMA]:
            raise Mistake(
                "{record} is of version {found}; this Wasit knows version {known}",
                record=self._storage.name,
                found=", ".join(map(str, found)),
                known=SCHEMA,
            )

    def _versions(self) -> list[int]:
        """What the table of versions says; nothing where there is none yet."""
        if MetaRow._meta.db_table not in self._storage.connection.introspection.table_names():
            return []
        return list(MetaRow.objects.using(self._alias).values_list("version", flat=True))

    def _check_guards(self) -> None:
        missing = unguarded(self._storage.connection)
        if missing:
            raise Refused(
                "{record} is not guarded against changes: {triggers} not as expected; "
                "`wasit verify` says what was changed",
                record=self._storage.name,
                triggers=", ".join(missing),
            )

    # --- reading ----------------------------------------------------------------------------------

    @property
    def talks(self) -> str:
        """The id of the talks, 32 hexadecimal digits."""
        return self._talks

    def entries_for(self, seat: str) -> Iterator[Entry]:
        """The one gate: the chain of ``seat``, each entry as that seat sees it, in order.

        Raises :class:`Mistake` when no seat is named.
        """
        return iter(self.follow(seat).new())

    def follow(self, seat: str) -> Follower:
        """The same chain, step by step: its ``new()`` gives what entered since it was last asked.

        Raises :class:`Mistake` when no seat is named.
        """
        if not seat:
            raise Mistake("no seat is named; entries are read as a seat")
        return Follower(seat, self._entries_after)

    def _entries_after(self, seat: str, place: int) -> list[tuple[int, Entry]]:
        """Entries that name ``seat`` as a reader, after a place."""
        with failures_of(self._storage.name), self._storage.connection.cursor() as cursor:
            cursor.execute(_GATE, (EVERY_SEAT, seat, place))
            rows = cursor.fetchall()
        return [(place, self._entry(line)) for place, line in rows]

    def _entry(self, line: bytes | None) -> Entry:
        try:
            return entry_in(bytes(line or b""))
        except (ValueError, TypeError, RecursionError, Mistake):
            raise Refused(
                "{record} holds an entry that cannot be read; `wasit verify` names it",
                record=self._storage.name,
            ) from None

    # --- writing ----------------------------------------------------------------------------------

    def new_id(self, seat: str) -> str:
        """A new id for what ``seat`` puts on record: 128 random bits in hexadecimal."""
        return self._chance.draw(seat, _ID_SIZE).hex()

    def append(
        self, follower: Follower, decide: Callable[[list[Entry]], Sequence[Entry]]
    ) -> Sequence[Entry]:
        """Put one batch on record, whole and synced, or nothing of it.

        While no other can write, ``decide`` is handed what entered the chain of the acting seat
        since its follower was last asked, and returns the batch. An entry that is already in that
        chain is not stored again. Returns the batch, once it is on disk.

        Whatever ``decide`` raises passes through and nothing is stored. What it was handed counts
        as handed out all the same: others had put it on record before. The batch itself comes
        back through the follower, as the acting seat sees it.

        Raises :class:`Mistake` when an entry is of other talks or of another seat.
        """
        with failures_of(self._storage.name), self._whole():
            head = self._locked_head()
            batch = decide(follower.new())
            new = {entry.id: entry for entry in batch if not follower.has(entry.id)}
            for entry in new.values():
                _check_own(entry, head.talks, follower.seat)
            self._store(head, new.values(), follower.seat)
        return batch

    def _store(self, head: HeadRow, entries: Iterable[Entry], drawing: str) -> None:
        """Add rows after the head and advance it. The caller holds the lock."""
        place, previous = head.length, bytes(head.hash)
        rows, readers = [], []
        for entry in entries:
            place += 1
            line = line_of(entry).encode()
            salt = self._chance.draw(drawing, SALT_SIZE)
            previous = link(previous, salt, line)
            rows.append(
                EntryRow(
                    place=place,
                    entry_id=entry.id,
                    author=entry.author.seat,
                    line=line,
                    salt=salt,
                    hash=previous,
                )
            )
            readers += [ReaderRow(seat=seat, entry_id=place) for seat in readers_of(entry)]
        if rows:
            EntryRow.objects.using(self._alias).bulk_create(rows)
            ReaderRow.objects.using(self._alias).bulk_create(readers)
            heads = HeadRow.objects.using(self._alias).filter(talks=head.talks)
            heads.update(length=place, hash=previous)
            head.length, head.hash = place, previous

    # --- for the keeper ---------------------------------------------------------------------------

    def keeper_entries(self) -> Iterator[Entry]:
        """Every entry, whole, whoever may read it. For the keeper alone: export, import, backup."""
        rows = EntryRow.objects.using(self._alias).order_by("place").values_list("line", flat=True)
        with failures_of(self._storage.name):
            lines = list(rows)
        return map(self._entry, lines)

    def head(self) -> Head:
        """How far the whole record reaches. For the keeper alone."""
        with failures_of(self._storage.name):
            head = self._head()
        return Head(talks=head.talks, length=head.length, hash=bytes(head.hash).hex())

    def __len__(self) -> int:
        """How many entries stand on record. For the keeper alone."""
        return self.head().length

    def restore(self, entries: Iterable[Entry], talks: str) -> None:
        """Fill an empty record with entries that keep their ids. All of them, or none.

        Raises :class:`Mistake` when the record is not empty, or an entry is of other talks or
        bears an id that came before.
        """
        with failures_of(self._storage.name), self._whole():
            head = self._locked_head()
            if head.length:
                raise Mistake("{record} is not empty", record=self._storage.name)
            heads = HeadRow.objects.using(self._alias).filter(talks=head.talks)
            heads.update(talks=talks, hash=genesis(talks))
            head.talks, head.hash = talks, genesis(talks)
            coming = _checked(entries, talks)
            while chunk := list(islice(coming, _CHUNK)):
                self._store(head, chunk, KEEPER)
        self._talks = talks

    def verify(self) -> list[Finding]:
        """Everything on record that is not as it was put there; empty when all is well.

        Walks every row. Never raises on damage, however garbled.
        """
        return findings_in(self._storage)

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Copy the record as it stands into a new file that only its owner can read.

        Raises :class:`Mistake` when the file exists or cannot be made.
        """
        with failures_of(self._storage.name):
            self._storage.backup(Path(path))

    # --- the database -----------------------------------------------------------------------------

    @property
    def _alias(self) -> str:
        return self._storage.alias

    def _whole(self) -> transaction.Atomic:
        """A transaction on its own: begun with the write lock on SQLite, synced at its end."""
        return transaction.atomic(using=self._alias, durable=True)

    def _head(self) -> HeadRow:
        heads = list(HeadRow.objects.using(self._alias)[:2])
        if len(heads) != 1:
            raise Refused("{record} has no single head", record=self._storage.name)
        return heads[0]

    def _locked_head(self) -> HeadRow:
        """The head, locked until commit on PostgreSQL too: so places come in order of commit."""
        head = HeadRow.objects.using(self._alias).select_for_update().first()
        if head is None:
            raise Refused("{record} has no head", record=self._storage.name)
        return head


def _check_own(entry: Entry, talks: str, seat: str) -> None:
    if entry.talks != talks:
        raise Mistake("entry {id} is of other talks", id=entry.id)
    if entry.author.seat != seat:
        raise Mistake(
            "entry {id} is by {author}; {seat} can only put its own on record",
            id=entry.id,
            author=entry.author.seat,
            seat=seat,
        )


def _checked(entries: Iterable[Entry], talks: str) -> Iterator[Entry]:
    """The same entries; raises :class:`Mistake` at one of other talks or with an id seen before."""
    seen: set[str] = set()
    for entry in entries:
        if entry.talks != talks:
            raise Mistake("entry {id} is of other talks", id=entry.id)
        if entry.id in seen:
            raise Mistake("entry {id} comes twice", id=entry.id)
        seen.add(entry.id)
        yield entry


def examine(path_or_url: str | os.PathLike[str]) -> list[Finding]:
    """What :meth:`Journal.verify` says of a record, even of one that :meth:`Journal.open` refuses.

    Raises :class:`Mistake` when there is no record, :class:`Failure` when it cannot be read.
    """
    storage = storage_at(path_or_url)
    storage.look()
    with Journal(storage, SystemChance()) as journal:
        try:
            with failures_of(storage.name):
                journal._check_version()
        except Refused as damage:
            return [Finding("file", "{fault}", fault=damage)]
        return journal.verify()
