"""What is done to entries on record: nothing is edited; a new entry corrects or releases."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    Field,
    InstanceOf,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import ArgsKwargs

from wasit.entries.bodies.base import Body, body_of, model, plain
from wasit.entries.errors import Mistake
from wasit.entries.links import DYNAMIC, Link, SeatName
from wasit.entries.source import Source
from wasit.entries.when import When
from wasit.entries.words import Label, Words, clean

AnyBody = Annotated[
    InstanceOf[Body],
    PlainSerializer(plain, return_type=dict[str, Any]),
    WithJsonSchema({"type": "object"}),
    DYNAMIC,
]
"""A body of whichever kind stands beside it."""

EntryId = Annotated[str, Field(pattern=r"^[^\s#]{1,80}$"), AfterValidator(clean)]
"""The id of an entry that this one brings along; unlike a link it is never cut."""


def _read_body(value: Any) -> Any:
    """Plain fields with their ``body`` read as what their ``kind`` says."""
    fields = value.kwargs if isinstance(value, ArgsKwargs) else value
    if not isinstance(fields, dict) or not isinstance(fields.get("body"), dict):
        return value
    return {**fields, "body": body_of(str(fields.get("kind")), fields["body"])}


@model
class Content:
    """An entry as it stood when it was released: all that its receivers get of it."""

    kind: str
    """Its kind."""
    body: AnyBody
    """Its body, with the corrections made until then."""
    author: SeatName
    """The seat that put it on record."""
    label: Label | None = None
    """Its label."""
    happened: When | None = None
    """When it happened."""
    source: tuple[Source, ...] = ()
    """What it rests on."""

    _read = model_validator(mode="before")(staticmethod(_read_body))


@model
class Release(Body):
    """The one way a secret moves: somebody who may read an entry shows it to one more seat."""

    kind: ClassVar[str] = "release"

    target: EntryId
    """The entry released."""
    to: SeatName
    """The seat it is released to; several seats are several releases."""
    content: Content | None = None
    """What the receiver gets. Filled in from the record of the seat that releases."""
    note: Words | None = None
    """Why, or under what understanding; the receiver reads it."""

    def check(self) -> None:
        if self.content is None:
            raise Mistake("release holds nothing; its content is filled in by whoever releases")
        self.content.body.check()


@model
class Replacement:
    """What an entry is to say instead."""

    kind: str
    """The kind of the entry corrected."""
    body: AnyBody
    """Its whole body, corrected."""
    happened: When | None = None
    """When it happened."""
    source: tuple[Source, ...] = ()
    """What it rests on."""

    _read = model_validator(mode="before")(staticmethod(_read_body))


@model
class Correction(Body):
    """Supersedes an entry of the same author, which stays readable as of earlier days."""

    kind: ClassVar[str] = "correction"

    target: Link
    """The entry corrected."""
    replacement: Replacement | None = None
    """What it says from now on; none: it is withdrawn."""
    reason: Words | None = None
    """Why."""

    def check(self) -> None:
        if self.replacement and self.replacement.kind in ("correction", "release"):
            raise Mistake("a {kind} cannot be corrected", kind=self.replacement.kind)
        if self.replacement:
            self.replacement.body.check()
