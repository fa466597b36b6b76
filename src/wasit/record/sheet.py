"""The state of play as a sheet, points by seats; and a sheet edited by hand, as responses.

    draft   point   heading              ru             ua
    us-28   7       NATO membership      acceptable     red line

A changed cell becomes a new response; an emptied one changes nothing, for an answer is never
taken back by silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wasit.entries import Mistake, NotOnRecord, Place, Proposal, proposal_of
from wasit.record.answers import Answer, answers
from wasit.record.play import StateOfPlay
from wasit.record.record import Record
from wasit.record.standing import Subject

FIXED = ("draft", "point", "heading")
"""The columns before those of the seats."""

_CELLS = {
    "acceptable": ("acceptable", False),
    "a": ("acceptable", False),
    "مقبول": ("acceptable", False),
    "open": ("open", False),
    "o": ("open", False),
    "needs discussion": ("open", False),
    "يحتاج إلى نقاش": ("open", False),
    "unacceptable": ("unacceptable", False),
    "u": ("unacceptable", False),
    "غير مقبول": ("unacceptable", False),
    "red line": ("unacceptable", True),
    "r": ("unacceptable", True),
    "خط أحمر": ("unacceptable", True),
}
"""What a cell may say, and the stance and red line that it means."""


def rows(play: StateOfPlay, language: str = "en") -> list[list[str]]:
    """The sheet of ``play``, its head row first: every point of its draft, a column per seat."""
    head = [*FIXED, *play.seats]
    return [head, *(_row(play, point, language) for point in play.points)]


def _row(play: StateOfPlay, point: Subject, language: str) -> list[str]:
    heading = (point.point.heading if point.point else None) or {}
    first = [point.holder.label or "", point.label or ""]
    name = heading.get(language) or next(iter(heading.values()), "")
    cells = [_cell(point.voices.get(seat)) for seat in play.seats]
    return [inert(text) for text in (*first, name, *cells)]


def _cell(answer: Answer | None) -> str:
    if answer is None:
        return ""
    word = "red line" if answer.red_line else answer.stance
    if answer.carried:
        return f"{word} (carried)"
    return f"{word} (inferred)" if answer.basis == "inferred" else word


def inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def read_rows(
    table: Sequence[Sequence[str]],
    record: Record,
    acting: str,
    *,
    name: str | None = None,
    basis: str = "told",
    envelope: dict[str, Any] | None = None,
) -> list[Proposal]:
    """The responses that an edited sheet adds to ``record``: one per cell that says something new.

    A cell in the acting seat's own column is in its own hand; others get ``basis``. ``envelope``
    holds what all of them share, such as the audience. Raises :class:`Mistake` with row and column.
    """
    if not table or [c.strip().lower() for c in table[0][: len(FIXED)]] != list(FIXED):
        raise Mistake(
            "expected the columns {columns}", place=Place(name, 1), columns=", ".join(FIXED)
        )
    seats = [c.strip() for c in table[0][len(FIXED) :]]
    found = []
    for line, row in enumerate(table[1:], start=2):
        for seat, place, text in _cells(row, seats, Place(name, line)):
            fields = _response(record, row, seat, text, place)
            if fields:
                own = "own" if seat == acting else basis
                given = {**(envelope or {}), **fields, "kind": "response", "basis": own}
                found.append(proposal_of(given, place))
    return found


def _cells(
    row: Sequence[str], seats: Sequence[str], place: Place
) -> Iterator[tuple[str, Place, str]]:
    for seat, text in zip(seats, row[len(FIXED) :], strict=False):
        said = text.strip().lstrip("'").lower()
        if said and not said.endswith(("(inferred)", "(carried)")):
            yield seat, place.at(f"column {seat}"), said


def _response(
    record: Record, row: Sequence[str], seat: str, text: str, place: Place
) -> dict[str, Any] | None:
    """The fields of the response a cell stands for; None when the seat already answered so."""
    meant = _CELLS.get(text)
    if meant is None:
        raise Mistake(
            "{text} given; expected acceptable, open, unacceptable, red line, or nothing",
            place=place,
            text=text,
        )
    stance, red_line = meant
    draft, label = (cell.strip().lstrip("'") for cell in row[:2])
    try:
        holder = record.named(draft, "draft")
    except NotOnRecord as mistake:
        raise mistake.in_place(place) from None
    known = answers(record, f"{holder.id}#{label}").get(seat)
    if known and (known.stance, known.red_line) == (stance, red_line):
        return None
    point = {"draft": draft, "label": label}
    return {"seat": seat, "point": point, "stance": stance, "red_line": red_line}
