"""Answers carried to what became of a point: marked, never over an answer to the point itself."""

from __future__ import annotations

from typing import Any

import pytest

from tests.record.table import answer, more, play, record
from wasit.entries import chain
from wasit.record import Lineage, Origin, Record, Subject, state_of_play
from wasit.record.plain import plain_subject
from wasit.record.sheet import read_rows, rows

WATER = "The river shall be shared in equal halves between both banks."
ROAD = "The bridge road shall stay open to carts and traders by day and night."
FISH = "Nobody shall fish with nets between the spring flood and midsummer."
MILLS = "Mills built before the flood year keep their dams and their wheels."


def draft(label: str, *points: str, day: int, **fields: Any) -> dict[str, Any]:
    """A draft of a day of March 2026 whose points are numbered in order."""
    held = [{"label": str(n), "words": {"en": words}} for n, words in enumerate(points, start=1)]
    return {
        "kind": "draft",
        "label": label,
        "title": {"en": label},
        "happened": f"2026-03-{day:02d}",
        "points": held,
        **fields,
    }


def two_drafts(*answers: dict[str, Any]) -> Record:
    """A draft, what was answered to it, and one made from it: two points, renumbered, one new."""
    old = draft("old", WATER, ROAD, FISH, day=10)
    new = draft("new", FISH, MILLS, ROAD, day=20, after=["old"])
    return record(old, *answers, new)


def said(stance: str, label: str, day: int = 12, seat: str = "upper", **fields: Any) -> Any:
    return answer(seat, stance, day, point=f"old#{label}", **fields)


def point(known: Record, label: str) -> Subject:
    return next(one for one in play(known).points if one.label == label)


def test_an_answer_is_carried_to_what_became_of_its_point_and_marked_with_where_it_was_given() -> (
    None
):
    known = two_drafts(said("unacceptable", "3", red_line=True))
    one = point(known, "1")
    assert one.answers == {}
    assert one.carried["upper"].stance == "unacceptable"
    old = known.named("old", "draft")
    assert one.carried["upper"].carried == Origin(old.id, "3", "kept")
    assert one.red_lines == ("upper",)


def test_a_new_point_carries_nothing() -> None:
    known = two_drafts(*(said("open", label) for label in ("1", "2", "3")))
    assert point(known, "2").voices == {}


def test_an_answer_to_the_point_itself_takes_the_place_of_the_carried_one() -> None:
    known = two_drafts(said("unacceptable", "3"))
    known = more(known, answer("upper", "acceptable", 21, point="new#1"))
    assert point(known, "1").carried == {}
    assert point(known, "1").voices["upper"].stance == "acceptable"


def test_a_carried_answer_counts_as_refusal_but_not_as_an_answer_to_this_draft() -> None:
    known = two_drafts(said("unacceptable", "2"))
    now = play(known)
    assert [(one.label, one.closeness.against) for one in now.stuck if one.closeness] == [
        ("3", ("upper",))
    ]
    assert now.coverage("upper") == (0, 3)
    assert point(known, "3").standing.word == "untouched"


def test_of_two_points_merged_into_one_both_answers_are_carried() -> None:
    both = f"{WATER} {ROAD}"
    known = record(
        draft("old", WATER, ROAD, FISH, day=10),
        said("acceptable", "1", 12),
        said("unacceptable", "2", 13),
        draft("new", both, FISH, day=20, after=["old"]),
    )
    found = point(known, "1").carried["upper"]
    assert found.stance == "unacceptable"
    assert [entry.body.stance for entry in found.beside] == ["acceptable"]  # type: ignore[union-attr]


def test_answers_are_carried_through_a_draft_of_which_no_point_is_held() -> None:
    known = record(
        draft("old", WATER, ROAD, day=10),
        said("open", "2"),
        {**draft("between", day=15, after=["old"]), "points": [], "count": 2},
        draft("new", ROAD, WATER, day=20, after=["between"]),
    )
    assert set(point(known, "1").carried) == {"upper"}


def test_over_two_rounds_the_latest_answer_is_carried() -> None:
    known = record(
        draft("old", WATER, ROAD, day=10),
        said("unacceptable", "1", 11),
        draft("between", ROAD, WATER, day=15, after=["old"]),
        answer("upper", "open", 16, point="between#2"),
        draft("new", WATER, ROAD, day=20, after=["between"]),
    )
    found = point(known, "1").carried["upper"]
    assert found.stance == "open"
    assert found.trend == "closer"
    assert found.carried is not None
    assert found.carried.label == "2"


def test_drafts_made_from_each_other_in_a_circle_do_no_harm() -> None:
    known = two_drafts(said("open", "2"))
    new = known.named("new", "draft").id
    body = {
        "title": {"en": "old"},
        "after": [new],
        "points": [{"label": "1", "words": {"en": WATER}}],
    }
    change = {"kind": "correction", "target": "old", "replacement": {"kind": "draft", "body": body}}
    known = more(known, change)
    assert [o.draft for o in Lineage(known).of(known.named("new", "draft")).get("1", ())] == []


def test_what_a_seat_may_not_read_is_no_ancestor_for_it() -> None:
    hidden = {**draft("old", WATER, ROAD, day=10), "audience": ["upper"]}
    known = record(
        hidden,
        said("unacceptable", "2"),
        draft("new", ROAD, WATER, day=20, after=["old"]),
    )
    assert set(point(known, "1").carried) == {"upper"}
    theirs = Record.of(chain(known.chain(), "lower"))
    assert all(one.voices == {} for one in state_of_play(theirs).points)


def test_links_must_hold_in_every_language_both_drafts_have() -> None:
    def two(label: str, english: str, arabic: str) -> dict[str, Any]:
        return {"label": label, "words": {"en": english, "ar": arabic}}

    first = [two("1", WATER, "تتقاسم الضفتان النهر مناصفة."), two("2", FISH, "يحظر الصيد بالشباك.")]
    second = [
        two("1", FISH, "يحظر الصيد بالشباك."),
        two("2", WATER, "تتقاسم الضفتان النهر مناصفة."),
    ]
    known = record(
        {**draft("old", day=10), "points": first},
        said("open", "1"),
        {**draft("new", day=20, after=["old"]), "points": second},
    )
    assert [one.label for one in play(known).points if one.carried] == ["2"]


def test_a_sheet_shows_what_is_carried_and_takes_it_back_as_nothing_new() -> None:
    known = two_drafts(said("unacceptable", "3", red_line=True))
    table = rows(play(known))
    assert table[0][4] == "upper"
    assert table[1][4] == "red line (carried)"
    assert read_rows(table, known, "desk") == []


@pytest.mark.parametrize("seat", [None, "upper"])
def test_as_plain_data_it_says_from_where(seat: str | None) -> None:
    known = two_drafts(said("open", "3"))
    plain = plain_subject(known, point(known, "1"), seat)
    assert plain["answers"] == {}
    assert plain["carried"]["upper"]["from"] == {"draft": "old", "point": "3", "change": "kept"}
