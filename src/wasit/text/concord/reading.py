"""What the readers of figures share: a list of tokens in one language, and what is found in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from wasit.language.folding import forms
from wasit.language.numbers import Numeral, arabic, english
from wasit.language.spans import Language
from wasit.language.tokens import Token

Sort = Literal[
    "reference",
    "share",
    "date",
    "weekday",
    "hijri",
    "time",
    "period",
    "rate",
    "measure",
    "count",
    "ordinal",
]
Value = tuple[object, ...]
SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "الف": 1e3,
    "مليون": 1e6,
    "مليار": 1e9,
    "المليون": 1e6,
    "المليار": 1e9,
}
"""Words that multiply the share or number before them."""


class Found(NamedTuple):
    """A figure from token ``first`` up to but not with ``behind``."""

    sort: Sort
    values: tuple[Value, ...]
    """Everything it may mean: of equal figures one value at least is the same."""
    first: int
    behind: int
    weak: bool = False
    """Whether it says too little alone to be missed: ``one``, ``both``, ``a week``."""
    unit: str = ""
    """What it is told in."""
    raw: tuple[float, ...] = ()
    """The numbers in it as they stand."""


class Reader:
    """Looks at a list of tokens in one language."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens = tokens
        self.language = language

    def norm(self, n: int) -> str:
        """The folded word at ``n``; empty outside of the list."""
        return self.tokens[n].norm if 0 <= n < len(self.tokens) else ""

    def text(self, n: int) -> str:
        """What stands at ``n`` as written."""
        return self.tokens[n].text if 0 <= n < len(self.tokens) else ""

    def kind(self, n: int) -> str:
        """``word``, ``number`` or ``mark``; empty outside of the list."""
        return self.tokens[n].kind if 0 <= n < len(self.tokens) else ""

    def forms(self, n: int) -> tuple[str, ...]:
        """The word at ``n`` with and without what is joined on in front."""
        return forms(self.norm(n)) if self.language == "ar" else (self.norm(n),)

    def definite(self, n: int) -> bool:
        """Whether the Arabic word at ``n`` has the article, by how it is written: no ``آليات``."""
        return self.text(n).lstrip("وفب").startswith(("ال", "لل"))

    def numeral(self, n: int) -> Numeral | None:
        """The number that begins at ``n``, no range."""
        if self.kind(n) not in ("word", "number"):
            return None
        if self.kind(n) == "word":
            reader = arabic if self.language == "ar" else english
            if not reader.begins(self.norm(n)):
                return None
        return (arabic.read if self.language == "ar" else english.read)(self.tokens, n)

    def tight(self, n: int, length: int) -> bool:
        """Whether ``length`` tokens from ``n`` on touch each other."""
        if not 0 <= n <= len(self.tokens) - length:
            return False
        run = self.tokens[n : n + length]
        return all(a.end == b.start for a, b in pairwise(run))
