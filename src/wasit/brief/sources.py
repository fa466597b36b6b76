"""The numbered list of what a page rests on."""

from __future__ import annotations

from collections.abc import Iterable

from wasit.brief.book import Book, day_of
from wasit.brief.content import Section, Sentence, Source, every_item, say
from wasit.brief.describe import first
from wasit.brief.describe.reporting import provenance
from wasit.entries import Entry
from wasit.entries.bodies.reporting import Report


def numbered_sources(book: Book, sections: Iterable[Section]) -> tuple[Source, ...]:
    """Everything the sentences of a page rest on, in the order in which it is first met."""
    met: dict[str, None] = {}
    for section in sections:
        for _, one in every_item(section.lines):
            met.update(dict.fromkeys(one.sources))
        met.update(dict.fromkeys(_in_matrix(section)))
    entries = [e for e in (book.record.get(i) for i in met) if e is not None]
    return tuple(_source(book, n, entry) for n, entry in enumerate(entries, start=1))


def _in_matrix(section: Section) -> list[str]:
    rows = section.matrix.rows if section.matrix else ()
    return [s for row in rows for cell in row.cells if cell for s in cell.answer.sources]


def _source(book: Book, number: int, entry: Entry) -> Source:
    if isinstance(entry.body, Report):
        return Source(number, entry, _report(book, entry, entry.body), entry.body.url)
    return Source(number, entry, (first(book, entry),))


def _report(book: Book, entry: Entry, body: Report) -> tuple[Sentence, ...]:
    return (_published(entry, body), *provenance(book, body))


def _published(entry: Entry, body: Report) -> Sentence:
    day = day_of(entry) if entry.happened else None
    if body.title and day:
        return say("{outlet}, {day}: “{title}”.", outlet=body.outlet, day=day, title=body.title)
    if day:
        return say("{outlet}, {day}.", outlet=body.outlet, day=day)
    if body.title:
        return say("{outlet}: “{title}”.", outlet=body.outlet, title=body.title)
    return say("{outlet}.", outlet=body.outlet)
