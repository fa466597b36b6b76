"""What passes between the seats: meetings, messages, documents, handovers, conditions."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from wasit.entries.bodies.base import Body, at_least_one, model
from wasit.entries.errors import Mistake
from wasit.entries.links import (
    DocumentLink,
    DraftLink,
    HandoverTarget,
    IssueLink,
    Link,
    MeetingLink,
    MessageLink,
    PersonLink,
    PointRef,
    SeatName,
)
from wasit.entries.when import When
from wasit.entries.words import Line, Name, Words

_CLOCK = r"T([0-9]{1,4}H([0-9]{1,4}M)?|[0-9]{1,4}M)"
Duration = Annotated[
    str, StringConstraints(pattern=rf"^P([0-9]{{1,4}}D|([0-9]{{1,4}}D)?{_CLOCK})$")
]
"""An ISO 8601 duration in days, hours and minutes: ``PT5H``, ``P2D``."""


@model
class Meeting(Body):
    """An encounter of seats: held, planned, hanging on a condition, or called off."""

    kind: ClassVar[str] = "meeting"

    status: Literal["held", "planned", "conditional", "cancelled"]
    """Whether it took place."""
    title: Name | None = None
    """What it is called, where place and seats do not say enough."""
    planned_for: When | None = None
    """For when it is planned; ``happened`` is the day the plan was made or reported."""
    place: Name | None = None
    """Where."""
    seats: tuple[SeatName, ...] = ()
    """The seats that talk; together they name the track."""
    people: tuple[PersonLink, ...] = ()
    """Who took part or is to take part."""
    others: tuple[Name, ...] = ()
    """Participants who are not on record as persons."""
    duration: Duration | None = None
    """How long, as ISO 8601: ``PT5H``."""
    drafts: tuple[DraftLink, ...] = ()
    """The drafts on the table."""
    agenda: Words | None = None
    """What it is to be about."""
    outcome: Words | None = None
    """What came of it, as recorded or reported."""
    depends_on: Words | None = None
    """On what it hangs, when it is conditional."""
    replaces: MeetingLink | None = None
    """The planned meeting that this entry reports as held, moved or called off."""

    def check(self) -> None:
        at_least_one(self, "seats", "people", "others", "title")


@model
class Message(Body):
    """A message carried between seats. Notice and content are two entries with two audiences."""

    kind: ClassVar[str] = "message"

    sender: SeatName
    """Whose message it is."""
    to: tuple[SeatName, ...] = ()
    """The seats it is for."""
    carried_by: tuple[SeatName, ...] = ()
    """The seats that carry it."""
    people: tuple[PersonLink, ...] = ()
    """The persons through whose hands it goes."""
    count: Annotated[int, Field(ge=1)] | None = None
    """How many messages, where a number is known."""
    words: Words | None = None
    """What it says; none when only its existence is known."""
    told: Words | None = None
    """What is said about it without its content: "important messages"."""
    notice: MessageLink | None = None
    """The notice whose content this is."""
    meeting: MeetingLink | None = None
    """Where it was passed."""


@model
class Document(Body):
    """A paper beside the text: an annex, a guarantee; or several known only by number."""

    kind: ClassVar[str] = "document"

    title: Name
    """What it is called."""
    by: tuple[SeatName, ...] = ()
    """The seats it comes from."""
    count: Annotated[int, Field(ge=1)] = 1
    """How many papers this stands for: "four documents"."""
    contents: Words | None = None
    """What it says; none when its contents are not disclosed."""
    told: Words | None = None
    """What is said about it without its contents."""
    draft: DraftLink | None = None
    """The draft it stands beside."""


@model
class Handover(Body):
    """Who was shown what: a draft or document went from one seat to others."""

    kind: ClassVar[str] = "handover"

    what: HandoverTarget
    """What was handed over."""
    giver: SeatName
    """The seat that gave it."""
    to: tuple[SeatName, ...]
    """The seats that were given it."""
    manner: Literal["handed", "shown", "read_out", "described"] = "handed"
    """Given to keep, shown, read out, or described in words."""
    where: Name | None = None
    """The place."""
    meeting: MeetingLink | None = None
    """The meeting."""
    people: tuple[PersonLink, ...] = ()
    """Who carried and who took it."""
    words: Words | None = None
    """What is known of it."""

    def check(self) -> None:
        if not self.to:
            raise Mistake("handover names no receiver; expected at least one seat in to")


@model
class Condition(Body):
    """What must happen first: a mandate at home, progress, a vote, a step of the other side."""

    kind: ClassVar[str] = "condition"

    seat: SeatName
    """Whose condition it is."""
    needs: Words
    """What is needed."""
    sort: Literal["mandate", "vote", "progress", "sequence", "other"] = "other"
    """A leader's or parliament's consent, a vote, progress in the talks, a step before a step."""
    status: Literal["open", "met", "failed"] = "open"
    """Whether it has been met."""
    meeting: MeetingLink | None = None
    """The meeting that hangs on it."""
    draft: DraftLink | None = None
    """The draft that hangs on it."""
    points: tuple[PointRef, ...] = ()
    """The points that hang on it."""
    issue: IssueLink | None = None
    """The issue that hangs on it."""
    document: DocumentLink | None = None
    """The document that hangs on it."""
    also: tuple[Link, ...] = ()
    """Anything else that hangs on it."""
    said_by: Line | None = None
    """Who states it, where that is not the seat."""
