"""Weeks, seasons, quarters, years and their parts in Arabic."""

from __future__ import annotations

from wasit.language.folding import forms
from wasit.language.numbers import arabic
from wasit.press.dates import common, intervals
from wasit.press.dates.arabic.months import month_of_part, year_behind
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import listed, named

SINGULAR = frozenset({"اسبوع", "شهر", "عام", "سنه", "عقد", "يوم"})


def period(scene: Scene, n: int) -> Read | None:
    """``الأسبوع الماضي``, ``هذا الشهر``, ``العام المقبل``, ``الشهر نفسه``."""
    if scene.at(n, "which")[0] == "this" and scene.norm(n).endswith(("هذا", "هذه")):
        unit, behind = scene.at(n + 1, "units")
        if not unit or not _is_one(scene, n + 1):
            return None
        when = common.period(scene, str(unit), "this")
        return Read(n, behind, when) if when else None
    unit, after = scene.at(n, "units")
    if not unit or unit == "day" or not _is_one(scene, n) or _is_adjective(scene, n):
        return None
    which, behind = scene.at(after, "which")
    if which == "same":
        known = scene.month if unit == "month" else None
        return Read(n, behind, intervals.month(*known, "resolved")) if known else None
    when = common.period(scene, str(unit), str(which)) if which else None
    return Read(n, behind, when) if when else None


def _is_one(scene: Scene, n: int) -> bool:
    """Whether a unit is in the singular with its article."""
    found = forms(scene.norm(n))
    return any(form.startswith("ال") for form in found) and not SINGULAR.isdisjoint(found)


def _is_adjective(scene: Scene, n: int) -> bool:
    """Whether ``العام`` is "general": ``الأمين العام السابق``."""
    if not scene.norm(n).endswith("العام"):
        return False
    before = scene.norm(n - 1)
    if scene.norm(n).startswith("و") or before in listed("ar", "verbs_in_al"):
        return False
    return before.startswith(("ال", "لل", "بال", "وال")) and not scene.at(n - 1, "parts")[0]


def part_of_span(scene: Scene, n: int) -> Read | None:
    """``مطلع تشرين الثاني``, ``أواخر تموز المقبل``, ``نهاية الأسبوع``, ``منتصف عام 2026``."""
    part, at = scene.at(n, "parts")
    if not part or at >= len(scene.tokens):
        return None
    whole = (
        month_of_part(scene, at)
        or season(scene, at)
        or period(scene, at)
        or year_named(scene, at)
        or _this(scene, at)
    )
    if whole is None or whole.when.first == whole.when.last:
        return None
    return Read(n, whole.behind, common.part(scene, whole.when, str(part)))


def _this(scene: Scene, n: int) -> Read | None:
    """``نهاية الأسبوع``: the one the report is in."""
    unit, behind = scene.at(n, "units")
    if not unit or not _is_one(scene, n):
        return None
    when = common.period(scene, str(unit), "this")
    return Read(n, behind, when) if when else None


def season(scene: Scene, n: int) -> Read | None:
    """``صيف 2016``, ``صيف عام 2016``, ``الصيف المقبل``, ``هذا الصيف``."""
    start = n + 1 if scene.norm(n) in named("ar", "which", "this") else n
    name, behind = scene.at(start, "seasons")
    if not name:
        return None
    year, after = year_behind(scene, behind)
    if year is None:
        which, after = scene.at(behind, "which")
    else:
        which = ""
    which = "this" if start > n else which
    when = common.season(scene, str(name), str(which) if which != "same" else "", year)
    return Read(n, after, when) if when else None


def quarter(scene: Scene, n: int) -> Read | None:
    """``الربع الأول من عام 2026``."""
    part = scene.at(n, "quarters")[0]
    if not part or n + 1 >= len(scene.tokens):
        return None
    numeral = arabic.read(scene.tokens, n + 1)
    if numeral is None or numeral.sort != "ordinal":
        return None
    year, behind = year_behind(scene, numeral.behind)
    if part == "half" and year is None:
        return None
    when = (common.half if part == "half" else common.quarter)(scene, numeral.low, year)
    return Read(n, behind, when) if when else None


def far_week(scene: Scene, n: int) -> Read | None:
    """``الأسبوع قبل الماضي``, ``الأسبوع بعد المقبل``."""
    by, behind = scene.at(n, "far_weeks")
    when = common.weeks_away(scene, by) if isinstance(by, int) else None
    return Read(n, behind, when) if when else None


def year_named(scene: Scene, n: int) -> Read | None:
    """``عام 2017``, ``سنة 2011``, ``بين عامي 2014 و2016``."""
    unit, after = scene.at(n, "units")
    if unit != "year":
        return None
    year = scene.year_number(after)
    if year is None:
        return None
    until = scene.year_number(after + 2)
    if until is not None and until > year and scene.norm(after + 1) in ("و", "-", "–", "الي"):
        return Read(n, after + 3, intervals.years(year, until))
    return Read(n, after + 1, intervals.year(year))


def bare_year(scene: Scene, n: int) -> list[Read]:
    """``في 2016``, ``منذ 1974``."""
    year = scene.year_number(n)
    if year is None or not 1800 <= year <= 2100:
        return []
    before = scene.norm(n - 1)
    if before not in ("(", "و") and not scene.at(n - 1, "before_years")[0]:
        return []
    if before == "و" and scene.year_number(n - 2) is None:
        return []
    if arabic.counts(scene.tokens, n):
        return []
    return [Read(n, n + 1, intervals.year(year))]


def decade(scene: Scene, n: int) -> Read | None:
    """``تسعينيات القرن الماضي``."""
    year, behind = scene.at(n, "decades")
    if not isinstance(year, int):
        return None
    if scene.norm(behind) == "القرن":
        behind += 2 if scene.at(behind + 1, "which")[0] else 1
    return Read(n, behind, intervals.years(year, year + 9))
