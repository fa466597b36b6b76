"""Issues, rules, estimates, packages and lines in sentences."""

from __future__ import annotations

from wasit.brief.book import UNKNOWN, Book
from wasit.brief.content import Code, Many, Quote, Sentence, Value, say, say_n
from wasit.entries import Entry
from wasit.entries.bodies.bargain import Estimate, Issue, Package, Rule
from wasit.entries.bodies.territory import MapLine


def issue(book: Book, entry: Entry, body: Issue) -> tuple[Sentence, ...]:
    """A matter and the ways to settle it."""
    found = [say("Issue “{name}”.", name=body.name)]
    if body.options:
        names = Many(tuple(option.name for option in body.options))
        found.append(
            say_n(
                "{n:w} way to settle it is on the table: {options}.",
                "{n:w} ways to settle it are on the table: {options}.",
                len(body.options),
                options=names,
            )
        )
    if body.words:
        found.append(say("{words}.", words=Quote(body.words, verbatim=False)))
    return tuple(found)


def rule(book: Book, entry: Entry, body: Rule) -> tuple[Sentence, ...]:
    """What must hold across issues."""
    first = _relation(book, body)
    if body.words:
        return first, say("The reason: {words}.", words=Quote(body.words, verbatim=False))
    return (first,)


def _relation(book: Book, body: Rule) -> Sentence:
    options, then = book.options(body.options), book.options(body.then)
    if body.relation in ("requires", "if_then"):
        return say("Rule: {options} requires {then}.", options=options, then=then)
    if body.relation == "excludes":
        return say("Rule: these exclude each other: {options}.", options=options)
    if body.relation == "at_most_one":
        return say("Rule: at most one of {options}.", options=options)
    if body.relation == "at_least_one":
        return say("Rule: at least one of {options}.", options=options)
    return _acceptance(book, body)


def _acceptance(book: Book, body: Rule) -> Sentence:
    if body.seats and body.all_but:
        return say("Rule: all but one of {seats} must accept.", seats=book.seats(body.seats))
    if body.seats:
        return say_n(
            "Rule: {seats} must accept.",
            "Rule: {seats} must all accept.",
            len(body.seats),
            seats=book.seats(body.seats),
        )
    if body.all_but:
        return say("Rule: all seats but one must accept.")
    return say("Rule: every seat must accept.")


def estimate(book: Book, entry: Entry, body: Estimate) -> tuple[Sentence, ...]:
    """What options are worth to a seat, and who says so."""
    found = [_worth(book, entry, body)]
    if body.weight:
        found.append(say("Weight: {number}.", number=Code(body.weight)))
    if body.reservation:
        found.append(
            say("Below {number} it would rather have no deal.", number=Code(body.reservation))
        )
    for number, example in enumerate(body.examples, start=1):
        options = book.options(example.options)
        if example.alike:
            found.append(say("{number}, as good: {options}.", number=number, options=options))
        else:
            found.append(say("{number}: {options}.", number=number, options=options))
    if body.rule:
        found.append(say("How it was made: {words}.", words=Quote(body.rule, verbatim=False)))
    return tuple(found)


def _worth(book: Book, entry: Entry, body: Estimate) -> Sentence:
    seat, author = book.seat(body.seat), book.seat(entry.author.seat)
    what: Value = book.thing(body.issue) if body.issue else UNKNOWN
    if body.issue and entry.author.seat == body.seat:
        return say("Own estimate of {seat}: {what}.", seat=seat, what=what)
    if body.issue:
        return say(
            "Estimate by {author} of what it is worth to {seat}: {what}.",
            author=author,
            seat=seat,
            what=what,
        )
    if body.examples and entry.author.seat == body.seat:
        return say("Own estimate of {seat}, by sample packages.", seat=seat)
    if body.examples:
        return say(
            "Estimate by {author} of what packages are worth to {seat}, by samples.",
            author=author,
            seat=seat,
        )
    if entry.author.seat == body.seat:
        return say("Own estimate of {seat}: the value of no deal.", seat=seat)
    return say("Estimate by {author} of the value of no deal to {seat}.", author=author, seat=seat)


def package(book: Book, entry: Entry, body: Package) -> tuple[Sentence, ...]:
    """A package, by whom, and the options it takes."""
    if body.by:
        first = say(
            "Package “{name}”, put forward by {seats}.", name=body.name, seats=book.seats(body.by)
        )
    else:
        first = say("Package “{name}”.", name=body.name)
    found = [first]
    if body.options:
        found.append(say("It takes: {options}.", options=book.options(body.options)))
    if body.words:
        found.append(say("{words}.", words=Quote(body.words, verbatim=False)))
    return tuple(found)


def line(book: Book, entry: Entry, body: MapLine) -> tuple[Sentence, ...]:
    """A line or area on the map and whose proposal it is."""
    found = [_drawn(book, body)]
    if body.schematic:
        found.append(say("It only sketches what is meant."))
    if body.words:
        found.append(say("In words: {words}.", words=Quote(body.words, verbatim=False)))
    return tuple(found)


def _drawn(book: Book, body: MapLine) -> Sentence:
    name, seats = body.name, book.seats(body.by)
    if body.shape == "area":
        if body.by:
            return say("Area “{name}”, proposed or claimed by {seats}.", name=name, seats=seats)
        return say("Area “{name}”.", name=name)
    if body.by:
        return say("Line “{name}”, proposed or claimed by {seats}.", name=name, seats=seats)
    return say("Line “{name}”.", name=name)
