"""Every command in its normal use; ``--json`` answers are JSON."""

from __future__ import annotations

import json
import re
import stat

import pytest

from tests.cli.conftest import Talks


def note(words: str, **more: object) -> dict[str, object]:
    return {"kind": "note", "words": {"en": words}, **more}


def jsonl(*values: object) -> bytes:
    return "".join(f"{json.dumps(value)}\n" for value in values).encode()


# --- making and filling a record ------------------------------------------------------------------


def test_a_new_record_is_for_its_owner_alone(empty: Talks) -> None:
    assert "talks.wasit is ready" in empty.ok("init").out
    assert stat.S_IMODE((empty.folder / "talks.wasit").stat().st_mode) == 0o600


def test_a_new_record_tells_the_id_of_its_talks_in_json(empty: Talks) -> None:
    made = empty.ok("init", "--json").json
    assert made["record"] == "talks.wasit"
    assert empty.ok("export", "--keeper").lines[0]["talks"] == made["talks"]


def test_load_tells_who_may_read_what_went_on_record(empty: Talks, ferry_case: str) -> None:
    empty.ok("init")
    out = empty.ok("load", empty.file("case.yaml", ferry_case)).out
    assert "readable by: all seats" in out
    assert "note  seven  readable by: desk only" in out


def test_load_answers_in_json_with_ids(empty: Talks, ferry_case: str) -> None:
    empty.ok("init")
    ids = empty.ok("load", empty.file("case.yaml", ferry_case), "--json").json["ids"]
    assert [entry["id"] for entry in empty.ok("show", "--json").lines] == ids


def test_a_case_may_come_from_standard_input(empty: Talks, ferry_case: str) -> None:
    empty.ok("init")
    empty.ok("load", "-", stdin=ferry_case.encode())
    assert len(empty.ok("show", "--json").lines) == 7


def test_append_acknowledges_each_line_with_its_ids(ferry: Talks) -> None:
    lines = jsonl(note("One"), [note("Two"), note("Three")])
    for words in (("append",), ("append", "--json"), ("append", ferry.file("n.jsonl", lines))):
        first, second = ferry.ok(*words, stdin=lines).lines
        assert (first["line"], len(first["ids"])) == (1, 1)
        assert (second["line"], len(second["ids"])) == (2, 2)


def test_blank_lines_are_passed_over_but_counted(ferry: Talks) -> None:
    (only,) = ferry.ok("append", stdin=b"\n\n" + jsonl(note("One"))).lines
    assert only["line"] == 3


# --- showing to somebody else ---------------------------------------------------------------------


def test_a_release_is_shown_first_and_done_with_yes(ferry: Talks) -> None:
    before = ferry.ok("export", "--keeper").out
    assert "Nothing is released yet" in ferry.ok("release", "seven", "--to", "north").out
    preview = ferry.ok("release", "seven", "--to", "north", "--json").json
    assert preview["released"] is False
    assert preview["entries"][0]["body"]["to"] == "north"
    assert ferry.ok("export", "--keeper").out == before
    (done,) = ferry.ok("release", "seven", "--to", "north", "--yes", "--json").json["ids"]
    shown = ferry.ok("show", done, "--as", "north").out
    assert "South would take seven." in shown


def test_two_receivers_are_two_releases(ferry: Talks) -> None:
    told = ferry.ok("release", "seven", "--to", "north", "--to", "south", "--yes", "--json")
    assert len(told.json["ids"]) == 2


# --- looking --------------------------------------------------------------------------------------


def test_show_lists_what_the_seat_may_read(ferry: Talks) -> None:
    assert "South would take seven." in ferry.ok("show").out
    assert "South would take seven." not in ferry.ok("show", "--as", "north").out
    kinds = [entry["kind"] for entry in ferry.ok("show", "--kind", "seat", "--json").lines]
    assert kinds == ["seat", "seat", "seat"]


def test_show_tells_one_entry_whole_by_label_or_id(ferry: Talks) -> None:
    entry = ferry.ok("show", "seven", "--json").json["entry"]
    assert entry["body"]["words"] == {"en": "South would take seven."}
    assert ferry.ok("show", entry["id"]).out == ferry.ok("show", "seven").out


def test_show_tells_a_point_with_its_answers(ferry: Talks) -> None:
    told = ferry.ok("show", "first#1", "--json").json
    assert told["answers"]["south"]["stance"] == "unacceptable"
    assert "unacceptable" in ferry.ok("show", "first#1").out
    assert "غير مقبول" in ferry.ok("show", "first#1", "--lang", "ar").out


def test_state_is_a_table_of_letters_and_in_arabic_lines(banks: Talks) -> None:
    out = banks.ok("state").out
    assert "7/b    ·     A      U      bracketed" in out.splitlines()
    arabic = banks.ok("state", "--lang", "ar").out
    assert "غير مقبول" in arabic
    assert "7/b    ·" not in arabic


def test_state_of_one_seat_is_of_that_seat_alone(banks: Talks) -> None:
    state = banks.ok("state", "upper", "--json").json
    for point in state["points"]:
        assert set(point["answers"]) <= {"upper"}


def test_state_stands_on_a_day(banks: Talks) -> None:
    assert banks.ok("state", "--at", "2026-03-01").out == "No text is on this record yet.\n"
    assert banks.ok("state", "--as-of", "2026-05-01").out == "No text is on this record yet.\n"
    assert "draft-3" in banks.ok("state", "--at", "2026-05-01").out


def test_a_brief_is_printed_and_written(banks: Talks) -> None:
    out = banks.ok("brief").out
    assert out.index("draft") < out.index("البند")
    assert "As reported by 2 May 2026" in banks.ok("brief", "--markdown", "-").out
    assert banks.ok("brief", "--html", "b.html", "--markdown", "b.md").out == ""
    page = (banks.folder / "b.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "# Where the talks stand" in (banks.folder / "b.md").read_text(encoding="utf-8")


def test_a_brief_of_another_day_and_of_what_moved_since(banks: Talks) -> None:
    early = banks.ok("brief", "--at", "2026-04-01", "--lang", "en").out
    late = banks.ok("brief", "--at", "2026-05-01", "--since", "2026-04-20", "--lang", "en").out
    assert early != late
    assert "2026-04-20" in late or "20 April" in late


def test_the_sheet_before_a_stop_is_for_one_seat(banks: Talks) -> None:
    out = banks.ok("brief", "--for", "lower", "--lang", "en").out
    assert "Safwara" in out
    assert out != banks.ok("brief", "--for", "upper", "--lang", "en").out


# --- describing, checking, copying ----------------------------------------------------------------


def test_schema_is_json_and_its_page_markdown(empty: Talks) -> None:
    assert "$defs" in empty.ok("schema").json
    assert empty.ok("schema", "--input").json != empty.ok("schema").json
    page = empty.ok("schema", "--page").out
    assert page.startswith("#")
    assert empty.ok("schema", "--page", "--json").json["page"].rstrip() == page.rstrip()


def test_verify_counts_what_is_whole(ferry: Talks) -> None:
    assert ferry.ok("verify").out == "7 entries, whole and in order\n"
    assert ferry.ok("verify", "--json").json == {"whole": True, "findings": []}


def test_a_backup_is_the_record_over_again(ferry: Talks) -> None:
    assert ferry.ok("backup", "copy.wasit").out == "copied to copy.wasit\n"
    assert ferry.ok("backup", "other.wasit", "--json").json["copy"] == "other.wasit"
    whole = ferry.ok("export", "--keeper").out
    for copy in ("copy.wasit", "other.wasit"):
        assert ferry.ok("export", "--keeper", "--record", copy).out == whole
        assert stat.S_IMODE((ferry.folder / copy).stat().st_mode) == 0o600


def test_the_demo_tells_the_brief_twice_and_names_its_page(empty: Talks) -> None:
    out = empty.ok("demo", "two-banks", "--out", "d").out
    assert out.index("Tilmar") < out.index("تلمار")
    *_, page, after = out.splitlines()
    assert page == "Page: d/two-banks.html"
    assert (empty.folder / "d" / "two-banks.html").is_file()
    command = after.removeprefix("Next: wasit ").split()
    assert empty.ok(*command).out.splitlines()[0] == out.splitlines()[0]


def test_the_demo_in_json_is_one_line(empty: Talks) -> None:
    told = empty.ok("demo", "--out", "d", "--json").json
    assert (told["seat"], told["at"]) == ("analyst", "2025-12-03")
    assert {"page", "record", "brief"} < set(told)


def test_the_demo_again_makes_its_record_anew_and_leaves_others_alone(empty: Talks) -> None:
    empty.ok("demo", "two-banks", "--out", "d", "--json")
    mine = empty.folder / "d" / "two-banks.wasit.mine"
    mine.write_text("mine")
    empty.ok("demo", "two-banks", "--out", "d", "--json")
    assert mine.read_text() == "mine"


@pytest.mark.parametrize(
    "words",
    [
        ("show", "--json"),
        ("show", "draft-3", "--json"),
        ("show", "draft-3#4", "--json"),
        ("state", "--json"),
        ("state", "--json", "--csv", "s.csv"),
        ("brief", "--json"),
        ("brief", "--for", "upper", "--json"),
        ("say", "upper", "4", "open", "--basis", "told", "--json"),
        ("release", "spring-package", "--to", "lower", "--json"),
        ("verify", "--json"),
        ("backup", "b.wasit", "--json"),
        ("export",),
    ],
    ids=" ".join,
)
def test_json_answers_are_json(banks: Talks, words: tuple[str, ...]) -> None:
    assert all(isinstance(value, dict) for value in banks.ok(*words).lines)


def test_version_and_help_are_answers(empty: Talks) -> None:
    assert empty.ok("--version").out.startswith("wasit ")
    usage, *_ = empty.ok("say", "--help").out.splitlines()
    assert re.findall("[A-Z]{4,}", usage) == ["OPTIONS", "SEAT", "POINT", "STANCE"]


# --- the record file ------------------------------------------------------------------------------


def test_a_record_that_others_can_read_is_warned_of(ferry: Talks) -> None:
    (ferry.folder / "talks.wasit").chmod(0o644)
    told = ferry("state")
    assert told.code == 0
    assert "first" in told.out
    (line,) = told.err.splitlines()
    assert "talks.wasit can be read by other users of this machine" in line
    assert "every seat's entries" in line
    assert "chmod 600" in line
