"""What a point says shall, may or should be done, and what it says no to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from wasit.language.folding import folded
from wasit.language.tokens import Token
from wasit.text.compare.terms import words_of
from wasit.text.compare.words import bare_arabic, is_small, stem, tokens
from wasit.text.lexicon import lexicon

Force = Literal["plain", "duty", "leave", "advice", "effort", "unsure", "notice"]
BINDING = frozenset({"plain", "duty"})
"""Forces that bind: drafts say ``shall meet`` and ``meets`` for one thing."""
_WHEN = frozenset({"in", "during", "within", "at", "on", "by", "until", "في", "خلال", "حتي"})
"""Behind ``is forbidden`` these begin when and where, not what."""
_NOBODY = frozenset({"no", "neither", "none", "nobody"})
"""Before a subject these say no to its verb: ``no boat may land``."""
_BE = frozenset({"is", "are", "was", "were", "be", "has", "have"})
_REACH = 4
"""How many words behind it a word like ``not`` or ``may`` still belongs to."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A word that says something, with the force and negation it stands under."""

    stem: str
    force: Force
    negated: bool
    start: int
    end: int
    """Half-open offsets from the first word of force or negation up to the word itself."""
    under_no: bool = False
    """Whether a negation stands a little farther before it: ``without lasting harm``."""
    opens: bool = False
    """Whether it is the verb that opens the point, which carries its own force."""


@lru_cache(maxsize=8_192)
def deeds(words: str, language: str) -> tuple[Deed, ...]:
    """Every word that says something, in order."""
    return tuple(_deeds(tokens(words), language))


def _deeds(listed: Sequence[Token], language: str) -> Iterator[Deed]:
    force: Force = "plain"
    negated, start, left = False, -1, 0
    opening, forbidden, since_no = True, False, 9
    nobody = -1
    n = 0
    while n < len(listed):
        token = listed[n]
        found = _force_at(listed, n, language)
        if nobody >= 0 and (found or token.norm in _BE):
            negated, start, left, nobody = True, nobody, _REACH, -1
        if found:
            start = token.start if left <= 0 else start
            force, left = found[0], _REACH
            n = found[1]
            continue
        if token.kind == "word" and _negates(listed, n, language):
            start = token.start if left <= 0 else start
            negated, left = not negated, max(left, _REACH)
            nobody = token.start if token.norm in _NOBODY else -1
        elif token.kind == "word" and not is_small(token.norm, language):
            own = _openings(language).get(token.norm) if opening else None
            since_no = 0 if negated and left > 0 else since_no + 1
            begin = start if left > 0 and start >= 0 else token.start
            yield Deed(
                stem(token.norm, language),
                own or (force if left > 0 else "plain"),
                negated and left > 0,
                begin,
                token.end,
                under_no=since_no <= 2,
                opens=own is not None,
            )
            opening = opening and token.norm in ("also", "further") and own is None
            force, negated, start, left = "plain", False, -1, 0
            forbidden = token.norm in words_of(language, "forbids")
            if forbidden:
                negated, start, left = True, token.start, _REACH
        elif token.text in ".;:؛" or (forbidden and token.norm in _WHEN):
            force, negated, start, left = "plain", False, -1, 0
            since_no, nobody = 9, -1
        else:
            left -= token.kind == "word"
        n += 1


def _force_at(listed: Sequence[Token], n: int, language: str) -> tuple[Force, int] | None:
    token = listed[n]
    if token.kind != "word" or not _begins(token.norm, language):
        return None
    for length in (4, 3, 2, 1):
        if n + length > len(listed):
            continue
        phrase = " ".join(one.norm for one in listed[n : n + length])
        found = _forces(language).get(phrase)
        if found is None and language == "ar":
            found = _forces(language).get(bare_arabic(phrase))
        if found and not (token.norm == "may" and token.capital and n):
            return found, n + length
    return None


def _negates(listed: Sequence[Token], n: int, language: str) -> bool:
    """Whether a word says no; that of ``no less than`` sets a bound."""
    norm, known = listed[n].norm, words_of(language, "negations")
    if norm not in known and not (language == "ar" and norm[:1] in "وف" and norm[1:] in known):
        return False
    return n + 1 >= len(listed) or listed[n + 1].norm not in words_of(language, "bounds")


@cache
def _forces(language: str) -> dict[str, Force]:
    listed = lexicon(language)["forces"]
    return {folded(str(phrase)): force for force, phrases in listed.items() for phrase in phrases}


@lru_cache(maxsize=65_536)
def _begins(norm: str, language: str) -> bool:
    """Whether a phrase of force may begin with a word."""
    return norm in _firsts(language) or (
        language == "ar" and bare_arabic(norm) in _firsts(language)
    )


@cache
def _firsts(language: str) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _forces(language))


@cache
def _openings(language: str) -> dict[str, Force]:
    listed = lexicon(language)["openings"]
    return {folded(str(word)): force for force, words in listed.items() for word in words}
