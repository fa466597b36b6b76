"""The pages that put something on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from wasit.entries import Entry, Mistake, NotOnRecord, Proposal, chain, proposal_of
from wasit.entries.bodies.base import plain
from wasit.entries.case import read_case
from wasit.papers.answering import source_named
from wasit.papers.caseform import from_case_form
from wasit.papers.drafts import marked_in
from wasit.papers.sheets import table_in
from wasit.papers.tabling import Tabled, label_from, marked_on, tabled
from wasit.record import Record
from wasit.record.sheet import read_rows
from wasit.web import render
from wasit.web.pages import forms, table
from wasit.web.render import url
from wasit.web.views.desk import Desk, at_the_desk
from wasit.web.views.given import Given, held


def done(desk: Desk, *parts: str, entry: Entry | None = None, **query: object) -> HttpResponse:
    """On to a page that tells what was put on record; 303, so that nothing is sent twice."""
    place = url(desk.language, *parts, **query, done=entry.id if entry else None)
    answer = HttpResponseRedirect(place)
    answer.status_code = 303
    return answer


# --- answers --------------------------------------------------------------------------------------


def _answer_page(
    desk: Desk, typed: Mapping[str, str], readers: tuple[str, ...] = (), wrong: str = ""
) -> HttpResponse:
    page = forms.answer_form(
        desk.record,
        typed.get("draft", ""),
        typed.get("point", ""),
        {name: text for name, text in typed.items() if text},
        seat=desk.seat,
        language=desk.language,
        today=desk.today,
        readers=readers,
        wrong=wrong,
    )
    if not desk.in_part:
        return desk.show("answer.html.j2", page, "table", status=422 if wrong else 200)
    answer = desk.show("answer-part.html.j2", page, "table", status=422 if wrong else 200)
    if wrong and typed.get("n", "").isdecimal():
        # Into the place of the form; the point itself stays as it is.
        answer["HX-Retarget"], answer["HX-Reswap"] = f"#a{typed['n']}", "innerHTML"
    return answer


@at_the_desk
def answer_view(desk: Desk) -> HttpResponse:
    """An answer of a seat: the form, and what it gave put on record."""
    if desk.request.method != "POST":
        return _answer_page(desk, desk.asked)
    given = Given(desk.request)
    try:
        entries = desk.site.put(_answer(desk.record, given, desk.today))
    except Mistake as mistake:
        return _answer_page(desk, given.typed, given.many("reader"), desk.told(mistake))
    draft, label = given.text("draft"), given.text("point")
    if desk.in_part:
        return _row(desk, draft, label, given.text("n"))
    return done(desk, "table", draft=draft, entry=entries[-1])


def _answer(record: Record, given: Given, today: str) -> list[Proposal]:
    """The response, and the report it rests on where that is new. Raises :class:`Mistake`."""
    about: dict[str, Any] = {"point": {"draft": given.text("draft"), "label": given.text("point")}}
    if given.text("about") == "draft":
        about = {"draft": given.text("draft"), "extent": given.text("extent") or None}
    fields: dict[str, Any] = {
        "kind": "response",
        "seat": given.text("seat"),
        "stance": given.text("stance"),
        "basis": given.text("basis"),
        "happened": given.text("happened") or today,
        "red_line": given.text("red_line") == "1",
        "person": given.text("person") or None,
        "words": given.words("words"),
        "proposes": given.words("proposes"),
        "audience": given.audience(),
        **about,
    }
    found = {name: value for name, value in fields.items() if value is not None}
    if not found["stance"]:
        raise Mistake("no answer is chosen; expected acceptable, open or unacceptable")
    report, of = source_named(record, given.text("source") or None, found)
    if of:
        found["source"] = of
    return [*report, proposal_of(found)]


def _row(desk: Desk, draft: str, label: str, number: str) -> HttpResponse:
    """The point with its new answer, to take the place of the one shown."""
    kept = desk.site.kept()
    page = table.page(
        kept.record, kept.play(draft, inferred=True), seat=desk.seat, language=desk.language
    )
    row = next((one for one in page.rows if one.label == label), None)
    if row is None:
        raise NotOnRecord("{name} is not on this record", name=label)
    n = number if number.isdecimal() else "0"
    return HttpResponse(render.html("row-part.html.j2", desk.frame("table"), (row, n)))


# --- corrections ----------------------------------------------------------------------------------


@at_the_desk
def correct_view(desk: Desk, entry_id: str) -> HttpResponse:
    """A correction, or a withdrawal: what was on record stays readable as of earlier days."""
    entry = desk.record[entry_id]
    if desk.request.method != "POST":
        page = forms.correct_form(desk.record, entry, {}, seat=desk.seat)
        return desk.show("correct.html.j2", page, "journal")
    given = Given(desk.request)
    try:
        entries = desk.site.put([_correction(entry, given)])
    except Mistake as mistake:
        page = forms.correct_form(
            desk.record,
            entry,
            given.typed,
            seat=desk.seat,
            readers=given.many("reader"),
            wrong=desk.told(mistake),
        )
        return desk.show("correct.html.j2", page, "journal", status=422)
    return done(desk, "entry", entry.id, entry=entries[-1])


def _correction(entry: Entry, given: Given) -> Proposal:
    fields: dict[str, Any] = {
        "kind": "correction",
        "target": entry.id,
        "audience": given.audience(),
    }
    reason = given.words("reason")
    if reason:
        fields["reason"] = reason
    if given.text("does") != "withdraw":
        mended = from_case_form(given.text("text") + "\n")
        if mended.kind != entry.kind:
            raise Mistake("{kind} given; expected a {wanted}", kind=mended.kind, wanted=entry.kind)
        envelope = mended.envelope
        fields["replacement"] = {
            "kind": mended.kind,
            "body": plain(mended.body),
            **({"happened": str(envelope.happened)} if envelope.happened else {}),
            **(
                {"source": [_plain_source(one) for one in envelope.source]}
                if envelope.source
                else {}
            ),
        }
    return proposal_of(fields)


def _plain_source(source: Any) -> dict[str, Any]:
    spans = [
        {"language": span.language, "start": span.start, "end": span.end} for span in source.spans
    ]
    return {"of": source.of, **({"spans": spans} if spans else {})}


# --- releases -------------------------------------------------------------------------------------


@at_the_desk
def release_view(desk: Desk, entry_id: str) -> HttpResponse:
    """An entry shown to one more seat: first as the receiver will read it, then done."""
    entry = desk.record[entry_id]
    given = Given(desk.request)
    posted = desk.request.method == "POST"
    to = given.text("to") if posted else desk.asked.get("to", "")
    wrong = ""
    if posted:
        try:
            released = desk.site.put([_release(entry, to, given)])
            return done(desk, "entry", entry.id, entry=released[-1])
        except Mistake as mistake:
            wrong = desk.told(mistake)
    try:
        theirs = _as_received(desk, entry, to, given) if to else None
    except Mistake as mistake:
        theirs, wrong = None, wrong or desk.told(mistake)
    page = forms.release_form(
        desk.record, entry, to, theirs, given.typed, seat=desk.seat, wrong=wrong
    )
    return desk.show("release.html.j2", page, "journal", status=422 if wrong else 200)


def _release(entry: Entry, to: str, given: Given) -> Proposal:
    note = given.words("note")
    fields = {"kind": "release", "target": entry.id, "to": to}
    return proposal_of({**fields, **({"note": note} if note else {})})


def _as_received(desk: Desk, entry: Entry, to: str, given: Given) -> Record:
    """The record of ``to`` with the release in it, as far as the acting seat knows it."""
    _, released = desk.site.preview([_release(entry, to, given)])
    return Record.of(chain([*desk.record.chain(), *released], to))


# --- texts and sheets -----------------------------------------------------------------------------


@at_the_desk
def import_view(desk: Desk) -> HttpResponse:
    """A text from Word or plain: shown as it would be put on record, then put."""
    if desk.request.method != "POST":
        return desk.show("import.html.j2", _bring(desk, {}), "table")
    given = Given(desk.request)
    try:
        name, data = _text_sent(given)
        found, around = _tabled(desk, given, name, data)
        if given.text("does") == "put":
            entries = desk.site.put(found.proposals)
            draft = next((e for e in entries if e.kind == "draft"), None)
            return done(
                desk, "table", draft=draft.id if draft else given.text("marked"), entry=entries[0]
            )
        record, entries = desk.site.preview(found.proposals)
        shown = forms.seen(record, entries, seat=desk.seat, left_out=found.left_out, around=around)
        page = _bring(desk, given.typed, given, held=held(data), held_name=name, seen=shown)
    except Mistake as mistake:
        page = _bring(desk, given.typed, given, wrong=desk.told(mistake))
        return desk.show("import.html.j2", page, "table", status=422)
    return desk.show("import.html.j2", page, "table")


def _bring(desk: Desk, typed: Mapping[str, str], given: Given | None = None, **more: Any) -> Any:
    return forms.bring_form(
        desk.record,
        typed,
        seat=desk.seat,
        today=desk.today,
        readers=given.many("reader") if given else (),
        by=given.many("by") if given else (),
        **more,
    )


def _text_sent(given: Given) -> tuple[str, bytes]:
    found = given.file()
    if found:
        return found
    text = given.text("text")
    if not text:
        raise Mistake("no text is given; expected a file, or words in the field")
    return "text.txt", (text + "\n").encode("utf-8", "surrogatepass")


def _tabled(desk: Desk, given: Given, name: str, data: bytes) -> tuple[Tabled, tuple[str, ...]]:
    text = marked_in([(name, data)])
    envelope = {
        "audience": given.audience(),
        "happened": given.text("happened") or desk.today,
    }
    authors = _authors(given.text("authors"))
    marked = given.text("marked")
    if marked:
        found = marked_on(
            text, desk.record, desk.seat, name=marked, envelope=envelope, authors=authors
        )
    else:
        after, published = given.text("after"), given.text("published")
        title = given.words("title")
        fields: dict[str, Any] = {
            "by": list(given.many("by")) or [desk.seat],
            **({"after": [after]} if after else {}),
            **({"published": published} if published else {}),
            **({"title": title} if title else {}),
        }
        found = tabled(
            text,
            desk.record,
            desk.seat,
            name=given.text("label") or label_from(name),
            fields=fields,
            envelope=envelope,
            authors=authors,
        )
    if not found.proposals:
        raise Mistake("there is nothing in it to put on record")
    return found, text.left_out


def _authors(text: str) -> dict[str, str]:
    """``Name = seat``, one a line."""
    found = {}
    for line in filter(str.strip, text.split("\n")):
        name, equals, seat = line.rpartition("=")
        if not (name.strip() and equals and seat.strip()):
            raise Mistake("{line} given; expected a name, = and a seat", line=line.strip())
        found[name.strip()] = seat.strip()
    return found


@at_the_desk
def sheet_view(desk: Desk) -> HttpResponse:
    """An edited state of play brought back: a changed cell becomes an answer."""
    if desk.request.method != "POST":
        return desk.show("sheet.html.j2", _bring(desk, {}), "play")
    given = Given(desk.request)
    try:
        sent = given.file()
        if sent is None:
            raise Mistake("no text is given; expected a file, or words in the field")
        name, data = sent
        proposals = read_rows(
            table_in(data, name),
            desk.record,
            desk.seat,
            name=name,
            basis=given.text("basis") or "told",
            envelope={"audience": given.audience(), "happened": desk.today},
        )
        if not proposals:
            raise Mistake("there is nothing in it to put on record")
        if given.text("does") == "put":
            entries = desk.site.put(proposals)
            return done(desk, "play", entry=entries[-1])
        record, entries = desk.site.preview(proposals)
        page = _bring(
            desk,
            given.typed,
            given,
            held=held(data),
            held_name=name,
            seen=forms.seen(record, entries, seat=desk.seat),
        )
    except Mistake as mistake:
        page = _bring(desk, given.typed, given, wrong=desk.told(mistake))
        return desk.show("sheet.html.j2", page, "play", status=422)
    return desk.show("sheet.html.j2", page, "play")


# --- anything else --------------------------------------------------------------------------------


@at_the_desk
def new_view(desk: Desk) -> HttpResponse:
    """Any entry by hand: minutes of a meeting, a message, a document, a note."""
    given = Given(desk.request)
    posted = desk.request.method == "POST"
    kind = given.text("kind") if posted else desk.asked.get("kind", "note")
    wrong = ""
    if posted:
        try:
            entries = desk.site.put(_by_hand(given))
            return done(desk, "entry", entries[-1].id, entry=entries[-1])
        except Mistake as mistake:
            wrong = desk.told(mistake)
    page = forms.new_form(
        desk.record,
        kind,
        given.typed if posted else {},
        seat=desk.seat,
        today=desk.today,
        readers=given.many("reader"),
        wrong=wrong,
    )
    return desk.show("new.html.j2", page, "journal", status=422 if wrong else 200)


def _by_hand(given: Given) -> Sequence[Proposal]:
    """The entries in the text, each for the readers chosen. Raises :class:`Mistake`."""
    text = _without_empty(given.text("text"))
    readers = given.audience()
    found = read_case((text + "\n").encode("utf-8", "surrogatepass"), None)
    if not found:
        raise Mistake("no text is given; expected a file, or words in the field")
    audience: Any = () if readers == "author" else readers if readers == "all" else tuple(readers)
    return [replace(one, envelope=replace(one.envelope, audience=audience)) for one in found]


def _without_empty(text: str) -> str:
    """The text without fields of the beginning that were left as they were."""
    lines = text.split("\n")
    kept = [line for line in lines if not line.endswith((': {en: "", ar: ""}', ": []"))]
    return "\n".join(kept).replace('{en: "", ', "{").replace(', ar: ""}', "}")
