"""A report as text: its language parts, their paragraphs, sentences, quotations and words.

Everything is found by offsets into the text as it was given; nothing is normalised in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from wasit.entries import Mistake
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class SourceText:
    """A report as it came in, with what is known of it from outside its text."""

    text: str
    """The text as decoded, byte order mark dropped, line ends kept."""
    published: date | None = None
    """The day it was published."""
    outlet: str | None = None
    """Who published it."""
    title: str | None = None
    url: str | None = None
    name: str | None = None
    """The file it came from, for messages."""
    notes: tuple[Mistake, ...] = ()
    """What is odd about it and yet was not refused, to be told: direction marks left open."""


@dataclass(slots=True)
class Sentence:
    """A sentence within a paragraph."""

    span: Span
    tokens: list[Token]


@dataclass(slots=True)
class Paragraph:
    """A line that is not empty."""

    span: Span
    index: int
    """Its number among the paragraphs of its language, from 0."""
    kind: Literal["body", "heading", "bullet"]
    tokens: list[Token]
    """All its tokens in order."""
    sentences: list[Sentence]
    quotes: list[Span]
    """Quotations, outer marks left out, in order; one within another is not listed."""

    @property
    def language(self) -> Language:
        """The language it is in."""
        return self.span.language


@dataclass(frozen=True, slots=True)
class Document:
    """A report taken apart."""

    source: SourceText
    published: date | None
    """Its date: given from outside, in a leading ``date YYYY-MM-DD``, or in a dateline."""
    parts: Mapping[Language, tuple[Paragraph, ...]] = field(default_factory=dict)
    """The paragraphs by language, in the order of the text; no entry for a language not there."""

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self.source.text

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that have a paragraph, ``ar`` first."""
        return tuple(sorted(self.parts))

    def sentences(self, language: Language) -> Iterator[tuple[Paragraph, Sentence]]:
        """Every sentence of a language with its paragraph, in order."""
        for paragraph in self.parts.get(language, ()):
            for sentence in paragraph.sentences:
                yield paragraph, sentence


_HEADER = re.compile(r"\s*date (\d{4}-\d\d-\d\d)[ \t]?")
_LINE = re.compile(r"[^\r\n]+")
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3]+")
_LATIN = re.compile(r"[A-Za-z]+")
_BULLET = re.compile(r"\s*[-–—•*▪◦·]\s+")
_ENDS = {".", "!", "?", "؟", "…", "..", "...", "۔"}
_CLOSERS = {'"', "”", "»", "’", ")", "]", "'"}
_ABBREVIATIONS = frozenset(
    word
    for line in (
        "mr mrs ms dr prof gen lt col sgt st sen rep gov jr sr vs no inc ltd co etc",
        "jan feb mar apr jun jul aug sep sept oct nov dec",
    )
    for word in line.split()
)
_OPENING = re.compile('[«“"„‹]')
_QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“", "‹": "›"}


def document_of(source: SourceText) -> Document:
    """``source`` taken apart. Cost: linear in its length."""
    header = _HEADER.match(source.text)
    begin = header.end() if header else 0
    published = source.published or (_day(header[1]) if header else None)
    parts: dict[Language, list[Paragraph]] = {}
    for line in _LINE.finditer(source.text, begin):
        stripped = line[0].strip()
        if stripped:
            start = line.start() + line[0].index(stripped[0])
            span = Span(_language(stripped), start, start + len(stripped))
            same = parts.setdefault(span.language, [])
            same.append(_paragraph(source.text, span, len(same)))
    return Document(source, published, {name: tuple(parts[name]) for name in sorted(parts)})


def _day(text: str) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _language(text: str) -> Language:
    """The language of a line, by its letters; one line is in one language."""
    if text.isascii():
        return "en"
    return (
        "ar" if sum(map(len, _ARABIC.findall(text))) > sum(map(len, _LATIN.findall(text))) else "en"
    )


def _paragraph(text: str, span: Span, index: int) -> Paragraph:
    words = tokens(text, span.start, span.end)
    bullet = _BULLET.match(text, span.start, span.end)
    kind: Literal["body", "heading", "bullet"] = "bullet" if bullet else "body"
    if not bullet and len(words) <= 12 and words and words[-1].text not in (*_ENDS, *_CLOSERS, ":"):
        kind = "heading"
    quotes = list(_quotes(text, span))
    return Paragraph(span, index, kind, words, list(_sentences(span, words)), quotes)


def _sentences(span: Span, tokens: list[Token]) -> Iterator[Sentence]:
    begin = 0
    for n, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        closer = token.text in _CLOSERS and n > 0
        if _ends_sentence(tokens, n - 1, closed=True) if closer else _ends_sentence(tokens, n):
            yield _sentence(span, tokens[begin : n + 1])
            begin = n + 1
    if begin < len(tokens):
        yield _sentence(span, tokens[begin:])


def _sentence(span: Span, tokens: list[Token]) -> Sentence:
    return Sentence(Span(span.language, tokens[0].start, tokens[-1].end), tokens)


def _ends_sentence(tokens: list[Token], n: int, *, closed: bool = False) -> bool:
    """Whether a sentence ends with this mark: the next word begins one, no quotation closes."""
    token = tokens[n]
    if token.text not in _ENDS:
        return False
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if after is None:
        return not closed
    if after.text in _CLOSERS and after.start == token.end:
        if not closed:
            return False
        after = tokens[n + 2] if n + 2 < len(tokens) else None
        if after is None:
            return True
    elif closed:
        return False
    if token.text in ("..", "...", "…"):
        return False
    if token.text == "." and n and tokens[n - 1].norm in _ABBREVIATIONS and tokens[n - 1].capital:
        return False
    if token.text == "." and n and len(tokens[n - 1].text) == 1 and tokens[n - 1].capital:
        return False
    return after.kind != "word" or not after.text[0].islower()


def _quotes(text: str, span: Span) -> Iterator[Span]:
    """The quotations of a paragraph; one that is not closed reaches to its end."""
    opening = _OPENING.search(text, span.start, span.end)
    while opening:
        at = opening.start()
        end = text.find(_QUOTES[text[at]], at + 1, span.end)
        end = end if end > 0 else span.end
        if end > at + 1:
            yield Span(span.language, at + 1, end)
        opening = _OPENING.search(text, end + 1, span.end)
