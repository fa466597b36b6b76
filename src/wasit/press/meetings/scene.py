"""A sentence with all that was found in it, and what it says of an encounter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.places import Place
from wasit.press.reading import Body, Interval, Person
from wasit.press.verbs import verbs_of

Status = Literal["held", "planned", "conditional"]

COMMA = 7
"""How many words a comma counts as."""
ASIDE = 12
"""The longest piece between two commas that is passed over, in words."""


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
    points_back: bool = False
    """Whether it is told to be at the place last named."""
    here: bool = False
    """Whether it is told to be where the report was written."""
    goes_on: bool = False
    """Whether it is told when it will end."""
    sure: bool = False
    """Whether a word right beside tells the status."""
    told: bool = True
    """Whether the status was told by a word or a date, not assumed."""
    begins: bool = False
    """Whether talks are told to begin or go on then."""

    @property
    def is_the_condition(self) -> bool:
        """Whether it is what something else hangs on: *if the agreement is signed*."""
        return (
            self.hangs_on is not None and self.hangs_on.start <= self.span.start < self.hangs_on.end
        )

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
    _sayings: list[int] | None = None
    _conditions: list[tuple[int, int]] | None = None
    _by_sort: dict[str, list[Cue]] | None = None

    def sayings(self) -> list[int]:
        """Where verbs of speech stand: a day beside one is that of the saying."""
        if self._sayings is None:
            self._sayings = [
                n
                for n, token in enumerate(self.tokens)
                if token.kind == "word" and _is_said(token.norm, self.language, self._after(n))
            ]
        return self._sayings

    def _after(self, n: int) -> str:
        return self.tokens[n + 1].norm if n + 1 < len(self.tokens) else ""

    def conditions(self) -> list[tuple[int, int]]:
        """The clauses that tell a condition: first token, token behind."""
        if self._conditions is None:
            self._conditions = self._find_conditions()
        return self._conditions

    def _opens_main(self, n: int) -> bool:
        """Whether a condition ends here: at a comma, or at the ف of إذا ... فسيجتمع."""
        token = self.tokens[n]
        return token.text in ",،.;؛:" or (
            self.language == "ar"
            and token.norm.startswith(("فس", "فقد", "فان", "فلن"))
            and len(token.norm) > 3
        )

    def _find_conditions(self) -> list[tuple[int, int]]:
        found = []
        for cue in self.of("condition"):
            end = cue.behind
            while end < len(self.tokens) and not self._opens_main(end):
                end += 1
            found.append((cue.first, end))
        for n, token in enumerate(self.tokens):
            if token.norm == "should" and (n == 0 or self.tokens[n - 1].text == ","):
                last = len(self.tokens) - 1
                stops = (m for m in range(n, last) if self.tokens[m].text == ",")
                found.append((n, next(stops, last if n else 0)))
        return found

    def of(self, sort: str, idea: str | None = None) -> list[Cue]:
        """The cues of a section of the lexicon."""
        if self._by_sort is None:
            self._by_sort = {}
            for cue in self.cues:
                self._by_sort.setdefault(cue.sort, []).append(cue)
        found = self._by_sort.get(sort, [])
        return found if idea is None else [cue for cue in found if cue.idea == idea]

    def far(self, a: tuple[int, int], b: tuple[int, int], *, past_asides: bool = False) -> int:
        """The words between two pieces; a comma counts as several; 0 where they overlap.

        ``past_asides``: what stands between two commas does not count, as between a noun and its
        verb.
        """
        if a[0] > b[0]:
            a, b = b, a
        if b[0] <= a[1]:
            return 0
        marks = [n for n in range(a[1], b[0]) if self._parts(n)]
        if past_asides and len(marks) == 2 and marks[1] - marks[0] <= ASIDE:
            # A round, due on Sunday, hinges on ...: what stands between two commas is aside.
            return b[0] - a[1] - (marks[1] - marks[0]) + 2
        return b[0] - a[1] + COMMA * len(marks)

    def _parts(self, n: int) -> bool:
        """Whether a token parts two clauses; a comma in a list of names does not."""
        token = self.tokens[n]
        if token.text not in ",،;؛:—–()":
            return False
        if token.text == "," and n + 1 < len(self.tokens):
            after = self.tokens[n + 1]
            return not (after.capital or after.norm == "and")
        return True


def _is_said(norm: str, language: Language, after: str) -> bool:
    """Whether a word is a verb of speech; *set out* only with its second word."""
    return any(
        verb.form == "finite" and verb.clause and (language == "ar" or verb.link in ("", after))
        for verb in verbs_of(norm, language)
    )


def telling(cues: Sequence[Cue], tokens: Sequence[Token]) -> list[Cue]:
    """The cues without those that tell nothing where they stand: only *once*, in Oslo."""
    return [cue for cue in cues if not _is_idle(cue, tokens)]


def _is_idle(cue: Cue, tokens: Sequence[Token]) -> bool:
    first = tokens[cue.first].norm
    before = tokens[cue.first - 1].norm if cue.first else ""
    if cue.sort in ("planned", "held") and first == "last" and before in ("a", "one"):
        return True  # a last meeting is still to come
    if cue.sort == "planned" and first == "تعهد" and before == "علي":
        return True  # the pledge that was signed
    if cue.sort not in ("condition", "conditional") or first != "once":
        return False
    last = cue.behind >= len(tokens) or tokens[cue.behind].kind == "mark"
    return last or before in ("only", "than", "at", "all")
