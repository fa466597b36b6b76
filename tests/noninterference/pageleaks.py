"""Leaks planted in the desk, one for each way in which something hidden could show. All are found.

``whole()`` reads the record at hand past the gate; each leak lets one part of the desk use it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests.noninterference.leaks import Made, _holder, whole
from wasit.record import Record
from wasit.web.pages.parts import Readers


@dataclass(frozen=True, slots=True)
class PageLeak:
    """What is replaced by what, and on which routes it should show."""

    target: str
    make: Callable[[Made], Made]
    routes: tuple[str, ...]

    def plant(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the target leak. Raises ``AttributeError`` when it is not there."""
        holder, name = _holder(self.target)
        monkeypatch.setattr(holder, name, self.make(getattr(holder, name)))


PAGE_LEAKS: dict[str, PageLeak] = {}


def _everything() -> Record:
    return Record.of(whole())


def _of_everything(original: Made) -> Made:
    """The record that a page is made from is the whole one."""
    return lambda _record, *given, **named: original(_everything(), *given, **named)


V = "wasit.web.views."
P = "wasit.web.pages."

for _name, _target, *_routes in (
    ("journal_of_everything", f"{V}downloads.journal.meant", "journal-list"),
    ("people_of_everything", f"{V}reading.people.page", "people"),
    ("messages_of_everything", f"{V}reading.messages.page", "messages"),
    ("reports_of_everything", f"{V}reports.reports.reports_page", "reports"),
    ("entry_of_everything", f"{V}reading.entry.page", "entry"),
    ("drafts_to_choose_of_everything", f"{P}table.drafts_to_choose", "table"),
    ("drafts_to_compare_of_everything", f"{V}reading.redlines.chosen", "redline"),
    ("seats_to_choose_of_everything", f"{P}forms.seats_to_choose", "answer", "new"),
    ("people_to_choose_of_everything", f"{P}forms._people", "answer"),
    ("list_of_everything", f"{V}downloads.in_order", "messages-list", "reports-list"),
    ("agenda_of_everything", f"{V}downloads.people.planned", "agenda"),
    ("brief_of_everything", f"{V}reading.brief", "brief", "brief-file"),
    ("sheet_of_everything", f"{V}reading.sheet", "stop", "stop-html"),
    ("frame_of_everything", f"{V}desk.frame", "today"),
    ("state_of_everything", "wasit.web.kept.state_of_play", "table", "play"),
    ("last_line_of_everything", "wasit.web.frame._line", "table"),
):
    PAGE_LEAKS[_name] = PageLeak(_target, _of_everything, tuple(_routes))


def leak(target: str, *routes: str) -> Callable[[Callable[[Made], Made]], Callable[[Made], Made]]:
    """Plant a leak in ``target``."""

    def plant(make: Callable[[Made], Made]) -> Callable[[Made], Made]:
        PAGE_LEAKS[make.__name__] = PageLeak(target, make, routes)
        return make

    return plant


@leak("wasit.web.render.html", "today")
def how_much_is_on_record(original: Made) -> Made:
    """The length of the whole record stands in the source of the page."""
    return lambda *given: f"{original(*given)}<!-- {len(whole())} -->"


@leak("wasit.web.gate._with_headers", "today", "journal")
def version_in_a_header(original: Made) -> Made:
    """A header moves with every entry, hidden ones too."""

    def tagged(request: Any, response: Any) -> Any:
        response["ETag"] = f'"{len(whole())}"'
        return original(request, response)

    return tagged


@leak("wasit.web.pages.parts.readers_of", "journal", "today", "messages")
def readers_that_the_reader_does_not_know(original: Made) -> Made:
    """Every seat in the audience is named, also one that the reader may not know of."""

    def told(book: Any, entry: Any, seat: str) -> Readers:
        known = {one.id: one for one in whole()}.get(entry.id, entry)
        found: Readers = original(book, entry, seat)
        if known.audience == "all":
            return found
        return replace(found, all=False, alone=False, names=book.seats(known.audience))

    return told


@leak(f"{V}desk.not_found", "entry")
def hidden_is_forbidden_and_absent_is_not_found(original: Made) -> Made:
    """What is hidden is answered otherwise than what never was."""

    def told(desk: Any) -> Any:
        answer = original(desk)
        asked = desk.request.path.rpartition("/")[2]
        if any(asked in (entry.id, entry.label) for entry in whole()):
            answer.status_code = 403
        return answer

    return told


@leak(f"{V}reading.search.page", "search")
def search_in_everything(original: Made) -> Made:
    """The index of search holds every entry."""
    from wasit.web.pages.search import index_of

    return lambda _r, _i, *more, **named: original(_everything(), index_of(whole()), *more, **named)


@leak(f"{V}reports.propose", "reports-read")
def what_a_report_repeats_of_everything(original: Made) -> Made:
    """What anybody has on record already is not proposed again."""
    return lambda reading, _record, *more, **named: original(reading, _everything(), *more, **named)


@leak(f"{V}coming.unknown", "static")
def how_many_seats_there_are(original: Made) -> Made:
    """What is no page tells of seats."""

    def told(request: Any, exception: Any = None) -> Any:
        answer = original(request, exception)
        answer["X-Seats"] = str(sum(entry.kind == "seat" for entry in whole()))
        return answer

    return told


@leak(f"{V}coming.plain", "enter")
def link_that_tells_how_busy_it_is(original: Made) -> Made:
    """The answer to a used link tells how much is on record."""

    def told(status: int, text: str) -> Any:
        answer = original(status, text)
        answer["Retry-After"] = str(len(whole()))
        return answer

    return told


@leak(f"{V}downloads.as_workbook", "play-xlsx")
def workbook_of_so_many_entries(original: Made) -> Made:
    """A cell of the workbook counts everything."""
    return lambda rows: original([*rows, ["", "", str(len(whole()))]])


@leak(f"{V}desk.Desk.told", "answer", "table")
def mistake_that_counts(original: Made) -> Made:
    """The line that says what is wrong counts what is on record."""
    return lambda self, mistake: f"{original(self, mistake)} ({len(whole())})"


@leak(f"{V}given.Given.audience", "answer")
def audience_that_is_checked_against_everything(original: Made) -> Made:
    """A reader nobody told of is refused in other words than one that is not there."""
    from wasit.entries import Mistake

    def told(self: Any) -> Any:
        found = original(self)
        seats = {entry.label for entry in whole() if entry.kind == "seat"}
        if isinstance(found, list) and not set(found) <= seats:
            raise Mistake("{name} is no seat", name="one of them")
        return found

    return told


@leak("wasit.web.site.Site.put", "answer", "new")
def written_words_in_the_log(original: Made) -> Made:
    """What others put on record stands in the log."""

    def told(self: Any, proposals: Any) -> Any:
        sys.stderr.write(" ".join(str(entry.body) for entry in whole()))
        return original(self, proposals)

    return told


@leak("wasit.web.kept.Kept.as_of", "today", "journal")
def other_days_of_everything(_original: Made) -> Made:
    """What the seat had on an earlier day is what everybody had."""
    return lambda _self, day: _everything().as_of(day)


@leak("wasit.web.kept.Kept.stood_on", "brief", "stop")
def earlier_states_of_everything(_original: Made) -> Made:
    """How things stood on a day is how they stood for everybody."""
    return lambda _self, day: _everything().stood_on(day)
