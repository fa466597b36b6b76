"""What moved since an earlier day: answers, standings, and new things on the table."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.book import Book, day_of, opening
from wasit.brief.content import (
    Day,
    Item,
    Quote,
    Section,
    Sentence,
    Term,
    item,
    say,
    term,
)
from wasit.brief.describe import first
from wasit.brief.describe.text import how_much, in_brief, stance
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.exchange import Handover, Meeting
from wasit.record import AnswerMoved, StandingMoved
from wasit.record.answers import Answer, response_in

STANDINGS: dict[str, Term] = {
    "untouched": term("untouched"),
    "discussed": term("under discussion"),
    "bracketed": term("in brackets"),
    "reopened": term("reopened"),
    "agreed_ad_referendum": term("agreed at the table"),
    "agreed": term("agreed"),
}
"""How a point stands, as a word."""


def movement(view: View) -> Section:
    """The third section of the brief."""
    items = [_standing(view, one) for one in view.moved.standings]
    items += [_answer(view, one) for one in view.moved.answers]
    items += [_news(view, entry) for entry in reversed(_news_here(view))]
    if not items and view.moved:
        items.append(item(say("What is new is told in the other sections.")))
    elif not items:
        items.append(item(say("Nothing on record moved.")))
    return Section(
        "moved",
        say("What moved"),
        tuple(items),
        intro=(item(compared(view)),),
        latest=10,
        keep_first=True,
        top=True,
    )


def compared(view: View) -> Sentence:
    """Which day the page is compared with, and why that one."""
    if view.meeting is None:
        return say("Compared with {day}.", day=view.short(Day(view.since)))
    return say("Compared with {day}, the eve of the last meeting.", day=view.short(Day(view.since)))


def in_short(book: Book, entry: Entry) -> Item:
    """An entry in one sentence, with its day."""
    return item(first(book, entry), day=day_of(entry), entries=(entry.id,))


# --- standings and answers ----------------------------------------------------------------------


def _standing(view: View, one: StandingMoved) -> Item:
    sentence = say(
        "{what}: now {now}, before that {before}.",
        what=view.names.target(one.subject.target),
        now=STANDINGS[one.now.word],
        before=STANDINGS[one.before.word],
    )
    day = view.short(Day(one.now.since)) if one.now.since else None
    return item(sentence, day=day, entries=(one.subject.holder.id,))


def _answer(view: View, one: AnswerMoved) -> Item:
    """The answer, and those that the seat gave the same day to other parts of the same text."""
    book, now = view.names, one.now
    sources = book.sources(now.entry)
    found = [s.resting_on(*sources) for s in _now(book, now, one.before)]
    for entry in now.beside:
        other = say("On other parts: {stance}.", stance=stance(response_in(entry)))
        found.append(other.resting_on(*book.sources(entry)))
    entries = (now.entry.id, *(entry.id for entry in now.beside))
    return item(*found, day=view.day(now.entry), entries=entries)


def _now(book: Book, now: Answer, before: Answer | None) -> tuple[Sentence, ...]:
    if before is None:
        return in_brief(book, now.entry, now.response)
    sentence = say(
        "{seat} on {what}: now {now}, before that {before}.",
        seat=book.seat(now.seat),
        what=how_much(book, now.response),
        now=stance(now.response),
        before=stance(before.response),
    )
    return (sentence,)


# --- what is new --------------------------------------------------------------------------------


def _news_here(view: View) -> list[Entry]:
    """New entries of which no other section of the page in sentences tells."""
    told = set(_told_elsewhere(view))
    new = {entry.id for entry in view.moved.news}
    return [e for e in view.moved.news if e.id not in told and _is_news(e, told, new)]


def _told_elsewhere(view: View) -> Iterator[str]:
    texts = (view.play.on_the_table, view.play.draft)
    yield from (text.id for text in texts if text)
    yield from (one.entry.id for one in view.undisclosed)
    yield from (one.meeting.id for one in view.ahead.meetings)


def _is_news(entry: Entry, told: set[str], new: set[str]) -> bool:
    """Meetings that were held, or called off after they had been news; papers not yet told of."""
    body = entry.body
    if isinstance(body, Meeting):
        called_off = body.status == "cancelled" and body.replaces not in new
        return body.status == "held" or called_off
    if isinstance(body, Handover):
        return body.what not in told
    return True


def _news(view: View, entry: Entry) -> Item:
    found = [first(view.names, entry)]
    if isinstance(entry.body, Meeting) and entry.body.outcome:
        outcome = Quote(opening(entry.body.outcome), verbatim=False)
        found.append(say("Outcome: {words}.", words=outcome).resting_on(*found[0].sources))
    return item(*found, day=view.day(entry), entries=(entry.id,))
