"""Expressions of time in English."""

from __future__ import annotations

from wasit.language.numbers import english
from wasit.press.dates import common, intervals
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import begins, listed

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_JOINTS = frozenset({",", "and", "or", "&"})
_RANGES = frozenset({"-", "–", "to", "through", "until"})
_WORDS_TOO = frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed", "fri", "jan"})
"""Months and days that are words or names as well."""
_PART_NOUNS = frozenset({"beginning", "start", "middle", "end", "close"})
"""Parts only with ``of``: talks start in May."""
_LATER_ON = frozenset({"quarter", "q", "ago", "weekend"})
"""Words without which no expression begins with a word that is not listed."""
_MOST = 6
"""Days in one list: April 12, 19 and 26."""


def read(scene: Scene, n: int) -> list[Read]:
    """The expressions that begin at token ``n``."""
    token = scene.tokens[n]
    if token.kind == "number":
        one = common.figures(scene, n) or _decade(scene, n) or _ago(scene, n)
        return [one] if one else _day_first(scene, n) or _year(scene, n)
    if token.kind != "word":
        return []
    if begins(token.norm, "en"):
        months = _month_first(scene, n)
        if months:
            return months
        one = (
            _day(scene, n)
            or _weekday(scene, n)
            or _which(scene, n)
            or _part(scene, n)
            or _season(scene, n, "", n)
        )
        if one:
            return [one]
    if scene.words.isdisjoint(_LATER_ON):
        return []
    one = _quarter(scene, n) or _ago(scene, n) or _weekend(scene, n)
    return [one] if one else []


# --- days of months ---------------------------------------------------------------------------


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


def _month(scene: Scene, n: int) -> tuple[int | None, int]:
    """The month named at ``n`` and the place behind it."""
    value, behind = scene.at(n, "months")
    if not isinstance(value, int) or not scene.tokens[n].capital:
        return None, n
    short = len(scene.norm(n)) <= 4 and scene.norm(n) not in ("may", "june", "july")
    return value, behind + 1 if short and scene.norm(behind) == "." else behind


def _year_behind(scene: Scene, n: int) -> tuple[int | None, int]:
    """A year after a month: ``2025``, ``, 2025``, ``of 2025``, ``last year``."""
    at = n + 1 if scene.norm(n) in (",", "of", "in") else n
    year = scene.year_number(at)
    if year is not None:
        return year, at + 1
    which, after = scene.at(n, "which")
    unit, behind = scene.at(after, "units")
    if which and unit == "year":
        interval = common.period(scene, "year", str(which))
        if interval:
            return interval.first.year, behind
    return None, n


def _day_first(scene: Scene, n: int) -> list[Read]:
    """``26 April``, ``12 and 26 April 2025``, ``3-5 June``, ``12 Ramadan 1446``."""
    days, behind = _days(scene, n)
    if not days:
        return []
    at = behind + 1 if scene.norm(behind) == "of" else behind
    month, after = _month(scene, at)
    if month is None:
        return _hijri_days(scene, days, at)
    year, after = _year_behind(scene, after)
    return _reads(scene, days, month, year, n, after)


def _month_first(scene: Scene, n: int) -> list[Read]:
    """``April 26``, ``April 12 and 26, 2025``, ``Sept. 16``, ``April 2025``, ``in April``."""
    month, behind = _month(scene, n)
    if month is None:
        return _hijri_month(scene, n)
    days, after = _days(scene, behind)
    if days:
        year, after = _year_behind(scene, after)
        return _reads(scene, days, month, year, n, after)
    year, after = _year_behind(scene, behind)
    if (
        year is None
        and scene.norm(n) in _WORDS_TOO
        and scene.norm(n - 1) not in listed("en", "before_months")
    ):
        return []
    interval = scene.whole_month(month, year, "", n, after)
    return [Read(n, after, interval)] if interval else []


def _placed(scene: Scene, n: int) -> bool:
    """Whether a word stands where a month would: ``in May``."""
    return scene.norm(n - 1) in listed("en", "before_months")


def _reads(
    scene: Scene,
    days: list[tuple[int, int, bool]],
    month: int,
    year: int | None,
    first: int,
    behind: int,
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


# --- weeks, months, years ---------------------------------------------------------------------


def _day(scene: Scene, n: int) -> Read | None:
    """``yesterday``, ``today, Wednesday``, ``the day after tomorrow``."""
    offset, behind = scene.at(n, "days")
    if not isinstance(offset, int) or (n and scene.tokens[n].capital):
        return None
    when = scene.relative(offset)
    if when is None:
        return None
    _, behind = scene.at(behind, "times")
    at = behind + 1 if scene.norm(behind) in (",", "(") else behind
    day, after = scene.at(at, "weekdays")
    return Read(n, after if isinstance(day, int) else behind, when)


def _weekday(scene: Scene, n: int) -> Read | None:
    """``Tuesday``, ``Tuesday evening``, ``Tuesday, March 4``, ``Tuesday last week``."""
    day, behind = scene.at(n, "weekdays")
    if not isinstance(day, int) or not scene.tokens[n].capital:
        return None
    if scene.norm(n) in _WORDS_TOO and scene.norm(n - 1) not in ("on", "by", "until", "since"):
        return None
    _, behind = scene.at(behind, "times")
    dated = _with_date(scene, behind)
    if dated:
        return Read(n, dated.behind, dated.when)
    which, after = scene.at(behind, "which")
    unit, end = scene.at(after, "units")
    if which and unit == "week":
        week = common.period(scene, "week", str(which))
        if week:
            when = intervals.day(week.first.fromordinal(week.first.toordinal() + day), "resolved")
            return Read(n, end, when)
    resolved = scene.weekday(day, "", n, behind)
    return Read(n, behind, resolved) if resolved else None


def _with_date(scene: Scene, n: int) -> Read | None:
    """The date written out behind a day of the week."""
    at = n + 1 if scene.norm(n) in (",", "(") else n
    if at >= len(scene.tokens):
        return None
    found = _day_first(scene, at) if scene.day_number(at) else []
    if not found and scene.day_number(at + 1):
        found = _month_first(scene, at)
    return found[0] if len(found) == 1 else None


def _which(scene: Scene, n: int) -> Read | None:
    """``last Tuesday``, ``next July``, ``this week``, ``the past month``, ``the same month``."""
    which, after = scene.at(n, "which")
    if not which:
        return None
    name = str(which)
    day, behind = scene.at(after, "weekdays")
    if isinstance(day, int) and scene.tokens[after].capital:
        _, behind = scene.at(behind, "times")
        when = scene.weekday(day, which, n, behind)
        return Read(n, behind, when) if when else None
    month, behind = _month(scene, after)
    if month is not None:
        when = scene.whole_month(month, None, name, n, behind)
        return Read(n, behind, when) if when else None
    if scene.at(after, "seasons")[0]:
        return _season(scene, after, name, n)
    unit, behind = scene.at(after, "units")
    if not unit or scene.norm(after).endswith("s"):
        return None
    if name == "same":
        known = scene.month if unit == "month" else None
        return Read(n, behind, intervals.month(*known, "resolved")) if known else None
    when = common.period(scene, str(unit), name)
    return Read(n, behind, when) if when else None


def _weekend(scene: Scene, n: int) -> Read | None:
    """``over the weekend``: the last one, unless the clause looks ahead."""
    if scene.norm(n) != "weekend" or scene.norm(n - 1) != "the":
        return None
    ahead = scene.tense(n, n + 1) == "future"
    when = common.period(scene, "weekend", "this" if ahead else "last")
    return Read(n, n + 1, when) if when else None


def _part(scene: Scene, n: int) -> Read | None:
    """``early September``, ``the end of next January``, ``mid-2026``, ``late last week``."""
    part, at = scene.at(n, "parts")
    if not part:
        return None
    opens, noun = at, scene.norm(n) in _PART_NOUNS
    while at < opens + 3 and scene.norm(at) in ("-", "in", "of", "the"):
        at += 1
    of = "of" in (scene.norm(at - 1), scene.norm(at - 2))
    whole = _whole(scene, at, of) if of or not noun else None
    if whole is None:
        return None
    return Read(n, whole.behind, intervals.part_of(whole.when, str(part)))


def _whole(scene: Scene, n: int, of: bool) -> Read | None:
    """The month, week, year or season that a part is of."""
    if n >= len(scene.tokens):
        return None
    months = _month_first(scene, n)
    if len(months) == 1 and scene.tokens[n].kind == "word":
        whole = months[0]
        # "late April 12" is no part of a day.
        return whole if whole.when.first != whole.when.last else None
    found = _which(scene, n) or _season(scene, n, "", n)
    if found:
        return found if found.when.first != found.when.last else None
    year = scene.year_number(n)
    if year is not None and year >= 1800:
        return Read(n, n + 1, intervals.year(year))
    unit, behind = scene.at(n, "units")
    if of and unit in ("week", "month", "year", "decade") and not scene.norm(n).endswith("s"):
        when = common.period(scene, str(unit), "this")
        return Read(n, behind, when) if when else None
    return None


def _season(scene: Scene, n: int, which: str, first: int) -> Read | None:
    """``the summer of 2016``, ``summer 2016``, ``this spring``."""
    name, behind = scene.at(n, "seasons")
    if not name:
        return None
    year, after = _year_behind(scene, behind)
    when = common.season(scene, str(name), which, year)
    return Read(first, after, when) if when else None


def _ago(scene: Scene, n: int) -> Read | None:
    """``two days ago``, ``a year ago``."""
    ends = [k for k in range(n + 2, min(n + 6, len(scene.tokens))) if scene.norm(k) == "ago"]
    if not ends:
        return None
    numeral = english.read(scene.tokens, n)
    count = 1.0 if scene.norm(n) in ("a", "an", "one") else numeral.low if numeral else None
    at = n + 1 if scene.norm(n) in ("a", "an", "one") else numeral.behind if numeral else n
    unit, behind = scene.at(at, "units")
    if count is None or behind != ends[0] or not unit:
        return None
    when = common.ago(scene, count, str(unit))
    return Read(n, behind + 1, when) if when else None


def _quarter(scene: Scene, n: int) -> Read | None:
    """``the first quarter of 2026``, ``Q3 2025``."""
    if scene.norm(n) == "q" and scene.tokens[n].capital:
        number = float(scene.number(n + 1) or 0)
        behind = n + 2
    elif scene.norm(n + 1) == "quarter":
        numeral = english.read(scene.tokens, n)
        number = numeral.low if numeral and numeral.sort == "ordinal" else 0.0
        behind = n + 2
    else:
        return None
    year, behind = _year_behind(scene, behind)
    when = common.quarter(scene, number, year)
    return Read(n, behind, when) if when else None


def _year(scene: Scene, n: int) -> list[Read]:
    """``in 2016``, ``since 1974``, ``the 2015 agreement``, ``2019-2021``."""
    year = scene.year_number(n)
    if year is None or not 1800 <= year <= 2100:
        return []
    before = scene.norm(n - 1)
    if before not in ("(", ",") and not scene.at(n - 1, "before_years")[0]:
        return []
    after = scene.norm(n + 1)
    if after.endswith("s") and len(after) > 4 and before != "the":
        return []
    until = scene.year_number(n + 2) if after in ("-", "–", "/") else None
    if until is not None and until > year:
        return [Read(n, n + 3, intervals.years(year, until))]
    if before == "," and n + 1 < len(scene.tokens) and after not in (",", ".", ";", ")"):
        return []
    return [Read(n, n + 1, intervals.year(year))]


def _decade(scene: Scene, n: int) -> Read | None:
    """``the 1990s``."""
    year = scene.year_number(n)
    if year is None or scene.norm(n + 1) != "s" or year % 10:
        return None
    if scene.tokens[n].end != scene.tokens[n + 1].start:
        return None
    return Read(n, n + 2, intervals.years(year, year + (99 if year % 100 == 0 else 9)))
