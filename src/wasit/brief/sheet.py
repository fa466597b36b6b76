"""The sheet before a stop: what a seat was shown and asked, what it may and must not hear."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from wasit.brief.book import Book, day_of
from wasit.brief.content import Item, Section, Sheet, item, say
from wasit.brief.describe import first, tell
from wasit.brief.pages import caution, front, habit, talks_name, view_of
from wasit.brief.sections.movement import compared, in_short
from wasit.brief.sources import numbered_sources
from wasit.brief.view import View
from wasit.entries import Entry, chain, may_read
from wasit.entries.bodies.exchange import Condition, Handover
from wasit.entries.bodies.reporting import Statement
from wasit.entries.bodies.text import Response
from wasit.record import Record, in_order

_FRAME = frozenset({"talks", "seat", "person", "report", "release", "correction"})
"""Kinds that set the scene and are no news to carry."""


def sheet(
    record: Record,
    for_seat: str,
    *,
    at: date | str,
    since: date | str | None = None,
    seat: str,
) -> Sheet:
    """What ``seat`` should have in mind before a stop with ``for_seat``.

    ``record`` is the whole record of ``seat``. Raises :class:`wasit.entries.NotOnRecord` when
    ``for_seat`` is not a seat on it.
    """
    record.seat(for_seat)
    view = view_of(record, at, since=since, seat=seat)
    theirs = seen_by(view, for_seat)
    sections = (
        _shown(view, for_seat),
        _asked(view, for_seat),
        _may_tell(view, theirs, for_seat),
        _must_not_hear(view, theirs, for_seat, seat),
    )
    name = view.book.seat(for_seat)
    return Sheet(
        title=say("Before a stop with {seat}", seat=name),
        talks=talks_name(view.record),
        at=view.at,
        seat=seat,
        front=front(view.book, view.at, seat),
        caution=caution(view.record),
        sections=sections,
        sources=numbered_sources(view.book, sections),
        habit=habit(view.record),
        since=view.since,
        for_seat=for_seat,
    )


# --- what it has been shown -------------------------------------------------------------------


def _shown(view: View, seat: str) -> Section:
    """Handovers to it; and drafts and documents that it may read."""
    book = view.book
    handed = [e for e in in_order(view.record, "handover") if _went_to(e, seat)]
    papers = [e for e in in_order(view.record, "draft", "document") if may_read(e, seat)]
    items = [tell(book, e) for e in handed]
    if papers:
        items.append(
            item(
                say("It may read these texts and papers:"),
                below=tuple(in_short(book, e) for e in papers),
            )
        )
    nothing = say("Nothing on record has been shown to {seat}.", seat=book.seat(seat))
    return Section(
        "shown",
        say("What {seat} has been shown", seat=book.seat(seat)),
        tuple(items) or (item(nothing),),
        top=True,
    )


def _went_to(entry: Entry, seat: str) -> bool:
    return isinstance(entry.body, Handover) and seat in entry.body.to


# --- what it asked ------------------------------------------------------------------------------


def _asked(view: View, seat: str) -> Section:
    """Its demands, questions and conditions, and the wordings it proposed."""
    entries = in_order(view.record, "statement", "condition", "response")
    items = [tell(view.book, e) for e in entries if _is_ask(view.record, e, seat)]
    nothing = say("{seat} has asked for nothing on record.", seat=view.book.seat(seat))
    return Section(
        "asked",
        say("What {seat} asked", seat=view.book.seat(seat)),
        tuple(items) or (item(nothing),),
        latest=12,
        top=True,
    )


def _is_ask(record: Record, entry: Entry, seat: str) -> bool:
    body = entry.body
    if isinstance(body, Condition):
        return body.seat == seat and body.status == "open"
    if isinstance(body, Response):
        return body.seat == seat and body.proposes is not None
    if isinstance(body, Statement):
        return (
            body.act in ("demands", "asks", "sets_condition") and _speaks_for(record, body) == seat
        )
    return False


def _speaks_for(record: Record, body: Statement) -> str | None:
    speaker = record.get(body.speaker) if body.speaker else None
    return body.seat or getattr(speaker and speaker.body, "seat", None)


# --- what I may tell it, and what it must not hear ---------------------------------------------


def seen_by(view: View, seat: str) -> View:
    """What ``seat`` can read of all this, as it reads it: its own chain of the entries held here.

    Links from what it may read to what it may not are cut, so that a line to be said aloud names
    nothing hidden.
    """
    record = Record.of(chain(view.record.chain(), seat))
    before = Record.of(chain(view.before.chain(), seat))
    return replace(view, record=record, before=before, book=Book(record, view.book.home))


def _may_tell(view: View, theirs: View, seat: str) -> Section:
    """Entries that it may also read, newest first."""
    entries = _newest_first(theirs.record, _FRAME)
    new = [e for e in entries if theirs.before.get(e.id) is None]
    known = [e for e in entries if theirs.before.get(e.id) is not None]
    items = [item(compared(view), below=tuple(in_short(theirs.book, e) for e in new))]
    if not new:
        items = [item(compared(view), say("Since then there is nothing new that it may read."))]
    if known:
        before = say("From before that day:")
        items.append(item(before, below=tuple(in_short(theirs.book, e) for e in known)))
    heading = say("What I may tell {seat}", seat=view.book.seat(seat))
    return Section("may_tell", heading, tuple(items), latest=20, keep_first=True, top=True)


def _must_not_hear(view: View, theirs: View, seat: str, acting: str) -> Section:
    """Entries that it may not read, by the seat they came from."""
    hidden: dict[str, list[Entry]] = {}
    for entry in _newest_first(view.record):
        if theirs.record.get(entry.id) is None and not _reaches(entry, seat):
            hidden.setdefault(entry.author.seat, []).append(entry)
    items = [_from(view.book, source, entries, acting) for source, entries in hidden.items()]
    name = view.book.seat(seat)
    nothing = say("I hold nothing that {seat} may not read.", seat=name)
    heading = say("What I hold that {seat} must not hear, and from whom", seat=name)
    return Section(
        "must_not_hear",
        heading,
        tuple(items) or (item(nothing),),
        latest=30,
        keep_first=True,
        top=True,
    )


def _reaches(entry: Entry, seat: str) -> bool:
    """Whether it is a correction that the seat reads, of which only the outcome stands."""
    return entry.kind == "correction" and may_read(entry, seat)


def _from(book: Book, source: str, entries: Iterable[Entry], acting: str) -> Item:
    head = say("My own:") if source == acting else say("From {seat}:", seat=book.seat(source))
    return item(head, below=tuple(_secret(book, e, acting) for e in entries))


def _secret(book: Book, entry: Entry, acting: str) -> Item:
    others = _other_readers(entry, acting)
    if others:
        who = say("Also read by {seats}.", seats=book.seats(others))
    else:
        who = say("Nobody else reads it.")
    return item(first(book, entry), who, day=day_of(entry), entries=(entry.id,))


def _other_readers(entry: Entry, acting: str) -> list[str]:
    readers = [entry.author.seat, *(entry.audience if entry.audience != "all" else ())]
    return [seat for seat in dict.fromkeys(readers) if seat != acting]


def _newest_first(record: Record, without: frozenset[str] = frozenset()) -> list[Entry]:
    """What is on record but for some kinds, newest first."""
    kinds = [kind for kind in record.state.kinds if kind not in without]
    return in_order(record, *sorted(kinds))[::-1]
