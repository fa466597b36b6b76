"""Whether a day named alone is over or still to come, by the nearest cue in its clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from wasit.language.folding import forms
from wasit.language.lexicons import Phrases
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.lexicons import data

Tense = Literal["past", "future", "open"]

_BACK, _AHEAD = 20, 8
"""How many words before and behind are looked at."""
_OVER = frozenset({"لم", "ولم", "كان", "كانت", "وكان", "وكانت", "been"})
"""Before a word that looks ahead: it looked ahead then. Had been due; كان من المقرر."""
_STOPS = frozenset({".", ";", "؛", "!", "?", "؟", ":"})


def tense(tokens: Sequence[Token], first: int, behind: int, language: Language) -> Tense:
    """The tense of the clause in which tokens ``first`` to ``behind`` stand."""
    for n in range(first - 1, max(first - 3, -1), -1):
        near = _adjacent(language).at(tokens, n)
        if near and tokens[n].text not in _STOPS:
            # Had been agreed by January.
            over = {token.norm for token in tokens[max(n - 6, 0) : n]} & _OVER
            return "future" if near[0] == "future" and not over else "past"
    for n in range(first - 1, max(first - 1 - _BACK, -1), -1):
        if tokens[n].text in _STOPS:
            break
        found = cue(tokens, n, language)
        if found != "open":
            return found
    for n in range(behind, min(behind + _AHEAD, len(tokens))):
        if tokens[n].text in _STOPS:
            break
        found = cue(tokens, n, language)
        if found != "open":
            return found
    return "open"


@cache
def _cues(language: Language) -> Phrases:
    found = Phrases(language)
    for sense in ("future", "past"):
        for sort, listed in data(language, "dates").get(sense, {}).items():
            for phrase in listed if sort != "adjacent" else ():
                found.add(phrase, sense)
    for phrase in data(language, "dates").get("not_future", ()):
        found.add(phrase, "neither")
    return found


@cache
def _adjacent(language: Language) -> Phrases:
    """Cues that hold for a day right behind them only."""
    found = Phrases(language)
    for sense in ("future", "past"):
        for phrase in data(language, "dates").get(sense, {}).get("adjacent", ()):
            found.add(phrase, sense)
    return found


def cue(tokens: Sequence[Token], n: int, language: Language) -> Tense:
    """What the word at ``n`` says of the time of its clause."""
    token = tokens[n]
    if token.kind != "word":
        return "open"
    found = _cues(language).at(tokens, n)
    if found and found[0] == "future":
        before = {token.norm for token in tokens[max(n - 2, 0) : n]}
        return "past" if before & _OVER else "future"
    if found and found[0] == "neither":
        return "open"
    if language == "en" and n and tokens[n - 1].norm == "be":
        # would be held: what stands before "be" decides.
        return "open"
    if found:
        return "past"
    return _by_form(token.norm, language)


@lru_cache(maxsize=65_536)
def _by_form(norm: str, language: Language) -> Tense:
    """Tense by the look of a verb: ``agreed``, ``سيلتقي``."""
    if language == "en":
        return "past" if len(norm) > 4 and norm.endswith("ed") else "open"
    future = any(form[:2] in ("سي", "ست") and len(form) > 4 for form in forms(norm)[:2])
    return "future" if future else "open"
