"""Where it stands: who is at the table, which text is on it, how many points stand how."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.book import Book, day_of
from wasit.brief.content import Item, Section, Sentence, item, say, say_n
from wasit.brief.describe.text import public
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.text import Draft


def where(view: View) -> Section:
    """The first section of the brief."""
    items = [item(*_table(view.book)), *_texts(view)]
    if view.play.points:
        items += [_standings(view), item(*_coverage(view))]
    return Section(
        "where", say("Where it stands"), tuple(i for i in items if i.sentences), top=True
    )


def _table(book: Book) -> list[Sentence]:
    by_role: dict[str, list[str]] = {"party": [], "mediator": [], "observer": []}
    for label, seat in book.record.seats.items():
        by_role[seat.role].append(label)
    parties, mediators, observers = by_role.values()
    found = []
    if parties:
        found.append(
            say_n(
                "At the table as a party: {seats}.",
                "At the table as parties: {seats}.",
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


def _texts(view: View) -> Iterator[Item]:
    on_table = view.play.on_the_table
    if on_table is None:
        yield item(say("No text is on the table as far as this record knows."))
        return
    yield _on_the_table(view.book, on_table)
    listed = view.play.draft
    if listed is not None and listed.id != on_table.id:
        yield _listed(view.book, listed)


def _on_the_table(book: Book, entry: Entry) -> Item:
    body = entry.body
    assert isinstance(body, Draft)
    found = [_since(book, entry, body), *_size(book, body)]
    if not body.points:
        found.append(say("None of its wording is held here."))
    found += public(body)
    sources = book.sources(entry)
    return item(*(s.resting_on(*sources) for s in found), entries=(entry.id,))


def _since(book: Book, entry: Entry, body: Draft) -> Sentence:
    day = day_of(entry)
    assert day is not None
    if body.by:
        return say(
            "The text on the table is “{draft}”, tabled by {seats}, on record since {day}.",
            draft=body.title,
            seats=book.seats(body.by),
            day=day,
        )
    return say(
        "The text on the table is “{draft}”, on record since {day}.", draft=body.title, day=day
    )


def _size(book: Book, body: Draft) -> Iterator[Sentence]:
    count, held = body.count or len(body.points), len(body.points)
    if count:
        yield say_n("It has {n:w} point.", "It has {n:w} points.", count)
    if body.points and count > held:
        yield say_n(
            "The wording of {n:w} is held here.", "The wording of {n:w} is held here.", held
        )
    for link in body.after:
        before = book.record.get(link)
        if before is not None and isinstance(before.body, Draft):
            size = before.body.count or len(before.body.points)
            if size:
                yield say_n(
                    "The text it was made from, “{draft}”, had {n:w} point.",
                    "The text it was made from, “{draft}”, had {n:w} points.",
                    size,
                    draft=before.body.title,
                ).resting_on(*book.sources(before))


def _listed(book: Book, entry: Entry) -> Item:
    body = entry.body
    assert isinstance(body, Draft)
    first = say("The points below are those of “{draft}”.", draft=body.title)
    held = len(body.points)
    more = say_n("{n:w} point of it is held here.", "{n:w} points of it are held here.", held)
    sources = book.sources(entry)
    return item(
        *(s.resting_on(*sources) for s in (first, more, *public(body))), entries=(entry.id,)
    )


# --- counts -----------------------------------------------------------------------------------


def _standings(view: View) -> Item:
    counts = view.play.counts
    total = len(view.play.whole_points)
    found = [say_n("Of {n} point:", "Of {n} points:", total)]
    found += [_count(word, n) for word, n in counts.items() if n]
    return item(*found)


def _count(word: str, n: int) -> Sentence:
    if word == "untouched":
        return say_n("{n} has not been spoken to.", "{n} have not been spoken to.", n)
    if word == "discussed":
        return say_n("{n} is under discussion.", "{n} are under discussion.", n)
    if word == "bracketed":
        return say_n("{n} holds brackets.", "{n} hold brackets.", n)
    if word == "reopened":
        return say_n("{n} was agreed and is open again.", "{n} were agreed and are open again.", n)
    if word == "agreed_ad_referendum":
        return say_n(
            "{n} is agreed at the table, subject to confirmation.",
            "{n} are agreed at the table, subject to confirmation.",
            n,
        )
    return say_n("{n} is agreed.", "{n} are agreed.", n)


def _coverage(view: View) -> Iterator[Sentence]:
    """How many points each seat has answered: what the counts rest on."""
    for seat in view.play.seats:
        answered, total = view.play.coverage(seat)
        if answered:
            yield say_n(
                "Answers of {seat} on record: {n} of {total} points.",
                "Answers of {seat} on record: {n} of {total} points.",
                answered,
                seat=view.book.seat(seat),
                total=total,
            )
        elif view.record.seats[seat].role == "party":
            yield say("No answer of {seat} is on record.", seat=view.book.seat(seat))
