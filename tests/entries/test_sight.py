"""Who sees what: a seat's chain follows from the entries addressed to it, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entries.material import SEATS, after, put, stage, table, talks
from wasit.entries import Entry, Sight, chain, line_of, may_read, view
from wasit.record import Record


def lines(entries: list[Entry], seat: str) -> list[str]:
    return [line_of(entry) for entry in chain(entries, seat)]


def secret(record: Record, *fields: Any) -> list[Entry]:
    return list(put(record, "desk", *fields))


# --- the rule of reading ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        ("all", {"desk", "upper", "lower"}),
        ("author", {"desk"}),
        ("upper", {"desk", "upper"}),
        (["upper", "lower"], {"desk", "upper", "lower"}),
    ],
)
def test_an_audience_is_who_is_named_and_the_author(audience: Any, readers: set[str]) -> None:
    (entry,) = put(stage(), "desk", {"kind": "note", "words": {"en": "x"}, "audience": audience})
    assert {seat for seat in SEATS if may_read(entry, seat)} == readers


@given(talks(), st.sampled_from(SEATS))
def test_a_view_is_a_view_of_itself(entries: list[Entry], seat: str) -> None:
    sight = Sight(seat)
    for entry in entries:
        seen = view(entry, sight) if may_read(entry, seat) else None
        if seen is not None:
            assert view(seen, sight) == seen
        sight.take(entry)


@given(talks(), st.sampled_from(SEATS))
def test_entries_a_seat_may_not_read_never_change_its_chain(
    entries: list[Entry], seat: str
) -> None:
    addressed = [entry for entry in entries if may_read(entry, seat)]
    assert lines(addressed, seat) == lines(entries, seat)


@given(talks(), st.sampled_from(SEATS), st.data())
def test_a_hidden_entry_put_anywhere_never_changes_a_chain(
    entries: list[Entry], seat: str, data: st.DataObject
) -> None:
    model = data.draw(st.sampled_from(entries))
    at = data.draw(st.integers(0, len(entries)))
    others = tuple(s for s in SEATS if s != seat)
    hidden = replace(
        model, id="e" * 32, audience=others, author=replace(model.author, seat=others[0])
    )
    more = [*entries[:at], hidden, *entries[at:]]
    assert lines(more, seat) == lines(entries, seat)


@given(talks(), st.sampled_from(SEATS))
def test_a_chain_is_the_chain_of_itself(entries: list[Entry], seat: str) -> None:
    once = list(chain(entries, seat))
    assert list(chain(once, seat)) == once


@given(talks(), st.sampled_from(SEATS), st.integers(0, 40))
def test_a_chain_only_grows(entries: list[Entry], seat: str, length: int) -> None:
    earlier = lines(entries[:length], seat)
    assert lines(entries, seat)[: len(earlier)] == earlier


# --- what is cut ------------------------------------------------------------------------------


def test_a_link_to_what_a_reader_may_not_read_is_left_out_without_a_mark() -> None:
    record = stage()
    entries = secret(
        record,
        {"kind": "meeting", "label": "lodge", "status": "held", "seats": ["upper"]},
        {
            "kind": "agreement",
            "audience": "all",
            "seats": ["upper", "lower"],
            "level": "agreed",
            "points": ["first#1"],
            "meeting": "lodge",
            "source": ["gazette", "lodge"],
        },
    )
    seen = list(chain([*record.chain(), *entries], "lower"))[-1]
    plain = secret(
        record,
        {
            "kind": "agreement",
            "audience": "all",
            "seats": ["upper", "lower"],
            "level": "agreed",
            "points": ["first#1"],
            "source": ["gazette"],
        },
    )[0]
    assert line_of(replace(seen, id=plain.id)) == line_of(plain)


def test_an_entry_that_is_not_whole_without_a_link_does_not_enter_the_chain() -> None:
    record = stage()
    paper = {"kind": "document", "label": "paper", "title": {"en": "Paper"}}
    handed = {
        "kind": "handover",
        "audience": "all",
        "what": "paper",
        "giver": "desk",
        "to": ["upper"],
    }
    answer = {
        "kind": "response",
        "audience": "all",
        "seat": "upper",
        "basis": "told",
        "stance": "open",
        "document": "paper",
    }
    entries = [*record.chain(), *secret(record, paper, handed, answer)]
    assert lines(entries, "lower") == lines(list(record.chain()), "lower")


def test_a_correction_whose_new_words_cannot_be_read_is_not_taken_for_a_withdrawal() -> None:
    record = after(stage(), "desk", {**HANDED, "label": "handed", "what": "first"})
    paper = {"kind": "document", "label": "paper", "title": {"en": "Paper"}}
    again = {name: value for name, value in HANDED.items() if name not in ("kind", "audience")}
    correction = {
        "kind": "correction",
        "audience": "all",
        "target": record.named("handed").id,
        "replacement": {"kind": "handover", "body": {**again, "what": "paper"}},
    }
    entries = [*record.chain(), *secret(record, paper, correction)]
    assert lines(entries, "lower") == lines(list(record.chain()), "lower")


HANDED = {"kind": "handover", "audience": "all", "giver": "desk", "to": ["upper"]}


def test_a_seat_that_a_reader_does_not_know_is_not_named_to_it() -> None:
    (hidden_seat,) = put(stage(), "desk", {**table("guest")[-1], "audience": "upper"})
    record = stage().add(hidden_seat)
    (note, meeting) = put(
        record,
        "desk",
        {"kind": "note", "audience": ["lower", "guest"], "words": {"en": "x"}},
        {"kind": "meeting", "audience": "all", "status": "held", "seats": ["upper", "guest"]},
    )
    seen = list(chain([*record.chain(), note, meeting], "lower"))
    assert seen[-2].audience == ("lower",)
    assert seen[-1].body.seats == ("upper",)  # type: ignore[attr-defined]


def test_what_a_seat_unknown_to_the_reader_says_stays_unread() -> None:
    (hidden_seat,) = put(stage(), "desk", {**table("guest")[-1], "audience": "upper"})
    record = stage().add(hidden_seat)
    said = put(record, "guest", {"kind": "note", "audience": "all", "words": {"en": "Here I am."}})
    entries = [*record.chain(), *said]
    assert len(lines(entries, "lower")) == len(stage())
    assert len(lines(entries, "upper")) == len(stage()) + 2


def test_a_seat_that_puts_itself_on_record_is_known_by_that_entry() -> None:
    entries = list(put(Record(), "desk", table()[0]))
    assert lines(entries, "lower") == [line_of(entries[0])]


def test_only_the_authors_seat_sees_its_key() -> None:
    note = {"kind": "note", "audience": "all", "words": {"en": "x"}, "key": "k-1"}
    record = after(stage(), "desk", note)
    assert [e.key for e in chain(record.chain(), "desk")][-1] == "k-1"
    assert [e.key for e in chain(record.chain(), "upper")][-1] is None


def test_a_correction_that_loses_what_it_says_is_not_read_as_a_withdrawal() -> None:
    paper = {"kind": "document", "label": "paper", "title": {"en": "Paper"}}
    answer = {"seat": "upper", "basis": "told", "stance": "open"}
    told = {"kind": "response", "label": "it", "audience": "all", **answer, "document": "annex"}
    record = after(stage(), "desk", paper, told)
    new = {"kind": "response", "body": {**answer, "document": "paper"}}
    record = after(record, "desk", {"kind": "correction", "target": "it", "replacement": new})
    entries = list(record.chain())
    assert [e.kind for e in chain(entries, "lower")][-1] == "response"
    assert Record.of(chain(entries, "lower")).named("it").body.document  # type: ignore[attr-defined]


# --- releases ---------------------------------------------------------------------------------


def released(*fields: Any, seat: str = "lower") -> list[Entry]:
    """The chain of a seat to which the last of ``fields``, a secret of the desk, was released."""
    record = stage().add(*secret(stage(), *fields))
    record = after(record, "desk", {"kind": "release", "target": "it", "to": seat})
    return list(chain(record.chain(), seat))[len(stage()) :]


def test_a_release_brings_the_entry_to_its_receiver_and_to_nobody_else() -> None:
    note = {"kind": "note", "label": "it", "words": {"en": "Seven."}}
    assert [e.kind for e in released(note)] == ["release"]
    record = stage().add(*secret(stage(), note))
    record = after(record, "desk", {"kind": "release", "target": "it", "to": "lower"})
    assert len(lines(list(record.chain()), "upper")) == len(stage())


def test_what_is_released_is_cut_to_what_its_receiver_may_follow() -> None:
    paper = {"kind": "document", "label": "paper", "title": {"en": "Paper"}}
    note = {"kind": "note", "label": "it", "words": {"en": "x"}, "about": ["paper", "plan"]}
    (entry,) = released(paper, note)
    body: Any = entry.body
    assert body.content.body.about == (stage().named("plan").id,)


def test_what_is_not_whole_for_its_receiver_is_not_released_to_it() -> None:
    paper = {"kind": "document", "label": "paper", "title": {"en": "Paper"}}
    answer = {"kind": "response", "label": "it", "seat": "upper", "basis": "told", "stance": "open"}
    assert released(paper, {**answer, "document": "paper"}) == []


def test_after_a_release_its_receiver_can_follow_links_to_the_entry() -> None:
    record = stage().add(*secret(stage(), {"kind": "note", "label": "it", "words": {"en": "x"}}))
    record = after(record, "desk", {"kind": "release", "target": "it", "to": "lower"})
    later = {"kind": "note", "audience": "lower", "words": {"en": "See it."}, "about": ["it"]}
    record = after(record, "desk", later)
    seen: Any = list(chain(record.chain(), "lower"))[-1].body
    assert seen.about == (record.named("it").id,)
