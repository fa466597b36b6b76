"""What comes next, and on what it depends."""

from __future__ import annotations

from typing import Any

import pytest

from tests.entries.material import after
from tests.record.table import record
from wasit.record import ahead

PLAN: dict[str, Any] = {
    "kind": "meeting",
    "label": "plan",
    "status": "planned",
    "seats": ["upper", "lower"],
    "happened": "2026-03-02",
    "planned_for": "2026-03-20",
}
NEEDS: dict[str, Any] = {"kind": "condition", "seat": "upper", "needs": {"en": "A vote."}}


def labels(known: Any, day: str = "2026-03-10") -> list[str | None]:
    return [c.meeting.label for c in ahead(known, day).meetings]


@pytest.mark.parametrize(
    ("status", "ahead_of_us"),
    [("planned", True), ("conditional", True), ("held", False), ("cancelled", False)],
)
def test_a_meeting_is_ahead_while_it_is_planned_or_hangs_on_something(
    status: str, ahead_of_us: bool
) -> None:
    assert bool(labels(record({**PLAN, "status": status}))) == ahead_of_us


@pytest.mark.parametrize("status", ["held", "cancelled", "planned"])
def test_a_plan_that_was_replaced_is_no_longer_ahead(status: str) -> None:
    known = record(PLAN, {**PLAN, "label": "new", "status": status, "replaces": "plan"})
    assert labels(known) == (["new"] if status == "planned" else [])


def test_a_plan_comes_back_when_what_replaced_it_is_withdrawn() -> None:
    known = record(PLAN, {**PLAN, "label": "new", "status": "held", "replaces": "plan"})
    assert labels(after(known, "desk", {"kind": "correction", "target": "new"})) == ["plan"]


def test_meetings_come_by_their_day_and_those_without_one_last() -> None:
    known = record(
        {**PLAN, "label": "some-day", "planned_for": None},
        {**PLAN, "label": "in-april", "planned_for": "2026-04"},
        {**PLAN, "label": "late", "planned_for": "2026-04-29"},
        PLAN,
    )
    assert labels(known) == ["plan", "late", "in-april", "some-day"]


@pytest.mark.parametrize(
    ("planned", "day", "overdue"),
    [
        ("2026-03-20", "2026-03-20", False),
        ("2026-03-20", "2026-03-21", True),
        ("2026-03", "2026-03-31", False),
        ("2026-03", "2026-04-01", True),
        (None, "2030-01-01", False),
    ],
)
def test_a_plan_is_overdue_once_its_last_day_has_passed(
    planned: str | None, day: str, overdue: bool
) -> None:
    (coming,) = ahead(record({**PLAN, "planned_for": planned}), day).meetings
    assert coming.overdue == overdue


def test_open_conditions_stand_with_the_meeting_that_hangs_on_them_and_others_apart() -> None:
    known = record(
        PLAN,
        {**NEEDS, "label": "on-it", "meeting": "plan"},
        {**NEEDS, "label": "too", "also": ["plan"]},
        {**NEEDS, "label": "met", "meeting": "plan", "status": "met"},
        {**NEEDS, "label": "failed", "draft": "first", "status": "failed"},
        {**NEEDS, "label": "apart", "draft": "first"},
    )
    found = ahead(known, "2026-03-10")
    assert [e.label for e in found.meetings[0].conditions] == ["on-it", "too"]
    assert [e.label for e in found.conditions] == ["apart"]


def test_a_round_is_ahead_until_it_is_closed() -> None:
    asked = {"kind": "round", "label": "sealed", "question": {"en": "Six?"}, "seats": ["upper"]}
    known = record(asked)
    assert [e.label for e in ahead(known, "2026-03-10").rounds] == ["sealed"]
    known = record(asked, {**asked, "label": "closed", "closes": "sealed"})
    assert ahead(known, "2026-03-10").rounds == ()
