"""Which amounts matter to the talks: not how long a meeting took, who sat there, or an age."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.folding import forms
from wasit.language.numbers import Numeral
from wasit.language.numbers.numeral import norm
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.figures.terms import is_term, near
from wasit.press.figures.units import PERIODS, Unit, is_measure

_CROWD = 100
"""From how many members or officials on they are a figure."""
_RANKS = 10
"""The same for members of a chamber and for those who command."""
_TALKERS = frozenset(
    {"said", "say", "says", "told", "added", "who", "warned", "argued", "familiar"}
)


def matters(tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language) -> bool:
    """Whether the amount of a number and its unit is one that matters to the talks."""
    if unit.name.startswith("~"):
        return near(tokens, "in_steps", language, numeral.first - 1, numeral.first)
    if unit.name.startswith("-"):
        return unit.name == "-talks" and _many(tokens, numeral, unit, language)
    if _labelled(tokens, numeral, unit, language) or _pair_of_things(tokens, numeral, unit):
        return False
    if _for_each(tokens, numeral):
        return False
    if unit.name in PERIODS:
        return is_term(tokens, numeral, unit, language)
    if near(tokens, "named_in", language, numeral.first - 4, numeral.first):
        return unit.name != "people"
    return unit.name != "people" or not _came_to_talk(tokens, numeral, unit, language)


def _many(tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language) -> bool:
    """Whether those of whom a few sit at every table are too many to."""
    named = unit.first, unit.first + 1
    if numeral.low >= _CROWD and near(tokens, "crowds", language, *named):
        return True
    many = numeral.low >= _RANKS and not _is_defined(tokens, numeral)
    return many and near(tokens, "ranks", language, *named)


def _labelled(tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language) -> bool:
    """Whether a number in digits is that of an article or a flight: ``Article 14 prisoners``."""
    if numeral.sort != "digits" or is_measure(unit.name) or unit.first < numeral.first:
        return False
    return near(tokens, "labels", language, numeral.first - 1, numeral.first)


def _for_each(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether an amount is that for which another is told: so much *per 100 km*."""
    return norm(tokens, numeral.first - 1) in ("per", "لكل")


def _pair_of_things(tokens: Sequence[Token], numeral: Numeral, unit: Unit) -> bool:
    """Two villages, two of the men: hardly ever an amount; two persons, two weeks may be one."""
    few = numeral.high <= 2 and numeral.sort in ("words", "dual")
    if few and norm(tokens, numeral.behind) in ("of", "من") and unit.first > numeral.behind:
        return True
    if few and unit.name == "people":
        # The two men were told of before.
        return _is_defined(tokens, numeral)
    return few and not is_measure(unit.name)


def _is_defined(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """``the two men``, ``الرجلان``."""
    token = tokens[numeral.first]
    article = token.kind == "word" and any(form.startswith("ال") for form in forms(token.norm))
    return article or norm(tokens, numeral.first - 1) in ("the", "these", "both")


def _came_to_talk(
    tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language
) -> bool:
    """Whether persons are the size of a delegation, or speak: two observers said."""
    if numeral.sort == "words" and norm(tokens, unit.behind) in _TALKERS:
        return True
    if unit.behind > numeral.behind and near(
        tokens, "delegation", language, numeral.behind, unit.behind + 1
    ):
        return True
    close = near(tokens, "delegation", language, numeral.first - 4, numeral.first)
    made_of = near(tokens, "made_of", language, numeral.first - 4, numeral.first)
    return close and made_of
