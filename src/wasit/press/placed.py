"""Pieces of a text found by offset, as places among the tokens of its sentences."""

from __future__ import annotations

from typing import Generic, TypeVar

from wasit.press.document import Sentence

T = TypeVar("T")

LONGEST = 300
"""How many words of a sentence are read for what they say of talks; none in the press is longer.

What is compared word by word with what stays linear by it.
"""


class Cursor(Generic[T]):
    """Pieces of a text by offset, handed out by sentence as places of tokens."""

    def __init__(self, pieces: list[tuple[int, int, T]]) -> None:
        self._pieces = sorted(pieces, key=lambda piece: piece[0])
        self._at = 0

    def within(self, sentence: Sentence) -> list[tuple[int, int, T]]:
        """The pieces in a sentence; sentences are asked for in order."""
        found: list[tuple[int, int, T]] = []
        while self._at < len(self._pieces) and self._pieces[self._at][0] < sentence.span.start:
            self._at += 1
        n = 0
        while self._at < len(self._pieces) and self._pieces[self._at][0] < sentence.span.end:
            start, end, what = self._pieces[self._at]
            while n < len(sentence.tokens) and sentence.tokens[n].end <= start:
                n += 1
            behind = n
            while behind < len(sentence.tokens) and sentence.tokens[behind].start < end:
                behind += 1
            if n < LONGEST:
                found.append((n, min(behind, LONGEST), what))
            self._at += 1
        return found
