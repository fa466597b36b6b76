"""Intervals: the first and the last day a time can mean, and how an entry writes it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from wasit.press.dates.calendars import last_of, month_moved, moved
from wasit.press.reading import Interval

Doubt = Literal["none", "resolved", "about"]
_ABOUT: dict[str, str] = {"none": "", "resolved": "", "about": "~"}
_YEARS = range(1, 9_999)


def day(when: date, doubt: Doubt = "none") -> Interval:
    """One day."""
    return Interval(when, when, when.isoformat() + _ABOUT[doubt], doubt)


def month(year: int, number: int, doubt: Doubt = "none") -> Interval:
    """One month."""
    first, last = date(year, number, 1), date(year, number, last_of(year, number))
    return Interval(first, last, f"{year:04}-{number:02}{_ABOUT[doubt]}", doubt)


def year(number: int, doubt: Doubt = "none") -> Interval:
    """One year."""
    first, last = date(number, 1, 1), date(number, 12, 31)
    return Interval(first, last, f"{number:04}{_ABOUT[doubt]}", doubt)


def days(first: date, last: date, doubt: Doubt = "none") -> Interval:
    """From one day to another, both in."""
    mark = _ABOUT[doubt]
    return Interval(first, last, f"{first.isoformat()}{mark}/{last.isoformat()}{mark}", doubt)


def months(year_: int, number: int, count: int, doubt: Doubt = "none") -> Interval:
    """Several months from one on."""
    to_year, to_month = month_moved(year_, number, count - 1)
    first, last = date(year_, number, 1), date(to_year, to_month, last_of(to_year, to_month))
    mark = _ABOUT[doubt]
    text = f"{year_:04}-{number:02}{mark}/{to_year:04}-{to_month:02}{mark}"
    return Interval(first, last, text, doubt)


def years(first: int, last: int, doubt: Doubt = "none") -> Interval:
    """From one year to another, both in."""
    mark = _ABOUT[doubt]
    text = f"{first:04}{mark}/{last:04}{mark}"
    return Interval(date(first, 1, 1), date(last, 12, 31), text, doubt)


def between(first: Interval, last: Interval) -> Interval:
    """From the beginning of one interval to the end of another."""
    text = f"{first.text.split('/')[0]}/{last.text.split('/')[-1]}"
    doubts = (first.doubt, last.doubt)
    doubt: Doubt = "about" if "about" in doubts else "resolved" if "resolved" in doubts else "none"
    if first.doubt == "resolved" and last.doubt == "none":
        # From March to May 2029 is written out in full.
        doubt = "none"
    return Interval(first.first, max(first.last, last.last), text, doubt)


def in_year(interval: Interval, number: int) -> Interval:
    """A day or a month in another year; the same where that has no such day."""
    try:
        first = interval.first.replace(year=number)
    except ValueError:
        return interval
    if interval.first == interval.last:
        return day(first, interval.doubt)
    return month(number, first.month, interval.doubt)


def week(when: date, by: int, doubt: Doubt = "about") -> Interval | None:
    """The week of a day, moved by weeks: Monday to Sunday, which not every country keeps."""
    first = moved(when, 7 * by - when.weekday())
    last = moved(first, 6) if first else None
    return days(first, last, doubt) if first and last else None


_PARTS = {"early": (0, 10), "mid": (10, 20), "late": (20, 31)}


def part_of(interval: Interval, part: str) -> Interval:
    """The early, middle or late third of a month, year or week; always about."""
    first, last = interval.first, interval.last
    length = (last - first).days + 1
    if length <= 1:
        return interval
    low, high = _PARTS[part]
    begin = moved(first, round(length * low / 31))
    end = moved(first, round(length * high / 31) - 1)
    assert begin is not None
    assert end is not None
    return days(begin, max(begin, end), "about")


def season(name: str, number: int, doubt: Doubt = "about") -> Interval:
    """A season of the northern half: winter is that which ends in the year."""
    if name == "winter":
        return months(number - 1, 12, 3, doubt)
    return months(number, {"spring": 3, "summer": 6, "autumn": 9}[name], 3, doubt)


def part_of_this(interval: Interval, part: str, here: date) -> Interval:
    """``earlier this week``, ``later this month``: up to, or from, the day of the report."""
    if not interval.first <= here <= interval.last:
        return interval
    if part == "earlier":
        return days(interval.first, here, "about")
    return days(here, interval.last, "about")


def possible(number: int) -> bool:
    """Whether a year can be written in a date."""
    return number in _YEARS
