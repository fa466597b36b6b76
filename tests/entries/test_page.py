"""docs/case.md: every example on it loads, and every mistake on it gives the line printed there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.entries.material import put
from wasit.entries import KINDS, Mistake, chain
from wasit.entries.case import read_case
from wasit.entries.limits import FILE_BYTES, NESTING, NODES
from wasit.entries.words import LONGEST
from wasit.record import Record

PAGE = (Path(__file__).parents[2] / "docs/case.md").read_text(encoding="utf-8")

WRONG: dict[str, str | bytes] = {
    "line 3, meeting.titel: no such field": """
meeting:
  - status: held
    titel: {en: First}
""",
    "line 2: unknown kind meetings": """
meetings:
  - {status: held, seats: [north]}
""",
    "line 2, meeting.status: hold given": """
meeting:
  - {status: hold, seats: [north]}
""",
    "line 4, draft.points[0].label: 1 given": """
draft:
  - label: third
    title: {en: Third}
    points: [{label: 1}]
""",
    "line 4, meeting.happened: 2026-02-30": """
meeting:
  - status: held
    seats: [north]
    happened: 2026-02-30
""",
    "line 2, meeting.seats[0]: dusk": """
meeting:
  - {status: held, seats: [dusk]}
""",
    "line 2, response.point: first has no point 7": """
response:
  - {seat: north, basis: told, stance: open, point: first#7}
""",
    "line 2, note.about[0]: tea": """
note:
  - {about: [tea], words: {en: Cold}}
""",
    "line 3: ref a is used twice": """
note:
  - {ref: a, words: {en: One}}
  - {ref: a, words: {en: Two}}
""",
    "line 2, response: basis own is for": """
response:
  - {seat: north, basis: own, stance: open, point: first#1}
""",
    "line 2, response: a red line cannot": """
response:
  - {seat: north, basis: told, stance: acceptable, red_line: true, point: first#1}
""",
    "line 2, correction: only desk": """
correction:
  - {target: first}
""",
    "line 2: entries point at each other": """
note:
  - {ref: a, about: [b], words: {en: One}}
  - {ref: b, about: [a], words: {en: Two}}
""",
    "line 3, column 5: words stands twice": """
note:
  - words: {en: One}
    words: {en: Two}
""",
    "line 2, column 18: not UTF-8": b"""
note:
  - {words: {en: \xff}}
""",
    "line 2, note.words.en: U+202E": """
note:
  - {words: {en: "five \\u202eeno"}}
""",
}
"""The beginning of a line of the page, and a case file that gives it."""


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def lines_refused() -> list[str]:
    section = PAGE.partition("## What is refused")[2]
    found = re.findall(r"^case\.yaml.*$", section, re.MULTILINE)
    assert len(found) == sum(line.startswith("case.yaml") for line in PAGE.splitlines())
    return found


def loaded(examples: list[str]) -> Record:
    record = Record()
    for text in examples:
        record = record.add(*put(record, "desk", *read_case(text.encode())))
    return record


def test_every_line_on_the_page_has_its_case() -> None:
    lines = [line.removeprefix("case.yaml, ") for line in lines_refused()]
    assert [next(w for w in WRONG if line.startswith(w)) for line in lines] == list(WRONG)


@pytest.mark.parametrize("line", lines_refused())
def test_a_mistake_gives_the_line_on_the_page(line: str) -> None:
    found = next(text for start, text in WRONG.items() if line.startswith(f"case.yaml, {start}"))
    data = found.encode() if isinstance(found, str) else found
    record = loaded(blocks("yaml")[:1])
    acting = "north" if "only desk" in line else "desk"
    with pytest.raises(Mistake) as caught:
        put(record, acting, *read_case(data.removeprefix(b"\n"), "case.yaml"))
    assert str(caught.value) == line


def test_a_name_that_is_hidden_gives_the_line_of_a_name_that_is_not_there() -> None:
    said = []
    for hidden in (True, False):
        first = loaded(blocks("yaml")[:1])
        if hidden:
            tea = {"kind": "issue", "label": "tea", "name": {"en": "Tea"}, "audience": "author"}
            first = first.add(*put(first, "south", tea))
        known = Record.of(chain(first.chain(), "desk"))
        with pytest.raises(Mistake) as caught:
            put(known, "desk", *read_case(b"note: {about: [tea], words: {en: Cold}}", "case.yaml"))
        said.append(str(caught.value))
    assert said[0] == said[1]


def test_the_examples_on_the_page_load_one_after_the_other() -> None:
    examples = blocks("yaml")
    assert len(examples) > 5
    record = loaded(examples)
    assert record.named("second", "draft")
    assert {e.kind for e in record.chain()} >= {"release", "correction", "estimate", "statement"}
    assert record.named("gazette").day == "2026-03-05"


def test_the_first_example_is_twenty_lines_and_hides_the_note_from_north() -> None:
    first = blocks("yaml")[0]
    assert len(first.splitlines()) <= 20
    seen = Record.of(chain(loaded([first]).chain(), "north"))
    assert [e.kind for e in seen.chain()] == ["seat", "talks", "seat", "seat", "draft", "response"]


def test_the_page_names_every_kind_and_the_limits_that_hold() -> None:
    sections = PAGE.partition("## Sections")[2].partition("## ")[0]
    assert re.findall(r"`(\w+)`", sections.partition(".")[0]) == list(KINDS)
    limits = PAGE.partition("## Limits")[2]
    for shown in (f"{FILE_BYTES // 2**20} MiB", f"{NODES:,}", f"{NESTING}", f"{LONGEST:,}"):
        assert f"| {shown}" in limits
