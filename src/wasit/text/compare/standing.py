"""The figures of one side of a pair, each in the point that holds it."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.text.compare.facts import Fact, facts
from wasit.text.compare.side import Side
from wasit.text.compare.words import tokens

MOST_FIGURES = 80
"""Figures of one side of a pair that are looked at; no provision has so many."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure in the point that holds it."""

    key: str
    fact: Fact
    words: str
    """The words of the point."""
    place: float
    rank: int
    """Its number among the figures of its sort."""

    @property
    def piece(self) -> str:
        """The figure with its unit or noun."""
        return self.words[self.fact.start : self.fact.end]

    @property
    def bounds(self) -> list[str]:
        """The folded words that say the bound."""
        return [token.norm for token in tokens(self.words[slice(*self.fact.bound_at)])]

    @property
    def count(self) -> str:
        """How many times: ``six times`` of ``six times a day``."""
        return self.words[self.fact.start : self.fact.counted]

    @property
    def bounded(self) -> str:
        """The figure with its bound."""
        return self.words[self.fact.reach[0] : self.fact.reach[1]]


def standing(side: Side) -> list[Standing]:
    """The figures of ``side``, in order."""
    found: list[Standing] = []
    length = sum(map(len, side.words)) or 1
    before = 0
    for key, words in side.placed():
        for fact in facts(words, side.language)[:MOST_FIGURES]:
            place = (before + fact.start) / length
            rank = sum(sort_of(one.fact) == sort_of(fact) for one in found)
            found.append(Standing(key, fact, words, place, rank))
        before += len(words)
    return found[:MOST_FIGURES]


def sort_of(fact: Fact) -> str:
    """The kind of a figure; times of day are told as numbers, but stand for themselves."""
    return "time" if fact.unit == "time" else fact.kind
