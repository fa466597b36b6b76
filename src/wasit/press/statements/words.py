"""The small words around verbs of speech, from ``lexicon/<language>/frames.yaml``."""

from __future__ import annotations

from functools import cache

from wasit.language.folding import folded
from wasit.language.spans import Language
from wasit.press.lexicons import data


@cache
def words(language: Language, key: str) -> frozenset[str]:
    """The words of a section, folded."""
    return frozenset(folded(str(word)) for word in data(language, "frames")[key])


@cache
def meanings(language: Language, key: str) -> dict[str, str]:
    """A section of ideas with their words: folded word -> idea."""
    return {
        folded(str(word)): str(idea)
        for idea, listed in data(language, "frames")[key].items()
        for word in listed
    }
