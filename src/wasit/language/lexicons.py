"""Lexicons: YAML files in ``lexicon/<language>/`` of a room, read once, looked up by folded words.

A file maps an idea (the same word in every language's file of that name) to the phrases that
express it. A phrase is one or more words; ``*`` after a stem stands for any ending.

No phrase is there for the sake of one report. ``# general: …`` in the comment at the head of a
file, or in the comment above one of its sections, says why the whole list is there ("all states
and territories of the world"); elsewhere a comment behind a phrase, on its line, says why it is.
``# several: …`` in the same places says why a phrase may stand under more than one idea.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any, TypeVar

import yaml

from wasit.language.folding import folded, forms
from wasit.language.spans import Language
from wasit.language.tokens import NORM, Token

T = TypeVar("T")

MOST_WORDS = 65_536
"""Words of which a lexicon remembers what begins with them."""
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def data_of(room: str, language: Language, name: str) -> Any:
    """The plain data of ``lexicon/<language>/<name>.yaml`` of a room; empty where there is none.

    ``room`` is a package: ``wasit.press``.
    """
    file = resources.files(room) / "lexicon" / language / f"{name}.yaml"
    if not file.is_file():
        return {}
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader) or {}


def data(language: Language, name: str) -> Any:
    """The plain data of a lexicon file of this room."""
    return data_of("wasit.language", language, name)


class Remembered(dict[str, T]):
    """What is known of words met before, looked up once each; of so many words as `MOST_WORDS`."""

    def __init__(self, look_up: Callable[[str], T]) -> None:
        self._look_up = look_up

    def __missing__(self, word: str) -> T:
        found = self._look_up(word)
        if len(self) < MOST_WORDS:
            self[word] = found
        return found


_Options = tuple[tuple[tuple[str, ...], str], ...]


@dataclass(slots=True)
class Phrases:
    """Phrases by idea, found in a list of tokens; the longest that fits at a place is taken."""

    language: Language
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    """First word -> the phrases that begin with it, longest first, each with its idea."""
    stems: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    """The same for phrases whose first word ends in ``*``, by its first three letters."""
    _beginning: Remembered[_Options] = field(init=False)
    """What may begin with a word met before, longest first: most words begin nothing."""

    def __post_init__(self) -> None:
        self._beginning = Remembered(self._options)

    def add(self, phrase: str, idea: str) -> None:
        words = tuple(folded(word) for word in phrase.split())
        first = words[0]
        place = self.stems if first.endswith("*") else self.by_first
        key = first[:3] if first.endswith("*") else first
        found = place.setdefault(key, [])
        found.append((words, idea))
        found.sort(key=lambda one: -len(one[0]))
        self._beginning.clear()

    def at(self, tokens: Sequence[Token], n: int) -> tuple[str, int] | None:
        """The idea of the longest phrase that begins at token ``n``, and the place behind it."""
        for words, idea in self._beginning[tokens[n].norm]:
            if len(words) == 1 or self._goes_on(words, tokens, n):
                return idea, n + len(words)
        return None

    def _options(self, word: str) -> _Options:
        """The phrases that may begin with a word, the longest first."""
        found = [
            option
            for form in self._looked_up(word)
            for place, key in ((self.by_first, form), (self.stems, form[:3]))
            for option in place.get(key, ())
            if fits(option[0][0], form)
        ]
        return tuple(sorted(found, key=lambda one: -len(one[0])))

    def all(self, tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
        """Every phrase found: its idea, its first token, the token behind it; none overlap."""
        behind = 0
        beginning = map(self._beginning.__getitem__, map(NORM, tokens))
        for n in [n for n, options in enumerate(beginning) if options]:
            found = self.at(tokens, n) if n >= behind else None
            if found:
                behind = found[1]
                yield found[0], n, behind

    def _looked_up(self, word: str) -> tuple[str, ...]:
        return forms(word) if self.language == "ar" else (word,)

    def _goes_on(self, words: tuple[str, ...], tokens: Sequence[Token], n: int) -> bool:
        """Whether the words behind the first stand behind token ``n``."""
        if n + len(words) > len(tokens):
            return False
        fits_here = fits_joined if self.language == "ar" else fits
        return all(fits_here(words[k], tokens[n + k].norm) for k in range(1, len(words)))


def fits(pattern: str, word: str) -> bool:
    """Whether a word is what a lexicon lists: itself, or any that begins so before ``*``."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@lru_cache(maxsize=MOST_WORDS)
def fits_joined(pattern: str, word: str) -> bool:
    """The same for an Arabic word, also without what is joined on in front."""
    return any(fits(pattern, form) for form in forms(word))


@cache
def phrases_of(room: str, language: Language, name: str, section: str | None = None) -> Phrases:
    """The phrases of a room's lexicon file, or of one of its sections."""
    found = Phrases(language)
    content = data_of(room, language, name)
    for idea, listed in (content.get(section, {}) if section else content).items():
        for phrase in listed or ():
            found.add(str(phrase), str(idea))
    return found


def phrases(language: Language, name: str, section: str | None = None) -> Phrases:
    """The phrases of a lexicon file of this room, or of one of its sections."""
    return phrases_of("wasit.language", language, name, section)
