"""A text put on the table: shown first, then on record as a draft and as answers."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.cli.conftest import Talks
from wasit.text.parse import parse
from wasit.text.word import write_redline

OLD = """The ferry

1. The ferry sails six times a day, in summer and in winter.
2. Children travel free on all days but Sundays.
3. The landing is kept by both banks.
"""
NEW = """The ferry, second text

1. Children travel free on all days but Sundays.
2. The ferry sails eight times a day, in summer and in winter.
"""


@pytest.fixture
def desk(banks: Talks) -> Talks:
    (banks.folder / "old.txt").write_text(OLD, encoding="utf-8")
    (banks.folder / "new.md").write_text(NEW, encoding="utf-8")
    return banks


def test_it_is_only_shown_until_yes(desk: Talks) -> None:
    out = desk.ok("table", desk.folder / "old.txt", "--label", "ferry-1").out
    assert "“The ferry”" in out
    assert "Nothing is on record yet; --yes does it." in out
    desk.wrong("show", "ferry-1")


def test_with_yes_it_is_a_draft_and_answers_to_the_one_before_carry(desk: Talks) -> None:
    desk.ok("table", desk.folder / "old.txt", "--label", "ferry-1", "--audience", "all", "--yes")
    desk.ok("say", "upper", "ferry-1#1", "unacceptable", "--basis", "told", "--audience", "all")
    shown = desk.ok("table", desk.folder / "new.md", "--label", "ferry-2", "--after", "ferry-1").out
    assert "ferry-1: 1 kept, 1 amended" in shown
    desk.ok(
        "table",
        desk.folder / "new.md",
        "--label",
        "ferry-2",
        "--after",
        "ferry-1",
        "--yes",
        "--audience",
        "all",
    )
    play = desk.ok("state", "--draft", "ferry-2", "--json").json
    (point,) = [one for one in play["points"] if one["carried"]]
    assert point["point"] == "2"
    assert point["carried"]["upper"]["from"]["draft"] == "ferry-1"


def test_tracked_changes_become_the_answers_of_those_who_made_them(desk: Talks) -> None:
    marked = write_redline(
        parse(OLD),
        parse(OLD.replace("six", "ten").replace("3. The landing is kept by both banks.\n", "")),
        author="R. Falk",
        date=datetime(2026, 4, 30),
    )
    (desk.folder / "marked.docx").write_bytes(marked)
    shown = desk.ok("table", desk.folder / "marked.docx", "--label", "ferry-1", "--json").json
    assert shown["left_out"] == {"R. Falk": 2}
    assert [entry["kind"] for entry in shown["entries"]] == ["draft"]
    shown = desk.ok(
        "table",
        desk.folder / "marked.docx",
        "--label",
        "ferry-1",
        "--author",
        "R. Falk=lower",
        "--json",
    ).json
    draft, change, drop = (entry["body"] for entry in shown["entries"])
    assert [point["label"] for point in draft["points"]] == ["1", "2", "3"]
    assert (change["seat"], change["stance"], change["basis"]) == ("lower", "open", "told")
    assert change["point"]["label"] == "1"
    assert change["proposes"] == {"en": "The ferry sails ten times a day, in summer and in winter."}
    assert (drop["point"]["label"], drop["stance"]) == ("3", "unacceptable")


def test_a_marked_copy_of_a_draft_on_record_adds_answers_alone(desk: Talks) -> None:
    desk.ok("table", desk.folder / "old.txt", "--label", "ferry-1", "--audience", "all", "--yes")
    marked = write_redline(
        parse(OLD),
        parse(OLD.replace("Sundays", "feasts")),
        author="upper",
        date=datetime(2026, 5, 1),
    )
    (desk.folder / "marked.docx").write_bytes(marked)
    desk.ok("table", desk.folder / "marked.docx", "--marked", "ferry-1", "--yes")
    (answer,) = [
        entry
        for entry in desk.ok("show", "--kind", "response", "--json").lines
        if entry["body"].get("proposes") == {"en": "Children travel free on all days but feasts."}
    ]
    assert (answer["body"]["seat"], answer["body"]["point"]["label"]) == ("upper", "2")
    assert answer["happened"] == "2026-05-01"


def test_one_file_for_each_language_makes_one_draft(desk: Talks) -> None:
    (desk.folder / "ar.txt").write_text(
        "العبّارة\n\n١. تبحر العبّارة ست مرات.\n٢. يسافر الأطفال مجاناً.\n", encoding="utf-8"
    )
    shown = desk.ok("table", desk.folder / "old.txt", desk.folder / "ar.txt", "--json").json
    (draft,) = shown["entries"]
    assert draft["label"] == "old"
    assert [sorted(point["words"]) for point in draft["body"]["points"]] == [
        ["ar", "en"],
        ["ar", "en"],
        ["en"],
    ]
    assert sorted(draft["body"]["title"]) == ["ar", "en"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--author", "Falk"], "--author Falk; expected NAME=SEAT"),
        (["--author", "Falk=nobody"], "nobody is not a seat on this record"),
        (["--after", "nothing"], "nothing"),
        (["--marked", "draft-1", "--label", "x"], "--label is for a new draft"),
        (["--published", "perhaps"], "published"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(desk: Talks, words: list[str], said: str) -> None:
    assert said in desk.wrong("table", desk.folder / "old.txt", "--yes", *words)


def test_a_second_file_in_the_same_language_is_refused(desk: Talks) -> None:
    said = desk.wrong("table", desk.folder / "old.txt", desk.folder / "new.md")
    assert "new.md is in en, as another file is" in said


def test_a_point_is_told_through_the_drafts_with_who_tabled_each(desk: Talks) -> None:
    said = ("--audience", "all", "--yes")
    desk.ok("table", desk.folder / "old.txt", "--label", "ferry-1", "--by", "upper", *said)
    second = ("--label", "ferry-2", "--after", "ferry-1", "--by", "lower")
    desk.ok("table", desk.folder / "new.md", *second, *said)
    out = desk.ok("show", "ferry-2#2").out
    assert "In ferry-1, point 1: new there. Tabled by Tilmar (upper bank)" in out
    assert "In ferry-2, point 2: amended. Tabled by Safwara (lower bank)" in out
    assert "Number: “six times”, now “eight times”." in out
    arabic = desk.ok("show", "ferry-2#2", "--lang", "ar").out
    assert "عبر المسودات:" in arabic
    history = desk.ok("show", "ferry-1#3", "--json").json["history"]
    assert [(one["draft"], one["point"], one["change"]) for one in history] == [
        ("ferry-1", "3", "new"),
        ("ferry-2", None, "dropped"),
    ]
