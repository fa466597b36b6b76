"""A sentence in which expressions of time are read, and what is known while reading it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wasit.language.spans import Language
from wasit.language.tokens import NORM, Token
from wasit.press.dates import intervals
from wasit.press.dates.calendars import hijri_year, moved, of_hijri
from wasit.press.dates.tense import Tense, tense
from wasit.press.dates.words import STARTING, Value, at
from wasit.press.reading import Interval

_WEEK = 7
_NEAR_MONTHS = 1
"""The same for a month, in months."""
_NEAR, _NEAR_AHEAD = 45, 75
"""Within how many days of the report a day of a month is of the same year, whatever the tense."""


@dataclass(frozen=True, slots=True)
class Read:
    """An expression of time from token ``first`` up to but not with ``behind``."""

    first: int
    behind: int
    when: Interval


@dataclass(slots=True)
class Scene:
    """A sentence, the date of the report, and the month last named."""

    tokens: Sequence[Token]
    language: Language
    published: date | None
    month: tuple[int, int] | None = None
    """Year and month last named, for ``of the same month``."""
    carried: tuple[int, int] | None = None
    """Year and month of ``May last year``: ``and again in July`` is of that year too."""

    words: frozenset[str] = field(init=False)
    """The folded words of the sentence."""

    def __post_init__(self) -> None:
        self.words = frozenset(map(NORM, self.tokens))

    def norm(self, n: int) -> str:
        """The folded word at ``n``; empty outside."""
        return self.tokens[n].norm if 0 <= n < len(self.tokens) else ""

    def at(self, n: int, section: str) -> tuple[Value, int]:
        """The value of a word of a section at ``n`` and the place behind it; ``""`` if none."""
        if not 0 <= n < len(self.tokens):
            return "", n
        starting = STARTING[self.language][self.tokens[n].norm]
        return at(self.tokens, n, starting[section]) if section in starting else ("", n)

    def number(self, n: int) -> int | None:
        """The whole number in digits at ``n``."""
        if not 0 <= n < len(self.tokens) or self.tokens[n].kind != "number":
            return None
        norm = self.tokens[n].norm
        return int(norm) if len(norm) <= 4 and norm.isdecimal() and norm.isascii() else None

    def day_number(self, n: int) -> int | None:
        """A number from 1 to 31 in one or two digits."""
        number = self.number(n)
        small = number is not None and len(self.tokens[n].norm) <= 2 and 1 <= number <= 31
        return number if small else None

    def year_number(self, n: int) -> int | None:
        """A number that may be a year: 1000 to 2199, written without a comma."""
        number = self.number(n)
        if number is None or not 1000 <= number < 2200 or len(self.tokens[n].text) != 4:
            return None
        return number

    def tense(self, first: int, behind: int) -> Tense:
        """The tense of the clause around an expression."""
        return tense(self.tokens, first, behind, self.language)

    def relative(self, days: int) -> Interval | None:
        """A day counted from that of the report."""
        day = moved(self.published, days) if self.published else None
        return intervals.day(day, "resolved") if day else None

    def weekday(self, wanted: int, which: Value, first: int, behind: int) -> Interval | None:
        """The day of the week that is meant: by ``last``/``next``, else by the tense around it."""
        if self.published is None:
            return None
        ahead = (wanted - self.published.weekday()) % _WEEK
        if which == "next":
            return self.relative(ahead or _WEEK)
        if which == "last":
            return self.relative(ahead - _WEEK)
        if ahead == 0:
            return self.relative(0)
        future = self.tense(first, behind) == "future"
        return self.relative(ahead if future else ahead - _WEEK)

    def year_of(self, month: int, day: int | None, which: Value, tensed: Tense) -> int | None:
        """The year of a month named without one: nearest to the report, by tense."""
        if self.published is None:
            return None
        here = self.published
        today = (here.month, here.day if day else 0)
        wanted = (month, day or 0)
        if day and not which and self._is_near(here.year, month, day):
            return here.year
        ahead = (month - here.month) % 12
        if not day and not which and tensed != "open":
            # In September, said in August: nobody means the last one and leaves out its year.
            if tensed == "past" and 1 <= ahead <= _NEAR_MONTHS and not self.carried:
                return here.year + (month < here.month)
            if tensed == "future" and ahead >= 12 - _NEAR_MONTHS:
                return here.year - (month > here.month)
        if which == "next" or (which != "last" and tensed == "future"):
            strict = which == "next" and day is None
            over = wanted < today or (strict and wanted == today)
            return here.year + 1 if over else here.year
        if self.carried and not which and tensed == "past" and month >= self.carried[1]:
            return self.carried[0]
        if which == "last" or tensed == "past":
            strict = which == "last" and day is None
            ahead = wanted > today or (strict and wanted == today)
            return here.year - 1 if ahead else here.year
        away = month - here.month
        return here.year - 1 if away > 6 else here.year + 1 if away < -5 else here.year

    def _is_near(self, year: int, month: int, day: int) -> bool:
        """Whether a day is so near that nobody would name it and mean another year."""
        if self.published is None:
            return False
        try:
            return -_NEAR <= (date(year, month, day) - self.published).days <= _NEAR_AHEAD
        except ValueError:
            return False

    def day_of(
        self, month: int, day: int, year: int | None, which: Value, tensed: Tense
    ) -> Interval | None:
        """A day of a month; without a year that of the nearest, by tense."""
        resolved = year if year is not None else self.year_of(month, day, which, tensed)
        if resolved is None:
            return None
        self.month = resolved, month
        try:
            found = date(resolved, month, day)
        except ValueError:
            return None
        return intervals.day(found, "none" if year is not None else "resolved")

    def whole_month(
        self, month: int, year: int | None, which: str, first: int, behind: int
    ) -> Interval | None:
        """A month; without a year the nearest, by the tense around the expression."""
        resolved = year
        if resolved is None:
            resolved = self.year_of(month, None, which, self.tense(first, behind))
        if resolved is None:
            return None
        self.month = resolved, month
        return intervals.month(resolved, month, "none" if year is not None else "resolved")

    def hijri_of(self, month: int, day: int | None, year: int | None) -> Interval | None:
        """A Hijri day or month; without a year that nearest to the report."""
        if year is None:
            if self.published is None:
                return None
            about = hijri_year(self.published)
            days = [(y, _hijri(y, month, day or 15)) for y in (about - 1, about, about + 1)]
            here = self.published
            known = [(abs((one - here).days), y) for y, one in days if one is not None]
            year = min(known)[1] if known else about
        first, last = _hijri(year, month, day or 1), _hijri(year, month, day or 29)
        if first is None or last is None:
            return None
        if day:
            return intervals.day(first, "about")
        return intervals.days(first, last, "about")


def _hijri(year: int, month: int, day: int) -> date | None:
    try:
        return of_hijri(year, month, day)
    except (ValueError, OverflowError):
        return None
