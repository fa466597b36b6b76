"""What stands around every page: whose desk it is, in which language, where one may go."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.brief.book import Book
from wasit.brief.content import Day, Habit, Sentence, Term, Words, say, term
from wasit.brief.pages import caution, habit, talks_name
from wasit.entries.bodies.table import Seat
from wasit.record import Record
from wasit.web.pages.parts import Line, line_of

LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Place:
    """A page one may go to."""

    name: str
    """The name of its route, without the language."""
    title: Term
    key: str
    """The letter that follows ``g`` on the keyboard."""


PLACES = (
    Place("today", term("Today"), "t"),
    Place("table", term("The table"), "b"),
    Place("play", term("State of play"), "s"),
    Place("people", term("People and meetings"), "p"),
    Place("messages", term("Messages and documents"), "m"),
    Place("reports", term("Reports"), "r"),
    Place("stop", term("Before a stop"), "o"),
    Place("brief", term("Brief"), "f"),
    Place("packages", term("Packages"), "k"),
    Place("journal", term("Journal"), "j"),
)
"""In the order of the menu."""


@dataclass(frozen=True, slots=True)
class Frame:
    """All that the template around a page sees, beside the page itself."""

    language: str
    here: str
    """The name of the place the page belongs to."""
    path: str
    """What was asked for, without the language: for the switch of languages."""
    seat: str
    name: Words
    """Of the acting seat."""
    talks: Words | None
    caution: Words | None
    habit: Habit
    today: Day
    csrf: str
    """What a form must hold."""
    done: Line | None = None
    """What was put on record just before."""
    has_htmx: bool = False
    """Whether the browser file that swaps parts of pages is there."""

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def acting(self) -> Sentence:
        """Whose desk it is and for whose eyes: on every page."""
        return say("For {seat} alone: made from what it may read.", seat=self.name)


def frame(
    record: Record,
    *,
    language: str,
    here: str,
    path: str,
    seat: str,
    today: str,
    csrf: str,
    done: str = "",
    has_htmx: bool = False,
) -> Frame:
    """What stands around a page of ``seat``. Pure."""
    known: Seat = record.seat(seat)
    return Frame(
        language=language,
        here=here,
        path=path,
        seat=seat,
        name=known.name,
        talks=talks_name(record),
        caution=caution(record),
        habit=habit(record),
        today=Day(today),
        csrf=csrf,
        done=_line(record, done, seat),
        has_htmx=has_htmx,
    )


def _line(record: Record, entry_id: str, seat: str) -> Line | None:
    entry = record.get(entry_id) if entry_id else None
    return line_of(Book(record), entry, seat, brief=True) if entry else None
