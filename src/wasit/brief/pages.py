"""The brief: the state of play on a day, for one seat, as a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from wasit.brief.book import Book
from wasit.brief.content import Brief, Day, Habit, Section, Sentence, Words, say
from wasit.brief.dates import as_day
from wasit.brief.sections.ahead import ahead
from wasit.brief.sections.brackets import brackets
from wasit.brief.sections.divergences import divergences
from wasit.brief.sections.gap import gap
from wasit.brief.sections.lists import (
    agreed,
    answers,
    conditions,
    differences,
    meetings,
    messages,
    papers,
    people,
    statements,
)
from wasit.brief.sections.matrix import matrix
from wasit.brief.sections.movement import movement
from wasit.brief.sections.stuck import stuck
from wasit.brief.sections.undisclosed import undisclosed
from wasit.brief.sections.where import where
from wasit.brief.sources import numbered_sources
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.exchange import Meeting
from wasit.record import Record, in_order, state_of_play

SECTIONS: tuple[Callable[[View], Section | None], ...] = (
    where,
    stuck,
    movement,
    undisclosed,
    ahead,
    gap,
    matrix,
    brackets,
    divergences,
    answers,
    conditions,
    agreed,
    meetings,
    messages,
    papers,
    statements,
    differences,
    people,
)
"""In the order of the page."""


def brief(
    record: Record,
    at: date | str,
    *,
    since: date | str | None = None,
    draft: str | None = None,
    inferred: bool = False,
    seat: str,
) -> Brief:
    """Where the talks stood on ``at``, as far as the whole ``record`` of ``seat`` knows.

    ``since`` is the day compared with; none given: the eve of the last meeting held before
    ``at``, else seven days before. ``draft`` names the draft whose points are listed. Raises
    :class:`wasit.entries.NotOnRecord` when there is no such draft.
    """
    view = view_of(record, at, since=since, draft=draft, inferred=inferred, seat=seat)
    made = (section(view) for section in SECTIONS)
    sections = tuple(section for section in made if section is not None)
    return Brief(
        title=say("Where the talks stand"),
        talks=talks_name(view.record),
        at=view.at,
        seat=seat,
        front=front(view.book, view.at, seat),
        caution=caution(view.record),
        sections=sections,
        sources=numbered_sources(view.book, sections),
        habit=habit(view.record),
        since=view.since,
        play=view.play,
    )


def view_of(
    record: Record,
    at: date | str,
    *,
    since: date | str | None = None,
    draft: str | None = None,
    inferred: bool = False,
    seat: str,
) -> View:
    """The record on its day and on the day compared with."""
    day = as_day(at)
    now = record.stood_on(day)
    play = state_of_play(now, draft=draft, inferred=inferred)
    meeting = None if since is not None else last_meeting(now, day)
    earlier = as_day(since) if since is not None else _compared_with(day, meeting)
    book = Book(now, home=play.draft.id if play.draft else None)
    return View(now, seat, book, play, day, earlier, now.stood_on(earlier), meeting)


def last_meeting(record: Record, day: str) -> Entry | None:
    """The last meeting held before that day."""
    held = [e for e in in_order(record, "meeting") if _was_held(e) and (e.day or "") < day]
    return held[-1] if held else None


def _was_held(entry: Entry) -> bool:
    return isinstance(entry.body, Meeting) and entry.body.status == "held"


def _compared_with(day: str, meeting: Entry | None) -> str:
    if meeting is not None and meeting.day is not None:
        return (date.fromisoformat(meeting.day) - timedelta(days=1)).isoformat()
    return (date.fromisoformat(day) - timedelta(days=7)).isoformat()


# --- what stands on every page ------------------------------------------------------------------


def front(book: Book, at: str, seat: str) -> tuple[Sentence, ...]:
    """As reported by which day, made from whose record and for whose eyes."""
    return (
        say("As reported by {day}.", day=Day(at)),
        say("For {seat} alone: made from what it may read.", seat=book.seat(seat)),
    )


def talks_name(record: Record) -> Words | None:
    """What the talks are called."""
    return record.talks.name if record.talks else None


def caution(record: Record) -> Words | None:
    """What a reader must bear in mind."""
    return record.talks.caution if record.talks else None


def habit(record: Record) -> Habit:
    """How the talks write dates and digits."""
    talks = record.talks
    return Habit(talks.months, talks.digits) if talks else Habit()
