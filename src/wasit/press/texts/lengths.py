"""How long a document is said to be, and how many there are: numbers beside units and nouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wasit.language.numbers import Numeral
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue

_UNIT_REACH = {"en": 2, "ar": 1}
"""How many words may stand between a number and its unit."""
_CHANGE_REACH = 7
"""How many words may stand between the two ends of a change."""
_COUNT_REACH = {"en": 3, "ar": 1}


@dataclass(frozen=True, slots=True)
class Length:
    """A length, a change of length or a count, from token ``first`` up to ``behind``."""

    first: int
    behind: int
    before: int | None = None
    after: int | None = None
    count: int | None = None
    unit: str | None = None
    noun: Cue | None = None
    """What is counted."""
    definite: bool = False
    """Whether it is known from before: *the* 17 articles."""


def lengths(
    tokens: Sequence[Token],
    numbers: Sequence[Numeral],
    cues: Sequence[Cue],
    language: Language,
) -> list[Length]:
    """The lengths and counts in a sentence, in order; points of disagreement are none."""
    units = {cue.first: cue for cue in cues if cue.sort == "units"}
    counted = {cue.first: cue for cue in cues if cue.sort == "counted"}
    quarrels = {cue.first for cue in cues if cue.sort == "quarrels"}
    found: list[Length] = []
    taken: set[int] = set()
    for n, number in enumerate(numbers):
        if n in taken or not _whole(number):
            continue
        unit = _unit_of(tokens, number, units, language)
        if unit and _quarrel(unit, quarrels):
            continue
        change = _change(tokens, numbers, n, unit, units, cues, language)
        if change:
            other, length = change
            taken.add(other)
            found.append(length)
        elif unit and number.sort != "dual" and not _part(tokens, number):
            found.append(
                Length(
                    number.first,
                    max(number.behind, unit.behind),
                    after=int(number.high),
                    unit=unit.idea,
                    definite=_definite(tokens, number, language),
                )
            )
        else:
            noun = _counted(tokens, number, counted, language)
            if noun and not _part(tokens, number):
                found.append(
                    Length(
                        min(number.first, noun.first),
                        max(noun.behind, number.behind),
                        count=int(number.low),
                        noun=noun,
                    )
                )
    if language == "ar":
        found += _duals(tokens, counted, found)
    return found


def _duals(
    tokens: Sequence[Token], counted: dict[int, Cue], found: Sequence[Length]
) -> list[Length]:
    """Two documents by the ending alone (ملحقين), where no numeral was read there."""
    taken = {n for length in found for n in range(length.first, length.behind)}
    return [
        Length(n, cue.behind, count=2, noun=cue)
        for n, cue in counted.items()
        if n not in taken and tokens[n].norm.endswith(("ان", "ين"))
    ]


def _whole(number: Numeral) -> bool:
    return (
        number.sort in ("digits", "words", "dual")
        and number.low == int(number.low)
        and 1 < number.high < 100_000
    )


def _unit_of(
    tokens: Sequence[Token], number: Numeral, units: dict[int, Cue], language: Language
) -> Cue | None:
    """The unit behind a number: 19 points, 19-point, ١٢ مادة."""
    if number.counted is not None and number.sort == "dual":
        return units.get(number.counted)
    if language == "ar" and _follows(tokens, number, units):
        return units[number.first - 1]
    for n in range(number.behind, min(number.behind + _UNIT_REACH[language] + 1, len(tokens))):
        if n in units:
            return units[n]
        if tokens[n].kind != "word" and tokens[n].text != "-":
            return None
    return None


def _follows(tokens: Sequence[Token], number: Numeral, nouns: dict[int, Cue]) -> bool:
    """Whether a number stands behind a definite noun: المسودات الثلاث."""
    n = number.first - 1
    return (
        n in nouns
        and "ال" in tokens[n].norm[:4]
        and "ال" in tokens[number.first].norm[:3]
        and number.sort == "words"
    )


def _quarrel(unit: Cue, quarrels: set[int]) -> bool:
    return any(n in quarrels for n in range(unit.behind, unit.behind + 2))


def _part(tokens: Sequence[Token], number: Numeral) -> bool:
    """Whether the number is a part of another: two of the 17 articles."""
    return any(
        tokens[n].norm == "of" for n in range(number.behind, min(number.behind + 1, len(tokens)))
    )


def _definite(tokens: Sequence[Token], number: Numeral, language: Language) -> bool:
    before = tokens[number.first - 1].norm if number.first else ""
    if language == "en":
        return before in ("the", "all", "its", "these", "those")
    return before in ("ال", "للـ", "الـ") or tokens[number.first].norm.startswith("ال")


def _change(
    tokens: Sequence[Token],
    numbers: Sequence[Numeral],
    n: int,
    unit: Cue | None,
    units: dict[int, Cue],
    cues: Sequence[Cue],
    language: Language,
) -> tuple[int, Length] | None:
    """A change that begins with number ``n``: which other number ends it, and the change."""
    number = numbers[n]
    if number.low != number.high and unit:
        # from 31 to 36 points: a rise reads like a range.
        start = tokens[number.first - 1].norm if number.first else ""
        if start in ("from", "من"):
            return n, Length(
                number.first, unit.behind, int(number.low), int(number.high), unit=unit.idea
            )
        return None
    if n + 1 >= len(numbers) or not _whole(numbers[n + 1]):
        return None
    other = numbers[n + 1]
    gap = other.first - number.behind
    if gap > _CHANGE_REACH or number.low == other.low or other.low != other.high:
        return None
    theirs = _unit_of(tokens, other, units, language)
    if (unit is None and theirs is None) or (unit and theirs and unit.idea != theirs.idea):
        return None
    said = unit or theirs
    assert said is not None
    behind = max(other.behind, theirs.behind if theirs else 0)
    length = Length(number.first, behind, int(number.low), int(other.low), unit=said.idea)
    if _leads_to(tokens, number, other, unit, language):
        return n + 1, length
    between = range(unit.behind if unit else number.behind, other.first)
    if unit and any(
        cue.sort == "backwards"
        and cue.first in between
        and (cue.idea == "backwards" or cue.behind == other.first)
        for cue in cues
    ):
        return n + 1, replace(length, before=int(other.low), after=int(number.low))
    return None


def _leads_to(
    tokens: Sequence[Token], number: Numeral, other: Numeral, unit: Cue | None, language: Language
) -> bool:
    """Whether ``to`` joins the two numbers, and ``from`` stands before the first."""
    last = tokens[other.first - 1].norm
    if language == "ar" and last in ("ال", "الـ") and other.first > 1:
        last = tokens[other.first - 2].norm
    to = ("to", "into") if language == "en" else ("الي", "لي")
    start = unit.behind if unit and unit.behind <= other.first else number.behind
    return last in to and other.first - start <= 3


def _counted(
    tokens: Sequence[Token], number: Numeral, counted: dict[int, Cue], language: Language
) -> Cue | None:
    """The documents a number counts: four additional documents, أربع أوراق, ورقتين."""
    if number.sort == "dual":
        at = number.counted if number.counted is not None else number.first
        cue = counted.get(at)
        return cue if cue and not _names_its_owner(tokens, cue) else None
    if language == "en" and number.behind < len(tokens) and tokens[number.behind].norm == "%":
        return None
    if language == "ar" and _follows(tokens, number, counted):
        return counted[number.first - 1]
    for n in range(number.behind, min(number.behind + _COUNT_REACH[language] + 1, len(tokens))):
        if n in counted:
            return counted[n]
        if tokens[n].kind != "word" and tokens[n].text != "-":
            return None
        if language == "en" and (
            tokens[n].norm in ("of", "to", "in", "on", "for", "by", "and", "with")
            or (tokens[n].norm.endswith("s") and not tokens[n].capital)
        ):
            return None  # it counts something else: two delegations
    return None


def _names_its_owner(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a dual has lost its last letter: the papers *of* the airport and the bank.

    Then the two are told by what each is about, and no number is given.
    """
    return not tokens[cue.first].norm.endswith("ن")
