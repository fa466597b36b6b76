"""The words of several lexicons found in one pass over a sentence.

A word may stand for several things (``draft`` the document, ``draft`` the deed), so each section
of a lexicon is looked up for itself; within a section the longest phrase is taken. An Arabic verb
stands in a lexicon by its past and present, ``اجتمع/يجتمع``, and is found in all its forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from wasit.language.folding import folded, forms
from wasit.language.lexicons import Remembered, fits, fits_joined
from wasit.language.spans import Language
from wasit.language.tokens import NORM, Token
from wasit.press.conjugation import arabic_forms
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
        self._known = Remembered(self._beginning)
        for name in files:
            for sort, ideas in data(language, name).items():
                for idea, listed in ideas.items():
                    for phrase in listed or ():
                        for words in _inflected(str(phrase)):
                            self.add(words, str(sort), str(idea))

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
        # A section whose phrase goes on behind a word has nothing that begins there.
        busy: dict[str, int] = {}
        last = len(tokens) - 1
        beginning = map(self._known.__getitem__, map(NORM, tokens))
        for n, options in [one for one in enumerate(beginning) if one[1]]:
            after = tokens[n + 1].norm if n < last else ""
            joined = self._arabic and "لل" in after
            for phrase in options:
                words, sort, idea, second = phrase
                # Joined on in front or not, the second word stands within the next one; but of
                # للوفد the form is الوفد.
                if second and not (second in after or joined):
                    continue
                if busy.get(sort, 0) > n:
                    continue
                if not second or self._goes_on(words, tokens, n):
                    behind = n + len(words)
                    busy[sort] = behind
                    found.append(Cue(sort, idea, n, behind))
        return found

    def _beginning(self, word: str) -> tuple[_Phrase, ...]:
        """The phrases that may begin with this word, longest first."""
        looked_up = forms(word) if self._arabic else _without_owner(word)
        options: dict[_Phrase, None] = {}
        for form in looked_up:
            options.update(dict.fromkeys(self._exact.get(form, ())))
            for size in (1, 2, 3):
                for phrase in self._stems.get(form[:size], ()):
                    if size == min(3, len(phrase.words[0]) - 1) and fits(phrase.words[0], form):
                        options[phrase] = None
        return tuple(sorted(options, key=_long_first))

    def _goes_on(self, words: Sequence[str], tokens: Sequence[Token], n: int) -> bool:
        """Whether the words behind the first stand behind token ``n``."""
        if n + len(words) > len(tokens):
            return False
        for k in range(1, len(words)):
            norm = tokens[n + k].norm
            if not (fits_joined(words[k], norm) if self._arabic else fits(words[k], norm)):
                return False
        return True


def _without_owner(word: str) -> tuple[str, ...]:
    """An English word, also without the ending of whom something belongs to: ``plan's``."""
    return (word, word[:-2]) if word.endswith(("'s", "’s")) else (word,)


def _long_first(phrase: _Phrase) -> tuple[int, int]:
    """Longer phrases first; whole words before stems."""
    return -len(phrase.words), phrase.words[0].endswith("*")


def _inflected(phrase: str) -> Iterable[str]:
    """A phrase as it stands; of a verb told by its past and present every form."""
    verb, *rest = phrase.split(" ", 1)
    past, _, present = verb.partition("/")
    if not present:
        return (phrase,)
    return (" ".join((form, *rest)) for form in arabic_forms(past, present))


def _folded(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as tokens have them: a hyphen within a word stands alone."""
    return tuple(folded(word) for word in phrase.replace("-", " - ").split())


@cache
def cues(language: Language, *files: str) -> Cues:
    """The phrases of these files of ``lexicon/<language>/``, each in sections of ideas."""
    return Cues(language, files)
