"""What is next, and on what it depends."""

from __future__ import annotations

from wasit.brief.book import Book
from wasit.brief.content import Item, Section, item, say
from wasit.brief.describe import tell
from wasit.brief.sections.movement import in_short
from wasit.brief.sections.stuck import conditions_shown
from wasit.brief.view import View
from wasit.record import Coming
from wasit.record import ahead as found_ahead


def ahead(view: View) -> Section:
    """The fifth section of the brief, the last of the page in sentences."""
    found, book = found_ahead(view.record, view.at), view.book
    items = [_coming(book, one) for one in found.meetings]
    told = conditions_shown(view)
    others = [e for e in found.conditions if e.id not in told]
    items += [tell(book, entry) for entry in (*others, *found.rounds)]
    if not items:
        items = [item(say("Nothing that is to come is on record."))]
    return Section("next", say("What is next"), tuple(items), latest=10, keep_first=True, top=True)


def _coming(book: Book, one: Coming) -> Item:
    line = tell(book, one.meeting, below=tuple(in_short(book, c) for c in one.conditions))
    if not one.overdue:
        return line
    late = say("That day has passed, and nothing on record says what became of it.")
    return item(*line.sentences, late, day=line.day, below=line.below, entries=line.entries)
