"""The fold: pure, incremental, and by the rule of each kind."""

from __future__ import annotations

from dataclasses import fields, replace
from operator import itemgetter
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entries.material import NOW, SEATS, TALKS, after, put, stage, talks
from wasit.entries import KINDS, Author, Entry, Mistake, NotOnRecord, chain, line_of
from wasit.entries.bodies.base import Body
from wasit.record import Record
from wasit.record.fold import RULES, State, fold, targets


def plain(state: State) -> dict[str, Any]:
    """A state as plain data, every map and log unfolded."""
    return {
        "chain": [line_of(e) for e in state.chain],
        "entries": {i: (place, line_of(e)) for i, (place, e) in state.entries.items()},
        "kinds": {name: list(ids) for name, ids in state.kinds.items()},
        "about": {name: list(ids) for name, ids in state.about.items()},
        "labels": dict(state.labels),
        "keys": {name: line_of(e) for name, e in state.keys.items()},
        "past": {name: [line_of(e) for e in past] for name, past in state.past.items()},
    }


def test_nothing_that_the_fold_keeps_is_left_out_of_these_comparisons() -> None:
    assert set(plain(State())) == {field.name for field in fields(State)}


# --- laws -------------------------------------------------------------------------------------


@given(talks(), st.sampled_from(SEATS), st.data())
def test_folding_in_parts_is_folding_the_whole(
    entries: list[Entry], seat: str, data: st.DataObject
) -> None:
    known = list(chain(entries, seat))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(known)), max_size=4)))
    state = State()
    for start, end in zip([0, *cuts], [*cuts, len(known)], strict=True):
        state = fold(state, known[start:end])
    assert plain(state) == plain(fold(State(), known))


@given(talks(), st.sampled_from(SEATS))
def test_entry_by_entry_is_the_whole(entries: list[Entry], seat: str) -> None:
    known = list(chain(entries, seat))
    record = Record()
    for entry in known:
        record = record.add(entry)
    assert plain(record.state) == plain(Record.of(known).state)
    assert list(record.chain()) == known
    assert len(record) == len(known)


@given(talks())
def test_a_state_never_changes_once_it_is_made(entries: list[Entry]) -> None:
    before = fold(State(), entries[:-1])
    told = plain(before)
    fold(before, entries[-1:])
    fold(before, [])
    assert plain(before) == told


@given(talks(), st.sampled_from(SEATS))
def test_hidden_entries_leave_no_trace_in_what_is_folded(entries: list[Entry], seat: str) -> None:
    addressed = [e for e in entries if e.audience == "all" or seat in (*e.audience, e.author.seat)]
    one, other = (Record.of(chain(some, seat)) for some in (entries, addressed))
    assert plain(one.state) == plain(other.state)


@given(talks())
def test_what_points_at_a_thing_is_found_whatever_was_corrected(entries: list[Entry]) -> None:
    record = Record.of(entries)
    standing = sorted(record.state.entries.values(), key=itemgetter(0))
    for name in ("first", "plan", "gazette", "annex"):
        target = record.named(name).id
        pointing = [e.id for _, e in standing if target in targets(e)]
        assert [e.id for e in record.about(target)] == pointing


def test_every_kind_has_a_rule_and_nothing_else_has() -> None:
    assert set(RULES) == set(KINDS)


def test_an_unknown_kind_is_an_error_that_names_it() -> None:
    class Minutes(Body):
        kind: ClassVar[str] = "minutes"

    model = next(iter(stage().chain()))
    strange = object.__new__(Entry)
    for field in fields(Entry):
        object.__setattr__(strange, field.name, getattr(model, field.name))
    object.__setattr__(strange, "body", Minutes())
    with pytest.raises(Mistake, match=f"unknown kind minutes in entry {model.id}"):
        stage().add(strange)


# --- looking up -------------------------------------------------------------------------------


def test_an_entry_is_named_by_id_or_label_among_kinds() -> None:
    record = stage()
    draft = record.named("first")
    assert record.named(draft.id, "draft") == record[draft.id] == record.get(draft.id) == draft
    for name, kinds in (("first", ("issue",)), (draft.id, ("issue",)), ("second", ())):
        with pytest.raises(NotOnRecord):
            record.named(name, *kinds)


def test_a_label_that_stands_for_things_of_two_kinds_names_none_without_the_kind() -> None:
    record = after(stage(), "desk", {"kind": "document", "label": "first", "title": {"en": "x"}})
    assert record.named("first", "document").kind == "document"
    with pytest.raises(NotOnRecord):
        record.named("first")


def test_of_two_things_with_one_label_the_first_to_be_known_is_named() -> None:
    note = {"kind": "note", "label": "mine", "audience": "all", "words": {"en": "x"}}
    (one,) = put(stage(), "upper", note)
    other = replace(put(stage(), "lower", note)[0], id="e" * 32)
    record = stage().add(one, other)
    assert record.named("mine").id == one.id
    assert record[other.id] == other


def test_entries_of_some_kinds_come_in_the_order_of_the_chain() -> None:
    found = stage().of_kind("issue", "draft", "person")
    assert [e.kind for e in found] == ["person", "draft", "issue", "issue"]


# --- corrections ------------------------------------------------------------------------------

NOTE = {"kind": "note", "label": "it", "audience": "all", "happened": "2026-03-01"}


def corrected(words: str | None, **more: Any) -> dict[str, Any]:
    """A correction of the note ``it``; without words, its withdrawal."""
    fields: dict[str, Any] = {"kind": "correction", "target": "it", **more}
    if words:
        body = {"words": {"en": words}}
        fields["replacement"] = {"kind": "note", "body": body, "happened": "2026-03-02"}
    return fields


def said(record: Record) -> str:
    return record.named("it").body.words["en"]  # type: ignore[attr-defined, no-any-return]


def test_a_correction_says_the_whole_of_an_entry_anew() -> None:
    record = after(stage(), "desk", {**NOTE, "words": {"en": "Six."}, "source": "gazette"})
    first = record.named("it")
    record = after(record, "desk", corrected("Seven."))
    now = record.named("it")
    assert said(record) == "Seven."
    assert (now.id, now.day, now.source) == (first.id, "2026-03-02", ())
    assert (now.recorded, now.audience, now.label) == (first.recorded, first.audience, "it")
    assert record.place(now) == record.place(first)
    assert record.before_corrections(now.id) == (first,)


def test_the_last_correction_holds() -> None:
    record = after(stage(), "desk", {**NOTE, "words": {"en": "Six."}})
    record = after(after(record, "desk", corrected("Seven.")), "desk", corrected("Eight."))
    past = record.before_corrections(record.named("it").id)
    assert said(record) == "Eight."
    assert [e.body.words["en"] for e in past] == ["Six.", "Seven."]  # type: ignore[attr-defined]


def test_what_is_withdrawn_stands_no_more_and_its_label_is_free() -> None:
    record = after(stage(), "desk", {**NOTE, "words": {"en": "Six."}, "about": ["plan"]})
    entry = record.named("it")
    record = after(record, "desk", corrected(None))
    assert record.get(entry.id) is None
    assert entry not in record.about(stage().named("plan").id)
    assert record.before_corrections(entry.id) == (entry,)
    assert said(after(record, "desk", {**NOTE, "words": {"en": "Another."}})) == "Another."


def test_what_was_withdrawn_can_be_corrected_back() -> None:
    record = after(stage(), "desk", {**NOTE, "words": {"en": "Six."}})
    entry = record.named("it")
    record = after(record, "desk", corrected(None))
    record = after(record, "desk", corrected("Seven.", target=entry.id))
    assert said(record) == "Seven."
    assert len(record.before_corrections(entry.id)) == 2


def test_a_corrected_entry_is_found_under_what_it_points_at_now_alone() -> None:
    record = after(stage(), "desk", {**NOTE, "words": {"en": "x"}, "about": ["plan"]})
    entry = record.named("it")
    new = {"kind": "note", "body": {"words": {"en": "x"}, "about": ["gazette"]}}
    record = after(record, "desk", {"kind": "correction", "target": "it", "replacement": new})
    notes = [record.about(stage().named(name).id, "note") for name in ("plan", "gazette")]
    assert [[e.id for e in found] for found in notes] == [[], [entry.id]]


def test_a_correction_by_another_seat_changes_nothing() -> None:
    record = after(stage(), "desk", {**NOTE, "words": {"en": "Six."}})
    (own,) = put(record, "desk", corrected("Seven."))
    forged = replace(own, author=Author(seat="upper"))
    assert said(record.add(forged)) == "Six."


# --- releases ---------------------------------------------------------------------------------


def released() -> tuple[list[Entry], Entry]:
    """A note of the desk alone, released to lower; and the note."""
    hidden = {**NOTE, "audience": "author", "words": {"en": "Six."}}
    record = after(stage(), "desk", hidden, now="2026-03-01T08:00:00Z")
    note = record.named("it")
    release = {"kind": "release", "target": "it", "to": "lower", "happened": "2026-03-20"}
    record = after(record, "desk", release, now="2026-03-20T08:00:00Z")
    return list(record.chain()), note


def test_a_release_gives_its_receiver_the_entry_as_of_that_day() -> None:
    entries, note = released()
    known = Record.of(chain(entries, "lower"))
    got = known[note.id]
    assert (got.body, got.label, got.author.seat, got.day) == (note.body, "it", "desk", note.day)
    assert got.recorded == "2026-03-20T08:00:00Z"
    assert known.as_of("2026-03-19").get(note.id) is None
    assert known.stood_on("2026-03-01").get(note.id) is not None
    assert known.stood_on("2026-02-28").get(note.id) is None


def test_who_releases_sees_who_else_reads_the_entry_now() -> None:
    entries, note = released()
    assert Record.of(entries)[note.id].audience == ("lower",)
    assert note.audience == ()


def test_a_release_carries_the_corrections_made_until_then_and_later_ones_follow() -> None:
    record = after(stage(), "desk", {**NOTE, "audience": "author", "words": {"en": "Six."}})
    record = after(record, "desk", corrected("Seven."))
    record = after(record, "desk", {"kind": "release", "target": "it", "to": "lower"})
    assert said(Record.of(chain(record.chain(), "lower"))) == "Seven."
    record = after(record, "desk", corrected("Eight."))
    assert said(Record.of(chain(record.chain(), "lower"))) == "Eight."
    with pytest.raises(NotOnRecord):
        Record.of(chain(record.chain(), "upper")).named("it")


def test_a_release_of_what_its_receiver_had_and_lost_brings_nothing_back() -> None:
    record = after(stage(), "desk", {**NOTE, "words": {"en": "Six."}})
    release = put(record, "desk", {"kind": "release", "target": "it", "to": "lower"})
    record = after(record, "desk", corrected(None)).add(*release)
    with pytest.raises(NotOnRecord):
        record.named("it")


# --- two times --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("happened", "first_page"),
    [
        ("2026-04-12", "2026-04-12"),
        ("2026-04", "2026-04-30"),
        ("2026", "2026-12-31"),
        ("2026-04-12/2026-04-14", "2026-04-14"),
        ("2026-04-12~", "2026-04-12"),
        ("2026-04-12T23:59+03:00", "2026-04-12"),
        (None, NOW[:10]),
    ],
)
def test_a_date_counts_from_its_last_day(happened: str | None, first_page: str) -> None:
    given = {"happened": happened} if happened else {}
    (note,) = put(stage(), "desk", {"kind": "note", "words": {"en": "x"}, **given})
    record = stage().add(note)
    year, month, day = map(int, first_page.split("-"))
    assert record.stood_on(first_page).get(note.id)
    before = f"{year:04d}-{month:02d}-{day - 1:02d}"
    assert record.stood_on(before).get(note.id) is None


def test_undated_kinds_stand_on_every_day() -> None:
    kinds = {e.kind for e in stage().stood_on("1900-01-01").chain()}
    assert kinds == {kind.name for kind in KINDS.values() if not kind.dated} - {"talks", "rule"}


def test_as_of_is_what_was_recorded_and_stood_on_what_had_happened() -> None:
    record = after(stage(), "desk", {**NOTE, "words": {"en": "Six."}}, now="2026-04-01T00:00:00Z")
    record = after(record, "desk", corrected("Seven."), now="2026-04-10T00:00:00Z")
    assert said(record.as_of("2026-04-09")) == "Six."
    assert said(record.as_of("2026-04-10")) == "Seven."
    assert len(record.as_of("2026-03-31")) == len(stage())
    assert said(record.stood_on("2026-03-02")) == "Seven."
    with pytest.raises(NotOnRecord):
        record.stood_on("2026-03-01").named("it")


@given(talks(), st.integers(1, 31))
def test_a_day_later_knows_no_less(entries: list[Entry], day: int) -> None:
    record = Record.of(entries)
    for view in (record.as_of, record.stood_on):
        some, more = (view(f"2026-03-{n:02d}") for n in (min(day, 30), min(day, 30) + 1))
        assert set(map(line_of, some.chain())) <= set(map(line_of, more.chain()))
    assert plain(record.as_of("9999-12-31").state) == plain(record.state)
    assert plain(record.stood_on("9999-12-31").state) == plain(record.state)


def test_the_talks_of_a_record_are_known_once_they_are_on_it() -> None:
    assert stage().talks is None
    record = after(stage(), "desk", {"kind": "talks", "name": {"en": "Talks"}})
    assert record.talks is not None
    assert {e.talks for e in record.chain()} == {TALKS}
