"""What is not disclosed: known to exist, without what it says."""

from __future__ import annotations

from wasit.brief.book import Book, day_of
from wasit.brief.content import Item, Quote, Section, Sentence, item, say, say_n
from wasit.brief.describe import first
from wasit.brief.describe.reporting import speaker
from wasit.brief.view import View
from wasit.entries.bodies.exchange import Document, Message
from wasit.entries.bodies.reporting import Statement
from wasit.entries.bodies.text import Draft
from wasit.record import Undisclosed
from wasit.record import undisclosed as found_undisclosed


def undisclosed(view: View) -> Section:
    """The fourth section of the brief."""
    found = found_undisclosed(view.record)
    items = [_undisclosed(view.book, one) for one in found]
    if not items:
        items = [item(say("Nothing on record is known to be withheld."))]
    return Section("undisclosed", say("What is not disclosed"), tuple(items), latest=8, top=True)


def _undisclosed(book: Book, one: Undisclosed) -> Item:
    sources = book.sources(one.entry)
    sentences = (s.resting_on(*sources) for s in _sentences(book, one))
    return item(*sentences, day=day_of(one.entry), entries=(one.entry.id,))


def _sentences(book: Book, one: Undisclosed) -> list[Sentence]:
    body = one.entry.body
    if isinstance(body, Document):
        return _contents(body)
    if isinstance(body, Message):
        return _message(book, body)
    if isinstance(body, Draft):
        return [say("The wording of draft “{title}” is not on record.", title=body.title)]
    if isinstance(body, Statement) and body.declined:
        declined = Quote(body.declined, verbatim=False)
        return [say("{who} declined to say: {words}.", who=speaker(book, body), words=declined)]
    return [first(book, one.entry), say("Which ones is not disclosed.")]


def _contents(body: Document) -> list[Sentence]:
    if body.count > 1:
        found = [
            say_n(
                "{n:w} paper, “{title}”: the contents are not disclosed.",
                "{n:w} papers, “{title}”: the contents are not disclosed.",
                body.count,
                title=body.title,
            )
        ]
    else:
        found = [say("Document “{title}”: the contents are not disclosed.", title=body.title)]
    if body.told:
        found.append(say("What is said about it: {words}.", words=Quote(body.told, verbatim=False)))
    return found


def _message(book: Book, body: Message) -> list[Sentence]:
    sender, to = book.seat(body.sender), book.seats(body.to)
    if body.to:
        found = [say("What {sender} passed to {to} is not disclosed.", sender=sender, to=to)]
    else:
        found = [say("A message of {sender} is not disclosed.", sender=sender)]
    if body.told:
        found.append(say("What is said about it: {words}.", words=Quote(body.told, verbatim=False)))
    return found
