"""What the sections of a brief are made from: the record on its day, and the one before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from wasit.brief.book import Book
from wasit.entries import Entry
from wasit.record import Moved, Record, StateOfPlay, Subject, moved


@dataclass(frozen=True)
class View:
    """One seat's record on a day, with what follows from it, each computed once."""

    record: Record
    """What stood on the day."""
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
