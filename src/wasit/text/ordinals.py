"""Numbers in words as they number points: ``ثالث عشر``, ``twenty-first``, ``PART ONE``; folded."""

from __future__ import annotations

_FIRST = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_ARABIC = ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع")
_ARABIC_TENS = ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")


def _english() -> dict[str, int]:
    found = {word: n for n, word in enumerate(_FIRST, start=1)}
    found |= {f"{word}ly": n for word, n in found.items() if n <= 10}
    for tens, start in enumerate(_TENS, start=2):
        found[f"{start}ieth"] = 10 * tens
        for n, word in enumerate(_FIRST[:9], start=1):
            found[f"{start}y-{word}"] = found[f"{start}y {word}"] = 10 * tens + n
    return found


def _arabic() -> dict[str, int]:
    """``اولا``, ``الاولي``, ``الحاديه عشره``, ``حادي وعشرون``."""
    found: dict[str, int] = {}
    for n, word in enumerate(("اول", *_ARABIC[1:], "عاشر"), start=1):
        feminine = "اولي" if n == 1 else f"{word}ه"
        accusative = "اولا" if n == 1 else f"{word}ا"
        for form in (word, feminine, accusative, f"ال{word}", f"ال{feminine}"):
            found[form] = n
    for n, word in enumerate(_ARABIC, start=11):
        for form in (f"{word} عشر", f"{word}ه عشره", f"ال{word} عشر", f"ال{word}ه عشره"):
            found[form] = n
    for tens, start in enumerate(_ARABIC_TENS, start=2):
        for ending in ("ون", "ين"):
            round_ = f"{start}{ending}"
            found[round_] = found[f"ال{round_}"] = 10 * tens
            for n, word in enumerate(_ARABIC, start=1):
                for form in (word, f"{word}ا", f"{word}ه", f"ال{word}", f"ال{word}ه"):
                    for joint in (" و", " وال", " و ال", "و ال"):
                        found[f"{form}{joint}{round_}"] = 10 * tens + n
    return found


ORDINALS = {**_arabic(), **_english()}
"""Folded ordinal -> its value, from 1 to 99."""
CARDINALS = {
    word: n
    for n, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
"""Numbers in words that stand behind a noun: ``PART ONE``."""
