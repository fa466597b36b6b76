"""Today: what changed since I was here, what is stuck, what is next and on what it depends."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wasit.brief.book import Book
from wasit.brief.content import Day, Sentence, say, say_n
from wasit.brief.sections.ahead import ahead
from wasit.brief.sections.movement import movement
from wasit.brief.sections.stuck import stuck
from wasit.brief.view import View
from wasit.record import Record, StateOfPlay
from wasit.web.pages.parts import Block, Line, block_of, line_of

MOST = 12
"""New entries that are listed; the journal holds the others."""


@dataclass(frozen=True, slots=True)
class Today:
    """The first page of the day."""

    since: Sentence
    """Since when it tells what changed, and why since then."""
    since_day: str
    """That day, ``YYYY-MM-DD``."""
    moved: Block
    """What moved between what the seat had that day and what it has now."""
    new: tuple[Line, ...]
    """What entered the seat's record since, newest first."""
    more: Sentence | None
    """How many more there are."""
    stuck: Block
    ahead: Block


def last_here(record: Record, seat: str, today: str) -> str | None:
    """The last day before today on which the seat put something on record; None: never."""
    days = (e.recorded[:10] for e in record.chain() if e.author.seat == seat)
    return max((day for day in days if day < today), default=None)


def page(
    record: Record,
    before: Record,
    play: StateOfPlay,
    *,
    seat: str,
    today: str,
    since: str,
    chosen: bool,
) -> Today:
    """``before``: what the seat had on ``since``. ``chosen``: the person chose that day."""
    book = Book(record, home=play.draft.id if play.draft else None)
    view = View(record, seat, book, play, today, since, before, None)
    moved = block_of(book, replace(movement(view), intro=()), seat)
    known = len(before)
    new = [e for n, e in enumerate(record.chain()) if n >= known or before.get(e.id) is None]
    new = [e for e in new if e.recorded[:10] > since][::-1]
    return Today(
        since=_since(since, chosen),
        since_day=since,
        moved=moved,
        new=tuple(line_of(book, e, seat, brief=True) for e in new[:MOST]),
        more=say_n(
            "{n} more new entry in the journal.",
            "{n} more new entries in the journal.",
            len(new) - MOST,
        )
        if len(new) > MOST
        else None,
        stuck=block_of(book, stuck(view), seat),
        ahead=block_of(book, ahead(view), seat),
    )


def _since(day: str, chosen: bool) -> Sentence:
    if chosen:
        return say("Compared with what this seat had on {day}.", day=Day(day))
    return say(
        "Compared with what this seat had on {day}, the last day before today on which it put "
        "something on record.",
        day=Day(day),
    )
