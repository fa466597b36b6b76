"""What is stuck: the points that parties refuse, the heaviest first, and between whom."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.book import Book
from wasit.brief.content import Item, Many, PartOf, Section, Sentence, Value, item, say, say_n
from wasit.brief.describe.exchange import needed
from wasit.brief.describe.text import refused
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.exchange import Condition
from wasit.record import Subject
from wasit.record.answers import response_in

SHOWN = 3
"""How many stuck points the page in sentences tells of."""

NAMED = 8
"""How many more it names."""


def stuck(view: View) -> Section:
    """The second section of the brief."""
    found = view.stuck
    items = [_stuck(view, one) for one in found[:SHOWN]]
    if not found:
        items = [item(say("No party is on record as refusing anything."))]
    if found[SHOWN:]:
        items.append(item(*_others(view.names, found[SHOWN:])))
    return Section("stuck", say("What is stuck"), tuple(items), top=True)


def _others(book: Book, others: tuple[Subject, ...]) -> Iterator[Sentence]:
    """The names of those that are not told of."""
    named = [_what(book, one) for one in others[:NAMED]]
    parts_last = sorted(named, key=lambda what: isinstance(what, PartOf))
    yield say("Also refused: {what}.", what=Many(tuple(parts_last)))
    if others[NAMED:]:
        yield say_n(
            "{n:w} more point is contested.",
            "{n:w} more points are contested.",
            len(others) - NAMED,
        )


def _stuck(view: View, one: Subject) -> Item:
    below = _why(view, one, heaviest=one is view.stuck[0])
    return item(*_between(view.names, one), below=(below,), entries=(one.holder.id,))


# --- why: the weightiest refusal; on the heaviest point also what the other party wants ----------


def _why(view: View, one: Subject, *, heaviest: bool) -> Item:
    entry = _refusal(one)
    sources = view.book.sources(entry)
    found = [s.resting_on(*sources) for s in refused(view.book, entry, response_in(entry))]
    wanted = _wanted(view, one) if heaviest else None
    if wanted is None:
        return item(*found, entries=(entry.id,))
    return item(*found, needed(view.book, wanted), entries=(entry.id, wanted.id))


def _refusal(one: Subject) -> Entry:
    """A red line before other refusals, one with its words before one without."""
    return max(_refusals(one), key=lambda e: (response_in(e).red_line, bool(response_in(e).words)))


def _refusals(one: Subject) -> list[Entry]:
    given = [e for answer in one.voices.values() for e in (answer.entry, *answer.beside)]
    return [e for e in given if response_in(e).stance == "unacceptable"]


def _wanted(view: View, one: Subject) -> Entry | None:
    """The latest open condition on it of another party than those that refuse it."""
    found = [e for e in one.conditions if _is_open(e) and _is_counterpart(view, one, e)]
    return max(found, key=lambda e: e.day or "", default=None)


def _is_open(entry: Entry) -> bool:
    return isinstance(entry.body, Condition) and entry.body.status == "open"


def _is_counterpart(view: View, one: Subject, condition: Entry) -> bool:
    seat = getattr(condition.body, "seat", "")
    known = view.record.seats.get(seat)
    against = one.closeness.against if one.closeness else ()
    return known is not None and known.role == "party" and seat not in against


def conditions_shown(view: View) -> set[str]:
    """The conditions of which this section tells."""
    wanted = _wanted(view, view.stuck[0]) if view.stuck else None
    return {wanted.id} if wanted else set()


# --- between whom -------------------------------------------------------------------------------


def _between(book: Book, one: Subject) -> Iterator[Sentence]:
    assert one.closeness is not None
    what = _what(book, one)
    against, others = book.seats(one.closeness.against), book.seats(one.closeness.others)
    if set(one.red_lines) == set(one.closeness.against):
        yield _red_line(what, against, others)
    else:
        yield _refused(what, against, others)
        yield from _red_lines(book, one)
    came_from = [a.carried for seat, a in one.carried.items() if seat in one.closeness.against]
    if came_from:
        points = Many(tuple(book.point(o.draft, o.label) for o in dict.fromkeys(came_from) if o))
        yield say_n(
            "Carried over from {points}.", "Carried over from {points}.", len(points), points=points
        )
    if one.standing.word == "reopened":
        yield say("It had been agreed and was reopened.")


def _what(book: Book, one: Subject) -> Value:
    """What is refused: parts of it, where no seat refuses more than parts."""
    extents = {response_in(e).extent for e in _refusals(one)}
    what = book.target(one.target)
    return PartOf("some", what) if extents and extents <= {"some", "most"} else what


def _red_line(what: Value, against: Many, others: Many) -> Sentence:
    """Where it is a red line for all who refuse it."""
    if others:
        return say(
            "{what}: refused by {against} (red line), not by {others}.",
            what=what,
            against=against,
            others=others,
        )
    return say("{what}: refused by {against} (red line).", what=what, against=against)


def _refused(what: Value, against: Many, others: Many) -> Sentence:
    if others:
        return say(
            "{what}: refused by {against}, not by {others}.",
            what=what,
            against=against,
            others=others,
        )
    return say("{what}: refused by {against}.", what=what, against=against)


def _red_lines(book: Book, one: Subject) -> Iterator[Sentence]:
    if one.red_lines:
        yield say_n(
            "A red line for {seats}.",
            "A red line for {seats}.",
            len(one.red_lines),
            seats=book.seats(one.red_lines),
        )
