"""What moved between two days."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entries.material import SEATS, after, talks
from tests.record.table import agreed, answer, more, record
from wasit.entries import Entry, chain
from wasit.record import Record, moved


def since(day: str, known: Record) -> Any:
    """What moved after ``day``."""
    return moved(known.stood_on(day), known)


def test_nothing_moves_where_nothing_is_new() -> None:
    known = record(answer("upper", "open"), agreed("agreed"))
    assert not moved(known, known)


@given(talks(), st.sampled_from(SEATS))
def test_a_record_has_not_moved_from_itself(entries: list[Entry], seat: str) -> None:
    known = Record.of(chain(entries, seat))
    assert not moved(known, known)
    assert not moved(known, known, inferred=True)


def test_a_first_answer_and_another_stance_are_movement() -> None:
    known = record(
        answer("upper", "open", 2), answer("upper", "acceptable", 5), answer("lower", "open", 5)
    )
    found = since("2026-03-03", known).answers
    assert [(m.now.seat, m.before and m.before.stance, m.now.stance) for m in found] == [
        ("upper", "open", "acceptable"),
        ("lower", None, "open"),
    ]


@pytest.mark.parametrize(
    ("before", "now", "moves"),
    [
        ({"stance": "open"}, {"stance": "open"}, False),
        ({"stance": "unacceptable"}, {"stance": "unacceptable", "red_line": True}, True),
        ({"stance": "unacceptable", "red_line": True}, {"stance": "unacceptable"}, True),
        ({"stance": "open"}, {"stance": "open", "words": {"en": "Again."}}, False),
    ],
)
def test_an_answer_moves_with_its_stance_or_a_red_line(
    before: dict[str, Any], now: dict[str, Any], moves: bool
) -> None:
    known = record(answer("upper", day=2, **before), answer("upper", day=5, **now))
    assert bool(since("2026-03-03", known).answers) == moves


def test_a_standing_that_fell_is_movement() -> None:
    known = record(agreed("agreed", 3), agreed("reopened", 6))
    (found,) = since("2026-03-05", known).standings
    assert (found.subject.label, found.before.word, found.now.word) == ("1", "agreed", "reopened")


def test_an_answer_to_a_whole_is_movement() -> None:
    (found,) = since("2026-03-02", record(answer("upper", "open", 5, issue="flow"))).answers
    assert found.subject.holder.label == "flow"


def test_new_drafts_meetings_and_the_like_are_news_by_day() -> None:
    known = record(
        {"kind": "meeting", "status": "held", "seats": ["upper"], "happened": "2026-03-08"},
        {"kind": "document", "title": {"en": "x"}, "happened": "2026-03-07"},
        {"kind": "note", "words": {"en": "x"}, "happened": "2026-03-07"},
    )
    assert [e.kind for e in since("2026-03-05", known).news] == ["document", "meeting"]
    assert [e.kind for e in since("2026-03-07", known).news] == ["meeting"]


def test_points_are_compared_within_the_draft_that_is_listed_now() -> None:
    new = {
        "kind": "draft",
        "label": "second",
        "title": {"en": "x"},
        "happened": "2026-03-08",
        "points": [{"label": "1"}],
    }
    known = record(answer("upper", "open", 2), new, answer("upper", "open", 9, point="second#1"))
    found = since("2026-03-05", known)
    assert [(m.subject.holder.label, m.before) for m in found.answers] == [("second", None)]
    assert found.standings == ()
    known = more(
        known, {**new, "label": "third", "points": [], "after": ["first"], "happened": "2026-03-10"}
    )
    assert since("2026-03-09", known).answers == ()


def test_a_withdrawn_answer_does_not_move_as_if_it_were_new() -> None:
    known = record({**answer("upper", "open"), "label": "a"})
    gone = after(known, "desk", {"kind": "correction", "target": "a"})
    assert moved(known, gone).answers == ()
    assert [m.now.word for m in moved(known, gone).standings] == ["untouched"]
