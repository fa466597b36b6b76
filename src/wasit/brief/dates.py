"""Dates and digits as a language writes them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel.dates import get_month_names

from wasit.brief.content import Day, Habit
from wasit.entries import When

_LOCALES = {"gregorian": "ar_EG", "syriac": "ar_SY"}
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_PART = re.compile(
    r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)?~?"
)


@cache
def month(number: int, language: str, habit: Habit) -> str:
    """The name of a month: December, ديسمبر, كانون الأول, or كانون الأول/ديسمبر."""
    if language != "ar":
        return str(get_month_names("wide", locale="en_GB")[number])
    names = {k: str(get_month_names("wide", locale=v)[number]) for k, v in _LOCALES.items()}
    if habit.months == "both":
        return f"{names['syriac']}/{names['gregorian']}"
    return names[habit.months]


def digits(text: str, language: str, habit: Habit) -> str:
    """Digits as the talks write them in that language."""
    return text.translate(_DIGITS) if language == "ar" and habit.digits == "arabic" else text


def part(text: str, language: str, habit: Habit, *, with_year: bool = True) -> str:
    """One date, whole or partial, with its time if it has one: 3 December 2025, 18:30.

    A year that stands alone is written in any case.
    """
    found = _PART.fullmatch(text)
    if not found:
        return text
    year, month_, day, time, zone = found.groups()
    words = [year] if with_year or not month_ else []
    if month_:
        words.insert(0, month(int(month_), language, habit))
    if day:
        words.insert(0, str(int(day)))
    written = " ".join(words)
    if time:
        comma = "،" if language == "ar" else ","
        written += f"{comma} {time}{_zone(zone)}"
    return digits(written, language, habit)


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    return " UTC" if zone == "Z" else f" UTC{zone}"


def same_month(when: When) -> bool:
    """Whether a range stays within one month and names both days."""
    start, _, end = when.text.partition("/")
    return start[:7] == end[:7] and len(start) == len(end) == 10


def within_year(date: When | Day, year: str) -> bool:
    """Whether a date, or the whole of a range, lies in the year ``YYYY``."""
    start, _, end = date.text.partition("/")
    return start[:4] == year == (end or start)[:4]


def as_day(day: date | str) -> str:
    """``YYYY-MM-DD`` of a date; raises ``ValueError`` when it is not one day."""
    return date.fromisoformat(str(day)).isoformat()
