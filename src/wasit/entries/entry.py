"""One thing put on record: never changed, never deleted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError, from_json

from wasit.entries.bodies.acts import AnyBody
from wasit.entries.bodies.base import body_of, model, plain
from wasit.entries.complaints import explain
from wasit.entries.errors import Mistake, Place
from wasit.entries.kinds import KINDS
from wasit.entries.links import PersonLink, SeatName
from wasit.entries.source import Source
from wasit.entries.when import When
from wasit.entries.words import Label

Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
"""128 random bits in hexadecimal, never derived from position, time or content."""


def _in_the_calendar(text: str) -> str:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("wasit_moment", "no such time", {"value": text}) from None
    return text


_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
Moment = Annotated[str, StringConstraints(pattern=_MOMENT), AfterValidator(_in_the_calendar)]
"""A time in UTC, whole seconds."""

Audience = Annotated[Literal["all"] | tuple[SeatName, ...], Field(union_mode="left_to_right")]
"""``all`` (every seat, present and future), or the seats that may read; the author always may."""


@model
class Author:
    """Who put an entry on record."""

    seat: SeatName
    """The seat."""
    person: PersonLink | None = None
    """The person, where the seat says so."""


@model
class Entry:
    """One thing on record: what is known (``body``), who recorded it, who may read it."""

    id: Id
    """128 random bits, drawn by the store."""
    talks: Id
    """Which talks it belongs to."""
    author: Author
    """Who put it on record."""
    audience: Audience
    """Who may read it."""
    recorded: Moment
    """When it was put on record."""
    body: AnyBody
    """What it says: the typed model of its kind."""
    label: Label | None = None
    """The short name its author gave it; links in input may use it."""
    key: Annotated[str, Field(max_length=200)] | None = None
    """The author's own key, by which a repeated input is known; only the author's seat sees it."""
    happened: When | None = None
    """The date or time it is about."""
    source: tuple[Source, ...] = ()
    """What it rests on."""

    @property
    def kind(self) -> str:
        """The word for what sort of entry this is."""
        return self.body.kind

    @property
    def day(self) -> str | None:
        """The last day it can be about, ``YYYY-MM-DD``; None for undated kinds without a date."""
        if self.happened:
            return self.happened.last.isoformat()
        return self.recorded[:10] if KINDS[self.kind].dated else None


_ENTRY = TypeAdapter(Entry)


def entry_of(fields: Mapping[str, Any], place: Place | None = None) -> Entry:
    """An entry made of plain data, such as a line of an export.

    Raises :class:`Mistake` that names the field and what was expected there.
    """
    fields = dict(fields)
    kind = fields.pop("kind", None)
    try:
        body = body_of(str(kind), fields.pop("body", {}))
    except ValidationError as error:
        raise explain(error, (place or Place()).at(str(kind))) from None
    except Mistake as mistake:
        raise mistake.in_place(place or Place()) from None
    try:
        return _ENTRY.validate_python({**fields, "body": body})
    except ValidationError as error:
        raise explain(error, place or Place()) from None


def entry_in(line: str | bytes) -> Entry:
    """The entry in one line that :func:`line_of` wrote, read faster than input of people.

    Raises :class:`Mistake` when the line is damaged.
    """
    try:
        fields = from_json(line)
    except ValueError:
        raise Mistake("not JSON") from None
    if not isinstance(fields, dict):
        raise Mistake("expected an entry")
    return entry_of(fields)


def plain_entry(entry: Entry) -> dict[str, Any]:
    """``entry`` as plain data, in the shape of an export line."""
    fields: dict[str, Any] = _ENTRY.dump_python(entry, mode="json", exclude_defaults=True)
    return {**fields, "kind": entry.kind, "body": plain(entry.body)}


def canonical(fields: Any) -> str:
    """The one spelling of plain data as JSON: sorted keys, no spaces, characters as they are."""
    return json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def line_of(entry: Entry) -> str:
    """``entry`` as one line of canonical JSON, without the line end: what is stored and hashed."""
    return canonical(plain_entry(entry))
