"""The figures of one sentence: numbers with what they count, and which of them matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from wasit.language.lexicons import Phrases
from wasit.language.numbers import Numeral, numerals
from wasit.language.spans import Language, Span, overlaps
from wasit.language.tokens import Token
from wasit.press.document import Sentence
from wasit.press.figures.units import MONEY, PERIODS, Unit, unit_at, unit_of
from wasit.press.lexicons import phrases

_BEFORE, _BEHIND = 6, 5
"""How many words around a period are looked at for what it is a period of."""
_INHERITS = 10
"""How many words behind a number with a noun a bare one may still count the same."""
_OTHERS = frozenset({"others", "other", "more", "اخرين", "اخرون", "اخري", "اخر"})
_OF_THEM = frozenset({"منهم", "منها", "منهن"})
_SAID = frozenset({"said", "say", "says", "told", "added", "who", "warned", "argued"})
_OUT_OF = frozenset({"of", "اصل", "بين"})
_ENDS = frozenset({";", "؛", ".", "!", "?", "؟"})
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, in one paragraph of one language."""

    value: str
    unit: str
    of: str
    paragraph: int
    span: Span
    counts: bool
    """False where it is no figure for what it counts: sides, points of a text, length of a talk."""
    listed: bool = True
    """Whether the unit is in the lexicon."""


def amounts(sentence: Sentence, paragraph: int, taken: Sequence[Span]) -> Iterator[Amount]:
    """The numbers of a sentence with their units; none of those in ``taken``."""
    tokens, language = sentence.tokens, sentence.span.language
    before: tuple[Numeral, Unit] | None = None
    for numeral in numerals(tokens, language):
        span = Span(language, tokens[numeral.first].start, tokens[numeral.behind - 1].end)
        if numeral.sort in ("ordinal", "fraction") or _no_amount(tokens, numeral):
            continue
        if overlaps(span, taken):
            continue
        unit = unit_of(tokens, numeral, language)
        if unit is None:
            unit = _inherited(tokens, numeral, before, language)
        if unit is None or _too_little(numeral):
            continue
        yield Amount(
            numeral.value,
            unit.name.lstrip("-"),
            _of(tokens, numeral, unit, language),
            paragraph,
            _span(tokens, numeral, unit, language),
            counts=not unit.name.startswith("-") and _matters(tokens, numeral, unit, language),
            listed=unit_at(tokens, unit.first, language) is not None,
        )
        before = numeral, unit


def _span(tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language) -> Span:
    """The number with its unit, where they stand together."""
    first = unit.first if numeral.first - 2 <= unit.first < numeral.first else numeral.first
    behind = max(unit.behind, numeral.behind)
    return Span(language, tokens[first].start, tokens[behind - 1].end)


def _no_amount(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """A time of day (07:30), a format (5+5), a version."""
    after = tokens[numeral.behind].text if numeral.behind < len(tokens) else ""
    start = tokens[numeral.first].start
    before = tokens[numeral.first - 1] if numeral.first else None
    if after == ":" and numeral.behind + 1 < len(tokens):
        return tokens[numeral.behind + 1].kind == "number"
    if before is not None and before.text == ":" and numeral.first > 1:
        return tokens[numeral.first - 2].kind == "number" and before.end == start
    return after == "+" or (before is not None and before.text == "+")


def _too_little(numeral: Numeral) -> bool:
    return numeral.low == numeral.high == 1 and numeral.sort == "words"


def _inherited(
    tokens: Sequence[Token],
    numeral: Numeral,
    before: tuple[Numeral, Unit] | None,
    language: Language,
) -> Unit | None:
    """What a bare number counts: the noun before, of which it is some, or what the last one did."""
    number_of = _number_of(tokens, numeral, language)
    if number_of:
        return number_of
    near = unit_at(tokens, numeral.first - 1, language)
    if near and near.name.startswith("-"):
        # Resolution 2254, paragraph 14.
        return None
    after = tokens[numeral.behind].norm if numeral.behind < len(tokens) else "."
    others = after in _OTHERS
    if others:
        for n in range(numeral.first - 1, max(numeral.first - 4, -1), -1):
            found = unit_at(tokens, n, language)
            if found and not found.name.startswith("-"):
                return Unit(found.name, n, found.behind)
    if before is None or numeral.first - before[0].behind > _INHERITS or before[1].name == "%":
        return None
    between = {token.text for token in tokens[before[0].behind : numeral.first]}
    if between & _ENDS:
        return None
    bare = numeral.behind >= len(tokens) or tokens[numeral.behind].kind == "mark"
    part = tokens[numeral.first - 1].norm in _OUT_OF if numeral.first else False
    if others or part or _of_them(tokens, numeral) or (bare and before[1].name not in PERIODS):
        return before[1]
    # From 28 points to 19.
    return before[1] if numeral.changes and before[0].changes else None


def _of_them(tokens: Sequence[Token], numeral: Numeral) -> bool:
    after = [token.norm for token in tokens[numeral.behind : numeral.behind + 2]]
    return after == ["of", "them"] or bool(_OF_THEM.intersection(after[:1]))


def _number_of(tokens: Sequence[Token], numeral: Numeral, language: Language) -> Unit | None:
    """``the number of crossings is nine``, ``عدد المعابر تسعة``."""
    for n in range(numeral.first - 1, max(numeral.first - 10, -1), -1):
        word = tokens[n].norm
        if word in (".", "،", ",", ";"):
            return None
        if word in ("عدد", "وعدد", "number"):
            for k in range(n + 1, min(n + 5, numeral.first)):
                found = unit_at(tokens, k, language)
                if found:
                    return found
            return None
    return None


@cache
def _near(language: Language, section: str) -> Phrases:
    return phrases(language, "figures", section)


def _matters(tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language) -> bool:
    """Whether a period is one agreed or set, rather than how long an encounter or a war took."""
    if _pair_of_things(numeral, unit):
        return False
    if unit.name not in PERIODS:
        # Two observers said: who speaks is not counted.
        after = tokens[unit.behind].norm if unit.behind < len(tokens) else ""
        return not (unit.name == "people" and numeral.sort == "words" and after in _SAID)
    around = range(max(numeral.first - _BEFORE, 0), min(unit.behind + _BEHIND, len(tokens)))
    close = range(max(numeral.first - 4, 0), min(unit.behind + 3, len(tokens)))
    if any(_near(language, "period").at(tokens, n) for n in close):
        return True
    if unit.name == "hours":
        return False
    return not any(_near(language, "meeting").at(tokens, n) for n in around)


def _pair_of_things(numeral: Numeral, unit: Unit) -> bool:
    """Two villages, two boats: hardly ever an amount; two persons, two weeks may be one."""
    measured = unit.name in (*PERIODS, *MONEY, "people", "%") or unit.name.startswith("k")
    return numeral.high <= 2 and numeral.sort in ("words", "dual") and not measured


def _of(tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language) -> str:
    """What it is an amount of, in a few of the report's words."""
    begin = numeral.behind
    end = begin
    while end < len(tokens) and end - begin < _MOST_WORDS + 2 and tokens[end].kind == "word":
        end += 1
    measured = unit.name in (*PERIODS, *MONEY, "%", "km", "kg", "tonnes")
    if not measured and end > begin:
        return _words(tokens[begin:end])
    behind = tokens[max(unit.behind, begin) : end]
    if behind and len(behind) > 1:
        return _words(behind[1:] if behind[0].norm in ("of", "من", "the") else behind)
    first = numeral.first
    while first > 0 and numeral.first - first < _MOST_WORDS and tokens[first - 1].kind == "word":
        first -= 1
    return _words(tokens[first : numeral.first]) or unit.name


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens[:_MOST_WORDS])
