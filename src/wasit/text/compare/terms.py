"""Words of measure and time, looked up in the lexicons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from wasit.language.folding import folded
from wasit.language.tokens import Token
from wasit.text.compare.words import bare_arabic
from wasit.text.lexicon import lexicon

PERIODS = frozenset({"hours", "months"})
"""What periods are told in."""
MONEY = frozenset({"dollars", "euros", "pounds", "dinars", "dirhams", "riyals"})
TOPS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
"""What may stand over the line of a share in words."""
ROUND = {
    f"{tens}ieth": 10 * n
    for n, tens in enumerate(
        ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), start=2
    )
}
"""Round ordinals from twentieth to ninetieth."""
_JOINED = frozenset("لبوف")
"""What may be joined on before a unit: ``لسنتين``."""
_JOINED_FROM = 3
SINGULAR = frozenset({"ساعه", "يوم", "اسبوع", "شهر", "سنه", "عام"})
"""One of a period, in Arabic."""
YEAR_NOUNS = frozenset({"عام", "سنه", "العام", "لعام", "بعام"})


@cache
def words_of(language: str, name: str) -> frozenset[str]:
    """Folded words of one section of the lexicon."""
    return frozenset(folded(str(word)) for word in lexicon(language)[name])


@cache
def units(language: str) -> dict[str, tuple[str, float]]:
    """Words of a unit -> what it is told in, and how many of those one is."""
    return {
        " ".join(map(folded, str(word).split())): (str(name), float(size))
        for name, size, listed in lexicon(language)["units"].values()
        for word in listed
    }


@cache
def often(language: str) -> dict[str, tuple[str, float]]:
    """``weekly`` -> the unit and how many of it the period is."""
    known = lexicon(language)["units"]
    return {
        folded(str(word)): (str(known[idea][0]), float(known[idea][1]))
        for idea, listed in lexicon(language)["often"].items()
        for word in listed
    }


@cache
def edges(language: str) -> dict[str, str]:
    """``end of`` -> which part of a month or year."""
    found = lexicon(language)["edges"]
    return {str(words): str(edge) for edge, listed in found.items() for words in listed}


@lru_cache(maxsize=65_536)
def begins_edge(norm: str, language: str) -> bool:
    """Whether words for a part of a month or year may begin with a folded word."""
    firsts = {words.split()[0] for words in edges(language)}
    return norm in firsts or (language == "ar" and bare_arabic(norm) in firsts)


@lru_cache(maxsize=65_536)
def begins(norm: str, language: str) -> bool:
    """Whether a date, period, share or ordinal may begin with a folded word."""
    if norm in _firsts(language) or language != "ar":
        return norm in _firsts(language)
    return bare_arabic(norm) in _firsts(language) or (norm[:1] in "لب" and norm[1:] in SINGULAR)


@cache
def _firsts(language: str) -> frozenset[str]:
    """The first words of dates, periods, shares, ordinals."""
    listed = (
        *edges(language),
        *months(language),
        *seasons(language),
        *words_of(language, "at_once"),
        *words_of(language, "each"),
        *often(language),
        *named_times(language),
        *words_of(language, "once"),
        *(SINGULAR if language == "ar" else ()),
        *reference_nouns(language),
        *TOPS,
        "مناصفه",
        "بالمناصفه",
        *ROUND,
        *(word.removesuffix("ieth") + "y" for word in ROUND),
        *YEAR_NOUNS,
        "both",
    )
    return frozenset(words.split()[0] for words in listed)


@cache
def seasons(language: str) -> dict[str, str]:
    """Words of a time of year -> the time."""
    found = lexicon(language)["seasons"]
    return {str(words): str(one) for one, listed in found.items() for words in listed}


@cache
def named_times(language: str) -> dict[str, str]:
    """Words for a time of day -> the time."""
    found = lexicon(language)["times"]
    return {folded(str(words)): str(one) for one, listed in found.items() for words in listed}


@cache
def months(language: str) -> dict[str, int]:
    """Words of a month -> its number."""
    found = lexicon(language)["months"]
    return {str(word): int(n) for n, listed in found.items() for word in listed}


def month_at(listed: Sequence[Token], n: int, language: str) -> tuple[int, int] | None:
    """The month named at ``n``, and the token behind it."""
    for length in (2, 1):
        month = months(language).get(phrase(listed, n, length))
        if month and (language == "ar" or listed[n].capital):
            return month, n + length
    return None


def phrase(listed: Sequence[Token], n: int, length: int) -> str:
    """The folded words at ``n``; empty where there are not that many."""
    if n + length > len(listed):
        return ""
    return " ".join(token.norm for token in listed[n : n + length])


def unit_at(listed: Sequence[Token], n: int, language: str) -> tuple[str, float, int] | None:
    """The unit at ``n``, how much one of it is, and the token behind it."""
    if not 0 <= n < len(listed):
        return None
    for length in (3, 2, 1):
        words = phrase(listed, n, length)
        found = units(language).get(words)
        if found is None and language == "ar":
            found = units(language).get(bare_arabic(words))
            if found is None and words[:1] in _JOINED and len(words) > _JOINED_FROM:
                found = units(language).get(words[1:])
        if found:
            return (*found, n + length)
    return None


@cache
def reference_nouns(language: str) -> frozenset[str]:
    """Nouns that a reference begins with."""
    return words_of(language, "references")
