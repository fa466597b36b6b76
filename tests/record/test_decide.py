"""What may go on record: names are found, rights kept, keys known, and a batch put in order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entries.material import NOW, TALKS, after, ids, put, stage, table
from wasit.entries import Entry, Mistake, NotOnRecord, Place, chain, proposal_of
from wasit.record import Acting, Record, decide

NOTE: dict[str, Any] = {"kind": "note", "words": {"en": "x"}}
ANSWER: dict[str, Any] = {"kind": "response", "seat": "upper", "basis": "told", "stance": "open"}
DRAFT: dict[str, Any] = {"kind": "draft", "label": "d", "title": {"en": "x"}}
ISSUE: dict[str, Any] = {"kind": "issue", "label": "i", "name": {"en": "x"}}
LINE: dict[str, Any] = {"kind": "line", "name": {"en": "x"}}


def refusal(seat: str, *fields: Any, record: Record | None = None) -> str:
    with pytest.raises(Mistake) as caught:
        put(stage() if record is None else record, seat, *fields)
    return str(caught.value)


# --- the envelope -----------------------------------------------------------------------------


def test_author_time_talks_and_id_come_from_who_acts_not_from_the_input() -> None:
    (entry,) = put(stage(), "upper", NOTE)
    assert (entry.author.seat, entry.recorded, entry.talks) == ("upper", NOW, TALKS)
    assert entry.id == f"{len(stage()) + 1:032x}"


@pytest.mark.parametrize("field", ["id", "author", "recorded", "talks"])
def test_an_input_cannot_say_them(field: str) -> None:
    with pytest.raises(Mistake, match=f"note.{field}: no such field"):
        proposal_of({**NOTE, field: "upper"})


def test_what_is_usual_for_a_kind_is_who_reads_it_unless_the_input_says() -> None:
    entries = put(stage(), "desk", NOTE, table("guest")[-1], {**NOTE, "audience": ["upper"]})
    assert {(e.kind, e.audience) for e in entries} == {
        ("note", ()),
        ("seat", "all"),
        ("note", ("upper",)),
    }


def test_the_person_who_writes_comes_before_what_they_write() -> None:
    person = {"kind": "person", "ref": "p", "seat": "desk", "name": {"en": "Clerk"}}
    entries = put(stage(), "desk", {**NOTE, "author_person": "p"}, person)
    assert [e.kind for e in entries] == ["person", "note"]
    seen = list(chain([*stage().chain(), *entries], "desk"))
    assert seen[-1].author.person == entries[0].id


def test_a_seat_that_is_not_at_the_table_can_put_nothing_on_record() -> None:
    assert refusal("dusk", NOTE) == "dusk is not a seat on this record"


def test_a_seat_can_put_itself_on_record_and_comes_first() -> None:
    talks = {"kind": "talks", "name": {"en": "Talks"}}
    entries = put(Record(), "lower", talks, NOTE, *table())
    assert [e.label or e.kind for e in entries] == ["lower", "talks", "desk", "upper", "note"]


# --- names ------------------------------------------------------------------------------------


def test_a_name_is_a_ref_or_label_of_the_batch_or_a_label_or_id_on_record() -> None:
    record = stage()
    annex = record.named("annex").id
    entries = put(
        record,
        "desk",
        {**ANSWER, "document": "r"},
        {**ANSWER, "document": "paper"},
        {**ANSWER, "document": "annex"},
        {**ANSWER, "document": annex},
        {"kind": "document", "ref": "r", "label": "paper", "title": {"en": "Paper"}},
    )
    paper = next(e.id for e in entries if e.kind == "document")
    answers: list[Any] = [e.body for e in entries if e.kind == "response"]
    assert sorted(a.document for a in answers) == sorted([paper, paper, annex, annex])


def test_a_label_may_stand_for_one_entry_of_each_kind_in_a_batch() -> None:
    entries = put(
        stage(),
        "desk",
        {"kind": "meeting", "label": "geneva", "status": "held", "seats": ["upper"]},
        {"kind": "draft", "label": "geneva", "title": {"en": "Geneva"}},
        {**ANSWER, "draft": "geneva", "meeting": "geneva"},
    )
    meeting, draft, answer = (e for e in entries)
    body: Any = answer.body
    assert (body.draft, body.meeting) == (draft.id, meeting.id)


def test_a_ref_goes_before_a_label() -> None:
    one, two, note = put(
        stage(),
        "desk",
        {"kind": "document", "label": "x", "title": {"en": "One"}},
        {"kind": "document", "ref": "x", "title": {"en": "Two"}},
        {**NOTE, "about": ["x"]},
    )
    assert note.body.about == (two.id,)  # type: ignore[attr-defined]
    assert one.label == "x"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({**ANSWER, "draft": "second"}, "response.draft: second names no draft on this record"),
        ({**ANSWER, "draft": "annex"}, "response.draft: annex names no draft on this record"),
        ({**ANSWER, "document": "f" * 32}, f"response.document: {'f' * 32} names no document on"),
        ({**ANSWER, "point": "first#9"}, "response.point: first has no point 9; it has 1, 2, 2/a"),
        (
            {"kind": "package", "name": {"en": "x"}, "options": ["flow#nine"]},
            "package.options[0]: flow has no option nine; it has ten, six",
        ),
        ({**ANSWER, "seat": "dusk", "draft": "first"}, "response.seat: dusk is not a seat on this"),
        ({**NOTE, "audience": ["upper", "dusk"]}, "note.audience[1]: dusk is not a seat on this"),
        ({**NOTE, "source": ["nowhere"]}, "note: nowhere is not on this record"),
        ({**NOTE, "author_person": "nobody"}, "note: nobody is not on this record"),
        (
            {"kind": "handover", "giver": "desk", "to": ["upper"], "what": "plan"},
            "handover.what: plan names no draft or document or package or line on this record",
        ),
    ],
)
def test_a_name_that_stands_for_nothing_is_told_with_its_field(
    fields: dict[str, Any], said: str
) -> None:
    assert refusal("desk", fields).startswith(said)


def test_a_hidden_name_and_an_absent_name_get_the_same_answer() -> None:
    hidden = {"kind": "document", "label": "paper", "title": {"en": "Paper"}, "audience": "author"}
    record = after(stage(), "desk", hidden)
    upper = Record.of(chain(record.chain(), "upper"))
    paper = record.named("paper").id
    for name in ("paper", paper):
        for fields in (
            {**ANSWER, "document": name},
            {**NOTE, "about": [name]},
            {**NOTE, "source": name},
            {"kind": "release", "target": name, "to": "lower"},
            {"kind": "correction", "target": name},
        ):
            with_it = refusal("upper", fields, record=upper)
            assert with_it == refusal("upper", fields, record=stage())
            assert name in with_it


def test_a_draft_whose_points_are_not_held_may_be_answered_at_any_point() -> None:
    draft = {"kind": "draft", "label": "far", "title": {"en": "Far"}, "count": 28}
    assert len(put(stage(), "desk", draft, {**ANSWER, "point": "far#27"})) == 2


# --- labels, refs, keys -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["draft", "issue", "seat"])
def test_some_kinds_must_have_a_label(kind: str) -> None:
    fields = {"draft": {"title": {"en": "x"}}, "issue": {"name": {"en": "x"}}}
    given = fields.get(kind, {"name": {"en": "x"}, "role": "party"})
    said = refusal("desk", {"kind": kind, **given})
    assert said == f"{kind}: label is missing; every {kind} has one"


@pytest.mark.parametrize("label", ["Upper", "1st", "up_per", "é", "x" * 33])
def test_the_label_of_a_seat_is_of_small_latin_letters(label: str) -> None:
    said = refusal("desk", {**table()[0], "label": label})
    assert said.startswith(f"seat: {label} cannot name a seat; expected small Latin letters")


def test_a_label_is_given_once_for_each_kind() -> None:
    said = "issue: another issue is labelled flow already"
    issue = {"kind": "issue", "label": "flow", "name": {"en": "x"}}
    assert refusal("desk", issue) == said
    other = {**issue, "label": "new"}
    assert refusal("desk", other, other) == "issue: another issue is labelled new already"
    assert put(stage(), "desk", {"kind": "document", "label": "flow", "title": {"en": "x"}})


def test_two_seats_that_do_not_see_each_others_labels_may_use_the_same() -> None:
    note = {**NOTE, "label": "mine"}
    record = after(stage(), "upper", note)
    assert put(Record.of(chain(record.chain(), "lower")), "lower", note)[0].label == "mine"


def test_a_ref_used_twice_is_told_with_both_places() -> None:
    one, two = (proposal_of({**NOTE, "ref": "a"}, Place("case.yaml", line)) for line in (2, 3))
    assert refusal("desk", one, two) == (
        "case.yaml, line 3: ref a is used twice, first at case.yaml, line 2"
    )
    fields = {**NOTE, "ref": "a"}
    assert refusal("desk", fields, NOTE, fields) == "ref a is used twice, first at entry 1"


def test_the_same_key_and_content_give_the_entry_that_is_on_record() -> None:
    note = {**NOTE, "key": "k", "label": "n", "about": ["plan"]}
    record = after(stage(), "desk", note, now="2026-03-01T08:00:00Z")
    first = list(record.chain())[-1]
    again = put(record, "desk", {**NOTE, "about": [first.id]}, note)
    assert again[1] is first
    assert again[0].body.about == (first.id,)  # type: ignore[attr-defined]


def test_the_same_key_and_other_content_are_refused() -> None:
    record = after(stage(), "desk", {**NOTE, "key": "k"})
    for other in ({"words": {"en": "y"}}, {"audience": "all"}, {"happened": "2026-03-01"}):
        said = refusal("desk", {**NOTE, "key": "k", **other}, record=record)
        assert said == "note: key k was used before, for other content"


def test_a_key_is_its_seats_own() -> None:
    record = after(stage(), "desk", {**NOTE, "key": "k", "audience": "all"})
    upper = Record.of(chain(record.chain(), "upper"))
    assert put(upper, "upper", {**NOTE, "words": {"en": "y"}, "key": "k"})[0].key == "k"


def test_a_key_stands_once_in_a_batch() -> None:
    fields = {**NOTE, "key": "k"}
    assert refusal("desk", fields, fields) == "key k is used twice"


# --- rights -----------------------------------------------------------------------------------


def test_a_seats_own_answer_is_in_its_own_hand_alone() -> None:
    own = {**ANSWER, "basis": "own", "point": "first#1"}
    assert put(stage(), "upper", own)
    assert refusal("desk", own) == (
        "response: basis own is for answers of the acting seat desk; for upper expected told, "
        "reported or inferred"
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (ANSWER, "response is about nothing; expected exactly one of point, draft, issue"),
        ({**ANSWER, "draft": "first", "issue": "flow"}, "response is about draft and issue"),
        ({**ANSWER, "issue": "flow", "extent": "most"}, "extent says how much of a draft"),
        (
            {**ANSWER, "issue": "flow", "stance": "acceptable", "red_line": True},
            "a red line cannot be acceptable",
        ),
        (
            {"kind": "agreement", "seats": ["upper"], "level": "agreed"},
            "agreement says nothing; expected at least one of points, draft, issue, words",
        ),
        (
            {"kind": "agreement", "seats": [], "level": "agreed", "draft": "first"},
            "agreement names no seat",
        ),
        ({"kind": "meeting", "status": "held"}, "meeting says nothing"),
        (
            {"kind": "handover", "what": "annex", "giver": "desk", "to": []},
            "handover names no receiver",
        ),
        (
            {"kind": "package", "name": {"en": "x"}, "options": ["flow#ten", "flow#six"]},
            "package takes two options of one issue",
        ),
        (
            {**DRAFT, "points": [{"label": "1"}] * 2},
            "point 1 stands twice in the draft",
        ),
        (
            {**DRAFT, "authentic": ["ar"], "prevails": "en"},
            "prevails names en, which is not among the authentic languages ar",
        ),
        (
            {**ISSUE, "options": [{"label": "a", "name": {"en": "x"}}] * 2},
            "option a stands twice in the issue",
        ),
        (LINE, "line has neither positions nor words"),
        ({**LINE, "positions": [[0, 0]]}, "line of 1 positions"),
        (
            {**LINE, "shape": "area", "positions": [[0, 0], [0, 1], [1, 1], [1, 0]]},
            "area is not closed",
        ),
    ],
)
def test_fields_that_do_not_make_a_whole_together_are_refused(
    fields: dict[str, Any], said: str
) -> None:
    assert refusal("desk", fields).startswith(f"{fields['kind']}: {said}")


# --- corrections ------------------------------------------------------------------------------


def corrected(**more: Any) -> dict[str, Any]:
    replacement = {"kind": "note", "body": {"words": {"en": "y"}}}
    return {"kind": "correction", "target": "it", "replacement": replacement, **more}


def noted(audience: Any = "all") -> Record:
    return after(stage(), "desk", {**NOTE, "label": "it", "audience": audience})


@pytest.mark.parametrize("audience", ["all", "author", ["upper"]])
def test_the_readers_of_a_correction_are_those_of_the_entry(audience: Any) -> None:
    record = noted(audience)
    (correction,) = put(record, "desk", corrected())
    assert correction.audience == record.named("it").audience
    assert put(record, "desk", corrected(audience="upper"))[0].audience == ("upper",)


def test_who_was_shown_an_entry_reads_its_correction_too() -> None:
    record = after(noted("author"), "desk", {"kind": "release", "target": "it", "to": "lower"})
    assert put(record, "desk", corrected())[0].audience == ("lower",)


@pytest.mark.parametrize("audience", ["all", "author", ["upper"]])
def test_the_readers_of_a_correction_of_what_was_withdrawn_are_those_it_had(audience: Any) -> None:
    record = noted(audience)
    entry = record.named("it")
    record = after(record, "desk", corrected(replacement=None))
    (back,) = put(record, "desk", corrected(target=entry.id))
    assert back.audience == entry.audience
    assert record.add(back)[entry.id].body.words == {"en": "y"}  # type: ignore[attr-defined]


def test_only_its_author_corrects_an_entry_even_when_it_is_withdrawn() -> None:
    record = noted()
    entry = record.named("it")
    assert refusal("upper", corrected(), record=record) == (
        "correction: only desk can correct this entry"
    )
    record = after(record, "desk", corrected(replacement=None))
    assert refusal("upper", corrected(target=entry.id), record=record) == (
        "correction: only desk can correct this entry"
    )


def test_a_correction_keeps_the_kind_and_makes_a_whole() -> None:
    other = {"kind": "document", "body": {"title": {"en": "x"}}}
    assert refusal("desk", corrected(replacement=other), record=noted()) == (
        "correction: replacement is a document; the entry corrected is a note"
    )
    answer = after(stage(), "desk", {**ANSWER, "label": "it", "issue": "flow"})
    hollow = {"kind": "response", "body": {"seat": "upper", "stance": "open", "basis": "told"}}
    assert "response is about nothing" in refusal(
        "desk", corrected(replacement=hollow), record=answer
    )


def test_corrections_and_releases_are_not_corrected_nor_released() -> None:
    record = after(noted(), "desk", corrected(label="c"))
    record = after(record, "desk", {"kind": "release", "label": "r", "target": "it", "to": "lower"})
    for target, kind in (("c", "correction"), ("r", "release")):
        said = refusal("desk", corrected(target=target), record=record)
        assert said == f"correction: a {kind} cannot be corrected"
        release = {"kind": "release", "target": target, "to": "upper"}
        assert refusal("desk", release, record=record) == f"release: a {kind} cannot be released"


# --- releases ---------------------------------------------------------------------------------


def test_a_release_is_filled_with_the_entry_as_it_stands() -> None:
    record = after(noted("author"), "desk", corrected())
    (release,) = put(record, "desk", {"kind": "release", "target": "it", "to": "lower"})
    entry = record.named("it")
    body: Any = release.body
    assert release.audience == ("lower",)
    assert (body.target, body.to) == (entry.id, "lower")
    assert (body.content.body, body.content.author) == (entry.body, "desk")
    assert (body.content.kind, body.content.label) == ("note", "it")


def test_a_release_holds_what_its_author_may_read_and_nothing_more() -> None:
    paper = {"kind": "document", "label": "paper", "title": {"en": "Paper"}}
    note = {**NOTE, "label": "it", "audience": "upper", "about": ["paper", "plan"]}
    record = after(after(stage(), "desk", paper), "desk", note)
    upper = Record.of(chain(record.chain(), "upper"))
    (release,) = put(upper, "upper", {"kind": "release", "target": "it", "to": "lower"})
    body: Any = release.body
    assert body.content.body.about == (stage().named("plan").id,)


def test_what_an_input_puts_into_a_release_is_not_believed() -> None:
    content = {"kind": "note", "author": "upper", "body": {"words": {"en": "Forged."}}}
    fields = {"kind": "release", "target": "it", "to": "lower", "content": content}
    body: Any = put(noted(), "desk", fields)[0].body
    assert (body.content.author, body.content.body.words) == ("desk", {"en": "x"})


# --- the order of a batch ---------------------------------------------------------------------


@given(st.lists(st.integers(0, 9), min_size=1, max_size=10))
def test_whatever_is_pointed_at_comes_first_and_else_the_order_stays(above: list[int]) -> None:
    fields = [
        {**NOTE, "label": f"n{n}", "about": [f"n{up}"] if up > n and up < len(above) else []}
        for n, up in enumerate(above)
    ]
    entries = put(stage(), "desk", *fields)
    at = {entry.id: n for n, entry in enumerate(entries)}
    for entry in entries:
        assert all(at[target] < at[entry.id] for target in entry.body.about)  # type: ignore[attr-defined]
    assert sorted(e.label or "" for e in entries) == [f"n{n}" for n in range(len(above))]
    if not any(one["about"] for one in fields):
        assert [e.label for e in entries] == [one["label"] for one in fields]


@pytest.mark.parametrize(
    "fields",
    [
        [{**NOTE, "ref": "a", "about": ["a"]}],
        [{**NOTE, "ref": "a", "source": "b"}, {**NOTE, "ref": "b", "about": ["a"]}],
    ],
)
def test_entries_that_point_at_each_other_in_a_circle_are_refused(fields: list[Any]) -> None:
    assert refusal("desk", *fields) == "entries point at each other in a circle"


def test_a_wrong_entry_stops_the_batch_and_the_record_stays_as_it_was() -> None:
    record = stage()
    assert "note.about[0]" in refusal("desk", NOTE, {**NOTE, "about": ["nowhere"]}, record=record)
    assert list(record.chain()) == list(stage().chain())


def test_the_same_input_and_chance_give_the_same_entries() -> None:
    def made() -> tuple[Entry, ...]:
        proposals = [proposal_of({**NOTE, "ref": f"r{n}"}) for n in range(5)]
        return decide(stage(), Acting("desk", TALKS, NOW, ids(100)), proposals)

    assert made() == made()


def test_an_empty_batch_is_nothing() -> None:
    assert put(stage(), "desk") == ()


def test_a_name_that_is_not_there_is_its_own_sort_of_mistake() -> None:
    with pytest.raises(NotOnRecord):
        put(stage(), "desk", {**NOTE, "about": ["nowhere"]})
