"""Expressions of time in Arabic."""

from __future__ import annotations

from wasit.language.folding import folded, forms
from wasit.language.numbers import arabic
from wasit.language.tokens import Token
from wasit.press.dates import common, intervals
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import begins, listed, named

_JOINTS = frozenset({"و", "،", "او"})
_RANGES = frozenset({"-", "–", "الي", "حتي"})
_MOST = 6
"""Days in one list: ١٢ و١٩ و٢٦ نيسان."""

Days = list[tuple[int, int, bool]]
"""Token, day, whether a range ends with it."""


def read(scene: Scene, n: int) -> list[Read]:
    """The expressions that begin at token ``n``."""
    token = scene.tokens[n]
    if token.kind == "number":
        one = common.figures(scene, n)
        return [one] if one else _numbered(scene, n) or _year(scene, n)
    if token.kind != "word":
        return []
    if not begins(token.norm, "ar"):
        return _by_ordinal(scene, n) if token.norm.startswith(("ال", "لل", "بال", "وال")) else []
    one = (
        _day(scene, n)
        or _part(scene, n)
        or _ago(scene, n)
        or _quarter(scene, n)
        or _decade(scene, n)
        or _month_alone(scene, n)
        or _season(scene, n)
        or _period(scene, n)
        or _year_named(scene, n)
    )
    return [one] if one else []


# --- days of months ---------------------------------------------------------------------------


def _days(scene: Scene, n: int) -> tuple[Days, int]:
    """Numbers of days from ``n`` on, and the place behind the last."""
    found: Days = []
    behind, ranged = n, False
    while len(found) < _MOST:
        day = scene.day_number(n)
        if day is None:
            break
        found.append((n, day, ranged))
        behind = n + 1
        ranged = scene.norm(behind) in _RANGES
        if not ranged and scene.norm(behind) not in _JOINTS:
            break
        n = behind + 1
        n += 1 if scene.norm(n) == "و" else 0
    return found, behind


def _month(scene: Scene, n: int) -> tuple[int | None, int]:
    """The month named at ``n``, by one or two names, and the place behind."""
    value, behind = scene.at(n, "months")
    if not isinstance(value, int):
        return None, n
    if scene.norm(behind) in ("/", "-", "("):
        again, after = scene.at(behind + 1, "months")
        if again == value:
            return value, after + 1 if scene.norm(after) == ")" else after
    return value, behind


def _numbered(scene: Scene, n: int) -> list[Read]:
    """``٣ ديسمبر``, ``12 و26 نيسان 2025``, ``9 منه``, ``9 من الشهر الجاري``, ``12 رمضان 1446``."""
    days, behind = _days(scene, n)
    return _of_month(scene, days, n, behind) if days else []


def _of_month(scene: Scene, days: Days, first: int, behind: int) -> list[Read]:
    if scene.norm(behind) == "منه" and scene.month:
        known_year, known_month = scene.month
        return _reads(scene, days, known_month, known_year, first, behind + 1, resolved=True)
    at = behind + 1 if scene.norm(behind) in ("من", "شهر") else behind
    at += 1 if scene.norm(at) == "شهر" else 0
    month, after = _month(scene, at)
    if month is None:
        return _of_this_month(scene, days, first, at) or _hijri_days(scene, days, first, at)
    year, after = _year_behind(scene, after)
    which, end = scene.at(after, "which")
    if year is None and which:
        after = end
    return _reads(scene, days, month, year, first, after, which=str(which))


def _of_this_month(scene: Scene, days: Days, first: int, at: int) -> list[Read]:
    """``9 من الشهر نفسه``, ``9 من الشهر المقبل``, ``9 الجاري``."""
    unit, after = scene.at(at, "units")
    which, behind = scene.at(after if unit == "month" else at, "which")
    if not which or (unit != "month" and scene.norm(at) not in ("الجاري", "المقبل", "الماضي")):
        return []
    known = scene.month
    if which != "same":
        whole = common.period(scene, "month", str(which))
        known = (whole.first.year, whole.first.month) if whole else None
    if known is None:
        return []
    return _reads(scene, days, known[1], known[0], first, behind, resolved=True)


def _year_behind(scene: Scene, n: int) -> tuple[int | None, int]:
    """A year after a month: ``2025``, ``عام 2025``, ``من عام 2025``, ``من العام الماضي``."""
    at = n + 1 if scene.norm(n) in ("من", "،", ",", "ل") else n
    unit, after = scene.at(at, "units")
    year = scene.year_number(after if unit == "year" else at)
    if year is not None:
        return year, (after if unit == "year" else at) + 1
    if unit == "year":
        which, behind = scene.at(after, "which")
        interval = common.period(scene, "year", str(which)) if which else None
        return (interval.first.year, behind) if interval else (None, n)
    return None, n


def _reads(
    scene: Scene,
    days: Days,
    month: int,
    year: int | None,
    first: int,
    behind: int,
    *,
    which: str = "",
    resolved: bool = False,
) -> list[Read]:
    """Each day of a list, two days of a range as one."""
    if year is not None and scene.published and year < scene.published.year:
        scene.carried = year, month
    tensed = scene.tense(first, behind)
    found: list[Read] = []
    for number, (at, day, ranged) in enumerate(days):
        when = scene.day_of(month, day, year, which, tensed)
        if when is None:
            continue
        if resolved:
            when = intervals.day(when.first, "resolved")
        begin = first if number == 0 else at
        if ranged and found and found[-1].when.first <= when.first:
            before = found.pop()
            when = intervals.days(before.when.first, when.last, when.doubt)
            begin = before.first
        found.append(Read(begin, behind if number == len(days) - 1 else at + 1, when))
    return found


def _by_ordinal(scene: Scene, n: int) -> list[Read]:
    """``الثالث من ديسمبر``, ``الرابع والعشرين من شباط``."""
    numeral = None
    if scene.norm(n + 1) == "من" or scene.norm(n + 2) == "من":
        numeral = arabic.read(scene.tokens, n)
    if numeral is None or numeral.sort != "ordinal" or scene.norm(numeral.behind) != "من":
        return []
    if not 1 <= numeral.low <= 31:
        return []
    return _of_month(scene, [(n, int(numeral.low), False)], n, numeral.behind)


def _hijri_days(scene: Scene, days: Days, first: int, at: int) -> list[Read]:
    month, behind = scene.at(at, "hijri_months")
    if not isinstance(month, int):
        return []
    year, behind = _hijri_year(scene, behind)
    when = scene.hijri_of(month, days[-1][1], year)
    return [Read(first if len(days) == 1 else days[-1][0], behind, when)] if when else []


def _hijri_year(scene: Scene, n: int) -> tuple[int | None, int]:
    year, after = _year_behind(scene, n)
    if year is None or not 1300 <= year <= 1600:
        return None, n
    return year, after + 1 if scene.norm(after) in ("ه", "هـ", "هجري", "هجريه") else after


def _month_alone(scene: Scene, n: int) -> Read | None:
    """``نيسان 2025``, ``في نيسان``, ``تموز المقبل``; many a month is a word as well."""
    start = n + 1 if _bare(scene, n, "شهر") else n
    month, behind = _month(scene, start)
    if month is None:
        return _hijri_alone(scene, start, n)
    year, after = _year_behind(scene, behind)
    which, end = scene.at(after, "which")
    which = which if which != "same" else ""
    if year is None and which:
        after = end
    joined = scene.norm(start) != scene.norm(start).lstrip("بلو") and scene.norm(start)[0] in "بل"
    placed = start > n or joined or scene.norm(n - 1) in listed("ar", "before_months")
    if year is None and not which and not placed:
        return None
    when = scene.whole_month(month, year, str(which), n, after)
    return Read(n, after, when) if when else None


def _bare(scene: Scene, n: int, word: str) -> bool:
    return folded(word) in forms(scene.norm(n))


def _hijri_alone(scene: Scene, start: int, n: int) -> Read | None:
    month, behind = scene.at(start, "hijri_months")
    if not isinstance(month, int):
        return None
    year, behind = _hijri_year(scene, behind)
    which, after = scene.at(behind, "which")
    if year is None and start == n and which not in ("next", "last"):
        return None
    when = scene.hijri_of(month, None, year)
    return Read(n, after if which and year is None else behind, when) if when else None


# --- days -------------------------------------------------------------------------------------


def _day(scene: Scene, n: int) -> Read | None:
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
    dated = _numbered(scene, behind) if scene.day_number(behind) else []
    if len(dated) == 1:
        return Read(n, dated[0].behind, dated[0].when)
    which, after = scene.at(behind, "which")
    behind = after if which else behind
    when = scene.weekday(day, which if which != "same" else "", n, behind)
    return Read(n, behind, when) if when else None


def _is_today(scene: Scene, n: int) -> bool:
    return isinstance(scene.at(n, "days")[0], int)


def _offset(scene: Scene, n: int) -> tuple[int | None, int]:
    """How many days from that of the report a word is, and the place behind it."""
    offset, behind = scene.at(n, "days")
    if not isinstance(offset, int):
        return None, n
    if offset == 0 and (scene.norm(n - 1) == "بعد" or _of_an_outlet(scene, n, behind)):
        return None, n
    return offset, behind


def _of_an_outlet(scene: Scene, n: int, behind: int) -> bool:
    """Whether ``اليوم`` is part of the name of a newspaper or station."""
    if scene.at(behind, "weekdays")[0] != "":
        return False
    outlets = listed("ar", "outlets")
    return any(not outlets.isdisjoint(forms(scene.norm(k))) for k in range(max(n - 3, 0), n))


# --- weeks, months, years ---------------------------------------------------------------------

_SINGULAR = frozenset({"اسبوع", "شهر", "عام", "سنه", "عقد", "يوم"})


def _period(scene: Scene, n: int) -> Read | None:
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
    return any(form.startswith("ال") for form in found) and not _SINGULAR.isdisjoint(found)


def _is_adjective(scene: Scene, n: int) -> bool:
    """Whether ``العام`` is "general": ``الأمين العام السابق``."""
    if not scene.norm(n).endswith("العام"):
        return False
    before = scene.norm(n - 1)
    if scene.norm(n).startswith("و"):
        return False
    return before.startswith(("ال", "لل", "بال", "وال")) and not scene.at(n - 1, "parts")[0]


def _part(scene: Scene, n: int) -> Read | None:
    """``مطلع تشرين الثاني``, ``أواخر تموز المقبل``, ``نهاية الأسبوع``, ``منتصف عام 2026``."""
    part, at = scene.at(n, "parts")
    if not part or at >= len(scene.tokens):
        return None
    whole = (
        _month_of_part(scene, at)
        or _season(scene, at)
        or _period(scene, at)
        or _year_named(scene, at)
        or _this(scene, at)
    )
    if whole is None or whole.when.first == whole.when.last:
        return None
    return Read(n, whole.behind, intervals.part_of(whole.when, str(part)))


def _month_of_part(scene: Scene, n: int) -> Read | None:
    start = n + 1 if _bare(scene, n, "شهر") else n
    month, behind = _month(scene, start)
    if month is None:
        return None
    year, after = _year_behind(scene, behind)
    which, end = scene.at(after, "which")
    after = end if year is None and which else after
    when = scene.whole_month(month, year, str(which), n, after)
    return Read(n, after, when) if when else None


def _this(scene: Scene, n: int) -> Read | None:
    """``نهاية الأسبوع``: the one the report is in."""
    unit, behind = scene.at(n, "units")
    if not unit or not _is_one(scene, n):
        return None
    when = common.period(scene, str(unit), "this")
    return Read(n, behind, when) if when else None


def _season(scene: Scene, n: int) -> Read | None:
    """``صيف 2016``, ``صيف عام 2016``, ``الصيف المقبل``, ``هذا الصيف``."""
    start = n + 1 if scene.norm(n) in named("ar", "which", "this") else n
    name, behind = scene.at(start, "seasons")
    if not name:
        return None
    year, after = _year_behind(scene, behind)
    if year is None:
        which, after = scene.at(behind, "which")
    else:
        which = ""
    which = "this" if start > n else which
    when = common.season(scene, str(name), str(which) if which != "same" else "", year)
    return Read(n, after, when) if when else None


def _ago(scene: Scene, n: int) -> Read | None:
    """``قبل ثلاثة أيام``, ``قبل يومين``, ``قبل أسبوع``."""
    if scene.norm(n) not in ("قبل", "وقبل") or n + 1 >= len(scene.tokens):
        return None
    token: Token = scene.tokens[n + 1]
    numeral = arabic.read(scene.tokens, n + 1)
    if numeral and numeral.sort == "dual":
        count, (unit, behind) = numeral.low, scene.at(n + 1, "units")
    elif numeral and numeral.sort in ("digits", "words"):
        count, (unit, behind) = numeral.low, scene.at(numeral.behind, "units")
    else:
        count, (unit, behind) = 1.0, scene.at(n + 1, "units")
        if _SINGULAR.isdisjoint({token.norm, token.norm.removesuffix("ا")}):
            return None
        following = scene.at(behind, "weekdays")[0], scene.year_number(behind)
        if following != ("", None):
            return None
    if not unit or scene.norm(behind) in ("من", "علي"):
        return None
    when = common.ago(scene, count, str(unit))
    return Read(n, behind, when) if when else None


def _quarter(scene: Scene, n: int) -> Read | None:
    """``الربع الأول من عام 2026``."""
    if not scene.at(n, "quarters")[0] or n + 1 >= len(scene.tokens):
        return None
    numeral = arabic.read(scene.tokens, n + 1)
    if numeral is None or numeral.sort != "ordinal":
        return None
    year, behind = _year_behind(scene, numeral.behind)
    when = common.quarter(scene, numeral.low, year)
    return Read(n, behind, when) if when else None


def _year_named(scene: Scene, n: int) -> Read | None:
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


def _year(scene: Scene, n: int) -> list[Read]:
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


def _decade(scene: Scene, n: int) -> Read | None:
    """``تسعينيات القرن الماضي``."""
    year, behind = scene.at(n, "decades")
    if not isinstance(year, int):
        return None
    if scene.norm(behind) == "القرن":
        behind += 2 if scene.at(behind + 1, "which")[0] else 1
    return Read(n, behind, intervals.years(year, year + 9))
