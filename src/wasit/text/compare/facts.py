"""What a point commits to in figures: amounts, shares, periods, dates, with their exact pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wasit.entries import Mistake
from wasit.language.numbers import numerals
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.brackets import choices
from wasit.text.compare.amounts import Amounts
from wasit.text.compare.dates import Dates
from wasit.text.compare.model import Kind
from wasit.text.compare.read import Read, Value
from wasit.text.compare.references import references
from wasit.text.compare.terms import begins
from wasit.text.compare.words import is_small, stem, tokens

MOST_CHOICES = 200
"""Choices in brackets that are looked at in one point; no provision has so many."""
AROUND = 6
"""How many words on each side tell what a figure is about."""
_VAGUE = frozenset({"every", "at once"})
"""How often, how soon: told of only where it became a figure or a figure became it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of a point."""

    kind: Kind
    value: Value
    unit: str
    """What it is told in, or the stem of what is counted."""
    start: int
    end: int
    """Half-open offsets of its piece, with unit or noun, in the words of the point."""
    around: frozenset[str]
    """The stems near it."""
    listed: bool = True
    """False for what is told of only where it became another figure: ``both parties``."""


@lru_cache(maxsize=8_192)
def facts(words: str, language: str) -> tuple[Fact, ...]:
    """The figures of ``words``, in order, none overlapping."""
    listed = tokens(words)
    spoken: Language = "ar" if language == "ar" else "en"
    found = [_fact(read, listed, language) for read in _read(listed, spoken)]
    return tuple(_choices_as_one(words, sorted(found, key=lambda fact: fact.start)))


def _read(listed: Sequence[Token], language: Language) -> Iterator[Read]:
    """First what has words of its own, references among it; then the numbers that are left."""
    dates, amounts = Dates(listed, language), Amounts(listed, language)
    referred = {n: (behind, key) for n, behind, key in references(listed, language)}
    taken: set[int] = set()
    n = 0
    while n < len(listed):
        found: Read | None = None
        if n in referred:
            behind, key = referred[n]
            found = Read("reference", ("reference", key), "reference", n, behind)
        elif _may_begin(listed[n], language):
            found = dates.at(n) or amounts.at(n)
        if found:
            yield found
            taken.update(range(n, found.behind))
        n = found.behind if found else n + 1
    for numeral in numerals(listed, language):
        if taken.isdisjoint(range(numeral.first, numeral.behind)):
            amount = amounts.of(numeral)
            if amount:
                yield amount


def _may_begin(token: Token, language: Language) -> bool:
    """Whether a date or amount may begin with a token: most words begin none."""
    if token.kind == "word":
        return len(token.norm) <= 2 or begins(token.norm, language)
    return token.kind == "number"


def _fact(read: Read, listed: Sequence[Token], language: str) -> Fact:
    near = (
        *_near(listed, read.first, -1, language),
        *_near(listed, read.behind - 1, 1, language),
    )
    return Fact(
        read.kind,
        read.value,
        read.unit,
        listed[read.first].start,
        listed[read.behind - 1].end,
        frozenset(near),
        read.listed and read.value[0] not in _VAGUE,
    )


def _near(listed: Sequence[Token], n: int, step: int, language: str) -> Iterator[str]:
    left = AROUND
    n += step
    while left and 0 <= n < len(listed):
        token = listed[n]
        if token.kind == "word" and not is_small(token.norm, language):
            yield stem(token.norm, language)
        left -= token.kind == "word"
        n += step


# --- brackets with figures in them ----------------------------------------------------------------


def _choices_as_one(words: str, found: Sequence[Fact]) -> Iterator[Fact]:
    """The figures of alternatives in brackets as one: ``USD [10][25] billion``."""
    spans = bracket_groups(words)
    held: dict[tuple[int, int], list[Fact]] = {}
    for fact in found:
        span = next((s for s in spans if s[0] < fact.end and fact.start < s[1]), None)
        inside = span is not None and len(tokens(words[span[0] : span[1]])) <= 14
        if span is None or not inside:
            yield fact
        else:
            held.setdefault(span, []).append(fact)
    for (start, end), group in held.items():
        first, last = group[0], group[-1]
        values = tuple(fact.value for fact in group)
        yield Fact(
            last.kind,
            ("open", *values),
            last.unit,
            min(start, first.start),
            max(end, last.end),
            frozenset[str]().union(*(fact.around for fact in group)),
        )


@lru_cache(maxsize=8_192)
def bracket_groups(words: str) -> tuple[tuple[int, int], ...]:
    """Where the choices in brackets stand; none where brackets do not close."""
    if "[" not in words:
        return ()
    try:
        return tuple((choice.start, choice.end) for choice in choices(words)[:MOST_CHOICES])
    except Mistake:
        return ()
