"""What is known to exist and not disclosed, and where sources contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wasit.entries import Entry
from wasit.entries.bodies.exchange import Document, Message
from wasit.entries.bodies.reporting import Claim, Report, Statement
from wasit.entries.bodies.text import Draft, Response
from wasit.record.play import in_order
from wasit.record.record import Record

Why = Literal["contents", "message", "wording", "declined", "which_points"]


@dataclass(frozen=True, slots=True)
class Undisclosed:
    """Something of which the record knows that it is, not what it says."""

    entry: Entry
    why: Why
    """Contents of a document; content of a message; wording of a draft; what a speaker declined
    to say; which points an answer is about."""


def undisclosed(record: Record) -> tuple[Undisclosed, ...]:
    """What is known to exist and not disclosed, by day."""
    kinds = ("draft", "document", "message", "response", "statement")
    found = ((e, _why(record, e)) for e in in_order(record, *kinds))
    return tuple(Undisclosed(e, why) for e, why in found if why)


def _why(record: Record, entry: Entry) -> Why | None:
    body = entry.body
    if isinstance(body, Document):
        return "contents" if body.contents is None else None
    if isinstance(body, Message):
        return None if body.words or body.notice or _content_held(record, entry) else "message"
    if isinstance(body, Draft):
        return None if body.points else "wording"
    if isinstance(body, Response):
        return "which_points" if body.extent in ("some", "most") else None
    if isinstance(body, Statement):
        return "declined" if body.declined else None
    return None


def _content_held(record: Record, notice: Entry) -> bool:
    contents = (e.body for e in record.about(notice.id, "message"))
    return any(isinstance(b, Message) and b.notice == notice.id for b in contents)


@dataclass(frozen=True, slots=True)
class Version:
    """One answer to a question on which sources differ, and the statements that give it."""

    claim: Claim
    statements: tuple[Entry, ...]
    sources: int
    """How many independent outlets carry it (:func:`independent`)."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A question to which the record holds more than one answer."""

    about: str
    """The label that the statements share."""
    versions: tuple[Version, ...]
    """The answers, in the order they became known."""


def contradictions(record: Record) -> tuple[Contradiction, ...]:
    """Where sources contradict each other: statements with one question and different answers."""
    questions: dict[str, dict[frozenset[str], list[Entry]]] = {}
    for entry in in_order(record, "statement"):
        claim = _claim(entry)
        if claim:
            said = questions.setdefault(claim.about, {})
            said.setdefault(_same(said, claim), []).append(entry)
    return tuple(
        Contradiction(about, tuple(_version(record, entries) for entries in said.values()))
        for about, said in questions.items()
        if len(said) > 1
    )


def _claim(entry: Entry) -> Claim | None:
    return entry.body.claim if isinstance(entry.body, Statement) else None


def _same(said: dict[frozenset[str], list[Entry]], claim: Claim) -> frozenset[str]:
    """The answer already met that says the same in some language, else this one."""
    words = frozenset(f"{language} {text}" for language, text in claim.says.items())
    return next((known for known in said if known & words), words)


def _version(record: Record, entries: list[Entry]) -> Version:
    claim = _claim(entries[0])
    assert claim is not None
    return Version(claim, tuple(entries), independent(record, entries))


def independent(record: Record, entries: list[Entry]) -> int:
    """How many independent outlets stand behind ``entries``; a doubt counts as not independent.

    A report that retells others stands for those it retells, and a copy for the text it carries:
    three retellings of one agency are one source, and so are the agency and its retelling.
    """
    groups: list[set[str]] = []
    for origins in {s.of: _origins(record, s.of) for e in entries for s in e.source}.values():
        joined = origins.union(*(group for group in groups if group & origins))
        groups = [group for group in groups if not group & origins] + [joined]
    return len(groups)


def _origins(record: Record, report: str) -> set[str]:
    """By what names the outlets are known whose reporting it is; the id of anything else."""
    first = _first(record, report)
    entry = record.get(first)
    if entry is None or not isinstance(entry.body, Report):
        return {first}
    outlets = entry.body.relays or (entry.body.outlet,)
    return {f"{language} {name}" for outlet in outlets for language, name in outlet.items()}


def _first(record: Record, report: str) -> str:
    """The report whose text this one carries, from copy to copy; of a circle always the same."""
    way = [report]
    while True:
        entry = record.get(way[-1])
        first = entry.body.copy_of if entry and isinstance(entry.body, Report) else None
        if first is None:
            return way[-1]
        if first in way:
            return min(way[way.index(first) :])
        way.append(first)


@dataclass(frozen=True, slots=True)
class Disputed:
    """An entry that a statement contradicts."""

    by: Entry
    entry: Entry


def disputed(record: Record) -> Iterator[Disputed]:
    """Entries that statements contradict outright."""
    for entry in in_order(record, "statement"):
        assert isinstance(entry.body, Statement)
        for target in entry.body.disputes:
            known = record.get(target)
            if known is not None:
                yield Disputed(entry, known)
