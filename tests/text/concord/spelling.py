"""Numbers spelt out in both languages, as a drafter might."""

from __future__ import annotations

_EN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_AR = ("", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_AR_TENS = ("عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين")
_AR_HUNDREDS = (
    *("مئة", "مئتين", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"),
)


def english(n: int) -> str:
    """``n`` from 1 to 999,999 in English words."""
    if n < 20:
        return _EN[n]
    if n < 100:
        ten, one = divmod(n, 10)
        return _EN_TENS[ten - 2] + (f"-{_EN[one]}" if one else "")
    if n < 1000:
        hundred, rest = divmod(n, 100)
        return f"{_EN[hundred]} hundred" + (f" and {english(rest)}" if rest else "")
    thousand, rest = divmod(n, 1000)
    joint = " and " if 0 < rest < 100 else " "
    return f"{english(thousand)} thousand" + (f"{joint}{english(rest)}" if rest else "")


def arabic(n: int) -> str:
    """``n`` from 1 to 999,999 in Arabic words, in the genitive."""
    if n <= 10:
        return _AR[n]
    if n < 20:
        return {11: "أحد عشر", 12: "اثني عشر"}.get(n, f"{_AR[n - 10]} عشر")
    if n < 100:
        ten, one = divmod(n, 10)
        return f"{_AR[one]} و{_AR_TENS[ten - 2]}" if one else _AR_TENS[ten - 2]
    if n < 1000:
        hundred, rest = divmod(n, 100)
        return _AR_HUNDREDS[hundred - 1] + (f" و{arabic(rest)}" if rest else "")
    thousand, rest = divmod(n, 1000)
    if thousand == 1:
        head = "ألف"
    elif thousand == 2:
        head = "ألفين"
    else:
        head = f"{arabic(thousand)} {'آلاف' if thousand <= 10 else 'ألف'}"
    return head + (f" و{arabic(rest)}" if rest else "")
