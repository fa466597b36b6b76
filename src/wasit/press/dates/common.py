"""What both languages resolve alike: dates in figures, weeks, months, years, seasons."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from wasit.press.dates import intervals
from wasit.press.dates.calendars import month_moved, moved
from wasit.press.dates.scene import Read, Scene
from wasit.press.reading import Interval

_STEP = {"last": -1, "this": 0, "next": 1}


def figures(scene: Scene, n: int) -> Read | None:
    """``2025-04-26``, ``26/4/2025``, ``26.4.2025``."""
    parts = scene.tokens[n].norm.split(".")
    behind = n + 1
    marks = {scene.norm(n + 1), scene.norm(n + 3)}
    if len(parts) == 1 and len(marks) == 1 and marks <= {"-", "/", "–"}:
        parts = [scene.norm(n), scene.norm(n + 2), scene.norm(n + 4)]
        behind = n + 5
        if not _unspaced(scene, n, behind):
            return None
    if len(parts) != 3 or not all(one.isdecimal() and len(one) <= 4 for one in parts):
        return None
    a, b, c = (int(one) for one in parts)
    if len(parts[0]) == 4:
        year, month, day, doubtful = a, b, c, False
    elif len(parts[2]) == 4:
        year, month, day = c, b, a
        # 3/4/2025 is in April for most, in March for some.
        doubtful = scene.language == "en" and a <= 12 and b <= 12 and a != b
        if b > 12:
            month, day = a, b
    else:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    scene.month = year, month
    return Read(n, behind, intervals.day(found, "about" if doubtful else "none"))


def _unspaced(scene: Scene, first: int, behind: int) -> bool:
    tokens = scene.tokens[first:behind]
    return all(a.end == b.start for a, b in pairwise(tokens))


def period(scene: Scene, unit: str, which: str) -> Interval | None:
    """``last week``, ``this month``, ``next year``, ``the past decade``."""
    here, by = scene.published, _STEP.get(which)
    if here is None or by is None:
        return None
    if unit == "week":
        return intervals.week(here, by)
    if unit == "weekend":
        whole = intervals.week(here, by)
        return intervals.days(*_saturday(whole)) if whole else None
    if unit == "month":
        year, month = month_moved(here.year, here.month, by)
        scene.month = year, month
        return intervals.month(year, month, "resolved") if intervals.possible(year) else None
    if unit == "year" and intervals.possible(here.year + by):
        return intervals.year(here.year + by, "resolved")
    if unit == "decade" and by < 0:
        return intervals.years(here.year - 10, here.year, "about")
    return None


def _saturday(week: Interval) -> tuple[date, date, intervals.Doubt]:
    last = week.last
    return date.fromordinal(last.toordinal() - 1), last, "about"


def ago(scene: Scene, count: float, unit: str) -> Interval | None:
    """So many days, weeks, months or years before the report."""
    here = scene.published
    if here is None or count != int(count) or not 0 < count < 1000:
        return None
    many = int(count)
    if unit == "day":
        return scene.relative(-many)
    if unit in ("week", "fortnight"):
        about = scene.relative(-many * _DAYS[unit])
        return intervals.day(about.first, "about") if about else None
    if unit == "month":
        year, month = month_moved(here.year, here.month, -many)
        return intervals.month(year, month, "about") if intervals.possible(year) else None
    if unit in ("year", "decade"):
        year = here.year - many * (10 if unit == "decade" else 1)
        return intervals.year(year, "about") if intervals.possible(year) else None
    return None


def ahead(scene: Scene, count: float, unit: str) -> Interval | None:
    """So many days, weeks, months or years behind the report: in three days."""
    here = scene.published
    if here is None or count != int(count) or not 0 < count < 100:
        return None
    many = int(count)
    if unit == "day":
        return scene.relative(many)
    if unit in ("week", "fortnight"):
        about = scene.relative(many * _DAYS[unit])
        return intervals.day(about.first, "about") if about else None
    if unit == "month":
        year, month = month_moved(here.year, here.month, many)
        return intervals.month(year, month, "about") if intervals.possible(year) else None
    if unit == "year" and intervals.possible(here.year + many):
        return intervals.year(here.year + many, "about")
    return None


_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


def within(scene: Scene, count: float, unit: str) -> Interval | None:
    """From the day of the report to so many days, weeks or months behind it."""
    here = scene.published
    if here is None or unit not in _DAYS or not 0 < count < 100:
        return None
    last = moved(here, int(count * _DAYS[unit]))
    return intervals.days(here, last, "resolved" if unit != "month" else "about") if last else None


def weeks_away(scene: Scene, by: int) -> Interval | None:
    """The week before last, the week after next."""
    return intervals.week(scene.published, by) if scene.published else None


def part(scene: Scene, whole: Interval, name: str) -> Interval:
    """A part of a span: early, mid or late; earlier or later than the day of the report."""
    if name in ("earlier", "later"):
        here = scene.published
        return intervals.part_of_this(whole, name, here) if here else whole
    return intervals.part_of(whole, name)


def half(scene: Scene, number: float, year: int | None) -> Interval | None:
    """The first or second half of a year; without a year that of the report's."""
    if number not in (1, 2):
        return None
    known = year if year is not None else scene.published.year if scene.published else None
    if known is None:
        return None
    doubt: intervals.Doubt = "none" if year is not None else "resolved"
    return intervals.months(known, 6 * int(number) - 5, 6, doubt)


def quarter(scene: Scene, number: float, year: int | None) -> Interval | None:
    """A quarter of a year; without a year that of the report's."""
    if number not in (1, 2, 3, 4):
        return None
    known = year if year is not None else scene.published.year if scene.published else None
    if known is None:
        return None
    doubt: intervals.Doubt = "none" if year is not None else "resolved"
    return intervals.months(known, 3 * int(number) - 2, 3, doubt)


def season(scene: Scene, name: str, which: str, year: int | None) -> Interval | None:
    """A season of a year, or the last, this or next one."""
    here = scene.published
    if year is not None:
        return intervals.season(name, year)
    if here is None or not which:
        return None
    this = intervals.season(name, here.year)
    if which == "next" and this.first <= here:
        return intervals.season(name, here.year + 1)
    if which == "last" and this.last >= here:
        return intervals.season(name, here.year - 1)
    return this
