"""Who sits at the table: the talks, the seats, the people."""

from __future__ import annotations

from typing import ClassVar, Literal

from wasit.entries.bodies.base import Body, model
from wasit.entries.links import SeatName
from wasit.entries.when import When
from wasit.entries.words import Language, Line, Name, Words


@model
class Talks(Body):
    """One negotiation: what it is called and how its dates and digits are written."""

    kind: ClassVar[str] = "talks"

    name: Name
    """What the talks are called."""
    summary: Words | None = None
    """What they are about, in a sentence or two."""
    caution: Words | None = None
    """What a reader must bear in mind: printed on every page."""
    begins: When | None = None
    """When they began."""
    reported_until: When | None = None
    """The last day whose reports were read; pages are marked "as reported by" the day they show."""
    languages: tuple[Language, ...] = ("ar", "en")
    """The working languages, the first first."""
    months: Literal["gregorian", "syriac", "both"] = "gregorian"
    """Arabic month names: ديسمبر, كانون الأول, or كانون الأول/ديسمبر."""
    digits: Literal["latin", "arabic"] = "latin"
    """Digits in Arabic text: 123 or ١٢٣."""


@model
class Seat(Body):
    """A place at the table. Audiences and ``--as`` know it by the label of its entry."""

    kind: ClassVar[str] = "seat"

    name: Name
    """What the seat is called."""
    role: Literal["party", "mediator", "observer"]
    """A delegation that negotiates, who goes between, or who looks on."""
    note: Words | None = None
    """What a reader should know of it, such as interests of a mediator's own."""


@model
class Person(Body):
    """Somebody who takes part."""

    kind: ClassVar[str] = "person"

    name: Name
    """The name in each script."""
    also: tuple[Line, ...] = ()
    """Other spellings met in reports."""
    seat: SeatName | None = None
    """The seat the person belongs to; none for outsiders."""
    role: Words | None = None
    """Office or function."""
    serves: When | None = None
    """When the person held that office, where it matters."""
