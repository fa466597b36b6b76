"""The words of several lexicons found in one pass over a sentence.

A word may stand for several things (``draft`` the document, ``draft`` the deed), so each section
of a lexicon is looked up for itself; within a section the longest phrase is taken. An Arabic verb
stands in a lexicon by its past and present, ``اجتمع/يجتمع``, and is found in all its forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


class _Options(NamedTuple):
    """The phrases that may begin with a word; a rank is lower the longer the phrase."""

    alone: Sequence[_Phrase]
    """Those of one word."""
    by_second: Mapping[str, Sequence[tuple[int, _Phrase]]]
    """Rank and phrase by the second word."""
    stems: Sequence[tuple[str, int, _Phrase]]
    """Second word, rank and phrase where the second word ends in ``*``."""


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
        phrase = _Phrase(folded_words, sort, idea)
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
        beginning = map(self._known.__getitem__, map(NORM, tokens))
        for n, (alone, by_second, stems) in (
            (n, options) for n, options in enumerate(beginning) if options is not None
        ):
            if by_second or stems:
                for words, sort, idea in self._longer(by_second, stems, tokens, n):
                    if busy.get(sort, 0) <= n:
                        busy[sort] = behind = n + len(words)
                        found.append(Cue(sort, idea, n, behind))
            for _, sort, idea in alone:
                if busy.get(sort, 0) <= n:
                    busy[sort] = n + 1
                    found.append(Cue(sort, idea, n, n + 1))
        return found

    def _longer(
        self,
        by_second: Mapping[str, Sequence[tuple[int, _Phrase]]],
        stems: Sequence[tuple[str, int, _Phrase]],
        tokens: Sequence[Token],
        n: int,
    ) -> Sequence[_Phrase]:
        """The phrases of several words that stand at token ``n``, the longest first."""
        if n + 1 == len(tokens):
            return ()
        after = tokens[n + 1].norm
        found: list[tuple[int, _Phrase]] = []
        for form in forms(after) if self._arabic else (after,):
            if form in by_second:
                found += by_second[form]
        fits_here = fits_joined if self._arabic else fits
        found += [(rank, phrase) for stem, rank, phrase in stems if fits_here(stem, after)]
        if not found:
            return ()
        return [phrase for _, phrase in sorted(found) if self._goes_on(phrase.words, tokens, n)]

    def _beginning(self, word: str) -> _Options | None:
        """The phrases that may begin with this word; None where there is none."""
        looked_up = forms(word) if self._arabic else _without_owner(word)
        options: dict[_Phrase, None] = {}
        for form in looked_up:
            options.update(dict.fromkeys(self._exact.get(form, ())))
            for size in (1, 2, 3):
                for phrase in self._stems.get(form[:size], ()):
                    if size == min(3, len(phrase.words[0]) - 1) and fits(phrase.words[0], form):
                        options[phrase] = None
        return _sorted_out(sorted(options, key=_long_first)) if options else None

    def _goes_on(self, words: Sequence[str], tokens: Sequence[Token], n: int) -> bool:
        """Whether the words behind the second stand behind token ``n + 1``."""
        if n + len(words) > len(tokens):
            return False
        for k in range(2, len(words)):
            norm = tokens[n + k].norm
            if not (fits_joined(words[k], norm) if self._arabic else fits(words[k], norm)):
                return False
        return True


def _sorted_out(phrases: Iterable[_Phrase]) -> _Options:
    """The phrases of a word by what is looked at next."""
    alone: list[_Phrase] = []
    by_second: dict[str, list[tuple[int, _Phrase]]] = {}
    stems: list[tuple[str, int, _Phrase]] = []
    for rank, phrase in enumerate(phrases):
        if len(phrase.words) == 1:
            alone.append(phrase)
        elif phrase.words[1].endswith("*"):
            stems.append((phrase.words[1], rank, phrase))
        else:
            by_second.setdefault(phrase.words[1], []).append((rank, phrase))
    return _Options(tuple(alone), by_second, tuple(stems))


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
