"""Any entry in one sentence.

``describe(record, entry)`` is the one-line description that lists, sheets and pages use; ``tell``
adds the sentences that say how it is known: by whom reported, through whom, how weakened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wasit.brief.book import Book, day_of
from wasit.brief.content import Item, Sentence, item
from wasit.brief.describe import acts, bargain, exchange, reporting, table, text
from wasit.entries import Entry
from wasit.record import Record

Describer = Callable[[Book, Entry, Any], tuple[Sentence, ...]]
"""Turns an entry and its body into sentences; the first of them says what it is."""

DESCRIBERS: Mapping[str, Describer] = {
    "talks": table.talks,
    "seat": table.seat,
    "person": table.person,
    "draft": text.draft,
    "response": text.response,
    "agreement": text.agreement,
    "round": text.sealed_round,
    "meeting": exchange.meeting,
    "message": exchange.message,
    "document": exchange.document,
    "handover": exchange.handover,
    "condition": exchange.condition,
    "statement": reporting.statement,
    "report": reporting.report,
    "note": reporting.note,
    "issue": bargain.issue,
    "rule": bargain.rule,
    "estimate": bargain.estimate,
    "package": bargain.package,
    "line": bargain.line,
    "release": acts.release,
    "correction": acts.correction,
}
"""One per kind."""


def describe(record: Record, entry: Entry) -> Sentence:
    """``entry`` in one sentence, with what it rests on. Names come from ``record``."""
    return first(Book(record), entry)


def first(book: Book, entry: Entry) -> Sentence:
    """The sentence that says what an entry is."""
    return told(book, entry)[0].resting_on(*book.sources(entry))


def told(book: Book, entry: Entry) -> tuple[Sentence, ...]:
    """All that an entry says, in sentences."""
    return DESCRIBERS[entry.kind](book, entry, entry.body)


def tell(book: Book, entry: Entry, below: tuple[Item, ...] = ()) -> Item:
    """A line of a page for an entry: its day, all its sentences, its sources."""
    sources = book.sources(entry)
    sentences = tuple(s.resting_on(*sources) for s in told(book, entry))
    return item(*sentences, day=day_of(entry), below=below, entries=(entry.id,))
