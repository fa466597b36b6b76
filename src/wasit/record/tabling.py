"""From a text, and the marks of others in it, to what would be put on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wasit.entries.bodies.table import Person
from wasit.record.record import Record


@dataclass(frozen=True, slots=True)
class Mark:
    """What a hand did to a text: a wording it would put, words it would drop, a remark."""

    author: str
    """As the text names it."""
    point: str | None
    """The label of the point as references on record have it; None: outside of all points."""
    proposes: str | None = None
    """The wording of the whole point with this hand's changes alone; of a new one, its words."""
    drops: bool = False
    """Whether it would drop the point."""
    remark: str | None = None
    language: str = "en"
    day: str | None = None
    """The day of the last of its changes, where the text says so."""


def seats_of(record: Record, authors: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """The seat of each author: as given; else the seat, or the person of a seat, of that name.

    Authors that are nobody known are left out. Raises :class:`wasit.entries.NotOnRecord` when a
    seat that is given is none on this record.
    """
    for seat in given.values():
        record.seat(seat)
    found = {}
    for author in authors:
        known = given.get(author) or _seat_named(record, author)
        if known:
            found[author] = known
    return found


def _seat_named(record: Record, author: str) -> str | None:
    name = author.strip().casefold()
    for label, seat in record.seats.items():
        if name in (label, *(known.casefold() for known in seat.name.values())):
            return label
    for entry in record.of_kind("person"):
        body = entry.body
        assert isinstance(body, Person)
        if body.seat and name in (known.casefold() for known in body.name.values()):
            return body.seat
    return None


@dataclass(slots=True)
class _Answered:
    """What one seat says to one point, from all its marks there."""

    seat: str
    point: str | None
    proposes: dict[str, list[str]] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    drops: bool = False
    day: str | None = None

    def take(self, mark: Mark) -> None:
        for text, place in ((mark.proposes, self.proposes), (mark.remark, self.words)):
            if text and text.strip():
                place.setdefault(mark.language, []).append(text.strip())
        self.drops = self.drops or mark.drops
        self.day = max(filter(None, (self.day, mark.day)), default=None)


def answers_in(
    marks: Sequence[Mark], seats: Mapping[str, str], draft: str, *, acting: str, basis: str = "told"
) -> Iterator[dict[str, Any]]:
    """The responses that marks stand for: one for each seat and point, as fields of a proposal.

    A wording proposed instead, or a remark, leaves a point open; what a seat would drop whole is
    unacceptable to it. ``draft`` is the label or ref of the draft they are marked in; a mark
    outside of its points, as a new one, answers some of the draft as a whole, each for itself.
    """
    found: dict[tuple[str, str | int], _Answered] = {}
    for n, mark in enumerate(marks):
        seat = seats.get(mark.author)
        if seat is None:
            continue
        key = (seat, mark.point if mark.point is not None else n)
        found.setdefault(key, _Answered(seat, mark.point)).take(mark)
    for one in found.values():
        yield _fields(one, draft, "own" if one.seat == acting else basis)


def _fields(one: _Answered, draft: str, basis: str) -> dict[str, Any]:
    about: dict[str, Any] = {"draft": draft, "extent": "some"}
    if one.point is not None:
        about = {"point": {"draft": draft, "label": one.point}}
    fields: dict[str, Any] = {
        "kind": "response",
        "seat": one.seat,
        "stance": "unacceptable" if one.drops and not one.proposes else "open",
        "basis": basis,
        **about,
    }
    for name, texts in (("proposes", one.proposes), ("words", one.words)):
        if texts:
            fields[name] = {language: "\n".join(said) for language, said in texts.items()}
    if one.day:
        fields["happened"] = one.day
    return fields
