"""Words of both languages that figures are told by, looked up in the lexicons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

from wasit.language.folding import folded, forms
from wasit.language.tokens import Token
from wasit.text.compare import terms as shared
from wasit.text.compare.words import bare_arabic
from wasit.text.lexicon import lexicon

T = TypeVar("T")
_LONGEST = 4
"""Words of the longest phrase that is looked up."""


class Unit(NamedTuple):
    """What a quantity is told in, and how many of those one of it is."""

    name: str
    size: float


def both(section: str) -> Any:
    """A section of the lexicon of both languages."""
    return lexicon("both")[section]


def of(language: str, pair: Sequence[Any]) -> Any:
    """The side of a pair [English, Arabic] that belongs to a language."""
    return pair[1] if language == "ar" else pair[0]


def phrase(words: Iterable[str]) -> str:
    """Words as they are looked up: folded, one space between them."""
    return " ".join(folded(word) for word in words)


@cache
def units(language: str) -> Mapping[str, Unit]:
    """Words of a unit -> the unit."""
    found = {words: Unit(*unit) for words, unit in shared.units(language).items()}
    for name, size, *words in both("measures"):
        for word in of(language, words):
            found[phrase(str(word).split())] = Unit(str(name), float(size))
    return found


@cache
def rates(language: str) -> Mapping[str, Unit]:
    """Words that a quantity goes by -> the period."""
    found: dict[str, Unit] = {}
    for name, size, *words in both("rates"):
        found.update(
            (folded(str(word)), Unit(str(name), float(size))) for word in of(language, words)
        )
    return found


@cache
def often(language: str) -> Mapping[str, Unit]:
    """``weekly`` -> the period."""
    found = {words: Unit(*unit) for words, unit in shared.often(language).items()}
    for name, size, *words in both("often"):
        for word in of(language, words):
            found[phrase(str(word).split())] = Unit(str(name), float(size))
    return found


@cache
def numbered(section: str, language: str) -> Mapping[str, int]:
    """Words -> the number under which a section lists them: weekdays, months of the Hijri year."""
    return {
        phrase(str(word).replace("-", " - ").split()): int(n)
        for n, pair in both(section).items()
        for word in of(language, pair)
    }


@cache
def dayparts(language: str) -> Mapping[str, str]:
    """``in the morning`` -> the part of the day."""
    return {
        phrase(str(word).split()): str(part)
        for part, pair in both("dayparts").items()
        for word in of(language, pair)
    }


@cache
def months(language: str) -> Mapping[str, int]:
    """Words of a month -> its number."""
    found = dict(shared.months(language))
    if language == "ar":
        for n, words in both("months").items():
            found.update((folded(str(word)), int(n)) for word in words)
    return found


@cache
def reference_nouns(language: str) -> frozenset[str]:
    """Nouns that a reference begins with."""
    more = of(language, both("references"))
    return shared.reference_nouns(language) | {folded(str(word)) for word in more}


@cache
def _openings(language: str) -> Mapping[str, int]:
    """First word of a phrase of several words -> how many the longest has."""
    found: dict[str, int] = {}
    for table in (units(language), often(language), numbered("hijri", language)):
        for words in table:
            first, *more = words.split()
            found[first] = max(found.get(first, 1), 1 + len(more))
    return found


def longest(norm: str, language: str) -> int:
    """How many words the longest phrase has that begins with a folded word."""
    return _openings(language).get(norm, 1)


def joined(tokens: Sequence[Token], n: int, length: int) -> str:
    """The folded words at ``n``; empty where there are not that many."""
    if not n >= 0 or n + length > len(tokens):
        return ""
    return " ".join(token.norm for token in tokens[n : n + length])


@lru_cache(maxsize=65_536)
def bare(norm: str, language: str) -> tuple[str, ...]:
    """A folded word and what is left of it: in Arabic without what is joined on in front.

    In English without the ending of an owner: a *week's* notice.
    """
    if language == "ar":
        return forms(norm)
    return (norm, norm[:-2]) if norm.endswith(("'s", "’s")) else (norm,)


def at(
    table: Mapping[str, T], tokens: Sequence[Token], n: int, language: str
) -> tuple[T, int] | None:
    """What the longest phrase at ``n`` stands for, and the token behind it."""
    if not 0 <= n < len(tokens):
        return None
    for form in bare(tokens[n].norm, language):
        for length in range(min(_LONGEST, longest(form, language)), 1, -1):
            if n + length > len(tokens):
                continue
            rest = joined(tokens, n + 1, length - 1)
            found = table.get(f"{form} {rest}")
            if found is not None:
                return found, n + length
        found = table.get(form)
        if found is not None:
            return found, n + 1
    return None


def unit_at(tokens: Sequence[Token], n: int, language: str) -> tuple[Unit, int] | None:
    """The unit at ``n`` and the token behind it."""
    return at(units(language), tokens, n, language)


@lru_cache(maxsize=65_536)
def dual_unit(norm: str) -> Unit | None:
    """The unit of which an Arabic word says two: ``ميلين``, ``طنّان``."""
    for form in forms(norm):
        if form.endswith(("ان", "ين")) and len(form) > 4:
            stem = form[:-2]
            single = units("ar").get(stem) or (
                units("ar").get(stem[:-1] + "ه") if stem.endswith("ت") else None
            )
            if single:
                return single
    return None


def singular(norm: str) -> str:
    """An Arabic word without what is joined on, where that is sure."""
    return bare_arabic(norm)
