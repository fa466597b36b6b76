"""The words that shape a clause around a word of stance, by what they do in it."""

from __future__ import annotations

from functools import cache

from wasit.language.folding import folded
from wasit.language.spans import Language
from wasit.press.lexicons import data

_LANGUAGES: tuple[Language, ...] = ("en", "ar")


@cache
def word_set(name: str) -> frozenset[str]:
    """The folded words of a list of ``clauses``, of both languages: no word is in both.

    Raises:
        KeyError: neither language has a list of this name.

    """
    return frozenset(map(folded, cased(name)))


@cache
def cased(name: str) -> frozenset[str]:
    """The same with capitals and vowel marks."""
    found = [data(language, "clauses")["words"] for language in _LANGUAGES]
    if not any(name in lists for lists in found):
        raise KeyError(name)
    return frozenset(str(word) for lists in found for word in lists.get(name, ()))


@cache
def issue_set(name: str) -> frozenset[str]:
    """The issues of a class: those that only qualify others, those of procedure."""
    return frozenset(map(str, data("en", "clauses")["issues"][name]))
