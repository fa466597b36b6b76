"""What two language versions of a piece of text have in common: figures, names by sound, ideas."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from wasit.language.folding import folded
from wasit.language.numbers import english
from wasit.language.sound import skeletons
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.compare.words import bare_arabic, is_small, stem, tokens
from wasit.text.concord.figures import figures
from wasit.text.concord.terms import both, reference_nouns
from wasit.text.numbering import ORDINALS

_HEARD = 3
"""Consonants that a name needs to be known by sound alone."""
_FIGURE, _WEAK, _SOUND, _IDEA = 3.0, 0.6, 2.0, 1.0
_MOST = 400
"""Words of one piece that are looked at."""

Anchor = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a piece of text can be known by in the other language."""

    sure: Mapping[Anchor, float]
    """Each with its weight: figures and ideas in both languages, English names."""
    heard: frozenset[Anchor]
    """How its other words sound: they count only where the other side has them as names."""


@cache
def _ideas(language: str) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for n, pair in enumerate(both("ideas")):
        for word in pair[1 if language == "ar" else 0]:
            for part in str(word).split():
                listed = found.setdefault(stem(folded(part), language), [])
                if n not in listed:
                    listed.append(n)
    return {word: tuple(listed) for word, listed in found.items()}


@lru_cache(maxsize=65_536)
def ideas_of(norm: str, language: Language) -> tuple[int, ...]:
    """The ideas that a folded word may express."""
    found = _ideas(language)
    own = found.get(stem(norm, language), ())
    if own or language == "en":
        return own
    for ending in ("ها", "هم", "هما", "ه", "نا"):
        if norm.endswith(ending) and len(norm) > len(ending) + 2:
            own = found.get(stem(norm.removesuffix(ending), language), ())
            if own:
                return own
    return ()


@cache
def titled() -> frozenset[str]:
    """English words that drafts write with capitals though they are translated."""
    return frozenset(folded(str(word)) for word in both("titled"))


def may_be_name(token: Token, first: bool) -> bool:
    """Whether an English word may be a name that is kept by its sound."""
    if not token.capital or len(token.text) < 3 or token.kind != "word":
        return False
    norm = token.norm.removesuffix("'s").removesuffix("’s")
    if is_small(norm, "en") or norm in titled() or norm.removesuffix("s") in titled():
        return False
    number = norm in ORDINALS or english.begins(norm)
    if ideas_of(norm, "en") or number or norm in reference_nouns("en"):
        return False
    return not first or not _ordinary(norm)


USUAL = ("ing", "ed", "tion", "ments", "ment", "ers", "ly", "ity", "ness", "ance", "ence", "ives")


def _ordinary(norm: str) -> bool:
    """Whether a word at the head of a sentence reads like an ordinary one."""
    return norm.endswith(USUAL) or norm.endswith("s")


@lru_cache(maxsize=8_192)
def anchors(words: str, language: Language) -> Anchors:
    """What ``words`` can be known by."""
    sure: dict[Anchor, float] = {}
    heard: set[Anchor] = set()
    for figure in figures(words, language):
        for value in figure.values:
            sure[("figure", value)] = _WEAK if figure.weak else _FIGURE
    listed = tokens(words)[:_MOST]
    for n, token in enumerate(listed):
        if token.kind != "word" or is_small(token.norm, language):
            continue
        for idea in ideas_of(token.norm, language):
            sure[("idea", idea)] = _IDEA
        if language == "en":
            if may_be_name(token, n == 0 or listed[n - 1].text in ".;:"):
                for sound in skeletons(token.norm.removesuffix("'s"), "en"):
                    if len(sound) >= _HEARD:
                        sure[("sound", sound)] = _SOUND
        else:
            sound = skeletons(bare_arabic(token.norm), "ar")[0]
            if len(sound) >= _HEARD:
                heard.add(("sound", sound))
    return Anchors(sure, frozenset(heard))


def rarity(pieces: Iterable[Anchors]) -> Mapping[Anchor, float]:
    """How much an anchor says, by how few pieces have it: from about 0.3 to 1."""
    listed = list(pieces)
    count: Counter[Anchor] = Counter()
    for piece in listed:
        count.update(piece.sure.keys())
    whole = math.log(1 + len(listed)) or 1.0
    return {one: math.log(1 + len(listed) / n) / whole for one, n in count.items()}


def alike(en: Anchors, ar: Anchors, rare: Mapping[Anchor, float]) -> float:
    """How much two pieces have in common, from 0 to 1."""
    shared = ours = theirs = 0.0
    for one, weight in en.sure.items():
        said = weight * rare.get(one, 1.0)
        if one in ar.sure:
            shared += said
        elif one in ar.heard:
            shared += said
            theirs += said
        ours += said
    for one, weight in ar.sure.items():
        theirs += weight * rare.get(one, 1.0)
    return shared / math.sqrt(ours * theirs) if shared else 0.0


def covered(piece: Anchors, other: Anchors, rare: Mapping[Anchor, float]) -> tuple[float, float]:
    """How much of a piece the other side has, from 0 to 1; and how much it is known by."""
    whole = had = 0.0
    ideas_left = 0
    for one, weight in piece.sure.items():
        said = weight * rare.get(one, 1.0)
        whole += said
        if one in other.sure or one in other.heard:
            had += said
        else:
            ideas_left += 1
    for one in piece.heard:
        if one in other.sure:
            whole += _SOUND
            had += _SOUND
    return (had / whole if whole else 0.5), whole
