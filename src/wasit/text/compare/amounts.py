"""Amounts, shares and periods: ``two weeks``, ``a third``, ``every month``, ``15,000 dinars``."""

from __future__ import annotations

from wasit.language.numbers import Numeral
from wasit.text.compare.model import Kind
from wasit.text.compare.periods import Periods
from wasit.text.compare.read import Read
from wasit.text.compare.terms import (
    MONEY,
    PERIODS,
    ROUND,
    TOPS,
    unit_at,
    words_of,
)
from wasit.text.compare.words import is_small, stem
from wasit.text.numbering import ORDINALS

_LONGEST_LIST = 12
"""Words and numbers of a list of labels that are gone back over."""
_LISTING = frozenset({",", "،", "and", "or", "و", "او"})
_SKIPPED = frozenset({"]", "[", "-", "–", ")", "("})
_PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6}
_PARTS |= {"eighth": 0.125, "tenth": 0.1, "twentieth": 0.05, "hundredth": 0.01}
_HALVES = frozenset({"مناصفه", "بالمناصفه"})
_ARABIC_PARTS = {"ارباع": 4, "اخماس": 5, "اسداس": 6, "اعشار": 10}
_BELOW = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}


class Amounts(Periods):
    """Finds amounts in a list of tokens: those told by words of their own, and by numbers."""

    def at(self, n: int) -> Read | None:
        """The period, share or ordinal that begins at token ``n``."""
        return self.period(n) or self._share(n) or self._ordinal(n) or self._both(n)

    def _share(self, n: int) -> Read | None:
        """``one tenth``, ``a third``, ``two thirds``, ``one seat in three``; of a whole."""
        if self.norm(n) in _HALVES:
            half = _percent(50.0, n, n + 1)
            return half._replace(listed=False)
        if self.language != "en":
            return None
        if self.norm(n) in ("every", "each"):
            return self._one_in(n)
        top = TOPS.get(self.norm(n))
        part = _PARTS.get(self.norm(n + 1).removesuffix("s")) if top else None
        if top and self.norm(n) == "one" and self.norm(n + 1) != "in" and part is None:
            at = n + 2 if self.norm(n + 2) == "in" else n + 1
            below = _BELOW.get(self.norm(at + 1)) if self.norm(at) == "in" else None
            if below:
                return _percent(100 / below, n, at + 2)
        if top and part and not self._which_one(n):
            return _percent(100 * top * part, n, n + 2)
        return None

    def _one_in(self, n: int) -> Read | None:
        """``every third flat``: one in three."""
        below = ORDINALS.get(self.norm(n + 1), 0)
        if not 3 <= below <= 10 or unit_at(self.tokens, n + 2, self.language):
            return None
        return _percent(100 / below, n, n + 2) if self.norm(n + 2).isalpha() else None

    def _which_one(self, n: int) -> bool:
        """``a third boat``: which of several, not which part of one."""
        behind = self.tokens[n + 2] if n + 2 < len(self.tokens) else None
        return (
            self.norm(n) == "a"
            and self.norm(n + 1) in ("third", "fifth", "sixth", "eighth", "tenth")
            and behind is not None
            and behind.kind == "word"
            and not is_small(behind.norm, self.language)
            and not behind.norm.endswith(("s", "ed"))
        )

    def _ordinal(self, n: int) -> Read | None:
        """``ninetieth day``, ``sixty-eighth session``; the small ones are found as numbers."""
        word = self.norm(n)
        value, at = ROUND.get(word, 0), n + 1
        if self.norm(n + 1) == "-" and word.removesuffix("y") + "ieth" in ROUND:
            small = next((k for o, k in ORDINALS.items() if o == self.norm(n + 2) and k < 10), 0)
            value, at = (ROUND[word.removesuffix("y") + "ieth"] + small, n + 3) if small else (0, n)
        if not value:
            return None
        while self.norm(at) == "]":
            at += 1
        unit = unit_at(self.tokens, at, self.language)
        if unit and unit[0] in PERIODS:
            return Read("duration", (unit[0], value * unit[1]), unit[0], n, unit[2])
        behind = at + 1 if at < len(self.tokens) and self.tokens[at].kind == "word" else at
        noun = stem(self.norm(at), self.language)
        return Read("number", ("ordinal", value, value), noun, n, behind)

    def _both(self, n: int) -> Read | None:
        """``both parties``: two, but told of only where it became another number."""
        token = self.tokens[n + 1] if n + 1 < len(self.tokens) else None
        if self.norm(n) != "both" or self.language != "en" or token is None:
            return None
        if token.kind != "word" or not token.norm.endswith("s"):
            return None
        unit = stem(token.norm, self.language)
        return Read("number", ("count", 2.0, 2.0), unit, n, n + 2, listed=False)

    def of(self, numeral: Numeral) -> Read | None:
        low, high = numeral.low, numeral.high
        if self.norm(numeral.first - 1) in words_of(self.language, "options"):
            return None
        below = _ARABIC_PARTS.get(self.norm(numeral.behind).removeprefix("ال"), 0)
        if self.language == "ar" and 1 < low == high < below:
            return _percent(100 * low / below, numeral.first, numeral.behind + 1)
        unit, first, behind = self._measure(numeral)
        if numeral.sort == "ordinal" and high <= 3:
            return None
        if numeral.sort == "fraction" and unit is None:
            share = self._is_share(numeral)
            return _percent(100 * low, numeral.first, numeral.behind) if share else None
        if unit is None:
            return self._count(numeral)
        name, size = unit
        if name == "percent":
            return _percent(low, first, behind) if low == high else Read(
                "percentage", (name, low, high), name, first, behind
            )  # fmt: skip
        kind: Kind = "duration" if name in PERIODS else "number"
        ends = (low,) if low == high else (low, high)
        value = (name, *(round(end * size, 6) for end in ends))
        return Read(kind, value, name, first, behind)

    def _is_share(self, numeral: Numeral) -> bool:
        """Whether a fraction is part of a whole: no ``Old Quarter``, no ``every quarter``."""
        word = self.norm(numeral.first)
        if self.language == "ar" or word == "half":
            return not self.tokens[numeral.first].capital or numeral.first == 0
        before = self.norm(numeral.first - 1)
        return before in TOPS or self.norm(numeral.behind) == "of"

    def _measure(self, numeral: Numeral) -> tuple[tuple[str, float] | None, int, int]:
        """The unit of a number, the first token and the one behind both."""
        if numeral.counted is not None:
            found = unit_at(self.tokens, numeral.counted, self.language)
            if found:
                return found[:2], numeral.first, max(numeral.behind, found[2])
        before = unit_at(self.tokens, numeral.first - 1, self.language)
        behind = numeral.behind
        if before and before[0] in MONEY and before[2] <= numeral.first:
            return before[:2], numeral.first - 1, behind
        at = behind
        while self.norm(at) in _SKIPPED:
            at += 1
        if numeral.sort == "fraction" and self.norm(at) in ("a", "an", "of"):
            at += 1
        for n in range(at, min(at + 3, len(self.tokens))):
            found = unit_at(self.tokens, n, self.language)
            near = found is not None and (n == at or found[0] in PERIODS)
            if numeral.sort == "ordinal" and (n > at or (found and found[0] not in PERIODS)):
                break
            if found and near:
                return found[:2], numeral.first, found[2]
            if self.tokens[n].kind != "word" or is_small(self.tokens[n].norm, self.language):
                break
        return None, numeral.first, behind

    def _count(self, numeral: Numeral) -> Read | None:
        """A number of things: with the noun behind it where it stands next."""
        low, high = numeral.low, numeral.high
        single = low == high == 1 and numeral.sort != "digits"
        behind, unit = numeral.behind, ""
        if numeral.counted is not None:
            unit = stem(self.norm(numeral.counted), self.language)
        at = behind
        while self.norm(at) == "]":
            at += 1
        token = self.tokens[at] if at < len(self.tokens) else None
        if token and token.kind == "word" and not is_small(token.norm, self.language):
            unit = unit or stem(token.norm, self.language)
            behind = at + 1
        value = ("ordinal" if numeral.sort == "ordinal" else "count", low, high)
        if single and (not unit or numeral.sort == "ordinal"):
            return None
        listed = not (
            single
            or self._is_base(numeral)
            or self._which(numeral)
            or self._announces(behind, high)
            or (not unit and self._is_label(numeral))
        )
        return Read("number", value, unit, numeral.first, behind, listed)

    def _is_label(self, numeral: Numeral) -> bool:
        """Whether a number only tells one thing from others: ``lines 1, 3 and 5``, ``room 12``."""
        if numeral.sort != "digits" or numeral.behind - numeral.first > 1 or numeral.high > 999:
            return False
        n = numeral.first - 1
        while self.norm(n) in _LISTING or (n >= 0 and self.tokens[n].kind == "number"):
            n -= 1
        return (
            n >= 0
            and self.tokens[n].kind == "word"
            and not is_small(self.tokens[n].norm, self.language)
        )

    def _announces(self, behind: int, high: float) -> bool:
        """``for three reasons only:`` tells how long a list is that follows."""
        here = [self.norm(n) for n in range(behind, behind + 3)]
        return high <= 12 and ":" in here

    def _is_base(self, numeral: Numeral) -> bool:
        """``from 90 to 140``: what is changed, of which only what it becomes is agreed."""
        to = {"to", "الي"}
        return self.norm(numeral.first - 1) in ("from", "من") and self.norm(numeral.behind) in to

    def _which(self, numeral: Numeral) -> bool:
        """``the two sides``, ``الطرفين``: not how many, but which."""
        if not numeral.low == numeral.high == 2 or numeral.sort == "digits":
            return False
        if self.language == "en":
            return self.norm(numeral.first - 1) in ("the", "these", "those", "both", "other")
        return "ال" in self.norm(numeral.first)[:4] or self.norm(numeral.first).startswith("لل")


def _percent(value: float, first: int, behind: int) -> Read:
    return Read("percentage", ("percent", round(value, 1)), "percent", first, behind)
