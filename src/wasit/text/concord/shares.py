"""Shares of a whole: ``two thirds``, ``one in five``, ``خُمسهم``, ``ثلاثة أرباع``, ``3 to 2``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from wasit.language.folding import folded
from wasit.text.compare.words import is_small
from wasit.text.concord.reading import SCALES, Found, Reader, Sort, Value
from wasit.text.concord.terms import both, reference_nouns, unit_at

_RATIO = frozenset(
    {"proportion", "proportions", "ratio", "rate", "divided", "shared", "split", "نسبه", "بنسبه"}
)
_SUFFIXES = ("هما", "هم", "ها", "هن", "ه")
_LIKE_NUMBERS = frozenset({5, 7, 9, 10, 8})
"""Arabic shares that are written like numbers: خمس, سبع, تسع, عشر, ثمن."""


class Shares(Reader):
    """Finds shares in a list of tokens."""

    def at(self, n: int) -> Found | None:
        """The share that begins at ``n``."""
        if self.kind(n) not in ("word", "number"):
            return None
        return self._ratio(n) or self._one_in(n) or (
            self._arabic(n) if self.language == "ar" else self._english(n)
        )  # fmt: skip

    # --- English ----------------------------------------------------------------------------------

    def _english(self, n: int) -> Found | None:
        """``half of``, ``a third``, ``two-thirds``, ``three quarters of an hour``."""
        top, at, first = 1.0, n, n
        if self.norm(n) in ("a", "an", "the"):
            at = n + 1
        elif dividers("en").get(self.norm(n)) is None:
            found = self.numeral(n)
            if found is None or found.sort not in ("digits", "words") or found.low > 99:
                return None
            top, at = found.low, found.behind
            at += self.norm(at) == "-"
        if self.norm(at) in ("one", "remaining", "other", "last") and self.norm(n) != "one":
            at += 1
        below = dividers("en").get(self.norm(at))
        if below is None or (self.tokens[at].capital and at > 0 and below == 4):
            return None
        plural = self.norm(at) in ("halves",) or self.norm(at).endswith("s")
        if at == n and below != 2 and not plural:
            return None
        if self.norm(at + 1) in ("past", "yearly", "-"):
            return None
        part, behind = top / below, at + 1
        measured = self._of_unit(first, part, behind)
        if measured:
            return measured
        sure = below == 2 or plural or self.norm(behind) == "of" or self.norm(n) == "one"
        if self.norm(behind) == "as":
            # "half as much again"
            return Found("share", (*_values(part), ("count", 1 + part)), n, behind, weak=True)
        if not sure and below != 4 and self._counts_noun(behind):
            return None
        values: list[Value] = [*_values(part)]
        if not sure:
            # "a third party" and "a third", "every quarter" and "a quarter" look alike.
            values += [("count", float(below)), *([("months", 3.0)] if below == 4 else [])]
        return Found("share", tuple(values), n, behind, weak=not sure, raw=(part,))

    def _counts_noun(self, n: int) -> bool:
        """Whether a word follows that an ordinal may count: ``the third round``."""
        noun = not is_small(self.norm(n), "en") or self.norm(n) in reference_nouns("en")
        return self.kind(n) == "word" and noun

    def _of_unit(self, n: int, part: float, behind: int) -> Found | None:
        """``half an hour``, ``a quarter of a million tonnes``, ``نصف ساعة``."""
        at = behind
        while self.language == "en" and self.norm(at) in ("of", "a", "an", "-"):
            at += 1
        scale = SCALES.get(self.norm(at), 0.0)
        if scale:
            value = part * scale
            unit = unit_at(self.tokens, at + 1, self.language)
            if unit:
                name = unit[0].name
                amount = (name, round(value * unit[0].size, 6))
                return Found("measure", (amount,), n, unit[1], unit=name, raw=(value,))
            return Found("count", (("count", value),), n, at + 1, raw=(value,))
        if self.language == "en" and at == behind and self.norm(n) not in ("half", "a"):
            return None
        found = unit_at(self.tokens, at, self.language)
        if found is None or found[0].name == "percent" or (at == behind and self.language == "en"):
            return None
        unit_, behind = found
        sort: Sort = "period" if unit_.name in ("hours", "months") else "measure"
        value_ = (unit_.name, round(part * unit_.size, 6))
        return Found(sort, (value_,), n, behind, unit=unit_.name, raw=(part,))

    # --- Arabic -----------------------------------------------------------------------------------

    def _arabic(self, n: int) -> Found | None:
        """``النصف``, ``ثلثا``, ``خُمسهم``, ``ثلاثة أرباع``."""
        found = self.numeral(n)
        if found and found.sort in ("words", "digits") and 2 <= found.low <= 99:
            below = _many_at(self.norm(found.behind))
            if below:
                behind = found.behind + 1
                part = found.low / below
                return self._of_unit(n, part, behind) or _share(part, n, behind)
        if found and found.sort == "words" and found.behind > n + 1:
            return None
        if self.norm(n) in ("مناصفه", "بالتساوي"):
            return Found("share", _values(0.5), n, n + 1, weak=True, raw=(0.5,))
        for form in self.forms(n):
            share = arabic_part(form)
            if share is None or (form.endswith("ين") and found):
                continue
            part = share
            if round(1 / part) in _LIKE_NUMBERS and not self._is_share(n, form):
                return None
            found_ = self._of_unit(n, part, n + 1) or _share(part, n, n + 1)
            # "and a half" goes with what stands before it; "the first quarter" is no share.
            following = self.numeral(found_.behind)
            apart = following is not None and following.sort == "ordinal"
            return found_._replace(weak=self.norm(n) == "ونصف" or apart)
        return None

    def _is_share(self, n: int, form: str) -> bool:
        """Whether a word that may be a number is a share: by its vowel, ending or what follows."""
        if form.startswith("ال") and "ثمن" not in form and not self.definite(n + 1):
            return self.norm(n - 1) not in ("", "،") and not self.definite(n - 1)
        letters = self.text(n)
        if "ُ" in letters[:4] and "َ" not in letters[:3]:
            return True
        if "ثمن" in form:
            # A price, unless its vowels say otherwise.
            return False
        if any(form.endswith(suffix) for suffix in ("هم", "ها", "هن", "هما")):
            return True
        return self.definite(n + 1) and self.numeral(n + 1) is None

    # --- both -------------------------------------------------------------------------------------

    def _one_in(self, n: int) -> Found | None:
        """``one in five``, ``one seat in three``, ``واحد من كل خمسة``."""
        top = self.numeral(n)
        if top is None or top.sort not in ("words", "digits") or not 1 <= top.low <= 20:
            return None
        for at in (top.behind, top.behind + 1):
            joint = self.norm(at)
            every = self.norm(at + 1) in ("every", "each", "كل", "of", "اصل")
            if joint not in ("in", "out", "من"):
                continue
            below = self.numeral(at + 1 + every)
            if below is None or below.sort not in ("words", "digits"):
                continue
            if joint == "من" and not every:
                continue
            spelt = top.sort == below.sort == "words" or every or joint == "out"
            behind = below.behind
            if (
                spelt
                and top.low < below.low <= 100
                and not unit_at(self.tokens, behind, self.language)
            ):
                found = _share(top.low / below.low, n, behind)
                return found._replace(raw=(top.low, below.low))
        return None

    def _ratio(self, n: int) -> Found | None:
        """``in the proportion of three to two``, ``بنسبة 60 إلى 40``, ``3:2``."""
        top = self.numeral(n)
        if top is None or top.sort not in ("words", "digits") or not 1 <= top.low <= 100:
            return None
        if self.norm(top.behind) not in ("to", "الي", ":", "-", "/"):
            return None
        below = self.numeral(top.behind + 1)
        if below is None or below.sort not in ("words", "digits") or not 1 <= below.low <= 100:
            return None
        before = {self.norm(k) for k in range(max(n - 4, 0), n)}
        behind = below.behind
        if before.isdisjoint(_RATIO) or unit_at(self.tokens, behind, self.language):
            return None
        part = top.low / (top.low + below.low)
        values = (*_values(part), *_values(1 - part))
        return Found("share", values, n, behind, raw=(top.low, below.low))


def _values(part: float) -> tuple[Value, ...]:
    """A share and, where its decimals do not end, how it is written in short."""
    shown = dict.fromkeys((round(part, 4), round(part, 3), round(part, 2)))
    if abs(part * 100 - round(part * 100, 2)) < 1e-9:
        return (("share", round(part, 4)),)
    return tuple(("share", one) for one in shown)


def _share(part: float, first: int, behind: int) -> Found:
    return Found("share", _values(part), first, behind, raw=(round(part, 6),))


@cache
def dividers(language: str) -> Mapping[str, int]:
    """The word under the line -> its number."""
    found: dict[str, int] = {}
    for n, (english, arabic, _) in both("shares").items():
        for word in arabic if language == "ar" else english:
            found[folded(str(word))] = int(n)
    return found


@cache
def _many() -> Mapping[str, int]:
    """Arabic plurals of shares -> the number under the line."""
    return {
        folded(str(word)): int(n) for n, (_, _, listed) in both("shares").items() for word in listed
    }


@cache
def _many_at(norm: str) -> int | None:
    """The number under the line of an Arabic plural, with what is joined on: ``أثمانها`` -> 8."""
    bare = norm.removeprefix("ال")
    endings = (bare, *(bare.removesuffix(suffix) for suffix in _SUFFIXES))
    return next((_many()[one] for one in endings if one in _many()), None)


@cache
def arabic_part(form: str) -> float | None:
    """What a form of an Arabic word for a share is: ``ثلثاهم`` -> 2/3."""
    bare = form.removeprefix("ال")
    table = dividers("ar")
    for suffix in ("", *_SUFFIXES):
        if not bare.endswith(suffix):
            continue
        stem = bare.removesuffix(suffix) if suffix else bare
        if stem in table:
            return 1 / table[stem]
        for dual in ("ان", "ين", "ا", "ي"):
            single = stem.removesuffix(dual)
            if stem.endswith(dual) and single in table and table[single] > 2:
                return 2 / table[single]
    return None
