"""How long an encounter lasted."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.numbers import Numeral, numerals
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue

_REACH = 4
_WEEK = 7


def duration(
    tokens: Sequence[Token], units: Sequence[Cue], told: Sequence[Cue], language: Language
) -> str | None:
    """ISO 8601: ``PT5H``, ``P7D``; None where no length is told, or more than a month."""
    if not units:
        return None
    numbers = numerals(tokens, language)
    for unit in units:
        amount = _amount(tokens, unit, numbers, language)
        if amount is None or not 0 < amount < 32 * 24:
            continue
        first = unit.first
        hyphen = first > 0 and tokens[first - 1].text == "-"
        if hyphen or any(
            -1 <= first - cue.behind <= _REACH or cue.first == unit.behind for cue in told
        ):
            if unit.idea == "W":
                return f"P{amount * _WEEK}D"
            return f"P{amount}D" if unit.idea == "D" else f"PT{amount}{unit.idea}"
    return None


def _amount(
    tokens: Sequence[Token], unit: Cue, numbers: Sequence[Numeral], language: Language
) -> int | None:
    for number in numbers:
        dual = number.sort == "dual" and number.counted in (unit.first, None)
        if dual and number.first <= unit.first < number.behind:
            return int(number.low)
        if number.sort in ("digits", "words") and 0 <= unit.first - number.behind <= 1:
            return int(number.high) if number.high == int(number.high) else None
    if tokens[unit.first - 1].norm in ("a", "an", "one"):
        return 1
    return (
        1 if language == "ar" and not tokens[unit.first].norm.endswith(("ات", "ام", "يع")) else None
    )
