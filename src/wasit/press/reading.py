"""What is read out of a report. Every item says where it stands, in each language that has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from wasit.language.spans import Language, Span
from wasit.press.document import Document

ByLanguage = Mapping[Language, str]

Act = Literal[
    "report",
    "accept",
    "accept_partly",
    "reject",
    "demand",
    "offer",
    "concede",
    "condition",
    "announce",
    "praise",
    "criticise",
    "expect",
]
"""What a speaker does by saying it."""

Stance = Literal["demands", "accepts", "rejects", "open", "conditional"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A time as an interval with its doubt."""

    first: date
    last: date
    text: str
    """As an entry has it (ISO 8601, EDTF): ``2025-12-02``, ``2025-12``, ``A/B``, ``2016~``."""
    doubt: Literal["none", "resolved", "about"] = "none"
    """Written out in full; resolved against the date of the report; or approximate."""


@dataclass(frozen=True, slots=True)
class Found:
    """What every item has."""

    spans: tuple[Span, ...]
    """The words it rests on, in each language that has them."""
    confidence: float
    """From 0 to 1: how often items found by the same rules were right when measured."""


@dataclass(frozen=True, slots=True)
class Person(Found):
    """Somebody named."""

    names: ByLanguage
    """The fullest form in each language."""
    also: tuple[str, ...] = ()
    """Other forms that stand in the report."""
    role: ByLanguage = field(default_factory=dict)
    """Office or function, as the report has it."""
    side: str | None = None
    """The :attr:`Body.key` of the country or organisation the person speaks for."""
    known: str | None = None
    """The id of the entry, where the record knows the person."""


@dataclass(frozen=True, slots=True)
class Body(Found):
    """A country, movement, organisation, outlet, or unnamed sources: who acts or is spoken for."""

    key: str
    """Its name in English where there is one, else as written: ``Russia``, ``Houthis``."""
    kind: Literal["country", "movement", "organisation", "outlet", "sources"]
    names: ByLanguage
    known: str | None = None
    """The label of the seat, where the record knows it."""


@dataclass(frozen=True, slots=True)
class Meeting(Found):
    """An encounter of two sides, past or to come."""

    place: ByLanguage
    """Empty when it is not said."""
    when: Interval | None
    status: Literal["held", "planned", "conditional"]
    participants: tuple[str, ...]
    """Names as in :attr:`Person.names` (English first) and keys of bodies."""
    duration: str | None = None
    """ISO 8601: ``PT5H``, ``P7D``."""
    hangs_on: tuple[Span, ...] = ()
    """The words of the condition."""


@dataclass(frozen=True, slots=True)
class Text(Found):
    """A document on the table, or several."""

    name: ByLanguage
    points_before: int | None = None
    points_after: int | None = None
    count: int | None = None
    """How many documents."""
    unit: str | None = None
    """``points``, ``pages``, ``brackets``, ``articles``, …"""
    event: str | None = None
    """What became of it: reduced, expanded, amended, presented, received, circulated, on the table,
    pending, postponed, agreed, accepted, accepted in part, rejected, signed, not voted on."""
    giver: str | None = None
    receivers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement(Found):
    """What somebody said. ``words`` leaves out verb, "that", outer quotation marks, final stop."""

    speaker: ByLanguage
    """The fullest form of the name, or how the speaker is called."""
    words: Mapping[Language, Span]
    act: Act
    quoted: bool
    """Whether most of the content stands in quotation marks."""
    to: ByLanguage = field(default_factory=dict)
    """The outlet or person it was said to."""
    via: tuple[str, ...] = ()
    """Through whom it is known, nearest to the speaker first."""
    side: str | None = None
    """The key of the body it is said for."""
    hedge: ByLanguage = field(default_factory=dict)
    negated: bool = False
    declined: tuple[Span, ...] = ()
    """What the speaker declined to say."""
    verb: tuple[Span, ...] = ()
    """The words by which it is attributed."""


@dataclass(frozen=True, slots=True)
class Position(Found):
    """Where a side stands on an issue."""

    side: str
    issue: str
    """territory, ceasefire, security guarantees, prisoners, sanctions, borders, aid, water,
    governance, or ``other:…``."""
    stance: Stance
    side_names: ByLanguage = field(default_factory=dict)
    matter: str = ""
    """What of the issue it is about, in the words of the report."""


@dataclass(frozen=True, slots=True)
class Figure(Found):
    """An amount with its unit."""

    value: str
    """``20``, ``30-50``, ``5.2 million``."""
    unit: str
    of: str


@dataclass(frozen=True, slots=True)
class Dated(Found):
    """An expression of time."""

    when: Interval


@dataclass(frozen=True, slots=True)
class Difference(Found):
    """Where two language versions of a report do not say the same."""

    sort: Literal["number", "name", "negation", "tense", "date", "missing", "reference"]
    says: ByLanguage
    """The words that differ."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which paragraphs and sentences of two languages translate each other."""

    paragraphs: tuple[tuple[int, int], ...] = ()
    """Pairs (Arabic, English) of paragraph numbers, from 0; one may have several partners."""
    sentences: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one report."""

    document: Document
    alignment: Alignment = field(default_factory=Alignment)
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    texts: tuple[Text, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Dated, ...] = ()
    differences: tuple[Difference, ...] = ()
