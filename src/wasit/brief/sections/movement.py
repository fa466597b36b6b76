"""What moved since an earlier day: answers, standings, and new things on the table."""

from __future__ import annotations

from wasit.brief.book import Book, day_of
from wasit.brief.content import Day, Item, Section, Sentence, Term, item, say, term
from wasit.brief.describe import first, tell
from wasit.brief.describe.text import stance
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.record import AnswerMoved, StandingMoved

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
    moved, book = view.moved, view.book
    items = [_standing(book, one) for one in moved.standings]
    items += [_answer(book, one) for one in moved.answers]
    items += [in_short(book, entry) for entry in reversed(moved.news)]
    if not moved:
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
        return say("Compared with {day}.", day=Day(view.since))
    return say(
        "Compared with {day}, the eve of the last meeting before this page.", day=Day(view.since)
    )


def in_short(book: Book, entry: Entry) -> Item:
    """An entry in one sentence, with its day."""
    return item(first(book, entry), day=day_of(entry), entries=(entry.id,))


def _standing(book: Book, one: StandingMoved) -> Item:
    sentence = say(
        "{what}: now {now}, before that {before}.",
        what=book.target(one.subject.target),
        now=STANDINGS[one.now.word],
        before=STANDINGS[one.before.word],
    )
    day = Day(one.now.since) if one.now.since else None
    return item(sentence, day=day, entries=(one.subject.holder.id,))


def _answer(book: Book, one: AnswerMoved) -> Item:
    if one.before is None:
        return tell(book, one.now.entry)
    sentence = say(
        "{seat} on {what}: now {now}, before that {before}.",
        seat=book.seat(one.now.seat),
        what=book.target(one.subject.target),
        now=stance(one.now.response),
        before=stance(one.before.response),
    ).resting_on(*book.sources(one.now.entry))
    return item(sentence, day=day_of(one.now.entry), entries=(one.now.entry.id,))
