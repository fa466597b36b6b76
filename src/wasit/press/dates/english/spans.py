"""Weeks, seasons, quarters, years and their parts in English."""

from __future__ import annotations

from wasit.language.numbers import english
from wasit.press.dates import common, intervals
from wasit.press.dates.english.months import month_first, month_named, year_behind
from wasit.press.dates.scene import Read, Scene

_PART_NOUNS = frozenset({"beginning", "start", "middle", "end", "close"})
"""Parts only with ``of``: talks start in May."""


def which_one(scene: Scene, n: int) -> Read | None:
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
    month, behind = month_named(scene, after)
    if month is not None:
        when = scene.whole_month(month, None, name, n, behind)
        return Read(n, behind, when) if when else None
    if scene.at(after, "seasons")[0]:
        return season(scene, after, name, n)
    unit, behind = scene.at(after, "units")
    if not unit or scene.norm(after).endswith("s"):
        return None
    if name == "same":
        known = scene.month if unit == "month" else None
        return Read(n, behind, intervals.month(*known, "resolved")) if known else None
    when = common.period(scene, str(unit), name)
    return Read(n, behind, when) if when else None


def weekend(scene: Scene, n: int) -> Read | None:
    """``over the weekend``: the last one, unless the clause looks ahead."""
    if scene.norm(n) != "weekend" or scene.norm(n - 1) != "the":
        return None
    ahead = scene.tense(n, n + 1) == "future"
    when = common.period(scene, "weekend", "this" if ahead else "last")
    return Read(n, n + 1, when) if when else None


def part_of_span(scene: Scene, n: int) -> Read | None:
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
    return Read(n, whole.behind, common.part(scene, whole.when, str(part)))


def _whole(scene: Scene, n: int, of: bool) -> Read | None:
    """The month, week, year or season that a part is of."""
    if n >= len(scene.tokens):
        return None
    months = month_first(scene, n)
    if len(months) == 1 and scene.tokens[n].kind == "word":
        whole = months[0]
        # "late April 12" is no part of a day.
        return whole if whole.when.first != whole.when.last else None
    found = which_one(scene, n) or season(scene, n, "", n)
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


def season(scene: Scene, n: int, which: str, first: int) -> Read | None:
    """``the summer of 2016``, ``summer 2016``, ``this spring``."""
    name, behind = scene.at(n, "seasons")
    if not name:
        return None
    year, after = year_behind(scene, behind)
    when = common.season(scene, str(name), which, year)
    return Read(first, after, when) if when else None


def quarter(scene: Scene, n: int) -> Read | None:
    """``the first quarter of 2026``, ``Q3 2025``."""
    if scene.norm(n + 1) == "half" and scene.norm(n + 2) == "of":
        return _half(scene, n)
    if scene.norm(n) == "q" and scene.tokens[n].capital:
        number = float(scene.number(n + 1) or 0)
        behind = n + 2
    elif scene.norm(n + 1) == "quarter":
        numeral = english.read(scene.tokens, n)
        number = numeral.low if numeral and numeral.sort == "ordinal" else 0.0
        behind = n + 2
    else:
        return None
    year, behind = year_behind(scene, behind)
    when = common.quarter(scene, number, year)
    return Read(n, behind, when) if when else None


def _half(scene: Scene, n: int) -> Read | None:
    """``the first half of 2026``, ``the second half of next year``."""
    numeral = english.read(scene.tokens, n)
    year, behind = year_behind(scene, n + 2)
    if year is None or numeral is None or numeral.sort != "ordinal":
        return None
    when = common.half(scene, numeral.low, year)
    return Read(n, behind, when) if when else None


def far_week(scene: Scene, n: int) -> Read | None:
    """``the week before last``, ``the week after next``."""
    by, behind = scene.at(n, "far_weeks")
    when = common.weeks_away(scene, by) if isinstance(by, int) else None
    return Read(n, behind, when) if when else None


def bare_year(scene: Scene, n: int) -> list[Read]:
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


def decade(scene: Scene, n: int) -> Read | None:
    """``the 1990s``."""
    year = scene.year_number(n)
    if year is None or scene.norm(n + 1) != "s" or year % 10:
        return None
    if scene.tokens[n].end != scene.tokens[n + 1].start:
        return None
    return Read(n, n + 2, intervals.years(year, year + (99 if year % 100 == 0 else 9)))
