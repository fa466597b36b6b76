"""The command that puts a text on the table: a draft, and the answers marked in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from wasit.cli.around import answer, say, seated, today
from wasit.cli.drafts import marked_in
from wasit.cli.options import Acting, AudienceOption, Json, Record
from wasit.cli.putting import audience_of, by_language, tell
from wasit.cli.terminal import describe_entry
from wasit.entries import Entry, Mistake, plain_entry
from wasit.entries.bodies.text import Draft
from wasit.papers.drafts import Marked
from wasit.papers.tabling import compared, label_from, marked_on, tabled
from wasit.seated import Seated


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command("table")(table)


def table(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="The text: plain, Markdown or Word; one file in both languages, or one for each.",
        ),
    ],
    label: Annotated[
        str | None, typer.Option("--label", help="What to call it; not given: the file's name.")
    ] = None,
    title: Annotated[
        list[str] | None,
        typer.Option("--title", help="Its title; not given: what stands above the points."),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="SEAT", help="Who tabled it; not given: the acting seat."),
    ] = None,
    after: Annotated[
        list[str] | None,
        typer.Option("--after", metavar="DRAFT", help="A draft on record that it was made from."),
    ] = None,
    marked: Annotated[
        str | None,
        typer.Option(
            "--marked",
            metavar="DRAFT",
            help="It is this draft on record, with marks: answers only.",
        ),
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option("--author", metavar="NAME=SEAT", help="Whose marks a name in the file makes."),
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", help="yes, leaked, summarised, no or unknown.")
    ] = None,
    happened: Annotated[
        str | None, typer.Option("--happened", help="When; not given: today.", metavar="DATE")
    ] = None,
    audience: AudienceOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without, it is only shown.")] = False,
    record: Record = None,
    seat: Acting = None,
    json: Json = False,
) -> None:
    """Put a text on record as a draft, and as answers what others marked in it (Word)."""
    acting = seated(record, seat)
    text = marked_in(files)
    envelope = {**audience_of(audience), "happened": happened or today()}
    authors = _authors(author or ())
    if marked is not None:
        _refuse_beside("--marked", label=label, title=title, by=by, after=after)
        found = marked_on(
            text, acting.record, acting.seat, name=marked, envelope=envelope, authors=authors
        )
    else:
        fields = {
            "by": by or [acting.seat],
            **({"after": after} if after else {}),
            **({"published": published} if published else {}),
            **({"title": by_language(title)} if title else {}),
        }
        found = tabled(
            text,
            acting.record,
            acting.seat,
            name=label or label_from(files[0]),
            fields=fields,
            envelope=envelope,
            authors=authors,
        )
    proposals = found.proposals
    if yes:
        tell(acting.put(proposals) if proposals else (), json)
    else:
        shown = acting.preview(proposals) if proposals else ()
        _show(acting, shown, found.left_out, text, json)


# --- what is meant ------------------------------------------------------------------------------


def _refuse_beside(option: str, **given: object) -> None:
    for name, value in given.items():
        if value:
            raise Mistake(
                "--{name} is for a new draft; {option} means one on record",
                name=name,
                option=option,
            )


def _authors(given: Sequence[str]) -> dict[str, str]:
    found = {}
    for one in given:
        name, equals, seat = one.rpartition("=")
        if not (name.strip() and equals and seat.strip()):
            raise Mistake("--author {given}; expected NAME=SEAT", given=one)
        found[name.strip()] = seat.strip()
    return found


# --- showing it first -----------------------------------------------------------------------------


def _show(
    acting: Seated,
    entries: tuple[Entry, ...],
    left_out: Mapping[str, int],
    text: Marked,
    json: bool,
) -> None:
    if json:
        shown = [plain_entry(entry) for entry in entries]
        for one in shown:
            del one["id"]  # it will not be that one
        answer({"tabled": False, "entries": shown, "left_out": dict(left_out)})
        return
    known = acting.record.add(*entries)
    for entry in entries:
        say(describe_entry(known, entry, "en"))
        if isinstance(entry.body, Draft):
            for line in compared(known, entry):
                say(f"  {line}")
    for author, n in left_out.items():
        say(f"{n} marks of {author} are left out; --author '{author}=SEAT' says whose they are.")
    for part in text.left_out:
        say(f"Not part of any point, left out: {part}")
    if entries:
        say("Nothing is on record yet; --yes does it.")
    else:
        say("There is nothing to put on record.")
