"""Phrases of the lexicon of both languages, found in a list of tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from wasit.language.folding import folded, forms
from wasit.language.tokens import Token
from wasit.text.concord.terms import both


class Phrasebook:
    """Phrases by what they express; several may be found in the same words."""

    def __init__(self, listed: Mapping[str, Sequence[str]], language: str) -> None:
        self.language = language
        self.whole: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.stems: dict[str, list[tuple[str, str]]] = {}
        for sense, phrases in listed.items():
            for phrase in phrases:
                self._add(tuple(folded(word) for word in str(phrase).split()), str(sense))

    def _add(self, words: tuple[str, ...], sense: str) -> None:
        if words[0].endswith("*") and len(words) == 1:
            self.stems.setdefault(words[0][:2], []).append((words[0][:-1], sense))
        else:
            first = words[0].rstrip("*")
            self.whole.setdefault(first, []).append((words, sense))
            if words[0].endswith("*"):
                self.stems.setdefault(first[:2], [])

    def at(self, tokens: Sequence[Token], n: int) -> Iterator[tuple[str, int]]:
        """What is expressed at ``n``, and the token behind; the longest phrases first."""
        norm = tokens[n].norm
        found: dict[str, int] = {}
        for form in forms(norm) if self.language == "ar" else (norm,):
            for words, sense in self.whole.get(form, ()):
                if self._goes_on(words, tokens, n):
                    found[sense] = max(found.get(sense, 0), n + len(words))
            for stem, sense in self.stems.get(form[:2], ()):
                if form.startswith(stem):
                    found.setdefault(sense, n + 1)
        yield from sorted(found.items(), key=lambda one: -one[1])

    def _goes_on(self, words: Sequence[str], tokens: Sequence[Token], n: int) -> bool:
        if n + len(words) > len(tokens):
            return False
        return all(
            tokens[n + k].norm == word
            or (word.endswith("*") and tokens[n + k].norm.startswith(word[:-1]))
            for k, word in enumerate(words[1:], start=1)
        )


@cache
def phrasebook(section: str, language: str) -> Phrasebook:
    """The phrases of a section for a language."""
    return Phrasebook(both(section)[language], language)


@cache
def words(section: str, name: str, language: str) -> frozenset[str]:
    """Folded words or phrases listed under one name of a section for a language."""
    return frozenset(
        " ".join(folded(word) for word in str(phrase).split())
        for phrase in both(section)[name][language]
    )


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """Folded words listed under one name of a section."""
    return frozenset(folded(str(word)) for word in both(section)[name])
