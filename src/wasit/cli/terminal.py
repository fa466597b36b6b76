"""What the commands show on a terminal: one language at a time, no Arabic in columns.

Terminals do not put right-to-left text in order inside a table, so the table of points by seats
uses letters and labels; in Arabic the same is told line by line.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping

from wasit.brief import Language, describe
from wasit.entries import Entry, plain_entry
from wasit.locale import translations
from wasit.record import Answer, Record, StateOfPlay, Subject

_LETTERS = {"acceptable": "A", "open": "O", "unacceptable": "U"}
_TRENDS = {"closer": "↑", "further": "↓"}

N_ = str
"""Marks a message for the catalogue."""

STANCES = {
    "acceptable": N_("acceptable"),
    "open": N_("needs discussion"),
    "unacceptable": N_("unacceptable"),
    "red_line": N_("red line"),
}
STANDINGS = {
    "untouched": N_("untouched"),
    "discussed": N_("discussed"),
    "bracketed": N_("bracketed"),
    "agreed_ad_referendum": N_("agreed ad referendum"),
    "agreed": N_("agreed"),
    "reopened": N_("reopened"),
}
BASES = {
    "own": N_("own hand"),
    "told": N_("told to the desk"),
    "reported": N_("reported"),
    "inferred": N_("inferred"),
}


def describe_entry(record: Record, entry: Entry, language: str) -> str:
    """An entry in one sentence."""
    return Language(language, longest=160).text(describe(record, entry))


def width() -> int:
    """The width of the terminal in columns, 80 where there is none, at most 100."""
    return min(shutil.get_terminal_size((80, 24)).columns, 100)


def play_lines(record: Record, play: StateOfPlay, seat: str | None, language: str) -> Iterator[str]:
    """The state of play: the points by seats, then what seats answered as a whole."""
    seats = [seat] if seat else list(play.seats)
    if play.draft is None and not play.wholes:
        yield translations(language).gettext("No text is on this record yet.")
        return
    if language == "ar":
        for one in (*play.points, *play.wholes):
            yield from _told(record, one, seats, language)
        return
    yield from _table(play, seats)
    yield from _wholes(record, play, seats, language)
    yield ""
    yield "A acceptable  O open  U unacceptable  R red line  · no answer"
    carried = "c carried from an earlier draft  " if any(p.carried for p in play.points) else ""
    yield f"i inferred  {carried}↑ closer  ↓ further"


def _table(play: StateOfPlay, seats: list[str]) -> Iterator[str]:
    """Points down, seats across: label, letters, standing, heading."""
    if play.draft is None:
        return
    labels = [point.label or "" for point in play.points]
    first = max([len(label) for label in labels] + [5])
    columns = [max(len(seat), 3) for seat in seats]
    yield f"{play.draft.label}"
    head = "  ".join(seat.ljust(n) for seat, n in zip(seats, columns, strict=True))
    yield f"{'point'.ljust(first)}  {head}  standing"
    for point, label in zip(play.points, labels, strict=True):
        cells = (letter(point.voices.get(seat)) for seat in seats)
        row = "  ".join(cell.ljust(n) for cell, n in zip(cells, columns, strict=True))
        yield f"{label.ljust(first)}  {row}  {STANDINGS[point.standing.word]}".rstrip()
    for seat in seats:
        answered, of = play.coverage(seat)
        yield f"{seat}: {answered} of {of} points answered"


def letter(answer: Answer | None) -> str:
    """An answer as a letter, with ``i`` when inferred and an arrow when it moved."""
    if answer is None:
        return "·"
    shown = "R" if answer.red_line else _LETTERS[answer.stance]
    inferred = "i" if answer.basis == "inferred" else ""
    carried = "c" if answer.carried else ""
    return f"{shown}{inferred}{carried}{_TRENDS.get(answer.trend or '', '')}"


def _wholes(record: Record, play: StateOfPlay, seats: list[str], language: str) -> Iterator[str]:
    for one in play.wholes:
        yield ""
        yield from _told(record, one, seats, language)


def _told(record: Record, one: Subject, seats: list[str], language: str) -> Iterator[str]:
    """One subject in lines: what it is and how it stands, then each answer."""
    words = translations(language).gettext
    yield f"{name_of(one, language)} — {words(STANDINGS[one.standing.word])}"
    for seat, answer in one.voices.items():
        if seat in seats:
            yield f"  {_answer_line(record, seat, answer, language)}"


def name_of(one: Subject, language: str) -> str:
    """What a subject is called: its label, and its heading or title."""
    holder = one.holder.label or ""
    if one.label is not None:
        heading = one.point.heading if one.point else None
        return " ".join(filter(None, (f"{holder}#{one.label}", in_language(heading, language))))
    title = getattr(one.holder.body, "title", None) or getattr(one.holder.body, "name", None)
    return " ".join(filter(None, (holder, in_language(title, language))))


def in_language(words: Mapping[str, str] | None, language: str) -> str:
    """The words in a language, or in whichever there are."""
    if not words:
        return ""
    return words.get(language) or next(iter(words.values()))


def _answer_line(record: Record, seat: str, answer: Answer, language: str) -> str:
    words = translations(language).gettext
    known = record.seats.get(seat)
    name = in_language(known.name, language) if known else seat
    stance = words(STANCES["red_line" if answer.red_line else answer.stance])
    ground = words(BASES[answer.basis])
    said = in_language(answer.response.words, language)
    line = f"{name}: {stance} ({ground}, {answer.entry.day or ''})"
    if answer.carried:
        origin = record[answer.carried.draft].label
        line = (
            translations(language)
            .gettext("{answer}, carried from {point}")
            .format(answer=line, point=f"{origin}#{answer.carried.label}")
        )
    return f"{line} — {said}" if said else line


def subject_lines(record: Record, one: Subject, language: str) -> Iterator[str]:
    """A point with its wording, its standing, and all answers ever given to it."""
    words = translations(language).gettext
    yield name_of(one, language)
    if one.point and one.point.words:
        yield in_language(one.point.words, language)
    standing = one.standing
    since = f", {standing.since}" if standing.since else ""
    yield f"{words(STANDINGS[standing.word])}{since}"
    for seat, answer in one.voices.items():
        yield f"  {_answer_line(record, seat, answer, language)}"
        for earlier in reversed(answer.earlier):
            yield f"    {describe_entry(record, earlier, language)}"
    for entry in record.about(one.target, "statement", "condition", "agreement", "note"):
        yield f"  {describe_entry(record, entry, language)}"


def entry_lines(record: Record, entry: Entry, language: str) -> Iterator[str]:
    """One entry in full: its sentence, who may read it, what it rests on, its fields."""
    yield describe_entry(record, entry, language)
    yield f"id {entry.id}"
    yield f"kind {entry.kind}" + (f"  label {entry.label}" if entry.label else "")
    yield f"author {entry.author.seat}  recorded {entry.recorded}  happened {entry.happened or '-'}"
    readers = entry.audience if isinstance(entry.audience, str) else ", ".join(entry.audience)
    yield f"audience {readers or 'author'}"
    for source in entry.source:
        known = record.get(source.of)
        yield f"source {describe_entry(record, known, language) if known else source.of}"
    yield from _fields(plain_entry(entry)["body"], "  ")
    for before in record.before_corrections(entry.id):
        yield f"before a correction: {describe_entry(record, before, language)}"


def _fields(value: object, indent: str) -> Iterator[str]:
    """Plain data as indented lines."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield f"{indent}{key}:"
                yield from _fields(inner, indent + "  ")
            else:
                yield f"{indent}{key}: {inner}"
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict | list):
                yield f"{indent}-"
                yield from _fields(inner, indent + "  ")
            else:
                yield f"{indent}- {inner}"
