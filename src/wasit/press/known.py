"""What the record already knows of people and seats: only what the acting seat may read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

# The record and its models are loaded when there is one: most reports are read without.
if TYPE_CHECKING:
    from wasit.record import Record


@dataclass(frozen=True, slots=True)
class KnownName:
    """A person or seat on record."""

    entry: str
    """The id of a person's entry; the label of a seat."""
    names: dict[str, str]
    also: tuple[str, ...] = ()
    seat: str | None = None
    """The seat a person belongs to."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names a reader may lean on."""

    people: tuple[KnownName, ...] = ()
    seats: tuple[KnownName, ...] = ()

    @classmethod
    def of(cls, record: Record) -> Known:
        """The names that stand in ``record``."""
        from wasit.entries.bodies.table import Person

        people = [
            KnownName(entry.id, dict(entry.body.name), tuple(entry.body.also), entry.body.seat)
            for entry in record.of_kind("person")
            if isinstance(entry.body, Person)
        ]
        seats = [KnownName(label, dict(body.name)) for label, body in record.seats.items()]
        return cls(tuple(people), tuple(seats))
