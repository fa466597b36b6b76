"""Commands that put something on record for a seat."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import PurePath
from typing import Annotated, Any

import typer

from wasit.cli.around import answer, read_input, read_lines, say, seated, seen_off, today
from wasit.cli.options import Acting, AudienceOption, DraftName, Json, JsonAlways, Record
from wasit.cli.progress import counting, size_of, waiting
from wasit.cli.terminal import describe_entry
from wasit.entries import Entry, Mistake, NotOnRecord, Place, Proposal, plain_entry, proposal_of
from wasit.entries.case import read_case
from wasit.entries.limits import FILE_BYTES
from wasit.entries.lines import batch_of
from wasit.papers.answering import source_named
from wasit.papers.sheets import table_in
from wasit.record import Record as RecordOf
from wasit.record import state_of_play
from wasit.record.sheet import read_rows
from wasit.seated import Seated

Basis = Annotated[
    str | None,
    typer.Option(
        "--basis",
        help="For a sheet: told, reported or inferred; not given: told.",
        metavar="BASIS",
    ),
]


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command()(load)
    app.command()(append)
    app.command(name="say")(say_answer)
    app.command()(release)


def load(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A case file (.yaml), or a sheet (.csv, .xlsx).")
    ],
    record: Record = None,
    seat: Acting = None,
    basis: Basis = None,
    audience: AudienceOption = None,
    json: Json = False,
) -> None:
    """Put a whole file on record, or nothing of it."""
    is_sheet = PurePath(file).suffix.lower() in (".csv", ".xlsx")
    for option, given in (("--basis", basis), ("--audience", audience)):
        if given is not None and not is_sheet:
            raise Mistake("{option} is for sheets; a case file says it itself", option=option)
    acting = seated(record, seat)
    with waiting("load"):
        if is_sheet:
            proposals = _of_sheet(file, acting, basis or "told", audience)
        else:
            proposals = read_case(read_input(file, FILE_BYTES), None if file == "-" else file)
        entries = acting.put(proposals) if proposals else ()
    tell(entries, json)


def _of_sheet(file: str, acting: Seated, basis: str, audience: str | None) -> list[Proposal]:
    """The responses that an edited sheet adds, all of today."""
    envelope = {**audience_of(audience), "happened": today()}
    table = table_in(read_input(file, FILE_BYTES), file)
    return read_rows(table, acting.record, acting.seat, name=file, basis=basis, envelope=envelope)


def append(
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="JSON Lines; - for standard input.")
    ] = "-",
    record: Record = None,
    seat: Acting = None,
    json: JsonAlways = False,
) -> None:
    """Put batches on record: each line an object, or an array that is stored whole.

    Each batch is acknowledged with a line of JSON when it is safe on disk. A bad line stores
    nothing of itself and stops; what was acknowledged before stands.
    """
    acting = seated(record, seat)
    name = None if file == "-" else file
    with counting("append", size_of(file), beside_output=True) as count:
        for number, line in read_lines(file):
            entries = acting.put(batch_of(line, Place(name, number)))
            with seen_off():
                answer({"line": number, "ids": [entry.id for entry in entries]})
            count(len(line))


def say_answer(
    who: Annotated[str, typer.Argument(metavar="SEAT", help="Whose answer it is.")],
    target: Annotated[
        str,
        typer.Argument(
            metavar="POINT",
            help="A point of the draft in play (7), of another (us-28#7), or the label of a draft, "
            "issue, document or package.",
        ),
    ],
    stance: Annotated[
        str, typer.Argument(metavar="STANCE", help="acceptable, open or unacceptable.")
    ],
    basis: Annotated[
        str | None,
        typer.Option("--basis", help="own, told, reported or inferred; for oneself: own."),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option("--words", help="What was said; the language is told by the script."),
    ] = None,
    proposes: Annotated[
        list[str] | None, typer.Option("--proposes", help="The wording it would accept.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="A web address, or the label of an entry.")
    ] = None,
    red_line: Annotated[bool, typer.Option("--red-line", help="It is a red line.")] = False,
    extent: Annotated[
        str | None, typer.Option("--extent", help="some, most or all of a draft or document.")
    ] = None,
    person: Annotated[str | None, typer.Option("--person", help="Who gave the answer.")] = None,
    happened: Annotated[
        str | None, typer.Option("--happened", help="When; not given: today.", metavar="DATE")
    ] = None,
    audience: AudienceOption = None,
    draft: DraftName = None,
    record: Record = None,
    seat: Acting = None,
    json: Json = False,
) -> None:
    """Put one answer of a seat on record, the quick way."""
    acting = seated(record, seat)
    known = acting.record
    fields: dict[str, Any] = {
        "kind": "response",
        "seat": who,
        "stance": stance,
        "basis": basis or ("own" if who == acting.seat else _no_basis(who)),
        "happened": happened or today(),
        "red_line": red_line,
        "extent": extent,
        "person": person,
        "words": by_language(words),
        "proposes": by_language(proposes),
        **_target(known, target, draft),
        **audience_of(audience),
    }
    given = {name: value for name, value in fields.items() if value is not None}
    report, of = source_named(known, source, given)
    if of:
        given["source"] = of
    tell(acting.put([*report, proposal_of(given)]), json)


def _no_basis(who: str) -> str:
    raise Mistake(
        "--basis is missing; for an answer of {seat} expected told, reported or inferred", seat=who
    )


def _target(record: RecordOf, target: str, draft: str | None) -> dict[str, Any]:
    """What an answer is about: a point by its label, or a thing as a whole by its own."""
    if "#" in target:
        return {"point": target}
    try:
        whole = record.named(target, "draft", "issue", "document", "package")
    except NotOnRecord:
        play = state_of_play(record, draft=draft)
        if play.draft is None:
            raise
        labels = [point.label or "" for point in play.points]
        if target not in labels:
            raise NotOnRecord(
                "{name} has no {what} {label}; it has {labels}",
                name=play.draft.label,
                what="point",
                label=target,
                labels=", ".join(labels) or "none",
            ) from None
        return {"point": {"draft": play.draft.id, "label": target}}
    return {whole.kind: whole.id}


def by_language(texts: list[str] | None) -> dict[str, str] | None:
    """Words by language: ``ar:…`` and ``en:…`` say it, otherwise the script does.

    Before words in another script than Latin any language may be named: ``uk:…``, ``fa:…``.
    """
    if not texts:
        return None
    found: dict[str, str] = {}
    for text in texts:
        language, words = _language_and_words(text)
        if language in found:
            raise Mistake("words in {language} are given twice", language=language)
        found[language] = words
    return found


def _language_and_words(text: str) -> tuple[str, str]:
    named, colon, rest = text.partition(":")
    if colon and (named in _BY_SCRIPT.values() or _may_name(named, rest)):
        return named, rest.strip()
    language = _BY_SCRIPT.get(_script(text))
    if language is None:
        raise Mistake(
            "the script of these words tells no language: {text}; expected it before them, as uk:…",
            text=text,
        )
    return language, text.strip()


_BY_SCRIPT = {"ARABIC": "ar", "LATIN": "en"}
_TAG = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _may_name(named: str, rest: str) -> bool:
    """Whether what stands before a colon names a language, and is no word of the text itself."""
    return bool(_TAG.fullmatch(named)) and _script(rest) != "LATIN"


def _script(text: str) -> str:
    """The script of most letters of ``text``, by its name in Unicode; ``LATIN`` without letters."""
    counted = Counter(unicodedata.name(c, "?").partition(" ")[0] for c in text if c.isalpha())
    return counted.most_common(1)[0][0] if counted else "LATIN"


def release(
    name: Annotated[str, typer.Argument(metavar="ENTRY", help="The id or label of an entry.")],
    to: Annotated[list[str], typer.Option("--to", help="A seat that may read it from now on.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without, it is only shown.")] = False,
    words: Annotated[
        list[str] | None, typer.Option("--words", help="Why; the receiver reads it.")
    ] = None,
    record: Record = None,
    seat: Acting = None,
    json: Json = False,
) -> None:
    """Show an entry to one more seat, as it stands now. Shown first as the receiver will see it."""
    acting = seated(record, seat)
    note = by_language(words)
    fields = {"kind": "release", "target": name, **({"note": note} if note else {})}
    proposals = [proposal_of({**fields, "to": one}) for one in to]
    if yes:
        tell(acting.put(proposals), json)
    elif json:
        shown = [plain_entry(entry) for entry in acting.preview(proposals)]
        for one in shown:
            del one["id"]  # it will not be that one
        answer({"released": False, "entries": shown})
    else:
        _show_release(acting, proposals)


def _show_release(acting: Seated, proposals: list[Proposal]) -> None:
    for entry in acting.preview(proposals):
        say(describe_entry(acting.record.add(entry), entry, "en"))
    say("Nothing is released yet; --yes does it.")


def audience_of(said: str | None) -> dict[str, Any]:
    """The audience as typed: ``all``, ``author``, or seats with commas between."""
    if said is None:
        return {}
    if said in ("all", "author"):
        return {"audience": said}
    return {"audience": [seat.strip() for seat in said.split(",") if seat.strip()]}


def tell(entries: tuple[Entry, ...], json: bool) -> None:
    """Acknowledge what is on record, and who may read it."""
    if json:
        answer({"ids": [entry.id for entry in entries]})
        return
    if not entries:
        say("nothing new")
    for entry in entries[:10]:
        say(f"{entry.id}  {entry.kind}  {entry.label or ''}  readable by: {_readers(entry)}")
    if len(entries) > 10:
        say(f"… {len(entries)} entries in all")


def _readers(entry: Entry) -> str:
    if entry.audience == "all":
        return "all seats"
    others = [seat for seat in entry.audience if seat != entry.author.seat]
    return ", ".join([entry.author.seat, *others]) if others else f"{entry.author.seat} only"
