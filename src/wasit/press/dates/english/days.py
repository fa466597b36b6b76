"""Days counted from that of the report, and days of the week, in English."""

from __future__ import annotations

from wasit.language.numbers import english
from wasit.language.numbers.numeral import words
from wasit.press.dates import common, intervals
from wasit.press.dates.calendars import moved
from wasit.press.dates.english.months import WORDS_TOO, day_first, month_first
from wasit.press.dates.scene import Read, Scene


def day_named(scene: Scene, n: int) -> Read | None:
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


def weekday(scene: Scene, n: int) -> Read | None:
    """``Tuesday``, ``Tuesday evening``, ``Tuesday, March 4``, ``Tuesday last week``."""
    day, behind = scene.at(n, "weekdays")
    if not isinstance(day, int) or not scene.tokens[n].capital:
        return None
    if scene.norm(n) in WORDS_TOO and scene.norm(n - 1) not in ("on", "by", "until", "since"):
        return None
    _, behind = scene.at(behind, "times")
    dated = _with_date(scene, behind)
    if dated:
        return Read(n, dated.behind, dated.when)
    which, after = scene.at(behind + 1 if scene.norm(behind) == "of" else behind, "which")
    unit, end = scene.at(after, "units")
    if which and unit == "week":
        week = common.period(scene, "week", str(which))
        if week:
            when = intervals.day(week.first.fromordinal(week.first.toordinal() + day), "resolved")
            return Read(n, end, when)
    resolved = scene.weekday(day, "", n, behind)
    if resolved and (scene.norm(behind) == "week" or _a_week_on(scene, n)):
        # Sunday week, a week on Sunday.
        coming = scene.weekday(day, "next", n, behind)
        after_that = moved(coming.first, 7) if coming else None
        end = behind + 1 if scene.norm(behind) == "week" else behind
        return Read(n, end, intervals.day(after_that, "resolved")) if after_that else None
    return Read(n, behind, resolved) if resolved else None


def _a_week_on(scene: Scene, n: int) -> bool:
    return [scene.norm(k) for k in range(n - 3, n)] == ["a", "week", "on"]


def _with_date(scene: Scene, n: int) -> Read | None:
    """The date written out behind a day of the week."""
    at = n + 1 if scene.norm(n) in (",", "(") else n
    if at >= len(scene.tokens):
        return None
    found = day_first(scene, at) if scene.day_number(at) else []
    if not found and scene.day_number(at + 1):
        found = month_first(scene, at)
    return found[0] if len(found) == 1 else None


def ahead(scene: Scene, n: int) -> Read | None:
    """At a unit: ``in three days``, ``within a fortnight``, ``a week from today``."""
    unit, behind = scene.at(n, "units")
    if not unit or unit in ("weekend", "decade") or behind != n + 1:
        return None
    count, first = _count_before(scene, n)
    if count is None:
        return None
    if scene.norm(behind) == "from" and scene.norm(behind + 1) in ("now", "today"):
        when = common.ahead(scene, count, str(unit))
        return Read(first, behind + 2, intervals.day(when.first, "resolved")) if when else None
    before = first - 1
    while scene.norm(before) in _ABOUT:
        before -= 1
    word = scene.norm(before)
    if word not in ("in", "within") or scene.norm(behind) in _COUNTED_FROM:
        return None
    if scene.tense(before, behind) != "future":
        return None
    when = (common.ahead if word == "in" else common.within)(scene, count, str(unit))
    behind += scene.norm(behind) == "time"
    return Read(before, behind, when) if when else None


_ABOUT = frozenset({"about", "some", "around", "the", "next", "coming", "just", "roughly"})
_COUNTED_FROM = frozenset({"of", "after", "from", "before", "-", "and", "or"})


def _count_before(scene: Scene, n: int) -> tuple[float | None, int]:
    """The number right before a unit, and where it begins."""
    if scene.norm(n - 1) in ("a", "an", "one"):
        return 1.0, n - 1
    numeral = english.read(scene.tokens, n - 1) if n else None
    if numeral is None or numeral.behind != n or numeral.sort not in ("digits", "words"):
        return None, n
    # Not the end of a longer one: twenty-one days.
    longer = scene.norm(n - 2) == "-" or scene.norm(n - 2) in words("en", "tens")
    return (None, n) if longer else (numeral.low, n - 1)


def ago(scene: Scene, n: int) -> Read | None:
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
