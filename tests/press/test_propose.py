"""A reading becomes proposals that a seat can take, whole, in part, or not."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.press.made import REPORTS, ferry, report
from wasit.entries import Entry, Mistake, Proposal, proposal_of
from wasit.entries.bodies.exchange import Meeting
from wasit.entries.bodies.reporting import Report, Statement
from wasit.entries.bodies.text import Draft, Response
from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.known import Known
from wasit.press.propose import Proposals, as_held, propose
from wasit.record import Acting, Record, decide

TALKS = "f" * 32


def put(record: Record, proposals: Sequence[Proposal], seat: str = "desk") -> Record:
    first = len(record)
    ids = (f"{first + n:032x}" for n in itertools.count(1))
    acting = Acting(seat, TALKS, "2026-03-12T09:00:00Z", lambda: next(ids))
    return record.add(*decide(record, acting, proposals))


def whole(proposals: Proposals, record: Record | None = None) -> Record:
    return put(record or Record(), proposals.batch(proposals.items))


def one(record: Record, kind: str, n: int = 0) -> Entry:
    return record.of_kind(kind)[n]


def seated(*seats: str) -> Record:
    fields = [
        {"kind": "seat", "label": s, "name": {"en": s.title()}, "role": "party"} for s in seats
    ]
    return put(Record(), [proposal_of(f) for f in fields], seats[0])


def test_everything_a_report_says_becomes_one_batch() -> None:
    record = whole(propose(ferry(), Record(), "desk"))
    kinds = {kind: len(record.of_kind(kind)) for kind in ("seat", "person", "meeting", "draft")}
    assert kinds == {"seat": 3, "person": 2, "meeting": 2, "draft": 2}
    others = ("document", "handover", "statement", "issue", "response", "report", "note")
    assert [len(record.of_kind(kind)) for kind in others] == [1, 1, 2, 2, 2, 1, 1]


def test_every_span_leads_to_the_words_it_claims() -> None:
    reading = ferry()
    record = whole(propose(reading, Record(), "desk"))
    held = one(record, "report").body
    assert isinstance(held, Report)
    assert held.text is not None
    said = {
        f"{span.language} {span.of(reading.document.text)}"
        for item in (*reading.people, *reading.meetings, *reading.texts, *reading.statements)
        for span in item.spans
    }
    found = {
        f"{span.language} {held.text[span.language][span.start : span.end]}"
        for entry in record.chain()
        for source in entry.source
        for span in source.spans
    }
    assert said <= found
    for entry in record.of_kind("statement"):
        assert isinstance(entry.body, Statement)
        for span in entry.source[0].spans:
            words = held.text[span.language][span.start : span.end]
            assert words == entry.body.words[span.language]


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_spans_fit_the_text_on_record_whatever_its_line_ends(path: Path, ends: str) -> None:
    text = report(path.stem).replace("\n", ends)
    reading = RuleReader().read(as_held(SourceText(text)))
    proposals = propose(reading, Record(), "desk")
    record = whole(proposals)
    held = one(record, "report").body
    assert isinstance(held, Report)
    assert held.text is not None
    for item in proposals.items:
        for span in item.spans:
            assert span.of(text) == held.text[span.language][span.start : span.end]


def test_text_that_is_not_in_normal_form_is_read_as_it_is_held() -> None:
    source = as_held(SourceText("Le cafe\u0301 de Valletta.\n"))
    assert source.text == "Le café de Valletta.\n"


def test_a_report_longer_than_a_record_holds_is_refused() -> None:
    with pytest.raises(Mistake, match="can be put on record"):
        as_held(SourceText("a" * 200_001, name="long.txt"))


def test_only_the_author_may_read_what_is_proposed() -> None:
    record = whole(propose(ferry(), Record(), "desk"))
    assert {entry.audience for entry in record.chain()} == {()}


def test_another_audience_may_be_given() -> None:
    record = whole(propose(ferry(), seated("desk"), "desk", audience="all"), seated("desk"))
    assert {entry.audience for entry in record.chain()} == {"all"}


def test_the_day_of_each_thing_is_its_own() -> None:
    record = whole(propose(ferry(), Record(), "desk"))
    held, planned = (entry for entry in record.of_kind("meeting"))
    assert str(held.happened) == "2026-03-10"
    assert str(planned.happened) == "2026-03-11"
    assert isinstance(planned.body, Meeting)
    assert str(planned.body.planned_for) == "2026-03-20"
    assert planned.body.depends_on == {"en": "if both capitals agree", "ar": "إذا وافقت العاصمتان"}


def test_the_draft_comes_from_the_longer_one() -> None:
    record = whole(propose(ferry(), Record(), "desk"))
    before, after = (entry for entry in record.of_kind("draft"))
    assert isinstance(before.body, Draft)
    assert isinstance(after.body, Draft)
    assert (before.body.count, after.body.count) == (21, 14)
    assert after.body.after == (before.id,)


def test_positions_are_answers_to_issues() -> None:
    record = whole(propose(ferry(), Record(), "desk"))
    answers = [entry.body for entry in record.of_kind("response")]
    assert [(a.seat, a.stance, a.basis) for a in answers if isinstance(a, Response)] == [
        ("norland", "acceptable", "reported"),
        ("sudmark", "unacceptable", "reported"),
    ]


# --- what the record knows ----------------------------------------------------------------------


def test_seats_on_record_are_not_proposed_again() -> None:
    record = seated("desk", "norland", "sudmark")
    proposals = propose(ferry(), record, "desk")
    assert not [item for item in proposals.items if item.group == "seats"]
    after = whole(proposals, record)
    assert {a.body.seat for a in after.of_kind("response")} == {"norland", "sudmark"}  # type: ignore[attr-defined]


def test_people_drafts_and_issues_on_record_are_pointed_at() -> None:
    record = put(
        seated("desk", "norland", "sudmark"),
        [
            proposal_of({"kind": "person", "name": {"ar": "كريم حدّاد", "en": "K. Haddad"}}),
            proposal_of(
                {"kind": "draft", "label": "d14", "title": {"en": "Ferry draft"}, "count": 14}
            ),
            proposal_of({"kind": "issue", "label": "territory", "name": {"en": "Territory"}}),
        ],
    )
    after = whole(propose(ferry(), record, "desk"), record)
    assert len(after.of_kind("person")) == 2
    assert len(after.of_kind("draft")) == 2
    assert len(after.of_kind("issue")) == 2
    statement = one(after, "statement", 1).body
    assert isinstance(statement, Statement)
    assert statement.speaker == one(record, "person").id
    assert statement.issue == one(record, "issue").id


def test_a_planned_meeting_on_record_is_replaced_by_the_one_held() -> None:
    planned = {
        "kind": "meeting",
        "status": "planned",
        "place": {"en": "Valletta"},
        "planned_for": "2026-03-10",
        "seats": ["norland", "sudmark"],
        "happened": "2026-03-01",
    }
    record = put(seated("desk", "norland", "sudmark"), [proposal_of(planned)])
    after = whole(propose(ferry(), record, "desk"), record)
    held = one(after, "meeting", 1)
    assert isinstance(held.body, Meeting)
    assert held.body.replaces == one(record, "meeting").id


def test_a_meeting_on_record_is_not_proposed_again() -> None:
    first = whole(propose(ferry(), Record(), "desk"))
    other = "date 2026-03-12 Another report.\n" + report("ferry")
    proposals = propose(ferry(other), first, "desk")
    assert not [item for item in proposals.items if item.group in ("meetings", "people", "seats")]


@pytest.mark.parametrize(
    ("place", "people", "happened", "again"),
    [
        ({"en": "Grand Harbour, Valletta"}, [], "2026-03-10", True),
        ({"en": "Elsewhere"}, ["Ingrid Solberg", "Karim Haddad"], "2026-03-10", True),
        ({"en": "Elsewhere"}, ["Karim Haddad"], "2026-03-10", False),
        ({"en": "Valletta"}, [], "2026-02-10", False),
        ({"ar": "فاليتا"}, [], "2026-03-09/2026-03-11", True),
    ],
)
def test_a_meeting_is_known_by_day_and_place_or_people(
    place: dict[str, str], people: list[str], happened: str, again: bool
) -> None:
    met = {"kind": "meeting", "status": "held", "place": place, "happened": happened}
    named = [{"kind": "person", "ref": p.split()[0], "name": {"en": p}} for p in people]
    refs = [p.split()[0] for p in people]
    fields = [*named, {**met, "people": refs, "seats": ["norland"]}]
    record = put(seated("desk", "norland", "sudmark"), [proposal_of(f) for f in fields])
    proposals = propose(ferry(), record, "desk")
    held = [i for i in proposals.items if i.kind == "meeting" and i.fields["status"] == "held"]
    assert held == [] if again else len(held) == 1


def test_the_same_report_again_proposes_nothing() -> None:
    record = whole(propose(ferry(), Record(), "desk"))
    again = propose(ferry(), record, "desk")
    assert again.known
    assert again.items == ()


def test_what_was_skipped_the_first_time_is_proposed_again() -> None:
    proposals = propose(ferry(), Record(), "desk")
    kept = [item for item in proposals.items if item.kind != "person"]
    record = put(Record(), proposals.batch(kept))
    again = propose(ferry(), record, "desk")
    assert [item.kind for item in again.items] == ["person", "person"]


def test_a_copy_of_a_report_on_record_is_known_as_one() -> None:
    record = whole(propose(ferry(), Record(), "desk"))
    text = report("ferry").replace("date 2026-03-11", "date 2026-03-12", 1)
    proposals = propose(ferry(text), record, "desk")
    after = whole(proposals, record)
    body = one(after, "report", 1).body
    assert isinstance(body, Report)
    assert body.copy_of == one(record, "report").id


# --- taking some --------------------------------------------------------------------------------


def test_a_person_left_out_stays_as_a_name() -> None:
    proposals = propose(ferry(), Record(), "desk")
    record = put(Record(), proposals.batch([i for i in proposals.items if i.kind != "person"]))
    meeting, statement = one(record, "meeting").body, one(record, "statement").body
    assert isinstance(meeting, Meeting)
    assert isinstance(statement, Statement)
    assert {"en": "Karim Haddad", "ar": "كريم حداد"} in meeting.others
    assert statement.speaker_name == {"en": "Ingrid Solberg", "ar": "إنغريد سولبرغ"}


def test_what_says_nothing_without_a_thing_left_out_goes_too() -> None:
    proposals = propose(ferry(), Record(), "desk")
    kept = [item for item in proposals.items if item.group != "issues"]
    record = put(Record(), proposals.batch(kept))
    assert record.of_kind("response") == []
    assert len(record.of_kind("statement")) == 2


def test_whatever_is_taken_the_report_comes_with_it() -> None:
    proposals = propose(ferry(), seated("desk"), "desk")
    person = next(item for item in proposals.items if item.kind == "person")
    record = put(seated("desk"), proposals.batch([person]))
    assert one(record, "person").source[0].of == one(record, "report").id


def test_nothing_taken_is_nothing_put() -> None:
    assert propose(ferry(), Record(), "desk").batch([]) == []


def test_any_choice_of_proposals_is_a_batch_that_holds() -> None:
    chance = random.Random(11)
    record = seated("desk")
    proposals = propose(ferry(), record, "desk")
    for _ in range(300):
        taken = [item for item in proposals.items if chance.random() < chance.random()]
        batch = proposals.batch(taken)
        assert len(put(record, batch)) == len(record) + len(batch)


def test_above_a_confidence_are_those_at_least_as_sure() -> None:
    proposals = propose(ferry(), Record(), "desk")
    assert {item.confidence >= 0.9 for item in proposals.above(0.9)} == {True}
    assert len(proposals.above(0)) == len(proposals.items)


def test_a_mended_proposal_stays_what_others_point_at() -> None:
    proposals = propose(ferry(), Record(), "desk")
    person = next(item for item in proposals.items if item.kind == "person")
    with pytest.raises(Mistake, match="ref must stay"):
        person.mended(proposal_of({**person.fields, "ref": "other"}))
    with pytest.raises(Mistake, match="expected a person"):
        person.mended(proposal_of({"kind": "note", "ref": person.ref, "words": {"en": "No."}}))


def test_a_reader_leans_on_what_the_record_knows() -> None:
    record = whole(propose(ferry(), Record(), "desk"))
    known = Known.of(record)
    assert {name.entry for name in known.seats} >= {"norland", "sudmark"}
    reading = RuleReader().read(as_held(SourceText(report("ferry"))), known)
    assert propose(reading, record, "desk").known
