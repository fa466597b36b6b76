"""What is stuck: the points that parties refuse, the heaviest first, and between whom."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.book import Book, day_of
from wasit.brief.content import Item, Section, Sentence, item, say, say_n
from wasit.brief.describe.text import in_context
from wasit.brief.sections.movement import in_short
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.exchange import Condition
from wasit.entries.bodies.text import Response
from wasit.record import Subject

SHOWN = 5
"""How many stuck points the page in sentences tells of."""


def stuck(view: View) -> Section:
    """The second section of the brief."""
    found = view.stuck
    items = [_stuck(view.book, one) for one in found[:SHOWN]]
    if not found:
        items = [item(say("No party is on record as refusing anything."))]
    elif len(found) > SHOWN:
        items.append(
            item(
                say_n(
                    "{n:w} more contested point stands in the table below.",
                    "{n:w} more contested points stand in the table below.",
                    len(found) - SHOWN,
                )
            )
        )
    return Section("stuck", say("What is stuck"), tuple(items), top=True)


def _stuck(book: Book, one: Subject) -> Item:
    refusals = [answer for answer in one.answers.values() if answer.stance == "unacceptable"]
    below = [_refusal(book, answer.entry) for answer in refusals]
    below += [in_short(book, condition) for condition in open_conditions(one)]
    return item(*_between(book, one), below=tuple(below), entries=(one.holder.id,))


def open_conditions(one: Subject) -> list[Entry]:
    """What must happen before it can move."""
    return [e for e in one.conditions if isinstance(e.body, Condition) and e.body.status == "open"]


def conditions_shown(view: View) -> set[str]:
    """The conditions of which this section tells."""
    return {e.id for one in view.stuck[:SHOWN] for e in open_conditions(one)}


def _refusal(book: Book, entry: Entry) -> Item:
    """Who refuses, in which words, on what ground."""
    assert isinstance(entry.body, Response)
    sources = book.sources(entry)
    sentences = (s.resting_on(*sources) for s in in_context(book, entry, entry.body))
    return item(*sentences, day=day_of(entry), entries=(entry.id,))


def _between(book: Book, one: Subject) -> Iterator[Sentence]:
    assert one.closeness is not None
    what = book.target(one.target)
    against, others = book.seats(one.closeness.against), book.seats(one.closeness.others)
    if others:
        yield say(
            "{what}: refused by {against}, not by {others}.",
            what=what,
            against=against,
            others=others,
        )
    else:
        yield say("{what}: refused by {against}.", what=what, against=against)
    if one.red_lines:
        yield say_n(
            "A red line for {seats}.",
            "A red line for {seats}.",
            len(one.red_lines),
            seats=book.seats(one.red_lines),
        )
    if one.standing.word == "reopened":
        yield say("It had been agreed and was reopened.")
