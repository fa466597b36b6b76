"""What can be said without numbers: what nobody has ruled out, and what blocks what."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.book import Book
from wasit.brief.content import Item, Many, Page, Section, item, say
from wasit.brief.describe import told
from wasit.brief.gap.names import Names
from wasit.brief.pages import caution, front, habit, talks_name
from wasit.entries.bodies.bargain import Rule
from wasit.packages.onrecord import OnRecord


def open_page(found: OnRecord, seat: str, day: str) -> Page:
    """The page of a record without estimates that the seat may read."""
    record = found.record
    book = Book(record)
    return Page(
        title=say("Packages"),
        talks=talks_name(record),
        at=day,
        seat=seat,
        front=(
            *front(book, day, seat),
            say("No estimates are on record: what options are worth to whom is not told."),
        ),
        caution=caution(record),
        sections=(open_options(found, book), *blocks(found, book)),
        sources=(),
        habit=habit(record),
    )


def open_options(found: OnRecord, book: Book) -> Section:
    """By issue, the options that nobody has ruled out; and who has ruled out the others."""
    items = tuple(_open(found, book, place) for place in range(len(found.entries)))
    return Section("open", say("What nobody has ruled out"), items, top=True)


def _open(found: OnRecord, book: Book, place: int) -> Item:
    names = Names(found.bargain)
    seats = found.ruled_out(place)
    left = [names.option(place, o) for o, by in enumerate(seats) if not by]
    below = tuple(
        item(
            say(
                "{option}: ruled out by {seats}.",
                option=names.option(place, o),
                seats=book.seats(by),
            )
        )
        for o, by in enumerate(seats)
        if by
    )
    if not left:
        return item(
            say("{issue}: every option is ruled out by somebody.", issue=names.issue(place)),
            below=below,
        )
    return item(
        say(
            "{issue}: {options}.",
            issue=names.issue(place),
            options=left[0] if len(left) == 1 else Many(tuple(left)),
        ),
        below=below,
    )


def blocks(found: OnRecord, book: Book) -> Iterator[Section]:
    """The rules by which options block or need each other."""
    items = tuple(
        item(*told(book, entry), entries=(entry.id,))
        for entry in found.record.of_kind("rule")
        if isinstance(entry.body, Rule) and entry.body.relation != "accepted_by"
    )
    if items:
        yield Section("blocks", say("What blocks or needs what"), items, top=True)
