"""Exports and imports, byte for byte; and ``verify``, which names what was changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Talks
from tests.journal.test_tampering import unguarded

WHOSE = pytest.mark.parametrize(
    "whose", [("--keeper",), ("--as", "desk"), ("--as", "upper"), ("--as", "lower")], ids="".join
)


# --- there and back -------------------------------------------------------------------------------


@WHOSE
def test_an_export_comes_back_byte_for_byte(banks: Talks, whose: tuple[str, ...]) -> None:
    assert banks.ok("export", *whose, "-o", "there.jsonl").out == ""
    there = (banks.folder / "there.jsonl").read_bytes()
    assert banks.ok("export", *whose).out.encode() == there
    banks.ok("init", "--record", "back.wasit")
    told = banks.ok("import", "there.jsonl", "--record", "back.wasit", "--json").json
    assert told["entries"] == there.count(b"\n") - 1
    back = ("--record", "back.wasit")
    banks.ok("verify", *back)
    if whose == ("--keeper",):
        assert banks.ok("export", "--keeper", *back).out.encode() == there
    else:
        assert banks.ok("export", *whose, *back).out.encode() == there


@pytest.mark.parametrize("seat", ["desk", "upper", "lower"])
def test_a_seats_export_tells_that_seat_the_same(banks: Talks, seat: str) -> None:
    banks.ok("export", "--as", seat, "-o", "seat.jsonl")
    banks.ok("init", "--record", "seat.wasit")
    banks.ok("import", "seat.jsonl", "--record", "seat.wasit")
    for look in (
        ("state",),
        ("state", "--json"),
        ("state", "--lang", "ar"),
        ("brief",),
        ("brief", "--json"),
        ("brief", "--for", "lower", "--at", "2026-04-25"),
        ("show", "--json"),
    ):
        here = banks.ok(*look, "--as", seat).out
        assert banks.ok(*look, "--as", seat, "--record", "seat.wasit").out == here


def test_an_export_may_come_from_standard_input(ferry: Talks) -> None:
    there = ferry.ok("export", "--keeper").out
    ferry.ok("init", "--record", "back.wasit")
    told = ferry.ok("import", "-", "--record", "back.wasit", stdin=there.encode())
    assert told.out == "7 entries read in\n"


def test_an_empty_record_goes_there_and_back(empty: Talks) -> None:
    empty.ok("init")
    there = empty.ok("export", "--keeper").out
    empty.ok("init", "--record", "back.wasit")
    empty.ok("import", "-", "--record", "back.wasit", stdin=there.encode())
    assert empty.ok("export", "--keeper", "--record", "back.wasit").out == there


def test_only_an_empty_record_takes_an_import(ferry: Talks) -> None:
    ferry.ok("export", "--keeper", "-o", "there.jsonl")
    assert ferry.wrong("import", "there.jsonl").endswith("talks.wasit is not empty")


def spoilt(lines: list[bytes]) -> dict[str, tuple[list[bytes], str]]:
    """Damaged exports, and how the complaint begins."""
    head, *rest = lines
    other = b"0" * 32 if b"0" * 32 not in head else b"1" * 32
    talks = head.split(b'"talks":"')[1][:32]
    return {
        "a letter": ([head, rest[0].replace(b"desk", b"disk", 1), *rest[1:]], "there.jsonl, line"),
        "no JSON": ([head, rest[0][:-3] + b"\n", *rest[1:]], "there.jsonl, line 2"),
        "a blank more": ([head, b" " + rest[0], *rest[1:]], "there.jsonl, line 2: not canonical"),
        "one cut off": ([head, *rest[:-1]], "there.jsonl, line 1: 6 entries follow"),
        "one twice": ([head, *rest, rest[-1]], "there.jsonl, line 1: 8 entries follow"),
        "two swapped": ([head, rest[1], rest[0], *rest[2:]], "there.jsonl, line 1: 7 entries"),
        "other talks": (
            [head, rest[0].replace(talks, other), *rest[1:]],
            "there.jsonl, line 2: belongs to other talks",
        ),
        "no head": (rest, "there.jsonl, line 1"),
        "nothing": ([], "there.jsonl, line 1: empty; expected an export"),
        "not UTF-8": ([head, b"\xff" + rest[0], *rest[1:]], "there.jsonl, line 2, column 1"),
    }


NAMES = spoilt([b'"talks":"' + b"a" * 32, b"", b""])


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_export_is_not_taken(ferry: Talks, name: str) -> None:
    lines = ferry.ok("export", "--keeper").out.encode().splitlines(keepends=True)
    content, expected = spoilt(lines)[name]
    ferry.file("there.jsonl", b"".join(content))
    ferry.ok("init", "--record", "back.wasit")
    before = ferry.ok("export", "--keeper", "--record", "back.wasit").out
    assert ferry.wrong("import", "there.jsonl", "--record", "back.wasit").startswith(expected)
    assert ferry.ok("export", "--keeper", "--record", "back.wasit").out == before


# --- writing files --------------------------------------------------------------------------------


def test_a_written_file_is_for_its_owner_alone_and_follows_links(ferry: Talks) -> None:
    target = ferry.folder / "target.jsonl"
    target.write_text("old")
    (ferry.folder / "link.jsonl").symlink_to("target.jsonl")
    ferry.ok("export", "-o", "link.jsonl")
    assert (ferry.folder / "link.jsonl").is_symlink()
    assert target.read_bytes() == ferry.ok("export").out.encode()
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_device_is_written_to_and_stays_a_device(ferry: Talks) -> None:
    ferry.ok("export", "-o", "/dev/null")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    "words",
    [("export", "-o"), ("state", "--csv"), ("state", "--xlsx"), ("brief", "--html")],
    ids=" ".join,
)
def test_no_answer_is_written_over_a_record(ferry: Talks, words: tuple[str, ...]) -> None:
    assert ferry.wrong(*words, "talks.wasit").startswith("talks.wasit is a record")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (".", ". is a folder; expected a file to write"),
        ("no/file", "cannot write no/file: no such file or directory"),
        ("talks.wasit/file", "cannot write talks.wasit/file: not a directory"),
        ("x" * 300, "cannot write xxx"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(ferry: Talks, target: str, expected: str) -> None:
    assert ferry.wrong("export", "-o", target).startswith(expected)


def test_a_backup_is_not_written_over_a_file(ferry: Talks) -> None:
    line = ferry.wrong("backup", ferry.file("mine", "mine"))
    assert line == "mine already exists; nothing was changed"


# --- verify ---------------------------------------------------------------------------------------


def tamper(talks: Talks, *statements: str) -> None:
    """Change the record from outside, its guards put aside meanwhile."""
    with closing(sqlite3.connect(talks.folder / "talks.wasit")) as raw, raw:
        unguarded(raw, lambda: [raw.execute(statement) for statement in statements])


FLIP = """
    UPDATE wasit_entry
    SET line = CAST(replace(CAST(line AS TEXT), 'seven', 'sewen') AS BLOB)
    WHERE CAST(line AS TEXT) LIKE '%seven%'
"""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (FLIP, "entry {seven} (place 7) was changed"),
        ("DELETE FROM wasit_entry WHERE place = 7", "missing between"),
        ("DELETE FROM wasit_reader WHERE place = 7", "entry {seven} (place 7)"),
        ("UPDATE wasit_head SET length = 6", "entry {seven} (place 7) was inserted"),
    ],
)
def test_verify_names_what_was_changed_and_answers_no(
    ferry: Talks, change: str, expected: str
) -> None:
    seven = ferry.ok("show", "seven", "--json").json["entry"]["id"]
    tamper(ferry, change)
    ended = ferry("verify")
    assert ended.code == 1
    assert expected.format(seven=seven) in ended.out
    (line,) = ended.err.splitlines()
    assert line.startswith("wasit: talks.wasit is not as it was written; findings: ")
    told = ferry("verify", "--json")
    assert told.code == 1
    assert told.json == {"whole": False, "findings": ended.out.splitlines()}


def test_verify_tells_what_was_changed_in_arabic(
    ferry: Talks, monkeypatch: pytest.MonkeyPatch
) -> None:
    tamper(ferry, FLIP)
    monkeypatch.setenv("WASIT_LANG", "ar")
    ended = ferry("verify")
    assert "تغيّر" in ended.out
    assert "ليس كما كُتب" in ended.err


def test_a_record_without_its_guards_is_refused_and_verify_says_so(ferry: Talks) -> None:
    with closing(sqlite3.connect(ferry.folder / "talks.wasit")) as raw:
        (name,) = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchone()
        raw.execute(f"DROP TRIGGER {name}")
        raw.commit()
    refused = ferry("state")
    assert (refused.code, refused.out) == (1, "")
    assert name in refused.err
    assert f"trigger {name} is not as expected" in ferry("verify").out
