"""Periods, and how often: ``a year and a half``, ``every two weeks``, ``twice a year``."""

from __future__ import annotations

from wasit.text.compare.read import Read, Reader, Times
from wasit.text.compare.terms import PERIODS, SINGULAR, month_at, often, unit_at, words_of

_BEFORE_PERIOD = frozenset(
    {"within", "inside", "for", "of", "after", "in", "under", "over", "lasts", "another", "than"}
)
"""Words behind which ``a month`` is one month, not how often."""
_BEFORE_ARABIC_PERIOD = frozenset({"خلال", "بعد", "مده", "لمده", "غضون", "قبل"})


class Periods(Reader):
    """Finds periods that are told by words of their own."""

    def period(self, n: int) -> Read | None:
        """The period that begins at token ``n``."""
        return self._times(n) or self._alone(n) or self._often(n)

    def _times(self, n: int) -> Read | None:
        """``twice a year``, ``three times a month``, ``مرة كل أسبوعين``: how often, as a period."""
        count, at = self._count_of_times(n)
        if not count:
            return None
        at += self.norm(at) in ("واحده", "only")
        counted = at
        often_ = self._often(at)
        if often_ is None and self.norm(at) in ("في", "in"):
            at += 1 + (self.norm(at + 1) in ("a", "each", "any", "every"))
            unit = unit_at(self.tokens, at, self.language)
            if unit and unit[0] in PERIODS:
                value = ("every", unit[0], unit[1])
                often_ = Read("duration", value, unit[0], at, unit[2])
        if often_ is None or often_.value[0] != "every":
            return None
        name, size = often_.unit, float(str(often_.value[2]))
        every = ("every", name, round(size / count, 6))
        times = Times(counted, (name, size))
        return Read("duration", every, "times", n, often_.behind, times=times)

    def _count_of_times(self, n: int) -> tuple[float, int]:
        """How many times, and the token behind that; 0 where no such thing is said."""
        word = self.norm(n)
        if word in words_of(self.language, "once"):
            return {"thrice": 3.0, "once": 1.0, "مره": 1.0}.get(word, 2.0), n + 1
        numeral = self.numbers.get(n)
        if numeral and self.norm(numeral.behind) in words_of(self.language, "times_of"):
            return numeral.low, numeral.behind + 1
        return 0.0, n

    def _alone(self, n: int) -> Read | None:
        """``a year and a half``, ``سنة ونصف السنة``, ``خلال شهر``: one of a period, or more."""
        at = n + (self.language == "en" and self.norm(n) in ("a", "one"))
        unit = unit_at(self.tokens, at, self.language)
        if unit is None or unit[0] not in PERIODS or (at == n and self.language == "en"):
            return None
        name, size, behind = unit
        if self.language == "en":
            if [self.norm(behind + k) for k in range(3)] != ["and", "a", "half"]:
                return None
            return Read("duration", (name, 1.5 * size), name, n, behind + 3)
        following = self.norm(behind)
        joined = self.norm(n)[:1] in "لب" and self.norm(n)[1:] in SINGULAR
        if joined or (self.norm(n) in SINGULAR and following in ("واحد", "واحده")):
            behind += following in ("واحد", "واحده")
            return Read("duration", (name, size), name, n, behind)
        if self.norm(n) not in SINGULAR:
            return None
        if self.norm(behind) == "ونصف":
            behind += 1 + self.norm(behind + 1).startswith("ال")
            return Read("duration", (name, 1.5 * size), name, n, behind)
        if self.norm(n - 1) not in _BEFORE_ARABIC_PERIOD:
            return None
        after = self.tokens[behind] if behind < len(self.tokens) else None
        if after and (after.kind == "number" or month_at(self.tokens, behind, self.language)):
            return None
        behind += self.norm(behind) in ("واحد", "واحده")
        return Read("duration", (name, size), name, n, behind)

    def _often(self, n: int) -> Read | None:
        """``weekly``, ``every two weeks``, ``كل أسبوعين``, ``a month``."""
        word = self.norm(n)
        if word in often(self.language):
            unit, size = often(self.language)[word]
            return Read("duration", ("every", unit, size), unit, n, n + 1)
        if word not in words_of(self.language, "each"):
            return None
        unit_ = unit_at(self.tokens, n + 1, self.language)
        if unit_ and unit_[0] in PERIODS:
            unit, size, behind = unit_
            size *= 2 if self.language == "ar" and _is_dual(self.norm(n + 1)) else 1
            alone = word == "a" and self.norm(n - 1) in _BEFORE_PERIOD
            value = (unit, size) if alone else ("every", unit, size)
            return Read("duration", value, unit, n, behind)
        if word == "a":
            return None
        if self.norm(n + 1) == "quarter":
            return Read("duration", ("every", "months", 3.0), "months", n, n + 2)
        numeral = self.numbers.get(n + 1)
        counted = unit_at(self.tokens, numeral.behind, self.language) if numeral else None
        if numeral and counted and counted[0] in PERIODS:
            value = ("every", counted[0], numeral.low * counted[1])
            return Read("duration", value, counted[0], n, counted[2])
        return None


def _is_dual(word: str) -> bool:
    return word.endswith(("ين", "ان")) and word not in ("سنين",)
