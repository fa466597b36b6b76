"""``wasit demo``: a real negotiation from file to brief, in one command."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from wasit.brief import brief, to_html, to_json, to_terminal
from wasit.brief.render.terminal import on_page
from wasit.cli.around import answer, around, say, today, why, write_output
from wasit.cli.days import day, languages
from wasit.cli.options import Json
from wasit.cli.reports import only_source
from wasit.cli.summary import alignment_lines
from wasit.cli.taking import group_name
from wasit.cli.terminal import width
from wasit.entries import Mistake, Proposal, proposal_of
from wasit.entries.case import read_case
from wasit.journal import Journal
from wasit.locale import translations
from wasit.press.engine import RuleReader
from wasit.press.propose import Proposals, as_held, propose
from wasit.press.reading import Reading
from wasit.record import Record
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
    report: Annotated[
        str | None,
        typer.Option("--report", metavar="FILE", help="Start from this report instead."),
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help="ar, en or both.")] = "both",
    full: Annotated[bool, typer.Option("--full", help="Print the whole brief.")] = False,
    json: Json = False,
) -> None:
    """Load an example, print its brief in one language and then the other, write the HTML page.

    What is printed is short; --full prints what stands on the page.

    First comes what was read out of the press report from which the example was started. With
    --report: what that report suggests, a fresh record of all of it, the brief.
    """
    folder = Path(out)
    if report is not None:
        _of_report(report, folder, at, lang, json=json, full=full)
        return
    chosen = EXAMPLES.get(example)
    if chosen is None:
        raise Mistake(
            "no example {name}; expected one of {names}", name=example, names=", ".join(EXAMPLES)
        )
    on, spoken = day(at, "--at") if at else chosen.at, languages(lang)
    acting = _load(example, chosen, folder)
    start = example_folder(example) / "report.txt"
    if start.is_file() and not json:
        _tell_report(*_read(str(start), acting.seat), spoken)
    _show(acting, folder, example, on, spoken, json=json, full=full)


def _show(
    acting: Seated,
    folder: Path,
    name: str,
    on: str,
    spoken: Sequence[str],
    *,
    json: bool,
    full: bool,
) -> None:
    """Print the brief, write it as a page, say how to go on."""
    page = brief(acting.record, on, seat=acting.seat)
    file = folder / f"{name}.html"
    write_output(str(file), to_html(page, languages("both")).encode())
    if json:
        record = str(folder / f"{name}.wasit")
        told = {"page": str(file), "record": record, "seat": acting.seat, "at": on}
        answer({**told, "brief": to_json(page)})
        return
    colour, rest = sys.stdout.isatty(), on_page(str(file))
    text = to_terminal(page, spoken, width(), colour, short=not full, rest=rest)
    say(text.rstrip("\n"))
    say()
    say(f"Page: {file}")
    say(f"Next: wasit brief --record {folder / name}.wasit --as {acting.seat} --at {on}")


def _load(name: str, example: Example, folder: Path) -> Seated:
    """A fresh record of the example. Raises :class:`Mistake` when the folder cannot be made."""
    journal = _fresh(name, folder)
    for file, seat in example.files:
        data = (example_folder(name) / file).read_bytes()
        Seated(journal, seat, around().clock).put(read_case(data, file))
    return Seated(journal, example.seat, around().clock)


def _fresh(name: str, folder: Path) -> Journal:
    """An empty record in the folder. Raises :class:`Mistake` when that cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Mistake(
            "cannot make the folder {out}: {why}", out=str(folder), why=why(error)
        ) from None
    path = folder / f"{name}.wasit"
    try:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
    except OSError as error:
        raise Mistake("cannot write {path}: {why}", path=str(path), why=why(error)) from None
    return Journal.create(str(path), chance=around().chance)


# --- from a report ------------------------------------------------------------------------------

DESK = "desk"
"""The seat that reads."""


def _of_report(
    file: str, folder: Path, at: str | None, lang: str, *, json: bool, full: bool
) -> None:
    """A fresh record of all that a report suggests, and its brief."""
    codes = languages(lang)
    on = day(at, "--at") if at else None
    reading, proposals = _read(file, DESK)
    if not json:
        _tell_report(reading, proposals, codes)
    name = _safe(Path(file).stem)
    acting = Seated(_fresh(name, folder), DESK, around().clock)
    acting.put([_talks(reading, name), *proposals.batch(proposals.items)])
    published = reading.document.published
    day_shown = on or (published.isoformat() if published else today())
    _show(acting, folder, name, day_shown, codes, json=json, full=full)


def _read(file: str, seat: str) -> tuple[Reading, Proposals]:
    """A report as read, and what it suggests for an empty record."""
    reading = RuleReader().read(as_held(only_source(file)))
    return reading, propose(reading, Record(), seat)


def _tell_report(reading: Reading, proposals: Proposals, spoken: Sequence[str]) -> None:
    for code in spoken:
        for line in _first_screen(reading, proposals, code):
            say(line)
        say()


def _first_screen(reading: Reading, proposals: Proposals, code: str) -> Iterator[str]:
    """Languages and how they align, where they differ, how many proposals of each group."""
    gettext = translations(code).gettext
    yield gettext("Read from {file}").format(file=Path(reading.document.source.name or "").name)
    yield from alignment_lines(reading, code)
    yield gettext("Proposed for the record: {n}").format(n=len(proposals.items))
    for group, items in proposals.groups():
        yield f"  {group_name(group, code)}: {len(items)}"


def _talks(reading: Reading, name: str) -> Proposal:
    title = " ".join((reading.document.source.title or name).split())
    return proposal_of({"kind": "talks", "name": {"en": title}, "audience": "author"})


def _safe(stem: str) -> str:
    """A file name made of the report's; no record of anybody else is called so."""
    kept = re.sub(r"[^\w-]+", "-", stem).strip("-")[:80]
    return f"demo-{kept or 'report'}"


def example_folder(name: str) -> Path:
    """Where an example's files are: inside the installed package, or beside the sources."""
    inside = Path(str(resources.files("wasit"))) / "examples" / name
    return inside if inside.is_dir() else Path(__file__).parents[3] / "examples" / name
