"""The command that asks which package could close the gap: of a record, a file or a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wasit.cli.around import answer, read_input, say, seated, today, write_output
from wasit.cli.days import languages
from wasit.cli.options import Acting, Json, Lang, Record
from wasit.cli.progress import counting
from wasit.cli.terminal import width
from wasit.entries import Mistake
from wasit.entries.errors import Place

if TYPE_CHECKING:
    from wasit.brief import Page, Section
    from wasit.packages import Answer, Bargain
    from wasit.packages.deals import Struck
    from wasit.packages.doubt import Study
    from wasit.packages.onrecord import OnRecord
    from wasit.packages.winner import Division


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
    deals: Annotated[
        str | None,
        typer.Option("--deals", metavar="FILE", help="A table (CSV) of deals: where each lies."),
    ] = None,
    divide: Annotated[
        bool, typer.Option("--divide", help="As if issues could be divided: Adjusted Winner.")
    ] = False,
    plot: Annotated[
        str | None,
        typer.Option("--plot", metavar="FILE", help="Draw a picture: FILE.svg or FILE.png."),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=0, help="How many efficient packages --json lists.")
    ] = 100,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Which packages could close the gap: how many, which are efficient, which are solutions."""
    asked = Asked(relax or (), draws, deals, divide, plot, limit, lang, json)
    if not scenario:
        found = _on_record(record, seat)
        if found.has_numbers:
            _tell(found.bargain, found, seat, asked)
        else:
            _tell_without_numbers(found, seat, asked)
        return
    groups = _groups(scenario)
    if plot and len(groups) > 1:
        raise Mistake("--plot draws one scenario; {found} are named", found=len(groups))
    for paths in groups:
        _tell(_read(paths), None, seat, asked)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of each scenario."""

    relax: Sequence[str]
    draws: int | None
    deals: str | None
    divide: bool
    plot: str | None
    limit: int
    lang: str
    json: bool


def _groups(paths: list[str]) -> list[list[str]]:
    """Folders and tables are scenarios of their own; other files make one together."""
    each = all(Path(path).is_dir() or path.lower().endswith((".csv", ".tsv")) for path in paths)
    return [[path] for path in paths] if each else [paths]


def _tell(bargain: Bargain, found: OnRecord | None, seat: str | None, asked: Asked) -> None:
    """Solve one bargain and print the answer."""
    # Loaded here, because every command would wait for it else.
    from wasit.packages.plain import as_data, deals_data, division_data, study_data
    from wasit.packages.winner import adjusted_winner, weights

    bargain = bargain.relax(asked.relax)
    solved = _solved(bargain, found)
    if asked.plot:
        _draw(solved, asked.plot, languages(asked.lang)[0])
    studied = _studied(found, bargain, asked.draws) if asked.draws else None
    made = _struck(solved, asked.deals) if asked.deals else None
    divided = adjusted_winner(*weights(bargain)) if asked.divide else None
    if asked.json:
        more = {
            "doubt": None if studied is None else study_data(bargain, studied),
            "deals": None if made is None else deals_data(bargain, made),
            "division": None if divided is None else division_data(bargain, divided),
        }
        told = {name: data for name, data in more.items() if data is not None}
        answer({**as_data(solved, asked.limit), **told})
        return
    sections = (*_doubt(bargain, asked.draws, studied), *_classroom(bargain, made, divided))
    say(_text(_page(solved, found, seat, sections), asked.lang))


def _tell_without_numbers(found: OnRecord, seat: str | None, asked: Asked) -> None:
    from wasit.packages.plain import open_data

    found.bargain.relax(asked.relax)
    if asked.json:
        answer(open_data(found))
    else:
        say(_text(_without_numbers(found, seat), asked.lang))


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


def _struck(solved: Answer, path: str) -> list[Struck]:
    from wasit.packages.deals import read_deals, struck

    try:
        text = read_input(path, LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Mistake("the file is not UTF-8 text", place=Place(path)) from None
    return list(struck(solved, read_deals(text, solved.bargain, path)))


LARGEST = 4_000_000
"""Bytes in a table of deals."""


def _classroom(
    bargain: Bargain, made: list[Struck] | None, divided: Division | None
) -> tuple[Section, ...]:
    from wasit.brief.gap import classroom
    from wasit.brief.gap.names import Names

    names = Names(bargain)
    found = [] if made is None else [classroom.deals(names, made)]
    found += [] if divided is None else [classroom.division(names, divided)]
    return tuple(found)


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


def _draw(solved: Answer, path: str, language: str) -> None:
    """Write the picture: by the end of its name, as PNG or as SVG."""
    from wasit.brief.gap.picture import as_png, picture

    drawn = picture(solved, language)
    write_output(path, as_png(drawn) if path.lower().endswith(".png") else drawn.encode())


def _text(page: Page, lang: str) -> str:
    from wasit.brief import to_terminal

    colour = sys.stdout.isatty()
    return to_terminal(page, languages(lang), width=width(), colour=colour).rstrip("\n")
