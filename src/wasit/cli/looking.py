"""Commands that show a seat what it may read."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Annotated, Any

import typer

from wasit.brief import brief as make_brief
from wasit.brief import sheet, to_html, to_json, to_markdown, to_terminal
from wasit.brief.passages import history_lines
from wasit.cli.around import answer, say, seated, today, write_output
from wasit.cli.days import at_time, day, languages
from wasit.cli.options import (
    Acting,
    AsOf,
    At,
    DraftName,
    Inferred,
    Json,
    Lang,
    Record,
    Since,
)
from wasit.cli.terminal import describe_entry, entry_lines, play_lines, subject_lines, width
from wasit.entries import Entry, Mistake, NotOnRecord, plain_entry
from wasit.entries.kinds import KINDS
from wasit.papers.sheets import as_csv, as_workbook
from wasit.record import Lineage, point_of, state_of_play
from wasit.record import Record as RecordOf
from wasit.record.history import history, plain_history
from wasit.record.plain import plain_play, plain_subject
from wasit.record.sheet import rows


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command()(show)
    app.command()(state)
    app.command()(brief)


def show(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="An id, a label, or a point (us-28#7); none: everything."
        ),
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only entries of this kind.")] = None,
    record: Record = None,
    seat: Acting = None,
    at: At = None,
    as_of: AsOf = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """One entry or point, or all that the seat may read, in order."""
    known = at_time(seated(record, seat).record, at, as_of)
    language = languages(lang)[0]
    if name is None:
        _show_all(known, kind, language, json)
    elif "#" in name:
        _show_point(known, name, language, json)
    else:
        _show_one(known, known.named(name), language, json)


def _show_all(record: RecordOf, kind: str | None, language: str, json: bool) -> None:
    if kind is not None and kind not in KINDS:
        raise Mistake(
            "--kind: unknown kind {kind}; expected one of {kinds}",
            kind=kind,
            kinds=", ".join(KINDS),
        )
    for entry in record.chain():
        if kind is None or entry.kind == kind:
            if json:
                answer(plain_entry(entry))
            else:
                say(
                    f"{entry.id[:8]}  {entry.day or '':10}  "
                    f"{describe_entry(record, entry, language)}"
                )


def _show_one(record: RecordOf, entry: Entry, language: str, json: bool) -> None:
    if json:
        past = [plain_entry(e) for e in record.before_corrections(entry.id)]
        answer({"entry": plain_entry(entry), "before_corrections": past})
    else:
        for line in entry_lines(record, entry, language):
            say(line)


def _show_point(record: RecordOf, name: str, language: str, json: bool) -> None:
    draft, _, label = name.partition("#")
    if not draft:
        raise NotOnRecord("{name} is not on this record", name=name)
    holder = record.named(draft, "draft")
    lineage = Lineage(record)
    found = point_of(record, holder, label, inferred=True, lineage=lineage)
    assert found.label is not None
    passages = history(record, holder, found.label, lineage)
    if json:
        answer({**plain_subject(record, found), "history": plain_history(record, passages)})
        return
    for line in subject_lines(record, found, language):
        say(line)
    for line in history_lines(record, passages, language):
        say(line)


def state(
    who: Annotated[
        str | None, typer.Argument(metavar="[SEAT]", help="Only the answers of this seat.")
    ] = None,
    record: Record = None,
    seat: Acting = None,
    draft: DraftName = None,
    at: At = None,
    as_of: AsOf = None,
    inferred: Inferred = False,
    csv: Annotated[str | None, typer.Option("--csv", help="Write points by seats as CSV.")] = None,
    xlsx: Annotated[
        str | None, typer.Option("--xlsx", help="Write points by seats as a workbook.")
    ] = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Where every seat stands on every point."""
    known = at_time(seated(record, seat).record, at, as_of)
    if who is not None:
        known.seat(who)
    play = state_of_play(known, draft=draft, inferred=inferred)
    language = languages(lang)[0]
    if csv or xlsx:
        table = rows(replace(play, seats=(who,)) if who else play, language)
    if csv:
        write_output(csv, as_csv(table))
    if xlsx:
        write_output(xlsx, as_workbook(table))
    if json:
        answer(plain_play(known, play, who))
    elif not (csv or xlsx):
        for line in play_lines(known, play, who, language):
            say(line)


def brief(
    record: Record = None,
    seat: Acting = None,
    to: Annotated[
        str | None,
        typer.Option("--for", metavar="SEAT", help="The sheet before a stop with this seat."),
    ] = None,
    at: At = None,
    since: Since = None,
    draft: DraftName = None,
    inferred: Inferred = False,
    lang: Lang = "both",
    short: Annotated[
        bool, typer.Option("--short", help="Only the page in sentences and the table of points.")
    ] = False,
    html: Annotated[str | None, typer.Option("--html", help="Write one HTML file.")] = None,
    markdown: Annotated[
        str | None, typer.Option("--markdown", help="Write Markdown; - prints it.")
    ] = None,
    json: Json = False,
) -> None:
    """Where the talks stand, as a page to hand to somebody."""
    acting = seated(record, seat)
    known = acting.record
    on = day(at, "--at") if at is not None else today()
    before = None if since is None else day(since, "--since")
    spoken = languages(lang)
    page: Any
    if to is not None:
        page = sheet(known, to, at=on, since=before, seat=acting.seat)
    else:
        page = make_brief(known, on, since=before, draft=draft, inferred=inferred, seat=acting.seat)
    if html:
        write_output(html, to_html(page, spoken).encode())
    if markdown and markdown != "-":
        write_output(markdown, to_markdown(page, spoken).encode())
    if json:
        answer(to_json(page))
    elif markdown == "-":
        say(to_markdown(page, spoken).rstrip("\n"))
    elif not (html or markdown):
        colour = sys.stdout.isatty()
        say(to_terminal(page, spoken, width=width(), colour=colour, short=short).rstrip("\n"))
