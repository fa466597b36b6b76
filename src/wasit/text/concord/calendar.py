"""Dates: ``12 April 2026``, ``12 نيسان/أبريل``, ``2026-04-12``, ``2027``; Hijri ones; weekdays."""

from __future__ import annotations

import re

from wasit.text.compare.terms import edges
from wasit.text.concord.reading import Found, Reader, Value
from wasit.text.concord.terms import at, months, numbered, unit_at

_BEFORE_MONTH = frozenset(
    {
        *("in", "from", "to", "until", "till", "by", "before", "after", "since", "between", "and"),
        *("of", "during", "through", "every", "each", "من", "الي", "في", "حتي", "شهر", "شهري"),
        *("قبل", "بعد", "اشهر", "خلال", "منذ", "بين", "كل", "لغايه", "غايه"),
    }
)
_BEFORE_YEAR = _BEFORE_MONTH | {
    *("the", "year", "(", ",", "-", "–", "/", "early", "late", "mid", "spring", "summer", "autumn"),
    *(
        "winter",
        "عام",
        "سنه",
        "لعام",
        "لسنه",
        "العام",
        "السنه",
        "بعام",
        "وعام",
        "وسنه",
        "عامي",
        "،",
    ),
    *("و", "مطلع", "نهايه", "منتصف", "اعوام", "سنوات"),
}
_FIRST_DAY = frozenset({"فاتح", "غره"})
_ALSO_WORDS = frozenset({"محرم", "صفر", "رجب", "شعبان"})
"""Months of the Hijri year that are words or names as well."""
_AMBIGUOUS = frozenset({"اب", "ماي", "جوان", "اوت", "مارس"})
"""Months that are words or names as well."""
_JOINTS = frozenset({"and", "to", "-", "–", "until", "و", "الي", "حتي"})
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NO_YEAR = frozenset({"هـ", "ه"})


_PARTS = frozenset({"اسبوع", "نصف", "ثلث", "ربع"})
"""What an ordinal may count that is no day."""


class Calendar(Reader):
    """Finds dates in a list of tokens."""

    def at(self, n: int) -> Found | None:
        """The date or weekday that begins at ``n``."""
        if self.kind(n) not in ("word", "number"):
            return None
        return self._figures(n) or self._islamic(n) or self._date(n) or self._weekday(n)

    # --- 12/04/2026 -----------------------------------------------------------------------------

    def _figures(self, n: int) -> Found | None:
        if self.kind(n) != "number":
            return None
        dotted = _DOTTED.fullmatch(self.norm(n))
        if dotted:
            return self._numeric(n, n + 1, [int(part) for part in dotted.groups()])
        if self.norm(n + 1) not in ("/", "-") or not self.tight(n, 3):
            return None
        parts = [self.norm(n), self.norm(n + 2), self.norm(n + 4)]
        if self.norm(n + 3) == self.norm(n + 1) and self.tight(n, 5):
            if all(part.isdigit() and len(part) <= 4 for part in parts):
                return self._numeric(n, n + 5, [int(part) for part in parts])
            return None
        if parts[0].isdigit() and parts[1].isdigit() and len(parts[0]) == 4:
            year, other = int(parts[0]), int(parts[1])
            if 1900 <= year <= 2100 and other % 100 == (year + 1) % 100:
                return _date(n, n + 3, [(year, 0, 0)], (float(year),))
        return None

    def _numeric(self, n: int, behind: int, parts: list[int]) -> Found | None:
        if parts[0] >= 1000:
            parts.reverse()
        day, month, year = parts
        if year < 100:
            year += 2000
        days = [(year, m, d) for d, m in ((day, month), (month, day)) if d <= 31 and 1 <= m <= 12]
        return _date(n, behind, days, tuple(map(float, parts))) if days else None

    # --- 12 April 2026 --------------------------------------------------------------------------

    def _date(self, n: int) -> Found | None:
        if self.language == "ar" and not _PARTS.isdisjoint(self.forms(n - 1)):
            return None  # الأسبوع الأول من كانون الأول: of the month
        edge, start = self._edge(n)
        day, behind = self._day(start)
        month = self._month(behind, sure=day > 0)
        if day and month is None:
            return self._first_of_two(n, day, behind)
        if month is None:
            return self._year_alone(n, start, edge)
        number, behind = month
        if not day:
            day, behind = self._day_behind(behind)
        year, behind = self._year_behind(behind)
        if not (day or year or edge or self._alone(start)):
            return None
        if edge and not day:
            day = _edge_day(number, edge)
        raw = tuple(float(part) for part in (day, year) if part)
        return _date(n, behind, [(year, number, day)], raw)

    def _first_of_two(self, n: int, day: int, behind: int) -> Found | None:
        """``1`` of ``between 1 and 15 March``."""
        if self.norm(behind) not in _JOINTS and not self.norm(behind).startswith("و"):
            return None
        second = behind + (self.norm(behind) in _JOINTS)
        other, after = self._day(second)
        month = self._month(after, sure=True) if other > day else None
        if month is None:
            return None
        year, _ = self._year_behind(month[1])
        return _date(n, behind, [(year, month[0], day)], (float(day),))

    def _year_alone(self, n: int, start: int, edge: str) -> Found | None:
        while edge and self.norm(start) in ("the", "year", "عام", "سنه", "العام"):
            start += 1
        year = self._year(start)
        if not year:
            return None
        behind = start + 1
        if not edge and unit_at(self.tokens, behind, self.language):
            return None
        if not edge and self.norm(start - 1) not in _BEFORE_YEAR:
            return None
        day = (year, 12, 31) if edge == "end" else (year, 0, 0)
        return _date(n, behind, [day, (year, 0, 0)] if not edge else [day], (float(year),))

    def _edge(self, n: int) -> tuple[str, int]:
        for length in (4, 3, 2, 1):
            for form in self.forms(n):
                words = " ".join([form, *(self.norm(k) for k in range(n + 1, n + length))])
                if words in edges(self.language):
                    return edges(self.language)[words], n + length
        return "", n

    def _day(self, n: int) -> tuple[int, int]:
        """The day of the month at ``n`` and the token behind it; 0 where there is none."""
        if self.language == "ar" and not _FIRST_DAY.isdisjoint(self.forms(n)):
            return 1, n + 1
        found = self.numeral(n)
        if found is None or found.sort not in ("digits", "ordinal", "words"):
            return 0, n
        if found.sort == "ordinal" and self._weekday(n - 1):
            # The second Sunday of a month is no day of it.
            return 0, n
        if not 1 <= found.low <= 31 or found.low != int(found.low) or len(self.text(n)) > 14:
            return 0, n
        behind = found.behind
        while self.norm(behind) in ("of", "day", "من", "شهر", "st", "nd", "rd", "th"):
            behind += 1
        return int(found.low), behind

    def _month(self, n: int, *, sure: bool) -> tuple[int, int] | None:
        """The month at ``n``, in one name or two (``نيسان/أبريل``), and the token behind it."""
        found = self._one_month(n)
        if found is None:
            return None
        month, behind = found
        opening = self.norm(behind)
        other = self._one_month(behind + 1) if opening in ("/", "(", "-") else None
        if other and other[0] == month:
            behind = other[1] + (opening == "(" and self.norm(other[1]) == ")")
            return month, behind
        if self.language == "ar" and not sure and not _AMBIGUOUS.isdisjoint(self.forms(n)):
            sure = self._year(behind) > 0 or self._after_month(n)
            return (month, behind) if sure else None
        return month, behind

    def _one_month(self, n: int) -> tuple[int, int] | None:
        for form in self.forms(n) if n >= 0 else ():
            for length in (2, 1):
                words = f"{form} {self.norm(n + 1)}" if length == 2 else form
                month = months(self.language).get(words)
                if month and (self.language == "ar" or self.tokens[n].capital):
                    return month, n + length
        return None

    def _alone(self, n: int) -> bool:
        """Whether a month without day and year is surely one: no ``May we``."""
        if self.language == "ar":
            if self.norm(n - 1) in _BEFORE_MONTH or self._after_month(n):
                return True
            return "/" in (self.norm(n + 1), self.norm(n + 2))
        return self.norm(n - 1) in _BEFORE_MONTH or self.norm(n) not in ("may", "march")

    def _after_month(self, n: int) -> bool:
        """Whether the word before says that a month follows: ``شهر آب``, ``أيار وآب``."""
        if self.norm(n - 1) in ("شهر", "شهري", "لشهر", "بشهر", "اشهر"):
            return True
        return self.norm(n).startswith("و") and self._one_month(n - 1) is not None

    def _day_behind(self, n: int) -> tuple[int, int]:
        """``April 12``."""
        text = self.norm(n)
        if self.language == "ar" or not (text.isdigit() and len(text) <= 2):
            return 0, n
        day, behind = self._day(n)
        return (day, behind) if day else (0, n)

    def _year_behind(self, n: int) -> tuple[int, int]:
        at_ = n
        if self.norm(at_) in (",", "،"):
            at_ += 1
        while self.norm(at_) in ("of", "من", "عام", "سنه", "لعام", "لسنه", "العام"):
            at_ += 1
        year = self._year(at_)
        return (year, at_ + 1) if year else (0, n)

    def _year(self, n: int) -> int:
        text = self.norm(n)
        is_year = len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100
        return int(text) if is_year and len(self.text(n)) == 4 else 0

    # --- weekdays, the Hijri year ---------------------------------------------------------------

    def _weekday(self, n: int) -> Found | None:
        if self.kind(n) != "word":
            return None
        table = numbered("weekdays", self.language)
        if self.language == "en":
            day = table.get(self.norm(n)) if self.tokens[n].capital else None
            return _weekday(day, n) if day else None
        for form in self.forms(n):
            if form in table and (form.startswith("ال") or self.norm(n - 1) in ("يوم", "كل")):
                if form == "الاحد" and self.norm(n - 1).startswith("ال"):
                    continue
                return _weekday(table[form], n)
        return None

    def _islamic(self, n: int) -> Found | None:
        start, day = n, 0
        day, at_ = self._day(n)
        if not day:
            at_ = n
        found = at(numbered("hijri", self.language), self.tokens, at_, self.language)
        if found is None:
            return None
        month, behind = found
        text = self.norm(behind)
        year = int(text) if len(text) == 4 and text.isdigit() and 1300 <= int(text) < 1600 else 0
        behind += bool(year)
        ambiguous = any(form in _ALSO_WORDS for form in self.forms(at_))
        if ambiguous and not (day or year or self.norm(at_ - 1) == "شهر"):
            return None
        if year and self.norm(behind) in (*_NO_YEAR, "ah"):
            behind += 1
        raw = tuple(float(part) for part in (day, year) if part)
        value = ("hijri", month, day)
        return Found("hijri", (value,), start, behind, weak=True, raw=raw)


def _weekday(day: int, n: int) -> Found:
    return Found("weekday", (("weekday", day),), n, n + 1, weak=True)


def _date(
    first: int, behind: int, days: list[tuple[int, int, int]], raw: tuple[float, ...]
) -> Found:
    values: tuple[Value, ...] = tuple(("date", *day) for day in days)
    return Found("date", values, first, behind, raw=raw)


def _edge_day(month: int, edge: str) -> int:
    """The day that the edge of a month stands for; 0: some day about it."""
    if edge == "end":
        return 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    return 1 if edge == "start" else 15
