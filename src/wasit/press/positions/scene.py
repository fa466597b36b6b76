"""A sentence with who is named in it, what is said in it, and what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.positions.sides import Side, Sides
from wasit.press.reading import Body, Person, Statement


class About(NamedTuple):
    """An issue, with the tokens that tell it."""

    issue: str
    first: int
    behind: int
    listed: bool
    """Whether the lexicon has it."""


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave behind, for pronouns."""

    side: str | None = None
    """The side last spoken for."""
    body: str | None = None
    """The side that the sentence before is about: what *it* stands for."""
    issue: str | None = None
    """The issue of the stance told last."""
    topic: str | None = None
    """The issue that the sentence before names first."""
    theme: str | None = None
    """The issue that the whole report is about, where there is one."""


@dataclass
class Scene:
    """A sentence with who is named in it and what is said."""

    language: Language
    tokens: Sequence[Token]
    cues: Sequence[Cue]
    named: Sequence[tuple[int, int, Person | Body]]
    said: Sequence[tuple[int, int, Statement]]
    sides: Sides
    memory: Memory
    actors: Sequence[tuple[int, int, Side]]
    """Who a verb may be said of: first token, token behind, side."""
    label: About | None = None
    """The issue that opens the sentence with a colon: *Pensions: the union wants*."""
    told: list[About] = field(default_factory=list)
    """What the stance told last in the sentence is about."""
    referent: list[About] | None = None
    """What *it* stands for in the sentence, once it is known."""

    verbs: frozenset[int] = frozenset()
    """The tokens that are verbs of stance."""

    def of(self, sort: str) -> list[Cue]:
        """The cues of a section of the lexicon."""
        return self._by_sort.get(sort, [])

    @cached_property
    def issues(self) -> list[Cue]:
        """The issues named, in order; not the verbs that sound like one: *dismissed the plan*."""
        found = [
            one for one in self.of("issues") if one.first not in self.verbs and one.idea != "none"
        ]
        found = [one for one in found if not self._in_name(one)]
        if self.language == "ar":
            return found
        heads = {one.first for one in found}
        return [one for one in found if one.behind not in heads]  # *humanitarian truce*: a truce

    def _in_name(self, issue: Cue) -> bool:
        """Whether a word is but part of who is named: *the finance ministry's offer*."""
        if self.tokens[issue.behind - 1].text.endswith(("'s", "’s")):
            return True
        if self.language == "en" and issue.behind in self._kinds:
            return True  # the mining company
        return issue.idea == "other:portfolios and ministries" and any(
            first <= issue.first < behind
            for first, behind, who in self.named
            if isinstance(who, Body)
        )

    @cached_property
    def _kinds(self) -> frozenset[int]:
        """Where the nouns of kinds of sides stand."""
        return frozenset(one.first for one in (*self.of("kinds"), *self.of("heads")))

    @cached_property
    def faint(self) -> list[Cue]:
        """The nouns that tell an issue where nothing else does: *soldiers off the island*."""
        strong = {n for one in self.of("issues") for n in range(one.first, one.behind)}
        return [
            one
            for one in self.of("faint")
            if one.first not in self.verbs and one.first not in strong and not self._acts(one)
        ]

    def _acts(self, issue: Cue) -> bool:
        """Whether a word is part of who acts: وزارة الصحة."""
        return any(first <= issue.first < behind for first, behind, _ in self.actors)

    @cached_property
    def _by_sort(self) -> dict[str, list[Cue]]:
        found: dict[str, list[Cue]] = {}
        for cue in self.cues:
            found.setdefault(cue.sort, []).append(cue)
        return found
