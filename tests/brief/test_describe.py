"""Any entry in one sentence, in both languages."""

from __future__ import annotations

import re

import pytest

from tests.brief.spring import entries, more, of_kind, record
from wasit.brief import Language, describe
from wasit.brief.describe import DESCRIBERS
from wasit.entries import KINDS

LANGUAGES = ("ar", "en")


def test_every_kind_has_its_sentence() -> None:
    assert set(DESCRIBERS) == set(KINDS)


def test_every_entry_of_the_talks_is_told_in_both_languages() -> None:
    known = record()
    for entry in entries():
        for code in LANGUAGES:
            text = Language(code).text(describe(known, entry))
            assert text.strip()
            assert not re.search(r"\{\w*\}", text), text
            assert entry.id not in text


EXPECTED = {
    "talks": "Talks: Talks on the spring.",
    "seat": "Mediator's desk (desk) sits at the table as mediator.",
    "person": "Salma Orhani (Upper bank): head of delegation.",
    "draft": "Draft “First draft”, tabled by Upper bank.",
    "response": "Lower bank on point 3/a of “First draft”: unacceptable, as told to the desk.",
    "agreement": "Agreed at the table, subject to confirmation, by Upper bank and Mediator's desk: "
    "point 1 (Aim) of “First draft”.",
    "meeting": "Meeting held (Wasma): Mediator's desk, Upper bank and Lower bank.",
    "message": "Two messages passed from Upper bank to Lower bank.",
    "statement": "Demanded by Salma Orhani (Upper bank): “Four years.”",
    "document": "Document “Four papers”.",
    "handover": "Handed by Mediator's desk to Lower bank: draft “First draft”.",
    "condition": "Condition of Lower bank, a mandate at home: Consent of the council.",
    "issue": "Issue “Years”.",
    "rule": "Rule: Upper bank and Lower bank must all accept.",
    "estimate": "Estimate by Mediator's desk of what it is worth to Lower bank: issue “Years”.",
    "package": "Package “Spring package”, put forward by Mediator's desk.",
    "line": "Line “Marsh”.",
    "report": "Gazette: “Four papers”.",
    "note": "Urgent note of Mediator's desk: Canary note.",
    "round": "Sealed round, put to Upper bank and Lower bank: Can you accept point 2?",
    "release": "Mediator's desk released an entry to Lower bank: document “Canary annex”.",
}


@pytest.mark.parametrize("kind", EXPECTED)
def test_the_first_entry_of_each_kind(kind: str) -> None:
    assert Language("en").text(describe(record(), of_kind(kind)[0])) == EXPECTED[kind]


def test_a_correction_and_a_withdrawal() -> None:
    known = record()
    note = known.of_kind("note")[0]
    replacement = {"kind": "note", "body": {"words": {"en": "Better."}}}
    corrected = more(known, {"kind": "correction", "target": note.id, "replacement": replacement})
    withdrawn = more(
        corrected, {"kind": "correction", "target": note.id, "reason": {"en": "Wrong."}}
    )
    told = [Language("en").text(describe(withdrawn, e)) for e in withdrawn.of_kind("correction")]
    assert told == [
        "Mediator's desk corrected an entry: note.",
        "Mediator's desk withdrew an entry: note.",
    ]
    assert "correction" in KINDS


def test_a_sentence_names_its_sources() -> None:
    known = record()
    gazette = known.named("gazette", "report")
    document = known.of_kind("document")[0]
    assert describe(known, document).sources == (gazette.id,)
