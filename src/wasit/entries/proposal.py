"""What somebody wants to put on record, before it has an id: the input form of an entry.

A proposal names other entries by a ``ref`` given in the same input, by the label their author
gave them, or by id. It says neither who its author is nor when it was recorded: the acting seat
and the clock decide that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError

from wasit.entries.bodies.base import Body, body_of, model
from wasit.entries.complaints import explain, nearest
from wasit.entries.entry import Audience
from wasit.entries.errors import Mistake, Place
from wasit.entries.kinds import KINDS
from wasit.entries.links import Link, PersonLink, SeatName
from wasit.entries.source import Source
from wasit.entries.when import When
from wasit.entries.words import Label, clean

Key = Annotated[str, Field(min_length=1, max_length=200)]
"""An author's own key."""

Ref = Annotated[str, Field(pattern=r"^[^\s#]{1,80}$"), AfterValidator(clean)]
"""A name local to one input."""


def _sources(value: Any) -> Any:
    """``okaz-1203`` and ``[a, b]`` are short for ``[{of: okaz-1203}]`` and so on."""
    many = value if isinstance(value, list | tuple) else [value]
    return [{"of": one} if isinstance(one, str) else one for one in many]


def _audience(value: Any) -> Any:
    """``author`` is short for nobody else; one seat stands for a list of one."""
    if value == "author":
        return ()
    return (value,) if isinstance(value, str) and value != "all" else value


Readers = Annotated[
    Audience, BeforeValidator(_audience, json_schema_input_type=str | tuple[SeatName, ...])
]
"""``all``, ``author``, a seat, or a list of seats."""

Sources = Annotated[
    tuple[Source, ...],
    BeforeValidator(_sources, json_schema_input_type=Link | Source | tuple[Link | Source, ...]),
]
"""A ref, label or id; a mapping with ``of`` and ``spans``; or a list of them."""


@model
class Envelope:
    """What an input may say beside the body."""

    ref: Ref | None = None
    """A name for this entry in the rest of the same input; using it twice is an error."""
    key: Key | None = None
    """The author's own key: the same key and content again gives the first entry, not a second."""
    label: Label | None = None
    """A short name that stays with the entry."""
    audience: Readers | None = None
    """``all``, ``author``, a seat, or a list of seats; not given: what is usual for the kind."""
    happened: When | None = None
    """The date or time it is about."""
    source: Sources = ()
    """What it rests on: a ref, label or id, several, or mappings with ``of`` and ``spans``."""
    person: PersonLink | None = None
    """The person of the acting seat who puts it on record; written ``author_person``."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry as proposed: its body, whose links may still be names, and its envelope."""

    body: Body
    envelope: Envelope = field(default_factory=Envelope)
    place: Place = field(default_factory=Place)

    @property
    def kind(self) -> str:
        """The kind of entry it would become."""
        return self.body.kind


_ENVELOPE = TypeAdapter(Envelope)
_ENVELOPE_FIELDS = {
    "ref": "ref",
    "key": "key",
    "label": "label",
    "audience": "audience",
    "happened": "happened",
    "source": "source",
    "author_person": "person",
}


def proposal_of(
    fields: object, place: Place | None = None, defaults: Mapping[str, Any] | None = None
) -> Proposal:
    """Read one proposed entry from plain data.

    ``fields`` holds ``kind``, the envelope's fields, and the body's, either beside them or under
    ``body``. Raises :class:`Mistake` with ``place`` and the field.
    """
    place = place or Place()
    if not isinstance(fields, Mapping):
        raise Mistake("expected a mapping of fields", place=place)
    given = dict(fields)
    kind = given.pop("kind", None)
    if not isinstance(kind, str) or kind not in KINDS:
        raise _unknown_kind(kind, place)
    envelope = {
        ours: given.pop(theirs) for theirs, ours in _ENVELOPE_FIELDS.items() if theirs in given
    }
    for name, value in (defaults or {}).items():
        envelope.setdefault(_ENVELOPE_FIELDS[name], value)
    inner = given.pop("body", None)
    if inner is not None:
        if given:
            raise Mistake(
                "stands beside body; expected it inside", place=place.at(next(iter(given)))
            )
        given = inner
    here = place.at(kind)
    try:
        return Proposal(body_of(kind, given), _ENVELOPE.validate_python(envelope), place)
    except ValidationError as error:
        raise _misspelt(explain(error, here), kind) from None
    except Mistake as mistake:
        raise mistake.in_place(here) from None


def _unknown_kind(kind: object, place: Place) -> Mistake:
    if kind is None:
        return Mistake("kind is missing; expected one of {kinds}", kinds=_kinds(), place=place)
    close = nearest(str(kind), list(KINDS))
    if close:
        return Mistake(
            "unknown kind {kind}; did you mean {close}?", kind=kind, close=close, place=place
        )
    return Mistake(
        "unknown kind {kind}; expected one of {kinds}", kind=kind, kinds=_kinds(), place=place
    )


def _kinds() -> str:
    return ", ".join(KINDS)


def _misspelt(mistake: Mistake, kind: str) -> Mistake:
    """Add the nearest known field to a complaint about an unknown one."""
    if mistake.template != "no such field" or mistake.place is None:
        return mistake
    word = mistake.place.path.rpartition(".")[2]
    known = [*KINDS[kind].model.__dataclass_fields__, *_ENVELOPE_FIELDS]  # type: ignore[attr-defined]
    close = nearest(word, known)
    if close is None:
        return mistake
    return Mistake("no such field; did you mean {close}?", place=mistake.place, close=close)
