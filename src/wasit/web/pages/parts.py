"""What many pages are made of: lines with who may read them, names to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wasit.brief.book import Book, day_of
from wasit.brief.content import Day, Item, Many, Section, Sentence, Value, Words, YearKnown, say
from wasit.brief.describe import told
from wasit.entries import Entry, When
from wasit.entries.bodies.reporting import Report
from wasit.record import Record

_DEEPEST = 3

MOST = 60
"""Lines of one list that a page shows; the journal and the files have all of them."""


@dataclass(frozen=True, slots=True)
class Readers:
    """Who may read something, as far as the acting seat knows."""

    all: bool
    """Every seat, present and future."""
    alone: bool
    """Nobody but the acting seat."""
    seats: tuple[str, ...] = ()
    """Labels of the seats, the author first."""
    names: Many | None = None
    """The names of the seats."""


@dataclass(frozen=True, slots=True)
class SourceLink:
    """Something that a line rests on."""

    entry: str
    """Its id."""
    name: Value


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page."""

    sentences: tuple[Sentence, ...]
    day: When | Day | YearKnown | None = None
    depth: int = 0
    """How far it stands under the line before, at most 3."""
    entry: str | None = None
    """The id of the entry it tells of, where it tells of one."""
    readers: Readers | None = None
    """Who may read that entry; None where the line tells of none, or of several."""
    sources: tuple[SourceLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: a heading and its lines."""

    name: str
    heading: Sentence
    lines: tuple[Line, ...]
    intro: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose in a form: its name on the wire, and what it is called."""

    value: str
    name: Value
    chosen: bool = False


# --- readers --------------------------------------------------------------------------------------


def readers_of(book: Book, entry: Entry, seat: str) -> Readers:
    """Who may read ``entry``, as ``seat`` knows it."""
    if entry.audience == "all":
        return Readers(all=True, alone=False)
    seats = tuple(dict.fromkeys((entry.author.seat, *entry.audience)))
    return Readers(
        all=False, alone=all(one == seat for one in seats), seats=seats, names=book.seats(seats)
    )


# --- lines ----------------------------------------------------------------------------------------


def line_of(book: Book, entry: Entry, seat: str, *, depth: int = 0, brief: bool = False) -> Line:
    """An entry as a line: all its sentences, or the first alone."""
    sentences = told(book, entry)
    return Line(
        sentences=sentences[:1] if brief else sentences,
        day=day_of(entry),
        depth=depth,
        entry=entry.id,
        readers=readers_of(book, entry, seat),
        sources=sources_of(book, book.sources(entry)),
    )


def lines_of(
    book: Book, items: Sequence[Item], seat: str, depth: int = 0, *, latest: bool = False
) -> tuple[Line, ...]:
    """The lines of a brief's section, with those below them; of a long list the first ones.

    ``latest``: the last ones, where they are the newest. How many are not shown is said.
    """
    rest = len(items) - MOST
    shown = items if rest <= 0 else items[rest:] if latest else items[:MOST]
    found: list[Line] = []
    for item in shown:
        entry = book.record.get(item.entries[0]) if len(item.entries) == 1 else None
        found.append(
            Line(
                sentences=item.sentences,
                day=item.day,
                depth=min(depth, _DEEPEST),
                entry=entry.id if entry else None,
                readers=readers_of(book, entry, seat) if entry else None,
                sources=sources_of(book, item.sources),
            )
        )
        found += lines_of(book, item.below, seat, depth + 1)
    if rest > 0:
        told = Line((say("Not listed here: {n} more.", n=rest),), depth=min(depth, _DEEPEST))
        found.insert(0 if latest else len(found), told)
    return tuple(found)


def block_of(book: Book, section: Section, seat: str) -> Block:
    """A brief's section as a part of a page."""
    return Block(
        name=section.name,
        heading=section.heading,
        lines=lines_of(
            book,
            section.items,
            seat,
            latest=section.latest is not None and not section.keep_first,
        ),
        intro=lines_of(book, section.intro, seat),
    )


def sources_of(book: Book, ids: Iterable[str]) -> tuple[SourceLink, ...]:
    """What a line rests on, by name: the outlet of a report, the title of a paper."""
    entries = (book.record.get(one) for one in ids)
    return tuple(SourceLink(e.id, source_name(book, e)) for e in entries if e is not None)


def source_name(book: Book, entry: Entry) -> Value:
    """What a source is called in a link."""
    if isinstance(entry.body, Report):
        return entry.body.outlet
    return book.name(entry)


# --- choices --------------------------------------------------------------------------------------


def seats_to_choose(record: Record, chosen: Iterable[str] = ()) -> tuple[Choice, ...]:
    """The seats that the record knows."""
    picked = set(chosen)
    return tuple(Choice(s, body.name, s in picked) for s, body in record.seats.items())


def drafts_to_choose(record: Record, chosen: str | None) -> tuple[Choice, ...]:
    """The drafts whose points are held, the latest first."""
    drafts = [e for e in record.of_kind("draft") if getattr(e.body, "points", ())]
    drafts.sort(key=lambda e: (e.day or "", record.place(e)), reverse=True)
    return tuple(Choice(e.id, Book(record).name(e), e.id == chosen) for e in drafts)


def named(words: Words) -> Sentence:
    """A name as a sentence of its own, for headings."""
    return say("{words}", words=words)
