"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Record = Annotated[
    str | None,
    typer.Option("--record", "-r", envvar="WASIT_RECORD", help="The record file.", metavar="FILE"),
]
Acting = Annotated[
    str | None,
    typer.Option("--as", envvar="WASIT_SEAT", help="The seat that acts.", metavar="SEAT"),
]
Json = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
JsonAlways = Annotated[bool, typer.Option("--json", help="As always: this answers in JSON.")]
At = Annotated[
    str | None,
    typer.Option("--at", help="As it stood on this day (happened by then).", metavar="DAY"),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="As it was known on this day (recorded by then).", metavar="DAY"),
]
Since = Annotated[
    str | None, typer.Option("--since", help="What moved since this day.", metavar="DAY")
]
DraftName = Annotated[
    str | None,
    typer.Option("--draft", help="The draft whose points are listed.", metavar="LABEL"),
]
Inferred = Annotated[bool, typer.Option("--inferred", help="Count inferred answers too.")]
Lang = Annotated[
    str, typer.Option("--lang", help="ar, en, or both.", metavar="LANG", envvar="WASIT_LANG")
]
AudienceOption = Annotated[
    str | None,
    typer.Option(
        "--audience",
        help="Who may read it: all, author, or seats with commas; not given: as usual.",
        metavar="SEATS",
    ),
]
OutputFile = Annotated[
    str | None, typer.Option("--output", "-o", help="Write to this file.", metavar="FILE")
]
