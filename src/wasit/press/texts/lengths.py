"""How long a document is said to be, and how many there are: numbers beside units and nouns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wasit.language.numbers import Numeral
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.texts.changes import change_from, changed_again, cut_to, is_cut_to, now_from
from wasit.press.texts.units import (
    Length,
    follows,
    is_known,
    is_part,
    is_quarrel,
    is_whole,
    number_near,
    unit_of,
)

_PART_REACH = 6
"""How many words may stand between a part and the number it is a part of."""
_COUNT_REACH = {"en": 3, "ar": 1}


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
        unit = unit_of(tokens, number, units, language)
        if n in taken or not is_whole(number, unit) or _of_those(tokens, number, language):
            continue
        parts = _has_parts(tokens, numbers, n, language)
        if unit and is_quarrel(unit, quarrels) and not (parts and unit.idea == "articles"):
            continue
        whole = _whole_of_parts(tokens, numbers, n, language)
        if whole and unit is None:
            part = unit_of(tokens, numbers[n - 1], units, language)
            if part and not is_quarrel(part, quarrels):
                found.append(
                    Length(
                        number.first,
                        number.behind,
                        after=int(number.high),
                        unit=part.idea,
                        whole=True,
                    )
                )
                continue
        further = found and changed_again(tokens, number, unit, found[-1], cues, language)
        if further:
            found.append(further)
            continue
        change = change_from(tokens, numbers, n, unit, units, cues, language)
        if change and change[0] not in taken:
            other, length = change
            taken.add(other)
            found.append(length)
        elif (
            unit
            and (later := now_from(tokens, numbers, n, unit, units, cues, language))
            and later[0] not in taken
        ):
            taken.add(later[0])
            found.append(later[1])
        elif unit:
            if _counts_all(tokens, number, unit, cues, language):
                found.append(
                    Length(
                        min(number.first, unit.first),
                        max(number.behind, unit.behind),
                        after=int(number.high),
                        unit=unit.idea,
                        definite=is_known(tokens, number, language),
                        to=is_cut_to(tokens, number, cues, language),
                        whole=parts,
                    )
                )
        elif cut := cut_to(tokens, number, units, cues, language):
            found.append(cut)
        else:
            noun = _counted(tokens, number, counted, language)
            if noun and not is_part(tokens, number.behind, language):
                found.append(
                    Length(
                        min(number.first, noun.first),
                        max(noun.behind, number.behind),
                        count=int(number.low),
                        noun=noun,
                        whole=parts or _one_of(tokens, number, language),
                    )
                )
    if language == "ar":
        found += _duals(tokens, counted, found)
        found += _single_pages(tokens, units)
    else:
        found += _pairs(cues, counted)
    return found


def _pairs(cues: Sequence[Cue], counted: dict[int, Cue]) -> list[Length]:
    """Documents counted without a numeral: *a pair of* drafts."""
    return [
        Length(cue.first, noun.behind, count=int(cue.idea), noun=noun)
        for cue in cues
        if cue.sort == "pairs"
        for n in (cue.behind, cue.behind + 1)
        if (noun := counted.get(n))
    ]


def _of_those(tokens: Sequence[Token], number: Numeral, language: Language) -> bool:
    """Whether a number counts but some of those told before: *of those*, 39 are agreed; منها 17."""
    before = [token.norm for token in tokens[max(number.first - 3, 0) : number.first]]
    if language == "ar":
        return before[-1:] == ["منها"]
    return any(
        one == "of" and after in ("those", "these", "which", "them", "whom")
        for one, after in pairwise(before)
    )


def _has_parts(
    tokens: Sequence[Token], numbers: Sequence[Numeral], n: int, language: Language
) -> bool:
    """Whether the number before is told as a part: eleven of the 14, 11 من أصل 14."""
    if not n or numbers[n].first - numbers[n - 1].behind > _PART_REACH // 2:
        return False
    between = [token.norm for token in tokens[numbers[n - 1].behind : numbers[n].first]]
    return "of" in between if language == "en" else between == ["من", "اصل"]


def _one_of(tokens: Sequence[Token], number: Numeral, language: Language) -> bool:
    """Whether only one of what is counted is spoken of: *one of the* two lists."""
    before = [token.norm for token in tokens[max(number.first - 3, 0) : number.first]]
    if language == "ar":
        return before[-1:] == ["من"] and before[-2:-1] in (["واحدا"], ["واحد"], ["واحده"], ["احد"])
    return ["one", "of"] in (before[-3:-1], before[-2:])


def _whole_of_parts(
    tokens: Sequence[Token], numbers: Sequence[Numeral], n: int, language: Language
) -> bool:
    """Whether a bare number is what the one before is a part of: four articles *out of 17*."""
    number = numbers[n]
    if not n or number.first - numbers[n - 1].behind > _PART_REACH:
        return False
    before = tuple(token.norm for token in tokens[max(number.first - 2, 0) : number.first])
    return before in (("out", "of"), ("من", "اصل"))


def _counts_all(
    tokens: Sequence[Token], number: Numeral, unit: Cue, cues: Sequence[Cue], language: Language
) -> bool:
    """Whether a number tells how long the whole is: not *the last two* points, two *of* them."""
    if number.sort == "dual":
        # In two pages, من صفحتين; two points alone may be any.
        before = tokens[number.first - 1].norm if number.first else ""
        return before in ("من", "في", "ذات") or _joined_in(tokens[number.first].norm)
    ends = max(number.behind, unit.behind)
    if is_part(tokens, number.behind, language):
        return False
    if is_part(tokens, ends, language) and (language == "ar" or number_near(tokens, ends)):
        return False
    if number.behind < len(tokens) and tokens[number.behind].text == "-":
        return True
    beside = (number.first, max(number.behind, unit.behind))
    return not any(
        cue.sort == "some"
        and (cue.behind == beside[0] or cue.first == beside[1] or beside[0] < cue.first < beside[1])
        for cue in cues
    )


def _joined_in(word: str) -> bool:
    """Whether *in* is joined on in front of a unit: بصفحتين; بندان begins with a ب of its own."""
    return word.startswith("ب") and not word.startswith(("بند", "باب"))


def _single_pages(tokens: Sequence[Token], units: dict[int, Cue]) -> list[Length]:
    """A document of one page: من صفحة واحدة."""
    return [
        Length(n, n + 2, after=1, unit=cue.idea)
        for n, cue in units.items()
        if cue.idea == "pages" and n + 1 < len(tokens) and tokens[n + 1].norm == "واحده"
    ]


def _duals(
    tokens: Sequence[Token], counted: dict[int, Cue], found: Sequence[Length]
) -> list[Length]:
    """Two documents by the ending alone (ملحقين), where no numeral was read there."""
    taken = {n for length in found for n in range(length.first, length.behind)}
    return [
        Length(n, cue.behind, count=2, noun=cue)
        for n, cue in counted.items()
        if n not in taken
        and tokens[n].norm.endswith(("ان", "ين"))
        and not _describes_two(tokens, n)
    ]


def _describes_two(tokens: Sequence[Token], n: int) -> bool:
    """Whether a dual describes what is before it: الخطين المقترحين are lines, no proposals."""
    return n > 0 and tokens[n].norm.startswith("ال") and _is_dual(tokens[n - 1].norm)


def _is_dual(word: str) -> bool:
    """Whether a definite word is of two: what follows describes it (الخطين المقترحين)."""
    return word.endswith(("ان", "ين")) and "ال" in word[:4]


_FOR_SO_LONG = frozenset(("منذ", "قبل", "طوال", "طيله", "مدي", "خلال", "لمده", "نحو"))
"""Before a number of years, not of papers."""


def _counted(
    tokens: Sequence[Token], number: Numeral, counted: dict[int, Cue], language: Language
) -> Cue | None:
    """The documents a number counts: four additional documents, أربع أوراق, ورقتين."""
    if number.sort == "dual":
        at = number.counted if number.counted is not None else number.first
        cue = counted.get(at)
        if cue is None or _names_its_owner(tokens, cue) or _describes_two(tokens, cue.first):
            return None
        return cue
    if language == "en" and number.behind < len(tokens) and tokens[number.behind].norm == "%":
        return None
    if language == "ar" and follows(tokens, number, counted):
        return counted[number.first - 1]
    if number.first and tokens[number.first - 1].norm in _FOR_SO_LONG:
        return None  # for three decades: منذ ثلاثة عقود
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
