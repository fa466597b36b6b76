"""``wasit read``: press reports, shown, or taken on record proposal by proposal."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date
from typing import Annotated, Any

import typer

from wasit.cli.around import answer, around, complain, say, seated, told, write_output
from wasit.cli.caseform import edited
from wasit.cli.days import day as as_day
from wasit.cli.days import languages
from wasit.cli.endpoint import AskingReader, Endpoint
from wasit.cli.options import Acting as ActingOption
from wasit.cli.options import AudienceOption, Json, Lang, Record
from wasit.cli.progress import counting
from wasit.cli.putting import audience_of, tell
from wasit.cli.reports import files_in, line_of, only_source, read_all, sources_in
from wasit.cli.summary import summary
from wasit.cli.taking import Stopped, listing, sentences, take
from wasit.entries import Mistake, NotOnRecord, WasitError
from wasit.locale import translations
from wasit.press import marked
from wasit.press.document import SourceText
from wasit.press.engine import Reader, RuleReader
from wasit.press.known import Known
from wasit.press.propose import Proposals, Proposed, as_held, propose
from wasit.record import Acting
from wasit.record import Record as RecordOf
from wasit.seated import Seated

SURE = 0.8
"""The confidence from which ``--yes`` takes a proposal, unless another is given."""


def add_to(app: typer.Typer) -> None:
    """Make this command known."""
    app.command()(read)


def read(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Reports (.txt, .html, .jsonl), or folders of them."),
    ],
    record: Record = None,
    seat: ActingOption = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Take what is sure enough, without asking.")
    ] = False,
    above: Annotated[
        float, typer.Option("--above", help="How sure is enough for --yes, 0 to 1.")
    ] = SURE,
    html: Annotated[
        str | None,
        typer.Option("--html", metavar="OUT", help="Write the marked report as a page."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="The date of the report, if it has none."),
    ] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Who published it.")] = None,
    engine: Annotated[
        str, typer.Option("--engine", help="rules, or endpoint (a model, by setting).")
    ] = "rules",
    send: Annotated[
        bool, typer.Option("--send", help="With --engine endpoint: send without asking.")
    ] = False,
    audience: AudienceOption = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Read press reports; with --record, propose what to put on record.

    Nothing gets on record unless it is accepted, here or by --yes. Of many reports each is one
    line of JSON; a bad file is told of and the rest goes on.
    """
    how = _How(_reader(engine, send), _day(published), outlet, languages(lang)[0], json)
    if not 0 <= above <= 1:
        raise Mistake("--above: {n} given; expected a number from 0 to 1", n=above)
    found = list(files_in(files))
    if html is not None:
        _page(found, html, how)
    elif record is not None:
        acting = seated(record, seat)
        given = audience_of(audience).get("audience", "author")
        _each(found, how, lambda one: _propose(acting, one, how, above if yes else None, given))
    elif len(found) == 1 and not found[0].lower().endswith((".jsonl", ".ndjson")) and not json:
        for line in summary(how.read(only_source(found[0])), how.language):
            say(line)
    elif how.plain:
        _lines(found)
    else:
        _each(found, how, lambda one: say(line_of(how.given(one), how.reader)))


@dataclass(frozen=True, slots=True)
class _How:
    """How reports are read and told."""

    reader: Reader
    day: date | None
    outlet: str | None
    language: str
    json: bool

    @property
    def plain(self) -> bool:
        """Whether reports are read by the rules, with nothing said about them from outside."""
        return isinstance(self.reader, RuleReader) and not (self.day or self.outlet)

    def given(self, source: SourceText) -> SourceText:
        """The report with what the command line says of it."""
        return dataclasses.replace(
            source,
            published=self.day or source.published,
            outlet=self.outlet or source.outlet,
        )

    def read(self, source: SourceText, known: Known | None = None) -> Any:
        """What the report says."""
        return self.reader.read(self.given(source), known or Known())


def _reader(engine: str, send: bool) -> Reader:
    if engine == "rules":
        return RuleReader()
    if engine != "endpoint":
        raise Mistake("--engine: {engine} given; expected rules or endpoint", engine=engine)
    return AskingReader(Endpoint.of_environment(), lambda: send or _yes("Send it?"), complain)


def _yes(question: str) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return typer.confirm(question, err=True)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(as_day(text, "--date")) if text else None


def _page(files: Sequence[str], out: str, how: _How) -> None:
    if len(files) != 1:
        raise Mistake("--html shows one report; {n} given", n=len(files))
    write_output(out, marked.to_html(how.read(only_source(files[0]))).encode())
    if how.json:
        answer({"page": out})
    else:
        say(f"Page: {out}")


def _lines(files: Sequence[str]) -> None:
    """One line of JSON a report, read on all cores."""
    bad = 0
    with counting("reports", len(files), beside_output=True) as step:

        def outcome(told: tuple[str | None, str | None]) -> None:
            nonlocal bad
            line, wrong = told
            if line is not None:
                say(line)
            if wrong is not None:
                bad += 1
                complain(wrong)
            step(1)

        read_all(files, outcome)
    _end(bad)


def _each(files: Sequence[str], how: _How, work: Any) -> None:
    """Work on one report after another; a bad file is told of and the rest goes on."""
    bad = 0
    for path in files:
        try:
            for source in sources_in(path):
                if isinstance(source, Mistake):
                    bad += 1
                    complain(told(source))
                else:
                    work(source)
        except Stopped:
            complain("stopped; nothing of this report is on record")
            raise typer.Exit(2) from None
        except (NotOnRecord, WasitError) as error:
            if len(files) == 1:
                raise
            bad += 1
            complain(told(error))
    _end(bad)


def _end(bad: int) -> None:
    if bad:
        raise typer.Exit(2)


# --- with a record ------------------------------------------------------------------------------


def _propose(
    acting: Seated, source: SourceText, how: _How, above: float | None, audience: Any
) -> None:
    """List what a report suggests for the record; put on it what is taken."""
    record = record_of(acting)
    reading = how.read(as_held(source), Known.of(record))
    proposals = propose(reading, record, acting.seat, audience=audience)
    text = reading.document.text
    name = source.name or ""
    if above is not None:
        _put(acting, proposals, proposals.above(above), how)
        return
    if how.json:
        answer({"file": name, "proposals": [_plain(one, text) for one in proposals.items]})
        return
    gettext = translations(how.language).gettext
    if not proposals.items:
        say(gettext("Nothing new: what this report says is on record."))
        return
    said = _sentences(proposals, record, acting, how.language)
    if sys.stdin.isatty() and sys.stdout.isatty():
        _put(acting, proposals, take(proposals, text, said, _Terminal(), how.language), how)
        return
    for line in listing(proposals, text, said, how.language):
        say(line)
    say()
    say(gettext("Nothing is on record yet; --yes takes what is sure enough, a terminal asks."))


def record_of(acting: Seated) -> RecordOf:
    """The record of the acting seat; empty where nobody sits yet.

    Raises :class:`NotOnRecord` when others do and the seat is not among them.
    """
    try:
        return acting.record
    except NotOnRecord:
        seen = RecordOf.of(acting.journal.follow(acting.seat).new())
        if len(seen):
            raise
        return seen


def _sentences(
    proposals: Proposals, record: RecordOf, acting: Seated, language: str
) -> dict[str, str]:
    now = around().clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    as_acting = Acting(acting.seat, acting.journal.talks, now, lambda: "")
    return sentences(proposals, record, as_acting, language)


def _put(acting: Seated, proposals: Proposals, taken: Sequence[Proposed], how: _How) -> None:
    """One batch, whole or nothing."""
    batch = proposals.batch(taken)
    tell(acting.put(batch) if batch else (), how.json)


def _plain(one: Proposed, text: str) -> dict[str, Any]:
    words = [{"language": s.language, "words": s.of(text)} for s in one.spans]
    return {
        "group": one.group,
        "confidence": one.confidence,
        "entry": dict(one.fields),
        "words": words,
    }


class _Terminal:
    """The person at the terminal."""

    def show(self, text: str) -> None:
        say(text)

    def ask(self, question: str) -> str:
        return str(typer.prompt(question, default="", show_default=False, prompt_suffix=" "))

    def edit(self, text: str) -> str:
        return edited(text)
