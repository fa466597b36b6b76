"""What the sections of a brief are made from: the record on its day, and the one before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from wasit.brief.book import Book, day_of
from wasit.brief.content import Day, YearKnown
from wasit.brief.dates import within_year
from wasit.entries import Entry, When
from wasit.record import (
    Ahead,
    Moved,
    Record,
    StateOfPlay,
    Subject,
    Undisclosed,
    ahead,
    moved,
    undisclosed,
)


@dataclass(frozen=True)
class View:
    """One seat's record on a day, with what follows from it, each computed once."""

    record: Record
    """What stood on the day."""
    seat: str
    """Whose record it is."""
    book: Book
    play: StateOfPlay
    at: str
    since: str
    before: Record
    """What stood on the day compared with."""
    meeting: Entry | None
    """The meeting before which that day lies, when nobody chose the day."""

    @cached_property
    def stuck(self) -> tuple[Subject, ...]:
        """What parties refuse, the heaviest first."""
        return self.play.stuck

    @cached_property
    def moved(self) -> Moved:
        """What the day has that the earlier one had not."""
        return moved(self.before, self.record, inferred=self.play.inferred, play=self.play)

    @cached_property
    def undisclosed(self) -> tuple[Undisclosed, ...]:
        """What is known to exist and not disclosed."""
        return undisclosed(self.record)

    @cached_property
    def ahead(self) -> Ahead:
        """What is still to come."""
        return ahead(self.record, self.at)

    # --- how the page in sentences says it, which must be short -----------------------------------

    @cached_property
    def names(self) -> Book:
        """How things are called there."""
        return Book(self.record, self.book.home, in_sentences=True)

    def day(self, entry: Entry) -> When | Day | YearKnown | None:
        """The date an entry is about, without the year of the page."""
        found = day_of(entry)
        return self.short(found) if found else None

    def short(self, date: When | Day) -> When | Day | YearKnown:
        """A date, without the year of the page."""
        return YearKnown(date) if within_year(date, self.at[:4]) else date
