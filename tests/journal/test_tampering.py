"""Whatever is changed behind the journal's back, verify finds it and names the entry."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.journal.cast import batch, note, say, sit_down
from wasit.entries import WasitError
from wasit.journal import Finding, Journal, examine

ENTRIES = 12
Row = tuple[object, ...]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of twelve entries, closed: one file, nothing beside it."""
    path = tmp_path_factory.mktemp("sound") / "record.wasit"
    with Journal.create(path) as journal:
        seats = sit_down(journal, "upper", "lower")
        for n in range(ENTRIES - 2):
            audience: object = ["all", [], ["lower"]][n % 3]
            say(journal, seats["upper"], f"water {n} ماء", audience=audience)
        assert journal.verify() == []
    return path


@pytest.fixture(scope="module")
def ids(sound: Path) -> list[str]:
    """The ids of its entries; the first stands at place 1."""
    with Journal.open(sound) as journal:
        return ["", *(entry.id for entry in journal.keeper_entries())]


Tamper = Callable[..., list[Finding]]


@pytest.fixture
def tamper(sound: Path, tmp_path: Path) -> Tamper:
    """Run SQL on a copy of the record from outside, the guards put aside; what verify then says."""

    def run(*statements: str, **values: object) -> list[Finding]:
        copy = tmp_path / "copy.wasit"
        shutil.copyfile(sound, copy)
        with closing(sqlite3.connect(copy)) as raw, raw:
            unguarded(raw, lambda: [raw.execute(s, values) for s in statements])
        return examine(copy)

    return run


def unguarded(raw: sqlite3.Connection, work: Callable[[], object]) -> None:
    """Do ``work`` without triggers, and put them back as they were."""
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    work()
    for _, sql in triggers:
        raw.execute(sql)


def named(findings: list[Finding]) -> set[str | None]:
    return {finding.entry_id for finding in findings}


def told(findings: list[Finding]) -> str:
    return "; ".join(map(str, findings))


def test_a_sound_record_has_no_findings(tamper: Tamper) -> None:
    assert tamper() == []


# --- any byte of any stored column ----------------------------------------------------------------


@pytest.mark.parametrize("column", ["id", "author", "line", "salt", "hash"])
@pytest.mark.parametrize("place", range(1, ENTRIES + 1))
def test_a_changed_byte_is_found_at_its_entry(
    sound: Path, ids: list[str], tamper: Tamper, column: str, place: int
) -> None:
    """The entry is named and no other; the value may be no longer UTF-8, nor JSON."""
    with closing(sqlite3.connect(sound)) as raw:
        question = f"SELECT CAST({column} AS BLOB), typeof({column}) FROM wasit_entry WHERE place=?"
        value, kind = raw.execute(question, (place,)).fetchone()
    cast = "CAST(:new AS TEXT)" if kind == "text" else ":new"
    chance = random.Random(f"{column} {place}")
    for _ in range(6):
        at, flip = chance.randrange(len(value)), chance.randrange(1, 256)
        new = value[:at] + bytes([value[at] ^ flip]) + value[at + 1 :]
        update = f"UPDATE wasit_entry SET {column} = {cast} WHERE place = :place"
        findings = tamper(update, new=new, place=place)
        assert ids[place] in named(findings) or (
            column == "line" and {f.place for f in findings} == {place}
        ), told(findings)
        assert {f.place for f in findings} <= {place}, told(findings)


@pytest.mark.parametrize("column", ["id", "author", "line", "salt", "hash"])
@pytest.mark.parametrize("value", ["'text'", "x'ff00'", "7", "1.5", "x''"])
def test_a_value_of_another_type_is_found(
    ids: list[str], tamper: Tamper, column: str, value: str
) -> None:
    findings = tamper(f"UPDATE wasit_entry SET {column} = {value} WHERE place = 5")
    assert {f.place for f in findings} == {5}, told(findings)


@pytest.mark.parametrize("new", [0, -3, 105, 2**40])
def test_a_changed_place_is_found(ids: list[str], tamper: Tamper, new: int) -> None:
    findings = tamper(
        "PRAGMA foreign_keys=OFF", f"UPDATE wasit_entry SET place = {new} WHERE place = 5"
    )
    assert ids[5] in named(findings), told(findings)
    assert "missing" not in {f.what for f in findings}


def test_changed_readers_are_found_at_their_entry(ids: list[str], tamper: Tamper) -> None:
    for statement in (
        "UPDATE wasit_reader SET seat = 'lower' WHERE place = 4 AND seat = 'upper'",
        "INSERT INTO wasit_reader (seat, place) VALUES ('lower', 4)",
        "INSERT INTO wasit_reader (seat, place) VALUES ('*', 4)",
        "INSERT INTO wasit_reader (seat, place) VALUES (x'ff', 4)",
        "DELETE FROM wasit_reader WHERE place = 4",
    ):
        findings = tamper(statement)
        assert named(findings) == {ids[4]}, statement
        assert "readers" in told(findings)
    findings = tamper("UPDATE wasit_reader SET place = 6 WHERE place = 4")
    assert named(findings) == {ids[4], ids[6]}
    findings = tamper("UPDATE wasit_reader SET place = 99 WHERE place = 4")
    assert named(findings) == {ids[4], None}


# --- dropped, inserted, swapped -------------------------------------------------------------------

DROP = "DELETE FROM wasit_entry WHERE place = :at"
DROP_READERS = "DELETE FROM wasit_reader WHERE place = :at"
HASH_BEFORE = "(SELECT hash FROM wasit_entry WHERE place = :at - 1)"
CLOSE_UP = (
    # Through negative places: the primary key must be unique at each step.
    "UPDATE wasit_entry SET place = -(place - 1) WHERE place > :at",
    "UPDATE wasit_reader SET place = -(place - 1) WHERE place > :at",
    "UPDATE wasit_entry SET place = -place WHERE place < 0",
    "UPDATE wasit_reader SET place = -place WHERE place < 0",
)
MAKE_ROOM = tuple(s.replace("place - 1", "place + 1") for s in CLOSE_UP)


@pytest.mark.parametrize("readers_too", [False, True])
@pytest.mark.parametrize("at", [1, 2, 7, ENTRIES - 1, ENTRIES])
def test_a_dropped_entry_is_missing_between_its_neighbours(
    ids: list[str], tamper: Tamper, at: int, readers_too: bool
) -> None:
    [finding] = tamper(DROP, *([DROP_READERS] if readers_too else []), at=at)
    assert finding.what == "missing"
    assert (ids[at - 1] or "start of the record") in str(finding)
    assert (ids[at + 1] if at < ENTRIES else "end of the record") in str(finding)


@pytest.mark.parametrize("at", [1, 2, 7, ENTRIES - 1])
def test_a_dropped_entry_is_missing_though_the_rest_closed_up(
    ids: list[str], tamper: Tamper, at: int
) -> None:
    [finding] = tamper(DROP, DROP_READERS, *CLOSE_UP, at=at)
    assert finding.what == "missing"
    assert (ids[at - 1] or "start of the record") in str(finding)
    assert ids[at + 1] in str(finding)


def test_a_cut_tail_is_missing(ids: list[str], tamper: Tamper) -> None:
    [finding] = tamper(
        "DELETE FROM wasit_entry WHERE place > 8", "DELETE FROM wasit_reader WHERE place > 8"
    )
    assert str(finding) == f"missing between entry {ids[8]} (place 8) and the end of the record: 4"


def test_all_of_it_gone_is_missing(tamper: Tamper) -> None:
    [finding] = tamper("DELETE FROM wasit_entry", "DELETE FROM wasit_reader")
    assert finding.what == "missing"


COPY = """
    INSERT INTO wasit_entry (place, id, author, line, salt, hash)
    SELECT :at, hex(randomblob(16)), author, line, salt, hash FROM wasit_entry WHERE place = :of
"""
COPY_READERS = """
    INSERT INTO wasit_reader (seat, place) SELECT seat, :at FROM wasit_reader WHERE place = :of
"""
FORGE = COPY.replace("salt, hash FROM", "salt, randomblob(32) FROM")


@pytest.mark.parametrize("statement", [COPY, FORGE])
@pytest.mark.parametrize("of", [1, 3, ENTRIES])
def test_a_copy_at_the_end_is_inserted(
    ids: list[str], tamper: Tamper, of: int, statement: str
) -> None:
    findings = tamper(statement, COPY_READERS, of=of, at=ENTRIES + 1)
    assert {(f.entry_id, f.place) for f in findings} == {(ids[of], ENTRIES + 1)}, told(findings)
    assert "inserted" in {f.what for f in findings}


@pytest.mark.parametrize("statement", [COPY, FORGE])
@pytest.mark.parametrize("at", [1, 2, 6, ENTRIES])
def test_a_copy_between_others_is_inserted(
    ids: list[str], tamper: Tamper, at: int, statement: str
) -> None:
    room = [s.replace("> :at", ">= :at") for s in MAKE_ROOM]
    of = 4 if at > 4 else 5
    findings = tamper(*room, statement, COPY_READERS, of=of, at=at)
    assert "inserted" in {f.what for f in findings if f.place == at}, told(findings)
    assert {f.place for f in findings} == {at}, told(findings)


def swap(a: int, b: int, columns: str = "place") -> list[str]:
    if columns == "place":
        return [
            f"UPDATE {table} SET place = {new} WHERE place = {old}"
            for old, new in ((a, -1), (b, a), (-1, b))
            for table in ("wasit_entry", "wasit_reader")
        ]
    return [
        f"CREATE TEMP TABLE was AS SELECT * FROM wasit_entry WHERE place IN ({a}, {b})",
        *(
            f"UPDATE wasit_entry SET ({columns}) = "
            f"(SELECT {columns} FROM was WHERE place = {other}) WHERE place = {one}"
            for one, other in ((a, b), (b, a))
        ),
    ]


@pytest.mark.parametrize(("a", "b"), [(3, 9), (1, ENTRIES), (2, 4), (ENTRIES - 2, ENTRIES)])
def test_two_swapped_entries_are_both_named(ids: list[str], tamper: Tamper, a: int, b: int) -> None:
    findings = tamper(*swap(a, b))
    assert named(findings) == {ids[a], ids[b]}, told(findings)
    assert {f.what for f in findings} == {"moved"}, told(findings)


@pytest.mark.parametrize("a", [1, 5, ENTRIES - 1])
def test_two_neighbours_swapped_are_both_named(ids: list[str], tamper: Tamper, a: int) -> None:
    findings = tamper(*swap(a, a + 1))
    assert named(findings) == {ids[a], ids[a + 1]}, told(findings)


@pytest.mark.parametrize("columns", ["line", "salt", "hash", "line, salt", "line, salt, hash"])
def test_swapped_columns_are_found_at_both(tamper: Tamper, columns: str) -> None:
    findings = tamper(*swap(3, 9, columns))
    assert {f.place for f in findings} == {3, 9}, told(findings)


def test_a_record_hashed_anew_from_some_place_on_is_found(tamper: Tamper) -> None:
    """Whoever also changes the hash of the last entry must change the head, whose hash tells."""
    findings = tamper("UPDATE wasit_entry SET hash = randomblob(32) WHERE place > 6")
    assert {f.place for f in findings} >= set(range(7, ENTRIES + 1))


# --- the head, the guards, the file ---------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE wasit_head SET hash = randomblob(32)",
        "UPDATE wasit_head SET hash = 'words'",
        "UPDATE wasit_head SET talks = 'another'",
        "UPDATE wasit_head SET talks = x'ff'",
        "UPDATE wasit_head SET length = 'many'",
        "DELETE FROM wasit_head",
        "INSERT INTO wasit_head VALUES ('second', 1, x'00')",
    ],
)
def test_a_changed_head_is_found(tamper: Tamper, statement: str) -> None:
    assert [f.what for f in tamper(statement)] == ["head"]


@pytest.mark.parametrize("length", [0, 3, ENTRIES - 1, ENTRIES + 1, 2**60, -1])
def test_a_changed_count_is_found(tamper: Tamper, length: int) -> None:
    assert tamper(f"UPDATE wasit_head SET length = {length}") != []


def test_a_dropped_guard_is_found_and_the_record_not_opened(sound: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.wasit"
    shutil.copyfile(sound, copy)
    with closing(sqlite3.connect(copy)) as raw, raw:
        raw.execute("DROP TRIGGER wasit_entry_delete")
        raw.execute("CREATE TRIGGER other BEFORE INSERT ON wasit_meta BEGIN SELECT 1; END")
    findings = examine(copy)
    assert {f.what for f in findings} == {"unguarded"}
    with pytest.raises(WasitError, match="other, wasit_entry_delete not as expected"):
        Journal.open(copy)


def test_any_byte_of_the_file(sound: Path, tmp_path: Path) -> None:
    """A byte changed on disk is found, or it is one that holds nothing: all reads the same."""
    copy, original = tmp_path / "copy.wasit", sound.read_bytes()
    with Journal.open(sound) as journal:
        entries = list(journal.keeper_entries())
    chance = random.Random(2025)
    for _ in range(150):
        at, flip = chance.randrange(len(original)), chance.randrange(1, 256)
        copy.write_bytes(original[:at] + bytes([original[at] ^ flip]) + original[at + 1 :])
        for suffix in ("-wal", "-shm"):
            Path(f"{copy}{suffix}").unlink(missing_ok=True)
        try:
            findings = examine(copy)
        except WasitError:
            continue
        if not findings:
            with Journal.open(copy) as journal:
                assert list(journal.keeper_entries()) == entries, f"byte {at}"
                assert list(journal.entries_for("upper")), f"byte {at}"


def test_reading_a_damaged_entry_is_refused_without_its_place(sound: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.wasit"
    shutil.copyfile(sound, copy)
    with closing(sqlite3.connect(copy)) as raw, raw:
        unguarded(raw, lambda: raw.execute("UPDATE wasit_entry SET line = x'ff' WHERE place = 3"))
    with Journal.open(copy) as journal, pytest.raises(WasitError, match="cannot be read") as error:
        journal.entries_for("upper")
    assert "3" not in str(error.value).replace(str(copy), "")


def test_verify_while_others_write_finds_nothing(tmp_path: Path) -> None:
    """The walk sees one moment, whatever is put on record meanwhile."""
    with Journal.create(tmp_path / "record.wasit") as journal:
        upper = sit_down(journal, "upper")["upper"]
        with Journal.open(tmp_path / "record.wasit") as reader:
            with reader._storage.moment():
                before = reader.head()
                journal.append(upper, batch(note(journal, "upper", "meanwhile")))
                assert reader.head() == before
            assert reader.head() != before
            assert reader.verify() == []
