"""What the database says when something fails, in one line and in Wasit's own errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.utils import Error as DjangoError

from wasit.entries import Failure, Refused, WasitError

_SQLITE = {
    sqlite3.SQLITE_BUSY: "it was locked by another program for too long",
    sqlite3.SQLITE_LOCKED: "it is locked",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written",
    sqlite3.SQLITE_READONLY: "it or its folder cannot be written",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened, or its folder cannot be written",
    sqlite3.SQLITE_NOMEM: "memory is used up",
}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@contextmanager
def failures_of(record: str) -> Iterator[None]:
    """Turn an error of the database into one of ours, naming ``record``.

    :class:`Refused` when the record is damaged, else :class:`Failure`. Whatever else is raised
    inside passes untouched.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite quoted a garbled schema in its message
        raise _damaged(record) from error
    except (DjangoError, sqlite3.Error) as error:
        raise _in_our_words(error, record) from error


def _in_our_words(error: Exception, record: str) -> WasitError:
    code = _sqlite_code(error)
    if code in _DAMAGE:
        return _damaged(record)
    if code in _SQLITE:
        return Failure("{record}: {why}", record=record, why=_SQLITE[code])
    first_line = (str(error).splitlines() or [type(error).__name__])[0]
    return Failure("{record}: {why}", record=record, why=first_line)


def _damaged(record: str) -> Refused:
    return Refused("{record} is damaged; `wasit verify` says where", record=record)


def _sqlite_code(error: Exception) -> int | None:
    """SQLite's own code for what went wrong, without its extension in the upper bits."""
    cause = error if isinstance(error, sqlite3.Error) else error.__cause__
    code = getattr(cause, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None
