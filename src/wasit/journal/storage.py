"""Where a record is kept: an SQLite file of its own, or a PostgreSQL database of its own.

A storage knows how to make room for a new record, how to look before it opens one, and which
settings of the database would make an acknowledged entry unsafe.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
import stat
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from wasit.entries import Failure, Mistake
from wasit.journal.failures import failures_of

POSTGRESQL = ("postgresql://", "postgres://")
APPLICATION_ID = 0x57415349
"""``WASI``: what the header of an SQLite file says of the program it belongs to."""
LOCK_SECONDS = 60
"""How long a writer waits for the others."""

_lock = threading.Lock()
_numbers = itertools.count(1)


def storage_at(path_or_url: str | os.PathLike[str]) -> Storage:
    """The storage at a path or at a ``postgresql://`` address. Touches nothing yet."""
    where = os.fspath(path_or_url)
    if where.startswith(POSTGRESQL):
        return PostgresqlDatabase(where)
    return SqliteFile(Path(where))


class Storage(ABC):
    """One record's place and, for each thread that asks, a connection to it."""

    name: str
    """The record as messages name it."""

    @abstractmethod
    def make_room(self) -> None:
        """Make room for a new record. Raises :class:`Mistake` where one may already be."""

    @abstractmethod
    def discard(self) -> None:
        """Undo :meth:`make_room`."""

    @abstractmethod
    def look(self) -> None:
        """Raise :class:`Mistake` when what is there cannot be a record. Changes nothing."""

    @abstractmethod
    def check_safe(self) -> None:
        """Raise :class:`Failure` when the database could lose what it acknowledged."""

    @abstractmethod
    def backup(self, path: Path) -> None:
        """Copy the record as it stands at one moment into a new file."""

    @abstractmethod
    def faults(self) -> list[str]:
        """What the database itself finds broken in its file."""

    @abstractmethod
    def _settings(self) -> dict[str, Any]:
        """Django's settings of the database."""

    def connect(self) -> None:
        """Name the database to Django."""
        self.alias = f"wasit-{next(_numbers)}"
        both = {DEFAULT_DB_ALIAS: {}, self.alias: {**self._settings(), "CONN_MAX_AGE": None}}
        complete = connections.configure_settings(both)[self.alias]
        with _lock:
            _name_databases({**connections.settings, self.alias: complete})

    def close(self) -> None:
        """Close this thread's connection and forget the database. Closing twice does no harm."""
        if self.alias not in connections.settings:
            return
        self.rest()
        del connections[self.alias]
        with _lock:
            rest = {k: v for k, v in connections.settings.items() if k != self.alias}
            _name_databases(rest)

    def rest(self) -> None:
        """Close this thread's connection until it is needed again."""
        self.connection.close()

    @property
    def connection(self) -> BaseDatabaseWrapper:
        """This thread's connection."""
        return connections[self.alias]

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Whatever is read inside stands at one moment; writers are not held up."""
        begin = {
            "sqlite": "BEGIN",
            "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
        with self.connection.cursor() as cursor:
            cursor.execute(begin[self.connection.vendor])
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")

    def ask(self, question: str) -> Any:
        """The first value of the answer to one SQL question."""
        with self.connection.cursor() as cursor:
            cursor.execute(question)
            row = cursor.fetchone()
        return row[0] if row else None


def _name_databases(databases: dict[str, Any]) -> None:
    """Replace the names in use as a whole: another thread may be walking through them."""
    connections.settings = databases


# --- SQLite ---------------------------------------------------------------------------------------


class SqliteFile(Storage):
    """A record in a file of its own, for its owner's eyes only."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.name = str(path)

    def _settings(self) -> dict[str, Any]:
        """Every transaction takes the write lock at its start and is on disk at its end.

        Without IMMEDIATE two writers that read first would fail; in WAL mode ``synchronous``
        below FULL may lose acknowledged entries at a power cut; what sorting puts aside stays in
        memory, so that no temporary file holds words of entries.
        """
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": f"{self.path.as_uri()}?mode=rw",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": LOCK_SECONDS,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                    "PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF;"
                    "PRAGMA temp_store=MEMORY"
                ),
            },
        }

    def make_room(self) -> None:
        """A new file that others cannot read, marked as a record.

        Refuses a journal left over from an earlier file of that name too: SQLite would take it
        for the new file's own and replay it.
        """
        for suffix in ("-wal", "-journal"):
            if os.path.lexists(f"{self.path}{suffix}"):
                raise Mistake(
                    "{file} is left over from an earlier file; move it away first",
                    file=f"{self.name}{suffix}",
                )
        _new_private_file(self.path)
        try:
            with closing(sqlite3.connect(self.path)) as raw:
                raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _sync_folder(self.path.parent)
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)

    def look(self) -> None:
        """Looks at the file's own bytes: SQLite might change a file just by opening it."""
        try:
            mode = self.path.stat().st_mode
            if stat.S_ISDIR(mode):
                raise Mistake("{file} is a folder; expected a record file", file=self.name)
            if not stat.S_ISREG(mode):
                raise Mistake("{file} is not a file", file=self.name)
            with self.path.open("rb") as file:
                header = file.read(100)
        except FileNotFoundError:
            raise Mistake(
                "{file} does not exist; `wasit init` makes a new record", file=self.name
            ) from None
        except OSError as error:
            raise Mistake(
                "{file} cannot be read: {why}", file=self.name, why=error.strerror
            ) from None
        if not _is_record(header):
            raise Mistake("{file} is not a Wasit record", file=self.name)
        if not (_writable(self.path) and _writable(self.path.parent)):
            raise Mistake(
                "{file} is read-only; a record and its folder must be writable", file=self.name
            )

    def check_safe(self) -> None:
        expected = {
            "journal_mode": "wal",
            "synchronous": 2,
            "recursive_triggers": 1,
            "foreign_keys": 1,
        }
        for setting, value in expected.items():
            found = self.ask(f"PRAGMA {setting}")
            if found != value:
                raise Failure(
                    "{record}: SQLite keeps {setting} at {found}; expected {value}, or what is "
                    "acknowledged is not safe",
                    record=self.name,
                    setting=setting,
                    found=found,
                    value=value,
                )

    def backup(self, path: Path) -> None:
        _new_private_file(path)
        try:
            self.connection.ensure_connection()
            with failures_of(str(path)), closing(sqlite3.connect(path)) as target:
                self.connection.connection.backup(target)
            _sync_folder(path.absolute().parent)
        except BaseException:
            for suffix in ("", "-wal", "-shm", "-journal"):
                Path(f"{path}{suffix}").unlink(missing_ok=True)
            raise

    def faults(self) -> list[str]:
        with self.connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check(20)")
            return [str(row[0]) for row in cursor.fetchall() if row[0] != "ok"]


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=True)


def _is_record(header: bytes) -> bool:
    """Whether the first 100 bytes are those of an SQLite file that bears our mark."""
    mark = APPLICATION_ID.to_bytes(4, "big")
    return header.startswith(b"SQLite format 3\x00") and header[68:72] == mark


def _new_private_file(path: Path) -> None:
    """An empty file with mode 0600, whatever the umask. Raises :class:`Mistake`."""
    try:
        fd = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        raise Mistake("{file} already exists; nothing was changed", file=path) from None
    except OSError as error:
        raise Mistake("{file} cannot be made: {why}", file=path, why=error.strerror) from None
    try:
        os.fchmod(fd, 0o600)
    finally:
        os.close(fd)


def _sync_folder(folder: Path) -> None:
    """Put the folder's list of files on disk, so that a power cut cannot lose a new file."""
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


# --- PostgreSQL -----------------------------------------------------------------------------------


class PostgresqlDatabase(Storage):
    """A record in a PostgreSQL database of its own."""

    def __init__(self, url: str) -> None:
        """Raises :class:`Mistake` when the address is not one, or names no database."""
        try:
            from psycopg import ProgrammingError
            from psycopg.conninfo import conninfo_to_dict
        except ImportError:
            raise Mistake(
                "a record in PostgreSQL needs psycopg; `pip install psycopg[binary]`"
            ) from None
        try:
            self._parts = conninfo_to_dict(url)
        except ProgrammingError:
            raise Mistake("the address of the database is not well formed") from None
        host = self._parts.get("host", "")
        database = self._parts.get("dbname", "")
        self.name = f"postgresql://{host}/{database}"
        if not database:
            raise Mistake("{record} names no database", record=self.name)

    def _settings(self) -> dict[str, Any]:
        """A commit is on disk before it is acknowledged, whatever the server's own default.

        Each statement sees what was committed before it: under the lock, the latest head.
        """
        parts = dict(self._parts)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.pop("dbname"),
            "OPTIONS": {
                **parts,
                "options": "-c synchronous_commit=on -c default_transaction_isolation="
                "read\\ committed -c client_min_messages=warning",
            },
        }

    def make_room(self) -> None:
        """The database must be there; whether it holds a record is seen once it is opened."""

    def discard(self) -> None:
        """Nothing was made outside the database."""

    def look(self) -> None:
        """Nothing can be seen without a connection."""

    def check_safe(self) -> None:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            if self.ask(f"SHOW {setting}") != "on":
                raise Failure(
                    "{record}: PostgreSQL runs with {setting} off; what is acknowledged is not "
                    "safe",
                    record=self.name,
                    setting=setting,
                )

    def backup(self, path: Path) -> None:
        raise Mistake("{record} is not a file; use pg_dump to back it up", record=self.name)

    def faults(self) -> list[str]:
        return []
