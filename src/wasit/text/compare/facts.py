"""What a point commits to in figures: amounts, shares, periods, dates, with their exact pieces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wasit.entries import Mistake
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.brackets import choices, may_be_open
from wasit.text.compare.amounts import Amounts
from wasit.text.compare.bounds import Sense, bound_of
from wasit.text.compare.dates import Dates
from wasit.text.compare.model import Kind
from wasit.text.compare.read import Read, Value
from wasit.text.compare.references import references
from wasit.text.compare.terms import begins, words_of
from wasit.text.compare.words import is_small, stem, tokens

MOST_CHOICES = 200
"""Choices in brackets that are looked at in one point; no provision has so many."""
MOST_IN_FIGURE = 14
"""Words and marks in brackets that may still be a choice between figures."""
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
    bound: Sense | None = None
    """Whether it is the least or the most of what it is told of."""
    said: bool = False
    """Whether its bound is said in so many words."""
    reach: tuple[int, int] = (0, 0)
    """Half-open offsets of its piece together with its bound."""
    bound_at: tuple[int, int] = (0, 0)
    """Half-open offsets of its bound."""
    period: tuple[str, float] | None = None
    """The period of which it tells how many times."""
    counted: int = 0
    """Where its count ends: ``six times`` of ``six times a day``."""


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
    counted = words_of(language, "times_of")
    times = {
        one.first
        for one in dates.numbers.values()
        if one.behind < len(listed) and listed[one.behind].norm in counted
    }
    taken: set[int] = set()
    n = 0
    while n < len(listed):
        found: Read | None = None
        if n in referred:
            behind, key = referred[n]
            found = Read("reference", ("reference", key), "reference", n, behind)
        elif n in dates.ordinals or n in times or _may_begin(listed, n, language):
            found = dates.at(n) or amounts.at(n)
        if found:
            yield found
            taken.update(range(n, found.behind))
        n = found.behind if found else n + 1
    for numeral in dates.numbers.values():
        if taken.isdisjoint(range(numeral.first, numeral.behind)):
            amount = amounts.of(numeral)
            if amount:
                yield amount


def _may_begin(listed: Sequence[Token], n: int, language: Language) -> bool:
    """Whether a date or amount may begin with token ``n``: most words begin none."""
    token = listed[n]
    if token.kind != "word":
        return token.kind == "number"
    day = len(token.norm) <= 2 and n + 1 < len(listed) and listed[n + 1].text in "+-"
    return day or begins(token.norm, language)


def _fact(read: Read, listed: Sequence[Token], language: str) -> Fact:
    near = (
        *_near(listed, read.first, -1, language),
        *_near(listed, read.behind - 1, 1, language),
    )
    start, end = listed[read.first].start, listed[read.behind - 1].end
    bound = bound_of(listed, read.first, read.behind, read.kind, language)
    reach, at = (start, end), (start, start)
    if bound:
        at = (listed[bound.first].start, listed[bound.behind - 1].end)
        reach = (min(start, at[0]), max(end, at[1]))
    return Fact(
        read.kind,
        read.value,
        read.unit,
        start,
        end,
        frozenset(near),
        read.listed and (read.value[0] not in _VAGUE or read.times is not None),
        bound.sense if bound else None,
        bool(bound and bound.said),
        reach,
        at,
        *((read.times.period, listed[read.times.behind - 1].end) if read.times else ()),
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
    within: dict[tuple[int, int], list[Fact]] = {}
    spans = inner_groups(words)
    ends = [end for _, end in spans]
    for fact in found:
        n = bisect_right(ends, fact.start)
        span = spans[n] if n < len(spans) and spans[n][0] < fact.end else None
        if span is None:
            yield fact
        else:
            within.setdefault(span, []).append(fact)
    held: dict[tuple[int, int], list[Fact]] = {}
    for span, group in within.items():
        if _is_open_figure(words, span, group):
            held[span] = group
        else:
            yield from group
    for (start, end), group in held.items():
        first, last = group[0], group[-1]
        values = tuple(fact.value for fact in group)
        begin, behind = min(start, first.start), max(end, last.end)
        yield Fact(
            last.kind,
            ("open", *values),
            last.unit,
            begin,
            behind,
            frozenset[str]().union(*(fact.around for fact in group)),
            reach=(begin, behind),
        )


def _is_open_figure(words: str, span: tuple[int, int], held: Sequence[Fact]) -> bool:
    """Whether a choice is between figures: hardly a word in it that belongs to none of them."""
    inside = tokens(words[span[0] : span[1]])
    if len(inside) > MOST_IN_FIGURE:
        return False
    loose = [
        token
        for token in inside
        if token.kind == "word"
        and not any(fact.start <= span[0] + token.start < fact.end for fact in held)
    ]
    return len(loose) <= len(held)


@lru_cache(maxsize=8_192)
def bracket_groups(words: str) -> tuple[tuple[int, int], ...]:
    """Where the choices in brackets stand; none where brackets do not close."""
    if not may_be_open(words):
        return ()
    try:
        return tuple((choice.start, choice.end) for choice in choices(words)[:MOST_CHOICES])
    except Mistake:
        return ()


def inner_groups(words: str) -> tuple[tuple[int, int], ...]:
    """The same; of brackets around all the words of a point, the choices inside."""
    whole = whole_bracket(words)
    if whole is None:
        return bracket_groups(words)
    at = whole[0] + 1
    return tuple((at + a, at + b) for a, b in bracket_groups(words[at : whole[1] - 1]))


@lru_cache(maxsize=8_192)
def whole_bracket(words: str) -> tuple[int, int] | None:
    """The pair of brackets that holds all the words of a point, and is longer than a figure."""
    begin, behind = len(words) - len(words.lstrip()), len(words.rstrip(" .;،؛"))
    if words[begin : begin + 1] != "[" or words[behind - 1 : behind] != "]":
        return None
    depth = 0
    for at in range(begin, behind):
        depth += (words[at] == "[") - (words[at] == "]")
        if not depth and at < behind - 1:
            return None
    enough = sum(token.kind != "mark" for token in tokens(words)) > MOST_IN_FIGURE // 2
    return (begin, behind) if enough and not depth else None
