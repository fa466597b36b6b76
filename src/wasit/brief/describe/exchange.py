"""Meetings, messages, documents, handovers and conditions in sentences."""

from __future__ import annotations

from wasit.brief.book import UNKNOWN, Book
from wasit.brief.content import Belonging, Length, Many, Quote, Sentence, Value, say, say_n
from wasit.entries import Entry
from wasit.entries.bodies.exchange import Condition, Document, Handover, Meeting, Message

# --- meetings -------------------------------------------------------------------------------


def meeting(book: Book, entry: Entry, body: Meeting) -> tuple[Sentence, ...]:
    """Who met or is to meet, where, when, how long, over what, and what came of it."""
    return (_encounter(body, meeting_who(book, body)), *meeting_details(book, body))


def in_brief(book: Book, entry: Entry) -> Sentence:
    """Who is to meet, when and where; without the seats where a title stands for known people."""
    assert isinstance(entry.body, Meeting)
    who = entry.body.title if entry.body.title and entry.body.people else None
    return _encounter(entry.body, who or meeting_who(book, entry.body)).resting_on(
        *book.sources(entry)
    )


def _encounter(body: Meeting, who: Value) -> Sentence:
    if body.status == "held":
        return _held(body, who)
    if body.status == "planned":
        return _planned(body, who)
    if body.status == "conditional":
        return _conditional(body, who)
    if body.place:
        return say("Meeting called off ({place}): {who}.", who=who, place=body.place)
    return say("Meeting called off: {who}.", who=who)


def _held(body: Meeting, who: Value) -> Sentence:
    if body.place:
        return say("Meeting held ({place}): {who}.", who=who, place=body.place)
    return say("Meeting held: {who}.", who=who)


def _planned(body: Meeting, who: Value) -> Sentence:
    if body.place and body.planned_for:
        return say(
            "Meeting planned for {when} ({place}): {who}.",
            who=who,
            place=body.place,
            when=body.planned_for,
        )
    if body.planned_for:
        return say("Meeting planned for {when}: {who}.", who=who, when=body.planned_for)
    if body.place:
        return say("Meeting planned ({place}): {who}.", who=who, place=body.place)
    return say("Meeting planned: {who}.", who=who)


def _conditional(body: Meeting, who: Value) -> Sentence:
    if body.planned_for:
        return say("Meeting possible on {when}: {who}.", who=who, when=body.planned_for)
    return say("Meeting possible: {who}.", who=who)


def meeting_who(book: Book, body: Meeting) -> Value:
    """Who meets: the title and the seats, or one of them; else the people."""
    if body.title and body.seats:
        return Belonging(body.title, book.seats(body.seats))
    if body.seats:
        return book.seats(body.seats)
    return body.title or people(book, body)


def people(book: Book, body: Meeting) -> Many:
    """The persons and other participants."""
    return Many((*(book.person(p) for p in body.people), *body.others))


def meeting_details(book: Book, body: Meeting) -> list[Sentence]:
    """What more is known of a meeting."""
    found = []
    if body.people or body.others:
        found.append(say("People: {people}.", people=people(book, body)))
    if body.duration:
        found.append(say("It lasted {length}.", length=Length(body.duration)))
    if body.drafts:
        drafts = Many(tuple(book.thing(d) for d in body.drafts))
        found.append(say("On the table: {drafts}.", drafts=drafts))
    if body.agenda:
        found.append(say("Agenda: {words}.", words=Quote(body.agenda, verbatim=False)))
    if body.outcome:
        found.append(say("Outcome: {words}.", words=Quote(body.outcome, verbatim=False)))
    if body.depends_on:
        found.append(
            say("It depends on this: {words}.", words=Quote(body.depends_on, verbatim=False))
        )
    return found


# --- messages -------------------------------------------------------------------------------


def message(book: Book, entry: Entry, body: Message) -> tuple[Sentence, ...]:
    """Whose message to whom, how many, by whose hand, and what is known of it."""
    found = [_passed(book, body)]
    if body.carried_by:
        found.append(say("Carried by {seats}.", seats=book.seats(body.carried_by)))
    if body.people:
        hands = Many(tuple(book.person(p) for p in body.people))
        found.append(say("Through the hands of: {people}.", people=hands))
    if body.told:
        found.append(say("What is said about it: {words}.", words=Quote(body.told, verbatim=False)))
    if body.words:
        found.append(say("It says: {words}.", words=Quote(body.words, verbatim=False)))
    return tuple(found)


def _passed(book: Book, body: Message) -> Sentence:
    sender = book.seat(body.sender)
    if body.count and body.count > 1 and body.to:
        return say_n(
            "{n:w} message passed from {sender} to {to}.",
            "{n:w} messages passed from {sender} to {to}.",
            body.count,
            sender=sender,
            to=book.seats(body.to),
        )
    if body.to:
        return say("Message from {sender} to {to}.", sender=sender, to=book.seats(body.to))
    return say("Message from {sender}.", sender=sender)


# --- documents and handovers ----------------------------------------------------------------


def document(book: Book, entry: Entry, body: Document) -> tuple[Sentence, ...]:
    """What it is called, from whom, how many papers it is, what is known of it."""
    found = [_paper(book, body)]
    if body.count > 1:
        found.append(say_n("It stands for {n:w} paper.", "It stands for {n:w} papers.", body.count))
    if body.told:
        found.append(say("What is said about it: {words}.", words=Quote(body.told, verbatim=False)))
    if body.contents:
        found.append(say("It says: {words}.", words=Quote(body.contents, verbatim=False)))
    else:
        found.append(say("Its contents are not disclosed."))
    if body.draft:
        found.append(say("It stands beside: {draft}.", draft=book.thing(body.draft)))
    return tuple(found)


def _paper(book: Book, body: Document) -> Sentence:
    if body.by:
        return say("Document “{title}”, from {seats}.", title=body.title, seats=book.seats(body.by))
    return say("Document “{title}”.", title=body.title)


def handover(book: Book, entry: Entry, body: Handover) -> tuple[Sentence, ...]:
    """What went from whom to whom, in what manner, where."""
    what, giver, to = book.thing(body.what), book.seat(body.giver), book.seats(body.to)
    found = [_handed(body, what, giver, to)]
    if body.where:
        found.append(say("Place: {place}.", place=body.where))
    if body.people:
        hands = Many(tuple(book.person(p) for p in body.people))
        found.append(say("Through the hands of: {people}.", people=hands))
    if body.words:
        found.append(say("What is known of it: {words}.", words=Quote(body.words, verbatim=False)))
    return tuple(found)


def _handed(body: Handover, what: Value, giver: Value, to: Many) -> Sentence:
    if body.manner == "handed":
        return say("Handed by {giver} to {to}: {what}.", giver=giver, to=to, what=what)
    if body.manner == "shown":
        return say("Shown by {giver} to {to}: {what}.", giver=giver, to=to, what=what)
    if body.manner == "read_out":
        return say("Read out by {giver} to {to}: {what}.", giver=giver, to=to, what=what)
    return say("Described by {giver} to {to}: {what}.", giver=giver, to=to, what=what)


# --- conditions -----------------------------------------------------------------------------


def condition(book: Book, entry: Entry, body: Condition) -> tuple[Sentence, ...]:
    """Whose condition, what is needed, whether it is met, and what hangs on it."""
    found = [_needs(book, body)]
    hanging = hangs(book, body)
    if hanging:
        found.append(say("What depends on it: {what}.", what=hanging))
    if body.said_by:
        found.append(say("Stated by: {name}.", name=book.called(body.said_by)))
    return tuple(found)


def needed(book: Book, entry: Entry) -> Sentence:
    """A condition in short: whose it is and what is needed."""
    assert isinstance(entry.body, Condition)
    seat, needs = book.seat(entry.body.seat), Quote(entry.body.needs, verbatim=False)
    sentence = say("Condition of {seat}: {needs}.", seat=seat, needs=needs)
    return sentence.resting_on(*book.sources(entry))


def _needs(book: Book, body: Condition) -> Sentence:
    seat, needs = book.seat(body.seat), Quote(body.needs, verbatim=False)
    if body.status == "met":
        return say("Condition of {seat}, met: {needs}.", seat=seat, needs=needs)
    if body.status == "failed":
        return say("Condition of {seat}, failed: {needs}.", seat=seat, needs=needs)
    if body.sort == "mandate":
        return say("Condition of {seat}, a mandate at home: {needs}.", seat=seat, needs=needs)
    if body.sort == "vote":
        return say("Condition of {seat}, a vote: {needs}.", seat=seat, needs=needs)
    if body.sort == "progress":
        return say("Condition of {seat}, progress first: {needs}.", seat=seat, needs=needs)
    if body.sort == "sequence":
        return say("Condition of {seat}, this step first: {needs}.", seat=seat, needs=needs)
    return say("Condition of {seat}: {needs}.", seat=seat, needs=needs)


def hangs(book: Book, body: Condition) -> Many:
    """What hangs on a condition."""
    found: list[Value] = [book.point(ref.draft, ref.label) for ref in body.points]
    found += [book.thing(link) for link in (body.draft, body.issue, body.document) if link]
    for link in (body.meeting, *body.also):
        if link:
            found.append(_meeting_or_thing(book, link))
    return Many(tuple(found))


def _meeting_or_thing(book: Book, link: str) -> Value:
    entry = book.record.get(link)
    if entry is None:
        return UNKNOWN
    if isinstance(entry.body, Meeting):
        return entry.body.title or meeting_who(book, entry.body)
    return book.thing(link)
