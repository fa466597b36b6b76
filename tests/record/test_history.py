"""What became of a point through all drafts, and who tabled each change."""

from __future__ import annotations

from tests.record.table import more, record
from tests.record.test_lineage import FISH, MILLS, ROAD, WATER, draft
from wasit.record import Record
from wasit.record.history import Passage, history, plain_history

DAYS = "The ferry lands within ten days of the flood at the lower bank."


def three_drafts() -> Record:
    return record(
        draft("early", WATER, DAYS, day=10, by=["upper"]),
        draft("second", DAYS.replace("ten", "twelve"), WATER, day=12, after=["early"]),
        draft("third", FISH, WATER, day=14, after=["second"], by=["lower"]),
    )


def told(known: Record, name: str, label: str) -> list[tuple[str | None, str | None, str]]:
    passages = history(known, known.named(name, "draft"), label)
    return [(one.draft.label, one.label, one.change) for one in passages]


def test_a_point_is_followed_from_whichever_draft_it_is_looked_at() -> None:
    whole = [("early", "1", "new"), ("second", "2", "moved"), ("third", "2", "kept")]
    known = three_drafts()
    found = [told(known, name, label) for name, label, _ in whole if name]
    assert all(one == found[0] for one in found)
    assert [one[:2] for one in found[0]] == [one[:2] for one in whole]


def test_each_change_is_told_with_who_tabled_it_and_where_it_ends() -> None:
    known = three_drafts()
    first, second, third = history(known, known.named("early", "draft"), "2")
    assert (first.by, second.by, third.by) == (("upper",), (), ("lower",))
    assert (second.label, second.change) == ("1", "amended")
    assert [(c.old, c.new) for c in second.key_changes["en"]] == [("ten days", "twelve days")]
    assert (third.label, third.change) == (None, "dropped")


def test_a_draft_that_is_not_held_is_passed_over() -> None:
    unheld = {"kind": "draft", "label": "gap", "title": {"en": "gap"}, "after": ["early"]}
    last = draft("last", WATER, day=20, after=["gap"])
    known = record(draft("early", WATER, day=10), unheld, last)
    assert [one[0] for one in told(known, "last", "1")] == ["early", "last"]


def test_of_a_draft_held_in_part_nothing_is_said_to_be_dropped() -> None:
    part = draft("part", ROAD, day=11, after=["early"], count=19)
    known = record(draft("early", WATER, ROAD, day=10), part)
    assert told(known, "early", "1") == [("early", "1", "new")]


def test_two_drafts_made_of_one_are_both_followed() -> None:
    known = record(
        draft("early", WATER, ROAD, day=10),
        draft("mine", WATER, MILLS, day=11, after=["early"]),
        draft("yours", ROAD, FISH, day=12, after=["early"]),
    )
    assert told(known, "early", "1") == [
        ("early", "1", "new"),
        ("mine", "1", "kept"),
        ("yours", None, "dropped"),
    ]


def test_a_point_of_one_draft_alone_has_one_passage() -> None:
    known = record(draft("early", WATER, day=10))
    (one,) = history(known, known.named("early", "draft"), "1")
    assert one == Passage(known.named("early", "draft"), "1", "new")


def test_as_plain_data_it_says_where_each_came_from() -> None:
    known = more(three_drafts())
    last = plain_history(known, history(known, known.named("third", "draft"), "2"))[-1]
    assert last["from"] == [{"draft": "second", "point": "2"}]
    assert (last["by"], last["day"]) == (["lower"], "2026-03-14")
