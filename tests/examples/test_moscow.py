"""What the example moscow-2025 promises of each of its entries."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

import pytest

from wasit.brief import brief, to_html, to_markdown
from wasit.entries import Entry, plain_entry
from wasit.entries.bodies.reporting import Report
from wasit.entries.case import read_case
from wasit.record import Acting, Record, decide

DAY, LAST = "2025-12-03", "2025-12-11"
FILE = Path(__file__).resolve().parents[2] / "examples/moscow-2025/case.yaml"
TOLD_BY_REPORTS = (
    "draft",
    "response",
    "agreement",
    "meeting",
    "message",
    "statement",
    "document",
    "handover",
    "condition",
    "person",
)


@pytest.fixture(scope="module")
def record() -> Record:
    draw = (f"{n:032x}" for n in count())
    acting = Acting("analyst", "f" * 32, "2026-01-01T00:00:00Z", lambda: next(draw))
    return Record.of(decide(Record(), acting, read_case(FILE.read_bytes(), FILE.name)))


def of_kinds(record: Record, *kinds: str) -> list[Entry]:
    return [entry for kind in kinds for entry in record.of_kind(kind)]


def test_nothing_later_stands_on_the_day_of_the_demo(record: Record) -> None:
    then = record.stood_on(DAY)
    assert {entry.day for entry in then.chain() if entry.day and entry.day > DAY} == set()
    made = brief(then, DAY, seat="analyst")
    later = re.compile(r"\b([4-9]|1[01]) (December|كانون الأول/ديسمبر) 2025")
    assert not later.search(to_markdown(made) + to_html(made))


def test_later_facts_stand_there_when_asked_for(record: Record) -> None:
    later = brief(record, LAST, seat="analyst")
    written = to_html(later)
    assert "As reported by 11 December 2025." in written
    assert len(record.stood_on(LAST)) > len(record.stood_on(DAY))
    assert "8 December 2025" in written


def test_every_page_is_marked_with_its_day(record: Record) -> None:
    for day, marked in ((DAY, "3"), (LAST, "11")):
        written = to_markdown(brief(record, day, seat="analyst"))
        assert f"As reported by {marked} December 2025." in written
        assert f"وفق ما نُقل حتى {marked} كانون الأول/ديسمبر 2025." in written


@pytest.mark.parametrize("kind", TOLD_BY_REPORTS)
def test_every_claim_has_its_report(record: Record, kind: str) -> None:
    entries = of_kinds(record, kind)
    assert entries
    for entry in entries:
        reports = [record[source.of].body for source in entry.source]
        assert reports, entry
        assert all(isinstance(body, Report) and body.strength != "weak" for body in reports), entry


def test_a_claim_known_that_day_rests_on_a_report_of_that_day(record: Record) -> None:
    then = record.stood_on(DAY)
    for entry in of_kinds(then, *TOLD_BY_REPORTS):
        assert any(then.get(source.of) for source in entry.source), entry


def test_every_report_names_its_outlet_and_no_mirror(record: Record) -> None:
    for entry in of_kinds(record, "report"):
        assert isinstance(entry.body, Report)
        assert not re.search(r"cloudfront|pages\.dev|web\.archive", entry.body.url or ""), entry


def test_all_words_are_there_in_both_languages(record: Record) -> None:
    entries = list(record.chain())
    assert entries
    for entry in entries:
        assert one_sided(plain_entry(entry)["body"]) == []


def one_sided(value: object) -> list[object]:
    """What is given in one of the two languages only."""
    if isinstance(value, list):
        return [found for inner in value for found in one_sided(inner)]
    if not isinstance(value, dict):
        return []
    here = [value] if len(value.keys() & {"en", "ar"}) == 1 else []
    return here + [found for inner in value.values() for found in one_sided(inner)]


def test_what_the_report_leaves_open_is_open(record: Record) -> None:
    then = record.stood_on(DAY)
    for name in ("us-19", "us-20"):
        assert getattr(then.named(name, "draft").body, "points", None) == ()
    assert getattr(then.named("four-documents", "document").body, "contents", "") is None
    for response in then.of_kind("response"):
        body = plain_entry(response)["body"]
        if body["seat"] == "ru" and body["basis"] != "inferred":
            assert "point" not in body, "no answer of Moscow to a single point was reported"
    assert of_kinds(record, "package", "estimate", "line", "rule") == []
