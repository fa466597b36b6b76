"""What the length of a document is told in, and what a number counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wasit.language.numbers import Numeral
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.texts.phrase import stops

NEEDS_A_NOUN = frozenset(
    ("stages", "measures", "steps", "conditions", "commitments", "elements", "words", "tables",
     "lines", "names", "resolutions", "recommendations", "items", "sections", "principles")
)  # fmt: skip
"""Units of much else: they tell of a document only beside its noun."""
ONLY_IN_CHANGES = frozenset(("names",))
"""Units that a document is measured in only where its length changed."""
_UNIT_REACH = {"en": 2, "ar": 1}
"""How many words may stand between a number and its unit."""
_MANY = frozenset(("people", "percent", "cent", "men", "women", "children"))
"""Plurals without their ending."""
_NO_ADJECTIVES = {
    "en": frozenset(
        (
            "has",
            "have",
            "had",
            "is",
            "are",
            "was",
            "were",
            "and",
            "or",
            "to",
            "in",
            "after",
            "before",
            "when",
            "while",
            "with",
            "by",
            "from",
            "at",
            "on",
            "for",
            "because",
            "which",
        )
    ),
    "ar": frozenset(("من", "في", "الي", "علي", "بعد", "قبل", "مع", "عن", "لدي", "خلال")),
}
"""What ends a number before its unit."""

_ONLY = frozenset(("فقط", "فحسب", "لا", "حاليا", "الان", "اليوم", "امس", "ليله"))
"""What may stand behind an Arabic number without being counted: تسعة فقط."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length, a change of length or a count, from token ``first`` up to ``behind``."""

    first: int
    behind: int
    before: int | None = None
    after: int | None = None
    count: int | None = None
    unit: str | None = None
    noun: Cue | None = None
    """What is counted."""
    whole: bool = False
    """Whether it is told as what some are a part of: eleven *of the 14* points."""
    to: bool = False
    """Whether it is told as what something was cut *to*."""
    definite: bool = False
    """Whether it is known from before: *the* 17 articles."""


def is_whole(number: Numeral, unit: Cue | None = None) -> bool:
    """Whether a number can be a length or a count: whole, no year, one only of pages."""
    least = 1 if unit is not None and unit.idea in ("pages", "paragraphs") else 2
    return (
        number.sort in ("digits", "words", "dual")
        and number.low == int(number.low)
        and least <= number.high < 100_000
        and not (number.sort == "digits" and 1900 <= number.high < 2100)
    )


def unit_of(
    tokens: Sequence[Token], number: Numeral, units: dict[int, Cue], language: Language
) -> Cue | None:
    """The unit behind a number: 19 points, 19-point, ١٢ مادة."""
    if number.counted is not None and number.sort == "dual":
        return units.get(number.counted)
    if language == "ar" and follows(tokens, number, units):
        return units[number.first - 1]
    for n in range(number.behind, min(number.behind + _UNIT_REACH[language] + 1, len(tokens))):
        if n in units:
            return None if _of_a_place(tokens, n, language) else units[n]
        if tokens[n].text != "-" and (
            tokens[n].kind != "word" or tokens[n].norm in _NO_ADJECTIVES[language]
        ):
            return None
    return None


def _of_a_place(tokens: Sequence[Token], n: int, language: Language) -> bool:
    """Whether points are where something is done: eleven *assembly points*."""
    return language == "en" and n > 0 and tokens[n - 1].norm in _PLACES_OF


_PLACES_OF = frozenset(
    ("assembly", "crossing", "entry", "exit", "access", "border", "check", "boarding",
     "collection", "gathering", "measuring", "turning", "reference", "base", "basis", "focal",
     "percentage", "delivery", "distribution", "exchange", "transit", "landing", "vantage",
     "pressure", "flash", "price", "water", "monitoring", "observation", "rallying", "handover")
)  # fmt: skip


def follows(tokens: Sequence[Token], number: Numeral, nouns: dict[int, Cue]) -> bool:
    """Whether a number stands behind a definite noun: المسودات الثلاث."""
    n = number.first - 1
    return (
        n in nouns
        and "ال" in tokens[n].norm[:4]
        and "ال" in tokens[number.first].norm[:3]
        and number.sort == "words"
    )


def is_quarrel(unit: Cue, quarrels: set[int]) -> bool:
    """Whether points are of something else: points *of contention*."""
    return any(n in quarrels for n in range(unit.behind, unit.behind + 2))


def is_part(tokens: Sequence[Token], behind: int, language: Language) -> bool:
    """Whether what ends there is a part of something: two *of the* 17 articles, مادتان من أصل."""
    words = [token.norm for token in tokens[behind : behind + 3]]
    if language == "ar":
        return words[:2] == ["من", "اصل"] or words[:1] == ["منها"]
    if words[:2] == ["out", "of"] or words[:1] == ["of"]:
        return words[-1:] != ["of"] or words[:1] == ["of"]
    return False


def is_known(tokens: Sequence[Token], number: Numeral, language: Language) -> bool:
    """Whether what is counted is known from before: *the* 17 articles."""
    before = tokens[number.first - 1].norm if number.first else ""
    if language == "en":
        return before in ("the", "all", "its", "these", "those")
    return before in ("ال", "للـ", "الـ") or tokens[number.first].norm.startswith("ال")


def of_something(tokens: Sequence[Token], number: Numeral, language: Language) -> bool:
    """Whether a number counts what stands behind it: 41 *kilometres*."""
    if number.behind >= len(tokens):
        return False
    token = tokens[number.behind]
    if token.text == "%":
        return True
    if token.kind != "word" or token.norm in stops(language):
        return False
    if language == "ar":
        return token.norm not in _ONLY and not token.norm.startswith(("و", "لل"))
    after = tokens[number.behind + 1] if number.behind + 1 < len(tokens) else token
    return any(
        one.kind == "word" and (one.norm.endswith("s") or one.norm in _MANY) and not one.capital
        for one in (token, after)
    )


def is_definite(tokens: Sequence[Token], n: int, language: Language) -> bool:
    """Whether the noun at ``n`` is definite: *these* demands, المطالب."""
    if language == "ar":
        return "ال" in tokens[n].norm[:4]
    return n > 0 and tokens[n - 1].norm in ("the", "these", "those", "its", "their")


def number_near(tokens: Sequence[Token], n: int) -> bool:
    """Whether what something is a part of is a number: three articles *of the 17*."""
    return any(token.kind == "number" for token in tokens[n + 1 : n + 4])
