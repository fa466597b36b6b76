"""Days of months and months in English: ``26 April``, ``April 12 and 26, 2025``, ``in April``."""

from __future__ import annotations

from wasit.language.numbers import english
from wasit.press.dates import common, intervals
from wasit.press.dates.calendars import month_moved
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import listed

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_JOINTS = frozenset({",", "and", "or", "&"})
_RANGES = frozenset({"-", "–", "to", "through", "until"})
WORDS_TOO = frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed", "fri", "jan"})
"""Months and days that are words or names as well."""
_MOST = 6
"""Days in one list: April 12, 19 and 26."""

Days = list[tuple[int, int, bool]]
"""Token, day, whether a range ends with it."""


def day_first(scene: Scene, n: int) -> list[Read]:
    """``26 April``, ``12 and 26 April 2025``, ``3-5 June``, ``12 Ramadan 1446``."""
    days, behind = _days(scene, n)
    if not days:
        return []
    at = behind + 1 if scene.norm(behind) == "of" else behind
    month, after = month_named(scene, at)
    if month is None:
        return _hijri_days(scene, days, at) or _day_alone(scene, days, n, at)
    year, after = year_behind(scene, after)
    return _reads(scene, days, month, year, n, after)


def month_first(scene: Scene, n: int) -> list[Read]:
    """``April 26``, ``April 12 and 26, 2025``, ``Sept. 16``, ``April 2025``, ``in April``."""
    month, behind = month_named(scene, n)
    if month is None:
        return _hijri_month(scene, n)
    days, after = _days(scene, behind)
    if days:
        year, after = year_behind(scene, after)
        return _reads(scene, days, month, year, n, after)
    year, after = year_behind(scene, behind)
    ordinal = _ordinal_before(scene, n)
    if ordinal:
        return _reads(scene, [ordinal], month, year, ordinal[0], after)
    if year is None and scene.norm(n) in WORDS_TOO and not _placed(scene, n):
        return []
    interval = scene.whole_month(month, year, "", n, after)
    return [Read(n, after, interval)] if interval else []


def _days(scene: Scene, n: int) -> tuple[list[tuple[int, int, bool]], int]:
    """Numbers of days from ``n`` on: token, day, whether a range ends with it; the place behind."""
    found: list[tuple[int, int, bool]] = []
    behind, ranged = n, False
    while len(found) < _MOST:
        day = scene.day_number(n)
        if day is None:
            break
        found.append((n, day, ranged))
        n += 2 if scene.norm(n + 1) in _SUFFIXES else 1
        behind = n
        ranged = scene.norm(n) in _RANGES
        if ranged or scene.norm(n) in _JOINTS:
            n += 1
            n += 1 if scene.norm(n) in ("and", "the") else 0
        else:
            break
    return found, behind


def month_named(scene: Scene, n: int) -> tuple[int | None, int]:
    """The month named at ``n`` and the place behind it."""
    value, behind = scene.at(n, "months")
    if not isinstance(value, int) or not scene.tokens[n].capital:
        return None, n
    short = len(scene.norm(n)) <= 4 and scene.norm(n) not in ("may", "june", "july")
    return value, behind + 1 if short and scene.norm(behind) == "." else behind


def year_behind(scene: Scene, n: int) -> tuple[int | None, int]:
    """A year after a month: ``2025``, ``, 2025``, ``of 2025``, ``last year``."""
    at = n + 1 if scene.norm(n) in (",", "of", "in") else n
    year = scene.year_number(at)
    if year is not None:
        return year, at + 1
    which, after = scene.at(at if scene.norm(n) != "," else n, "which")
    unit, behind = scene.at(after, "units")
    if which and unit == "year":
        interval = common.period(scene, "year", str(which))
        if interval:
            return interval.first.year, behind
    return None, n


def _placed(scene: Scene, n: int) -> bool:
    """Whether a word stands where a month would: ``in May``, ``mid-May``, ``April and May``."""
    before = scene.norm(n - 1)
    if before == "-":
        return bool(scene.at(n - 2, "parts")[0])
    listed_ = before in listed("en", "before_months")
    return listed_ or (before in _LINKS and isinstance(scene.at(n - 2, "months")[0], int))


_LINKS = frozenset({"and", "or", "to", ","})


def _ordinal_before(scene: Scene, n: int) -> tuple[int, int, bool] | None:
    """``the first of`` before a month: the token and the day."""
    if scene.norm(n - 1) != "of":
        return None
    for first in (n - 4, n - 2):
        numeral = english.read(scene.tokens, first) if first >= 0 else None
        if numeral and numeral.sort == "ordinal" and numeral.behind == n - 1:
            return (first, int(numeral.low), False) if 1 <= numeral.low <= 31 else None
    return None


_BEFORE_DAYS = frozenset({"on", "by", "until", "till", "since", "from", "before", "after"})


def _day_alone(scene: Scene, days: Days, n: int, at: int) -> list[Read]:
    """``on the 14th``, ``the 2nd of next month``: a day of the nearest month, by tense."""
    first, day, _ = days[0]
    here = scene.published
    if here is None or len(days) > 1 or scene.norm(first + 1) not in _SUFFIXES:
        return []
    if scene.norm(n - 1) != "the":
        return []
    which, after = scene.at(at, "which")
    unit, behind = scene.at(after, "units")
    if which and unit == "month":
        whole = common.period(scene, "month", str(which))
        if whole is None:
            return []
        return _reads(scene, days, whole.first.month, whole.first.year, n, behind, resolved=True)
    follows = scene.tokens[first + 2].kind if first + 2 < len(scene.tokens) else "mark"
    if scene.norm(n - 2) not in _BEFORE_DAYS or at != first + 2 or follows == "number":
        return []
    if follows == "word" and scene.norm(at) not in _AFTER_DAYS:
        return []
    future = scene.tense(n, at) == "future"
    by = 1 if future and day < here.day else -1 if not future and day > here.day else 0
    year, month = month_moved(here.year, here.month, by)
    return _reads(scene, days, month, year, n, at, resolved=True)


_AFTER_DAYS = frozenset({"and", "at", "in", "with", "but", "when", "for", "to", "that", "or"})


def _reads(
    scene: Scene,
    days: list[tuple[int, int, bool]],
    month: int,
    year: int | None,
    first: int,
    behind: int,
    *,
    resolved: bool = False,
) -> list[Read]:
    """Each day of a list, two days of a range as one; the month's words go with the nearest."""
    if year is not None and scene.published and year < scene.published.year:
        scene.carried = year, month
    tensed = scene.tense(first, behind)
    found: list[Read] = []
    for number, (at, day, ranged) in enumerate(days):
        when = scene.day_of(month, day, year, "", tensed)
        if when is None:
            continue
        if resolved:
            when = intervals.day(when.first, "resolved")
        if ranged and found and found[-1].when.first <= when.first:
            before = found.pop()
            when = intervals.days(before.when.first, when.last, when.doubt)
            at = before.first
        begin = first if number == 0 or at == first else at
        end = at + 1 if number < len(days) - 1 else behind
        found.append(Read(begin, max(end, days[number][0] + 1), when))
    return found


def _hijri_days(scene: Scene, days: list[tuple[int, int, bool]], at: int) -> list[Read]:
    month, behind = scene.at(at, "hijri_months")
    if not isinstance(month, int):
        return []
    year = scene.year_number(behind)
    first, day, _ = days[-1]
    when = scene.hijri_of(month, day, year)
    return [Read(first, behind + 1 if year else behind, when)] if when else []


def _hijri_month(scene: Scene, n: int) -> list[Read]:
    month, behind = scene.at(n, "hijri_months")
    if not isinstance(month, int):
        return []
    year = scene.year_number(behind)
    if year is None and not _placed(scene, n):
        return []
    when = scene.hijri_of(month, None, year)
    return [Read(n, behind + 1 if year else behind, when)] if when else []
