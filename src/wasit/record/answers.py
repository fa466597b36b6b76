"""Which answer of a seat stands: the latest in its own hand, else the latest known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wasit.entries import Entry
from wasit.entries.bodies.text import Basis, Response, Stance
from wasit.record.lineage import Origin
from wasit.record.record import Record

Trend = Literal["closer", "further", "same"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one seat to one thing, and the answers it gave before."""

    entry: Entry
    earlier: tuple[Entry, ...] = ()
    """What the seat answered before this, oldest first."""
    beside: tuple[Entry, ...] = ()
    """Answers of the same day to other parts of the same text, where no points are named: some
    wording needs discussion, other wording does not suit. Of a carried answer: those to the other
    points that were merged into this one."""
    carried: Origin | None = None
    """Where it was given: the point of an earlier draft from which this one came. None: here."""

    @property
    def response(self) -> Response:
        """The answer itself."""
        return response_in(self.entry)

    @property
    def seat(self) -> str:
        """Whose answer it is."""
        return self.response.seat

    @property
    def stance(self) -> Stance:
        """Acceptable, open or unacceptable."""
        return self.response.stance

    @property
    def basis(self) -> Basis:
        """On what ground it is known."""
        return self.response.basis

    @property
    def red_line(self) -> bool:
        """Whether the seat calls it a red line."""
        return self.response.red_line

    @property
    def trend(self) -> Trend | None:
        """Whether the seat came closer to accepting than by its answer before; None: no other."""
        if not self.earlier:
            return None
        step = _openness(self.entry) - _openness(self.earlier[-1])
        return "closer" if step > 0 else "further" if step < 0 else "same"


def answers(record: Record, target: str, *, inferred: bool = False) -> dict[str, Answer]:
    """Per seat, in the order of the seats, its standing answer to ``target``.

    ``target`` is an id, or ``id#label`` for a point. Who is no seat on this record, as one that was
    withdrawn, has no answer. An answer that is not in the seat's own hand
    never outranks one that is. Inferred answers count only when asked for, and only for a seat
    of which nothing else is known.
    """
    by_seat = _by_seat(record, (target,))
    found = {}
    for seat in record.seats if by_seat else ():
        answer = _standing(record, by_seat.get(seat, []), inferred)
        if answer:
            found[seat] = answer
    return found


def carried(
    record: Record, origins: Sequence[Origin], *, inferred: bool = False
) -> dict[str, Answer]:
    """Per seat, its standing answer to the points of earlier drafts from which a point came.

    Of all its answers to them the one that :func:`answers` would let stand, and beside it those to
    other points of the same draft. Empty where there are no origins.
    """
    by_target = {origin.target: origin for origin in origins}
    by_seat = _by_seat(record, tuple(by_target))
    found = {}
    for seat in record.seats if by_seat else ():
        answer = _standing(record, by_seat.get(seat, []), inferred)
        if answer:
            origin = by_target[str(answer.response.point)]
            others = [o.target for o in origins if o.draft == origin.draft and o != origin]
            beside = (*answer.beside, *_beside(record, seat, others, inferred))
            earlier = tuple(entry for entry in answer.earlier if entry not in beside)
            found[seat] = replace(answer, earlier=earlier, beside=beside, carried=origin)
    return found


def _beside(record: Record, seat: str, targets: Sequence[str], inferred: bool) -> tuple[Entry, ...]:
    """The standing answers of a seat to each of these."""
    given = (_by_seat(record, (target,)).get(seat, []) for target in targets)
    standing = (_standing(record, entries, inferred) for entries in given)
    return tuple(answer.entry for answer in standing if answer)


def _by_seat(record: Record, targets: tuple[str, ...]) -> dict[str, list[Entry]]:
    """The answers to any of these, by whose they are."""
    found: dict[str, list[Entry]] = {}
    for target in targets:
        for entry in record.about(target, "response"):
            if _answers(entry, target):
                found.setdefault(response_in(entry).seat, []).append(entry)
    return found


def _answers(entry: Entry, target: str) -> bool:
    """Whether a response is an answer to this, not merely about something inside it."""
    body = entry.body
    assert isinstance(body, Response)
    if "#" in target:
        return body.point is not None and str(body.point) == target
    return target in (body.draft, body.issue, body.document, body.package)


def _standing(record: Record, entries: list[Entry], inferred: bool) -> Answer | None:
    """The last of the weightiest ground: own hand; told or reported; inferred when asked for."""
    grounds: tuple[tuple[Basis, ...], ...] = (("own",), ("told", "reported"))
    for ground in (*grounds, ("inferred",)) if inferred else grounds:
        known = [e for e in entries if response_in(e).basis in ground]
        if known:
            known.sort(key=lambda e: in_time(record, e))
            beside = [e for e in known[:-1] if _side_by_side(e, known[-1])]
            return Answer(known[-1], tuple(e for e in known[:-1] if e not in beside), tuple(beside))
    return None


def _side_by_side(one: Entry, other: Entry) -> bool:
    """Whether two answers are about parts of a text, so that neither takes the other's place."""
    extents = (response_in(one).extent, response_in(other).extent)
    return one.day == other.day and all(extent in ("some", "most") for extent in extents)


def response_in(entry: Entry) -> Response:
    """The answer that an entry of kind ``response`` holds."""
    body = entry.body
    assert isinstance(body, Response)
    return body


def in_time(record: Record, entry: Entry) -> tuple[str, int]:
    """A sort key: by the day something is about, then by its place in the chain."""
    return (entry.day or "", record.place(entry))


def _openness(entry: Entry) -> int:
    """How near an answer is to acceptance: red line 0, unacceptable 1, open 2, acceptable 3."""
    body = entry.body
    assert isinstance(body, Response)
    if body.red_line:
        return 0
    return {"unacceptable": 1, "open": 2, "acceptable": 3}[body.stance]
