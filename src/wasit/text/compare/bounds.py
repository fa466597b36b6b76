"""Bounds: whether a figure is the least or the most: ``at least 12``, ``لا يزيد على ١٢``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from wasit.language.folding import folded
from wasit.language.tokens import Token
from wasit.text.compare.model import Kind
from wasit.text.compare.terms import phrase, words_of
from wasit.text.compare.words import bare_arabic, is_small
from wasit.text.lexicon import lexicon

Sense = Literal["least", "most"]
_GAP = 3
"""Words that may stand between a bound and its figure: ``at most a period of 30 days``."""
_VERB_GAP = 6
"""The same behind a verb, whose subject stands between: ``لا يقل عدد الأعضاء عن ١٢``."""
_LONGEST = 4
_CLAUSE = frozenset(".;:؛")
_IF = frozenset({"if", "unless", "اذا", "ما"})


class Bound(NamedTuple):
    """The bound of a figure, from token ``first`` up to but not with ``behind``."""

    sense: Sense
    first: int
    behind: int
    said: bool
    """Whether it is said in so many words; not so ``by``, ``within``, ``after``."""


def bound_of(
    listed: Sequence[Token], first: int, behind: int, kind: Kind, language: str
) -> Bound | None:
    """The bound of the figure from token ``first`` up to but not with ``behind``."""
    return _behind(listed, behind, language) or _before(listed, first, kind, language)


def _behind(listed: Sequence[Token], behind: int, language: str) -> Bound | None:
    for at in (behind, behind + 1):
        for length in (3, 2, 1):
            sense = _phrases("behind", language).get(phrase(listed, at, length))
            if sense:
                return Bound(sense, at, at + length, said=True)
    return None


def _before(listed: Sequence[Token], first: int, kind: Kind, language: str) -> Bound | None:
    for end in range(first, max(first - _VERB_GAP, 0), -1):
        if listed[end - 1].text in _CLAUSE or listed[end - 1].kind == "number":
            return None
        gap = first - end
        if gap > _GAP and language != "ar":
            return None
        if not _may_end(listed[end - 1].norm, language):
            continue
        for length in range(min(_LONGEST, end), 0, -1):
            found = _sense(listed, end - length, length, kind, gap, language)
            if found:
                return found
    return None


def _sense(
    listed: Sequence[Token], at: int, length: int, kind: Kind, gap: int, language: str
) -> Bound | None:
    words = phrase(listed, at, length)
    if language == "ar" and length == 1:
        words = words if words in _phrases("compared", language) else bare_arabic(words)
    sense = _phrases("before", language).get(words)
    if sense and _small_between(listed, at + length, gap, language):
        return Bound(sense, at, at + length, said=True)
    sense = _phrases("timed", language).get(words)
    if sense and kind in ("date", "duration") and not (words == "by" and kind != "date"):
        no = _no_before(listed, at, language)
        return Bound(_turned(sense, no), at, at + length, said=False) if gap < 2 else None
    sense = _phrases("compared", language).get(words)
    if sense and (language == "ar" or _small_between(listed, at + length, gap, language)):
        no = _no_before(listed, at, language)
        start = at if no is None or at - no > 2 else no
        return Bound(_turned(sense, no), start, at + length, said=True)
    return None


def _turned(sense: Sense, no: int | None) -> Sense:
    """``not more than`` is the most, ``not before`` the least."""
    if no is None:
        return sense
    return "most" if sense == "least" else "least"


def _small_between(listed: Sequence[Token], n: int, gap: int, language: str) -> bool:
    between = listed[n : n + gap]
    return all(one.norm in _NOUNS or is_small(one.norm, language) for one in between)


_NOUNS = frozenset({"period", "total", "age", "distance", "sum", "depth", "height", "عن", "علي"})


def _no_before(listed: Sequence[Token], at: int, language: str) -> int | None:
    """The negation in the same clause, by which more becomes not more.

    Behind if it must stand next to it: ``if they have not agreed by 5 May`` sets no other bound.
    """
    no: int | None = None
    for n in range(at - 1, max(at - 12, -1), -1):
        if listed[n].text in _CLAUSE or listed[n].norm in _IF:
            near = no is not None and at - no <= 2
            return no if near or listed[n].norm not in _IF else None
        if no is None and _turns(listed[n].norm, language):
            no = n
    return no


def _turns(norm: str, language: str) -> bool:
    """Whether a negation may turn a bound: not that of ``without delay and within a day``."""
    return norm in words_of(language, "negations") and norm not in ("without", "دون", "بدون")


@lru_cache(maxsize=65_536)
def _may_end(norm: str, language: str) -> bool:
    """Whether a phrase before a figure may end with a folded word: most words end none."""
    lasts = {
        words.split()[-1]
        for place in ("before", "timed", "compared")
        for words in _phrases(place, language)
    }
    return norm in lasts or (language == "ar" and bare_arabic(norm) in lasts)


def compared(language: str) -> frozenset[str]:
    """Folded phrases like ``more than`` that compare."""
    return frozenset(one for one in _phrases("compared", language) if " " in one)


@cache
def _phrases(place: str, language: str) -> dict[str, Sense]:
    """Folded phrases that stand at a place beside a figure, and which end of it they set."""
    found = lexicon(language)["limits"][place]
    return {
        " ".join(map(folded, str(words).split())): sense
        for sense in ("least", "most")
        for words in found[sense]
    }
