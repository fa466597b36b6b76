"""Numbers in digits and in words: how many, where they stand, and which two make a range.

``four million`` and ``أربعة ملايين`` are both ``4 million``; ``ورقتين`` is two by its ending.
"""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.lexicons import Remembered
from wasit.language.numbers import arabic, english
from wasit.language.numbers.numeral import Numeral, amount
from wasit.language.numbers.ranges import joined
from wasit.language.spans import Language
from wasit.language.tokens import NORM, Token

__all__ = ["Numeral", "amount", "numerals"]


_BEGINS: dict[Language, Remembered[bool]] = {
    "ar": Remembered(lambda word: word[:1].isdecimal() or arabic.begins(word)),
    "en": Remembered(lambda word: word[:1].isdecimal() or english.begins(word)),
}
"""Whether a number may begin with a folded word: most do not, and are passed over at once."""


_READ: dict[int, tuple[Sequence[Token], tuple[Numeral, ...]]] = {}
"""What was read of late, by the list it was read in: several readers ask for the same sentence."""
_KEPT = 512


def numerals(tokens: Sequence[Token], language: Language) -> tuple[Numeral, ...]:
    """The numbers in ``tokens``, in order, none overlapping; a range is one. Cost: linear."""
    known = _READ.get(id(tokens))
    if known is not None and known[0] is tokens:
        return known[1]
    if len(_READ) >= _KEPT:
        _READ.clear()
    found = tuple(_numerals(tokens, language))
    _READ[id(tokens)] = tokens, found
    return found


def _numerals(tokens: Sequence[Token], language: Language) -> list[Numeral]:
    read = arabic.read if language == "ar" else english.read
    found: list[Numeral] = []
    behind = 0
    begins = map(_BEGINS[language].__getitem__, map(NORM, tokens))
    for n in [n for n, some in enumerate(begins) if some]:
        numeral = read(tokens, n) if n >= behind and tokens[n].kind != "mark" else None
        if numeral:
            found.append(numeral)
            behind = numeral.behind
    return joined(found, tokens, language) if len(found) > 1 else found
