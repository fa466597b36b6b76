"""Days and months counted; the Islamic calendar.

Hijri dates are converted by the tabular Islamic calendar with the civil epoch (Friday, 16 July 622
Julian), leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each cycle of 30, as in Reingold
and Dershowitz, "Calendrical Calculations", chapter 7. The sighted calendar of a country may be off
by a day or two, so such a date is always "about".
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_EPOCH = 227_015
"""The proleptic Gregorian day number of 1 Muharram 1."""


def of_hijri(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Hijri one. ``ValueError`` out of range."""
    if not (1 <= year <= 9_000 and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError((year, month, day))
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(_EPOCH + days - 1)


def hijri_year(day: date) -> int:
    """The Hijri year a Gregorian day falls in, to within the year's first or last days."""
    return (30 * (day.toordinal() - _EPOCH) + 10_646) // 10_631


def moved(day: date, days: int) -> date | None:
    """``day`` moved by days; None past the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_moved(year: int, month: int, by: int) -> tuple[int, int]:
    """A month moved by months."""
    at = year * 12 + month - 1 + by
    return at // 12, at % 12 + 1


def last_of(year: int, month: int) -> int:
    """The last day of a month."""
    return monthrange(year, month)[1]
