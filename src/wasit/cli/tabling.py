"""The command that puts a text on the table: a draft, and the answers marked in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Annotated, Any

import typer

from wasit.cli.around import answer, say, seated, today
from wasit.cli.drafts import Marked, marked_in
from wasit.cli.options import Acting, AudienceOption, Json, Record
from wasit.cli.putting import audience_of, by_language, tell
from wasit.cli.terminal import describe_entry
from wasit.entries import Entry, Mistake, plain_entry, proposal_of
from wasit.entries.bodies.text import Draft
from wasit.record import Record as RecordOf
from wasit.record.lineage import edge, parents
from wasit.record.tabling import Mark, answers_in, seats_of
from wasit.seated import Seated
from wasit.text.held import held, to_hold


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
    if marked is not None:
        _refuse_beside("--marked", label=label, title=title, by=by, after=after)
        name, fields, labels = _on_record(acting.record, marked, text)
    else:
        name = label or _label_from(files[0])
        fields, labels = _draft(acting, text, name)
        fields |= {
            "by": by or [acting.seat],
            **({"after": after} if after else {}),
            **({"published": published} if published else {}),
            **({"title": by_language(title)} if title else {}),
            **envelope,
        }
    marks = [_placed(mark, labels) for mark in text.marks]
    seats = seats_of(acting.record, (mark.author for mark in marks), _authors(author or ()))
    answers = [{**envelope, **one} for one in answers_in(marks, seats, name, acting=acting.seat)]
    proposals = [proposal_of(one) for one in ([fields] if fields else []) + answers]
    left_out = Counter(mark.author for mark in marks if mark.author not in seats)
    if yes:
        tell(acting.put(proposals) if proposals else (), json)
    else:
        _show(acting, acting.preview(proposals) if proposals else (), left_out, text, json)


# --- what is meant ------------------------------------------------------------------------------


def _refuse_beside(option: str, **given: object) -> None:
    for name, value in given.items():
        if value:
            raise Mistake(
                "--{name} is for a new draft; {option} means one on record",
                name=name,
                option=option,
            )


_NOT_IN_A_LABEL = re.compile(r"[^\w.\-()]+")


def _label_from(path: str) -> str:
    name = _NOT_IN_A_LABEL.sub("-", PurePath(path).stem).strip("-.")
    if not name or path == "-":
        raise Mistake("--label is missing; expected what to call the draft")
    return name[:64]


def _draft(acting: Seated, text: Marked, name: str) -> tuple[dict[str, Any], Mapping[str, str]]:
    """The fields of the draft, and the label of each point by its key."""
    holding = to_hold(text.texts)
    titles = {language: words for language, words in text.titles.items() if words}
    fields = {
        "kind": "draft",
        "label": name,
        "title": titles or {"en": name},
        "points": [_point(one) for one in holding.points],
    }
    return fields, holding.labels


def _point(point: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"label": point.label}
    if point.words:
        fields["words"] = dict(point.words)
    if point.heading:
        fields["heading"] = dict(point.heading)
    if point.points:
        fields["points"] = [_point(one) for one in point.points]
    return fields


def _on_record(
    record: RecordOf, name: str, text: Marked
) -> tuple[str, dict[str, Any], Mapping[str, str]]:
    """The draft on record that the file is, and the label of each point of it by its key."""
    entry = record.named(name, "draft")
    assert isinstance(entry.body, Draft)
    language = next(iter(text.texts))
    known = held(entry.body, language)
    keys = {point.key for point in text.texts[language].all()}
    if not keys & set(known.labels):
        raise Mistake("{name} has none of the points of the text", name=name)
    return entry.id, {}, known.labels


def _placed(mark: Mark, labels: Mapping[str, str]) -> Mark:
    """The mark with its point by label instead of key; a point that is not held: outside of all."""
    return replace(mark, point=labels.get(mark.point) if mark.point else None)


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
    acting: Seated, entries: tuple[Entry, ...], left_out: Counter[str], text: Marked, json: bool
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
            for line in _compared(known, entry):
                say(f"  {line}")
    for author, n in left_out.items():
        say(f"{n} marks of {author} are left out; --author '{author}=SEAT' says whose they are.")
    for part in text.left_out:
        say(f"Not part of any point, left out: {part}")
    if entries:
        say("Nothing is on record yet; --yes does it.")
    else:
        say("There is nothing to put on record.")


def _compared(record: RecordOf, draft: Entry) -> Iterator[str]:
    """What became of the points of each draft it was made from."""
    for parent in parents(record, draft):
        counted = Counter(change for _, _, change in edge(parent, draft).links)
        assert isinstance(parent.body, Draft)
        told = ", ".join(f"{n} {change}" for change, n in counted.items())
        yield f"{parent.label}: {told or 'nothing in common'}"
