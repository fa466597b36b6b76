"""What is put on record: the forms, with what was typed kept when a save is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wasit.brief.book import Book
from wasit.brief.content import Term, Value, term
from wasit.entries import Entry, plain_entry
from wasit.papers.caseform import case_form
from wasit.record import Record, point_of
from wasit.web.pages.journal import KIND_NAMES
from wasit.web.pages.parts import (
    Choice,
    Line,
    Readers,
    drafts_to_choose,
    line_of,
    readers_of,
    seats_to_choose,
    source_name,
)
from wasit.web.pages.table import Row, row_of


class Typed(dict[str, str]):
    """What stands in the fields of a form, by their names; nothing where nothing was typed."""

    def __missing__(self, name: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is to read it, as chosen in the form."""

    chosen: str
    """all, author, some."""
    seats: tuple[Choice, ...]


def audience(record: Record, seat: str, chosen: str, readers: tuple[str, ...]) -> Audience:
    """The choice of readers; the acting seat reads what it puts on record in any case."""
    seats = tuple(one for one in seats_to_choose(record, readers) if one.value != seat)
    return Audience(chosen, seats)


# --- an answer ------------------------------------------------------------------------------------

BASES: tuple[tuple[str, Term], ...] = (
    ("own", term("own hand")),
    ("told", term("told to the desk")),
    ("reported", term("reported")),
    ("inferred", term("inferred")),
)
EXTENTS: tuple[tuple[str, Term], ...] = (
    ("some", term("some of it")),
    ("most", term("most of it")),
    ("all", term("all of it")),
)


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """An answer of a seat to a point, or to the draft as a whole."""

    name: Value
    row: Row
    draft: str
    seats: tuple[Choice, ...]
    bases: tuple[tuple[str, Term], ...]
    extents: tuple[tuple[str, Term], ...]
    people: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    """Reports, meetings and documents that are on record, the latest."""
    audience: Audience
    typed: Typed
    wrong: str = ""
    """Why it was not put on record, in one line."""


_SOURCES = 40


def answer_form(
    record: Record,
    draft: str,
    label: str,
    typed: Mapping[str, str],
    *,
    seat: str,
    language: str,
    today: str,
    readers: tuple[str, ...] = (),
    wrong: str = "",
) -> AnswerForm:
    """The form for ``draft#label``. Raises :class:`wasit.entries.NotOnRecord`."""
    holder = record.named(draft, "draft")
    one = point_of(record, holder, label, inferred=True)
    book = Book(record, home=holder.id)
    talks = record.talks.languages if record.talks else ()
    words = one.point.words if one.point else None
    languages = tuple(dict.fromkeys((language, *talks, *sorted(words or {}))))
    whose = typed.get("seat") or _first_party(record, seat)
    filled = Typed(
        {
            "seat": whose,
            "basis": "own" if whose == seat else "told",
            "happened": today,
            "about": "point",
            "audience": "author",
            **typed,
        }
    )
    found = record.of_kind("report", "meeting", "document")[-_SOURCES:][::-1]
    return AnswerForm(
        name=book.point(holder.id, label),
        row=row_of(book, one, seat, languages),
        draft=holder.id,
        seats=seats_to_choose(record, [whose]),
        bases=BASES,
        extents=EXTENTS,
        people=_people(record, filled.get("person", "")),
        sources=tuple(
            Choice(e.label or e.id, source_name(book, e), (e.label or e.id) == typed.get("source"))
            for e in found
        ),
        audience=audience(record, seat, filled["audience"], readers),
        typed=filled,
        wrong=wrong,
    )


def _first_party(record: Record, seat: str) -> str:
    if record.seat(seat).role == "party":
        return seat
    parties = (label for label, body in record.seats.items() if body.role == "party")
    return next(parties, seat)


def _people(record: Record, chosen: str) -> tuple[Choice, ...]:
    book = Book(record)
    people = record.of_kind("person")
    return tuple(Choice(e.id, book.person(e.id), e.id == chosen) for e in people)


# --- a correction ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CorrectForm:
    """An entry of one's own, as it is to stand from now on; or no longer."""

    id: str
    kind: Term
    line: Line
    text: str
    """The entry as a case file has it."""
    audience: Audience
    typed: Typed
    wrong: str = ""


def correct_form(
    record: Record,
    entry: Entry,
    typed: Mapping[str, str],
    *,
    seat: str,
    readers: tuple[str, ...] = (),
    wrong: str = "",
) -> CorrectForm:
    """The form that corrects ``entry``; its readers are those of the entry unless chosen."""
    chosen = typed.get("audience", "")
    if not chosen:
        chosen = "all" if entry.audience == "all" else "some" if entry.audience else "author"
        readers = entry.audience if isinstance(entry.audience, tuple) else ()
    return CorrectForm(
        id=entry.id,
        kind=KIND_NAMES[entry.kind],
        line=line_of(Book(record), entry, seat),
        text=typed.get("text") or as_case(entry),
        audience=audience(record, seat, chosen, readers),
        typed=Typed(typed),
        wrong=wrong,
    )


def as_case(entry: Entry) -> str:
    """What can be corrected of an entry, as a case file has it."""
    plain = plain_entry(entry)
    fields = {"kind": plain["kind"], **plain["body"]}
    for name in ("happened", "source"):
        if name in plain:
            fields[name] = plain[name]
    return case_form(fields)


# --- a release ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReleaseForm:
    """An entry, to whom it may be shown, and how the receiver will read it."""

    id: str
    kind: Term
    line: Line
    seats: tuple[Choice, ...]
    to: str
    preview: Line | None
    """The entry as the receiver will read it; None until a seat is chosen."""
    typed: Typed
    wrong: str = ""


def release_form(
    record: Record,
    entry: Entry,
    to: str,
    theirs: Record | None,
    typed: Mapping[str, str],
    *,
    seat: str,
    wrong: str = "",
) -> ReleaseForm:
    """``theirs``: the record of ``to`` as it would be, as far as the acting seat knows it."""
    known = {entry.author.seat, seat, *(entry.audience if entry.audience != "all" else ())}
    seats = tuple(one for one in seats_to_choose(record, [to]) if one.value not in known)
    shown = theirs.get(entry.id) if theirs is not None else None
    return ReleaseForm(
        id=entry.id,
        kind=KIND_NAMES[entry.kind],
        line=line_of(Book(record), entry, seat),
        seats=seats,
        to=to,
        preview=line_of(Book(theirs), shown, to) if theirs is not None and shown else None,
        typed=Typed(typed),
        wrong=wrong,
    )


# --- files brought in -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seen:
    """What would be put on record, before it is."""

    lines: tuple[Line, ...]
    left_out: tuple[tuple[str, int], ...]
    """Whose marks are left out, and how many."""
    around: tuple[str, ...]
    """What is part of no point."""
    points: int


@dataclass(frozen=True, slots=True)
class BringForm:
    """A text, or a sheet, brought in from a file."""

    drafts: tuple[Choice, ...]
    seats: tuple[Choice, ...]
    audience: Audience
    typed: Typed
    held: str = ""
    """The file as it was sent, in base 64, kept through the preview."""
    held_name: str = ""
    seen: Seen | None = None
    wrong: str = ""


def bring_form(
    record: Record,
    typed: Mapping[str, str],
    *,
    seat: str,
    today: str,
    readers: tuple[str, ...] = (),
    by: tuple[str, ...] = (),
    held: str = "",
    held_name: str = "",
    seen: Seen | None = None,
    wrong: str = "",
) -> BringForm:
    """The form of a text or sheet."""
    filled = Typed({"happened": today, "audience": "author", **typed})
    return BringForm(
        drafts=drafts_to_choose(record, typed.get("after") or typed.get("marked")),
        seats=seats_to_choose(record, by or (seat,)),
        audience=audience(record, seat, filled["audience"], readers),
        typed=filled,
        held=held,
        held_name=held_name,
        seen=seen,
        wrong=wrong,
    )


def seen(
    record: Record,
    entries: tuple[Entry, ...],
    *,
    seat: str,
    left_out: Mapping[str, int] | None = None,
    around: tuple[str, ...] = (),
) -> Seen:
    """What ``entries`` would say; ``record`` has them already."""
    book = Book(record)
    points = sum(len(getattr(e.body, "points", ())) for e in entries if e.kind == "draft")
    return Seen(
        lines=tuple(line_of(book, e, seat) for e in entries),
        left_out=tuple((left_out or {}).items()),
        around=around,
        points=points,
    )


# --- anything else --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NewForm:
    """Any entry, as a case file has it."""

    kind: str
    kinds: tuple[tuple[str, Term], ...]
    text: str
    audience: Audience
    typed: Typed
    wrong: str = ""
    seen: Seen | None = None


NEW: Mapping[str, str] = {
    "meeting": (
        "meeting:\n- status: held\n  happened: {today}\n  seats: [{seat}]\n"
        '  title: {{en: "", ar: ""}}\n  place: {{en: "", ar: ""}}\n'
        '  outcome: {{en: "", ar: ""}}\n'
    ),
    "message": (
        'message:\n- sender: {seat}\n  to: []\n  happened: {today}\n  words: {{en: "", ar: ""}}\n'
    ),
    "document": (
        'document:\n- title: {{en: "", ar: ""}}\n  by: [{seat}]\n  happened: {today}\n'
        '  contents: {{en: "", ar: ""}}\n'
    ),
    "handover": (
        "handover:\n- what: \n  giver: {seat}\n  to: []\n  manner: shown\n  happened: {today}\n"
    ),
    "condition": ('condition:\n- seat: {seat}\n  needs: {{en: "", ar: ""}}\n  happened: {today}\n'),
    "agreement": (
        "agreement:\n- seats: []\n  level: ad_referendum\n  points: []\n  happened: {today}\n"
    ),
    "note": 'note:\n- words: {{en: "", ar: ""}}\n',
    "person": 'person:\n- name: {{en: "", ar: ""}}\n  seat: {seat}\n  role: {{en: "", ar: ""}}\n',
}
"""Kinds that are put on record by hand, each as a beginning; fields left empty do not count."""


def new_form(
    record: Record,
    kind: str,
    typed: Mapping[str, str],
    *,
    seat: str,
    today: str,
    readers: tuple[str, ...] = (),
    seen: Seen | None = None,
    wrong: str = "",
) -> NewForm:
    """The form for an entry of ``kind``."""
    begun = NEW.get(kind, NEW["note"]).format(seat=seat, today=today)
    return NewForm(
        kind=kind if kind in NEW else "note",
        kinds=tuple((name, KIND_NAMES[name]) for name in NEW),
        text=typed.get("text") or begun,
        audience=audience(record, seat, typed.get("audience") or "author", readers),
        typed=Typed(typed),
        wrong=wrong,
        seen=seen,
    )


def readers_line(record: Record, entry: Entry, seat: str) -> Readers:
    """Who reads what was just put on record."""
    return readers_of(Book(record), entry, seat)
