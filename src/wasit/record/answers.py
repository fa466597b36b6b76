"""Which answer of a seat stands: the latest in its own hand, else the latest known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wasit.entries import Entry
from wasit.entries.bodies.text import Basis, Response, Stance
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
    wording needs discussion, other wording does not suit."""

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
    by_seat: dict[str, list[Entry]] = {}
    for entry in record.about(target, "response"):
        if _answers(entry, target):
            by_seat.setdefault(response_in(entry).seat, []).append(entry)
    found = {}
    for seat in record.seats if by_seat else ():
        answer = _standing(record, by_seat.get(seat, []), inferred)
        if answer:
            found[seat] = answer
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
