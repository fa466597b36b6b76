"""Sentences of a point, those of one version beside those of the other, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wasit.language.spans import Language
from wasit.text.concord.anchors import Anchor, Anchors, alike, anchors, covered
from wasit.text.concord.monotone import beside

_END = re.compile(r"[.!?؟]+[\"'”»)\]]*\s+|[;؛]\s+|\n+")
_SHORT = re.compile(
    r"(?:\b(?:no|nos|art|arts|para|paras|mr|mrs|ms|dr|st|cf|e\.g|i\.e|a\.m|p\.m|approx|vol|sec|prof|gen)"
    r"|\b[A-Za-z])\.\s*\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,،:]\s+")
_SHORTEST = 14
"""Characters that a missing sentence has at least."""
_MOST = 60
"""Sentences of one point that are looked at; no provision has so many."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of both versions that say one thing: half-open offsets into the points' words."""

    en: tuple[int, int]
    ar: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Missing:
    """A sentence that one version alone has."""

    language: Language
    start: int
    end: int


def sentences(words: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of ``words``; a semicolon ends one as well."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(words):
        following = words[end.end() : end.end() + 1]
        stop = end[0][0]
        if stop == "." and (following.islower() or _SHORT.search(words, start, end.end())):
            later = following.isupper() and words[: end.start() + 1].endswith("m.")
            if not later:
                continue
        _add(found, words, start, end.end())
        start = end.end()
    _add(found, words, start, len(words))
    return found[:_MOST]


def _add(found: list[tuple[int, int]], words: str, start: int, end: int) -> None:
    piece = words[start:end]
    bare = piece.strip()
    if bare:
        start += piece.index(bare[0]) if bare else 0
        found.append((start, start + len(bare)))


def split(
    en: str, ar: str, rare: Mapping[Anchor, float], ratio: float
) -> tuple[list[Group], list[Missing]]:
    """The sentences of two versions of a point in groups, and those that one of them lacks.

    ``ratio`` is how long the Arabic of these texts usually is for one character of English.
    """
    ours, theirs = sentences(en), sentences(ar)
    if not ours or not theirs:
        return [], []
    missing = _missing(en, ar, ours, theirs, rare, ratio)
    gone = {(one.language, one.start) for one in missing}
    ours = [one for one in ours if ("en", one[0]) not in gone]
    theirs = [one for one in theirs if ("ar", one[0]) not in gone]
    return _groups(en, ar, ours, theirs, rare), missing


_PART = re.compile(
    r"[,،:;؛.!?؟]\s+"
    r"|\s+(?=(?:and|or|but|while) (?:shall|may|must|should|will|is|are|does|do|has|have|can|cannot"
    r"|no|nobody|neither|not|they|it|he|she)\b)"
    r"|\s+(?=و(?:لا|لن|ليس|على|لل|ي|ت))"
)
"""Where a clause with a verb of its own may begin."""
_ONE = 0.4
"""Likeness from which two clauses surely say one thing."""


def clauses(en: str, ar: str, rare: Mapping[Anchor, float]) -> list[Group]:
    """Clauses of two sentences that surely say one thing; offsets into the sentences."""
    ours, theirs = _parts(en), _parts(ar)
    if len(ours) < 2 or len(theirs) < 2:
        return []
    our_anchors = [anchors(en[a:b], "en") for a, b in ours]
    their_anchors = [anchors(ar[a:b], "ar") for a, b in theirs]

    def score(i: int, j: int) -> float:
        return alike(our_anchors[i], their_anchors[j], rare)

    pairs = beside(len(ours), len(theirs), score, 12)
    return [Group(ours[i], theirs[j]) for i, j in pairs if score(i, j) >= _ONE]


def _parts(words: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*(one.start() for one in _PART.finditer(words)), len(words)]:
        if len(words[start:end].strip()) >= _SHORTEST:
            _add(found, words, start, end)
            start = end
    return found[:_MOST]


# --- groups -------------------------------------------------------------------------------------


def _groups(
    en: str,
    ar: str,
    ours: Sequence[tuple[int, int]],
    theirs: Sequence[tuple[int, int]],
    rare: Mapping[Anchor, float],
) -> list[Group]:
    if not ours or not theirs:
        return []
    if len(ours) == 1 or len(theirs) == 1:
        return [Group((ours[0][0], ours[-1][1]), (theirs[0][0], theirs[-1][1]))]
    our_anchors = [anchors(en[a:b], "en") for a, b in ours]
    their_anchors = [anchors(ar[a:b], "ar") for a, b in theirs]

    def score(i: int, j: int) -> float:
        place = 1 - abs(i / len(ours) - j / len(theirs))
        return 0.05 + alike(our_anchors[i], their_anchors[j], rare) + 0.1 * place

    pairs = beside(len(ours), len(theirs), score, 12)
    return _with_leftovers(ours, theirs, pairs)


def _with_leftovers(
    ours: Sequence[tuple[int, int]],
    theirs: Sequence[tuple[int, int]],
    pairs: Sequence[tuple[int, int]],
) -> list[Group]:
    """Each pair with the unpaired sentences behind it; those before the first with the first."""
    if not pairs:
        return [Group((ours[0][0], ours[-1][1]), (theirs[0][0], theirs[-1][1]))]
    found = []
    for n, (i, j) in enumerate(pairs):
        last = n + 1 == len(pairs)
        first_en, first_ar = (0, 0) if n == 0 else (i, j)
        behind_en, behind_ar = (len(ours), len(theirs)) if last else pairs[n + 1]
        found.append(
            Group(
                (ours[first_en][0], ours[behind_en - 1][1]),
                (theirs[first_ar][0], theirs[behind_ar - 1][1]),
            )
        )
    return found


# --- what is missing ------------------------------------------------------------------------------


def _missing(
    en: str,
    ar: str,
    ours: Sequence[tuple[int, int]],
    theirs: Sequence[tuple[int, int]],
    rare: Mapping[Anchor, float],
    ratio: float,
) -> list[Missing]:
    """Sentences of one side that the other, too short for them, has nothing of."""
    deficit = len(en) * ratio - len(ar)
    language: Language = "en" if deficit > 0 else "ar"
    words, other, spans = (en, ar, ours) if deficit > 0 else (ar, en, theirs)
    there_spans = theirs if deficit > 0 else ours
    other_language: Language = "ar" if language == "en" else "en"
    scale = ratio if language == "en" else 1.0
    short = abs(deficit)
    if short < 0.5 * _SHORTEST:
        return []
    there = anchors(other, other_language)
    found: list[Missing] = []
    rated = [(_lack(words[a:b], language, there, rare), a, b) for a, b in spans]
    if len(spans) < 2:
        rated = _clauses(words, spans, language, there, rare)
        short = short if short >= 2 * _SHORTEST else 0.0
    for (had, said), a, b in sorted(rated, key=lambda one: one[0][0]):
        length = scale * (b - a)
        if b - a < _SHORTEST or len(found) + 1 == len(spans) > 1:
            continue
        fewer = len(spans) > max(len(there_spans), 2) and had <= 0.1 and said >= 1
        if (fewer and short >= 0.25 * length) or (
            _lacks(had, said, short / length) and (len(spans) > 1 or short >= 0.8 * length)
        ):
            found.append(Missing(language, a, b))
            short -= length
    return found


def _lack(
    piece: str, language: Language, there: Anchors, rare: Mapping[Anchor, float]
) -> tuple[float, float]:
    return covered(anchors(piece, language), there, rare)


def _lacks(had: float, said: float, short: float) -> bool:
    """Whether the other side lacks a sentence: by how much of it is there, and of its length."""
    if said < 0.6:
        return short >= 0.85
    return (had <= 0.34 and short >= 0.55) or (had <= 0.5 and short >= 0.85)


def _clauses(
    words: str,
    spans: Sequence[tuple[int, int]],
    language: Language,
    there: Anchors,
    rare: Mapping[Anchor, float],
) -> list[tuple[tuple[float, float], int, int]]:
    """The clauses of a lone sentence of which nothing is on the other side."""
    found = []
    for a, b in spans:
        start = a
        for end in [*(m.start() + a for m in _CLAUSE.finditer(words[a:b])), b]:
            piece = words[start:end]
            bare = piece.strip(" ,،:")
            if len(bare) >= 2 * _SHORTEST:
                had, said = _lack(bare, language, there, rare)
                at = start + piece.index(bare[0])
                if had == 0 and said >= 3:
                    found.append(((had, said), at, at + len(bare)))
            start = end
    return found
