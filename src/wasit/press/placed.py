"""Pieces of a text found by offset, as places among the tokens of its sentences."""

from __future__ import annotations

from typing import Generic, TypeVar

from wasit.language.tokens import Token
from wasit.press.document import Sentence

T = TypeVar("T")

LONGEST = 300
"""How many words of a sentence are read for what they say of talks; none in the press is longer.

What is compared word by word with what stays linear by it.
"""


def beginning(sentence: Sentence) -> list[Token]:
    """The tokens of a sentence that are read; the very list of the sentence where that is all."""
    tokens = sentence.tokens
    return tokens if len(tokens) <= LONGEST else tokens[:LONGEST]


class Cursor(Generic[T]):
    """Pieces of a text by offset, handed out by sentence as places of tokens."""

    def __init__(self, pieces: list[tuple[int, int, T]]) -> None:
        self._pieces = sorted(pieces, key=lambda piece: piece[0])
        self._at = 0

    def within(self, sentence: Sentence) -> list[tuple[int, int, T]]:
        """The pieces in a sentence; sentences are asked for in order."""
        found: list[tuple[int, int, T]] = []
        pieces, at, tokens = self._pieces, self._at, sentence.tokens
        last, count, n = len(pieces), len(tokens), 0
        while at < last and pieces[at][0] < sentence.span.start:
            at += 1
        while at < last and pieces[at][0] < sentence.span.end:
            start, end, what = pieces[at]
            while n < count and tokens[n].end <= start:
                n += 1
            behind = n
            while behind < count and tokens[behind].start < end:
                behind += 1
            if n < LONGEST:
                found.append((n, min(behind, LONGEST), what))
            at += 1
        self._at = at
        return found
