"""What surrounds a command: the clock, the source of random values, the way answers are printed."""

from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from wasit.entries import Failure, Mistake
from wasit.entries.errors import WasitError
from wasit.locale import translations

# The journal and the seats at it are loaded where a record is opened: `wasit read` often has none.
if TYPE_CHECKING:
    from wasit.journal import Chance, Finding, Journal
    from wasit.seated import Seated


def _now() -> datetime:
    return datetime.now(UTC)


def _of_the_system() -> Chance:
    from wasit.journal import SystemChance

    return SystemChance()


@dataclass(frozen=True, slots=True)
class Around:
    """What a command takes from outside, so that tests can hold it still."""

    clock: Callable[[], datetime] = _now
    chance: Chance = field(default_factory=_of_the_system)


AROUND: ContextVar[Around] = ContextVar("around")


def around() -> Around:
    """What surrounds the running command."""
    try:
        return AROUND.get()
    except LookupError:
        return Around()


def today() -> str:
    """The day now, in UTC: ``YYYY-MM-DD``."""
    return around().clock().date().isoformat()


def opened(record: str | None) -> Journal:
    """The journal in a record file, with a warning when others on the machine can read it."""
    from wasit.journal import Journal, warn_if_others_can_read

    path = named(record)
    journal = Journal.open(path, chance=around().chance)
    warning = warn_if_others_can_read(path)
    if warning:
        complain(warning)
    return journal


def named(record: str | None) -> str:
    """The record meant. Raises :class:`Mistake` when none is named."""
    if not record:
        raise Mistake("no record named; expected --record FILE, or WASIT_RECORD set")
    return record


def seated(record: str | None, seat: str | None) -> Seated:
    """The acting seat at the record. Raises :class:`Mistake` when no seat acts."""
    from wasit.seated import Seated

    if not seat:
        raise Mistake("no seat acts; expected --as SEAT, or WASIT_SEAT set")
    return Seated(opened(record), seat, around().clock)


# --- answers --------------------------------------------------------------------------------


def say(text: str = "") -> None:
    """Print a text on standard output."""
    sys.stdout.write(text + "\n")


def on_one_line(words: str) -> str:
    """Words of others on one line, without what would command the terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def answer(value: Any) -> None:
    """Print plain data on standard output: one line of JSON, keys sorted."""
    say(json.dumps(value, ensure_ascii=False, sort_keys=True))


@contextmanager
def seen_off() -> Iterator[None]:
    """What is printed inside goes out at once: whoever waits for it gets it now.

    Raises :class:`Failure` when nobody reads it any more.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise Failure("stopped: nobody reads the answers any more") from None


def complain(text: str) -> None:
    """Print one line on standard error."""
    sys.stderr.write(f"wasit: {text}\n")


def told(said: WasitError | Finding) -> str:
    """An error or finding in the reader's language, on one line."""
    language = os.environ.get("WASIT_LANG", "en")
    if language == "en":
        return str(said)
    return said.in_words(translations(language).gettext)


def read_input(path: str, limit: int) -> bytes:
    """The bytes of a file, ``-`` for standard input. Raises :class:`Mistake`, naming the file."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(limit + 1)
    except OSError as error:
        raise Mistake("cannot read {path}: {why}", path=path, why=why(error)) from None
    if len(data) > limit:
        raise Mistake("{path} is larger than {limit} bytes", path=path, limit=limit)
    return data


def read_lines(path: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not blank, ``-`` for standard input, each with its number."""
    from wasit.entries.lines import lines

    with opened_input(path) as file:
        yield from lines(file, None if path == "-" else path)


@contextmanager
def opened_input(path: str) -> Iterator[BinaryIO]:
    """A file to read from, ``-`` for standard input. Raises :class:`Mistake`, naming the file."""
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        with open(path, "rb") as file:
            yield file
    except OSError as error:
        raise Mistake("cannot read {path}: {why}", path=path, why=why(error)) from None


def write_output(path: str, data: bytes) -> None:
    """Write a file whole or not at all, for its owner's eyes alone; a device, just write to it.

    Raises :class:`Mistake` when the path cannot be written or is a record, :class:`Failure` when
    the disk fails.
    """
    target = _target(path)
    if target.exists() and not target.is_file():
        _write_device(target, data, path)
        return
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise Mistake("cannot write {path}: {why}", path=path, why=why(error)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), stat.S_IRUSR | stat.S_IWUSR)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise Failure("cannot write {path}: {why}", path=path, why=why(error)) from None


def _target(path: str) -> Path:
    """The file meant, links followed. Raises :class:`Mistake` when it is none to write to."""
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise Mistake("{path} is a folder; expected a file to write", path=path)
        if target.is_file() and _is_database(target):
            raise Mistake("{path} is a record; expected another file to write", path=path)
    except OSError as error:
        raise Mistake("cannot write {path}: {why}", path=path, why=why(error)) from None
    return target


def _write_device(target: Path, data: bytes, path: str) -> None:
    try:
        target.write_bytes(data)
    except OSError as error:
        raise Failure("cannot write {path}: {why}", path=path, why=why(error)) from None


def _is_database(target: Path) -> bool:
    """Whether a file is, by its first bytes, what records are kept in."""
    with target.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def why(error: OSError) -> str:
    """What the system says of an error, in a few words."""
    return (error.strerror or type(error).__name__).lower()
