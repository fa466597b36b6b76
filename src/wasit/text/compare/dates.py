"""Dates and times of day: ``3 March 2027``, ``the end of April``, ``22:00``, ``D+7``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.compare.read import Read, Reader, Value
from wasit.text.compare.terms import (
    YEAR_NOUNS,
    begins_edge,
    edges,
    month_at,
    named_times,
    phrase,
    seasons,
    words_of,
)
from wasit.text.compare.words import bare_arabic, is_small

_BEFORE_MONTH = frozenset(
    {"in", "from", "to", "until", "till", "by", "before", "after", "since", "between", "and", "of"}
)
_BEFORE_ARABIC_MONTH = frozenset({"من", "الي", "في", "حتي", "شهر", "قبل", "بعد"})


_AFTERNOON = frozenset({"pm", "p", "مساء", "ليلا"})
_MORNING = frozenset({"am", "a", "صباحا"})


class Dates(Reader):
    """Finds dates and times in a list of tokens."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        super().__init__(tokens, language)
        self.ordinals = {
            n: (int(one.low), one.behind)
            for n, one in self.numbers.items()
            if one.sort == "ordinal"
        }
        """Where ``the twenty-first``, ``الأول`` begins: the number and the token behind it."""

    def at(self, n: int) -> Read | None:
        """The date or time that begins at token ``n``."""
        return (
            self._clock(n)
            or self._counted_day(n)
            or self._slashed(n)
            or self._calendar(n)
            or self._season(n)
        )

    def _clock(self, n: int) -> Read | None:
        """``22:00``, ``6 am``, ``10:30 p.m.``, ``noon``."""
        for length in (2, 1):
            named = named_times(self.language).get(phrase(self.tokens, n, length))
            if named and not (length == 1 and self.tokens[n].capital and n):
                return Read("number", ("time", named), "time", n, n + length)
        if n in self.ordinals:
            return self._hour_in_words(n)
        here = self.tokens[n : n + 3]
        if not here or here[0].kind != "number" or not here[0].norm.isdigit():
            return None
        minutes, behind = "", n + 1
        if len(here) == 3 and here[1].text == ":" and here[2].kind == "number":
            if len(here[2].text) != 2 or here[0].end != here[1].start:
                return None
            minutes, behind = here[2].norm, n + 3
        half, behind = self._half_of_day(behind)
        hour = int(here[0].norm)
        if not (minutes or half) or (half and not 1 <= hour <= 12):
            return None
        return _time(hour, minutes, half, n, behind)

    def _hour_in_words(self, n: int) -> Read | None:
        """``السادسة صباحاً``."""
        hour, at = self.ordinals[n]
        half, behind = self._half_of_day(at)
        if self.language != "ar" or not half or hour > 12:
            return None
        return _time(hour, "", half, n, behind)

    def _half_of_day(self, n: int) -> tuple[str, int]:
        """``am`` or ``pm`` where that is said at ``n``, and the token behind it."""
        word = self.norm(n)
        if word == "من" and self.norm(n + 1) in ("صباح", "مساء"):
            return ("am" if self.norm(n + 1) == "صباح" else "pm"), n + 2
        half = "pm" if word in _AFTERNOON else "am" if word in _MORNING else ""
        if half and len(word) == 1:
            spelled = [self.norm(k) for k in range(n + 1, n + 4)]
            if spelled[:2] != [".", "m"]:
                return "", n
            return half, n + 3 + (spelled[2] == ".")
        return half, n + bool(half)

    def _counted_day(self, n: int) -> Read | None:
        """``D+7``: days behind a day that is set elsewhere."""
        here = self.tokens[n : n + 3]
        if len(here) < 3 or here[1].text not in "+-" or here[2].kind != "number":
            return None
        if here[0].end != here[1].start or here[1].end != here[2].start:
            return None
        if len(here[0].text) > 2 or here[0].kind != "word":
            return None
        value = ("day", here[0].norm, here[1].text, here[2].norm)
        return Read("date", value, "date", n, n + 3)

    def _slashed(self, n: int) -> Read | None:
        """``31/12/2019``, ``2026-05-01``, ``2026/27``."""
        here = self.tokens[n : n + 5]
        if not here or here[0].kind != "number" or not here[0].norm.isdigit():
            return None
        if any(a.end != b.start for a, b in pairwise(here[:3])):
            return None
        if len(here) > 2 and here[1].text in "/-–" and here[2].norm.isdigit():
            if len(here) == 5 and here[3].text == here[1].text and here[4].norm.isdigit():
                parts = [int(t.norm) for t in (here[0], here[2], here[4])]
                if parts[0] < 100 and parts[2] >= 1000:
                    parts.reverse()
                if parts[0] >= 1000 and parts[1] <= 12:
                    return Read("date", ("date", *parts), "date", n, n + 5)
            first, second = int(here[0].norm), int(here[2].norm)
            if 1900 <= first <= 2100 and second % 100 == (first + 1) % 100:
                return Read("date", ("years", first), "date", n, n + 3)
        return None

    def _calendar(self, n: int) -> Read | None:
        """``[end of] [3 [of]] March [3,] [2027]``, ``[the year] 2027``."""
        edge, at = self._edge(n)
        day, month, year = 0, 0, 0
        day, at = self._day(at)
        found = month_at(self.tokens, at, self.language)
        if found is None:
            day, at = 0, self._edge(n)[1]
        else:
            month, at = found
            if not day:
                day, at = self._day(at, behind=True)
            if self.norm(at) in (",", "،") and self._year(at + 1):
                at += 1
            if self.norm(at) in ("عام", "سنه", "of", "من") and self._year(at + 1):
                at += 1
        if not month and self.language == "ar" and self.norm(at) in YEAR_NOUNS:
            at += 1
        year = self._year(at)
        at += bool(year)
        if not (year or (month and (day or edge or self._alone(at - 1)))):
            return None
        if not month and not edge and self._counts(at):
            return None
        return Read("date", _when(year, month, day, edge), "date", n, at)

    def _alone(self, n: int) -> bool:
        """Whether a month without day and year is surely one: no ``May we``, no ``آب``."""
        before = self.norm(n - 1)
        if self.language == "ar":
            return len(self.norm(n)) > 3 and before in _BEFORE_ARABIC_MONTH
        return before in _BEFORE_MONTH

    def _edge(self, n: int) -> tuple[str, int]:
        if not begins_edge(self.norm(n), self.language):
            return "", n
        for length in (4, 3, 2, 1):
            words = phrase(self.tokens, n, length)
            bare = words if self.language == "en" else bare_arabic(words)
            for form in (words, bare):
                if form in edges(self.language):
                    return edges(self.language)[form], n + length
        return "", n

    def _day(self, n: int, *, behind: bool = False) -> tuple[int, int]:
        token = self.tokens[n] if n < len(self.tokens) else None
        if n in self.ordinals and not behind:
            return self._day_in_words(n)
        if token is None or token.kind != "number" or not token.norm.isdigit():
            return 0, n
        value = int(token.norm)
        if not 1 <= value <= 31 or len(token.text) > 2:
            return 0, n
        at = n + 1
        if self.norm(at) in ("st", "nd", "rd", "th"):
            at += 1
        if not behind and self.norm(at) in ("of", "من"):
            at += 1
        return value, at

    def _day_in_words(self, n: int) -> tuple[int, int]:
        """``first of May``, ``twenty-first day of May``, ``الأول من شهر أيار``."""
        value, at = self.ordinals[n]
        at += self.norm(at) == "day"
        if not 1 <= value <= 31 or self.norm(at) not in ("of", "من"):
            return 0, n
        at += 1
        return value, at + (self.norm(at) == "شهر")

    def _year(self, n: int) -> int:
        text = self.norm(n)
        is_year = len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100
        return int(text) if is_year and len(self.tokens[n].text) == 4 else 0

    def _counts(self, n: int) -> bool:
        """Whether what looks like a year counts the noun behind it."""
        token = self.tokens[n] if n < len(self.tokens) else None
        if token is None or token.kind != "word" or is_small(token.norm, self.language):
            return False
        before = self.norm(n - 2)
        return before not in ("in", "of", "by", "until", "since", "before", "after", "from", "في")

    def _season(self, n: int) -> Read | None:
        for length in (4, 2, 1):
            words = phrase(self.tokens, n, length)
            if words in seasons(self.language):
                value = ("season", seasons(self.language)[words])
                return Read("date", value, "date", n, n + length)
            if words in words_of(self.language, "at_once"):
                return Read("duration", ("at once",), "hours", n, n + length)
        return None


def _time(hour: int, minutes: str, half: str, first: int, behind: int) -> Read:
    """A time of day; ``half`` is ``am``, ``pm`` or empty where the hour counts to 24."""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Read("number", ("time", f"{hour % 24:02}:{minutes or '00'}"), "time", first, behind)


def _when(year: int, month: int, day: int, edge: str) -> Value:
    """A day, month or year; the end of a month is its last day."""
    if edge == "end" and not day:
        month = month or 12
        last = 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
        return ("date", year, month, last)
    return ("date", year, month, day, edge) if edge else ("date", year, month, day)
