"""Record files: who can read them, what is refused, what happens when the machine fails."""

from __future__ import annotations

import os
import random
import resource
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import connections
from django.db.utils import OperationalError

from tests.journal.cast import batch, note, say, sit_down, words_of
from wasit.entries import Entry, Failure, Mistake, Refused, WasitError
from wasit.journal import Journal, examine, warn_if_others_can_read
from wasit.journal.storage import APPLICATION_ID, SqliteFile


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@contextmanager
def umask(mask: int) -> Iterator[None]:
    old = os.umask(mask)
    try:
        yield
    finally:
        os.umask(old)


# --- who can read them ----------------------------------------------------------------------------


@pytest.mark.parametrize("mask", [0o022, 0o000, 0o777])
def test_a_record_and_its_copy_are_for_their_owner_alone(path: Path, mask: int) -> None:
    with umask(mask), Journal.create(path) as journal:
        upper = sit_down(journal, "upper")["upper"]
        say(journal, upper, "words")
        journal.backup(path.with_name("copy.wasit"))
        for file in ("record.wasit", "record.wasit-wal", "record.wasit-shm", "copy.wasit"):
            assert mode(path.with_name(file)) == 0o600, file


def test_a_record_that_others_can_read_is_warned_of(path: Path) -> None:
    with Journal.create(path) as journal:
        sit_down(journal, "upper")
        assert warn_if_others_can_read(path) is None
        for suffix in ("-wal", ""):
            exposed = Path(f"{path}{suffix}")
            for bits in (0o640, 0o604):
                exposed.chmod(bits)
                assert str(exposed) in (warn_if_others_can_read(path) or "")
            exposed.chmod(0o600)
    assert warn_if_others_can_read(path.with_name("absent")) is None


def test_no_words_are_left_in_files_beside_it(path: Path) -> None:
    """After closing, the record is one file: nothing beside it, nothing in the temporary folder."""
    with Journal.create(path) as journal:
        sit_down(journal, "upper")
    assert [p.name for p in path.parent.iterdir()] == ["record.wasit"]


# --- what is refused ------------------------------------------------------------------------------


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE wasit_meta (version)")


def of_later_version(path: Path) -> None:
    Journal.create(path).close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE wasit_meta SET version = 2")


NO_RECORDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "does not exist"),
    "folder": (Path.mkdir, "is a folder"),
    "empty": (Path.touch, "is not a Wasit record"),
    "text": (lambda path: path.write_text("entries: []\n" * 50), "is not a Wasit record"),
    "pipe": (os.mkfifo, "is not a file"),
    "foreign": (foreign, "is not a Wasit record"),
    "later": (of_later_version, "is of version 2; this Wasit knows version 1"),
}


@pytest.mark.parametrize("what", NO_RECORDS)
def test_what_is_no_record_is_refused_in_one_line_and_untouched(path: Path, what: str) -> None:
    make, complaint = NO_RECORDS[what]
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for look in (Journal.open, examine):
        with pytest.raises(Mistake, match=complaint) as error:
            look(path)
        assert str(path) in str(error.value)
        assert "\n" not in str(error.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert len(list(path.parent.iterdir())) == (what != "missing")


def test_a_record_whose_making_was_cut_short_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with pytest.raises(Mistake, match="holds no whole Wasit record"):
        Journal.open(path)


def test_a_file_that_may_not_be_written_is_refused() -> None:
    with TemporaryDirectory() as folder, as_nobody(Path(folder)):
        path = Path(folder) / "record.wasit"
        Journal.create(path).close()
        path.chmod(0o400)
        with pytest.raises(Mistake, match="is read-only"):
            Journal.open(path)
        path.chmod(0o000)
        with pytest.raises(Mistake, match="cannot be read: Permission denied"):
            Journal.open(path)
        path.parent.chmod(0o500)
        with pytest.raises(Mistake, match="cannot be made: Permission denied"):
            Journal.create(path.with_name("new.wasit"))


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Without root's power to read and write everything; the folder is nobody's meanwhile."""
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    os.chown(folder, nobody, -1)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)


def test_no_record_is_made_over_another_file(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(Mistake, match="already exists; nothing was changed"):
        Journal.create(path)
    assert path.read_text() == "mine"


def test_no_record_is_made_beside_a_left_over_log(path: Path) -> None:
    """SQLite would replay it into the new record."""
    Path(f"{path}-wal").write_bytes(b"old entries")
    with pytest.raises(Mistake, match="left over"):
        Journal.create(path)
    assert not path.exists()


def test_no_record_is_made_where_there_is_no_folder(path: Path) -> None:
    with pytest.raises(Mistake, match="cannot be made: No such file"):
        Journal.create(path / "record.wasit")


def test_nothing_is_left_of_a_record_that_could_not_be_made(path: Path) -> None:
    class Broken:
        def draw(self, seat: str, size: int) -> bytes:
            raise Failure("no chance")

    with pytest.raises(Failure, match="no chance"):
        Journal.create(path, chance=Broken())
    assert list(path.parent.iterdir()) == []


def test_an_odd_name_is_a_name(tmp_path: Path) -> None:
    for name in ("a b?c#d%41.wasit", "محضر.wasit", "file:x?mode=ro"):
        path = tmp_path / name
        with Journal.create(path) as journal:
            sit_down(journal, "upper")
        with Journal.open(path) as journal:
            assert len(journal) == 1
        assert path.exists()


def test_a_backup_is_a_record_and_never_overwrites(path: Path) -> None:
    copy = path.with_name("copy.wasit")
    with Journal.create(path) as journal:
        upper = sit_down(journal, "upper")["upper"]
        say(journal, upper, "words")
        journal.backup(copy)
        with pytest.raises(Mistake, match="already exists"):
            journal.backup(copy)
        say(journal, upper, "later")
        with Journal.open(copy) as copied:
            assert words_of(copied.entries_for("upper")) == ["words"]
            assert copied.verify() == []


def test_unsafe_settings_are_not_worked_with(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Journal.create(path).close()
    settings = SqliteFile._settings
    for setting, wanted in {"synchronous": "NORMAL", "recursive_triggers": "OFF"}.items():

        def unsafe(self: SqliteFile, change: str = f"; PRAGMA {setting}={wanted}") -> object:
            made = settings(self)
            made["OPTIONS"]["init_command"] += change
            return made

        monkeypatch.setattr(SqliteFile, "_settings", unsafe)
        with pytest.raises(Failure, match=f"keeps {setting} at"):
            Journal.open(path)


# --- when the machine fails -----------------------------------------------------------------------


def test_a_full_disk_stores_nothing_and_the_journal_goes_on(path: Path) -> None:
    """A limit on the size of files stands in for the disk."""
    with Journal.create(path) as journal:
        upper = sit_down(journal, "upper")["upper"]
        say(journal, upper, "before")
        head = journal.head()
        many = [note(journal, "upper", f"{n} " + "x" * 1000) for n in range(3000)]
        room = Path(f"{path}-wal").stat().st_size + 200_000
        with files_up_to(room), pytest.raises(Failure, match=r"record\.wasit: the disk"):
            journal.append(upper, batch(*many))
        assert journal.head() == head
        journal.append(upper, batch(*many))
        assert words_of(journal.entries_for("upper"))[:1] == ["before"]
        assert len(journal) == 3002
        assert journal.verify() == []


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_commit_that_fails_claims_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Journal.create(path) as journal:
        upper = sit_down(journal, "upper")["upper"]
        head, connection = journal.head(), connections[journal._alias]
        handed: list[list[Entry]] = []

        def decide(new: list[Entry]) -> list[Entry]:
            handed.append(new)
            return [note(journal, "upper", "words")]

        def fail() -> None:
            raise OperationalError("disk I/O error")

        with monkeypatch.context() as patch:
            patch.setattr(connection, "_commit", fail)
            with pytest.raises(Failure):
                journal.append(upper, decide)
        assert journal.head() == head
        journal.append(upper, decide)
        assert [[e.kind for e in new] for new in handed] == [["seat"], []]
        assert words_of(upper.new()) == ["words"]


def test_a_lock_held_too_long_is_a_failure(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wasit.journal.storage.LOCK_SECONDS", 0)
    with Journal.create(path) as journal, closing(sqlite3.connect(path)) as raw:
        upper = sit_down(journal, "upper")["upper"]
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(Failure, match="locked by another program"):
            say(journal, upper, "words")
        assert len(list(journal.entries_for("upper"))) == 1


def test_a_garbled_log_never_gives_half_a_record(path: Path) -> None:
    """Bytes changed in what SQLite keeps beside the record end as a shorter record, or an error."""
    with Journal.create(path) as journal:
        upper = sit_down(journal, "upper")["upper"]
        for n in range(5):
            say(journal, upper, f"{n}")
        whole = [e.id for e in journal.keeper_entries()]
        files = {s: Path(f"{path}{s}").read_bytes() for s in ("", "-wal")}
    chance, copy = random.Random(7), path.with_name("copy.wasit")
    for _ in range(30):
        log = bytearray(files["-wal"])
        log[chance.randrange(len(log))] ^= chance.randrange(1, 256)
        for leftover in path.parent.glob("copy*"):
            leftover.unlink()
        copy.write_bytes(files[""])
        Path(f"{copy}-wal").write_bytes(log)
        try:
            with Journal.open(copy) as opened:
                read = [e.id for e in opened.keeper_entries()]
                assert read == whole[: len(read)]
                assert opened.verify() == []
        except WasitError:
            continue


# --- Django ---------------------------------------------------------------------------------------


def test_a_thread_may_open_and_close_records_of_its_own(tmp_path: Path) -> None:
    before = set(connections.settings)

    def work(n: int) -> None:
        with Journal.create(tmp_path / f"{n}.wasit") as journal:
            upper = sit_down(journal, "upper")["upper"]
            for k in range(5):
                say(journal, upper, f"{k}")
            assert journal.verify() == []

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(tmp_path.glob("*.wasit"))) == 8
    assert set(connections.settings) == before


def test_closing_twice_does_no_harm(path: Path) -> None:
    journal = Journal.create(path)
    journal.close()
    journal.close()


HOST = """
import sys
from django.conf import settings
apps = ["django.contrib.contenttypes", "django.contrib.auth", *sys.argv[2:]]
settings.configure(
    INSTALLED_APPS=apps, DEBUG=True,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)
import django
django.setup()
from wasit.journal import Journal
with Journal.create(sys.argv[1]) as journal:
    print(sorted(journal._storage.connection.introspection.table_names()))
"""


def test_a_host_that_has_set_up_django_is_left_as_it_is(path: Path) -> None:
    """The record gets the journal's tables and none of the host's."""
    done = host(path, "wasit.journal")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(
        ["django_migrations", "wasit_entry", "wasit_head", "wasit_meta", "wasit_reader"]
    )
    done = host(path.with_name("other.wasit"))
    assert "Django is set up without wasit.journal in INSTALLED_APPS" in done.stderr


def host(path: Path, *apps: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", HOST, str(path), *apps]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_refused_is_for_damage_alone(path: Path) -> None:
    """An error that decide raises is not taken for damage of the record."""
    with Journal.create(path) as journal:
        upper = sit_down(journal, "upper")["upper"]
        with pytest.raises(Refused, match="mine"):
            journal.append(upper, raising(Refused("mine")))


def raising(error: Exception) -> Callable[[list[Entry]], list[Entry]]:
    def decide(_new: list[Entry]) -> list[Entry]:
        raise error

    return decide
