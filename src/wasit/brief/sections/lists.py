"""The lists behind the page in sentences: agreed, meetings, papers, statements, people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wasit.brief.book import Book
from wasit.brief.content import Item, Quote, Section, item, say, say_n
from wasit.brief.describe import tell as tell_entry
from wasit.brief.describe import told
from wasit.brief.sections.movement import in_short
from wasit.brief.view import View
from wasit.entries import Entry
from wasit.entries.bodies.exchange import Meeting
from wasit.entries.bodies.reporting import Statement
from wasit.record import Contradiction, contradictions, disputed, in_order
from wasit.record.unknowns import Version


def agreed(view: View) -> Section | None:
    """What was agreed or reopened, by whom, and to whom it had not been put."""
    return _section("agreed", view, "agreement")


def conditions(view: View) -> Section | None:
    """What must happen before something else can, met or not."""
    return _section("conditions", view, "condition")


def messages(view: View) -> Section | None:
    """What was passed between whom, and what is known of it."""
    return _section("messages", view, "message")


def answers(view: View) -> Section | None:
    """Every answer that stands, in its words: point by point, then on whole texts and issues."""
    subjects = (*view.play.points, *view.play.wholes)
    given = {
        entry.id: entry
        for one in subjects
        for answer in one.voices.values()
        for entry in (*answer.beside, answer.entry)
    }
    if not given:
        return None
    found = tuple(tell_entry(view.book, entry) for entry in given.values())
    return Section("answers", say("Answers in their words"), found, latest=12)


def _section(name: str, view: View, *kinds: str) -> Section | None:
    entries = in_order(view.record, *kinds)
    if not entries:
        return None
    return Section(
        name, _HEADINGS[name], tuple(tell_entry(view.book, e) for e in entries), latest=12
    )


_HEADINGS = {
    "agreed": say("Agreed and reopened"),
    "conditions": say("Conditions"),
    "messages": say("Messages passed on"),
    "statements": say("Who said what"),
    "people": say("Who is who"),
}


# --- meetings by track ------------------------------------------------------------------------


def meetings(view: View) -> Section | None:
    """Meetings, grouped by the seats that talk. A plan stands there until something replaces it."""
    entries = in_order(view.record, "meeting")
    plans = _replaced(view, entries)
    replaced = {plan.id for found in plans.values() for plan in found}
    tracks: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        assert isinstance(entry.body, Meeting)
        if entry.id not in replaced:
            tracks.setdefault(tuple(sorted(entry.body.seats)), []).append(entry)
    if not tracks:
        return None
    items = [_track(view.book, seats, entries, plans) for seats, entries in tracks.items()]
    return Section("meetings", say("Meetings by track"), tuple(items), latest=6)


Plans = Mapping[str, list[Entry]]
"""By the id of a meeting, the plans that it took the place of, the last first."""


def _replaced(view: View, entries: Iterable[Entry]) -> Plans:
    """The plans that stand under each meeting: what it replaced, then what that had replaced."""
    before = {e.id: e.body.replaces for e in entries if isinstance(e.body, Meeting)}
    last = before.keys() - set(before.values())
    return {meeting: list(_line_of_plans(view, meeting, before)) for meeting in last}


def _line_of_plans(view: View, meeting: str, before: Mapping[str, str | None]) -> Iterator[Entry]:
    plan = before[meeting]
    while plan is not None and plan in before:
        yield view.record[plan]
        plan = before[plan]


def _track(book: Book, seats: Iterable[str], entries: list[Entry], plans: Plans) -> Item:
    order = list(book.record.seats)
    known = sorted(seats, key=lambda s: order.index(s) if s in order else len(order))
    head = (
        say_n(
            "Track of {seats}: {n:w} meeting on record.",
            "Track of {seats}: {n:w} meetings on record.",
            len(entries),
            seats=book.seats(known),
        )
        if known
        else say("Other meetings")
    )
    return item(head, below=tuple(_with_plans(book, e, plans) for e in entries))


def _with_plans(book: Book, entry: Entry, plans: Plans) -> Item:
    before = plans.get(entry.id, [])
    return tell_entry(book, entry, below=tuple(in_short(book, plan) for plan in before))


# --- papers -----------------------------------------------------------------------------------


def papers(view: View) -> Section | None:
    """Drafts and documents, each with who was shown it."""
    items = [_paper(view.book, e) for e in in_order(view.record, "draft", "document")]
    if not items:
        return None
    return Section("papers", say("Texts and papers, and who was shown them"), tuple(items))


def _paper(book: Book, entry: Entry) -> Item:
    shown = book.record.about(entry.id, "handover")
    return tell_entry(book, entry, below=tuple(tell_entry(book, e) for e in shown))


# --- statements, people -------------------------------------------------------------------------


def statements(view: View) -> Section | None:
    """Who said what, to whom, reported by whom, how weakened."""
    return _section("statements", view, "statement")


def people(view: View) -> Section | None:
    """Who is who, in both scripts."""
    by_seat: dict[str, list[Entry]] = {seat: [] for seat in view.record.seats}
    for entry in view.record.of_kind("person"):
        by_seat.setdefault(getattr(entry.body, "seat", None) or "", []).append(entry)
    items = [_person(view.book, e) for entries in by_seat.values() for e in entries]
    return Section("people", _HEADINGS["people"], tuple(items), latest=12) if items else None


def _person(book: Book, entry: Entry) -> Item:
    sources = book.sources(entry)
    return item(*(s.resting_on(*sources) for s in told(book, entry)), entries=(entry.id,))


# --- contradictions -----------------------------------------------------------------------------


def differences(view: View) -> Section | None:
    """Where sources contradict each other, side by side."""
    book = view.book
    items = [_question(book, one) for one in contradictions(view.record)]
    for one in disputed(view.record):
        if _same_question(one.by, one.entry):
            continue
        items.append(
            item(
                say("One account disputes another."),
                below=(in_short(book, one.by), in_short(book, one.entry)),
            )
        )
    if not items:
        return None
    return Section("differences", say("Where sources contradict each other"), tuple(items))


def _same_question(one: Entry, other: Entry) -> bool:
    """Whether both answer one question: then they stand side by side under it already."""
    claims = [e.body.claim for e in (one, other) if isinstance(e.body, Statement)]
    return len({claim.about if claim else None for claim in claims} - {None}) == 1 < len(claims)


def _question(book: Book, one: Contradiction) -> Item:
    question = one.versions[0].claim.question
    versions = tuple(_version(book, version) for version in one.versions)
    return item(say("{question}", question=question), below=versions)


def _version(book: Book, version: Version) -> Item:
    sources = book.sources(*version.statements)
    says = say(
        "{answer}, as reported by {outlets}.",
        answer=Quote(version.claim.says, verbatim=False),
        outlets=book.outlets(*version.statements),
    )
    if not book.outlets(*version.statements):
        says = say("{answer}.", answer=Quote(version.claim.says, verbatim=False))
    number = say_n("{n:w} independent source.", "{n:w} independent sources.", version.sources)
    return item(says.resting_on(*sources), number, entries=tuple(e.id for e in version.statements))
