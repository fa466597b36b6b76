"""``wasit read``: press reports, shown, or taken on record proposal by proposal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated

import typer

from wasit.cli.around import answer, complain, say, told, write_output
from wasit.cli.days import day as as_day
from wasit.cli.days import languages
from wasit.cli.how import How, Stopped
from wasit.cli.options import Acting, AudienceOption, Json, Lang, Record
from wasit.cli.progress import counting
from wasit.cli.reports import (
    collector_at_rest,
    files_in,
    line_of,
    only_source,
    read_all,
    sources_in,
)
from wasit.entries import Mistake, NotOnRecord, WasitError
from wasit.press.document import SourceText
from wasit.press.engine import Reader, RuleReader

SURE = 0.8
"""The confidence from which ``--yes`` takes a proposal, unless another is given."""


def add_to(app: typer.Typer) -> None:
    """Make this command known."""
    app.command()(read)


def read(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Reports (.txt, .html, .jsonl), or folders of them."),
    ],
    record: Record = None,
    seat: Acting = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Take what is sure enough, without asking.")
    ] = False,
    above: Annotated[
        float, typer.Option("--above", help="How sure is enough for --yes, 0 to 1.")
    ] = SURE,
    html: Annotated[
        str | None,
        typer.Option("--html", metavar="OUT", help="Write the marked report as a page."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="The date of the report, if it has none."),
    ] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Who published it.")] = None,
    engine: Annotated[
        str, typer.Option("--engine", help="rules, or endpoint (a model, by setting).")
    ] = "rules",
    send: Annotated[
        bool, typer.Option("--send", help="With --engine endpoint: send without asking.")
    ] = False,
    audience: AudienceOption = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Read press reports; with --record, propose what to put on record.

    Nothing gets on record unless it is accepted, here or by --yes. Of many reports each is one
    line of JSON; a bad file is told of and the rest goes on.
    """
    how = How(_reader(engine, send), _day(published), outlet, languages(lang)[0], json)
    if not 0 <= above <= 1:
        raise Mistake("--above: {n} given; expected a number from 0 to 1", n=above)
    found = list(files_in(files))
    # What only one of these ways needs is loaded there: a report is soon read.
    if html is not None:
        _page(found, html, how)
    elif record is not None:
        from wasit.cli.proposing import proposer

        _each(found, proposer(record, seat, how, above if yes else None, audience))
    elif len(found) == 1 and not found[0].lower().endswith((".jsonl", ".ndjson")) and not json:
        from wasit.cli.summary import summary

        with collector_at_rest():
            reading = how.read(only_source(found[0]))
        for line in summary(reading, how.language):
            say(line)
    elif how.plain:
        _lines(found)
    else:
        _each(found, lambda one: say(line_of(how.given(one), how.reader)))


def _reader(engine: str, send: bool) -> Reader:
    if engine == "rules":
        return RuleReader()
    if engine != "endpoint":
        raise Mistake("--engine: {engine} given; expected rules or endpoint", engine=engine)
    from wasit.cli.endpoint import AskingReader, Endpoint

    return AskingReader(Endpoint.of_environment(), lambda: send or _yes("Send it?"), complain)


def _yes(question: str) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return typer.confirm(question, err=True)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(as_day(text, "--date")) if text else None


def _page(files: Sequence[str], out: str, how: How) -> None:
    from wasit.press import marked

    if len(files) != 1:
        raise Mistake("--html shows one report; {n} given", n=len(files))
    write_output(out, marked.to_html(how.read(only_source(files[0]))).encode())
    if how.json:
        answer({"page": out})
    else:
        say(f"Page: {out}")


def _lines(files: Sequence[str]) -> None:
    """One line of JSON a report, read on all cores."""
    bad = 0
    with counting("reports", len(files), beside_output=True) as step:

        def outcome(told: tuple[str | None, str | None]) -> None:
            nonlocal bad
            line, wrong = told
            if line is not None:
                say(line)
            if wrong is not None:
                bad += 1
                complain(wrong)
            step(1)

        read_all(files, outcome)
    _end(bad)


def _each(files: Sequence[str], work: Callable[[SourceText], None]) -> None:
    """Work on one report after another; a bad file is told of and the rest goes on."""
    bad = 0
    for path in files:
        try:
            for source in sources_in(path):
                if isinstance(source, Mistake):
                    bad += 1
                    complain(told(source))
                else:
                    work(source)
        except Stopped:
            complain("stopped; nothing of this report is on record")
            raise typer.Exit(2) from None
        except (NotOnRecord, WasitError) as error:
            if len(files) == 1:
                raise
            bad += 1
            complain(told(error))
    _end(bad)


def _end(bad: int) -> None:
    if bad:
        raise typer.Exit(2)
