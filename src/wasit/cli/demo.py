"""``wasit demo``: a real negotiation from file to brief, in one command."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from wasit.brief import brief, to_html, to_terminal
from wasit.cli.around import around, say, write_output
from wasit.cli.days import day, languages
from wasit.cli.terminal import width
from wasit.entries import Mistake
from wasit.entries.case import read_case
from wasit.journal import Journal
from wasit.seated import Seated


@dataclass(frozen=True, slots=True)
class Example:
    """A case that ships with Wasit: its files in the order they are loaded, and as whom."""

    files: tuple[tuple[str, str], ...]
    """File and the seat it is loaded as."""
    seat: str
    """Whose brief is shown."""
    at: str
    """The day it is shown for."""


EXAMPLES = {
    "moscow-2025": Example((("case.yaml", "analyst"),), "analyst", "2025-12-03"),
    "two-banks": Example(
        (
            ("desk.yaml", "desk"),
            ("upper.yaml", "upper"),
            ("lower.yaml", "lower"),
            ("desk-2.yaml", "desk"),
        ),
        "desk",
        "2026-05-01",
    ),
}


def add_to(app: typer.Typer) -> None:
    """Make this command known."""
    app.command()(demo)


def demo(
    example: Annotated[str, typer.Argument(help="moscow-2025 or two-banks.")] = "moscow-2025",
    out: Annotated[
        str, typer.Option("--out", help="The folder for the record and the page.", metavar="DIR")
    ] = "wasit-demo",
    at: Annotated[
        str | None, typer.Option("--at", help="The day to stand on.", metavar="DAY")
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help="ar, en or both.")] = "both",
) -> None:
    """Load an example, print its brief in one language and then the other, write the HTML page."""
    chosen = EXAMPLES.get(example)
    if chosen is None:
        raise Mistake(
            "no example {name}; expected one of {names}", name=example, names=", ".join(EXAMPLES)
        )
    folder = Path(out)
    acting = _load(example, chosen, folder)
    on = day(at, "--at") if at else chosen.at
    page = brief(acting.record, on, seat=acting.seat)
    say(to_terminal(page, languages(lang), width=width(), colour=sys.stdout.isatty()).rstrip("\n"))
    file = folder / f"{example}.html"
    write_output(str(file), to_html(page, languages("both")).encode())
    say()
    say(f"Page: {file}")
    say(f"Next: wasit brief --record {folder / example}.wasit --as {acting.seat} --at {on}")


def _load(name: str, example: Example, folder: Path) -> Seated:
    """A fresh record of the example. Raises :class:`Mistake` when the folder cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Mistake(
            "cannot make the folder {out}: {why}", out=str(folder), why=error.strerror
        ) from None
    path = folder / f"{name}.wasit"
    for old in folder.glob(f"{name}.wasit*"):
        old.unlink()
    journal = Journal.create(str(path), chance=around().chance)
    for file, seat in example.files:
        data = (example_folder(name) / file).read_bytes()
        Seated(journal, seat, around().clock).put(read_case(data, file))
    return Seated(journal, example.seat, around().clock)


def example_folder(name: str) -> Path:
    """Where an example's files are: inside the installed package, or beside the sources."""
    inside = Path(str(resources.files("wasit"))) / "examples" / name
    return inside if inside.is_dir() else Path(__file__).parents[3] / "examples" / name
