"""Two numbers that are the ends of a range, or of a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from wasit.language.folding import folded
from wasit.language.lexicons import data, phrases
from wasit.language.numbers.numeral import SCALES, Numeral, norm, tight
from wasit.language.spans import Language
from wasit.language.tokens import Token

_LOOK_BACK = 8
"""How many words before its first number the verb of a change may stand."""


def joined(found: list[Numeral], tokens: Sequence[Token], language: Language) -> list[Numeral]:
    """``found`` with the two numbers of a range made one, and the ends of a change marked."""
    result: list[Numeral] = []
    for numeral in found:
        before = result[-1] if result else None
        if before is None or not _linked(before, numeral, tokens, language):
            result.append(numeral)
        elif _rises(before, numeral) and (
            _between(before, tokens, language) or not _changes(before, tokens, language)
        ):
            result[-1] = _range(before, numeral)
        elif _is_to(before, numeral, tokens, language):
            result[-1] = replace(before, changes=True)
            result.append(replace(numeral, changes=True))
        else:
            result.append(numeral)
    return result


@cache
def _link(language: Language, sort: str) -> frozenset[str]:
    listed = data(language, "numerals").get("range", {})
    return frozenset(folded(word) for word in listed.get(sort, ()))


def _linked(a: Numeral, b: Numeral, tokens: Sequence[Token], language: Language) -> bool:
    """Whether the words between two numbers may join them."""
    if a.low != a.high or "ordinal" in (a.sort, b.sort) or "dual" in (a.sort, b.sort):
        return False
    if "fraction" in (a.sort, b.sort):
        return False
    if language == "ar" and b.first == a.behind:
        # بين ثلاثين وخمسين
        return norm(tokens, b.first).startswith("و") and _between(a, tokens, language)
    between = b.first - a.behind
    if not 1 <= between <= 3:
        return False
    last = norm(tokens, b.first - 1)
    if last in "-–—" and between == 1:
        return tight(tokens, b.first - 1) or language == "ar"
    if last in _link(language, "or") and between == 1:
        return True
    if last in _link(language, "to"):
        return between == 1 or _from(a, tokens, language)
    joint = "and" if language == "en" else "و"
    return last == joint and _between(a, tokens, language)


def _between(a: Numeral, tokens: Sequence[Token], language: Language) -> bool:
    return bool(_before(a, tokens) & _link(language, "between"))


def _from(a: Numeral, tokens: Sequence[Token], language: Language) -> bool:
    return bool(_before(a, tokens) & (_link(language, "from") | _link(language, "between")))


def _before(a: Numeral, tokens: Sequence[Token]) -> set[str]:
    return {norm(tokens, a.first - 1), norm(tokens, a.first - 2)}


def _is_to(a: Numeral, b: Numeral, tokens: Sequence[Token], language: Language) -> bool:
    return norm(tokens, b.first - 1) in _link(language, "to")


def _rises(a: Numeral, b: Numeral) -> bool:
    return a.low < b.low or (a.scale == 1 and b.scale > 1 and a.low < b.low / b.scale)


def _range(a: Numeral, b: Numeral) -> Numeral:
    """The two as one; a scale said once is meant twice: 30 to 50 million."""
    low = a.low * b.scale if a.scale == 1 and b.scale in SCALES and a.low < 1000 else a.low
    return Numeral(a.first, b.behind, low, b.low, a.sort, b.scale, b.counted)


def _changes(a: Numeral, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a verb of change stands shortly before: raised from 31 to 36."""
    change = phrases(language, "numerals", "change")
    return any(change.at(tokens, n) for n in range(max(a.first - _LOOK_BACK, 0), a.first))
