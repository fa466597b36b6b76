"""Search: words in both languages, folded, inside what the seat may read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wasit.brief.book import Book
from wasit.brief.content import Sentence, Term, say, say_n
from wasit.entries import Entry
from wasit.entries.bodies.base import plain
from wasit.language.folding import folded, forms
from wasit.record import Record
from wasit.web.pages.journal import KIND_NAMES
from wasit.web.pages.parts import Line, line_of

MOST = 60
"""Entries that are shown."""
AROUND = 70
"""Characters shown on either side of what was found."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """One entry as it is searched: its words folded, one space between them."""

    entry: str
    text: str


Index = tuple[Indexed, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that holds all the words."""

    line: Line
    kind: Term
    before: str
    match: str
    """The first of the words as it is written; empty where only its label holds it."""
    after: str
    language: str


@dataclass(frozen=True, slots=True)
class Results:
    """What was found."""

    query: str
    found: Sentence
    hits: tuple[Hit, ...]


def index_of(entries: Sequence[Entry]) -> Index:
    """What is searched of each entry. Cost: linear in their words."""
    return tuple(Indexed(e.id, " ".join(_folded(_texts(e)))) for e in entries)


def page(record: Record, index: Index, query: str, *, seat: str) -> Results:
    """The entries that hold every word of ``query``, the newest first."""
    words = [_alternatives(word) for word in _WORD.findall(query)][:12]
    if not words:
        return Results(query, say("Type what to look for."), ())
    found = []
    for one in reversed(index):
        if all(any(form in one.text for form in forms) for forms in words):
            entry = record.get(one.entry)
            if entry is not None:
                found.append(entry)
    book = Book(record)
    return Results(
        query,
        say_n("{n} entry holds these words.", "{n} entries hold these words.", len(found)),
        tuple(_hit(book, e, words[0], seat) for e in found[:MOST]),
    )


_WORD = re.compile(r"[^\W_]+(?:['’\u064b-\u065f\u0670\u0640]*[^\W_]+)*[\u064b-\u065f\u0670]*")


def _alternatives(word: str) -> tuple[str, ...]:
    """A word folded, and what is left of it without what is joined on in front in Arabic."""
    bare = folded(word)
    if bare.isascii():
        return (bare,)
    return tuple(dict.fromkeys((bare, *(one for one in forms(bare) if len(one) > 2))))


def _folded(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        for word in _WORD.findall(text):
            yield folded(word)


def _texts(entry: Entry) -> Iterator[str]:
    if entry.label:
        yield entry.label
    yield from (text for _, text in _strings(plain(entry.body), ""))


def _strings(value: Any, language: str) -> Iterator[tuple[str, str]]:
    """Every text in plain data, with the language it is under."""
    if isinstance(value, str):
        if not _ID.fullmatch(value):
            yield language, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _strings(inner, name if name in ("ar", "en") else language)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner, language)


_ID = re.compile(r"[0-9a-f]{32}(#.*)?")


def _hit(book: Book, entry: Entry, words: tuple[str, ...], seat: str) -> Hit:
    before, match, after, language = _around(entry, words)
    return Hit(
        line_of(book, entry, seat, brief=True),
        KIND_NAMES[entry.kind],
        before,
        match,
        after,
        language,
    )


def _around(entry: Entry, words: tuple[str, ...]) -> tuple[str, str, str, str]:
    for language, text in _strings(plain(entry.body), ""):
        for found in _WORD.finditer(text):
            bare = folded(found[0])
            if any(word in bare for word in words):
                start, end = found.span()
                before = text[max(start - AROUND, 0) : start]
                after = text[end : end + AROUND]
                cut = "…" if start > AROUND else ""
                more = "…" if end + AROUND < len(text) else ""
                return cut + before, found[0], after + more, language
    return "", "", "", ""
