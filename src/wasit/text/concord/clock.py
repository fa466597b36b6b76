"""Times of day: ``08:00``, ``3 p.m.``, ``half past five``, ``الثامنة والنصف صباحاً``."""

from __future__ import annotations

import re

from wasit.text.concord.reading import Found, Reader
from wasit.text.concord.terms import dayparts, numbered

_DOTTED = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_AFTER = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20, "وثلث": 20}
_BEFORE = {"ربعا": 15, "ربع": 15, "الربع": 15, "ثلثا": 20, "الثلث": 20}
_PAST = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}


class Clock(Reader):
    """Finds times of day in a list of tokens."""

    def at(self, n: int) -> Found | None:
        """The time that begins at ``n``."""
        return self._digits(n) or self._named(n) or (
            self._arabic(n) if self.language == "ar" else self._english(n)
        )  # fmt: skip

    def _digits(self, n: int) -> Found | None:
        """``22:00``, ``6:30 p.m.``, ``8.30 a.m.``, ``18h00``."""
        start = n
        if self.language == "ar" and "الساعه" in self.forms(n):
            n += 1
        if self.kind(n) != "number":
            return None
        dotted = _DOTTED.fullmatch(self.norm(n))
        if self.norm(n + 1) in (":", "h") and self.kind(n + 2) == "number" and self.tight(n, 3):
            hour, minute, behind = self.norm(n), self.norm(n + 2), n + 3
        elif dotted and self._part(n + 1):
            hour, minute, behind = dotted[1], dotted[2], n + 1
        else:
            return None
        if not (hour.isdigit() and len(hour) <= 2 and minute.isdigit() and len(minute) == 2):
            return None
        if int(hour) > 24 or int(minute) > 59:
            return None
        part = self._part(behind)
        behind = part[1] if part else behind
        hours = _hours(int(hour), part[0]) if part else (int(hour),)
        return _time(start, behind, hours, int(minute), (float(hour),))

    def _named(self, n: int) -> Found | None:
        """``midnight``, ``noon``."""
        for minutes, words in _named_times(self.language):
            for form in self.forms(n):
                length = len(words)
                said = [form, *(self.norm(k) for k in range(n + 1, n + length))]
                if said == words and (length > 1 or self._is_noon(n)):
                    return Found("time", (("time", minutes % 1440),), n, n + length)
        return None

    def _is_noon(self, n: int) -> bool:
        """Whether a lone word for noon is a time: no ``بعد الظهر``."""
        if self.language == "en":
            return True
        return self.norm(n).endswith("الظهر") and self.norm(n - 1) not in ("بعد", "قبل")

    def _english(self, n: int) -> Found | None:
        start, extra = n, 0
        if self.norm(n) in ("half", "a") or self.norm(n + 1) in ("past", "to"):
            n += self.norm(n) == "a"
            if self.norm(n) in _PAST and self.norm(n + 1) in ("past", "to"):
                extra = _PAST[self.norm(n)] * (1 if self.norm(n + 1) == "past" else -1)
                n += 2
        found = self.numeral(n)
        if found is None or not 1 <= found.low <= 24 or found.low != int(found.low):
            return None
        behind = found.behind
        clock = self.norm(behind) == "o'clock"
        behind += clock
        hour = int(found.low)
        part = self._part(behind)
        if part:
            return _time(start, part[1], _hours(hour, part[0]), extra, (float(hour),))
        if clock or extra or self._has_part_behind(behind):
            hours = (hour, (hour + 12) % 24) if hour <= 12 else (hour,)
            return _time(start, behind, hours, extra, (float(hour),))
        return None

    def _has_part_behind(self, n: int) -> bool:
        """Whether the hour is one end of two: ``from 8 to 10 a.m.``."""
        if self.norm(n) not in ("to", "and", "until", "-", "–"):
            return False
        found = self.numeral(n + 1)
        return bool(found and found.low <= 12 and self._part(found.behind))

    def _arabic(self, n: int) -> Found | None:
        start = n
        said = bool({"الساعه", "ساعه"} & set(self.forms(n))) and self.norm(n).endswith("الساعه")
        n += said
        found = self.numeral(n)
        if found is None or not 1 <= found.low <= 24 or found.low != int(found.low):
            return None
        definite = found.sort == "ordinal" and any(f.startswith("ال") for f in self.forms(n))
        if not (definite or (said and found.sort == "digits") or found.sort == "digits"):
            return None
        hour, behind, minute = int(found.low), found.behind, 0
        if self.norm(behind) in _AFTER:
            minute, behind = _AFTER[self.norm(behind)], behind + 1
        elif self.norm(behind) == "الا" and self.norm(behind + 1) in _BEFORE:
            minute, behind = -_BEFORE[self.norm(behind + 1)], behind + 2
        part = self._part(behind)
        if part:
            # A quarter to twelve in the morning is before noon.
            hours = (12,) if hour == 12 and minute < 0 else _hours(hour, part[0])
            return _time(start, part[1], hours, minute, (float(hour),))
        if said or (minute and definite):
            hours = (hour, (hour + 12) % 24) if hour <= 12 else (hour,)
            return _time(start, behind, hours, minute, (float(hour),))
        return None

    def _part(self, n: int) -> tuple[str, int] | None:
        """The part of the day said at ``n``, and the token behind it."""
        if self.norm(n) == "من" and self.language == "ar":
            n += 1
        for length in (4, 3, 2, 1):
            if n + length > len(self.tokens):
                continue
            words = " ".join(self.norm(k) for k in range(n, n + length))
            found = dayparts(self.language).get(words)
            if found is None and self.language == "ar":
                found = dayparts("ar").get(words.removeprefix("ال").removesuffix("ا"))
            if found:
                return found, n + length
        return None


def _named_times(language: str) -> list[tuple[int, list[str]]]:
    table = numbered("times", language)
    return [(n, words.split()) for words, n in table.items()]


def _hours(hour: int, part: str) -> tuple[int, ...]:
    """The hours of the day that an hour of the clock may be in a part of the day."""
    if hour > 12:
        return (hour % 24,)
    if part == "am":
        return (hour % 12,)
    if part == "night":
        return (hour % 12 + 12,) if 6 <= hour < 12 else (hour % 12,)
    if part == "noon":
        return (11,) if hour == 11 else (hour % 12 + 12,)
    return (hour % 12 + 12,)


def _time(
    first: int, behind: int, hours: tuple[int, ...], minute: int, raw: tuple[float, ...]
) -> Found:
    values = tuple(("time", (60 * hour + minute) % 1440) for hour in hours)
    return Found("time", values, first, behind, raw=raw)
