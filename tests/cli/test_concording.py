"""Two language versions of a text held against each other from the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Talks
from wasit.cli.concording import lines
from wasit.text.concord import concord
from wasit.text.parse import parse

EN = "THE WELL\n1. The well is open on Mondays.\n2. Each herd may drink for 40 minutes.\n"
AR = "البئر\n1. تُفتح البئر أيام الإثنين.\n2. لكل قطيع أن يشرب مدة 45 دقيقة.\n"


@pytest.fixture
def two(empty: Talks) -> Talks:
    empty.file("en.txt", EN)
    empty.file("ar.txt", AR)
    return empty


def test_discrepancies_are_told_with_both_pieces_and_are_no_failure(two: Talks) -> None:
    out = two.ok("concord", "ar.txt", "en.txt").out
    assert out.splitlines() == [
        "1 discrepancy",
        "",
        "2: duration",
        "  ar: 45 دقيقة",
        "  en: 40 minutes",
    ]


def test_json_is_as_the_published_schema_has_it(two: Talks) -> None:
    told = two.ok("concord", "ar.txt", "en.txt", "--json").json
    assert told == {
        "discrepancies": [
            {"point": "2", "kind": "duration", "ar": "45 دقيقة", "en": "40 minutes"},
        ]
    }


def test_a_point_that_is_meant_to_differ_is_told_apart(two: Talks) -> None:
    out = two.ok("concord", "ar.txt", "en.txt", "--keep", "2").out
    assert out.startswith("0 discrepancies, 1 kept\n")
    assert "2: duration (kept)" in out


def test_a_point_to_keep_must_be_in_the_text(two: Talks) -> None:
    said = two.wrong("concord", "ar.txt", "en.txt", "--keep", "9")
    assert said == "no point 9 in en.txt"


def test_files_in_the_wrong_order_are_refused(two: Talks) -> None:
    assert two.wrong("concord", "en.txt", "ar.txt") == "en.txt is in en; expected ar"


def test_one_file_in_one_language_is_not_enough(two: Talks) -> None:
    said = two.wrong("concord", "ar.txt")
    assert said == "ar.txt is in ar alone; name the other file as well"


def test_no_record_is_needed_and_no_seat(two: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WASIT_RECORD", raising=False)
    monkeypatch.delenv("WASIT_SEAT", raising=False)
    two.ok("concord", "ar.txt", "en.txt")


def test_nothing_in_a_text_commands_the_terminal() -> None:
    found = concord(parse("1. في الميناء سبعة\u202e قوارب."), parse("1. Boats\x1b[2J: 9\x1b."))
    assert found
    assert all(c.isprintable() for line in lines(found) for c in line)
