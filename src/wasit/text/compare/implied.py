"""Counts that are said without a number: ``حصتان``, ``حصة واحدة``, ``no movements``.

They are looked for only where the other side counts the same thing in so many words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wasit.language.tokens import Token
from wasit.text.compare.facts import Fact, facts
from wasit.text.compare.side import Side
from wasit.text.compare.standing import Standing
from wasit.text.compare.words import is_small, stem, tokens

_DUAL = re.compile("ت?[اي]ن$")
_ONE = frozenset({"واحد", "واحده", "واحدا"})
_NONE = "no"
_LONG = 5
"""Letters that a word has at least whose ending may say that there are two."""


def implied(side: Side, other: Side, said: Sequence[Standing]) -> list[Standing]:
    """The counts of ``side`` that only a form or a no tells, of things that ``other`` counts.

    ``said`` are the figures of ``other``.
    """
    counted = {_core(one.fact.unit): one.fact.unit for one in said if one.fact.value[0] == "count"}
    counted |= {_core(one): one for one in _single(other)}
    counted.pop("", None)
    if not counted:
        return []
    return [
        Standing(key, fact, words, 0.5, n)
        for key, words in side.placed()
        for n, fact in enumerate(_counts(words, side.language, counted))
    ]


def _single(side: Side) -> Iterator[str]:
    """The stems of things of which there is one, or two by their form: ``حصة واحدة``."""
    if side.language != "ar":
        return
    for words in side.words:
        for first, second in pairwise(tokens(words)):
            if second.norm in _ONE and first.kind == "word":
                yield stem(first.norm, "ar")
            elif _may_be_two(first):
                yield stem(_DUAL.sub("", first.norm), "ar")


def _counts(words: str, language: str, counted: dict[str, str]) -> Iterator[Fact]:
    taken = [(fact.start, fact.end) for fact in facts(words, language)]
    for first, second in pairwise((*tokens(words), _END)):
        found = _count(first, second, language)
        if found is None:
            continue
        low, noun, last = found
        bare = _DUAL.sub("", noun.norm) if low == 2 else noun.norm
        unit = counted.get(_core(stem(bare, language)))
        if unit and not any(a < last.end and first.start < b for a, b in taken):
            value = ("count", low, low)
            yield Fact("number", value, unit, first.start, last.end, frozenset(), listed=False)


_END = Token("", 0, 0, "mark", "", capital=False)


def _count(first: Token, second: Token, language: str) -> tuple[float, Token, Token] | None:
    """How many, the noun, and the last token."""
    if first.kind != "word":
        return None
    if language != "ar":
        return (0.0, second, second) if first.norm == _NONE and second.kind == "word" else None
    if second.norm in _ONE:
        return 1.0, first, second
    return (2.0, first, first) if _may_be_two(first) else None


def _may_be_two(token: Token) -> bool:
    long = token.kind == "word" and len(token.norm) >= _LONG
    return bool(long and _DUAL.search(token.norm)) and not is_small(token.norm, "ar")


def _core(unit: str) -> str:
    """The stem of a noun, a letter that stands twice written once: ``حصص`` and ``حصه``."""
    return "".join(a for a, b in pairwise(f"{unit} ") if a != b).removesuffix("ه")
