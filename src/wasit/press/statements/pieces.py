"""A paragraph as statements are looked for in it: words, marks, quotations as one piece each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wasit.language.lexicons import Remembered
from wasit.language.spans import Language, Span
from wasit.press.document import Paragraph
from wasit.press.names.arabic import Arabic
from wasit.press.names.english import English
from wasit.press.names.model import Mention, Names
from wasit.press.verbs import Verb, verbs_of

_NO_LABELS: frozenset[str] = frozenset()
_STOPS = frozenset((".", "!", "?", "؟", "…", "..", "..."))


@dataclass(slots=True)
class Piece:
    """A word, a mark, or a whole quotation."""

    kind: Literal["word", "mark", "quote"]
    text: str
    norm: str
    start: int
    end: int
    labels: frozenset[str] = _NO_LABELS
    capital: bool = False
    mention: Mention | None = None
    """The person or body it names or helps to name."""
    verbs: tuple[Verb, ...] = ()
    inner: Span | None = None
    """A quotation without its marks."""
    words: int = 1
    """How many words: more than one in a quotation."""


@dataclass(slots=True)
class Clause:
    """A sentence, or several where a quotation runs on."""

    language: Language
    paragraph: int
    pieces: list[Piece]


def clauses(
    paragraphs: Sequence[English] | Sequence[Arabic], names: Names, language: Language
) -> Iterator[Clause]:
    """The sentences of the running text of a language: no headings."""
    mentions = names.mentions.get(language, ())
    starts = [mention.start for mention in mentions]
    for words in paragraphs:
        if words.paragraph.kind == "heading":
            continue
        sentences = _english(words) if isinstance(words, English) else _arabic(words)
        yield from _merged(sentences, words.paragraph, language, mentions, starts)


_VERBS: dict[Language, Remembered[tuple[Verb, ...]]] = {
    "ar": Remembered(lambda norm: verbs_of(norm, "ar")),
    "en": Remembered(lambda norm: verbs_of(norm, "en")),
}


def _english(words: English) -> list[list[Piece]]:
    verbs = _VERBS["en"]
    return [
        [
            Piece("mark", one.text, one.norm, one.start, one.end, one.labels, one.capital)
            if one.mark
            else Piece(
                "word",
                one.text,
                one.norm,
                one.start,
                one.end,
                one.labels,
                one.capital,
                None,
                verbs[one.norm],
            )
            for one in units
        ]
        for units in words.sentences
    ]


def _arabic(words: Arabic) -> list[list[Piece]]:
    verbs, found, first = _VERBS["ar"], [], 0
    for sentence in words.paragraph.sentences:
        pieces = []
        for n, one in enumerate(sentence.tokens, first):
            if one.kind == "mark":
                pieces.append(Piece("mark", one.text, one.norm, one.start, one.end))
                continue
            told = verbs[one.norm] if one.kind == "word" else ()
            labels = words.labels(n)
            pieces.append(
                Piece("word", one.text, one.norm, one.start, one.end, labels, False, None, told)
            )
        first += len(sentence.tokens)
        found.append(pieces)
    return found


def _merged(
    sentences: list[list[Piece]],
    paragraph: Paragraph,
    language: Language,
    mentions: Sequence[Mention],
    starts: list[int],
) -> Iterator[Clause]:
    """Quotations made one piece, sentences joined where one runs on, mentions entered."""
    quotes = paragraph.quotes
    at = 0
    out: list[Piece] = []
    for pieces in sentences:
        for piece in pieces:
            while at < len(quotes) and piece.start > quotes[at].end:
                at += 1
            if at < len(quotes) and quotes[at].start - 1 <= piece.start <= quotes[at].end:
                quote = quotes[at]
                if out and out[-1].kind == "quote" and out[-1].inner == quote:
                    out[-1].words += piece.kind == "word"
                    out[-1].end = max(out[-1].end, piece.end)
                else:
                    out.append(
                        Piece("quote", "", "", quote.start - 1, piece.end, inner=quote, words=0)
                    )
                    n = bisect_right(starts, quote.start) - 1
                    if n >= 0 and mentions[n].start == quote.start and mentions[n].end == quote.end:
                        # An outlet is often named in quotation marks: «رويترز».
                        out[-1].mention = mentions[n]
                continue
            if piece.kind == "word":
                n = bisect_right(starts, piece.end - 1) - 1
                if n >= 0 and mentions[n].end > piece.start:
                    piece.mention = mentions[n]
            out.append(piece)
        runs_on = bool(
            out and out[-1].kind == "quote" and at < len(quotes) and out[-1].end < quotes[at].end
        )
        if out and not runs_on:
            yield Clause(language, paragraph.index, out)
            out = []
    if out:
        yield Clause(language, paragraph.index, out)


def is_stop(piece: Piece) -> bool:
    """Whether a piece ends a sentence."""
    return piece.kind == "mark" and piece.text in _STOPS


def stripped(span: Span, text: str) -> Span:
    """Without blanks and closing stops at the ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " \u00a0\u0640,،":
        start += 1
    while end > start and text[end - 1] in " \u00a0.,،؛;:":
        end -= 1
    return Span(span.language, start, end)


def mostly_quoted(pieces: Sequence[Piece]) -> bool:
    """Whether more than half of the words stand in quotation marks."""
    total = sum(piece.words for piece in pieces if piece.kind != "mark")
    quoted = sum(piece.words for piece in pieces if piece.kind == "quote")
    return quoted * 2 > total
