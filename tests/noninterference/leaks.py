"""Planted leaks: each replaces a named function so that something hidden shows. All must be found.

A leak is a function that takes the function it replaces and returns the one that leaks. Its
decorator names the target and the command at which the walk looks for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

import pytest

from tests.noninterference.walk import RECORD
from wasit.entries import Entry, Mistake, NotOnRecord, Sight
from wasit.entries.bodies.acts import Release
from wasit.entries.entry import entry_in
from wasit.record import Record

Made = Callable[..., Any]
"""A function, as it is or as it leaks."""


@dataclass(frozen=True, slots=True)
class Leak:
    """What is replaced by what, and where it should show."""

    targets: dict[str, Callable[[Made], Made]]
    """By dotted path, what makes the leaking function of the one that stands there."""
    command: str

    def plant(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let every target leak. Raises ``AttributeError`` when one is not there."""
        for target, make in self.targets.items():
            holder, name = _holder(target)
            monkeypatch.setattr(holder, name, make(getattr(holder, name)))


def _holder(target: str) -> tuple[Any, str]:
    """The module or class that holds a name, by its dotted path."""
    parts = target.split(".")
    for length in range(len(parts) - 1, 0, -1):
        with suppress(ModuleNotFoundError):
            found: Any = import_module(".".join(parts[:length]))
            for part in parts[length:-1]:
                found = getattr(found, part)
            return found, parts[-1]
    raise AttributeError(target)


LEAKS: dict[str, Leak] = {}


def leak(
    target: str, command: str, **also: Callable[[Made], Made]
) -> Callable[[Callable[[Made], Made]], Callable[[Made], Made]]:
    """Plant a leak in ``target``; in ``also``, what must give way with it."""

    def plant(make: Callable[[Made], Made]) -> Callable[[Made], Made]:
        more = {GIVES_WAY[name]: other for name, other in also.items()}
        LEAKS[make.__name__] = Leak({target: make, **more}, command)
        return make

    return plant


GIVES_WAY = {
    "rule": "wasit.entries.sight.may_read",
    "readers": "wasit.journal.journal.readers_of",
    "gate": "wasit.journal.journal.Journal._entries_after",
}
"""The two locks on the way out: who is named as a reader, and what a chain takes in."""


def whole() -> list[Entry]:
    """Everything on the record at hand, whoever may read it."""
    with closing(sqlite3.connect(f"file:{RECORD}?mode=ro", uri=True)) as raw:
        rows = raw.execute("SELECT line FROM wasit_entry ORDER BY place").fetchall()
    return [entry_in(line) for (line,) in rows]


def _always(_original: Made) -> Made:
    return lambda *_: True


# --- the rule of reading and the gate -----------------------------------------------------------


@leak("wasit.entries.sight.may_read", "export", readers=lambda _: lambda _entry: ["*"])
def everybody_may_read_everything(_original: Made) -> Made:
    """No rule of reading: a seat's chain is the journal."""
    return lambda _entry, _seat: True


@leak("wasit.journal.journal.Journal._entries_after", "export", rule=_always)
def gate_gives_one_place_too_many(original: Made) -> Made:
    """With each entry the one before it comes out, whoever it is for."""

    def more(self: Any, seat: str, place: int) -> list[tuple[int, Entry]]:
        found = dict(original(self, seat, place))
        near = {at - 1: e for at, e in enumerate(whole(), start=1) if at in found}
        neighbours = {at: whole()[at - 1] for at in near if at > place}
        return sorted({**neighbours, **found}.items())

    return more


@leak("wasit.entries.sight.cut", "show")
def links_not_cut(_original: Made) -> Made:
    """Ids of what the reader may not read stand in links."""
    return lambda body, _follow, _knows: body


@leak("wasit.entries.sight.view", "show")
def sources_not_cut(original: Made) -> Made:
    """The ids of hidden reports stand as sources."""
    return _keeping(original, "source")


@leak("wasit.entries.sight._audience", "show")
def audience_names_hidden_seats(_original: Made) -> Made:
    """The line of readers names seats of which the reader does not know."""
    return lambda entry, _sight: entry.audience


@leak("wasit.entries.sight._author", "export")
def author_person_not_cut(_original: Made) -> Made:
    """The id of a hidden person stands with the author."""
    return lambda author, _sight: author


@leak("wasit.entries.sight._author_known", "export")
def hidden_seats_speak(_original: Made) -> Made:
    """Entries for all by a seat of which the reader does not know."""
    return lambda _entry, _sight: True


@leak("wasit.entries.sight.view", "show")
def what_is_not_whole_is_shown(original: Made) -> Made:
    """A correction, or an answer, of something hidden enters the chain as it is."""
    return lambda entry, sight: original(entry, sight) or entry


@leak("wasit.entries.sight.Sight.knows", "show")
def seats_known_before_they_are(_original: Made) -> Made:
    """Any seat may be named to anybody."""
    return lambda _self, _seat: True


@leak("wasit.record.decide._Batch._audience", "export")
def release_reaches_third_seats(original: Made) -> Made:
    """What is released to one seat is read by all."""

    def wide(self: Any, proposal: Any, body: Any) -> Any:
        return "all" if isinstance(body, Release) else original(self, proposal, body)

    return wide


def _keeping(original: Made, field: str) -> Made:
    """A view that keeps a field as its author has it."""

    def view(entry: Entry, sight: Sight) -> Entry | None:
        seen: Entry | None = original(entry, sight)
        return seen and replace(seen, **{field: getattr(entry, field)})

    return view


# --- numbers, order and time ----------------------------------------------------------------------


@leak("wasit.journal.journal.Journal.new_id", "append")
def ids_count_places(_original: Made) -> Made:
    """An id tells how many entries stand before it."""
    return lambda self, _seat: f"{len(self):032x}"


@leak("wasit.journal.journal.Journal.new_id", "append")
def ids_from_one_sequence(_original: Made) -> Made:
    """What a seat draws depends on what others drew before."""
    return lambda self, _seat: self._chance.draw("", 16).hex()


@leak("wasit.seated.Seated._acting", "export")
def time_pushed_past_hidden_entries(original: Made) -> Made:
    """Time never goes back on record, so a hidden entry from a fast clock moves it on."""

    def acting(self: Any) -> Any:
        made = original(self)
        return replace(made, now=max([made.now, *(entry.recorded for entry in whole())]))

    return acting


@leak("wasit.cli.looking.today", "brief")
def page_dated_by_the_last_change(_original: Made) -> Made:
    """A page bears the day on which anything at all was last put on record."""
    return lambda: max(entry.recorded[:10] for entry in whole())


@leak("wasit.cli.looking.describe_entry", "show")
def places_in_the_journal_shown(original: Made) -> Made:
    """Lines are numbered by the place in the journal: hidden entries leave gaps."""

    def numbered(record: Record, entry: Entry, language: str) -> str:
        places = [one.id for one in whole()]
        return f"{places.index(entry.id) + 1} {original(record, entry, language)}"

    return numbered


@leak("wasit.cli.putting.answer", "append")
def receipt_of_the_whole_journal(original: Made) -> Made:
    """An acknowledgement says how long the journal is now."""
    return lambda value: original({**value, "length": len(whole())})


@leak("wasit.cli.keeping.export", "export")
def export_counts_hidden_entries(original: Made) -> Made:
    """The first line of an export gives the length of the journal."""

    def counted(talks: str, seat: str | None, entries: Any) -> list[str]:
        first, *rest = original(talks, seat, entries)
        return [first.replace('"length":', f'"journal":{len(whole())},"length":'), *rest]

    return counted


@leak("wasit.papers.sheets._timeless", "state")
def workbook_counts_revisions(original: Made) -> Made:
    """A workbook carries a count of everything on record behind its last byte."""
    return lambda data: original(data) + str(len(whole())).encode()


@leak("wasit.cli.looking.to_html", "brief")
def page_source_counts_hidden_entries(original: Made) -> Made:
    """A comment in the page tells of how many entries it was made."""
    return lambda page, spoken: original(page, spoken) + f"<!-- of {len(whole())} entries -->"


@leak("wasit.brief.pages.numbered_sources", "brief")
def sources_numbered_in_the_journal(original: Made) -> Made:
    """Sources bear their number among all reports on record."""

    def numbered(book: Any, sections: Any) -> tuple[Any, ...]:
        places = [entry.id for entry in whole()]
        found = original(book, sections)
        return tuple(replace(one, number=places.index(one.entry.id)) for one in found)

    return numbered


# --- text and analyses --------------------------------------------------------------------------


@leak("wasit.cli.looking.state_of_play", "state")
def state_of_play_of_the_journal(original: Made) -> Made:
    """Standing and stuck are worked out from everybody's answers."""
    return lambda _record, **more: original(Record.of(whole()), **more)


@leak("wasit.cli.looking.make_brief", "brief")
def brief_of_the_journal(original: Made) -> Made:
    """The page in sentences rests on everybody's entries."""
    return lambda _record, *more, **rest: original(Record.of(whole()), *more, **rest)


@leak("wasit.record.record.Record.stood_on", "show")
def hidden_corrections_applied(original: Made) -> Made:
    """A day's record leaves out what was taken back or changed where the reader cannot see it."""

    def stood_on(self: Record, day: str) -> Record:
        corrected = {e.body.target for e in whole() if e.kind == "correction"}  # type: ignore[attr-defined]
        found: Record = original(self, day)
        return Record.of(entry for entry in found.chain() if entry.id not in corrected)

    return stood_on


@leak("wasit.cli.looking.rows", "state")
def columns_for_hidden_seats(original: Made) -> Made:
    """The sheet has a column for every seat there is."""

    def wide(play: Any, language: str = "en") -> list[list[str]]:
        seats = {e.label for e in whole() if e.kind == "seat"} - set(play.seats)
        return [[*row, *sorted(map(str, seats))] for row in original(play, language)]

    return wide


@leak("wasit.seated.Seated.__init__", "show")
def record_kept_without_its_seat(original: Made) -> Made:
    """A warm process hands the next seat the record that it folded for the last one."""
    kept: list[Any] = []

    def sit(self: Any, journal: Any, seat: str, *more: Any) -> None:
        original(self, journal, seat, *more)
        if kept and kept[-1].seat != seat:
            self._slot = kept[-1]._slot
        kept.append(self)

    return sit


# --- answers --------------------------------------------------------------------------------------


@leak("wasit.record.record.Record.named", "show")
def hidden_names_answered_otherwise(original: Made) -> Made:
    """A name of something hidden is forbidden; a name of nothing is unknown."""

    def named(self: Record, name: str, *kinds: str) -> Entry:
        try:
            found: Entry = original(self, name, *kinds)
        except NotOnRecord:
            if any(name in (entry.id, entry.label) for entry in whole()):
                raise Mistake("{name} is not for you", name=name) from None
            raise
        return found

    return named


@leak("wasit.record.record.Record.seat", "state")
def nearest_hidden_name_suggested(original: Made) -> Made:
    """ "Did you mean": the message on a name not known lists the seats there are."""

    def seat(self: Record, label: str) -> Any:
        try:
            return original(self, label)
        except NotOnRecord:
            seats = ", ".join(sorted({str(e.label) for e in whole() if e.kind == "seat"}))
            raise NotOnRecord("{seat} is none of {seats}", seat=label, seats=seats) from None

    return seat


@leak("wasit.record.decide._Batch._check_seat", "append")
def errors_name_hidden_seats(original: Made) -> Made:
    """The message on an audience tells which seats it could have named."""

    def check(self: Any, seat: str, place: Any) -> None:
        try:
            original(self, seat, place)
        except NotOnRecord:
            seats = ", ".join(sorted({str(e.label) for e in whole() if e.kind == "seat"}))
            raise Mistake("no such seat; expected {seats}", place=place, seats=seats) from None

    return check


@leak("wasit.record.decide._Batch._new_label", "append")
def labels_unique_across_seats(original: Made) -> Made:
    """A label that a hidden entry has is refused."""

    def new_label(self: Any, n: int, kind: str, label: str) -> None:
        if any((e.kind, e.label) == (kind, label) for e in whole()):
            raise Mistake("a {kind} labelled {label} is already on record", kind=kind, label=label)
        original(self, n, kind, label)

    return new_label


@leak("wasit.record.decide._Batch._by_key", "append")
def keys_unique_across_seats(original: Made) -> Made:
    """A key that another seat has used is taken."""

    def by_key(self: Any, proposal: Any) -> Any:
        key, seat = proposal.envelope.key, self.acting.seat
        if key and any(e.key == key and e.author.seat != seat for e in whole()):
            raise Mistake("key {key} was used before", key=key)
        return original(self, proposal)

    return by_key


@leak("wasit.cli.putting.source_named", "say")
def addresses_found_among_hidden_reports(original: Made) -> Made:
    """A report that somebody else holds is not read in again: the address is known."""

    def source(record: Record, source: str | None, answer: Any) -> Any:
        if any(getattr(entry.body, "url", None) == source for entry in whole() if source):
            return [], record.named("open-report").id
        return original(record, source, answer)

    return source


@leak("wasit.cli.putting._readers", "say")
def readers_counted(original: Made) -> Made:
    """ "Readable by all seats" says how many those are."""

    def readers(entry: Entry) -> str:
        return f"{original(entry)} ({sum(e.kind == 'seat' for e in whole())})"

    return readers


@leak("wasit.cli.putting._show_release", "release")
def other_receivers_shown(original: Made) -> Made:
    """The preview of a release tells what else was released."""

    def show(acting: Any, proposals: Sequence[Any]) -> None:
        original(acting, proposals)
        print(sorted({e.body.to for e in whole() if isinstance(e.body, Release)}))

    return show


@leak("wasit.cli.putting.read_case", "load")
def place_in_line_told(original: Made) -> Made:
    """A file that is refused is told how many of everybody's writes came before it."""

    def read(data: bytes, name: str | None = None) -> Any:
        try:
            return original(data, name)
        except Mistake as mistake:
            raise Mistake("{why}; after {n}", why=mistake, n=len(whole())) from None

    return read


@leak("wasit.brief.sheet._reaches", "brief")
def sheet_knows_what_others_released(original: Made) -> Made:
    """What another seat showed it by a hidden release is no longer called unheard."""

    def reaches(entry: Entry, seat: str) -> bool:
        shown = {
            e.body.target for e in whole() if isinstance(e.body, Release) and e.body.to == seat
        }
        return bool(original(entry, seat)) or entry.id in shown

    return reaches


@leak("wasit.cli.proposing.record_of", "read")
def proposals_rest_on_the_journal(original: Made) -> Made:
    """What a report suggests is what nobody, not what the reader, has on record yet."""

    def of(acting: Any) -> Record:
        original(acting)
        return Record.of(whole())

    return of


@leak("wasit.record.standing.carried", "state")
def answers_are_carried_from_the_journal(original: Made) -> Made:
    """What anybody answered to an earlier draft shows at what became of the point."""

    def carried(record: Record, *given: Any, **more: Any) -> Any:
        return original(Record.of(whole()), *given, **more)

    return carried


@leak("wasit.cli.looking.history", "show")
def a_point_is_followed_through_the_journal(original: Made) -> Made:
    """What became of a point in a draft that others hold shows where the point is shown."""

    def history(record: Record, *given: Any) -> Any:
        return original(Record.of(whole()), *given)

    return history
