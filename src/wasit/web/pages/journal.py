"""The journal: everything the seat may read, in the order in which it came on its record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from wasit.brief.book import Book
from wasit.brief.content import Day, Sentence, Term, say_n, term
from wasit.entries import KINDS, Entry, Mistake
from wasit.record import Record
from wasit.web.pages.parts import Choice, Line, line_of, seats_to_choose

PAGE = 50
"""Entries on one page."""

KIND_NAMES: dict[str, Term] = {
    "talks": term("talks"),
    "seat": term("seat"),
    "person": term("person"),
    "draft": term("draft"),
    "response": term("response"),
    "agreement": term("agreement"),
    "meeting": term("meeting"),
    "message": term("message"),
    "statement": term("statement"),
    "document": term("document"),
    "handover": term("handover"),
    "condition": term("condition"),
    "issue": term("issue"),
    "rule": term("rule"),
    "estimate": term("estimate"),
    "package": term("package"),
    "line": term("line"),
    "report": term("report"),
    "note": term("note"),
    "round": term("round"),
    "release": term("release"),
    "correction": term("correction"),
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """One entry as it was put on record."""

    line: Line
    kind: Term
    recorded: Day
    corrected: bool
    """Whether it says something else by now, or was withdrawn."""


@dataclass(frozen=True, slots=True)
class JournalPage:
    """A page of the journal."""

    entries: tuple[Recorded, ...]
    kinds: tuple[tuple[str, Term, bool], ...]
    """Name, word and whether it is chosen."""
    authors: tuple[Choice, ...]
    kind: str
    author: str
    as_of: str | None
    shown: Sentence
    older: int | None
    """Where the next page begins, counted in this seat's own record from its oldest entry."""


def page(
    now: Record,
    record: Record,
    *,
    seat: str,
    kind: str,
    author: str,
    as_of: str | None,
    before: str,
) -> JournalPage:
    """Newest first. ``record``: as of the day asked for; ``now``: with what came since.

    ``before``: a place in the seat's own record. Raises :class:`Mistake`.
    """
    if kind and kind not in KINDS:
        raise Mistake(
            "{text} cannot be asked for; expected one of {known}", text=kind, known=", ".join(KINDS)
        )
    if author:
        record.seat(author)
    if before and not before.isdecimal():
        raise Mistake("{text} is no place in the journal", text=before)
    book = Book(record)
    found = meant(record, kind, author, int(before[:9]) if before else None)
    some = list(islice(found, PAGE + 1))
    shown = some[:PAGE]
    return JournalPage(
        entries=tuple(_recorded(book, now, entry, seat) for _, entry in shown),
        kinds=tuple((name, word, name == kind) for name, word in KIND_NAMES.items()),
        authors=seats_to_choose(record, [author]),
        kind=kind,
        author=author,
        as_of=as_of,
        shown=_shown(len(shown), as_of),
        older=shown[-1][0] if len(some) > PAGE else None,
    )


def meant(
    record: Record, kind: str, author: str, before: int | None = None
) -> Iterator[tuple[int, Entry]]:
    """Entries with their places, newest first."""
    chain = list(record.chain())
    end = len(chain) if before is None else min(before, len(chain))
    for place in range(end - 1, -1, -1):
        entry = chain[place]
        if (not kind or entry.kind == kind) and (not author or entry.author.seat == author):
            yield place, entry


def _shown(n: int, as_of: str | None) -> Sentence:
    if as_of:
        return say_n(
            "{n} entry, as this seat had it on {day}, the newest first.",
            "{n} entries, as this seat had them on {day}, the newest first.",
            n,
            day=Day(as_of),
        )
    return say_n("{n} entry, the newest first.", "{n} entries, the newest first.", n)


def _recorded(book: Book, now: Record, entry: Entry, seat: str) -> Recorded:
    return Recorded(
        line=line_of(book, entry, seat),
        kind=KIND_NAMES[entry.kind],
        recorded=Day(entry.recorded[:10]),
        corrected=bool(now.before_corrections(entry.id)),
    )
