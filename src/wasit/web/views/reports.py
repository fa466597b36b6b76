"""Reports: pasted, sent or dropped; read; and what of them is put on record."""

from __future__ import annotations

import dataclasses
import io
from datetime import UTC, date
from typing import Any

from django.http import HttpResponse

from wasit.entries import Mistake
from wasit.papers.caseform import case_form, from_case_form
from wasit.papers.proposed import sentences
from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.intake import sources
from wasit.press.known import Known
from wasit.press.propose import Proposals, Proposed, as_held, propose
from wasit.press.reading import Reading
from wasit.record import Acting
from wasit.web.pages import reports
from wasit.web.views.desk import Desk, at_the_desk, day_given
from wasit.web.views.given import Given
from wasit.web.views.writing import done


@at_the_desk
def reports_view(desk: Desk) -> HttpResponse:
    """What is on record of reports, and the form for a new one."""
    return _list(desk)


def _list(desk: Desk, given: Given | None = None, wrong: str = "") -> HttpResponse:
    page = reports.reports_page(
        desk.record,
        desk.kept.play(),
        given.typed if given else {},
        seat=desk.seat,
        today=desk.today,
        wrong=wrong,
    )
    return desk.show("reports.html.j2", page, "reports", status=422 if wrong else 200)


@at_the_desk
def read_view(desk: Desk) -> HttpResponse:
    """A report read: both languages aligned, the finds marked, what it suggests in groups."""
    given = Given(desk.request)
    try:
        reading, proposals = _read(desk, given)
        return _shown(desk, given, reading, proposals)
    except Mistake as mistake:
        return _list(desk, given, desk.told(mistake))


@at_the_desk
def take_view(desk: Desk) -> HttpResponse:
    """What was chosen of a report put on record as one batch, or nothing of it."""
    given = Given(desk.request)
    try:
        reading, proposals = _read(desk, given)
    except Mistake as mistake:
        return _list(desk, given, desk.told(mistake))
    chosen = frozenset(given.many("take"))
    try:
        taken = [_mended(one, given) for one in proposals.items if one.ref in chosen]
        batch = proposals.batch(taken)
        if not batch:
            raise Mistake("nothing of the report is chosen")
        entries = desk.site.put(batch)
    except Mistake as mistake:
        return _shown(desk, given, reading, proposals, chosen, desk.told(mistake))
    report = next((e for e in entries if e.kind == "report"), entries[0])
    return done(desk, "reports", entry=report)


def _shown(
    desk: Desk,
    given: Given,
    reading: Reading,
    proposals: Proposals,
    taken: frozenset[str] | None = None,
    wrong: str = "",
) -> HttpResponse:
    moment = desk.site.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    acting = Acting(desk.seat, desk.site.seated.journal.talks, moment, lambda: "")
    said = sentences(proposals, desk.record, acting, desk.language) if proposals.items else {}
    page = reports.read_page(
        desk.record,
        reading,
        proposals,
        said,
        given.typed,
        seat=desk.seat,
        taken=taken,
        readers=given.many("reader"),
        wrong=wrong,
    )
    return desk.show("read.html.j2", page, "reports", status=422 if wrong else 200)


def _read(desk: Desk, given: Given) -> tuple[Reading, Proposals]:
    """The report that was given, and what it suggests to this seat's record."""
    source = as_held(_source(given))
    reading = RuleReader().read(source, Known.of(desk.record))
    audience: Any = given.audience() if given.text("audience") else "author"
    return reading, propose(reading, desk.record, desk.seat, audience=audience)


def _source(given: Given) -> SourceText:
    sent = given.file()
    text = given.text("text")
    if sent is not None:
        name, data = sent
        found = next(iter(sources(io.BytesIO(data), name)), None)
        if isinstance(found, Mistake):
            raise found
        if found is None:
            raise Mistake("{path} holds {n}; expected one report", path=name, n="none")
    elif text:
        data = text.encode("utf-8", "surrogatepass")
        found = next(iter(sources(io.BytesIO(data), "text.txt")))
        if isinstance(found, Mistake):
            raise found
    else:
        raise Mistake("no text is given; expected a file, or words in the field")
    day = day_given(given.text("published"))
    return dataclasses.replace(
        found,
        name=None,
        published=date.fromisoformat(day) if day else found.published,
        outlet=given.text("outlet") or found.outlet,
        title=given.text("title") or found.title,
        url=given.text("url") or found.url,
    )


def _mended(one: Proposed, given: Given) -> Proposed:
    """The proposal as it was mended in its field. Raises :class:`Mistake`."""
    text = given.text(f"mend-{one.ref}")
    if not text or text.strip() == case_form(one.fields).strip():
        return one
    return one.mended(from_case_form(f"{text}\n"))
