"""What every body has in common."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from wasit.entries.errors import Mistake

CONFIG = ConfigDict(extra="forbid")
T = TypeVar("T")


class Body:
    """The base of every body. ``kind`` is the word that entries carry for it."""

    __slots__ = ()
    kind: ClassVar[str]

    def check(self) -> None:
        """Raise :class:`Mistake` when the fields, valid alone, do not make a whole together."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def model(cls: type[T]) -> type[T]:
    """A frozen dataclass whose fields are checked when it is made; unknown fields are refused."""
    made: Any = checked(frozen=True, slots=True, kw_only=True, config=CONFIG)(cls)
    return cast(type[T], made)


def exactly_one(body: Body, *fields: str) -> None:
    """Raise :class:`Mistake` unless exactly one of ``fields`` is given."""
    given = [f for f in fields if getattr(body, f)]
    if len(given) != 1:
        raise Mistake(
            "{kind} is about {given}; expected exactly one of {fields}",
            kind=body.kind,
            given=" and ".join(given) or "nothing",
            fields=", ".join(fields),
        )


def at_least_one(body: Body, *fields: str) -> None:
    """Raise :class:`Mistake` unless at least one of ``fields`` is given."""
    if not any(getattr(body, f) for f in fields):
        raise Mistake(
            "{kind} says nothing; expected at least one of {fields}",
            kind=body.kind,
            fields=", ".join(fields),
        )


READERS: dict[str, TypeAdapter[Body]] = {}
"""By kind, what makes a body out of plain data. Filled by :mod:`wasit.entries.kinds`."""


def body_of(kind: str, fields: object) -> Body:
    """The body of ``kind`` made of plain ``fields``.

    Raises :class:`Mistake` on an unknown kind, pydantic's ``ValidationError`` on wrong fields.
    """
    reader = READERS.get(kind)
    if reader is None:
        raise Mistake(
            "unknown kind {kind}; expected one of {kinds}", kind=kind, kinds=", ".join(READERS)
        )
    return reader.validate_python(fields)


def plain(body: Body) -> dict[str, Any]:
    """``body`` as plain data, without the fields that have their default value."""
    fields: dict[str, Any] = READERS[body.kind].dump_python(
        body, mode="json", exclude_defaults=True
    )
    return fields
