"""Two versions of a text compared from the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Talks
from wasit.cli.comparing import lines
from wasit.text.compare import compare
from wasit.text.parse import parse

OLD = "THE FERRY\n1. The ferry sails six times a day.\n2. Children travel free.\n"
NEW = "# The ferry\n\n1. Children travel free.\n2. The ferry sails eight times a day.\n"


@pytest.fixture
def two(empty: Talks) -> Talks:
    (empty.folder / "old.txt").write_text(OLD, encoding="utf-8")
    (empty.folder / "new.md").write_text(NEW, encoding="utf-8")
    return empty


def test_differences_are_told_and_are_no_failure(two: Talks) -> None:
    out = two.ok("compare", two.folder / "old.txt", two.folder / "new.md").out
    assert "1 -> 2: amended" in out
    assert "! number: six times -> eight times" in out
    assert "The ferry sails [-six-]{+eight+} times a day." in out


def test_json_has_pairs_and_key_changes(two: Talks) -> None:
    told = two.ok("compare", two.folder / "old.txt", two.folder / "new.md", "--json").json
    assert set(told) == {"pairs", "key_changes"}
    assert {"point": "2", "kind": "number", "from": "six times", "to": "eight times"} in told[
        "key_changes"
    ]


BOTH = """The ferry

1. The ferry carries 600 passengers.
2. Children travel free.

العبّارة

١. تنقل العبّارة ٦٠٠ راكب.
٢. يسافر الأطفال مجاناً.
"""


def test_a_change_made_in_one_language_alone_is_told(empty: Talks) -> None:
    (empty.folder / "old.txt").write_text(BOTH, encoding="utf-8")
    (empty.folder / "new.txt").write_text(BOTH.replace("600", "800"), encoding="utf-8")
    out = empty.ok("compare", empty.folder / "old.txt", empty.folder / "new.txt").out
    assert "1: amended in the English alone" in out
    assert "number: 800, the Arabic still says ٦٠٠" in out
    told = empty.ok("compare", empty.folder / "old.txt", empty.folder / "new.txt", "--json").json
    assert set(told["languages"]) == {"ar", "en"}
    assert [one["point"] for one in told["drift"]["drifted"]] == ["1"]


def test_a_change_made_in_both_languages_is_no_drift(empty: Talks) -> None:
    new = BOTH.replace("600", "800").replace("٦٠٠", "٨٠٠")
    (empty.folder / "old.txt").write_text(BOTH, encoding="utf-8")
    (empty.folder / "new.txt").write_text(new, encoding="utf-8")
    out = empty.ok("compare", empty.folder / "old.txt", empty.folder / "new.txt").out
    assert "changed in one language alone: 0" in out


def test_no_record_is_needed_and_no_seat(two: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WASIT_RECORD", raising=False)
    monkeypatch.delenv("WASIT_SEAT", raising=False)
    two.ok("compare", two.folder / "old.txt", two.folder / "old.txt")


def test_colour_stands_on_a_terminal_alone(two: Talks) -> None:
    found = compare(parse(OLD), parse(NEW))
    assert "\x1b" in "\n".join(lines(found, colour=True))
    assert "\x1b" not in "\n".join(lines(found, colour=False))


def test_nothing_in_a_text_commands_the_terminal() -> None:
    found = compare(parse("1. Boats\x1b[2J sail."), parse("1. Boats\x1b[2J\u202e land."))
    assert all(c.isprintable() for line in lines(found, colour=False) for c in line)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot read "),
        (b"", "holds no numbered point"),
        (b"1. Boats\n2. \xff\n", "line 2: not UTF-8"),
        (b"\x00\x01", "is no text; expected plain text, Markdown or Word"),
        (b"1. " + b"x" * 200_001, "a paragraph longer than 200000 characters"),
    ],
)
def test_a_file_that_is_no_draft_is_refused(two: Talks, content: bytes | None, said: str) -> None:
    if content is not None:
        (two.folder / "bad.txt").write_bytes(content)
    assert said in two.wrong("compare", two.folder / "old.txt", two.folder / "bad.txt")
