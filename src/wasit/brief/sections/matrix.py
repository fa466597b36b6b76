"""Points by seats, in letters."""

from __future__ import annotations

from wasit.brief.book import Book
from wasit.brief.content import Cell, Day, Item, Letter, Matrix, Row, Section, Words, item, say
from wasit.brief.describe import first
from wasit.brief.sections.movement import STANDINGS
from wasit.brief.view import View
from wasit.entries.bodies.text import Draft
from wasit.record import Answer, StateOfPlay, Subject


def matrix(view: View) -> Section | None:
    """The table of the points listed; None when no point is held."""
    play = view.play
    if not play.points or play.draft is None:
        return None
    assert isinstance(play.draft.body, Draft)
    seats = [s for s in play.seats if _has_column(view, s)]
    table = Matrix(
        seats=tuple((s, view.record.seats[s].name) for s in seats),
        rows=tuple(_row(view.book, point, seats) for point in play.points),
        inferred=play.inferred,
    )
    heading = say("Points of “{draft}”, seat by seat", draft=play.draft.body.title)
    return Section("matrix", heading, intro=_legend(play), matrix=table)


def _has_column(view: View, seat: str) -> bool:
    """Parties always; other seats once they have answered."""
    return view.record.seats[seat].role == "party" or any(
        seat in point.voices for point in view.play.points
    )


def _legend(play: StateOfPlay) -> tuple[Item, ...]:
    letters = say(
        "A acceptable, O open to discussion, U unacceptable, R red line, · no answer on record."
    )
    trend = say("↑ closer to acceptance than the answer before, ↓ further from it.")
    counted = say("A small i marks what is inferred, not stated.")
    left_out = say("Inferred answers are left out.")
    carried = say(
        "A small c marks an answer to an earlier draft, carried to the point that came of it."
    )
    shown = (carried,) if any(point.carried for point in play.points) else ()
    return (item(letters, trend, *shown, counted if play.inferred else left_out),)


def _row(book: Book, point: Subject, seats: list[str]) -> Row:
    assert point.label is not None
    return Row(
        label=point.label,
        depth=point.label.count("/"),
        name=_name(point),
        standing=STANDINGS[point.standing.word],
        since=Day(point.standing.since) if point.standing.since else None,
        cells=tuple(_cell(book, point.voices[s]) if s in point.voices else None for s in seats),
    )


def _name(point: Subject) -> Words | None:
    if point.point is None:
        return None
    return point.point.heading or point.point.words


def _cell(book: Book, answer: Answer) -> Cell:
    return Cell(
        letter=letter(answer),
        inferred=answer.basis == "inferred",
        carried=answer.carried is not None,
        trend=answer.trend,
        answer=first(book, answer.entry),
        entry=answer.entry.id,
    )


def letter(answer: Answer) -> Letter:
    """A, O, U, or R for a red line."""
    if answer.red_line:
        return "R"
    letters: dict[str, Letter] = {"acceptable": "A", "open": "O", "unacceptable": "U"}
    return letters[answer.stance]
