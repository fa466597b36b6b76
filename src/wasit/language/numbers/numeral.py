"""A number as it stands in a text, and what both languages need to read one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from wasit.language.folding import folded
from wasit.language.lexicons import data
from wasit.language.spans import Language
from wasit.language.tokens import Token

Sort = Literal["digits", "words", "dual", "ordinal", "fraction"]

SCALES = {10**6: "million", 10**7: "crore", 10**9: "billion", 10**12: "trillion"}
"""The scales a figure is told in; thousands and lakhs are written out."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a list of tokens, from token ``first`` up to but not with ``behind``."""

    first: int
    behind: int
    low: float
    high: float
    """The same as ``low`` unless the number is a range."""
    sort: Sort
    scale: int = 1
    """A million, billion or trillion, if it was written so."""
    counted: int | None = None
    """The token of the thing counted where it stands within: a dual, ``three hours and a half``."""
    changes: bool = False
    """One end of a change: ``from 28 to 19``."""

    @property
    def value(self) -> str:
        """As figures have it: ``20``, ``30-50``, ``5.2 million``, ``15000``."""
        ends = [self.low] if self.low == self.high else [self.low, self.high]
        text = "-".join(_shown(end / self.scale) for end in ends)
        return f"{text} {SCALES[self.scale]}" if self.scale in SCALES else text


@lru_cache(maxsize=4096)
def _shown(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")


@cache
def words(language: Language, section: str) -> Mapping[str, float]:
    """Folded word -> value, from one section of the lexicon."""
    listed = data(language, "numerals").get(section, {})
    return {folded(word): value for value, forms in listed.items() for word in forms}


def amount(token: Token) -> float | None:
    """The value of a number in digits; None for one that is no amount (``1.2.3``)."""
    text = token.norm
    if len(text) > 15:
        return None
    if ".000" in text and re.fullmatch(r"[1-9]\d{0,2}(?:\.000)+", text):
        return float(text.replace(".", ""))
    text = text.replace(",", ".")
    return float(text) if text.count(".") < 2 and text.replace(".", "").isascii() else None


def spaced(tokens: Sequence[Token], n: int, value: float) -> tuple[float, int]:
    """The value of digits with a space between thousands, and the place behind: ``38 500``."""
    behind = n + 1
    if not tokens[n].norm.isdecimal() or len(tokens[n].norm) > 3 or tokens[n].norm[0] == "0":
        return value, behind
    while behind < len(tokens) and _is_group(tokens, behind):
        value = value * 1000 + float(tokens[behind].norm)
        behind += 1
    return value, behind


def _is_group(tokens: Sequence[Token], n: int) -> bool:
    """Whether token ``n`` is three digits one space behind the number before it."""
    token = tokens[n]
    plain = token.kind == "number" and len(token.text) == 3 and token.norm.isdecimal()
    return plain and token.start == tokens[n - 1].end + 1


def norm(tokens: Sequence[Token], n: int) -> str:
    """The folded word at ``n``; empty outside of the list."""
    return tokens[n].norm if 0 <= n < len(tokens) else ""


def tight(tokens: Sequence[Token], n: int) -> bool:
    """Whether token ``n`` touches both its neighbours."""
    return (
        0 < n < len(tokens) - 1
        and tokens[n - 1].end == tokens[n].start
        and tokens[n].end == tokens[n + 1].start
    )


def written(scale: float) -> int:
    """``scale`` if figures are told in it, else 1."""
    return int(scale) if scale in SCALES else 1
