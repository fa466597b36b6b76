"""Days counted from that of the report, and days of the week, in Arabic."""

from __future__ import annotations

from wasit.language.folding import forms
from wasit.language.numbers import arabic
from wasit.language.tokens import Token
from wasit.press.dates import common, intervals
from wasit.press.dates.arabic.months import by_ordinal, numbered
from wasit.press.dates.arabic.spans import SINGULAR
from wasit.press.dates.calendars import moved
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import listed


def day_named(scene: Scene, n: int) -> Read | None:
    """``أمس``, ``مساء أمس الثلاثاء``, ``اليوم الأربعاء``, ``يوم الجمعة الماضي``."""
    at = n
    while at < n + 3 and scene.at(at, "times")[0] and not _is_today(scene, at):
        at += 1
    whole_day, at = _offset(scene, at) if at < len(scene.tokens) else (None, at)
    mark = at + 1 if scene.norm(at) in ("،", "(") and whole_day is not None else at
    day, behind = scene.at(mark, "weekdays")
    if whole_day is not None:
        if isinstance(day, int):
            at = behind + 1 if scene.norm(behind) == ")" and mark > at else behind
        when = scene.relative(whole_day)
        return Read(n, at, when) if when else None
    if not isinstance(day, int):
        return None
    at = behind + 1 if scene.norm(behind) in _AS_DATED else behind
    dated = numbered(scene, at) if scene.day_number(at) else by_ordinal(scene, at)
    if len(dated) == 1:
        return Read(n, dated[0].behind, dated[0].when)
    night = _night_between(scene, n, day, behind)
    if night:
        return night
    which, after = scene.at(behind, "which")
    behind = after if which else behind
    when = scene.weekday(day, which if which != "same" else "", n, behind)
    return Read(n, behind, when) if when else None


_AS_DATED = frozenset({"الموافق", "(", "،"})
"""Between a day of the week and its date."""
_NIGHTS = frozenset({"ليل", "ليله"})


def _night_between(scene: Scene, n: int, day: int, behind: int) -> Read | None:
    """``ليل الاثنين الثلاثاء``, ``ليل الاثنين - الثلاثاء``: from one day to the next."""
    if scene.norm(n).lstrip("و") not in _NIGHTS:
        return None
    at = behind + 1 if scene.norm(behind) in ("-", "–", "/") else behind
    following, end = scene.at(at, "weekdays")
    if not isinstance(following, int) or following != (day + 1) % 7:
        return None
    last = scene.weekday(following, "", n, end)
    first = moved(last.first, -1) if last else None
    if first is None or last is None:
        return None
    return Read(n, end, intervals.days(first, last.first, "resolved"))


def _is_today(scene: Scene, n: int) -> bool:
    return isinstance(scene.at(n, "days")[0], int)


def _offset(scene: Scene, n: int) -> tuple[int | None, int]:
    """How many days from that of the report a word is, and the place behind it."""
    offset, behind = scene.at(n, "days")
    if not isinstance(offset, int):
        return None, n
    if offset == 0 and (
        scene.norm(n - 1) == "بعد" or _of_an_outlet(scene, n, behind) or _counted_day(scene, n)
    ):
        return None, n
    return offset, behind


def _counted_day(scene: Scene, n: int) -> bool:
    """Whether it is one of several days: *اليوم الثالث* من المفاوضات."""
    if scene.at(n + 1, "weekdays")[0] != "" or n + 1 >= len(scene.tokens):
        return False
    numeral = arabic.read(scene.tokens, n + 1)
    return numeral is not None and numeral.sort == "ordinal"


def _of_an_outlet(scene: Scene, n: int, behind: int) -> bool:
    """Whether ``اليوم`` is part of the name of a newspaper or station."""
    if scene.at(behind, "weekdays")[0] != "":
        return False
    outlets = listed("ar", "outlets")
    return any(not outlets.isdisjoint(forms(scene.norm(k))) for k in range(max(n - 3, 0), n))


def ago(scene: Scene, n: int) -> Read | None:
    """``قبل ثلاثة أيام``, ``قبل يومين``, ``قبل أسبوع``."""
    if scene.norm(n) not in ("قبل", "وقبل") or n + 1 >= len(scene.tokens):
        return None
    count, unit, behind = _counted(scene, n + 1)
    when = common.ago(scene, count, unit) if unit else None
    return Read(n, behind, when) if when else None


def ahead(scene: Scene, n: int) -> Read | None:
    """``بعد ثلاثة أيام``, ``خلال أسبوعين``, ``في غضون عشرة أيام``; not of what is over."""
    way, at = scene.at(n, "ahead")
    if not way or at >= len(scene.tokens):
        return None
    count, unit, behind = _counted(scene, at)
    if not unit or scene.tense(n, behind) != "future":
        return None
    when = (common.ahead if way == "after" else common.within)(scene, count, unit)
    return Read(n, behind, when) if when else None


def _counted(scene: Scene, n: int) -> tuple[float, str, int]:
    """How many of which unit from token ``n`` on, and the place behind; no unit if none."""
    token: Token = scene.tokens[n]
    numeral = arabic.read(scene.tokens, n)
    if numeral and numeral.sort == "dual":
        count, (unit, behind) = numeral.low, scene.at(n, "units")
    elif numeral and numeral.sort in ("digits", "words"):
        count, (unit, behind) = numeral.low, scene.at(numeral.behind, "units")
    else:
        count, (unit, behind) = 1.0, scene.at(n, "units")
        if SINGULAR.isdisjoint({token.norm, token.norm.removesuffix("ا")}):
            return count, "", n
        following = scene.at(behind, "weekdays")[0], scene.year_number(behind)
        if following != ("", None) or scene.at(behind, "which")[0]:
            return count, "", n
    if scene.norm(behind) in ("من", "علي"):
        return count, "", n
    return count, str(unit), behind
