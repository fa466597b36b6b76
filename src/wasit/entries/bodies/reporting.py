"""What is said and who reports it: reports, statements, notes."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from wasit.entries.bodies.base import Body, model
from wasit.entries.errors import Mistake
from wasit.entries.links import (
    DocumentLink,
    DraftLink,
    IssueLink,
    Link,
    MeetingLink,
    PersonLink,
    PointRef,
    ReportLink,
    SeatName,
)
from wasit.entries.words import Label, Language, Name, Words

Act = Literal[
    "reports",
    "accepts",
    "accepts_in_part",
    "rejects",
    "demands",
    "offers",
    "concedes",
    "sets_condition",
    "announces",
    "praises",
    "criticises",
    "expects",
    "asks",
    "declines",
]
"""What a speaker does by saying it."""

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]{1,2000}$")]
"""A web address."""


@model
class Report(Body):
    """A press report or publication that entries rest on. ``happened`` is its date."""

    kind: ClassVar[str] = "report"

    outlet: Name
    """Who published it."""
    title: Name | None = None
    """Its headline."""
    url: Address | None = None
    """Where it can be read."""
    languages: tuple[Language, ...] = ()
    """The languages it is in."""
    strength: Literal["primary", "press", "relay", "weak"] = "press"
    """A party's own publication; own reporting; retelling of others; or weak."""
    relays: tuple[Name, ...] = ()
    """Outlets whose reporting it retells: they count as the source, not this one."""
    copy_of: ReportLink | None = None
    """The report whose text it carries: the two count once."""
    text: Words | None = None
    """The text as read, by language, where it is held."""
    note: Words | None = None
    """What a reader should know of it."""


@model
class Claim:
    """The part of a statement on which sources can contradict each other."""

    about: Label
    """The question, as a label shared by the statements on it: ``miami-duration``."""
    question: Name
    """The question in words."""
    says: Name
    """What this source answers."""


@model
class Statement(Body):
    """What somebody said, and through whom it is known."""

    kind: ClassVar[str] = "statement"

    words: Words
    """What was said: verbatim when ``quoted``, otherwise retold."""
    speaker: PersonLink | None = None
    """Who said it."""
    speaker_name: Name | None = None
    """Who said it, where the speaker is not on record as a person: "sources", "the Kremlin"."""
    seat: SeatName | None = None
    """The seat for which it was said."""
    to: Name | None = None
    """To whom it was said, or the outlet it was given to."""
    quoted: bool = False
    """Whether the words are a quotation."""
    act: Act = "reports"
    """What the speaker does by saying it."""
    via: tuple[Name, ...] = ()
    """Through whom it is known, nearest to the speaker first: an agency, an unnamed official."""
    hedge: Name | None = None
    """The word that weakens it: "probably", "reportedly"."""
    declined: Words | None = None
    """What the speaker declined to say."""
    points: tuple[PointRef, ...] = ()
    """Points it is about."""
    draft: DraftLink | None = None
    """The draft it is about."""
    issue: IssueLink | None = None
    """The issue it is about."""
    document: DocumentLink | None = None
    """The document it is about."""
    meeting: MeetingLink | None = None
    """The meeting it is about or was made at."""
    claim: Claim | None = None
    """The question on which sources differ, and this one's answer."""
    disputes: tuple[Link, ...] = ()
    """Entries that it contradicts."""

    def check(self) -> None:
        if self.speaker and self.speaker_name:
            raise Mistake("statement has both speaker and speaker_name; expected one of them")


@model
class Note(Body):
    """A note of its author: about anything, mostly for its own seat."""

    kind: ClassVar[str] = "note"

    words: Words
    """The note."""
    about: tuple[Link, ...] = ()
    """What it is about."""
    points: tuple[PointRef, ...] = ()
    """Points it is about."""
    level: Annotated[int, Field(ge=0, le=2)] = 0
    """How pressing: 0 plain, 1 keep in view, 2 urgent."""
