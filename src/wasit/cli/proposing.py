"""``wasit read --record``: what a report suggests for the record, listed or taken."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC
from typing import Any

import typer

from wasit.cli.around import answer, around, say, seated
from wasit.cli.caseform import edited
from wasit.cli.how import How
from wasit.cli.putting import audience_of, tell
from wasit.cli.taking import listing, sentences, take
from wasit.entries import NotOnRecord
from wasit.locale import translations
from wasit.press.document import SourceText
from wasit.press.known import Known
from wasit.press.propose import Proposals, Proposed, as_held, propose
from wasit.record import Acting, Record
from wasit.seated import Seated


def proposer(
    record: str | None, seat: str | None, how: How, above: float | None, audience: str | None
) -> Callable[[SourceText], None]:
    """What is done with each report: its proposals are listed, or taken.

    ``above``: what is at least so sure is taken without asking.
    """
    acting = seated(record, seat)
    given = audience_of(audience).get("audience", "author")
    return lambda source: _propose(acting, source, how, above, given)


def _propose(
    acting: Seated, source: SourceText, how: How, above: float | None, audience: Any
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


def record_of(acting: Seated) -> Record:
    """The record of the acting seat; empty where nobody sits yet.

    Raises :class:`NotOnRecord` when others do and the seat is not among them.
    """
    try:
        return acting.record
    except NotOnRecord:
        seen = Record.of(acting.journal.follow(acting.seat).new())
        if len(seen):
            raise
        return seen


def _sentences(
    proposals: Proposals, record: Record, acting: Seated, language: str
) -> dict[str, str]:
    now = around().clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    as_acting = Acting(acting.seat, acting.journal.talks, now, lambda: "")
    return sentences(proposals, record, as_acting, language)


def _put(acting: Seated, proposals: Proposals, taken: Sequence[Proposed], how: How) -> None:
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
