"""People and meetings: who is who, the tracks, what happened when, who was shown which text."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.brief.book import Book
from wasit.brief.content import Value, Words
from wasit.brief.sections.ahead import ahead
from wasit.brief.sections.lists import meetings, papers
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.exchange import Meeting
from wasit.entries.bodies.table import Person
from wasit.record import Record, StateOfPlay, in_order
from wasit.web.pages.parts import Block, Line, Readers, block_of, line_of, readers_of

TIMELINE = ("draft", "meeting", "message", "handover", "agreement", "document")
"""Kinds that make the timeline."""
MOST = 200
"""Lines of the timeline; the journal has the others."""


@dataclass(frozen=True, slots=True)
class Who:
    """One person, in every script."""

    entry: str
    names: tuple[tuple[str, str], ...]
    """By language, English and Arabic first."""
    also: tuple[str, ...]
    role: Words | None
    readers: Readers


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one seat; of none."""

    seat: Value | None
    people: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Who, when, what."""

    groups: tuple[Group, ...]
    ahead: Block
    meetings: Block | None
    shown: Block | None
    """Texts and papers, and who was shown them when."""
    timeline: tuple[Line, ...]
    """Newest first."""
    cut: bool


def page(record: Record, play: StateOfPlay, *, seat: str, today: str) -> People:
    """Everybody and every meeting that the seat knows of."""
    book = Book(record, home=play.draft.id if play.draft else None)
    view = View(record, seat, book, play, today, today, record, None)
    tracks, texts = meetings(view), papers(view)
    timeline = in_order(record, *TIMELINE)[::-1]
    return People(
        groups=_groups(book, seat),
        ahead=block_of(book, ahead(view), seat),
        meetings=block_of(book, tracks, seat) if tracks else None,
        shown=block_of(book, texts, seat) if texts else None,
        timeline=tuple(line_of(book, e, seat, brief=True) for e in timeline[:MOST]),
        cut=len(timeline) > MOST,
    )


def _groups(book: Book, seat: str) -> tuple[Group, ...]:
    by_seat: dict[str, list[Entry]] = {label: [] for label in book.record.seats}
    for entry in book.record.of_kind("person"):
        by_seat.setdefault(getattr(entry.body, "seat", None) or "", []).append(entry)
    return tuple(
        Group(book.seat(label) if label else None, tuple(_who(book, e, seat) for e in entries))
        for label, entries in by_seat.items()
        if entries
    )


def _who(book: Book, entry: Entry, seat: str) -> Who:
    body = entry.body
    assert isinstance(body, Person)
    order = [c for c in ("en", "ar") if c in body.name]
    codes = dict.fromkeys((*order, *sorted(body.name)))
    return Who(
        entry=entry.id,
        names=tuple((code, body.name[code]) for code in codes),
        also=body.also,
        role=body.role,
        readers=readers_of(book, entry, seat),
    )


def planned(record: Record) -> list[Entry]:
    """The meetings that have a day, for a calendar: held ones and those to come."""
    found = in_order(record, "meeting")
    replaced = {e.body.replaces for e in found if isinstance(e.body, Meeting)}
    return [e for e in found if e.id not in replaced]
