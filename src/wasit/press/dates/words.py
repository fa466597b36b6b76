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
Phrase = tuple[tuple[str, ...], Value]
"""The folded words of a phrase, and what it stands for."""


@cache
def _words(language: Language) -> Mapping[str, Mapping[str, list[Phrase]]]:
    """First word -> section -> the phrases that begin with it and their values, longest first."""
    found: dict[str, dict[str, list[Phrase]]] = {}
    for section in _SECTIONS:
        for value, listed in data(language, "dates").get(section, {}).items():
            for phrase in listed:
                words = tuple(folded(word) for word in phrase.replace("-", " - ").split())
                here = found.setdefault(words[0], {}).setdefault(section, [])
                here.append((words, value))
                here.sort(key=lambda one: -len(one[0]))
    return found


def _starting(word: str, language: Language) -> Mapping[str, list[Phrase]]:
    """What may begin with a word, in Arabic also behind letters joined on in front."""
    words = _words(language)
    if language == "en":
        return words.get(word) or words.get(word.removesuffix("'s").removesuffix("’s"), {})
    found: dict[str, list[Phrase]] = {}
    for form in forms(word):
        for section, phrases in words.get(form, {}).items():
            found.setdefault(section, phrases)
    return found


STARTING: dict[Language, Remembered[Mapping[str, list[Phrase]]]] = {
    "ar": Remembered(lambda word: _starting(word, "ar")),
    "en": Remembered(lambda word: _starting(word, "en")),
}


def begins(word: str, language: Language) -> bool:
    """Whether an expression of time may begin with a folded word."""
    return bool(STARTING[language][word])


def at(tokens: Sequence[Token], n: int, phrases: Sequence[Phrase]) -> tuple[Value, int]:
    """The value of the phrase at token ``n``, and the place behind; ``""`` if none stands there.

    ``phrases`` are those of a section that begin with the word, the longest first.
    """
    for words, value in phrases:
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
