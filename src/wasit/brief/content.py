"""What a page says, before it is said in any language.

A page is made of sections, a section of items, an item of whole *sentences*. A sentence is a
message (a whole English sentence with named places to fill, by which the catalogue knows it) and
the values for those places. Nothing here knows a language, a width or a colour.

How to write one::

    say("{seat} tabled “{draft}”.", seat=book.seat("us"), draft=title)
    say_n("{n} point is agreed.", "{n} points are agreed.", 3)
    term("agreed")                      # a term of art that fills a place in a sentence
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from wasit.entries import Entry, When
from wasit.record import StateOfPlay

Words = Mapping[str, str]
"""The same words by language tag."""


# --- values: what fills a place in a sentence -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Day:
    """One day, ``YYYY-MM-DD``."""

    text: str


@dataclass(frozen=True, slots=True)
class YearKnown:
    """A date within the year in which the page stands: written without that year."""

    date: When | Day

    @property
    def text(self) -> str:
        """The whole date."""
        return self.date.text


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, as ISO 8601: ``PT5H``."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A label, an id, an address: written as it is in every language."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as its digits, ``12.5``: written with the digits of the talks."""

    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A thing and what it is: an issue and the option taken."""

    name: Words | Code
    value: Words | Code | Figure


@dataclass(frozen=True, slots=True)
class Term:
    """A term of art, known to the catalogue."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of others; in quotation marks when they are verbatim."""

    words: Words
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Thing:
    """A draft, issue, document and so on, by kind and name."""

    kind: str
    name: Words | Code


@dataclass(frozen=True, slots=True)
class PointName:
    """A point of a draft, by its label; its short name and its draft where they help."""

    label: str
    heading: Words | None = None
    draft: Words | None = None


@dataclass(frozen=True, slots=True)
class PartOf:
    """Some or most of a text, where nobody says which points."""

    extent: Literal["some", "most"]
    what: Value


@dataclass(frozen=True, slots=True)
class Belonging:
    """A name with what it belongs to in brackets: a person's seat, a meeting's seats."""

    name: Words
    to: Words | Code | Many


@dataclass(frozen=True, slots=True)
class Tally:
    """A name and how many are counted for it."""

    name: Words | Code
    n: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """A wording, and who proposed it where that is known."""

    words: Words
    by: Many | None = None


@dataclass(frozen=True, slots=True)
class Many:
    """Several values, joined as the language joins a list."""

    values: tuple[Value, ...]

    def __len__(self) -> int:
        return len(self.values)


Value = (
    Words
    | When
    | Day
    | YearKnown
    | Length
    | Code
    | Figure
    | Pair
    | Term
    | Quote
    | Thing
    | PointName
    | PartOf
    | Belonging
    | Tally
    | Proposed
    | Many
    | int
)
"""Anything that fills a place."""


# --- sentences ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """A whole sentence: the message and what fills its places."""

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)
    plural: str | None = None
    n: int | None = None
    sources: tuple[str, ...] = ()
    """Ids of the reports, documents and meetings it rests on, in the order given on record."""

    def resting_on(self, *sources: str) -> Sentence:
        """The same sentence with its sources."""
        return replace(self, sources=sources)


def say(message: str, /, **values: Value) -> Sentence:
    """A sentence. ``message`` is found in the catalogue by its exact text."""
    return Sentence(message, MappingProxyType(values))


def say_n(one: str, many: str, count: int, /, **values: Value) -> Sentence:
    """A sentence whose form follows a number; ``{n}`` in it is that number."""
    return Sentence(one, MappingProxyType({"n": count, **values}), many, count)


def term(message: str, /) -> Term:
    """A term of art; marked so that the catalogue has it."""
    return Term(message)


# --- pages ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a page: its sentences, in order, and the lines that belong under it."""

    sentences: tuple[Sentence, ...]
    day: When | Day | YearKnown | None = None
    """The day it is about, shown before it."""
    below: tuple[Item, ...] = ()
    entries: tuple[str, ...] = ()
    """The entries it tells of."""

    @property
    def sources(self) -> tuple[str, ...]:
        """What the line rests on, each once."""
        return tuple(dict.fromkeys(s for sentence in self.sentences for s in sentence.sources))


def item(
    *sentences: Sentence,
    day: When | Day | YearKnown | None = None,
    below: tuple[Item, ...] = (),
    entries: tuple[str, ...] = (),
) -> Item:
    """A line of a page."""
    return Item(sentences, day, below, entries)


Letter = Literal["A", "O", "U", "R"]
"""Acceptable, open, unacceptable, red line."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One seat's answer to one point."""

    letter: Letter
    inferred: bool
    carried: bool
    """Whether it was given to an earlier draft, to the point from which this one came."""
    trend: Literal["closer", "further", "same"] | None
    answer: Sentence
    """The answer in a sentence."""
    entry: str


@dataclass(frozen=True, slots=True)
class Row:
    """One point: how it stands, and what every seat answers."""

    label: str
    depth: int
    name: Words | None
    """Its heading, or else the beginning of its wording."""
    standing: Term
    since: Day | None
    cells: tuple[Cell | None, ...]
    """In the order of the matrix's seats; None: no answer on record."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Points by seats."""

    seats: tuple[tuple[str, Words], ...]
    """Label and name."""
    rows: tuple[Row, ...]
    inferred: bool
    """Whether inferred answers are in it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page."""

    name: str
    """A fixed short name: ``where``, ``stuck``, …"""
    heading: Sentence
    items: tuple[Item, ...] = ()
    matrix: Matrix | None = None
    intro: tuple[Item, ...] = ()
    """Lines that stand before the items and are never cut."""
    latest: int | None = None
    """A terminal shows only so many items of a list, the last ones, and counts the others."""
    keep_first: bool = False
    """Whether it shows the first of a list instead, where those are the newest or the soonest."""
    top: bool = False
    """Whether it belongs to the page in sentences that comes first."""

    @property
    def lines(self) -> tuple[Item, ...]:
        """Everything it says, cut nowhere."""
        return (*self.intro, *self.items)


@dataclass(frozen=True, slots=True)
class Source:
    """One line of the list of sources."""

    number: int
    entry: Entry
    sentences: tuple[Sentence, ...]
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """How the talks write dates and digits in Arabic."""

    months: Literal["gregorian", "syriac", "both"] = "gregorian"
    digits: Literal["latin", "arabic"] = "latin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page for one seat, made from nothing but what that seat may read."""

    title: Sentence
    talks: Words | None
    at: str
    """The day the page stands on."""
    seat: str
    """The seat whose record it is made from."""
    front: tuple[Sentence, ...]
    """As reported by which day, made from whose record and for whose eyes."""
    caution: Words | None
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    habit: Habit = Habit()

    def number(self, source: str) -> int | None:
        """The number under which a source is listed."""
        return next((s.number for s in self.sources if s.entry.id == source), None)

    def section(self, name: str) -> Section | None:
        """The section of that name."""
        return next((s for s in self.sections if s.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief(Page):
    """The state of play as a page to hand to somebody."""

    since: str
    play: StateOfPlay


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Page):
    """The page before a stop with a seat."""

    for_seat: str
    since: str


def every_item(items: tuple[Item, ...]) -> Iterator[tuple[int, Item]]:
    """All items with their depth, in reading order."""
    for one in items:
        yield 0, one
        for depth, below in every_item(one.below):
            yield depth + 1, below
