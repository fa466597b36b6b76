"""What comes next, and on what it depends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wasit.entries import Entry
from wasit.entries.bodies.exchange import Condition, Meeting
from wasit.entries.bodies.text import Round
from wasit.record.play import in_order
from wasit.record.record import Record


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting that is planned or hangs on something, with the open conditions on it."""

    meeting: Entry
    conditions: tuple[Entry, ...]
    overdue: bool
    """Whether its day has passed and nothing on record says what became of it."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is still to come."""

    meetings: tuple[Coming, ...]
    """Dated ones first, by their day; then the others in the order they were reported."""
    conditions: tuple[Entry, ...]
    """Open conditions on anything else."""
    rounds: tuple[Entry, ...]
    """Rounds not yet closed."""


def ahead(record: Record, day: date | str) -> Ahead:
    """What is to come, seen from ``day``."""
    conditions = _open_conditions(record)
    open_meetings = (e for e in in_order(record, "meeting") if _is_open(record, e))
    coming = [_coming(e, conditions, str(day)) for e in open_meetings]
    coming.sort(key=lambda c: _planned(c.meeting) or "9999")
    shown = {c.id for one in coming for c in one.conditions}
    return Ahead(
        meetings=tuple(coming),
        conditions=tuple(e for e in conditions if e.id not in shown),
        rounds=tuple(e for e in in_order(record, "round") if _is_open_round(record, e)),
    )


def _coming(meeting: Entry, conditions: list[Entry], day: str) -> Coming:
    on_it = tuple(e for e in conditions if _hangs_on(e, meeting.id))
    planned = _planned(meeting)
    return Coming(meeting, on_it, planned is not None and planned < day)


def _is_open(record: Record, entry: Entry) -> bool:
    body = entry.body
    assert isinstance(body, Meeting)
    if body.status not in ("planned", "conditional"):
        return False
    return not any(_replaces(later, entry.id) for later in record.about(entry.id, "meeting"))


def _replaces(entry: Entry, meeting: str) -> bool:
    return isinstance(entry.body, Meeting) and entry.body.replaces == meeting


def _planned(entry: Entry) -> str | None:
    """The last day it can be planned for."""
    body = entry.body
    assert isinstance(body, Meeting)
    return body.planned_for.last.isoformat() if body.planned_for else None


def _open_conditions(record: Record) -> list[Entry]:
    return [
        e
        for e in in_order(record, "condition")
        if isinstance(e.body, Condition) and e.body.status == "open"
    ]


def _hangs_on(entry: Entry, meeting: str) -> bool:
    body = entry.body
    return isinstance(body, Condition) and (body.meeting == meeting or meeting in body.also)


def _is_open_round(record: Record, entry: Entry) -> bool:
    body = entry.body
    assert isinstance(body, Round)
    closing = (e.body for e in record.about(entry.id, "round"))
    closed = any(isinstance(b, Round) and b.closes == entry.id for b in closing)
    return body.closes is None and not closed
