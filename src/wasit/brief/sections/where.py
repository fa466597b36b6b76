"""Where it stands: who is at the table, which text is on it, how many points stand how."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.content import Item, Many, Section, Sentence, Tally, item, say, say_n
from wasit.brief.describe.text import public
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.text import Draft


def where(view: View) -> Section:
    """The first section of the brief."""
    items = [item(*_table(view)), _text(view)]
    if view.play.points:
        items.append(_points(view))
    return Section(
        "where", say("Where it stands"), tuple(i for i in items if i.sentences), top=True
    )


def _table(view: View) -> list[Sentence]:
    """Who sits there; who looks on, but for the reader of the page."""
    book = view.book
    by_role: dict[str, list[str]] = {"party": [], "mediator": [], "observer": []}
    for label, seat in book.record.seats.items():
        if seat.role != "observer" or label != view.seat:
            by_role[seat.role].append(label)
    parties, mediators, observers = by_role.values()
    found = []
    if parties:
        found.append(
            say_n(
                "At the table: {seats}.",
                "At the table: {seats}.",
                len(parties),
                seats=book.seats(parties),
            )
        )
    if mediators:
        found.append(
            say_n(
                "Mediator: {seats}.",
                "Mediators: {seats}.",
                len(mediators),
                seats=book.seats(mediators),
            )
        )
    if observers:
        found.append(
            say_n(
                "Looking on: {seats}.",
                "Looking on: {seats}.",
                len(observers),
                seats=book.seats(observers),
            )
        )
    return found


# --- the text ---------------------------------------------------------------------------------


def _text(view: View) -> Item:
    entry, book = view.play.on_the_table, view.book
    if entry is None:
        return item(say("No text is on the table as far as this record knows."))
    body = entry.body
    assert isinstance(body, Draft)
    found = [_since(view, entry, body), *_size(body), *_wording(body)]
    sources = book.sources(entry)
    return item(*(s.resting_on(*sources) for s in found), entries=(entry.id,))


def _since(view: View, entry: Entry, body: Draft) -> Sentence:
    day = view.day(entry)
    assert day is not None
    if body.by:
        return say(
            "On the table since {day}: “{draft}”, tabled by {seats}.",
            draft=body.title,
            seats=view.book.seats(body.by),
            day=day,
        )
    return say("On the table since {day}: “{draft}”.", draft=body.title, day=day)


def _size(body: Draft) -> Iterator[Sentence]:
    count, held = body.count or len(body.points), len(body.points)
    if count:
        yield say_n("It has {n:w} point.", "It has {n:w} points.", count)
    if body.points and count > held:
        yield say_n(
            "The wording of {n:w} is held here.", "The wording of {n:w} is held here.", held
        )


def _wording(body: Draft) -> list[Sentence]:
    """Whether its wording is held here, and whether it is public."""
    if body.points:
        return public(body)
    if body.published == "no":
        return [say("Its wording is neither published nor held here.")]
    return [say("None of its wording is held here."), *public(body)]


# --- points -----------------------------------------------------------------------------------


def _points(view: View) -> Item:
    """How many points stand how, of which text, and who has answered how many."""
    draft, table = view.play.draft, view.play.on_the_table
    if draft is None or (table and table.id == draft.id):
        return item(*_standings(view, None), *_coverage(view))
    assert isinstance(draft.body, Draft)
    sources = view.book.sources(draft)
    found = (*_standings(view, draft.body), *_held(draft.body), *public(draft.body))
    return item(*(s.resting_on(*sources) for s in found), *_coverage(view), entries=(draft.id,))


def _standings(view: View, other: Draft | None) -> Iterator[Sentence]:
    """``other``: the text whose points they are, where that is not the one on the table."""
    total = len(view.play.whole_points)
    if other is None:
        yield say_n("Of {n} point:", "Of {n} points:", total)
    else:
        yield say_n(
            "Of {n} point of “{draft}”:", "Of {n} points of “{draft}”:", total, draft=other.title
        )
    yield from (_count(word, n) for word, n in view.play.counts.items() if n)


def _held(body: Draft) -> Iterator[Sentence]:
    held = len(body.points)
    if body.count and body.count > held:
        yield say_n("{n:w} point of it is held here.", "{n:w} points of it are held here.", held)


def _count(word: str, n: int) -> Sentence:
    if word == "untouched":
        return say_n("{n} not taken up.", "{n} not taken up.", n)
    if word == "discussed":
        return say_n("{n} under discussion.", "{n} under discussion.", n)
    if word == "bracketed":
        return say_n("{n} with brackets.", "{n} with brackets.", n)
    if word == "reopened":
        return say_n("{n} agreed, then reopened.", "{n} agreed, then reopened.", n)
    if word == "agreed_ad_referendum":
        return say_n(
            "{n} agreed at the table, subject to confirmation.",
            "{n} agreed at the table, subject to confirmation.",
            n,
        )
    return say_n("{n} agreed.", "{n} agreed.", n)


def _coverage(view: View) -> Iterator[Sentence]:
    """How many points each seat has answered: what the counts rest on."""
    found = {seat: view.play.coverage(seat)[0] for seat in view.play.seats}
    tallies = tuple(
        Tally(view.book.seat(seat), n)
        for seat, n in found.items()
        if n or view.record.seats[seat].role == "party"
    )
    if tallies:
        yield say("Points answered: {seats}.", seats=Many(tallies))
