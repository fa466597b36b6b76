"""What may stand at a place of the text that is not agreed, and whose wording it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wasit.entries.bodies.table import Seat
from wasit.entries.bodies.text import Draft, Point, numbered
from wasit.record.lineage import Origin
from wasit.record.record import Record
from wasit.text.brackets import Bracket, Choice
from wasit.text.formulations import Formulation, balanced, inherited


@dataclass(frozen=True, slots=True)
class Offer:
    """A wording that may stand."""

    words: Mapping[str, str]
    """In each language that has it."""
    by: tuple[str, ...] = ()
    """Who proposed it: the label of a seat, or a name as written where no seat goes by it."""
    deletes: bool = False
    """Whether the proposal is that these words go."""


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A place of the text that is not agreed."""

    offers: tuple[Offer, ...]
    """Several exclude each other; none: the wording is still to be found."""
    may_fall: bool
    """Whether nothing may stand there."""
    blank: bool
    """Whether other wording is still to be found."""


def open_places(
    record: Record, point: Point, origins: Sequence[Origin] = ()
) -> tuple[OpenPlace, ...]:
    """The places of ``point`` that are not agreed, in text order.

    Languages are told apart where they bracket alike, else the one with most places speaks. A
    wording without a name keeps those under which it stood at ``origins``, nearest first.
    """
    found = {name: balanced(words) for name, words in (point.words or {}).items()}
    if not any(found.values()):
        return ()
    shape = max((_shape(places) for places in found.values()), key=len)
    alike = {name: places for name, places in found.items() if _shape(places) == shape}
    earlier = {name: _earlier(record, origins, name) for name in alike}
    return tuple(
        OpenPlace(
            offers=tuple(_offer(record, alike, earlier, n, m) for m in range(size)),
            may_fall=next(iter(alike.values()))[n].may_fall,
            blank=next(iter(alike.values()))[n].blank,
        )
        for n, size in enumerate(shape)
    )


def _shape(places: tuple[Choice, ...]) -> tuple[int, ...]:
    return tuple(len(place.options) for place in places)


def _offer(
    record: Record,
    places: Mapping[str, tuple[Choice, ...]],
    earlier: Mapping[str, Sequence[Formulation]],
    n: int,
    m: int,
) -> Offer:
    options = {name: found[n].options[m] for name, found in places.items()}
    names = [_names(option, n, m, earlier[language]) for language, option in options.items()]
    return Offer(
        words={name: option.inside for name, option in options.items() if option.inside},
        by=_seats(record, names),
        deletes=any(option.sort == "deletion" for option in options.values()),
    )


def _names(option: Bracket, n: int, m: int, earlier: Sequence[Formulation]) -> tuple[str, ...]:
    deletes = option.sort == "deletion"
    return inherited(Formulation("", n, m, option.inside, option.by, deletes), earlier).by


def _seats(record: Record, names: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The seats that go by names given in one or more languages, in the same order in each."""
    most = max(names, key=len)
    if any(len(some) not in (0, len(most)) for some in names):
        return tuple(dict.fromkeys(_seat(record, (name,)) for some in names for name in some))
    said = [some for some in names if some]
    return tuple(dict.fromkeys(_seat(record, same) for same in zip(*said, strict=True)))


def _seat(record: Record, names: tuple[str, ...]) -> str:
    """The label of the seat that goes by one of these names, else the first of them."""
    for part in (False, True):
        for name in map(str.casefold, names):
            known = [
                label for label, seat in record.seats.items() if _goes_by(label, seat, name, part)
            ]
            if len(known) == 1:
                return known[0]
    return names[0]


def _goes_by(label: str, seat: Seat, name: str, part: bool) -> bool:
    """Whether a seat is called so, or has that word in its name."""
    called = [known.casefold() for known in seat.name.values()]
    if not part:
        return name in (label, *called)
    return any(name in re.findall(r"\w+", known) for known in called)


def _earlier(record: Record, origins: Sequence[Origin], language: str) -> list[Formulation]:
    """The formulations at the points from which one came, in a language."""
    return [
        replace(Formulation("", 0, 0, option.inside, option.by), deletes=option.sort == "deletion")
        for point in _points(record, origins)
        for place in balanced((point.words or {}).get(language, ""))
        for option in place.options
    ]


def _points(record: Record, origins: Sequence[Origin]) -> Iterator[Point]:
    for origin in origins:
        body = record[origin.draft].body
        assert isinstance(body, Draft)
        yield dict(numbered(body.points))[origin.label]
