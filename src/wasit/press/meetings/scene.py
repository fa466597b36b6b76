"""A sentence with all that was found in it, and what it says of an encounter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.places import Place
from wasit.press.reading import Body, Interval, Person

Status = Literal["held", "planned", "conditional"]

COMMA = 7
"""How many words a comma counts as."""


@dataclass(slots=True)
class Encounter:
    """What one sentence says of one encounter."""

    language: Language
    paragraph: int
    order: int
    """The number of the sentence in its language."""
    span: Span
    sort: str
    """``process``, ``one``, ``signing`` or ``met``."""
    status: Status
    definite: bool = False
    fresh: bool = False
    """Whether it is said to be another one: *a new round*."""
    plural: bool = False
    ordinal: int | None = None
    place: Place | None = None
    when: Interval | None = None
    duration: str | None = None
    sides: tuple[Person | Body, ...] = ()
    sides_told: bool = False
    """Whether the sides are told of this very encounter: *between* A and B, A *met* B."""
    unnamed_sides: bool = False
    """Whether both sides are meant without their names: the two delegations."""
    hangs_on: Span | None = None
    goes_on: bool = False
    """Whether it is told when it will end."""
    told: bool = True
    """Whether the status was told by a word or a date, not assumed."""

    @property
    def concrete(self) -> bool:
        """Whether it says enough to stand for itself."""
        return self.place is not None or self.when is not None


@dataclass(slots=True)
class Scene:
    """A sentence with all that was found in it."""

    language: Language
    tokens: list[Token]
    cues: list[Cue]
    places: list[Place]
    dates: list[tuple[int, int, Interval]]
    """First token, token behind, time."""
    named: list[tuple[int, int, Person | Body]]

    def of(self, sort: str, idea: str | None = None) -> list[Cue]:
        """The cues of a section of the lexicon."""
        return [c for c in self.cues if c.sort == sort and (idea is None or c.idea == idea)]

    def far(self, a: tuple[int, int], b: tuple[int, int]) -> int:
        """The words between two pieces; a comma counts as several; 0 where they overlap."""
        if a[0] > b[0]:
            a, b = b, a
        if b[0] <= a[1]:
            return 0
        marks = sum(self._parts(n) for n in range(a[1], b[0]))
        return b[0] - a[1] + COMMA * marks

    def _parts(self, n: int) -> bool:
        """Whether a token parts two clauses; a comma in a list of names does not."""
        token = self.tokens[n]
        if token.text not in ",،;؛:—–()":
            return False
        if token.text == "," and n + 1 < len(self.tokens):
            after = self.tokens[n + 1]
            return not (after.capital or after.norm == "and")
        return True
