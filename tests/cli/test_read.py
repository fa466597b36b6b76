"""``wasit read`` and ``wasit demo --report``: what they print, what they store, how they end."""

from __future__ import annotations

import json
import os
import pty
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.press.made import REPORTS, ferry, report
from wasit.cli import main, reports
from wasit.cli.caseform import case_form, edited, from_case_form
from wasit.cli.how import Stopped
from wasit.cli.reports import files_in
from wasit.cli.taking import GROUP_NAMES, item_lines, take
from wasit.entries import Mistake, entry_of
from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.known import Known
from wasit.press.propose import GROUPS, Proposed, propose
from wasit.press.reading import Reading
from wasit.record import Record

FERRY = str(REPORTS / "ferry.txt")


class Ran:
    """How a command ended and what it printed."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(one) for one in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def record(tmp_path: Path, run: Callable[..., Ran]) -> Path:
    path = tmp_path / "talks.wasit"
    assert run("init", "--record", path).code == 0
    return path


@pytest.fixture
def careful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is read, ``ferry.txt`` is read as a careful person would."""

    def read(self: RuleReader, source: SourceText, known: Known | None = None) -> Reading:
        return ferry(source.text)

    monkeypatch.setattr(RuleReader, "read", read)


def stored(run: Callable[..., Ran], record: Path, seat: str = "desk") -> list[Any]:
    ran = run("show", "--record", record, "--as", seat, "--json")
    return ran.lines if ran.code == 0 else []


# --- one report ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("careful")
def test_a_report_is_summed_up_with_its_words(run: Callable[..., Ran]) -> None:
    ran = run("read", FERRY)
    assert ran.code == 0
    for said in (
        "Arabic: 5 paragraphs",
        "5 of 5 Arabic paragraphs stand beside 5 English ones",
        "Where the versions differ: 1",
        "People (2)",
        "«مسودة",
        "“two maps”",
        "“rejects any transfer of the northern pier”",
        "35 %",
    ):
        assert said.removesuffix("مسودة") in ran.out


@pytest.mark.usefixtures("careful")
def test_a_summary_in_arabic_has_arabic_headings(run: Callable[..., Ran]) -> None:
    ran = run("read", FERRY, "--lang", "ar")
    assert "الأشخاص (2)" in ran.out
    assert "People" not in ran.out


def test_one_report_is_one_line_of_json(run: Callable[..., Ran]) -> None:
    (line,) = run("read", FERRY, "--json").lines
    assert (line["file"], line["date"], line["languages"]) == (FERRY, "2026-03-11", ["ar", "en"])


def test_date_and_outlet_can_be_said(run: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    file.write_text("The talks went on in Tunis.\n")
    (line,) = run("read", file, "--date", "2026-01-02", "--json").lines
    assert line["date"] == "2026-01-02"
    assert "Harbour Post" in run("read", file, "--outlet", "Harbour Post").out


def test_a_date_that_no_calendar_has_is_refused(run: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "leap.txt"
    file.write_text("date 2025-02-30 The talks went on in Tunis.\n")
    ran = run("read", file, "--json")
    assert ran.code == 2
    assert "line 1: 2025-02-30 is not a day of the calendar" in ran.err


def test_a_page_and_json_lines_are_read(run: Callable[..., Ran], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    story = "Envoys of Russia and Ukraine met in Geneva on Tuesday, the mediator said. " * 8
    page.write_text(f"<html><body><article><p>{story}</p></article></body></html>")
    lines = tmp_path / "many.jsonl"
    lines.write_text('{"text": "The talks went on.", "date": "2025-12-03"}\nno\n{"text": "So."}\n')
    (read,) = run("read", page, "--json").lines
    assert read["languages"] == ["en"]
    ran = run("read", lines, "--json")
    assert [line["date"] for line in ran.lines] == ["2025-12-03", None]
    assert ran.code == 2
    assert "many.jsonl, line 2" in ran.err


def test_the_page_is_written_whole(run: Callable[..., Ran], tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    assert run("read", "--html", out, FERRY).code == 0
    page = out.read_text()
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")


def test_words_are_shown_without_control_characters(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    file = tmp_path / "escape.txt"
    file.write_text("Solberg said that the \x9b31m pier is hers.\n\u202bTwo maps.\n")
    out = run("read", file).out
    assert not {"\x9b", "\x1b", "\u202b"} & set(out)


# --- many ---------------------------------------------------------------------------------------


def folder_of(tmp_path: Path, n: int) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    names = ("ferry", "docks", "water", "museum")
    for number in range(n):
        text = report(names[number % 4]) + f"Report number {number}.\n"
        (folder / f"r{number:03}.txt").write_text(text)
    return folder


@pytest.mark.parametrize("n", [3, 40])
def test_a_folder_is_one_line_for_each_report_in_order(
    n: int, run: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, n)
    ran = run("read", folder)
    assert ran.code == 0
    assert [line["file"] for line in ran.lines] == [str(folder / f"r{i:03}.txt") for i in range(n)]
    assert ran.err == ""


@pytest.mark.parametrize("n", [3, 40])
def test_a_bad_file_is_told_of_and_the_rest_goes_on(
    n: int, run: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, n)
    (folder / "r001.txt").write_bytes(b"not \xff UTF-8")
    ran = run("read", folder, "--json")
    assert ran.code == 2
    assert len(ran.lines) == n - 1
    assert len(ran.err.splitlines()) == 1
    assert "r001.txt" in ran.err


def test_many_processes_say_what_one_says(
    run: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path, 40)
    apart = run("read", folder).out
    monkeypatch.setattr(reports, "FEW", 1000)
    assert run("read", folder).out == apart


def test_files_of_a_folder_come_by_name_and_hidden_ones_do_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.jsonl", ".d.txt", "e.pdf", "sub/f.txt", ".git/g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [Path(file).relative_to(tmp_path).as_posix() for file in files_in([str(tmp_path)])]
    assert found == ["a.html", "b.txt", "c.jsonl", "sub/f.txt"]


# --- with a record ------------------------------------------------------------------------------


@pytest.mark.usefixtures("careful")
def test_proposals_are_listed_and_nothing_is_stored(run: Callable[..., Ran], record: Path) -> None:
    before = record.read_bytes()
    ran = run("read", FERRY, "--record", record, "--as", "desk")
    assert ran.code == 0
    assert "Nothing is on record yet" in ran.out
    for group in GROUPS:
        if group not in ("conditions", "messages", "contradictions"):
            assert GROUP_NAMES[group] in ran.out
    assert record.read_bytes() == before


@pytest.mark.usefixtures("careful")
def test_yes_takes_what_is_sure_enough_as_one_batch(run: Callable[..., Ran], record: Path) -> None:
    ran = run(
        "read", FERRY, "--record", record, "--as", "desk", "--yes", "--above", "0.9", "--json"
    )
    assert ran.code == 0
    entries = [entry_of(fields) for fields in stored(run, record)]
    assert [entry.id for entry in entries] == ran.lines[0]["ids"]
    kinds = {entry.kind for entry in entries}
    assert "statement" in kinds
    assert "response" not in kinds
    assert len({entry.recorded for entry in entries}) == 1


@pytest.mark.usefixtures("careful")
def test_yes_twice_stores_once(run: Callable[..., Ran], record: Path) -> None:
    line = ("read", FERRY, "--record", record, "--as", "desk", "--yes", "--above", "0")
    run(*line)
    first = stored(run, record)
    assert "nothing new" in run(*line).out
    assert stored(run, record) == first
    assert "Nothing new" in run("read", FERRY, "--record", record, "--as", "desk").out


@pytest.mark.usefixtures("careful")
def test_another_seat_sees_nothing_of_it(run: Callable[..., Ran], record: Path) -> None:
    case = record.parent / "case.yaml"
    case.write_text(
        "seat:\n"
        "  - {label: desk, name: {en: Desk}, role: observer}\n"
        "  - {label: norland, name: {en: Norland}, role: party}\n"
    )
    run("load", case, "--record", record, "--as", "desk")
    before = stored(run, record, "norland")
    run("read", FERRY, "--record", record, "--as", "desk", "--yes", "--above", "0")
    assert len(stored(run, record)) > len(before)
    assert stored(run, record, "norland") == before


@pytest.mark.usefixtures("careful")
def test_the_audience_can_be_said(run: Callable[..., Ran], record: Path) -> None:
    line = ("read", FERRY, "--record", record, "--as", "desk", "--yes", "--above", "0")
    run(*line, "--audience", "all")
    assert {fields["audience"] for fields in stored(run, record)} == {"all"}


@pytest.mark.usefixtures("careful")
def test_proposals_as_json_are_what_append_takes(run: Callable[..., Ran], record: Path) -> None:
    (told,) = run("read", FERRY, "--record", record, "--as", "desk", "--json").lines
    batch = record.parent / "batch.jsonl"
    batch.write_text(json.dumps([one["entry"] for one in told["proposals"]]))
    assert run("append", batch, "--record", record, "--as", "desk").code == 0
    assert len(stored(run, record)) == len(told["proposals"])


# --- taking by hand -----------------------------------------------------------------------------


class Scripted:
    """A person who answers as written, and edits by a function."""

    def __init__(self, answers: Sequence[str], edit: Callable[[str], str] = str) -> None:
        self.answers = list(answers)
        self.edit = edit
        self.shown: list[str] = []

    def show(self, text: str) -> None:
        self.shown.append(text)

    def ask(self, question: str) -> str:
        return self.answers.pop(0)


def taken(dialogue: Scripted) -> list[Proposed]:
    reading = ferry()
    proposals = propose(reading, Record(), "desk")
    return take(proposals, reading.document.text, {}, dialogue, "en")


N_GROUPS = len(list(propose(ferry(), Record(), "desk").groups()))


def test_groups_are_taken_or_left() -> None:
    found = taken(Scripted(["a", "a", "a", *["n"] * (N_GROUPS - 3)]))
    assert {item.group for item in found} == {"report", "seats", "people"}


def test_a_group_can_be_taken_one_by_one() -> None:
    found = taken(Scripted(["n", "n", "o", "s", "a", *["n"] * (N_GROUPS - 3)]))
    assert [item.fields["name"]["en"] for item in found] == ["Karim Haddad"]


def test_an_edit_is_what_gets_taken() -> None:
    dialogue = Scripted(
        ["n", "n", "o", "e", "s", *["n"] * (N_GROUPS - 3)],
        lambda text: text.replace("foreign minister", "minister of foreign affairs"),
    )
    (found,) = taken(dialogue)
    assert found.proposal.body.role["en"] == "minister of foreign affairs"  # type: ignore[attr-defined]


def test_a_wrong_edit_is_told_and_can_be_mended() -> None:
    texts = iter(["person: [", "person: [{ref: person-1, name: {en: Ingrid}, audience: author}]"])
    dialogue = Scripted(
        ["n", "n", "o", "e", "e", "s", *["n"] * (N_GROUPS - 3)], lambda _: next(texts)
    )
    (found,) = taken(dialogue)
    assert found.proposal.body.name == {"en": "Ingrid"}  # type: ignore[attr-defined]
    assert any("not YAML" in line for line in dialogue.shown)


def test_stopping_takes_nothing() -> None:
    with pytest.raises(Stopped):
        taken(Scripted(["a", "a", "q"]))


def test_other_answers_are_asked_again() -> None:
    found = taken(Scripted(["x", "", "نعم", "a", *["n"] * (N_GROUPS - 1)]))
    assert [item.group for item in found] == ["report"]


def test_every_proposal_can_go_through_the_editor_unchanged() -> None:
    for item in propose(ferry(), Record(), "desk").items:
        again = item.mended(from_case_form(case_form(item.fields)))
        assert again.proposal.body == item.proposal.body
        assert again.proposal.envelope == item.proposal.envelope


@pytest.mark.parametrize(
    "text", ["no", "12", "1e5", "0x1F", "2026-01-02", "~", "a: b", "- x", "", " "]
)
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    fields = {"kind": "note", "ref": "n", "words": {"en": f"{text}.", "ar": text or "لا"}}
    assert from_case_form(case_form(fields)).body.words == fields["words"]  # type: ignore[attr-defined]


def test_an_editor_that_fails_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    for editor in ("false", "no-such-editor-at-all", "'"):
        monkeypatch.setenv("EDITOR", editor)
        with pytest.raises(Mistake, match="cannot edit"):
            edited("note: []")


def test_a_line_of_a_proposal_shows_no_control_characters() -> None:
    reading = ferry()
    for item in propose(reading, Record(), "desk").items:
        for line in item_lines(item, reading.document.text, {}):
            assert line.isprintable()


def test_at_a_terminal_it_asks_and_stores_what_is_taken(
    run: Callable[..., Ran], record: Path
) -> None:
    """The real command at a pseudo-terminal: everything taken, group by group."""
    line = [sys.executable, "-m", "wasit", "read", FERRY, "--record", str(record), "--as", "desk"]
    outer, inner = pty.openpty()
    process = subprocess.Popen(line, stdin=inner, stdout=inner, stderr=inner, close_fds=True)
    os.close(inner)
    os.write(outer, b"a\n" * 20)
    shown = b""
    while True:
        try:
            piece = os.read(outer, 65_536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(outer)
    assert process.wait(timeout=60) == 0
    assert "readable by: desk only" in shown.decode()
    assert {fields["kind"] for fields in stored(run, record)} >= {"report", "seat"}


# --- mistakes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        ["read"],
        ["read", "no-such-file.txt"],
        ["read", FERRY, "--lang", "fr"],
        ["read", FERRY, "--date", "yesterday"],
        ["read", FERRY, "--engine", "magic"],
        ["read", FERRY, "--engine", "endpoint"],
        ["read", FERRY, "--html", "no/such/folder/page.html"],
        ["read", FERRY, FERRY, "--html", "page.html"],
        ["read", FERRY, "--record", "no-such.wasit", "--as", "desk"],
        ["read", FERRY, "--yes", "--above", "2"],
        ["read", FERRY, "--yes", "--above", "nan"],
        ["demo", "--report", "no-such-file.txt"],
    ],
)
def test_a_mistake_is_one_line_and_exit_2(
    line: list[str], run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WASIT_ENDPOINT", raising=False)
    ran = run(*line)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert ran.out == ""
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_a_mistake(run: Callable[..., Ran], tmp_path: Path) -> None:
    ran = run("read", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "holds no report" in ran.err


def test_a_seat_that_is_not_there_is_told_so(run: Callable[..., Ran], record: Path) -> None:
    run("read", FERRY, "--record", record, "--as", "desk", "--yes", "--audience", "all")
    before = record.read_bytes()
    ran = run("read", FERRY, "--record", record, "--as", "nobody", "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert "nobody is not a seat on this record" in ran.err
    assert record.read_bytes() == before


# --- the demo -----------------------------------------------------------------------------------


def test_demo_starts_from_any_report(
    run: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("ferry", "docks", "water", "museum"):
        ran = run("demo", "--report", REPORTS / f"{name}.txt")
        assert ran.code == 0
        assert "the report: 1" in ran.out
        assert (tmp_path / "wasit-demo" / f"demo-{name}.html").exists()
        assert run("verify", "--record", tmp_path / "wasit-demo" / f"demo-{name}.wasit").code == 0


@pytest.mark.usefixtures("careful")
def test_demo_counts_what_is_proposed_and_shows_the_brief(
    run: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out = run("demo", "--report", FERRY, "--lang", "en").out
    for said in (
        "people: 2",
        "meetings: 2",
        "Where the versions differ: 1",
        "Where the talks stand",
    ):
        assert said in out


def test_demo_leaves_records_of_others_alone(run: Callable[..., Ran], tmp_path: Path) -> None:
    mine = tmp_path / "ferry.wasit"
    assert run("init", "--record", mine).code == 0
    before = mine.read_bytes()
    assert run("demo", "--report", FERRY, "--out", tmp_path).code == 0
    assert mine.read_bytes() == before


# --- broken and hostile input -------------------------------------------------------------------

HOSTILE = {
    "nothing": b"",
    "blank": b" \n\t\n",
    "nul": b"The talks \x00 went on.",
    "bell": b"The talks \x07 went on.",
    "not utf-8": b"\xc7\xe1\xe3\xdd\xc7\xe6\xd6\xc7\xca",
    "utf-16": "The talks went on.".encode("utf-16"),
    "override": "The talks \u202e went on.".encode(),
    "cut": "المفاوضات".encode()[:-1],
    "long line": b"talks " * 100_000,
    "one word": b"a" * 150_000,
    "quotes": b'"' * 100_000,
    "open quotes": "«“".encode() * 50_000,
    "stops": b"." * 100_000,
    "brackets": b"(" * 100_000,
    "many lines": b"He said so.\n" * 20_000,
    "digits": b"1" * 100_000,
    "numbers": b"1,2.3 " * 30_000,
    "marks": "ـًٌٍ".encode() * 25_000,
    "joiners": "\u200d\u200c".encode() * 25_000,
    "isolates": "\u2066\u2067".encode() * 25_000,
    "capitals": b"Aa " * 40_000,
    "arabic": "وقال إن ".encode() * 10_000,
    "large": b"x" * 5_100_000,
    "html": b"<" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_well(name: str, run: Callable[..., Ran], tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_bytes(HOSTILE[name])
    ran = run("read", file, "--json")
    assert ran.code in (0, 2)
    assert len(ran.err.splitlines()) == (0 if ran.code == 0 else 1)
    assert len(ran.out.splitlines()) == (1 if ran.code == 0 else 0)


@pytest.mark.parametrize("name", ["nul", "bell", "not utf-8", "utf-16", "override", "cut", "large"])
def test_text_that_cannot_be_trusted_is_refused_by_name(
    name: str, run: Callable[..., Ran], tmp_path: Path
) -> None:
    file = tmp_path / "hostile.txt"
    file.write_bytes(HOSTILE[name])
    ran = run("read", file, "--json")
    assert ran.code == 2
    assert "hostile.txt" in ran.err


def test_control_characters_in_a_file_name_are_escaped(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    for name in ("a\x1b[31m\u202e.txt", "b\nc.txt"):
        (tmp_path / name).write_bytes(b"\xff")
    ran = run("read", tmp_path, "--json")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 2
    assert not {"\x1b", "\u202e"} & set(ran.err)


PIECES = (
    *("\n", "\r\n", '"', ".", "..", "-", "%", "date ", "<b>", "«", "»", "“", "”", "و", "لل", "، "),
    *("؟", "٣", "ـ", "\u202b", "\u2067", "\u200f", "\ufeff", "é", "e\u0301", "\x85", "\u2028"),
    *(
        " قال إن ",
        " said that ",
        " Tuesday ",
        " 28 points ",
        " if ",
        " not ",
        "2025-13-45",
        "1,2,3",
    ),
)


def mutated(text: str, others: Sequence[str], chance: random.Random) -> bytes:
    """``text`` with pieces cut, doubled, moved, replaced, or spliced with another's."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        to = min(len(text), at + chance.choice((1, 2, 5, 40, 400)))
        before, piece, after = text[:at], text[at:to], text[to:]
        match chance.randrange(7):
            case 0:
                text = before + after
            case 1:
                text = before + piece * chance.randint(2, 6) + after
            case 2:
                text = before + chance.choice(PIECES) * chance.choice((1, 1, 1, 50)) + piece + after
            case 3:
                text = (
                    before + "".join(chr(chance.randrange(0x20, 0x700)) for _ in range(3)) + after
                )
            case 4:
                where = chance.randrange(len(before + after) + 1)
                text = (before + after)[:where] + piece + (before + after)[where:]
            case 5:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                text = before + other[start : start + 300] + after
            case _:
                lines = text.split("\n")
                chance.shuffle(lines)
                text = "\n".join(lines)
    data = text.encode()
    if chance.random() < 0.1:
        at = chance.randrange(len(data) + 1)
        data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    return data


def survives(texts: Sequence[str], rounds: int, seed: int, tmp_path: Path, run: Any) -> None:
    """Every mutation is read, or told of in one line; what is read can be shown and put."""
    chance = random.Random(seed)
    folder = tmp_path / "mutated"
    folder.mkdir()
    for number in range(rounds):
        data = mutated(chance.choice(texts), texts, chance)
        (folder / f"{number:05}.txt").write_bytes(data)
    ran = run("read", folder)
    read = [line["file"] for line in ran.lines]
    refused = ran.err.splitlines()
    assert len(read) + len(refused) == rounds
    assert ran.code == (2 if refused else 0)
    assert len(read) > rounds / 2
    for file in chance.sample(read, 15):
        shows_and_puts(file, tmp_path, run)


def shows_and_puts(file: str, tmp_path: Path, run: Any) -> None:
    assert run("read", file).code == 0, file
    assert run("read", file, "--html", tmp_path / "page.html").code == 0, file
    record = tmp_path / f"{Path(file).stem}.wasit"
    run("init", "--record", record)
    put = run("read", file, "--record", record, "--as", "desk", "--yes", "--above", "0")
    # Words on record hold no control character, of which a text may have a few.
    assert put.code == 0 or "cannot stand on record" in put.err, (file, put.err)
    assert len(put.err.splitlines()) == (put.code != 0), (file, put.err)


def own_texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))]


def shared_texts(shared: Path) -> list[str]:
    return [
        path.read_text(encoding="utf-8")
        for path in sorted((shared / "press").glob("**/report.txt"))
    ]


def test_mutations_of_our_reports_end_well(run: Callable[..., Ran], tmp_path: Path) -> None:
    survives(own_texts(), 600, 1, tmp_path, run)


def test_mutations_of_shared_reports_end_well(
    shared: Path, run: Callable[..., Ran], tmp_path: Path
) -> None:
    survives(shared_texts(shared), 400, 2, tmp_path, run)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_mutations_end_well(
    seed: int, shared: Path, run: Callable[..., Ran], tmp_path: Path
) -> None:
    survives([*own_texts(), *shared_texts(shared)], 1000, 100 + seed, tmp_path, run)
