"""Messages and documents: notices and contents, each with who may read it."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.brief.book import Book
from wasit.brief.sections.undisclosed import undisclosed
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.exchange import Message
from wasit.record import Record, StateOfPlay, in_order
from wasit.web.pages.parts import Block, Line, block_of, line_of


@dataclass(frozen=True, slots=True)
class Passed:
    """A message or paper, with what belongs under it."""

    line: Line
    contents: tuple[Line, ...]
    """Of a notice: the messages themselves; of a paper: who was handed it."""


@dataclass(frozen=True, slots=True)
class Messages:
    """What passed between the seats."""

    messages: tuple[Passed, ...]
    documents: tuple[Passed, ...]
    undisclosed: Block
    """What is known to exist and not disclosed."""


MOST = 200
"""Messages and papers that are shown, the newest; the journal has the others."""


def page(record: Record, play: StateOfPlay, *, seat: str, today: str) -> Messages:
    """Messages and papers, newest first."""
    book = Book(record, home=play.draft.id if play.draft else None)
    view = View(record, seat, book, play, today, today, record, None)
    notices = [e for e in in_order(record, "message") if not _has_notice(record, e)][::-1]
    papers = in_order(record, "document", "draft")[::-1]
    return Messages(
        messages=tuple(_passed(book, e, "message", seat) for e in notices[:MOST]),
        documents=tuple(_passed(book, e, "handover", seat) for e in papers[:MOST]),
        undisclosed=block_of(book, undisclosed(view), seat),
    )


def _has_notice(record: Record, entry: Entry) -> bool:
    """Whether it is the content of a notice that stands on this record."""
    body = entry.body
    return (
        isinstance(body, Message)
        and bool(body.notice)
        and record.get(body.notice or "") is not None
    )


def _passed(book: Book, entry: Entry, below: str, seat: str) -> Passed:
    under = book.record.about(entry.id, below)
    return Passed(line_of(book, entry, seat), tuple(line_of(book, e, seat) for e in under))
