"""The page of an answer: of a scenario from files, or of what a seat's record holds."""

from __future__ import annotations

from wasit.brief.book import Book
from wasit.brief.content import Code, Page, Section, say
from wasit.brief.gap.basis import ESTIMATES, estimates
from wasit.brief.gap.candidates import candidates, ledger
from wasit.brief.gap.drafts import against_draft
from wasit.brief.gap.telling import Telling, sections
from wasit.brief.pages import caution, front, habit, talks_name
from wasit.packages.onrecord import OnRecord
from wasit.record import in_order


def scenario_page(telling: Telling, day: str, more: tuple[Section, ...] = ()) -> Page:
    """The page of a scenario that stands in files."""
    name = telling.bargain.name
    title = say("Packages in {name}", name=Code(name)) if name else say("Packages")
    return Page(
        title=title,
        talks=None,
        at=day,
        seat="",
        front=(),
        caution=None,
        sections=(*sections(telling), *more),
        sources=(),
    )


def record_page(
    telling: Telling, found: OnRecord, seat: str, day: str, more: tuple[Section, ...] = ()
) -> Page:
    """The page of what a seat's record holds, as far as the seat may read it."""
    record = found.record
    book = Book(record)
    basis = estimates(found, book, seat)
    texts = _texts(telling, found, book)
    onward = (candidates(telling, found, book), ledger(telling, found, book))
    listed = tuple(one for one in (texts, *onward) if one is not None and one.items)
    return Page(
        title=say("Packages"),
        talks=talks_name(record),
        at=day,
        seat=seat,
        front=(*front(book, day, seat), ESTIMATES),
        caution=caution(record),
        sections=(*sections(telling), *listed, *more, basis),
        sources=(),
        habit=habit(record),
    )


def _texts(telling: Telling, found: OnRecord, book: Book) -> Section:
    """Where each draft on record lies, in time; of the one on the table what would help it."""
    drafts = in_order(found.record, "draft")
    items = [one for draft in drafts for one in against_draft(telling, found, book, draft)]
    return Section("texts", say("Where the texts lie"), tuple(items))
