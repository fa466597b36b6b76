"""A text alone: its open places settled, or counted."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Talks

FERRY = """The ferry

1. The ferry sails [UPPER: six / LOWER: eight] times a day.
2. Children travel free [LOWER: and so do goats].
3. The landing is kept by [both banks] [the desk].
   (a) Repairs within [...] days.
"""
ARABIC = """العبّارة

١. تبحر العبّارة [UPPER: ست / LOWER: ثماني] مرات في اليوم.
٢. يسافر الأطفال مجاناً [LOWER: وكذلك الماعز].
"""


@pytest.fixture
def ferry(empty: Talks) -> Talks:
    (empty.folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return empty


def test_places_are_settled_as_chosen_and_the_others_stay_open(ferry: Talks) -> None:
    out = ferry.ok(
        "text", "clean", ferry.folder / "ferry.txt", "--choose", "1=2", "--choose", "2=none"
    ).out
    assert "1. The ferry sails eight times a day." in out
    assert "2. Children travel free.\n" in out
    assert "[both banks] [the desk]" in out


def test_a_partys_wording_is_taken_wherever_it_has_one(ferry: Talks) -> None:
    told = ferry.ok("text", "clean", ferry.folder / "ferry.txt", "--by", "lower", "--json").json
    assert told["open"] == 2
    assert told["points"]["en"]["1"] == "The ferry sails eight times a day."
    assert told["points"]["en"]["2"] == "Children travel free and so do goats."


def test_both_languages_of_a_file_are_settled_alike(ferry: Talks) -> None:
    (ferry.folder / "both.txt").write_text(FERRY + "\n" + ARABIC, encoding="utf-8")
    out = ferry.ok("text", "clean", ferry.folder / "both.txt", "--by", "UPPER").out
    assert "sails six times" in out
    assert "تبحر العبّارة ست مرات في اليوم." in out


@pytest.mark.parametrize(
    ("ending", "holds"),
    [
        (".txt", b"1. The ferry sails six times a day."),
        (".md", b"# The ferry"),
        (".html", b'<article lang="en" dir="ltr"><h1>The ferry</h1>'),
        (".docx", b"PK"),
    ],
)
def test_it_is_written_as_the_ending_says(ferry: Talks, ending: str, holds: bytes) -> None:
    target = ferry.folder / f"clean{ending}"
    ferry.ok("text", "clean", ferry.folder / "ferry.txt", "--by", "UPPER", "--output", target)
    assert holds in target.read_bytes()


def test_what_is_open_is_counted_by_point_and_party_over_versions(ferry: Talks) -> None:
    later = FERRY.replace("[LOWER: and so do goats]", "[LOWER: and so do [two] goats]")
    (ferry.folder / "later.txt").write_text(later.replace("1. The", "7. The"), encoding="utf-8")
    files = ferry.folder / "ferry.txt", ferry.folder / "later.txt"
    first, second = ferry.ok("text", "brackets", *files, "--json").json["versions"]
    assert (first["open"], second["open"]) == (4, 5)
    assert first["points"]["7"] == 1
    assert second["by"] == {"LOWER": 2, "UPPER": 1}
    out = ferry.ok("text", "brackets", *files).out
    assert out.splitlines()[0].split() == ["point", "ferry.txt", "later.txt"]
    assert "by LOWER" in out


def test_a_point_is_followed_through_all_versions(ferry: Talks) -> None:
    later = FERRY.replace("1. The ferry", "7. The ferry").replace(
        "[UPPER: six / LOWER: eight]", "6"
    )
    (ferry.folder / "later.txt").write_text(later, encoding="utf-8")
    gone = "1. Children travel free [LOWER: and so do goats].\n2. Dogs pay.\n"
    (ferry.folder / "last.txt").write_text(gone, encoding="utf-8")
    files = [ferry.folder / name for name in ("ferry.txt", "later.txt", "last.txt")]
    told = ferry.ok("text", "trace", "1", *files, "--json").json
    assert [(step["new"], step["change"]) for step in told["steps"]] == [
        (["7"], "amended"),
        ([], "dropped"),
    ]
    out = ferry.ok("text", "trace", "1", *files).out
    assert "later.txt: 1 -> 7 amended" in out
    assert "last.txt: 7 dropped" in out
    assert "no point 9 in " in ferry.wrong("text", "trace", "9", *files)


def test_of_two_languages_each_is_counted_and_followed(ferry: Talks) -> None:
    both = ferry.folder / "both.txt"
    both.write_text(FERRY + "\n" + ARABIC, encoding="utf-8")
    told = ferry.ok("text", "brackets", both, "--json").json["languages"]
    assert [told[name]["versions"][0]["open"] for name in ("en", "ar")] == [4, 2]
    told = ferry.ok("text", "trace", "2", both, both, "--json").json["languages"]
    assert told["ar"]["steps"][0]["change"] == "kept"
    (ferry.folder / "ar.txt").write_text(ARABIC, encoding="utf-8")
    said = ferry.wrong("text", "trace", "2", ferry.folder / "ferry.txt", ferry.folder / "ar.txt")
    assert "the versions are in different languages" in said


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("1", "--choose 1; expected POINT=N or POINT:PLACE=N, as 7=2"),
        ("9=1", "there is no point 9"),
        ("1:2=1", "point 1 has 1 open places"),
        ("1=3", "no option 3; there are 2"),
    ],
)
def test_a_choice_that_is_none_is_refused(ferry: Talks, choice: str, said: str) -> None:
    assert said in ferry.wrong("text", "clean", ferry.folder / "ferry.txt", "--choose", choice)


def test_brackets_that_do_not_match_are_refused_with_their_place(ferry: Talks) -> None:
    (ferry.folder / "bad.txt").write_text("1. Peace.\n2. Now [or never.\n", encoding="utf-8")
    said = ferry.wrong("text", "clean", ferry.folder / "bad.txt")
    assert "bad.txt, line 2, column 8: a bracket opens that is not closed" in said
