"""One entry in full: what it says in each language, who may read it, what may be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wasit.brief.book import Book
from wasit.brief.content import Code, Day, Term, Value
from wasit.entries import Entry, plain_entry
from wasit.record import Record
from wasit.web.pages.journal import KIND_NAMES
from wasit.web.pages.parts import (
    Choice,
    Line,
    Readers,
    SourceLink,
    line_of,
    readers_of,
    seats_to_choose,
    sources_of,
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the entry that holds words, as they are in each language."""

    name: str
    texts: tuple[tuple[str, str], ...]
    """Language and text."""


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry."""

    id: str
    kind: Term
    kind_name: str
    label: Code | None
    line: Line
    author: Value
    own: bool
    """Whether the acting seat put it on record, and so may correct it."""
    standing: bool
    """Whether it stands; a withdrawn one does not."""
    recorded: Day
    readers: Readers
    fields: tuple[Field, ...]
    sources: tuple[SourceLink, ...]
    before: tuple[Line, ...]
    """How it stood before each correction, oldest first."""
    about: tuple[Line, ...]
    """What else points at it."""
    may_release_to: tuple[Choice, ...]
    """Seats that do not read it yet."""


MOST = 30
"""Entries that point at it that are shown."""


def page(record: Record, entry_id: str, *, seat: str) -> EntryPage:
    """The entry as it stands. Raises :class:`wasit.entries.NotOnRecord`."""
    standing = record.get(entry_id)
    past = record.before_corrections(entry_id)
    entry = standing or (past[-1] if past else record[entry_id])
    book = Book(record)
    about = [e for e in record.about(entry.id) if e.id != entry.id][::-1]
    return EntryPage(
        id=entry.id,
        kind=KIND_NAMES[entry.kind],
        kind_name=entry.kind,
        label=Code(entry.label) if entry.label else None,
        line=line_of(book, entry, seat),
        author=book.seat(entry.author.seat),
        own=entry.author.seat == seat,
        standing=standing is not None,
        recorded=Day(entry.recorded[:10]),
        readers=readers_of(book, entry, seat),
        fields=tuple(fields_of(entry)),
        sources=sources_of(book, book.sources(entry)),
        before=tuple(line_of(book, e, seat) for e in past),
        about=tuple(line_of(book, e, seat, brief=True) for e in about[:MOST]),
        may_release_to=_others(record, entry, seat),
    )


def _others(record: Record, entry: Entry, seat: str) -> tuple[Choice, ...]:
    if entry.audience == "all" or entry.kind in ("release", "correction"):
        return ()
    readers = {entry.author.seat, seat, *entry.audience}
    return tuple(one for one in seats_to_choose(record) if one.value not in readers)


def fields_of(entry: Entry) -> list[Field]:
    """Every field of the body that holds words by language, nested ones by their path."""
    body: dict[str, Any] = plain_entry(entry)["body"]
    found: list[Field] = []
    _collect(body, "", found)
    return found


def _collect(value: Any, path: str, found: list[Field]) -> None:
    if isinstance(value, Mapping):
        if value and all(_is_language(k) and isinstance(v, str) for k, v in value.items()):
            texts = sorted(value.items(), key=lambda one: (one[0] not in ("ar", "en"), one[0]))
            found.append(Field(path, tuple(texts)))
            return
        for name, inner in value.items():
            _collect(inner, f"{path} {name}".strip(), found)
    elif isinstance(value, list | tuple):
        for n, inner in enumerate(value, start=1):
            name = inner.get("label") if isinstance(inner, Mapping) else None
            _collect(inner, f"{path} {name or n}", found)


def _is_language(name: str) -> bool:
    return 2 <= len(name) <= 3 or "-" in name
