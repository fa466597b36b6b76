"""How alike two points are: the words they share, the rarer the more they count.

A point is a bag of features: stems, groups of words of like meaning, names, figures. Each weighs
what it tells in these two drafts (idf); figures weigh less than words, for counter-drafts swap
them between points that are otherwise alike.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wasit.language.tokens import Token
from wasit.text.compare.facts import facts
from wasit.text.compare.words import is_small, near, stem, tokens

STEM, NEAR, NAME, FIGURE, SMALL, PAIR = 1.0, 0.55, 0.5, 0.7, 0.05, 0.35
"""What the sorts of features weigh beside each other."""
_SORTS = {"s": STEM, "g": NEAR, "n": NAME, "f": FIGURE, "m": SMALL, "p": PAIR}

FIGURES_TELL = 0.25
"""What equal figures add where no words are shared."""

Bag = Mapping[str, float]
"""Feature -> how often."""


@lru_cache(maxsize=8_192)
def bag(words: str, language: str) -> Bag:
    """The features of some words, each with how often it stands there."""
    listed = tokens(words)
    found: Counter[str] = Counter()
    before = ""
    for n, token in enumerate(listed):
        if token.kind != "word":
            continue
        if is_small(token.norm, language):
            found[f"m:{token.norm}"] += 1
            continue
        here = stem(token.norm, language)
        found[f"s:{here}"] += 1
        for group in near(here, language):
            found[f"g:{group}"] += 1
        if before:
            found[f"p:{before} {here}"] += 1
        if _is_name(listed, n):
            found[f"n:{here}"] += 1
        before = here
    for fact in facts(words, language):
        for value in _values(fact.value):
            found[f"f:{value}"] += 1
    return {feature: 1 + math.log(n) for feature, n in found.items()}


def _values(value: tuple[object, ...]) -> Iterable[object]:
    if value[0] == "reference":
        return ()
    return value[1:] if value[0] == "open" else (value,)


def _is_name(listed: Sequence[Token], n: int) -> bool:
    """Whether a word is a name by its capital: one that does not begin a sentence."""
    return listed[n].capital and n > 0 and listed[n - 1].text not in ".:;!?[("


@dataclass(frozen=True, slots=True)
class Weighing:
    """What features weigh in two drafts."""

    idf: Mapping[str, float]

    @classmethod
    def of(cls, bags: Sequence[Bag]) -> Weighing:
        """Weights from all points of both drafts: what stands in every point weighs little."""
        count: Counter[str] = Counter()
        for one in bags:
            count.update(one.keys())
        total = len(bags) + 1
        return cls({f: _SORTS[f[0]] * math.log(1 + total / n) for f, n in count.items()})

    def weigh(self, one: Bag) -> dict[str, float]:
        """``one`` with what each feature weighs."""
        return {feature: n * self.idf.get(feature, 1.0) for feature, n in one.items()}


def shared(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """What both have in common."""
    if len(ours) > len(theirs):
        ours, theirs = theirs, ours
    return sum(min(weight, theirs[f]) for f, weight in ours.items() if f in theirs)


def likeness(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """From 0 to 1: what both have in common, beside what each has."""
    size = math.sqrt(sum(ours.values()) * sum(theirs.values()))
    return shared(ours, theirs) / size if size else 0.0


def joined(by_words: float, by_figures: float) -> float:
    """Likeness by words and by figures as one: the fewer words are shared, the more figures tell.

    Between points that are nearly the same in words, figures may have been swapped.
    """
    return by_words + FIGURES_TELL * by_figures * (1 - by_words) ** 3


def coverage(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """From 0 to 1: how much of ``ours`` the other has too."""
    size = sum(ours.values())
    return shared(ours, theirs) / size if size else 0.0


def without(ours: Mapping[str, float], theirs: Mapping[str, float]) -> dict[str, float]:
    """What ``ours`` has beyond the other."""
    return {f: w - theirs.get(f, 0.0) for f, w in ours.items() if w > theirs.get(f, 0.0) + 1e-9}


def together(bags: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The features of several, each as often as in the one that has it most."""
    found: dict[str, float] = {}
    for one in bags:
        for feature, weight in one.items():
            found[feature] = max(found.get(feature, 0.0), weight)
    return found
