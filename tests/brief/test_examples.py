"""The examples that come with Wasit, as pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from wasit.brief import Brief, Language, brief, sheet, to_html, to_json, to_markdown, to_terminal
from wasit.brief.content import Item, every_item, say
from wasit.entries import Entry, chain
from wasit.entries.case import read_case
from wasit.record import Acting, Record, decide

FILES = {
    "moscow-2025": (("analyst", "case.yaml"),),
    "two-banks": (
        ("desk", "desk.yaml"),
        ("upper", "upper.yaml"),
        ("lower", "lower.yaml"),
        ("desk", "desk-2.yaml"),
    ),
}
PAGES = [
    ("moscow-2025", "analyst", "2025-12-03"),
    ("moscow-2025", "analyst", "2025-12-11"),
    ("two-banks", "desk", "2026-05-01"),
    ("two-banks", "upper", "2026-05-01"),
    ("two-banks", "lower", "2026-04-14"),
]


def loaded(root: Path, example: str) -> list[Entry]:
    draw = (f"{n:032x}" for n in count())
    entries: list[Entry] = []
    for seat, name in FILES[example]:
        path = root / "examples" / example / name
        if not path.is_file():
            pytest.skip(f"{path} is not there")
        known = Record.of(chain(entries, seat))
        acting = Acting(seat, "f" * 32, "2026-06-01T08:00:00Z", lambda: next(draw))
        entries += decide(known, acting, read_case(path.read_bytes(), name))
    return entries


def page(root: Path, example: str, seat: str, at: str) -> Brief:
    return brief(Record.of(chain(loaded(root, example), seat)), at, seat=seat)


@pytest.mark.parametrize(("example", "seat", "at"), PAGES)
def test_every_rendering_of_an_example_is_whole(
    root: Path, example: str, seat: str, at: str
) -> None:
    made = page(root, example, seat, at)
    written = to_terminal(made) + to_markdown(made) + to_html(made) + str(to_json(made))
    assert not re.search(r"\{[a-z]+(:[a-z])?\}", written.partition("<style>")[0])
    assert "not on this record" not in written
    ids = {entry.id for entry in loaded(root, example)}
    assert not ids & set(re.findall(r"[0-9a-f]{32}", to_terminal(made) + to_html(made)))


@pytest.mark.parametrize("for_seat", ["upper", "lower"])
def test_the_sheet_of_an_example(root: Path, for_seat: str) -> None:
    known = Record.of(chain(loaded(root, "two-banks"), "desk"))
    made = sheet(known, for_seat, at="2026-05-01", seat="desk")
    assert all(section.items for section in made.sections)
    assert "not on this record" not in to_terminal(made)


MOST = 480
"""Words that a principal reads in two minutes."""


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_page_in_sentences_is_read_in_two_minutes(root: Path, code: str) -> None:
    made = page(root, "moscow-2025", "analyst", "2025-12-03")
    language = Language(code, made.habit)
    told = "\n".join(_told(made, language))
    assert 200 < len(told.split()) <= MOST, told


def _told(made: Brief, language: Language) -> Iterator[str]:
    """Headings, days and sentences of the sections that come first."""
    for section in made.sections:
        if section.top:
            yield language.text(section.heading)
            for _, one in every_item(section.lines):
                yield _line(one, language)


def _line(one: Item, language: Language) -> str:
    day = (say("{day}", day=one.day),) if one.day else ()
    return " ".join(language.text(sentence) for sentence in (*day, *one.sentences))


@pytest.mark.parametrize(("example", "seat", "at"), PAGES)
def test_what_the_page_in_sentences_tells_of_is_told_in_full_below(
    root: Path, example: str, seat: str, at: str
) -> None:
    made = page(root, example, seat, at)
    top, rest = (
        {
            entry
            for section in made.sections
            if section.top is first
            for _, one in every_item(section.lines)
            for entry in one.entries
        }
        for first in (True, False)
    )
    elsewhere = {e.id for e in loaded(root, example) if e.kind in ("round", "issue", "package")}
    assert top - elsewhere <= rest


def test_what_is_new_or_refused_or_open_is_all_on_the_page(root: Path) -> None:
    for example, seat, at in PAGES:
        known = Record.of(chain(loaded(root, example), seat))
        made = page(root, example, seat, at)
        told = {e for s in made.sections for _, i in every_item(s.lines) for e in i.entries}
        standing = known.stood_on(at)
        kinds = ("condition", "meeting", "message", "document", "draft", "agreement", "statement")
        assert {e.id for e in standing.of_kind(*kinds)} <= told
        assert {
            a.entry.id for s in (*made.play.points, *made.play.wholes) for a in s.answers.values()
        } <= told
