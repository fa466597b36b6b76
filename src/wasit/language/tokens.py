"""Words, numbers and marks of a text, as written and as looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
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
    capital: bool
    """Whether it begins with a capital letter."""


NORM = attrgetter("norm")
"""The folded word of a token: to look up all words of a sentence at once."""

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_TOKEN = re.compile(
    rf"""
    (?P<word>(?:[A-Z]\.){{2,}}
      | [^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*(?:['’][^\W\d_]+)*)
  | (?P<number>\d+(?:[.,٫٬]\d+)*)
  | (?P<mark>\.{{2,}}|[^\s\w]|_)
    """,
    re.VERBOSE,
)
_DIGITS = {
    ord(c): str(n)
    for zero in ("٠", "۰")
    for n, c in enumerate(map(chr, range(ord(zero), ord(zero) + 10)))
}


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words, numbers and marks of a piece of a text, with their places in it."""
    found = []
    for one in _TOKEN.finditer(text, start, end):
        word = one[0]
        kind, norm, capital = _looked_up(word)
        first, behind = one.span()
        found.append(Token(word, first, behind, kind, norm, capital))
    return found


@lru_cache(maxsize=65_536)
def _looked_up(text: str) -> tuple[Literal["word", "number", "mark"], str, bool]:
    """Kind, folded word and capital: the same wherever a token stands."""
    capital = text[:1].isupper()
    found = _TOKEN.match(text)
    kind = found.lastgroup if found else None
    if kind == "number":
        norm = text.translate(_DIGITS).replace("٫", ".").replace("٬", ",")
        return "number", re.sub(r",(?=\d{3}(?!\d))", "", norm), capital
    if kind == "word":
        return "word", folded(text), capital
    return "mark", text, capital
