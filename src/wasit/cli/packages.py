"""The command that asks which package could close the gap: of a record, a file or a folder."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wasit.cli.around import answer, say, seated, today
from wasit.cli.days import languages
from wasit.cli.options import Acting, Json, Lang, Record
from wasit.cli.progress import counting
from wasit.cli.terminal import width

if TYPE_CHECKING:
    from wasit.brief import Page, Section
    from wasit.packages import Answer, Bargain
    from wasit.packages.doubt import Study
    from wasit.packages.onrecord import OnRecord


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command("packages")(packages)


def packages(
    scenario: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SCENARIO]...",
            help="A table (CSV), a folder of GENIUS or NegMAS files, or those files, parties in "
            "that order; none: what is on record.",
        ),
    ] = None,
    record: Record = None,
    seat: Acting = None,
    relax: Annotated[
        list[str] | None,
        typer.Option("--relax", metavar="SEAT:ISSUE", help="Let packages cross this red line."),
    ] = None,
    draws: Annotated[
        int | None,
        typer.Option(
            "--draws", min=1, max=1_000_000, help="Draw so often what is not known.", metavar="N"
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=0, help="How many efficient packages --json lists.")
    ] = 100,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Which packages could close the gap: how many, which are efficient, which are solutions."""
    # Loaded here, because every command would wait for it else.
    from wasit.packages.plain import as_data, open_data, study_data

    found = None if scenario else _on_record(record, seat)
    bargain = found.bargain if found is not None else _read(scenario or [])
    bargain = bargain.relax(relax or ())
    if found is not None and not found.has_numbers:
        if json:
            answer(open_data(found))
        else:
            say(_text(_without_numbers(found, seat), lang))
        return
    solved = _solved(bargain, found)
    studied = _studied(found, bargain, draws) if draws else None
    if json:
        doubt = {"doubt": study_data(bargain, studied)} if studied is not None else {}
        answer({**as_data(solved, limit), **doubt})
        return
    say(_text(_page(solved, found, seat, _doubt(bargain, draws, studied)), lang))


def _read(paths: list[str]) -> Bargain:
    from wasit.packages.files import read_scenario

    return read_scenario(*map(Path, paths))


def _on_record(record: str | None, seat: str | None) -> OnRecord:
    from wasit.packages.onrecord import on_record

    return on_record(seated(record, seat).record)


def _without_numbers(found: OnRecord, seat: str | None) -> Page:
    from wasit.brief.gap.open_options import open_page

    return open_page(found, seat or "", today())


def _solved(bargain: Bargain, found: OnRecord | None) -> Answer:
    from wasit.packages import solve
    from wasit.packages.onrecord import solve_on_record

    issues = len(bargain.issues)
    with counting("packages", issues) as count:
        told = 0

        def progress(joined: int, _all: int) -> None:
            nonlocal told
            count(joined - told)
            told = joined

        if found is not None:
            return solve_on_record(found, bargain, progress)
        return solve(bargain, progress=progress)


def _studied(found: OnRecord | None, bargain: Bargain, draws: int) -> Study | None:
    """What the draws say; none where there is nothing to draw."""
    if found is None or found.unknown or not found.known.can_be_drawn:
        return None
    from wasit.packages.doubt import study

    known = replace(found.known, frame=bargain)
    with counting("draws", None):
        return study(known, draws)


def _doubt(bargain: Bargain, draws: int | None, studied: Study | None) -> tuple[Section, ...]:
    from wasit.brief.gap.doubting import doubt, no_doubt
    from wasit.brief.gap.names import Names

    if draws is None:
        return ()
    return (no_doubt() if studied is None else doubt(Names(bargain), studied),)


def _page(
    solved: Answer, found: OnRecord | None, seat: str | None, more: tuple[Section, ...]
) -> Page:
    from wasit.brief.gap.page import record_page, scenario_page
    from wasit.brief.gap.telling import Telling

    telling = Telling(solved)
    if found is None:
        return scenario_page(telling, today(), more)
    return record_page(telling, found, seat or "", today(), more)


def _text(page: Page, lang: str) -> str:
    from wasit.brief import to_terminal

    colour = sys.stdout.isatty()
    return to_terminal(page, languages(lang), width=width(), colour=colour).rstrip("\n")
