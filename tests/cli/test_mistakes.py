"""Bad input: one line that names file and place, exit code 2, nothing changed, nothing left."""

from __future__ import annotations

import builtins
import io
import json
import os
import tracemalloc
from typing import Any

import pytest

from tests.cli.conftest import Talks
from wasit.cli.around import read_lines
from wasit.entries import Mistake
from wasit.entries.limits import FILE_BYTES, LINE_BYTES

# --- case files -----------------------------------------------------------------------------------

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
    for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

CASES: dict[str, tuple[str | bytes, str]] = {
    "unknown kind": ("meetings: []\n", "case.yaml, line 1: unknown kind meetings; did you mean"),
    "unknown field": ("note:\n- wrds: {en: a}\n", "case.yaml, line 2, note.wrds: no such field"),
    "unknown seat": (
        "note:\n- {audience: east, words: {en: a}}\n",
        "case.yaml, line 2, note.audience[0]: east is not a seat on this record",
    ),
    "repeated ref": (
        "note:\n- {ref: a, words: {en: a}}\n- {ref: a, words: {en: b}}\n",
        "case.yaml, line 3: ref a is used twice, first at case.yaml, line 2",
    ),
    "wrong date": (
        "note:\n- happened: 2026-02-30\n  words: {en: a}\n",
        "case.yaml, line 2, note.happened: 2026-02-30 is not a date",
    ),
    "no such point": (
        "response:\n- {seat: south, basis: told, stance: open, point: first#9}\n",
        "case.yaml, line 2, response.point: first has no point 9",
    ),
    "a field missing": ("seat:\n- {label: east}\n", "case.yaml, line 2, seat.name: nothing given"),
    "bad YAML": ("note:\n- {words: [}\n", "case.yaml, line 2, column 12: not YAML"),
    "a key twice": ("note: []\nnote: []\n", "case.yaml, line 2, column 1: note stands twice"),
    "a tag": ("note: !!python/object:os.system x\n", "case.yaml, line 1, column 7: the tag"),
    "alias bomb": (BOMB, "case.yaml, line 5, column"),
    "deep": ("note: " + "[" * 100 + "]" * 100, "case.yaml, line 1, column"),
    "invalid UTF-8": (
        b"note:\n- {words: {en: \xff}}\n",
        "case.yaml, line 2, column 16: not UTF-8: byte 0xFF",
    ),
    "UTF-16": ("note: []".encode("utf-16"), "case.yaml, line 1, column 1: not UTF-8"),
    "override characters": (
        'note:\n- {words: {en: "a \u202eb"}}\n',
        "case.yaml, line 2, note.words.en: U+202E RIGHT-TO-LEFT OVERRIDE at character 3",
    ),
    "control characters": ("note:\n- {words: {en: a\x07}}\n", "case.yaml, line 2, column 17"),
    "escaped control characters": (
        'note:\n- {words: {en: "a\\x1b[2J"}}\n',
        "case.yaml, line 2, note.words.en: U+001B",
    ),
    "empty": ("", "case.yaml: the file is empty"),
    "only a comment": ("# nothing\n", "case.yaml: the file is empty"),
    "a list": ("- note\n", "case.yaml, line 1: expected kinds, each with its entries"),
    "a bad default": ("defaults: {seat: north}\nnote: []\n", "case.yaml, line 1, defaults.seat"),
    "not own": (
        "response:\n- {seat: south, basis: own, stance: open, point: first#1}\n",
        "case.yaml, line 2, response: basis own is for answers of the acting seat desk",
    ),
    "the last of many": (
        "note:\n" + "- {words: {en: good}}\n" * 50 + "- {words: {en: bad}, about: [gone]}\n",
        "case.yaml, line 52, note.about[0]: gone",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_bad_case_is_one_line_with_its_place(ferry: Talks, name: str) -> None:
    content, expected = CASES[name]
    line = ferry.wrong("load", ferry.file("case.yaml", content))
    assert line.startswith(expected)


def test_what_is_told_of_a_bad_file_is_safe_to_print(ferry: Talks) -> None:
    name = ferry.file("a\x1b[2J\u202eb.yaml", "me\\etings: []\n")
    assert ferry.wrong("load", name).startswith("a\\u001b[2J\\u202eb.yaml, line 1: ")


@pytest.mark.parametrize("option", ["--audience", "--basis"])
def test_options_for_sheets_are_not_dropped_for_a_case(
    ferry: Talks, ferry_case: str, option: str
) -> None:
    line = ferry.wrong("load", ferry.file("case.yaml", ferry_case), option, "author")
    assert line == f"{option} is for sheets; a case file says it itself"


# --- lines of JSON --------------------------------------------------------------------------------

GOOD = b'{"kind":"note","words":{"en":"good"}}\n'

LINES: dict[str, tuple[bytes, str]] = {
    "not JSON": (b'{"kind":"note"\n', "n.jsonl, line 3, column 1"),
    "unknown kind": (b'{"kind":"notes"}\n', "n.jsonl, line 3: unknown kind notes; did you mean"),
    "no kind": (b'{"words":{"en":"a"}}\n', "n.jsonl, line 3: kind is missing"),
    "a number": (b"7\n", "n.jsonl, line 3: expected a mapping of fields"),
    "an empty batch": (b"[]\n", "n.jsonl, line 3: an empty batch"),
    "one of a batch": (
        b"[" + GOOD.strip() + b',{"kind":"note"}]\n',
        "n.jsonl, line 3, [1]",
    ),
    "a key twice": (b'{"kind":"note","kind":"note"}\n', "n.jsonl, line 3: kind stands twice"),
    "not a number": (b'{"kind":NaN}\n', "n.jsonl, line 3: NaN is not a finite number"),
    "many digits": (b'{"kind":' + b"1" * 5000 + b"}\n", "n.jsonl, line 3: a number has too many"),
    "deep": (b"[" * 100 + b"]" * 100 + b"\n", "n.jsonl, line 3: nested deeper than 64"),
    "invalid UTF-8": (b'{"kind":"\xff"}\n', "n.jsonl, line 3, column 10: not UTF-8"),
    "unknown seat": (
        b'{"kind":"note","words":{"en":"a"},"audience":["east"]}\n',
        "n.jsonl, line 3, note.audience[0]: east is not a seat",
    ),
    "an author": (b'{"kind":"note","words":{"en":"a"},"author":"north"}\n', "n.jsonl, line 3"),
    "half a character": (b'{"kind":"note","words":{"en":"\\ud800"}}\n', "n.jsonl, line 3"),
}


@pytest.mark.parametrize("name", LINES)
def test_a_bad_line_stops_and_those_before_it_stand(ferry: Talks, name: str) -> None:
    bad, expected = LINES[name]
    before = len(ferry.ok("show", "--json").lines)
    ended = ferry("append", ferry.file("n.jsonl", GOOD * 2 + bad + GOOD))
    assert ended.code == 2
    assert [acknowledged["line"] for acknowledged in ended.lines] == [1, 2]
    (line,) = ended.err.splitlines()
    assert line.removeprefix("wasit: ").startswith(expected)
    stand = ferry.ok("show", "--json").lines
    assert [entry["id"] for entry in stand[before:]] == [a["ids"][0] for a in ended.lines]


def test_a_bad_line_of_standard_input_has_its_number(ferry: Talks) -> None:
    assert ferry.wrong("append", stdin=b"\n\nno\n").startswith("line 3, column 1: not JSON")


def test_a_line_of_50_mb_is_refused_before_it_is_read_to_its_end(ferry: Talks) -> None:
    with open(ferry.folder / "n.jsonl", "wb") as file:
        file.write(GOOD)
        file.truncate(50_000_000)
    tracemalloc.start()
    try:
        ended = ferry("append", "n.jsonl")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert ended.err == f"wasit: n.jsonl, line 2: longer than {LINE_BYTES} bytes\n"
    assert most < 2.5 * LINE_BYTES


class Endless(io.RawIOBase):
    """A stream of one line without end, which counts what is taken from it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        buffer[:] = b"x" * len(buffer)
        self.taken += len(buffer)
        return len(buffer)


def test_no_more_than_the_limit_is_taken_from_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Endless()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(stream)))
    with pytest.raises(Mistake, match="line 1: longer than"):
        list(read_lines("-"))
    assert stream.taken <= LINE_BYTES + 2 * io.DEFAULT_BUFFER_SIZE


@pytest.mark.parametrize("name", ["case.yaml", "sheet.csv", "sheet.xlsx"])
def test_a_file_over_the_limit_is_refused_by_its_size(ferry: Talks, name: str) -> None:
    with open(ferry.folder / name, "wb") as file:
        file.truncate(FILE_BYTES + 1)
    assert ferry.wrong("load", name) == f"{name} is larger than {FILE_BYTES} bytes"


# --- files that are none --------------------------------------------------------------------------

READERS = pytest.mark.parametrize(
    ("command", "name"),
    [
        ("load", "a.yaml"),
        ("load", "a.csv"),
        ("load", "a.xlsx"),
        ("append", "a.jsonl"),
        ("import", "a.jsonl"),
    ],
)


@READERS
def test_a_missing_file_is_named(ferry: Talks, command: str, name: str) -> None:
    assert ferry.wrong(command, name) == f"cannot read {name}: no such file or directory"


@READERS
def test_a_folder_is_no_file(ferry: Talks, command: str, name: str) -> None:
    (ferry.folder / name).mkdir()
    assert ferry.wrong(command, name) == f"cannot read {name}: is a directory"


@READERS
def test_a_file_that_may_not_be_read_is_named(
    ferry: Talks, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    ferry.file(name, "")
    opening = builtins.open

    def closed(file: Any, *more: Any, **named: Any) -> Any:
        # Whoever runs the tests may be allowed to read everything.
        if file == name:
            raise PermissionError(13, os.strerror(13), name)
        return opening(file, *more, **named)

    monkeypatch.setattr("builtins.open", closed)
    assert ferry.wrong(command, name) == f"cannot read {name}: permission denied"


def test_an_empty_file_of_lines_is_nothing_to_append(ferry: Talks) -> None:
    assert ferry.ok("append", ferry.file("n.jsonl", "")).out == ""


# --- records that are none ------------------------------------------------------------------------

ALL = pytest.mark.parametrize(
    "words",
    [
        ("show",),
        ("state",),
        ("brief",),
        ("export",),
        ("export", "--keeper"),
        ("verify",),
        ("backup", "copy"),
        ("append",),
        ("load", "case.yaml"),
        ("say", "south", "1", "open"),
        ("release", "seven", "--to", "north"),
        ("import", "there.jsonl"),
    ],
    ids=" ".join,
)


@ALL
def test_no_record_named(
    empty: Talks, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.delenv("WASIT_RECORD")
    expected = "no record named; expected --record FILE, or WASIT_RECORD set"
    assert empty.wrong(*words) == expected


@ALL
def test_no_record_there(empty: Talks, words: tuple[str, ...]) -> None:
    line = empty.wrong(*words)
    assert line.endswith("talks.wasit does not exist; `wasit init` makes a new record")


@ALL
@pytest.mark.parametrize("content", [b"", b"not a record", b"SQLite format 3\0" + b"\0" * 2000])
def test_not_a_record(empty: Talks, words: tuple[str, ...], content: bytes) -> None:
    empty.file("other.wasit", content)
    line = empty.wrong(*words, "--record", "other.wasit")
    assert line.endswith("other.wasit is not a Wasit record")
    assert (empty.folder / "other.wasit").read_bytes() == content


@ALL
def test_a_folder_is_no_record(empty: Talks, words: tuple[str, ...]) -> None:
    assert "is a folder; expected a record file" in empty.wrong(*words, "--record", ".")


def test_a_record_is_not_made_over_a_file(empty: Talks) -> None:
    empty.file("mine", "mine")
    assert empty.wrong("init", "--record", "mine").endswith("already exists; nothing was changed")
    assert (empty.folder / "mine").read_text() == "mine"


def test_a_record_is_not_made_in_a_folder_that_is_not_there(empty: Talks) -> None:
    assert "cannot be made" in empty.wrong("init", "--record", "no/where.wasit")


# --- seats ----------------------------------------------------------------------------------------

SEATED = pytest.mark.parametrize(
    "words",
    [
        ("show",),
        ("state",),
        ("brief",),
        ("export",),
        ("say", "south", "1", "open", "--basis", "told"),
        ("release", "seven", "--to", "north"),
    ],
    ids=" ".join,
)


@SEATED
def test_no_seat_acts(
    ferry: Talks, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.delenv("WASIT_SEAT")
    assert ferry.wrong(*words) == "no seat acts; expected --as SEAT, or WASIT_SEAT set"


@SEATED
@pytest.mark.parametrize("seat", ["east", "East", "*", "desk,north", "a" * 1000])
def test_an_unknown_seat_acts(ferry: Talks, words: tuple[str, ...], seat: str) -> None:
    assert "is not a seat on this record" in ferry.wrong(*words, "--as", seat)


# --- options --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), "no command given; `wasit --help` lists them"),
        (("stat",), "no command stat; did you mean state?"),
        (("frobnicate",), "no command frobnicate; `wasit --help` lists them"),
        (("--frob",), "no such option --frob; `wasit --help` lists them"),
        (("state", "--jsn"), "no such option --jsn; did you mean --json?"),
        (("state", "--frob"), "no such option --frob; `wasit state --help` lists them"),
        (("state", "--at"), "--at is given without a value"),
        (("state", "--json=yes"), "--json takes no value"),
        (("state", "south", "north"), "north given beyond what it takes; `wasit state --help`"),
        (("load",), "FILE is missing; `wasit load --help` says how it is used"),
        (("import",), "FILE is missing; `wasit import --help`"),
        (("backup",), "FILE is missing; `wasit backup --help`"),
        (("say",), "SEAT is missing; `wasit say --help`"),
        (("say", "south", "1"), "STANCE is missing; `wasit say --help`"),
        (("release", "seven"), "--to is missing; `wasit release --help`"),
        (("demo", "geneva"), "no example geneva; expected one of moscow-2025, two-banks"),
        (("demo", "--lang", "fr"), "--lang: fr given; expected ar, en or both"),
        (("demo", "--at", "today"), "--at: today is not a day; expected 2025-12-03"),
        (("demo", "--out", "talks.wasit"), "cannot make the folder talks.wasit: file exists"),
        (("state", "--at", "2026-13-01"), "--at: 2026-13-01 is not a day"),
        (("state", "--at", "20260301"), "--at: 20260301 is not a day"),
        (("state", "--at", "2026-W10-1"), "--at: 2026-W10-1 is not a day"),
        (("state", "--as-of", "2026-03"), "--as-of: 2026-03 is not a day"),
        (("show", "--at", ""), "--at:  is not a day"),
        (("brief", "--at", "2026-03-01T10:00"), "--at: 2026-03-01T10:00 is not a day"),
        (("brief", "--since", "x\x1b"), "--since: x\\u001b is not a day"),
        (("brief", "--lang", "fr"), "--lang: fr given; expected ar, en or both"),
        (("state", "--lang", "AR"), "--lang: AR given"),
        (("state", "east"), "east is not a seat on this record"),
        (("state", "--draft", "gone"), "gone is not on this record"),
        (("brief", "--for", "east"), "east is not a seat on this record"),
        (("show", "gone"), "gone is not on this record"),
        (("show", "0" * 32), "0" * 32 + " is not on this record"),
        (("show", "first#9"), "first#9 is not on this record"),
        (("show", "#1"), "#1 is not on this record"),
        (("show", "seven#1"), "seven"),
        (("show", "--kind", "notes"), "--kind: unknown kind notes; expected one of talks, seat"),
        (("release", "gone", "--to", "north"), "release: gone"),
        (("release", "seven", "--to", "east"), "release.to: east is not a seat"),
        (("release", "seven", "--to", "east", "--yes"), "release.to: east is not a seat"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_a_wrong_command_line_is_one_line(
    ferry: Talks, words: tuple[str, ...], expected: str
) -> None:
    assert ferry.wrong(*words).startswith(expected)


def test_a_wrong_language_in_the_environment_is_one_line(
    ferry: Talks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WASIT_LANG", "fr")
    assert ferry.wrong("state") == "--lang: fr given; expected ar, en or both"


# --- the same in Arabic ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("show", "gone"), "غير مدوَّن في هذا السجل: gone"),
        (("state", "--at", "x"), "--at: ليس يومًا: x؛ المتوقع مثل 2025-12-03"),
        (("stat",), "لا أمر بهذا الاسم: stat؛ هل المقصود state؟"),
        (("load", "gone.yaml"), "تعذّرت قراءة gone.yaml"),
        (("say", "east", "1", "open", "--basis", "told"), "لا مقعد بهذا الاسم في هذا السجل: east"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_mistake_is_told_in_arabic(
    ferry: Talks, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], expected: str
) -> None:
    monkeypatch.setenv("WASIT_LANG", "ar")
    assert expected in ferry.wrong(*words)


@pytest.mark.parametrize("name", CASES)
def test_a_bad_case_is_told_in_arabic_at_the_same_place(
    ferry: Talks, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    content, expected = CASES[name]
    monkeypatch.setenv("WASIT_LANG", "ar")
    line = ferry.wrong("load", ferry.file("case.yaml", content))
    assert line.split(": ")[0] == expected.split(": ")[0] or line.startswith(expected)
    assert any("\u0600" <= letter <= "\u06ff" for letter in line)


def test_answers_on_standard_output_are_json_whatever_goes_wrong_after(ferry: Talks) -> None:
    ended = ferry("append", stdin=GOOD + b"no\n")
    assert [json.loads(line)["line"] for line in ended.out.splitlines()] == [1]
