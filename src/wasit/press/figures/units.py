"""What a number counts: the words behind it, in front of it, or those of the number before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from wasit.language.lexicons import Phrases
from wasit.language.numbers import Numeral
from wasit.language.numbers.numeral import norm
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.lexicons import data

PERIODS = frozenset({"hours", "days", "weeks", "months", "years"})
MONEY = frozenset({"USD", "EUR", "GBP"})
_ADJECTIVES = 3
"""How many words may stand between an English number and its noun."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: its name, and the tokens that say so."""

    name: str
    first: int
    behind: int


@cache
def _units(language: Language) -> Phrases:
    found = Phrases(language)
    for idea, listed in data(language, "figures")["units"].items():
        for phrase in listed:
            found.add(str(phrase), str(idea))
    for idea, listed in data(language, "figures")["not_figures"].items():
        for phrase in listed:
            found.add(str(phrase), f"-{idea}")
    for word in _peoples(language):
        found.add(word, "people")
    return found


def _peoples(language: Language) -> Iterator[str]:
    """Plurals of people of a country: nine Americans, ``تسعة أمريكيين``."""
    for country in data(language, "countries").values():
        for word in country.get("people", ()):
            if language == "en" and not word.endswith(("s", "sh", "ch", "ese")):
                yield f"{word}s"
            elif language == "ar":
                yield from (f"{word}{ending}" for ending in ("ا", "ين", "ون"))


def unit_at(tokens: Sequence[Token], n: int, language: Language) -> Unit | None:
    """The unit or counted noun at ``n``; its name begins with ``-`` where it makes no figure."""
    if not 0 <= n < len(tokens):
        return None
    found = _units(language).at(tokens, n)
    return Unit(found[0], n, found[1]) if found else None


def unit_of(tokens: Sequence[Token], numeral: Numeral, language: Language) -> Unit | None:
    """What ``numeral`` counts, by the words around it; None for a bare number."""
    return (
        _in_front(tokens, numeral, language)
        or (unit_at(tokens, numeral.counted, language) if numeral.counted is not None else None)
        or (_arabic if language == "ar" else _english)(tokens, numeral)
    )


def _in_front(tokens: Sequence[Token], numeral: Numeral, language: Language) -> Unit | None:
    """``$5 million``, ``USD 5 million``, ``%50``, ``نسبة ٪50``."""
    n = numeral.first - 1
    found = unit_at(tokens, n, language)
    if found is None or tokens[n].end != tokens[numeral.first].start:
        money = found is not None and found.name in MONEY and len(tokens[n].text) <= 3
        return found if money and tokens[n].text.isupper() else None
    return (
        found if found.name in MONEY or (found.name == "%" and tokens[n].kind == "mark") else None
    )


_OF_ALL = frozenset({"the", "its", "their", "these", "those", "all", "his", "her"})


@cache
def _stops() -> frozenset[str]:
    """Words that no noun phrase runs through."""
    return frozenset(data("en", "figures")["stops"])


def _english(tokens: Sequence[Token], numeral: Numeral) -> Unit | None:
    n = numeral.behind
    if norm(tokens, n) == "-" and n + 1 < len(tokens):
        n += 1
    if norm(tokens, n) == "of":
        n += 2 if norm(tokens, n + 1) in _OF_ALL else 1
    for k in range(n, min(n + 1 + _ADJECTIVES, len(tokens))):
        found = unit_at(tokens, k, "en")
        if found:
            return _head(tokens, found)
        word = tokens[k]
        if word.norm in _stops() or (word.kind != "word" and word.text != "-"):
            break
    return _unlisted(tokens, numeral, n)


def _head(tokens: Sequence[Token], found: Unit) -> Unit:
    """The last of several nouns in a row, for which the others stand: prisoner lists."""
    if found.name in PERIODS:
        # A 5-hour meeting is of hours.
        return found
    after = unit_at(tokens, found.behind, "en")
    while after and after.name not in ("%", *MONEY) and tokens[after.first].norm not in _stops():
        if tokens[after.first].norm in ("dead", "killed", "wounded", "missing", "over", "living"):
            break
        found, after = after, unit_at(tokens, after.behind, "en")
    return found


def _unlisted(tokens: Sequence[Token], numeral: Numeral, n: int) -> Unit | None:
    """A plural in no list, behind a number in digits."""
    year = numeral.low == numeral.high and 1800 <= numeral.low <= 2100
    if numeral.sort != "digits" or (year and len(tokens[numeral.first].text) == 4):
        return None
    for k in range(n, min(n + 2, len(tokens))):
        word = tokens[k].norm
        if tokens[k].kind != "word" or word in _stops() or tokens[k].capital:
            return None
        if word.endswith("s") and len(word) > 4 and not word.endswith(("ss", "us", "is")):
            return Unit(word, k, k + 1)
    return None


def _arabic(tokens: Sequence[Token], numeral: Numeral) -> Unit | None:
    n = numeral.behind
    if norm(tokens, n) == "من" and norm(tokens, n + 1).startswith(("ال", "ه")):
        n += 1
    found = unit_at(tokens, n, "ar")
    if found:
        return found
    if norm(tokens, numeral.first).startswith("ال") or norm(tokens, numeral.first - 1) == "ال":
        # الضباط العشرة, مقاعدها الـ29
        at = numeral.first - (1 if norm(tokens, numeral.first).startswith("ال") else 2)
        before = unit_at(tokens, at, "ar")
        if before:
            return before
    word = tokens[n] if n < len(tokens) else None
    if numeral.sort == "digits" and word and word.kind == "word" and word.text.endswith(("اً", "ًا")):
        return Unit(word.text.rstrip("ًا"), n, n + 1)
    return None
