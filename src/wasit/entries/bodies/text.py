"""The text on the table: drafts and their points, answers to them, agreements, sealed rounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from wasit.entries.bodies.base import Body, at_least_one, exactly_one, model
from wasit.entries.errors import Mistake
from wasit.entries.links import (
    DocumentLink,
    DraftLink,
    IssueLink,
    MeetingLink,
    PackageLink,
    PersonLink,
    PointRef,
    RoundLink,
    SeatName,
)
from wasit.entries.words import Label, Language, Name, Words

Stance = Literal["acceptable", "open", "unacceptable"]
"""A seat's answer: acceptable, needs discussion, unacceptable."""

Basis = Literal["own", "told", "reported", "inferred"]
"""On what ground an answer is on record: the seat's own hand, told to the desk, reported by a
source, or inferred from what the seat said on the same matter."""

Extent = Literal["some", "most", "all"]
"""How much of a text an answer is about, where no points are named."""


@model
class Point:
    """A numbered provision of a draft; points can nest."""

    label: Label
    """The label as written: 7, ٧, 3(b), أولاً."""
    words: Words | None = None
    """The wording; ``[brackets]`` hold what is not agreed. None: the wording is not held."""
    heading: Name | None = None
    """A short name for the point."""
    divergence: Words | None = None
    """A difference between the language versions that the parties mean to keep, and why."""
    points: tuple[Point, ...] = ()
    """The points inside this one."""


@model
class Draft(Body):
    """One version of the text being negotiated. The entry's label names it: ``us-28``."""

    kind: ClassVar[str] = "draft"

    title: Name
    """What the draft is called."""
    by: tuple[SeatName, ...] = ()
    """The seats that tabled it."""
    count: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """How many points it is reported to have, where the points themselves are not all held."""
    published: Literal["yes", "leaked", "summarised", "no", "unknown"] = "unknown"
    """Whether its wording is public. ``summarised``: the words here retell the text."""
    authentic: tuple[Language, ...] = ()
    """The languages in which the text is authentic."""
    prevails: Language | None = None
    """The language that prevails where versions differ."""
    after: tuple[DraftLink, ...] = ()
    """The drafts it was made from."""
    points: tuple[Point, ...] = ()
    """The points that are held; empty when none is."""
    note: Words | None = None
    """What else is known of it."""

    def check(self) -> None:
        if self.prevails and self.authentic and self.prevails not in self.authentic:
            raise Mistake(
                "prevails names {language}, which is not among the authentic languages {authentic}",
                language=self.prevails,
                authentic=", ".join(self.authentic),
            )
        seen: set[str] = set()
        for label, _ in numbered(self.points):
            if label in seen:
                raise Mistake("point {label} stands twice in the draft", label=label)
            seen.add(label)


def numbered(points: tuple[Point, ...], above: str = "") -> Iterator[tuple[str, Point]]:
    """Every point with the label that a reference uses: nested points as ``4/a``, in text order."""
    for point in points:
        label = f"{above}/{point.label}" if above else point.label
        yield label, point
        yield from numbered(point.points, label)


@model
class Response(Body):
    """A seat's answer: to a point, or to a draft, an issue, a document or a package as a whole."""

    kind: ClassVar[str] = "response"

    seat: SeatName
    """Whose answer it is."""
    stance: Stance
    """Acceptable, open (needs discussion), or unacceptable."""
    basis: Basis
    """On what ground it is on record."""
    point: PointRef | None = None
    """The point it answers."""
    draft: DraftLink | None = None
    """The draft it answers as a whole, or to some extent; no point inherits it."""
    issue: IssueLink | None = None
    """The issue it answers, where no text of it is held."""
    document: DocumentLink | None = None
    """The document it answers."""
    package: PackageLink | None = None
    """The package it answers."""
    extent: Extent | None = None
    """How much of the draft or document, where no points are named."""
    red_line: bool = False
    """Whether the seat calls it a red line: it excludes, it is never a low score."""
    words: Words | None = None
    """What was said, as it was said or retold."""
    proposes: Words | None = None
    """The wording the seat would accept instead."""
    person: PersonLink | None = None
    """Who gave the answer for the seat."""
    meeting: MeetingLink | None = None
    """The meeting at which it was given."""
    round: RoundLink | None = None
    """The sealed round it answers."""

    def check(self) -> None:
        exactly_one(self, "point", "draft", "issue", "document", "package")
        if self.extent and not (self.draft or self.document):
            raise Mistake("extent says how much of a draft or document; this answers neither")
        if self.red_line and self.stance == "acceptable":
            raise Mistake("a red line cannot be acceptable; expected open or unacceptable")


@model
class Agreement(Body):
    """What seats have agreed, or taken up again: between whom, on which points, how firmly."""

    kind: ClassVar[str] = "agreement"

    seats: tuple[SeatName, ...]
    """The seats that agree."""
    level: Literal["ad_referendum", "agreed", "reopened"]
    """At the table and subject to confirmation; agreed; or reopened after having been agreed."""
    points: tuple[PointRef, ...] = ()
    """The points agreed."""
    draft: DraftLink | None = None
    """The draft agreed as a whole."""
    issue: IssueLink | None = None
    """The issue agreed, where no text is held."""
    words: Words | None = None
    """The terms, or what is reported of them."""
    not_put_to: tuple[SeatName, ...] = ()
    """Seats to whom it had not been put: agreed US-UA, not put to RU."""
    meeting: MeetingLink | None = None
    """Where it was agreed."""

    def check(self) -> None:
        at_least_one(self, "points", "draft", "issue", "words")
        if not self.seats:
            raise Mistake("agreement names no seat; expected at least one in seats")


@model
class Round(Body):
    """A sealed round: the mediator asks seats at once, answers stay sealed until it is closed."""

    kind: ClassVar[str] = "round"

    question: Words
    """What is asked."""
    seats: tuple[SeatName, ...]
    """The seats asked."""
    draft: DraftLink | None = None
    """The draft it is about."""
    points: tuple[PointRef, ...] = ()
    """The points it is about."""
    opens: Literal["everything", "accepted_by_all"] = "accepted_by_all"
    """What opens when the mediator closes the round."""
    closes: RoundLink | None = None
    """The round that this entry closes."""
