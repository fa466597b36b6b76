"""Numbers as Word writes them: in letters, in Roman ones, in words, in any digits."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

_ROMAN_MOST = 32_767
_LETTERS_MOST = 30
"""How often a letter stands in a row: Word writes no more."""
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_ONES = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def written(n: int, style: str) -> str:
    """A number in one of Word's manners; in digits where the manner is not known.

    A style that is a number itself (``001``, ``٠١``) stands for its digits and its length.
    """
    if style.isdecimal():
        zero = ord(style[0]) - unicodedata.decimal(style[0])
        return "".join(chr(zero + int(digit)) for digit in str(n).zfill(len(style)))
    return _MANNERS.get(style, str)(n)


def _roman(n: int) -> str:
    if not 0 < n <= _ROMAN_MOST:
        return str(n)
    out = []
    for value, letters in _ROMAN:
        out.append(letters * (n // value))
        n %= value
    return "".join(out)


def _repeated(letters: str) -> Callable[[int], str]:
    """From a to z, then aa to zz, then aaa."""

    def manner(n: int) -> str:
        times, at = divmod(n - 1, len(letters))
        return letters[at] * (times + 1) if 0 <= times < _LETTERS_MOST else str(n)

    return manner


def _ordinal(n: int) -> str:
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _cardinal(n: int) -> str:
    if not 0 < n < 100:
        return str(n)
    if n < 20:
        return _ONES[n]
    return f"{_TENS[n // 10]}-{_ONES[n % 10]}".rstrip("-")


def _ordinal_words(n: int) -> str:
    if not 0 < n < 100:
        return _ordinal(n)
    front, dash, last = _cardinal(n).rpartition("-")
    if last in _ORDINALS:
        last = _ORDINALS[last]
    else:
        last = f"{last.removesuffix('y')}ieth" if last.endswith("y") else f"{last}th"
    return f"{front}{dash}{last}"


_MANNERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": _repeated("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": _repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "arabicAlpha": _repeated(_ALPHA),
    "arabicAbjad": _repeated(_ABJAD),
    "hebrew1": _repeated(_HEBREW),
    "hebrew2": _repeated(_HEBREW),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "hindiNumbers": lambda n: str(n).translate(_DEVANAGARI),
    "ordinal": _ordinal,
    "cardinalText": lambda n: _cardinal(n).capitalize(),
    "ordinalText": lambda n: _ordinal_words(n).capitalize(),
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda n: "",
}
