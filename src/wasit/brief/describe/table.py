"""Talks, seats and people in sentences."""

from __future__ import annotations

from wasit.brief.book import Book
from wasit.brief.content import Code, Many, Quote, Sentence, say
from wasit.entries import Entry
from wasit.entries.bodies.table import Person, Seat, Talks


def talks(book: Book, entry: Entry, body: Talks) -> tuple[Sentence, ...]:
    """What the talks are called and what they are about."""
    named = say("Talks: {name}.", name=body.name)
    if body.summary is None:
        return (named,)
    return named, say("{words}.", words=Quote(body.summary, verbatim=False))


def seat(book: Book, entry: Entry, body: Seat) -> tuple[Sentence, ...]:
    """Who sits there, in what role."""
    label = Code(entry.label or "")
    if body.role == "party":
        first = say("{name} ({label}) sits at the table as a party.", name=body.name, label=label)
    elif body.role == "mediator":
        first = say("{name} ({label}) sits at the table as mediator.", name=body.name, label=label)
    else:
        first = say("{name} ({label}) looks on as an observer.", name=body.name, label=label)
    if body.note is None:
        return (first,)
    return first, say("{words}.", words=Quote(body.note, verbatim=False))


def person(book: Book, entry: Entry, body: Person) -> tuple[Sentence, ...]:
    """The person, office and seat, and other spellings."""
    found = [_office(book, body)]
    if body.also:
        spellings = Many(tuple(Code(spelling) for spelling in body.also))
        found.append(say("Also written: {spellings}.", spellings=spellings))
    if body.serves:
        found.append(say("In office: {when}.", when=body.serves))
    return tuple(found)


def _office(book: Book, body: Person) -> Sentence:
    if body.role and body.seat:
        return say(
            "{name} ({seat}): {role}.", name=body.name, seat=book.seat(body.seat), role=body.role
        )
    if body.role:
        return say("{name}: {role}.", name=body.name, role=body.role)
    if body.seat:
        return say("{name} ({seat}).", name=body.name, seat=book.seat(body.seat))
    return say("{name}.", name=body.name)
