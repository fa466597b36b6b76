"""Days of months and months in Arabic: ``٣ ديسمبر``, ``12 و26 نيسان``, ``12 رمضان 1446``."""

from __future__ import annotations

from wasit.language.folding import folded, forms
from wasit.language.numbers import Numeral, arabic
from wasit.press.dates import common, intervals
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import listed

_JOINTS = frozenset({"و", "،", "او"})
_RANGES = frozenset({"-", "–", "الي", "حتي"})
_MOST = 6
"""Days in one list: ١٢ و١٩ و٢٦ نيسان."""
_PARTS = frozenset({"نصف", "ربع", "ثلث", "اسبوع", "عشر"})
"""What an ordinal may count that is no day."""
Days = list[tuple[int, int, bool]]
"""Token, day, whether a range ends with it."""


def numbered(scene: Scene, n: int) -> list[Read]:
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
    year, after = year_behind(scene, after)
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


def year_behind(scene: Scene, n: int) -> tuple[int | None, int]:
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


def by_ordinal(scene: Scene, n: int) -> list[Read]:
    """``الثالث من ديسمبر``, ``الرابع والعشرين من شباط``."""
    numeral = None
    if n and not _PARTS.isdisjoint(forms(scene.norm(n - 1))):
        return []  # النصف الثاني من حزيران, الأسبوع الأول من آذار
    if scene.norm(n + 1) == "من" or scene.norm(n + 2) == "من":
        numeral = arabic.read(scene.tokens, n)
    if (
        numeral is None
        or not _counts_a_day(scene, n, numeral)
        or scene.norm(numeral.behind) != "من"
    ):
        return []
    if not 1 <= numeral.low <= 31:
        return []
    return _of_month(scene, [(n, int(numeral.low), False)], n, numeral.behind)


def _counts_a_day(scene: Scene, n: int, numeral: Numeral) -> bool:
    """Whether a number is an ordinal; of whole tens the words are alike: *العشرين* من تموز."""
    tens = numeral.sort == "words" and numeral.low in (20, 30)
    return numeral.sort == "ordinal" or (tens and scene.norm(n).startswith("ال"))


def _hijri_days(scene: Scene, days: Days, first: int, at: int) -> list[Read]:
    month, behind = scene.at(at, "hijri_months")
    if not isinstance(month, int):
        return []
    year, behind = _hijri_year(scene, behind)
    when = scene.hijri_of(month, days[-1][1], year)
    return [Read(first if len(days) == 1 else days[-1][0], behind, when)] if when else []


def _hijri_year(scene: Scene, n: int) -> tuple[int | None, int]:
    year, after = year_behind(scene, n)
    if year is None or not 1300 <= year <= 1600:
        return None, n
    return year, after + 1 if scene.norm(after) in ("ه", "هـ", "هجري", "هجريه") else after


def month_alone(scene: Scene, n: int) -> Read | None:
    """``نيسان 2025``, ``في نيسان``, ``تموز المقبل``; many a month is a word as well."""
    start = n + 1 if _bare(scene, n, "شهر") else n
    month, behind = _month(scene, start)
    if month is None:
        return _hijri_alone(scene, start, n)
    year, after = year_behind(scene, behind)
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


def month_of_part(scene: Scene, n: int) -> Read | None:
    """The month that a part is of: ``تشرين الثاني``, ``شهر أيار 2029``."""
    start = n + 1 if _bare(scene, n, "شهر") else n
    month, behind = _month(scene, start)
    if month is None:
        return None
    year, after = year_behind(scene, behind)
    which, end = scene.at(after, "which")
    after = end if year is None and which else after
    when = scene.whole_month(month, year, str(which), n, after)
    return Read(n, after, when) if when else None


def _bare(scene: Scene, n: int, word: str) -> bool:
    return folded(word) in forms(scene.norm(n))
