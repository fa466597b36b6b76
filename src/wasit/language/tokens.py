"""Words, numbers and marks of a text, as written and as looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wasit.language.folding import folded


@dataclass(slots=True)
class Token:
    """A word, a number or a mark, as written and as looked up."""

    text: str
    start: int
    end: int
    kind: Literal["word", "number", "mark"]
    norm: str
    """Folded (:mod:`wasit.language.folding`); a number in ASCII digits: ``15,000`` -> ``15000``."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_TOKEN = re.compile(
    rf"""
    (?P<number>\d+(?:[.,٫٬]\d+)*)
  | (?P<word>(?:[A-Z]\.){{2,}}
      | [^\W\d_](?:[^\W\d_]|[{_MARKS}])*(?:['’][^\W\d_]+)*)
  | (?P<mark>\.{{2,}}|[^\s\w]|_)
    """,
    re.VERBOSE,
)
_DIGITS = {
    ord(c): str(n)
    for zero in ("٠", "۰")
    for n, c in enumerate(map(chr, range(ord(zero), ord(zero) + 10)))
}


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The words, numbers and marks of a piece of a text, with their places in it."""
    for found in _TOKEN.finditer(text, start, end):
        kind = found.lastgroup
        word = found[0]
        if kind == "number":
            norm = word.translate(_DIGITS).replace("٫", ".").replace("٬", ",")
            norm = re.sub(r",(?=\d{3}(?!\d))", "", norm)
            yield Token(word, found.start(), found.end(), "number", norm)
        elif kind == "word":
            yield Token(word, found.start(), found.end(), "word", folded(word))
        else:
            yield Token(word, found.start(), found.end(), "mark", word)
