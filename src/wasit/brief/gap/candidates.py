"""Packages on record: what each is worth, who answered it how, and who gave what for what."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from wasit.brief.book import Book
from wasit.brief.content import Item, Section, Term, item, say, term
from wasit.brief.gap.names import figure
from wasit.brief.gap.telling import Telling, crossings, worths
from wasit.entries import Entry
from wasit.packages import Package
from wasit.packages.comparing import compare
from wasit.packages.onrecord import OnRecord
from wasit.record.answers import answers

STANCES: dict[str, Term] = {
    "acceptable": term("acceptable"),
    "open": term("needs discussion"),
    "unacceptable": term("unacceptable"),
}


def candidates(telling: Telling, found: OnRecord, book: Book) -> Section | None:
    """Each package put forward, in time."""
    items = tuple(_candidate(telling, book, entry, taken) for entry, taken in found.candidates)
    return Section("candidates", say("Packages on record"), items) if items else None


def _candidate(telling: Telling, book: Book, entry: Entry, taken: Package | None) -> Item:
    below = [_answered(book, entry, seat) for seat in answers(book.record, entry.id)]
    if taken is None:
        said = say("{package}: not every issue is settled in it.", package=book.thing(entry.id))
        return item(said, below=tuple(below), entries=(entry.id,))
    return item(
        say(
            "{package}: {options}.",
            package=book.thing(entry.id),
            options=telling.names.package(taken),
        ),
        *crossings(telling, taken),
        below=(*worths(telling, taken), *below),
        entries=(entry.id,),
    )


def _answered(book: Book, entry: Entry, seat: str) -> Item:
    answer = answers(book.record, entry.id)[seat]
    if answer.red_line:
        return item(say("{seat}: unacceptable, a red line.", seat=book.seat(seat)))
    return item(say("{seat}: {stance}.", seat=book.seat(seat), stance=STANCES[answer.stance]))


def ledger(telling: Telling, found: OnRecord, book: Book) -> Section | None:
    """From each package on record to the next: who gains and who gives, issue by issue."""
    whole = [(entry, taken) for entry, taken in found.candidates if taken is not None]
    items = tuple(_step(telling, book, before, after) for before, after in pairwise(whole))
    return Section("ledger", say("Who gave what for what"), items) if items else None


def _step(
    telling: Telling,
    book: Book,
    before: tuple[Entry, Package],
    after: tuple[Entry, Package],
) -> Item:
    said = say(
        "From {before} to {after}:", before=book.thing(before[0].id), after=book.thing(after[0].id)
    )
    found = compare(telling.bargain, before[1], after[1])
    below = tuple(_moves(telling, before[1], after[1]))
    if not found.moves:
        below = (item(say("Nothing is otherwise.")),)
    return item(said, below=below)


def _moves(telling: Telling, before: Package, after: Package) -> Iterator[Item]:
    names = telling.names
    for move in compare(telling.bargain, before, after).moves:
        yield item(
            say(
                "{issue}: {old} becomes {new}.",
                issue=names.issue(move.issue),
                old=names.option(move.issue, move.before),
                new=names.option(move.issue, move.after),
            ),
            below=tuple(_shares(telling, move.change)),
        )


def _shares(telling: Telling, change: tuple[Fraction, ...]) -> Iterator[Item]:
    for place, value in enumerate(change):
        party = telling.names.party(place)
        if value > 0:
            yield item(say("{party} gains {value}.", party=party, value=figure(value)))
        elif value < 0:
            yield item(say("{party} gives {value}.", party=party, value=figure(-value)))
