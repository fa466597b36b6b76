"""What is not disclosed: known to exist, without what it says."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.content import Item, Many, Quote, Section, Sentence, item, say, say_n
from wasit.brief.describe.reporting import speaker
from wasit.brief.describe.text import answered
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.exchange import Document, Message
from wasit.entries.bodies.reporting import Statement
from wasit.entries.bodies.text import Response
from wasit.record import Undisclosed
from wasit.record.answers import response_in


def undisclosed(view: View) -> Section:
    """The fourth section of the brief. What is said about a thing stands below, under the thing."""
    items = tuple(_item(view, alike) for alike in _together(_not_told(view)))
    if not items:
        items = (item(say("Nothing on record is known to be withheld.")),)
    return Section("undisclosed", say("What is not disclosed"), items, latest=8, top=True)


# --- what goes together -------------------------------------------------------------------------


def _not_told(view: View) -> tuple[Undisclosed, ...]:
    """All but the wording of the text on the table, of which the first section tells."""
    table = view.play.on_the_table
    return tuple(one for one in view.undisclosed if not (table and one.entry.id == table.id))


def _together(found: tuple[Undisclosed, ...]) -> list[list[Entry]]:
    """One line each: all texts without wording; a seat's answers of one day to parts of one text.

    What a speaker declined to say about something that is listed anyway is left out.
    """
    listed = {thing for one in found for thing in _listed(one)}
    lines: dict[tuple[str, ...], list[Entry]] = {}
    for one in found:
        if one.why == "declined" and _about(one.entry) & listed:
            continue
        lines.setdefault(_line(one), []).append(one.entry)
    return list(lines.values())


def _line(one: Undisclosed) -> tuple[str, ...]:
    if one.why == "wording":
        return ("wording",)
    if one.why == "which_points":
        answer = response_in(one.entry)
        return (answer.seat, _whole(answer), one.entry.day or "")
    return (one.entry.id,)


def _listed(one: Undisclosed) -> Iterator[str]:
    """The things whose contents, wording or parts are listed as not disclosed."""
    if one.why == "which_points":
        yield _whole(response_in(one.entry))
    elif one.why != "declined":
        yield one.entry.id


def _whole(answer: Response) -> str:
    """What an answer to parts of a text is about."""
    return answer.draft or answer.document or answer.issue or answer.package or ""


def _about(entry: Entry) -> set[str]:
    body = entry.body
    assert isinstance(body, Statement)
    return {link for link in (body.draft, body.document) if link}


# --- in sentences -------------------------------------------------------------------------------


def _item(view: View, alike: list[Entry]) -> Item:
    sentence = _sentence(view, alike).resting_on(*view.book.sources(*alike))
    return item(sentence, entries=tuple(entry.id for entry in alike))


def _sentence(view: View, alike: list[Entry]) -> Sentence:
    book, body = view.names, alike[0].body
    if isinstance(body, Document):
        return _contents(body)
    if isinstance(body, Message):
        sender, to = book.seat(body.sender), book.seats(body.to)
        if body.to:
            return say("What {sender} passed to {to}.", sender=sender, to=to)
        return say("What is in a message of {sender}.", sender=sender)
    if isinstance(body, Response):
        what, seat = answered(book, body), book.seat(body.seat)
        return say("Which parts of {what} {seat} means.", what=what, seat=seat)
    if isinstance(body, Statement) and body.declined:
        declined = Quote(body.declined, verbatim=False)
        return say("{who} withheld: {words}.", who=speaker(book, body), words=declined)
    drafts = Many(tuple(book.thing(entry.id) for entry in alike))
    return say("The wording of {drafts}.", drafts=drafts)


def _contents(body: Document) -> Sentence:
    if body.count > 1:
        return say_n(
            "The contents of {n:w} paper, “{title}”.",
            "The contents of {n:w} papers, “{title}”.",
            body.count,
            title=body.title,
        )
    return say("The contents of document “{title}”.", title=body.title)
