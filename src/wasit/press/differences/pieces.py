"""Sentences of two languages that say the same thing, and what is compared in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from wasit.language.lexicons import Phrases
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.document import Document, Sentence
from wasit.press.lexicons import phrases
from wasit.press.names import Mention, Names
from wasit.press.reading import Alignment, Dated, Difference

Sort = Literal["number", "name", "negation", "tense", "date", "reference"]


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one language in a piece, as one list of tokens."""

    language: Language
    tokens: Sequence[Token]
    dates: Sequence[Dated]
    mentions: Sequence[Mention]
    sentences: int

    def span(self, first: int, behind: int) -> Span:
        """The words from token ``first`` up to but not with ``behind``."""
        return Span(self.language, self.tokens[first].start, self.tokens[behind - 1].end)


@dataclass(frozen=True, slots=True)
class Piece:
    """What translates each other."""

    arabic: Side
    english: Side


def pieces(
    document: Document, alignment: Alignment, names: Names, dates: Sequence[Dated]
) -> Iterator[Piece]:
    """The sentences that belong together by the alignment, in the order of the Arabic text."""
    sentences = {
        (s.span.language, s.span.start): s
        for language in document.languages
        for _, s in document.sentences(language)
    }
    listed = {
        language: (
            [one for one in dates if one.spans[0].language == language],
            names.mentions.get(language, ()),
        )
        for language in document.languages
    }
    for ours, theirs in _groups(alignment):
        yield Piece(
            _side("ar", [sentences["ar", start] for start in ours], *listed["ar"]),
            _side("en", [sentences["en", start] for start in theirs], *listed["en"]),
        )


def _groups(alignment: Alignment) -> list[tuple[list[int], list[int]]]:
    """Starts of sentences that share a partner."""
    groups: list[tuple[list[int], list[int]]] = []
    group_of: dict[tuple[str, int], int] = {}
    for ours, theirs in alignment.sentences:
        keys = (("ar", ours.start), ("en", theirs.start))
        at = next((group_of[key] for key in keys if key in group_of), len(groups))
        if at == len(groups):
            groups.append(([], []))
        for key, listed in zip(keys, groups[at], strict=True):
            if key not in group_of:
                listed.append(key[1])
                group_of[key] = at
    return groups


def _side(
    language: Language,
    sentences: Sequence[Sentence],
    dates: Sequence[Dated],
    mentions: Sequence[Mention],
) -> Side:
    tokens = (
        sentences[0].tokens
        if len(sentences) == 1
        else [token for sentence in sentences for token in sentence.tokens]
    )
    low, high = sentences[0].span.start, sentences[-1].span.end
    return Side(
        language,
        tokens,
        [one for one in dates if low <= one.spans[0].start < high],
        [one for one in mentions if low <= one.start < high],
        len(sentences),
    )


def difference(sort: Sort, arabic: Span, english: Span, text: str, confidence: float) -> Difference:
    """A difference, with the words of both."""
    return Difference(
        spans=(arabic, english),
        confidence=confidence,
        sort=sort,
        says={"ar": arabic.of(text), "en": english.of(text)},
    )


@cache
def words(language: Language, section: str) -> Phrases:
    """Phrases of the lexicon of differences."""
    return phrases(language, "differences", section)


def places(side: Side, section: str) -> Mapping[str, list[tuple[int, int]]]:
    """Where the ideas of a section stand: first token and the one behind."""
    found: dict[str, list[tuple[int, int]]] = {}
    for idea, first, behind in words(side.language, section).all(side.tokens):
        found.setdefault(idea, []).append((first, behind))
    return found
