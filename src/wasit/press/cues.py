"""The words of several lexicons found in one pass over a sentence.

A word may stand for several things (``draft`` the document, ``draft`` the deed), so each section
of a lexicon is looked up for itself; within a section the longest phrase is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from wasit.language.folding import folded, forms
from wasit.language.lexicons import fits
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.lexicons import data


class Cue(NamedTuple):
    """A phrase of a lexicon in a list of tokens, from ``first`` up to but not with ``behind``."""

    sort: str
    """The section of the lexicon."""
    idea: str
    first: int
    behind: int


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    sort: str
    idea: str
    second: str
    """Its second word without the star; empty for a phrase of one word."""


class Cues:
    """The phrases of some lexicon files, by section and idea."""

    def __init__(self, language: Language, files: Iterable[str] = ()) -> None:
        self._arabic = language == "ar"
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        self._known: dict[str, tuple[_Phrase, ...]] = {}
        for name in files:
            for sort, ideas in data(language, name).items():
                for idea, listed in ideas.items():
                    for phrase in listed or ():
                        self.add(str(phrase), str(sort), str(idea))

    def add(self, words: str, sort: str, idea: str) -> None:
        """One more phrase, before the first sentence is read."""
        folded_words = _folded(words)
        second = folded_words[1].removesuffix("*") if len(folded_words) > 1 else ""
        phrase = _Phrase(folded_words, sort, idea, second)
        first = folded_words[0]
        if first.endswith("*"):
            self._stems.setdefault(first[: min(3, len(first) - 1)], []).append(phrase)
        else:
            self._exact.setdefault(first, []).append(phrase)

    def of(self, tokens: Sequence[Token]) -> list[Cue]:
        """Every phrase in ``tokens`` in order of its first word. Cost: linear."""
        found: list[Cue] = []
        busy: dict[str, int] = {}
        known, arabic, last = self._known, self._arabic, len(tokens) - 1
        for n, token in enumerate(tokens):
            options = known.get(token.norm)
            if options is None:
                options = self._beginning(token.norm)
            if not options:
                continue
            after = tokens[n + 1].norm if n < last else ""
            taken: set[str] = set()
            for phrase in options:
                if phrase.second and not (arabic or after.startswith(phrase.second)):
                    continue
                if phrase.sort in taken or busy.get(phrase.sort, 0) > n:
                    continue
                if not phrase.second or self._goes_on(phrase, tokens, n):
                    behind = n + len(phrase.words)
                    taken.add(phrase.sort)
                    busy[phrase.sort] = behind
                    found.append(Cue(phrase.sort, phrase.idea, n, behind))
        return found

    def _beginning(self, word: str) -> tuple[_Phrase, ...]:
        """The phrases that may begin with this word, longest first; remembered, for speed."""
        known = self._known.get(word)
        if known is None:
            looked_up = forms(word) if self._arabic else (word,)
            options: dict[_Phrase, None] = {}
            for form in looked_up:
                options.update(dict.fromkeys(self._exact.get(form, ())))
                for size in (1, 2, 3):
                    for phrase in self._stems.get(form[:size], ()):
                        if size == min(3, len(phrase.words[0]) - 1) and fits(phrase.words[0], form):
                            options[phrase] = None
            known = tuple(sorted(options, key=_long_first))
            if len(self._known) < 65_536:
                self._known[word] = known
        return known

    def _goes_on(self, phrase: _Phrase, tokens: Sequence[Token], n: int) -> bool:
        if n + len(phrase.words) > len(tokens):
            return False
        for k, word in enumerate(phrase.words[1:], start=1):
            norm = tokens[n + k].norm
            if not any(fits(word, form) for form in (forms(norm) if self._arabic else (norm,))):
                return False
        return True


def _long_first(phrase: _Phrase) -> tuple[int, int]:
    """Longer phrases first; whole words before stems."""
    return -len(phrase.words), phrase.words[0].endswith("*")


def _folded(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as tokens have them: a hyphen within a word stands alone."""
    return tuple(folded(word) for word in phrase.replace("-", " - ").split())


@cache
def cues(language: Language, *files: str) -> Cues:
    """The phrases of these files of ``lexicon/<language>/``, each in sections of ideas."""
    return Cues(language, files)
