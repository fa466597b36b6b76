"""Numbers in digits and in words: how many, where they stand, and which two make a range.

``four million`` and ``أربعة ملايين`` are both ``4 million``; ``ورقتين`` is two by its ending.
"""

from __future__ import annotations

from collections.abc import Sequence

from wasit.press.document import Token
from wasit.press.numbers import arabic, english
from wasit.press.numbers.numeral import Numeral, amount
from wasit.press.numbers.ranges import joined
from wasit.press.spans import Language

__all__ = ["Numeral", "amount", "numerals"]


def numerals(tokens: Sequence[Token], language: Language) -> list[Numeral]:
    """The numbers in ``tokens``, in order, none overlapping; a range is one. Cost: linear."""
    read = arabic.read if language == "ar" else english.read
    found: list[Numeral] = []
    n = 0
    while n < len(tokens):
        numeral = read(tokens, n) if tokens[n].kind != "mark" else None
        if numeral:
            found.append(numeral)
        n = numeral.behind if numeral else n + 1
    return joined(found, tokens, language) if len(found) > 1 else found
