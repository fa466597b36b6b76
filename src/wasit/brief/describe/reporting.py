"""Statements, reports and notes in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wasit.brief.book import Book
from wasit.brief.content import Many, Quote, Sentence, Value, say, term
from wasit.entries import Entry
from wasit.entries.bodies.reporting import Note, Report, Statement

NOT_NAMED = term("a speaker who is not named")


def statement(book: Book, entry: Entry, body: Statement) -> tuple[Sentence, ...]:
    """Who said what, to whom, through whom it is known, how weakened, what was declined."""
    found = [said(book, entry, body)]
    if body.to:
        found.append(say("Said to: {to}.", to=body.to))
    outlets = book.outlets(entry)
    through = tuple(name for name in body.via if name not in outlets.values)
    if through:
        found.append(say("Known through: {via}.", via=Many(through)))
    if body.hedge:
        found.append(say("Weakened there by the word: {hedge}.", hedge=Quote(body.hedge)))
    if body.declined:
        found.append(say("Declined to say: {words}.", words=Quote(body.declined, verbatim=False)))
    if outlets and outlets.values != (body.speaker_name,):
        found.append(say("As reported by {outlets}.", outlets=outlets))
    return tuple(found)


def said(book: Book, entry: Entry, body: Statement) -> Sentence:
    """The statement itself: the speaker, what the speaker does by it, the words."""
    return _ACTS[body.act](speaker(book, body), Quote(body.words, verbatim=body.quoted))


def speaker(book: Book, body: Statement) -> Value:
    """Who speaks: the person with the seat, the name given, else the seat."""
    if body.speaker:
        return book.belonging(body.speaker)
    if body.speaker_name:
        return body.speaker_name
    return book.seat(body.seat) if body.seat else NOT_NAMED


_ACTS: Mapping[str, Callable[[Value, Quote], Sentence]] = {
    "reports": lambda who, words: say("Said by {who}: {words}.", who=who, words=words),
    "accepts": lambda who, words: say("Accepted by {who}: {words}.", who=who, words=words),
    "accepts_in_part": lambda who, words: say(
        "Accepted in part by {who}: {words}.", who=who, words=words
    ),
    "rejects": lambda who, words: say("Rejected by {who}: {words}.", who=who, words=words),
    "demands": lambda who, words: say("Demanded by {who}: {words}.", who=who, words=words),
    "offers": lambda who, words: say("Offered by {who}: {words}.", who=who, words=words),
    "concedes": lambda who, words: say("Conceded by {who}: {words}.", who=who, words=words),
    "sets_condition": lambda who, words: say(
        "Condition set by {who}: {words}.", who=who, words=words
    ),
    "announces": lambda who, words: say("Announced by {who}: {words}.", who=who, words=words),
    "praises": lambda who, words: say("Praise from {who}: {words}.", who=who, words=words),
    "criticises": lambda who, words: say("Criticism from {who}: {words}.", who=who, words=words),
    "expects": lambda who, words: say("Expected by {who}: {words}.", who=who, words=words),
    "asks": lambda who, words: say("Asked by {who}: {words}.", who=who, words=words),
    "declines": lambda who, words: say("Declined by {who}: {words}.", who=who, words=words),
}


def report(book: Book, entry: Entry, body: Report) -> tuple[Sentence, ...]:
    """Who published it, under what headline, whose reporting it retells, how strong it is."""
    if body.title:
        first = say("{outlet}: “{title}”.", outlet=body.outlet, title=body.title)
    else:
        first = say("{outlet}.", outlet=body.outlet)
    return (first, *provenance(book, body))


def provenance(book: Book, body: Report) -> list[Sentence]:
    """What kind of source a report is."""
    found = []
    if body.relays:
        found.append(say("It retells: {outlets}.", outlets=Many(tuple(body.relays))))
    if body.copy_of:
        original = book.record.get(body.copy_of)
        if original and isinstance(original.body, Report):
            found.append(say("It carries the text of {outlet}.", outlet=original.body.outlet))
    if body.strength == "primary":
        found.append(say("A party’s own publication."))
    if body.strength == "relay" and not body.relays:
        found.append(say("A retelling of others."))
    if body.strength == "weak":
        found.append(say("A weak source."))
    if body.note:
        found.append(say("{words}.", words=Quote(body.note, verbatim=False)))
    return found


def note(book: Book, entry: Entry, body: Note) -> tuple[Sentence, ...]:
    """A note and how pressing it is."""
    author, words = book.seat(entry.author.seat), Quote(body.words, verbatim=False)
    if body.level == 2:
        return (say("Urgent note of {seat}: {words}.", seat=author, words=words),)
    if body.level == 1:
        return (say("Note of {seat}, to keep in view: {words}.", seat=author, words=words),)
    return (say("Note of {seat}: {words}.", seat=author, words=words),)
