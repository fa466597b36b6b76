"""Which periods are terms agreed or set, rather than how long an encounter or a war took."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from wasit.language.lexicons import Phrases
from wasit.language.numbers import Numeral
from wasit.language.numbers.numeral import norm
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.dates.tense import tense
from wasit.press.figures.units import Unit
from wasit.press.lexicons import phrases

_BEFORE, _BEHIND = 6, 5
"""How many words around a period are looked at for what it is a period of."""
_LEFT_BEHIND = 10
"""The same behind one that is what is left of something."""
_TERM_BEFORE, _TERM_BEHIND = 4, 3
"""The same for words that make it a term set by somebody."""
_TERM_FAR = 8
"""The same before one that is at least so long: the transition period must be no less than."""
_AT_LEAST = frozenset({"than", "عن"})
_WITHIN = frozenset({"within", "خلال", "غضون"})
_CLAUSE = 9
"""Within how many words before ``in three weeks`` it may be said who will meet then."""
_RELATIVE = frozenset({"before", "after", "later", "earlier", "prior"})
_BEFORE_IT, _AFTER_IT = frozenset({"قبل", "وقبل"}), frozenset({"بعد", "وبعد"})
_AFTER_COUNTED = 4
"""Within how many words behind قبل or بعد the period stands."""
_LASTING = frozenset({"for", "than", "nearly", "almost", "about"})


@cache
def _phrases(language: Language, section: str) -> Phrases:
    return phrases(language, "figures", section)


def near(
    tokens: Sequence[Token], section: str, language: Language, first: int, behind: int
) -> bool:
    """Whether a phrase of a section of the lexicon begins among some tokens."""
    listed = _phrases(language, section)
    return any(listed.at(tokens, n) for n in range(max(first, 0), min(behind, len(tokens))))


def is_term(tokens: Sequence[Token], numeral: Numeral, unit: Unit, language: Language) -> bool:
    """Whether a period is one agreed or set."""
    behind = max(unit.behind, numeral.behind)
    first = numeral.first
    if _is_notice(tokens, numeral, behind, language) or _paid_over(tokens, numeral, unit):
        return True
    if _is_over(tokens, numeral, behind, language) or _they_sit(tokens, numeral, language):
        return False
    if _so_far(tokens, numeral, behind, language):
        return unit.name != "years" and _endures(tokens, numeral, behind, language)
    before = _TERM_FAR if norm(tokens, first - 1) in _AT_LEAST else _TERM_BEFORE
    if near(tokens, "period", language, first - before, behind + _TERM_BEHIND):
        return True
    if near(tokens, "rates", language, behind, behind + 1):
        return True
    if unit.name == "hours" and norm(tokens, first - 1) in _WITHIN:
        return tense(tokens, first, behind, language) != "past"
    if (
        unit.name == "hours"
        or (unit.name == "years" and _was_for(tokens, numeral, language))
        or _till_they_meet(tokens, numeral, language)
    ):
        return False
    left = near(tokens, "left", language, behind, behind + 1)
    end = behind + (_LEFT_BEHIND if left else _BEHIND)
    return not near(tokens, "meeting", language, numeral.first - _BEFORE, end)


def _is_over(tokens: Sequence[Token], numeral: Numeral, behind: int, language: Language) -> bool:
    """Whether a period is counted from a time that is over: two days before, ``بعد يومين من``."""
    if language == "en":
        after = numeral.first and tokens[numeral.first - 1].norm == "after"
        if norm(tokens, behind) not in _RELATIVE and not after:
            return False
        if after:
            return tense(tokens, numeral.first, behind, language) == "past"
        return tense(tokens, numeral.first, behind, language) != "future"
    for n in range(max(numeral.first - _AFTER_COUNTED, 0), numeral.first):
        if tokens[n].norm in _BEFORE_IT:
            return tense(tokens, n, behind, language) != "future"
        if tokens[n].norm in _AFTER_IT:
            return tense(tokens, n, behind, language) == "past"
    return False


def _is_notice(tokens: Sequence[Token], numeral: Numeral, behind: int, language: Language) -> bool:
    """Whether somebody is told so long before: notified 14 days in advance."""
    return near(tokens, "notice", language, numeral.first - _NOTICE, numeral.first) or near(
        tokens, "notice", language, behind, behind + 2
    )


_NOTICE = 3


def _paid_over(tokens: Sequence[Token], numeral: Numeral, unit: Unit) -> bool:
    """Whether a sum or a share is spread over a period: 7.5 per cent over 18 months."""
    if unit.name not in ("months", "years") or norm(tokens, numeral.first - 1) not in _OVER_IT:
        return False
    near_by = tokens[max(numeral.first - _SPREAD, 0) : numeral.first - 1]
    return any(token.norm in _SUMS for token in near_by)


_SPREAD = 7
_OVER_IT = frozenset({"over", "مدي", "علي"})
_SUMS = frozenset(
    {"%", "٪", "cent", "percent", "الميه", "المايه", "billion", "million", "مليون", "مليار"}
)


def _they_sit(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Whether those who come together do so for that long: they reconvene for three days."""
    first = numeral.first
    joined = language == "ar" and tokens[first].norm.startswith("ل")
    if not joined and norm(tokens, first - 1) not in _FOR:
        return False
    if any(token.norm in _IFS for token in tokens[max(first - _SITTING, 0) : first]):
        return False
    return near(tokens, "encounters", language, first - _SITTING, first) and not near(
        tokens, "period", language, first - _TERM_BEFORE, first - 1
    )


_FOR = frozenset({"for", "لمده", "ولمده"})
_SITTING = 14


def _endures(tokens: Sequence[Token], numeral: Numeral, behind: int, language: Language) -> bool:
    """Whether what has been so for long is what one side suffers: the road shut for four months."""
    return near(tokens, "enduring", language, numeral.first - _BEFORE, behind)


def _so_far(tokens: Sequence[Token], numeral: Numeral, behind: int, language: Language) -> bool:
    """Whether a period is how long something has been so: for six years, the first in two."""
    first = numeral.first
    # To last ten days is no "the last ten days".
    since = norm(tokens, first - 2) in _ARTICLES if language == "en" else True
    window = 1 if language == "en" else 3
    if since and near(tokens, "long_since", language, first - window, first):
        return True
    if near(tokens, "gone", language, behind, behind + 1):
        return True
    within = norm(tokens, first - 1) == "in"
    if within and any(token.norm in _FIRSTS for token in tokens[max(first - 7, 0) : first]):
        return tense(tokens, first, behind, language) != "future"
    lasting = language == "ar" or norm(tokens, first - 1) in _LASTING
    return lasting and near(tokens, "been", language, first - 6, first)


_ARTICLES = frozenset({"the", "these", "those", "its", "their", "his", "her", "our"})
_FIRSTS = frozenset({"first", "only", "worst"})


def _was_for(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Whether something was so for so long: he was minister for six years."""
    first = numeral.first
    if language == "en" and norm(tokens, first - 1) not in ("for", "than"):
        return False
    if any(token.norm in _IFS for token in tokens[max(first - 12, 0) : first]):
        return False  # if they were spared for five years
    return near(tokens, "was", language, first - 6, first)


_IFS = frozenset({"if", "unless", "اذا", "ان", "لو"})


def _till_they_meet(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Whether a period is the time until an encounter: they will meet again in ten days."""
    first = numeral.first
    if not near(tokens, "until", language, first - 2, first):
        return False
    return near(tokens, "encounters", language, first - _CLAUSE, first)
