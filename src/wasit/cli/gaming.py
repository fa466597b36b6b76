"""The command that makes role sheets of a scored game; it opens no record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wasit.cli.around import answer, say, today, write_output
from wasit.cli.days import languages
from wasit.cli.options import Json, Lang
from wasit.entries import Mistake


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command()(game)


def game(
    scenario: Annotated[
        list[str],
        typer.Argument(metavar="SCENARIO...", help="A table (CSV), or files of GENIUS."),
    ],
    out: Annotated[
        str, typer.Option("--out", metavar="FOLDER", help="Where the sheets are written.")
    ] = ".",
    lang: Lang = "both",
    json: Json = False,
) -> None:
    """Write one secret role sheet per seat of a scored game: its own scores, nobody else's."""
    # Loaded here, because every command would wait for it else.
    from wasit.brief import to_html
    from wasit.brief.gap.classroom import role_sheet
    from wasit.packages.files import read_scenario
    from wasit.packages.files.genius import safe_name

    bargain = read_scenario(*map(Path, scenario))
    folder = Path(out)
    if not folder.is_dir():
        raise Mistake("{path} is no folder; make it first", path=out)
    written = []
    for place, party in enumerate(bargain.parties):
        path = folder / f"role-{place + 1}-{safe_name(party.name)}.html"
        page = role_sheet(bargain, place, today())
        write_output(str(path), to_html(page, languages(lang)).encode())
        written.append({"seat": party.name, "file": str(path)})
    if json:
        answer({"sheets": written})
        return
    for one in written:
        say(f"{one['seat']}: {one['file']}")
