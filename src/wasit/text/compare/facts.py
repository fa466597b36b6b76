"""What a point commits to in figures: amounts, shares, periods, dates, with their exact pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from wasit.entries import Mistake
from wasit.press.document import Token
from wasit.press.folding import folded
from wasit.press.numbers import Numeral, numerals
from wasit.press.spans import Language
from wasit.text.brackets import choices
from wasit.text.compare.model import Kind
from wasit.text.compare.words import bare_arabic, is_small, stem, tokens
from wasit.text.lexicon import lexicon
from wasit.text.numbering import ORDINALS, roman_value

Value = tuple[object, ...]
"""What a fact says, so that equal values are equal whatever they are written like."""
AROUND = 6
"""How many words on each side tell what a figure is about."""
PERIODS = frozenset({"hours", "minutes", "months"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of a point."""

    kind: Kind
    value: Value
    unit: str
    """What it is told in, or the stem of what is counted."""
    start: int
    end: int
    """Half-open offsets of its piece, with unit or noun, in the words of the point."""
    around: frozenset[str]
    """The stems near it."""
    listed: bool = True
    """False for what is told of only where it became another figure: ``both parties``."""


@lru_cache(maxsize=8_192)
def facts(words: str, language: str) -> tuple[Fact, ...]:
    """The figures of ``words``, in order, none overlapping."""
    listed = tokens(words)
    spoken: Language = "ar" if language == "ar" else "en"
    found = list(_Finder(listed, spoken).all())
    return tuple(_choices_as_one(words, found, listed, spoken))


class _Finder:
    """Goes over the tokens once for dates, times and periods, once for numbers."""

    def __init__(self, listed: Sequence[Token], language: Language) -> None:
        self.tokens = listed
        self.language = language
        self.taken: set[int] = set()
        self.references = {
            first: (key, behind) for first, behind, key in references(listed, language)
        }

    def all(self) -> list[Fact]:
        found = []
        n = 0
        while n < len(self.tokens):
            fact = self._special(n)
            if fact is None:
                n += 1
                continue
            found.append(fact[0])
            self.taken.update(range(n, fact[1]))
            n = fact[1]
        found += self._numbers()
        return sorted(found, key=lambda fact: fact.start)

    def norm(self, n: int) -> str:
        return self.tokens[n].norm if 0 <= n < len(self.tokens) else ""

    def make(self, kind: Kind, value: Value, unit: str, first: int, behind: int) -> Fact:
        near = (*self._near(first, -1), *self._near(behind - 1, 1))
        start, end = self.tokens[first].start, self.tokens[behind - 1].end
        listed = value[0] not in _VAGUE
        return Fact(kind, value, unit, start, end, frozenset(near), listed)

    def _near(self, n: int, step: int) -> Iterator[str]:
        left = AROUND
        n += step
        while left and 0 <= n < len(self.tokens):
            token = self.tokens[n]
            if token.kind == "word" and not is_small(token.norm, self.language):
                yield stem(token.norm, self.language)
            left -= token.kind == "word"
            n += step

    # --- dates, times, how often --------------------------------------------------------------

    def _special(self, n: int) -> tuple[Fact, int] | None:
        token = self.tokens[n]
        if token.kind == "mark" or (token.kind == "word" and not self._begins(token.norm)):
            return None
        return (
            self._reference(n) or self._clock(n) or self._counted_day(n) or self._date(n)
            or self._often(n) or self._share(n) or self._ordinal(n) or self._both(n)
        )  # fmt: skip

    def _begins(self, norm: str) -> bool:
        """Whether any of what is looked for may begin with a word: most do not."""
        return len(norm) <= 2 or _begins(norm, self.language)

    def _reference(self, n: int) -> tuple[Fact, int] | None:
        found = self.references.get(n)
        if found is None:
            return None
        key, behind = found
        return self.make("reference", ("reference", key), "reference", n, behind), behind

    def _clock(self, n: int) -> tuple[Fact, int] | None:
        """``22:00``, ``6 am``."""
        here = self.tokens[n : n + 3]
        if len(here) < 3 or here[1].text != ":" or here[0].end != here[1].start:
            return None
        if not here[0].kind == here[2].kind == "number" or len(here[2].text) != 2:
            return None
        value = ("time", f"{here[0].norm.zfill(2)}:{here[2].norm}")
        return self.make("number", value, "time", n, n + 3), n + 3

    def _counted_day(self, n: int) -> tuple[Fact, int] | None:
        """``D+7``: days behind a day that is set elsewhere."""
        here = self.tokens[n : n + 3]
        if len(here) < 3 or here[1].text not in "+-" or here[2].kind != "number":
            return None
        together = here[0].end == here[1].start and here[1].end == here[2].start
        if not together or len(here[0].text) > 2 or here[0].kind != "word":
            return None
        value = ("day", here[0].norm, here[1].text, here[2].norm)
        return self.make("date", value, "date", n, n + 3), n + 3

    def _date(self, n: int) -> tuple[Fact, int] | None:
        return self._slashed(n) or self._calendar(n) or self._season(n)

    def _slashed(self, n: int) -> tuple[Fact, int] | None:
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
                    return self.make("date", ("date", *parts), "date", n, n + 5), n + 5
            first, second = int(here[0].norm), int(here[2].norm)
            if 1900 <= first <= 2100 and second % 100 == (first + 1) % 100:
                return self.make("date", ("years", first), "date", n, n + 3), n + 3
        return None

    def _calendar(self, n: int) -> tuple[Fact, int] | None:
        """``[end of] [3 [of]] March [3,] [2027]``, ``[the year] 2027``."""
        edge, at = self._edge(n)
        day, month, year = 0, 0, 0
        day, at = self._day(at)
        found = _month(self.tokens, at, self.language)
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
        if not month and self.language == "ar" and self.norm(at) in _AR_YEAR:
            at += 1
        year = self._year(at)
        at += bool(year)
        if not (year or (month and (day or edge or self._alone(at - 1)))):
            return None
        if not month and not edge and self._counts(at):
            return None
        return self.make("date", _when(year, month, day, edge), "date", n, at), at

    def _alone(self, n: int) -> bool:
        """Whether a month without day and year is surely one: no ``May we``, no ``آب``."""
        before = self.norm(n - 1)
        if self.language == "ar":
            return len(self.norm(n)) > 3 and before in (
                "من",
                "الي",
                "في",
                "حتي",
                "شهر",
                "قبل",
                "بعد",
            )
        return before in _BEFORE_MONTH

    def _edge(self, n: int) -> tuple[str, int]:
        for length in (4, 3, 2, 1):
            phrase = _phrase(self.tokens, n, length)
            bare = phrase if self.language == "en" else bare_arabic(phrase)
            for form in (phrase, bare):
                if form in _edges(self.language):
                    return _edges(self.language)[form], n + length
        return "", n

    def _day(self, n: int, *, behind: bool = False) -> tuple[int, int]:
        token = self.tokens[n] if n < len(self.tokens) else None
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

    def _season(self, n: int) -> tuple[Fact, int] | None:
        for length in (4, 2, 1):
            phrase = _phrase(self.tokens, n, length)
            if phrase in _seasons(self.language):
                value = ("season", _seasons(self.language)[phrase])
                fact = self.make("date", value, "date", n, n + length)
                return fact, n + length
            if phrase in _list(self.language, "at_once"):
                fact = self.make("duration", ("at once",), "hours", n, n + length)
                return fact, n + length
        return None

    def _often(self, n: int) -> tuple[Fact, int] | None:
        """``weekly``, ``every two weeks``, ``كل أسبوعين``, ``a month``."""
        word = self.norm(n)
        if word in _often(self.language):
            unit, size = _often(self.language)[word]
            return self.make("duration", ("every", unit, size), unit, n, n + 1), n + 1
        if word not in _list(self.language, "each"):
            return None
        unit_ = _unit(self.tokens, n + 1, self.language)
        if unit_ and unit_[0] in PERIODS:
            unit, size, behind = unit_
            size *= 2 if self.language == "ar" and _is_dual(self.norm(n + 1)) else 1
            alone = word == "a" and self.norm(n - 1) in _BEFORE_PERIOD
            value = (unit, size) if alone else ("every", unit, size)
            return self.make("duration", value, unit, n, behind), behind
        if word == "a":
            return None
        for numeral in numerals(self.tokens[n + 1 : n + 4], self.language)[:1]:
            unit_ = _unit(self.tokens, n + 1 + numeral.behind, self.language)
            if numeral.first == 0 and unit_ and unit_[0] in PERIODS:
                value = ("every", unit_[0], numeral.low * unit_[1])
                return self.make("duration", value, unit_[0], n, unit_[2]), unit_[2]
        return None

    def _share(self, n: int) -> tuple[Fact, int] | None:
        """``one tenth``, ``a third``, ``two thirds``, ``one seat in three``; of a whole."""
        if self.language != "en":
            return None
        top = _TOPS.get(self.norm(n))
        part = _PARTS.get(self.norm(n + 1).removesuffix("s")) if top else None
        if top and self.norm(n) == "one" and self.norm(n + 1) != "in" and part is None:
            at = n + 2 if self.norm(n + 2) == "in" else n + 1
            below = _BELOW.get(self.norm(at + 1)) if self.norm(at) == "in" else None
            if below:
                return self._percent(100 / below, n, at + 2), at + 2
        if top and part:
            behind = n + 2
            return self._percent(100 * top * part, n, behind), behind
        return None

    def _ordinal(self, n: int) -> tuple[Fact, int] | None:
        """``ninetieth day``, ``sixty-eighth session``; the small ones are found as numbers."""
        word = self.norm(n)
        value, at = _ROUND.get(word, 0), n + 1
        if self.norm(n + 1) == "-" and word.removesuffix("y") + "ieth" in _ROUND:
            small = next((k for o, k in ORDINALS.items() if o == self.norm(n + 2) and k < 10), 0)
            value, at = (
                (_ROUND[word.removesuffix("y") + "ieth"] + small, n + 3) if small else (0, n)
            )
        if not value:
            return None
        while self.norm(at) == "]":
            at += 1
        unit = _unit(self.tokens, at, self.language)
        if unit and unit[0] in PERIODS:
            fact = self.make("duration", (unit[0], value * unit[1]), unit[0], n, unit[2])
            return fact, unit[2]
        behind = at + 1 if at < len(self.tokens) and self.tokens[at].kind == "word" else at
        noun = stem(self.norm(at), self.language)
        return self.make("number", ("ordinal", value, value), noun, n, behind), behind

    def _both(self, n: int) -> tuple[Fact, int] | None:
        """``both parties``: two, but told of only where it became another number."""
        token = self.tokens[n + 1] if n + 1 < len(self.tokens) else None
        if self.norm(n) != "both" or self.language != "en" or token is None:
            return None
        if token.kind != "word" or not token.norm.endswith("s"):
            return None
        unit = stem(token.norm, self.language)
        fact = self.make("number", ("count", 2.0, 2.0), unit, n, n + 2)
        return replace(fact, listed=False), n + 2

    def _percent(self, value: float, first: int, behind: int) -> Fact:
        return self.make("percentage", ("percent", round(value, 1)), "percent", first, behind)

    # --- numbers ------------------------------------------------------------------------------

    def _numbers(self) -> Iterator[Fact]:
        for numeral in numerals(self.tokens, self.language):
            if self.taken.isdisjoint(range(numeral.first, numeral.behind)):
                fact = self._number(numeral)
                if fact:
                    yield fact

    def _number(self, numeral: Numeral) -> Fact | None:
        low, high = numeral.low, numeral.high
        unit, first, behind = self._measure(numeral)
        if numeral.sort == "ordinal" and high <= 3:
            return None
        if numeral.sort == "fraction" and unit is None:
            share = self._is_share(numeral)
            return self._percent(100 * low, numeral.first, numeral.behind) if share else None
        if unit is None:
            return self._count(numeral)
        name, size = unit
        if name == "percent":
            return self._percent(low, first, behind) if low == high else self.make(
                "percentage", (name, low, high), name, first, behind
            )  # fmt: skip
        kind: Kind = "duration" if name in PERIODS else "number"
        ends = (low,) if low == high else (low, high)
        value = (name, *(round(end * size, 6) for end in ends))
        return self.make(kind, value, name, first, behind)

    def _is_share(self, numeral: Numeral) -> bool:
        """Whether a fraction is part of a whole: no ``Old Quarter``, no ``every quarter``."""
        word = self.norm(numeral.first)
        if self.language == "ar" or word == "half":
            return not self.tokens[numeral.first].capital or numeral.first == 0
        before = self.norm(numeral.first - 1)
        return before in _TOPS or self.norm(numeral.behind) == "of"

    def _measure(self, numeral: Numeral) -> tuple[tuple[str, float] | None, int, int]:
        """The unit of a number, the first token and the one behind both."""
        if numeral.counted is not None:
            found = _unit(self.tokens, numeral.counted, self.language)
            if found:
                return found[:2], numeral.first, max(numeral.behind, found[2])
        before = _unit(self.tokens, numeral.first - 1, self.language)
        behind = numeral.behind
        if before and before[0] in MONEY and before[2] <= numeral.first:
            return before[:2], numeral.first - 1, behind
        at = behind
        while self.norm(at) in _SKIPPED:
            at += 1
        if numeral.sort == "fraction" and self.norm(at) in ("a", "an", "of"):
            at += 1
        for n in range(at, min(at + 3, len(self.tokens))):
            found = _unit(self.tokens, n, self.language)
            near = found is not None and (n == at or found[0] in PERIODS)
            if numeral.sort == "ordinal" and (n > at or (found and found[0] not in PERIODS)):
                break
            if found and near:
                return found[:2], numeral.first, found[2]
            if self.tokens[n].kind != "word" or is_small(self.tokens[n].norm, self.language):
                break
        return None, numeral.first, behind

    def _count(self, numeral: Numeral) -> Fact | None:
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
        found = self.make("number", value, unit, numeral.first, behind)
        if single and (not unit or numeral.sort == "ordinal"):
            return None
        return replace(found, listed=not (single or self._which(numeral)))

    def _which(self, numeral: Numeral) -> bool:
        """``the two sides``, ``الطرفين``: not how many, but which."""
        if not numeral.low == numeral.high == 2 or numeral.sort == "digits":
            return False
        if self.language == "en":
            return self.norm(numeral.first - 1) in ("the", "these", "those", "both", "other")
        return "ال" in self.norm(numeral.first)[:4] or self.norm(numeral.first).startswith("لل")


# --- brackets with figures in them ----------------------------------------------------------------


def _choices_as_one(
    words: str, found: Sequence[Fact], listed: Sequence[Token], language: Language
) -> Iterator[Fact]:
    """The figures of alternatives in brackets as one: ``USD [10][25] billion``."""
    spans = bracket_groups(words)
    held: dict[tuple[int, int], list[Fact]] = {}
    for fact in found:
        span = next((s for s in spans if s[0] < fact.end and fact.start < s[1]), None)
        inside = span is not None and len(tokens(words[span[0] : span[1]])) <= 14
        if span is None or not inside:
            yield fact
        else:
            held.setdefault(span, []).append(fact)
    for (start, end), group in held.items():
        first, last = group[0], group[-1]
        values = tuple(fact.value for fact in group)
        yield Fact(
            last.kind,
            ("open", *values),
            last.unit,
            min(start, first.start),
            max(end, last.end),
            frozenset[str]().union(*(fact.around for fact in group)),
        )


@lru_cache(maxsize=8_192)
def bracket_groups(words: str) -> tuple[tuple[int, int], ...]:
    """Where the choices in brackets stand; none where brackets do not close."""
    if "[" not in words:
        return ()
    try:
        return tuple((choice.start, choice.end) for choice in choices(words))
    except Mistake:
        return ()


# --- lexicon --------------------------------------------------------------------------------------

_VAGUE = frozenset({"every", "at once"})
"""How often, how soon: told of only where it became a figure or a figure became it."""
MONEY = frozenset({"dollars", "euros", "pounds", "dinars", "dirhams", "riyals"})
_SKIPPED = frozenset({"]", "[", "-", "–", ")", "("})
_BEFORE_PERIOD = frozenset(
    {"within", "inside", "for", "of", "after", "in", "under", "over", "lasts", "another", "than"}
)
_BEFORE_MONTH = frozenset(
    {"in", "from", "to", "until", "till", "by", "before", "after", "since", "between", "and", "of"}
)
_TOPS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6}
_PARTS |= {"eighth": 0.125, "tenth": 0.1, "twentieth": 0.05, "hundredth": 0.01}
_ROUND = {
    f"{tens}ieth": 10 * n
    for n, tens in enumerate(
        ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), start=2
    )
}
_BELOW = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}
_AR_YEAR = frozenset({"عام", "سنه", "العام", "لعام", "بعام"})


@cache
def _list(language: str, name: str) -> frozenset[str]:
    return frozenset(folded(str(word)) for word in lexicon(language)[name])


@cache
def _units(language: str) -> dict[str, tuple[str, float]]:
    return {
        " ".join(map(folded, str(word).split())): (str(name), float(size))
        for name, size, listed in lexicon(language)["units"].values()
        for word in listed
    }


@cache
def _often(language: str) -> dict[str, tuple[str, float]]:
    units = lexicon(language)["units"]
    return {
        folded(str(word)): (str(units[idea][0]), float(units[idea][1]))
        for idea, listed in lexicon(language)["often"].items()
        for word in listed
    }


@cache
def _edges(language: str) -> dict[str, str]:
    edges = lexicon(language)["edges"]
    return {str(phrase): str(edge) for edge, listed in edges.items() for phrase in listed}


@lru_cache(maxsize=65_536)
def _begins(norm: str, language: str) -> bool:
    return norm in _firsts(language) or (
        language == "ar" and bare_arabic(norm) in _firsts(language)
    )


@cache
def _firsts(language: str) -> frozenset[str]:
    """The first words of dates, periods, shares, ordinals."""
    listed = (
        *_edges(language),
        *_months(language),
        *_seasons(language),
        *_list(language, "at_once"),
        *_list(language, "each"),
        *_often(language),
        *_reference_nouns(language),
        *_TOPS,
        *_ROUND,
        *(word.removesuffix("ieth") + "y" for word in _ROUND),
        *_AR_YEAR,
        "both",
    )
    return frozenset(phrase.split()[0] for phrase in listed)


@cache
def _seasons(language: str) -> dict[str, str]:
    seasons = lexicon(language)["seasons"]
    return {str(phrase): str(one) for one, listed in seasons.items() for phrase in listed}


@cache
def _months(language: str) -> dict[str, int]:
    months = lexicon(language)["months"]
    return {str(word): int(n) for n, listed in months.items() for word in listed}


def _month(listed: Sequence[Token], n: int, language: str) -> tuple[int, int] | None:
    for length in (2, 1):
        month = _months(language).get(_phrase(listed, n, length))
        if month and (language == "ar" or listed[n].capital):
            return month, n + length
    return None


def _phrase(listed: Sequence[Token], n: int, length: int) -> str:
    """The folded words at ``n``; empty where there are not that many."""
    if n + length > len(listed):
        return ""
    return " ".join(token.norm for token in listed[n : n + length])


def _unit(listed: Sequence[Token], n: int, language: str) -> tuple[str, float, int] | None:
    """The unit at ``n``, how much one of it is, and the token behind it."""
    if not 0 <= n < len(listed):
        return None
    for length in (3, 2, 1):
        phrase = _phrase(listed, n, length)
        found = _units(language).get(phrase)
        if found is None and language == "ar":
            found = _units(language).get(bare_arabic(phrase))
        if found:
            return (*found, n + length)
    return None


def _is_dual(word: str) -> bool:
    return word.endswith(("ين", "ان")) and word not in ("سنين",)


def _when(year: int, month: int, day: int, edge: str) -> Value:
    """A day, month or year; the end of a month is its last day."""
    if edge == "end" and not day:
        month = month or 12
        last = 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
        return ("date", year, month, last)
    return ("date", year, month, day, edge) if edge else ("date", year, month, day)


@cache
def _reference_nouns(language: str) -> frozenset[str]:
    return frozenset(map(folded, map(str, lexicon(language)["references"])))


_KEY = re.compile(r"[\w٠-٩]{1,4}")
_LISTED = frozenset({",", "،", "and", "or", "to", "-", "–", "و", "او", "الي"})


def references(listed: Sequence[Token], language: str) -> Iterator[tuple[int, int, str]]:
    """References to numbered texts: first token, the one behind, and the key referred to.

    ``points 3 and 4`` are two, the second without its noun.
    """
    n = 0
    while n < len(listed):
        found = _reference_at(listed, n, language)
        if found is None:
            n += 1
            continue
        yield n, found[1], found[0]
        n = found[1]
        while n + 1 < len(listed) and listed[n].norm in _LISTED and listed[n + 1].kind == "number":
            if (
                n + 2 < len(listed)
                and listed[n + 2].kind == "word"
                and _unit(listed, n + 2, language)
            ):
                break
            if listed[n].norm in ("و", ",", "،") and not _ends_list(listed, n + 2):
                break
            yield n + 1, n + 2, listed[n + 1].norm
            n += 2


def _ends_list(listed: Sequence[Token], n: int) -> bool:
    return n >= len(listed) or listed[n].kind == "mark" or listed[n].norm in _LISTED


def _reference_at(listed: Sequence[Token], n: int, language: str) -> tuple[str, int] | None:
    """A reference to a numbered text at ``n``: its key, and the token behind it."""
    token = listed[n]
    word = token.norm if language == "en" else bare_arabic(token.norm)
    nouns = _reference_nouns(language)
    if token.norm not in nouns and word not in nouns:
        return None
    if n + 1 >= len(listed):
        return None
    after = listed[n + 1]
    text = after.norm
    if after.kind == "number":
        key = text
    elif token.norm in ("annex", "appendix", "schedule") and len(after.text) <= 3 and after.capital:
        key = f"{token.norm} {text}"
    elif text in ORDINALS and language == "ar":
        key = str(ORDINALS[text])
    elif after.text.isupper() and roman_value(text):
        key = str(roman_value(text))
    else:
        return None
    behind = n + 2
    while (
        behind + 2 < len(listed) and listed[behind].text == "(" and listed[behind + 2].text == ")"
    ):
        if not _KEY.fullmatch(listed[behind + 1].text):
            break
        key = f"{key}.{listed[behind + 1].norm}"
        behind += 3
    return key, behind
