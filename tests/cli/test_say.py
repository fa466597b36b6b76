"""``wasit say``: one answer on record, the quick way."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import TODAY, Talks
from wasit.cli.putting import by_language
from wasit.entries import Mistake

URL = "https://gazette.example/ferry/7"


def said(talks: Talks, *words: object) -> dict[str, Any]:
    """What ``say`` put on record: the response, behind the report if there is one."""
    ids = talks.ok("say", *words, "--json").json["ids"]
    entry: dict[str, Any] = talks.ok("show", ids[-1], "--json").json["entry"]
    return entry


def test_an_answer_as_reported_brings_its_report(ferry: Talks) -> None:
    words = ("south", "1", "open", "--basis", "reported", "--source", URL)
    entry = said(ferry, *words, "--words", "It needs a talk.", "--words", "يحتاج إلى حديث.")
    (report,) = ferry.ok("show", "--kind", "report", "--json").lines
    assert report["body"]["url"] == URL
    assert report["body"]["outlet"] == {"en": "gazette.example"}
    assert entry["source"] == [{"of": report["id"]}]
    assert entry["happened"] == TODAY
    assert entry["body"]["words"] == {"en": "It needs a talk.", "ar": "يحتاج إلى حديث."}
    assert (entry["body"]["seat"], entry["body"]["stance"]) == ("south", "open")
    assert ferry.ok("state").out.splitlines()[2].split()[:4] == ["1", "·", "·", "O↑"]


def test_an_address_becomes_a_report_once(ferry: Talks) -> None:
    for stance in ("open", "acceptable"):
        ferry.ok("say", "south", "1", stance, "--basis", "reported", "--source", URL)
    assert len(ferry.ok("show", "--kind", "report", "--json").lines) == 1


def test_a_report_on_record_is_named_by_its_label(banks: Talks) -> None:
    entry = said(banks, "upper", "4", "open", "--basis", "reported", "--source", "arzeen-0421")
    report = banks.ok("show", "arzeen-0421", "--json").json["entry"]
    assert entry["source"] == [{"of": report["id"]}]


def test_the_readers_of_an_answer_read_its_report(ferry: Talks) -> None:
    words = ("south", "1", "open", "--basis", "reported", "--source", URL, "--audience", "north")
    ferry.ok("say", *words)
    assert URL in ferry.ok("export", "--as", "north").out
    assert URL not in ferry.ok("export", "--as", "south").out


def test_for_oneself_the_basis_is_ones_own(ferry: Talks) -> None:
    assert said(ferry, "desk", "1", "acceptable")["body"]["basis"] == "own"


def test_for_another_the_basis_is_asked_for(ferry: Talks) -> None:
    line = ferry.wrong("say", "south", "1", "open")
    assert line == "--basis is missing; for an answer of south expected told, reported or inferred"


@pytest.mark.parametrize(
    ("target", "field", "label"),
    [
        ("4", "point", "4"),
        ("draft-2#1", "point", "1"),
        ("draft-2", "draft", None),
        ("filling", "issue", None),
        ("annex-a", "document", None),
        ("spring-package", "package", None),
    ],
)
def test_what_an_answer_is_about(banks: Talks, target: str, field: str, label: str | None) -> None:
    about = said(banks, "upper", target, "open", "--basis", "told")["body"][field]
    assert label is None or about["label"] == label


def test_everything_else_an_answer_may_say(banks: Talks) -> None:
    entry = said(
        banks,
        *("upper", "draft-3#4", "unacceptable", "--red-line", "--basis", "told"),
        *("--proposes", "Nine years.", "--person", "qasmawi", "--happened", "2026-05-01"),
        *("--audience", "lower"),
    )
    assert entry["body"]["red_line"] is True
    assert entry["body"]["proposes"] == {"en": "Nine years."}
    assert entry["happened"] == "2026-05-01"
    assert entry["audience"] == ["lower"]
    extent = said(banks, "lower", "draft-1", "open", "--basis", "told", "--extent", "most")
    assert extent["body"]["extent"] == "most"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine years.", {"en": "Nine years."}),
        ("تسع سنوات.", {"ar": "تسع سنوات."}),
        ("تسع سنوات (BBC)", {"ar": "تسع سنوات (BBC)"}),
        ("ar: 9", {"ar": "9"}),
        ("en: 9", {"en": "9"}),
        ("So: nine years.", {"en": "So: nine years."}),
        ("so: nine years.", {"en": "so: nine years."}),
        ("uk: Дев'ять років.", {"uk": "Дев'ять років."}),
        ("fa: نه سال", {"fa": "نه سال"}),
        ("28", {"en": "28"}),
    ],
)
def test_the_script_tells_the_language(text: str, expected: dict[str, str]) -> None:
    assert by_language([text]) == expected


def test_a_script_of_many_languages_tells_none() -> None:
    with pytest.raises(Mistake, match="tells no language: Девять лет"):
        by_language(["Девять лет."])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("nobody", "1", "open", "--basis", "told"), "nobody is not a seat on this record"),
        (("south", "7", "open", "--basis", "told"), "first has no point 7; it has 1"),
        (("south", "gone#1", "open", "--basis", "told"), "gone"),
        (("south", "1", "maybe", "--basis", "told"), "maybe given; expected 'acceptable'"),
        (("south", "1", "open", "--basis", "heard"), "heard given; expected 'own'"),
        (("south", "1", "open", "--basis", "own"), "basis own is for answers of the acting seat"),
        (("south", "1", "acceptable", "--red-line", "--basis", "told"), "a red line cannot be"),
        (("south", "1", "open", "--basis", "told", "--happened", "May"), "May is not a date"),
        (("south", "1", "open", "--basis", "told", "--source", "gone"), "gone"),
        (
            ("south", "1", "open", "--basis", "told", "--source", "https://[x"),
            "--source: https://[",
        ),
        (("south", "1", "open", "--basis", "told", "--source", "http://"), "--source: http://"),
        (("south", "1", "open", "--basis", "told", "--audience", "east"), "east is not a seat"),
        (("south", "1", "open", "--basis", "told", "--extent", "all"), "extent says how much"),
        (("south", "1", "open", "--basis", "told", "--person", "anna"), "anna names no person"),
        (("south", "1", "open", "--basis", "told", "--words", ""), "expected"),
        (("south", "1", "open", "--basis", "told", "--words", "a\u202eb"), "U+202E"),
        (("south", "1", "open", "--basis", "told", "--words", "a", "--words", "b"), "given twice"),
        (
            ("south", "1", "open", "--basis", "told", "--draft", "gone"),
            "gone is not on this record",
        ),
    ],
)
def test_a_wrong_answer_is_one_line(ferry: Talks, words: tuple[str, ...], expected: str) -> None:
    assert expected in ferry.wrong("say", *words)
