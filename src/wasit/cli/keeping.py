"""Commands of whoever keeps the record file: make one, check it, move it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from wasit.cli.around import (
    answer,
    around,
    named,
    opened,
    read_lines,
    say,
    seated,
    told,
    write_output,
)
from wasit.cli.options import Acting, Json, OutputFile, Record
from wasit.cli.progress import Count, counting, size_of, waiting
from wasit.entries import Refused, canonical
from wasit.entries.export import export, imported
from wasit.entries.schema import json_schema, reference_page
from wasit.journal import Journal, examine


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command()(init)
    app.command(name="export")(export_chain)
    app.command(name="import")(import_chain)
    app.command()(verify)
    app.command()(backup)
    app.command()(schema)


def init(record: Record = None, json: Json = False) -> None:
    """Make an empty record file that only you can read."""
    journal = Journal.create(named(record), chance=around().chance)
    if json:
        answer({"record": record, "talks": journal.talks})
    else:
        say(f"{record} is ready; next: wasit load CASE.yaml --record {record} --as SEAT")


def export_chain(
    record: Record = None,
    seat: Acting = None,
    keeper: Annotated[
        bool, typer.Option("--keeper", help="The whole journal, for whoever keeps the file.")
    ] = False,
    output: OutputFile = None,
) -> None:
    """What a seat may read, one entry a line: canonical JSON behind a line that describes it."""
    if keeper:
        journal = opened(record)
        lines = export(journal.talks, None, journal.keeper_entries())
    else:
        acting = seated(record, seat)
        lines = export(acting.journal.talks, acting.seat, acting.record.chain())
    _put_out(lines, output)


def _put_out(lines: Iterable[str], output: str | None) -> None:
    if output is None:
        for line in lines:
            say(line)
    else:
        with waiting("export"):
            write_output(output, "".join(f"{line}\n" for line in lines).encode())


def import_chain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An export; - for standard input.")],
    record: Record = None,
    json: Json = False,
) -> None:
    """Read an export into an empty record; ids, times and order are kept."""
    journal = opened(record)
    with counting("import", size_of(file)) as count:
        header, entries = imported(_counted(file, count), None if file == "-" else file)
    with waiting("import"):
        journal.restore(entries, header.talks)
    if json:
        answer({"entries": header.length, "talks": header.talks})
    else:
        say(f"{header.length} entries read in")


def _counted(file: str, count: Count) -> Iterator[tuple[int, bytes]]:
    for number, line in read_lines(file):
        count(len(line))
        yield number, line


def verify(record: Record = None, json: Json = False) -> None:
    """Check every entry, their order, and the guards of the record file."""
    with waiting("verify"):
        findings = [told(finding) for finding in examine(named(record))]
    if json:
        answer({"whole": not findings, "findings": findings})
    for finding in () if json else findings:
        say(finding)
    if findings:
        raise Refused(
            "{record} is not as it was written; findings: {n}", record=record, n=len(findings)
        )
    if not json:
        say(f"{len(opened(record))} entries, whole and in order")


def backup(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The new file.")],
    record: Record = None,
    json: Json = False,
) -> None:
    """Copy the record, while others may write to it, into a new file that only you can read."""
    with waiting("backup"):
        opened(record).backup(file)
    if json:
        answer({"record": record, "copy": file})
    else:
        say(f"copied to {file}")


def schema(
    page: Annotated[bool, typer.Option("--page", help="The reference page, in Markdown.")] = False,
    as_input: Annotated[
        bool, typer.Option("--input", help="The schema of what append and case files take.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="The page as a text in JSON.")] = False,
) -> None:
    """The JSON Schema of an entry, or the reference page of all kinds."""
    if not page:
        say(canonical(json_schema(input=as_input)))
    elif json:
        answer({"page": reference_page()})
    else:
        say(reference_page().rstrip("\n"))
