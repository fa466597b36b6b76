"""Changes of length: from 28 points to 19, 24 pages down from 51, later cut to nine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wasit.language.numbers import Numeral
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.texts.units import (
    NEEDS_A_NOUN,
    Length,
    is_definite,
    is_whole,
    of_something,
    unit_of,
)

_CHANGE_REACH = 7
"""How many words may stand between the two ends of a change."""
_TOLD_CHANGE_REACH = 16
"""The same where a word between says that it was a change."""
_LEAD = 3
"""How many words may stand between the first end and the *to* of the second, else."""
_BARELY = frozenset(
    ("only", "just", "barely", "about", "some", "around", "roughly", "nearly", "ال", "الـ", "نحو",
     "حوالي", "قرابه", "حدود", "زهاء")
)  # fmt: skip
"""What may stand between *to* and the number."""
_SUBJECT_REACH = 9
"""How far before a change its unit may stand."""


def change_from(
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
    if _put_in(tokens, number):
        return None
    if number.low != number.high and unit:
        rise = _rise(tokens, number, unit)
        return (n, rise) if rise else None
    m = n + 1
    while m < len(numbers) and (
        numbers[m].high == 1
        or (unit is not None and _some_of_them(tokens, numbers[m]))
        or _counts_papers(cues, numbers[m])
    ):
        m += 1  # replaced an earlier one of eight points; before five of them were struck out
    if m >= len(numbers) or not is_whole(numbers[m]):
        return None
    other = numbers[m]
    start = unit.behind if unit and number.behind <= unit.behind <= other.first else number.behind
    between = [cue for cue in cues if start <= cue.first and cue.behind <= other.first]
    changes = any(
        (cue.sort == "events" and cue.idea in ("reduced", "expanded")) or cue.sort == "now"
        for cue in between
    )
    backwards = any(cue.sort == "backwards" and cue.idea == "backwards" for cue in between)
    backwards = backwards or _had_once(tokens, other, language)
    reach = _TOLD_CHANGE_REACH if changes or backwards else _CHANGE_REACH
    if other.first - start > reach or number.low == other.low or other.low != other.high:
        return None
    theirs = unit_of(tokens, other, units, language)
    if unit and theirs and unit.idea != theirs.idea:
        return None
    if (unit is None and of_something(tokens, number, language)) or (
        theirs is None and of_something(tokens, other, language)
    ):
        return None
    said = unit or theirs or _unit_before(tokens, number, units, language)
    if said is None:
        return None
    first = min(number.first, said.first)
    behind = max(other.behind, theirs.behind if theirs else 0)
    length = Length(first, behind, int(number.low), int(other.low), unit=said.idea)
    near = other.first - start <= _LEAD
    now = any(cue.sort == "now" and 0 <= other.first - cue.behind <= 1 for cue in between)
    if (_leads_to(tokens, other, language) and (near or changes)) or (
        unit and now and unit.idea not in NEEDS_A_NOUN
    ):
        return m, length
    if unit and changes and _of_the_state_before(cues, start, other):
        return m, replace(length, before=int(other.low), after=int(number.low))
    if unit and _had_once(tokens, other, language):
        return m, replace(length, before=int(other.low), after=int(number.low))
    if unit and theirs is None and _final_has(tokens, other):
        return m, length
    if unit and any(
        cue.sort == "backwards"
        and (cue.idea == "backwards" or cue.behind == other.first)
        and other.first - start <= reach
        for cue in between
    ):
        return m, replace(length, before=int(other.low), after=int(number.low))
    return None


def _put_in(tokens: Sequence[Token], number: Numeral) -> bool:
    """Whether a number counts what was put in or struck out: أضيفت ثلاث مواد."""
    before = tokens[number.first - 1].norm if number.first else ""
    return before.removeprefix("و").startswith(_PUT_IN)


_PUT_IN = ("اضيف", "اضاف", "حذف", "شطب", "ازيل", "ازال", "added", "deleted", "struck", "dropped")


def _some_of_them(tokens: Sequence[Token], number: Numeral) -> bool:
    """Whether a number counts a part of what was told: *five of them* were merged."""
    after = [token.norm for token in tokens[number.behind : number.behind + 2]]
    return after == ["of", "them"] or after[:1] == ["منها"]


def _counts_papers(cues: Sequence[Cue], number: Numeral) -> bool:
    """Whether a number counts documents between the ends of a change: 26 فصلا *وثلاثة ملاحق*."""
    return any(
        cue.sort in ("counted", "documents") and cue.first == number.behind and number.high < _MANY
        for cue in cues
    )


_MANY = 10
"""Papers beside a text are fewer than its articles."""


def _final_has(tokens: Sequence[Token], other: Numeral) -> bool:
    """Whether a number is how long it is in the end: *the final one has* 13."""
    around = [token.norm for token in tokens[max(other.first - 5, 0) : other.first]]
    return around[-1:] != [] and around[-1] in _HAS and bool(_LAST.intersection(around))


_HAS = frozenset(("has", "have", "had", "contains", "contained", "at"))
_LAST = frozenset(("final", "latest", "current", "new", "signed", "last", "revised"))


def _of_the_state_before(cues: Sequence[Cue], start: int, other: Numeral) -> bool:
    """Whether a number is how long it was before: shortened from a *previous* plan of 30 points."""
    return any(
        cue.sort == "prior" and start <= cue.first and 0 <= other.first - cue.behind <= _LEAD
        for cue in cues
    )


def _had_once(tokens: Sequence[Token], other: Numeral, language: Language) -> bool:
    """Whether a number is told as that of an earlier day: it *had 41 when* talks began."""
    if language != "en":
        return False
    around = tokens[max(other.first - 5, 0) : other.first]
    had = any(token.norm in _HAD for token in around)
    if had and any(
        token.norm in _OLD_TEXT for token in tokens[max(other.first - 9, 0) : other.first]
    ):
        return True
    once = any(token.norm in _ONCE for token in (*around, *tokens[other.behind : other.behind + 3]))
    return had and once


_HAD = frozenset(("had", "held", "counted", "numbered", "contained", "was", "were"))
_OLD_TEXT = frozenset(("withdrawn", "previous", "old", "discarded", "abandoned", "january's",
     "scrapped", "shelved", "superseded"))  # fmt: skip
"""What tells that a text is the one before: the text *withdrawn* in May had 112."""
_ONCE = frozenset(
    ("after", "when", "once", "originally", "initially", "previously", "first", "earlier")
)


def _rise(tokens: Sequence[Token], number: Numeral, unit: Cue) -> Length | None:
    """A rise that reads like a range: from 31 to 36 points."""
    before = tokens[number.first - 1].norm if number.first else ""
    if before not in ("from", "من"):
        return None
    return Length(number.first, unit.behind, int(number.low), int(number.high), unit=unit.idea)


def now_from(
    tokens: Sequence[Token],
    numbers: Sequence[Numeral],
    n: int,
    unit: Cue,
    units: dict[int, Cue],
    cues: Sequence[Cue],
    language: Language,
) -> tuple[int, Length] | None:
    """A change told after more: a paper of five points, ..., then a clause was added: *now* six."""
    if unit.idea in NEEDS_A_NOUN:
        return None
    ends = [cue.behind for cue in cues if cue.sort == "now" and cue.first > unit.first]
    for later in range(n + 1, min(n + 4, len(numbers))):
        other = numbers[later]
        if not is_whole(other) or not any(0 <= other.first - e <= 1 for e in ends):
            continue
        theirs = unit_of(tokens, other, units, language)
        same = theirs is not None and theirs.idea == unit.idea
        if not same and (theirs is not None or of_something(tokens, other, language)):
            continue
        start = numbers[n]
        return later, Length(
            min(start.first, unit.first),
            unit.behind,
            int(start.low),
            int(other.low),
            unit=unit.idea,
        )
    return None


def changed_again(
    tokens: Sequence[Token],
    number: Numeral,
    unit: Cue | None,
    last: Length,
    cues: Sequence[Cue],
    language: Language,
) -> Length | None:
    """What a change went on to: cut from 24 points to 16, and *grew to 18*."""
    if last.before is None or last.after is None or number.low in (last.after, last.before):
        return None
    if unit is None and of_something(tokens, number, language):
        return None
    if (unit is not None and unit.idea != last.unit) or not _leads_to(tokens, number, language):
        return None
    goes_on = any(
        cue.sort == "events"
        and cue.idea in ("reduced", "expanded")
        and last.behind <= cue.first
        and 0 <= number.first - cue.behind <= _LEAD
        for cue in cues
    )
    if not goes_on:
        return None
    behind = max(number.behind, unit.behind if unit else 0)
    return Length(number.first, behind, last.after, int(number.low), unit=last.unit)


def cut_to(
    tokens: Sequence[Token],
    number: Numeral,
    units: dict[int, Cue],
    cues: Sequence[Cue],
    language: Language,
) -> Length | None:
    """A bare number its definite unit was cut to: these demands were later cut *to 15*."""
    if not is_cut_to(tokens, number, cues, language) or of_something(tokens, number, language):
        return None
    for n in range(number.first - 1, max(number.first - 1 - _SUBJECT_REACH, -1), -1):
        if n in units and is_definite(tokens, n, language):
            unit = units[n].idea
            return Length(n, number.behind, after=int(number.high), unit=unit, to=True)
    return None


def is_cut_to(
    tokens: Sequence[Token], number: Numeral, cues: Sequence[Cue], language: Language
) -> bool:
    """Whether a number is what something was cut, or grew, to."""
    return (
        number.first > 0
        and _leads_to(tokens, number, language)
        and any(
            cue.sort == "events"
            and cue.idea in ("reduced", "expanded")
            and 0 <= number.first - cue.behind <= _SUBJECT_REACH
            for cue in cues
        )
    )


def _unit_before(
    tokens: Sequence[Token], number: Numeral, units: dict[int, Cue], language: Language
) -> Cue | None:
    """The unit both numbers are of, told before them: the *points* were cut from 28 to 19."""
    start = tokens[number.first - 1].norm if number.first else ""
    if start not in ("from", "من"):
        return None
    first = max(number.first - 1 - _SUBJECT_REACH, -1)
    commas = sum(token.text in "،," for token in tokens[first + 1 : number.first])
    aside = commas == 2  # brackets, by their own count, fell from 290
    for n in range(number.first - 1, first, -1):
        if tokens[n].text in ".;:؛" or (tokens[n].text in "،," and not aside):
            return None
        if n in units and units[n].idea not in NEEDS_A_NOUN:
            return units[n]
    return None


def _leads_to(tokens: Sequence[Token], other: Numeral, language: Language) -> bool:
    """Whether ``to`` stands before the second number, alone or with *only* or *about*."""
    last = tokens[other.first - 1].norm
    if other.first > 1 and last in _BARELY:
        last = tokens[other.first - 2].norm
    return last in (("to", "into") if language == "en" else ("الي", "لي"))
