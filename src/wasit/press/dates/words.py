"""Words of time by their sections and values, as the lexicon lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from wasit.language.folding import folded, forms
from wasit.language.lexicons import Remembered
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.lexicons import data

_SECTIONS = (
    *("months", "hijri_months", "weekdays", "days", "units", "which", "ago"),
    *("parts", "seasons", "times", "before_years", "quarters", "decades", "far_weeks", "ahead"),
)
Value = int | str


@cache
def _words(language: Language) -> Mapping[str, Mapping[str, list[tuple[tuple[str, ...], Value]]]]:
    """First word -> section -> the phrases that begin with it and their values, longest first."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
    for section in _SECTIONS:
        for value, listed in data(language, "dates").get(section, {}).items():
            for phrase in listed:
                words = tuple(folded(word) for word in phrase.replace("-", " - ").split())
                here = found.setdefault(words[0], {}).setdefault(section, [])
                here.append((words, value))
                here.sort(key=lambda one: -len(one[0]))
    return found


def _starting(word: str, language: Language) -> Mapping[str, list[tuple[tuple[str, ...], Value]]]:
    """What may begin with a word, in Arabic also behind letters joined on in front."""
    words = _words(language)
    if language == "en":
        return words.get(word) or words.get(word.removesuffix("'s").removesuffix("’s"), {})
    found: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for form in forms(word):
        for section, phrases in words.get(form, {}).items():
            found.setdefault(section, phrases)
    return found


_STARTING: dict[Language, Remembered[Mapping[str, list[tuple[tuple[str, ...], Value]]]]] = {
    "ar": Remembered(lambda word: _starting(word, "ar")),
    "en": Remembered(lambda word: _starting(word, "en")),
}


def begins(word: str, language: Language) -> bool:
    """Whether an expression of time may begin with a folded word."""
    return bool(_STARTING[language][word])


def at(tokens: Sequence[Token], n: int, section: str, language: Language) -> tuple[Value, int]:
    """The value of the phrase of a section at token ``n``, and the place behind; ``""`` if none."""
    if not 0 <= n < len(tokens):
        return "", n
    starting = _STARTING[language][tokens[n].norm]
    if section not in starting:
        return "", n
    for words, value in starting[section]:
        behind = n + len(words)
        rest = tokens[n + 1 : behind]
        if len(rest) == len(words) - 1 and all(
            one.norm == word for one, word in zip(rest, words[1:], strict=True)
        ):
            return value, behind
    return "", n


def named(language: Language, section: str, value: str) -> frozenset[str]:
    """The folded words listed for a value."""
    return _named(language, section, value)


@cache
def _named(language: Language, section: str, value: str) -> frozenset[str]:
    return frozenset(folded(one) for one in data(language, "dates")[section][value])


@cache
def listed(language: Language, section: str) -> frozenset[str]:
    """The folded words of a section that is a plain list."""
    return frozenset(folded(one) for one in data(language, "dates")[section])
