"""Lists as JSON, CSV and workbooks; the brief, texts and redlines as files; the calendar."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpResponse

from wasit.brief import Language, describe, to_html, to_json, to_markdown
from wasit.brief.content import say
from wasit.brief.pages import habit
from wasit.entries import Entry, NotOnRecord, plain_entry
from wasit.entries.bodies.exchange import Meeting
from wasit.entries.bodies.text import Draft
from wasit.papers.calendar import Event, icalendar
from wasit.papers.sheets import as_csv, as_workbook
from wasit.record import in_order
from wasit.record.plain import plain_play
from wasit.record.sheet import inert, rows
from wasit.text.held import common_languages, held
from wasit.web.pages import journal, people
from wasit.web.views.desk import Desk, at_the_desk
from wasit.web.views.reading import brief_of, compared, play_asked, results_of, sheet_of

JSON = "application/json; charset=utf-8"
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be saved, never shown in place."""
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _json(value: Any) -> HttpResponse:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)
    return HttpResponse(f"{text}\n", content_type=JSON)


# --- the state of play ----------------------------------------------------------------------------


@at_the_desk
def play_json(desk: Desk) -> HttpResponse:
    """The state of play as data."""
    asked = play_asked(desk)
    state = desk.kept.play(asked.draft, inferred=asked.inferred)
    return _json(plain_play(desk.record, state, asked.seat or None))


@at_the_desk
def packages_json(desk: Desk) -> HttpResponse:
    """The packages as data."""
    from wasit.packages.onrecord import on_record, solve_on_record
    from wasit.packages.plain import as_data, open_data

    found = on_record(desk.record)
    if not found.has_numbers:
        return _json(open_data(found))
    return _json(as_data(solve_on_record(found, found.bargain)))


def _sheet(desk: Desk) -> list[list[str]]:
    asked = play_asked(desk)
    return rows(desk.kept.play(asked.draft, inferred=asked.inferred), desk.language)


@at_the_desk
def play_csv(desk: Desk) -> HttpResponse:
    """The state of play as a sheet that can be edited and brought back."""
    return _file(as_csv(_sheet(desk)), CSV, f"state-{desk.language}.csv")


@at_the_desk
def play_xlsx(desk: Desk) -> HttpResponse:
    """The same as a workbook."""
    return _file(as_workbook(_sheet(desk)), XLSX, f"state-{desk.language}.xlsx")


# --- lists ----------------------------------------------------------------------------------------

_HEAD = ("id", "kind", "day", "author", "recorded", "says")


def _listed(desk: Desk, entries: Iterable[Entry]) -> Sequence[Sequence[str]]:
    language = Language(desk.language, habit(desk.record), longest=400)
    found = [_HEAD]
    for entry in entries:
        said = language.text(describe(desk.record, entry)).translate(_ISOLATES)
        row = (entry.id, entry.kind, entry.day or "", entry.author.seat, entry.recorded, said)
        found.append(tuple(map(inert, row)))  # type: ignore[arg-type]
    return found


_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))


def _lists(desk: Desk, entries: Sequence[Entry], ending: str, name: str) -> HttpResponse:
    if ending == "json":
        return _json([plain_entry(entry) for entry in entries])
    return _file(as_csv(_listed(desk, entries)), CSV, f"{name}-{desk.language}.csv")


@at_the_desk
def people_list(desk: Desk, ending: str) -> HttpResponse:
    """The people."""
    return _lists(desk, desk.record.of_kind("person"), ending, "people")


@at_the_desk
def messages_list(desk: Desk, ending: str) -> HttpResponse:
    """Messages and documents."""
    return _lists(desk, in_order(desk.record, "message", "document"), ending, "messages")


@at_the_desk
def reports_list(desk: Desk, ending: str) -> HttpResponse:
    """The reports."""
    return _lists(desk, in_order(desk.record, "report"), ending, "reports")


@at_the_desk
def journal_list(desk: Desk, ending: str) -> HttpResponse:
    """The journal as filtered, oldest first, up to :data:`LONGEST` entries."""
    as_of = desk.day("as_of")
    record = desk.kept.as_of(as_of) if as_of else desk.record
    found = journal.meant(record, desk.asked.get("kind", ""), desk.asked.get("author", ""))
    entries = [entry for _, entry in found][:LONGEST][::-1]
    return _lists(desk, entries, ending, "journal")


LONGEST = 1_000
"""Entries in a list of the journal, the newest: `wasit export` gives all."""


@at_the_desk
def search_list(desk: Desk, ending: str) -> HttpResponse:
    """What the search finds."""
    ids = (hit.line.entry for hit in results_of(desk).hits)
    return _lists(desk, [desk.record[one] for one in ids if one], ending, "search")


# --- texts ----------------------------------------------------------------------------------------


@at_the_desk
def draft_docx(desk: Desk, draft: str) -> HttpResponse:
    """A draft as a Word file, both languages side by side."""
    from wasit.text.word import write_clean

    entry = desk.record.named(draft, "draft")
    assert isinstance(entry.body, Draft)
    texts = [held(entry.body, code).text for code in common_languages(entry.body, entry.body)]
    if not texts:
        raise NotOnRecord("{name} is not on this record", name=draft)
    texts.sort(key=lambda one: one.language != "en")
    data = write_clean(texts[0], beside=texts[1] if len(texts) > 1 else None)
    return _file(data, DOCX, "draft.docx")


@at_the_desk
def redline_docx(desk: Desk) -> HttpResponse:
    """The redline of two drafts as tracked changes."""
    from wasit.text.word import write_redline

    pair, found = compared(desk, desk.asked.get("old") or None, desk.asked.get("new") or None)
    if pair is None or not found:
        raise NotOnRecord("{name} is not on this record", name="redline")
    first, *others = (found[code] for code in sorted(found, key=lambda code: code != "en"))
    data = write_redline(
        first.old,
        first.new,
        author="Wasit",
        date=datetime.fromisoformat(desk.today),
        beside=(others[0].old, others[0].new) if others else None,
    )
    return _file(data, DOCX, "redline.docx")


# --- the brief ------------------------------------------------------------------------------------


def _languages(desk: Desk) -> tuple[str, ...]:
    if desk.asked.get("languages") == "both":
        return ("en", "ar")
    return (desk.language,)


@at_the_desk
def brief_file(desk: Desk, ending: str) -> HttpResponse:
    """The brief as a file of its own."""
    found = brief_of(desk)
    if ending == "json":
        return _json(to_json(found))
    name = f"brief-{found.at}-{desk.language}.{ending}"
    if ending == "md":
        text = to_markdown(found, _languages(desk))
        return _file(text.encode(), "text/markdown; charset=utf-8", name)
    return _file(to_html(found, _languages(desk)).encode(), "text/html; charset=utf-8", name)


@at_the_desk
def stop_html(desk: Desk) -> HttpResponse:
    """The sheet before a stop as a file of its own."""
    found = sheet_of(desk, desk.asked.get("for", ""))
    data = to_html(found, _languages(desk)).encode()
    return _file(data, "text/html; charset=utf-8", f"stop-{found.at}-{desk.language}.html")


# --- the calendar ---------------------------------------------------------------------------------


@at_the_desk
def agenda(desk: Desk) -> HttpResponse:
    """The meetings as a calendar."""
    language = Language(desk.language, habit(desk.record))
    talks = desk.record.talks
    name = language.text(say("{words}", words=talks.name)) if talks else "Wasit"
    events = [_event(desk, language, entry) for entry in people.planned(desk.record)]
    data = icalendar(name.translate(_ISOLATES), [one for one in events if one])
    return _file(data, "text/calendar; charset=utf-8", f"agenda-{desk.language}.ics")


_STATUS = {"held": "CONFIRMED", "planned": "CONFIRMED", "conditional": "TENTATIVE"}


def _event(desk: Desk, language: Language, entry: Entry) -> Event | None:
    body = entry.body
    assert isinstance(body, Meeting)
    when = entry.happened if body.status == "held" else body.planned_for or None
    if when is None:
        return None
    said = language.text(describe(desk.record, entry)).translate(_ISOLATES)
    place = language.text(say("{words}", words=body.place)) if body.place else None
    agenda_words = language.text(say("{words}", words=body.agenda)) if body.agenda else ""
    title = language.text(say("{words}", words=body.title)) if body.title else said
    return Event(
        uid=entry.id,
        stamp=entry.recorded,
        first=when.first,
        last=when.last,
        time=when.text if "T" in when.text and "/" not in when.text and not when.about else None,
        title=title.translate(_ISOLATES),
        place=place.translate(_ISOLATES) if place else None,
        text=agenda_words.translate(_ISOLATES),
        status=_STATUS.get(body.status, "CANCELLED"),
    )
