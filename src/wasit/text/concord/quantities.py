"""Quantities: numbers with what they count, periods, rates: ``ten days``, ``5 euros a month``."""

from __future__ import annotations

import math
from dataclasses import replace

from wasit.language.numbers import Numeral
from wasit.text.compare.terms import MONEY
from wasit.text.compare.words import is_small
from wasit.text.concord.reading import SCALES, Found, Reader, Value
from wasit.text.concord.terms import Unit, at, dual_unit, numbered, often, rates, unit_at

PERIODS = frozenset({"hours", "months"})
ONE = frozenset({"a", "an", "one", "each", "every", "per", "the", "next", "following"})
_CURRENCIES = MONEY | {"lira", "shillings", "rupees", "francs", "yen", "birr"}
_WORKING = frozenset({"working", "business", "work", "عمل", "العمل"})
_PER = frozenset({"per", "a", "an", "each", "every", "/", "في", "كل", "لكل"})
_NO_PERIOD = frozenset({"عام", "العام", "عقد"})
"""Words of a period that more often are something else."""
_MORE = {"ونصف": 0.5, "وربع": 0.25}
_ALWAYS = {("hours", 24.0): 24, ("hours", 168.0): 168, ("months", 12.0): 8_760}
"""What a period goes by -> the hours in all of it: ``24 hours a day``."""
_SAYS_ONE = frozenset({"واحد", "واحده", "واحدا"})


class Quantities(Reader):
    """Finds quantities in a list of tokens."""

    def at(self, n: int) -> list[Found]:
        """The quantity at ``n``: a number with its unit, or one in words of its own: ``weekly``."""
        told = self._often(n) or self._in_a_word(n)
        if told:
            return [told]
        numeral = self.numeral(n) or self._bare_scale(n)
        if numeral:
            return self._of(numeral)
        found = self._half_again(n) or self._single(n) or self._dual(n)
        return [found] if found else []

    def _bare_scale(self, n: int) -> Numeral | None:
        """``per thousand cubic metres``."""
        scale = SCALES.get(self.norm(n), 100.0 if self.norm(n) == "hundred" else 0.0)
        if self.language == "ar" or not scale or self.norm(n - 1) not in ("per", "each", "every"):
            return None
        return Numeral(n, n + 1, scale, scale, "words")

    def _half_again(self, n: int) -> Found | None:
        """``مرة ونصف``: one and a half times; ``سنة ونصف السنة``: eighteen months."""
        part = _MORE.get(self.norm(n + 1))
        if part is None or self.language != "ar":
            return None
        if self.norm(n) in ("مره", "بمره"):
            return Found("count", (("count", 1 + part),), n, n + 2, True, raw=(1 + part,))
        found = unit_at(self.tokens, n, "ar")
        if found is None or found[1] != n + 1:
            return None
        behind = n + 2 + self.norm(n + 2).startswith("ال")
        return _measured(found[0], 1 + part, n, behind, 1 + part)

    def _in_a_word(self, n: int) -> Found | None:
        """``in triplicate``, ``ثلاثي``."""
        found = at(numbered("counts", self.language), self.tokens, n, self.language)
        if found is None:
            return None
        value = float(found[0])
        return Found("count", (("count", value),), n, found[1], True, raw=(value,))

    def _often(self, n: int) -> Found | None:
        found = at(often(self.language), self.tokens, n, self.language)
        if found is None:
            return None
        unit, behind = found
        return _period(unit, 1, n, behind, weak=True)

    def _single(self, n: int) -> Found | None:
        """``a week``, ``every quarter``, ``بأسبوع``, ``سنة واحدة``."""
        if self.language == "en":
            if self.norm(n) not in ONE:
                return None
            found = unit_at(self.tokens, n + 1, "en")
            if found is None or found[0].name not in PERIODS or _is_plural(self.norm(n + 1)):
                return None
            if self.tokens[n + 1].capital:
                return None
            weak, behind = self.norm(n) != "one", found[1]
            more = [self.norm(behind + k) for k in range(3)]
            if more[:2] == ["and", "a"] and more[2] in ("half", "quarter"):
                amount = 1.5 if more[2] == "half" else 1.25
                return _period(found[0], amount, n, behind + 3, weak=False)
            return _period(found[0], 1, n, behind, weak=weak)
        found = unit_at(self.tokens, n, "ar")
        if found and found[0].name not in PERIODS and self.norm(found[1]) in _SAYS_ONE:
            return _measured(found[0], 1.0, n, found[1] + 1, 1.0)
        if found and found[0].name not in PERIODS and self._adds(found[1], found[0]):
            return _measured(found[0], 1.0, n, found[1], 1.0)._replace(weak=True)
        for form in self.forms(n):
            unit = unit_at_form(form)
            if unit is None or unit.name not in PERIODS or form in _NO_PERIOD:
                continue
            if (
                self.kind(n + 1) == "number"
                or self.norm(n).endswith("الساعه")
                or self._names_day(n)
            ):
                return None
            one = self.norm(n + 1) in _SAYS_ONE
            return _period(unit, 1, n, n + 1 + one, weak=not one)
        return None

    def _adds(self, n: int, unit: Unit) -> bool:
        """Whether a part of a unit is added to one of it: ``كيلومتراً ومئة متر``."""
        numeral = self.numeral(n) if self.norm(n).startswith("و") else None
        part = unit_at(self.tokens, numeral.behind, "ar") if numeral else None
        return part is not None and part[0].name == unit.name and part[0].size < unit.size

    def _names_day(self, n: int) -> bool:
        """Whether a day or hour is told of, not how long: ``يوم الخميس``, ``اليوم العاشر``."""
        if not self.norm(n + 1).startswith("ال"):
            return False
        return self.norm(n).endswith("يوم") or self.numeral(n + 1) is not None

    def _dual(self, n: int) -> Found | None:
        if self.language != "ar" or self.kind(n) != "word":
            return None
        unit = dual_unit(self.norm(n))
        if unit is None:
            return None
        behind = n + 1
        if self.norm(behind).endswith(("ان", "ين")) and dual_unit(self.norm(n)[:-2] + " ") is None:
            pair = unit_at(self.tokens, n, "ar")
            if pair and pair[1] > behind:
                unit, behind = pair
        amount, behind = 2.0, behind
        if self.norm(behind) == "ونصف":
            amount, behind = 2.5, behind + 1 + self.norm(behind + 1).startswith("ال")
        elif self.numeral(behind) and self.norm(behind) in ("اثنين", "اثنان", "اثنتين", "اثنتان"):
            behind += 1
        return _measured(unit, amount, n, behind, 2.0 if amount == 2 else amount)

    # --- numbers ----------------------------------------------------------------------------------

    def _of(self, numeral: Numeral) -> list[Found]:
        """What a number says, and the rate behind it."""
        numeral = self._scaled(numeral)
        unit, first, behind, working = self._unit(numeral)
        value = numeral.low
        if unit is None:
            end = self._other_end(numeral)
            if end is None:
                return [self._count(numeral, value)]
            if numeral.scale == 1 and end.scale > 1 and value < 1000:
                value *= end.scale
            unit, _, _, working = self._unit(end)
            if unit is None:
                return [self._count(numeral, value)]
        found = self._with(unit, value, first, behind, working)
        small = numeral.sort == "ordinal" and value <= 10
        if small or self._is_always(found, behind) or self.norm(first - 1) == "مدار":
            found = found._replace(weak=True)
        rate = self._rate(behind) if unit.name not in PERIODS | {"percent"} else None
        return [found, rate] if rate else [found]

    def _is_always(self, found: Found, behind: int) -> bool:
        """Whether a period is all there is: ``24 hours a day, 365 days a year``."""
        by = self._rate(behind)
        hours = _ALWAYS.get((by.unit, float(str(by.values[0][1])))) if by else None
        return hours is not None and found.values == (("hours", float(hours)),)

    def _scaled(self, numeral: Numeral) -> Numeral:
        """A number with the scale behind its bracket: ``[37] billion``."""
        n = numeral.behind
        if self.norm(n) != "]":
            return numeral
        scale = next((SCALES[form] for form in self.forms(n + 1) if form in SCALES), 0.0)
        if not scale:
            return numeral
        value = numeral.low * scale
        return replace(numeral, low=value, high=value, behind=n + 2)

    def _other_end(self, numeral: Numeral) -> Numeral | None:
        """The upper end of a range that a number begins: ``30 to 50 million euros``."""
        n = numeral.behind
        before = {self.norm(k) for k in range(max(numeral.first - 2, 0), numeral.first)}
        if self.norm(n) in ("and", "و") and not before & {"between", "بين"}:
            return None
        if self.norm(n) in ("to", "-", "–", "or", "and", "و", "الي", "او"):
            return self.numeral(n + 1)
        return None

    def _with(self, unit: Unit, value: float, first: int, behind: int, working: bool) -> Found:
        if unit.name == "percent":
            share = ("share", round(value / 100, 4))
            times: tuple[Value, ...] = ()
            if value > 100:
                times = (("count", round(value / 100, 4)),)  # 150 %: one and a half times
            return Found("share", (share, *times), first, behind, unit="percent", raw=(value,))
        return _measured(unit, value, first, behind, value, working=working)

    def _unit(self, numeral: Numeral) -> tuple[Unit | None, int, int, bool]:
        """The unit of a number, its first token and the one behind; whether of working days."""
        first, behind = numeral.first, numeral.behind
        if numeral.counted is not None:
            found = unit_at(self.tokens, numeral.counted, self.language)
            if found:
                return found[0], first, max(behind, found[1]), False
        before = unit_at(self.tokens, first - 1, self.language)
        if before and before[0].name in _CURRENCIES and before[1] <= first:
            return before[0], first - 1, behind, False
        if before and before[0].name in PERIODS and self._definite(first):
            return before[0], first - 1, behind, False
        n = self._past_figures(numeral, behind)
        working = False
        if self.language == "en" and self.norm(n) in _WORKING:
            working, n = True, n + 1
        found = unit_at(self.tokens, n, self.language)
        if found is None and numeral.sort != "ordinal":
            n, found = self._farther(n)
        if found is None or (numeral.sort == "ordinal" and found[0].name not in PERIODS):
            return None, first, behind, False
        unit, behind = found
        if numeral.sort == "ordinal" and self.language == "ar" and numeral.low <= 2:
            return None, first, numeral.behind, False
        if self.language == "ar" and self.norm(behind) in _WORKING:
            working, behind = True, behind + 1
        return unit, first, behind, working

    def _definite(self, n: int) -> bool:
        """``الأسابيع الثمانية``, ``اليوم العاشر``: the number behind what it counts."""
        both_ = (self.norm(n - 1), self.norm(n))
        return self.language == "ar" and all("ال" in word[:3] or "لل" in word[:2] for word in both_)

    def _past_figures(self, numeral: Numeral, n: int) -> int:
        """Behind the same number in brackets, and marks: ``thirty (30) days``, ``ten-day``."""
        if self.norm(n) == "(" and self.norm(n + 2) == ")" and self.kind(n + 1) == "number":
            n += 3
        while self.norm(n) in ("-", "–", "]", "["):
            n += 1
        return n

    def _farther(self, n: int) -> tuple[int, tuple[Unit, int] | None]:
        """A period behind an adjective: ``ten consecutive days``."""
        if self.kind(n) != "word" or is_small(self.norm(n), self.language):
            return n, None
        found = unit_at(self.tokens, n + 1, self.language)
        return n, found if found and found[0].name in PERIODS and self.language == "en" else None

    def _count(self, numeral: Numeral, value: float) -> Found:
        weak = numeral.sort == "dual" or value <= 1 or (value == 2 and numeral.sort != "digits")
        if numeral.sort == "ordinal":
            values = (("count", value),)
            weak = value <= 10
            return Found("ordinal", values, numeral.first, numeral.behind, weak, raw=(value,))
        if numeral.sort == "fraction":
            share = ("share", round(value, 4))
            return Found("share", (share,), numeral.first, numeral.behind, True, raw=(value,))
        values = (("count", value),)
        # A lone word for a thousand: "to the nearest thousand".
        bare = numeral.sort == "words" and value >= 100 and numeral.behind == numeral.first + 1
        weak = weak or (bare and math.log10(value) % 1 == 0)
        return Found("count", values, numeral.first, numeral.behind, weak, raw=(value,))

    def _rate(self, n: int) -> Found | None:
        """``per second``, ``في الدقيقة``, ``a month``, ``شهرياً``, behind a measure."""
        start = n
        if self.norm(n) in _PER:
            for form in self.forms(n + 1):
                unit = rates(self.language).get(form.removeprefix("ال"))
                if unit:
                    return _rate(unit, start, n + 2)
        if self.language == "ar":
            for form in self.forms(n):
                unit = rates("ar").get(form.removeprefix("ال"))
                if unit and self.norm(n).startswith("ب"):
                    return _rate(unit, start, n + 1)
        found = at(often(self.language), self.tokens, n, self.language)
        return _rate(found[0], start, found[1]) if found else None


def unit_at_form(form: str) -> Unit | None:
    """The period of which a folded Arabic word says one, without an article."""
    return _SINGLE.get(form)


_SINGLE = {
    "يوم": Unit("hours", 24),
    "يوما": Unit("hours", 24),
    "اسبوع": Unit("hours", 168),
    "اسبوعا": Unit("hours", 168),
    "شهر": Unit("months", 1),
    "شهرا": Unit("months", 1),
    "سنه": Unit("months", 12),
    "عاما": Unit("months", 12),
    "ساعه": Unit("hours", 1),
    "عام": Unit("months", 12),
}


def _measured(
    unit: Unit, value: float, first: int, behind: int, raw: float, *, working: bool = False
) -> Found:
    if unit.name in PERIODS:
        found = _period(unit, value, first, behind, weak=False)
        if working:
            days = tuple(("working " + str(v[0]), *v[1:]) for v in found.values)
            return found._replace(values=days, unit="working", raw=(raw,))
        return found._replace(raw=(raw,))
    amount = (unit.name, round(value * unit.size, 6))
    return Found("measure", (amount,), first, behind, unit=unit.name, raw=(raw,))


def _period(unit: Unit, value: float, first: int, behind: int, *, weak: bool) -> Found:
    amount = (unit.name, round(value * unit.size, 3))
    raw = () if weak and value == 1 else (value,)
    return Found("period", (amount,), first, behind, weak, unit.name, raw)


def _rate(unit: Unit, first: int, behind: int) -> Found:
    amount = (unit.name, round(unit.size, 3))
    return Found("rate", (amount,), first, behind, True, unit.name, ())


def _is_plural(norm: str) -> bool:
    """Whether an English unit is in the plural: weeks, not *week's*."""
    return norm.endswith("s") and not norm.endswith(("'s", "’s"))
