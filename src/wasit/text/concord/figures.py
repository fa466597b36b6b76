"""The figures of a text in either language, told so that equal ones are equal in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.compare.words import tokens
from wasit.text.concord.calendar import Calendar
from wasit.text.concord.clock import Clock
from wasit.text.concord.openings import may_begin
from wasit.text.concord.quantities import Quantities
from wasit.text.concord.reading import Found, Sort, Value
from wasit.text.concord.references import References
from wasit.text.concord.shares import Shares


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a point."""

    sort: Sort
    values: tuple[Value, ...]
    """Everything it may mean."""
    start: int
    end: int
    """Half-open offsets of its piece in the words of the point."""
    weak: bool
    """Whether it says too little alone to be missed."""
    unit: str
    raw: tuple[float, ...]
    """The numbers in it as they stand."""


@lru_cache(maxsize=8_192)
def figures(words: str, language: Language) -> tuple[Figure, ...]:
    """The figures of ``words``, in order."""
    listed = tokens(words)
    found = _with_rates(sorted(_read(listed, language), key=lambda one: one.first))
    found = _with_parts(_with_units(found, listed), listed)
    return tuple(
        Figure(
            one.sort,
            one.values,
            listed[one.first].start,
            listed[one.behind - 1].end,
            one.weak,
            one.unit,
            one.raw,
        )
        for one in found
    )


_FAR = 6
"""How many words behind a quantity what it goes by may stand: ``40 tonnes of cement an hour``."""


def _with_rates(found: list[Found]) -> list[Found]:
    """The figures, those periods as rates that a quantity before them goes by."""
    return [
        one._replace(sort="rate") if n and _is_rate(found[n - 1], one) else one
        for n, one in enumerate(found)
    ]


def _is_rate(before: Found, one: Found) -> bool:
    near = one.first - before.behind <= _FAR
    return one.sort == "period" and one.weak and before.sort == "measure" and near


_BETWEEN = frozenset(
    {
        *("and", "or", "to", "but", "no", "not", "later", "more", "less", "fewer", "than", "at"),
        *("most", "least", "nor", "over", "up", "و", "او", "ولا", "لا", "الي", "تزيد", "يزيد"),
        *("تقل", "يقل", "تتجاوز", "يتجاوز", "عن", "علي", "من", "اكثر", "اقل"),
    }
)
"""What may stand between two numbers that share the unit of the second."""


def _with_units(found: list[Found], listed: Sequence[Token]) -> list[Found]:
    """The figures, plain numbers also in the unit that a later one has for both.

    ``no sooner than 48 and no later than 120 hours``
    """
    told = list(found)
    for n, (one, after) in enumerate(pairwise(found)):
        between = listed[one.behind : after.first]
        shared = after.unit and after.raw and len(after.values) == 1
        if one.sort != "count" or not shared or not one.raw or not between:
            continue
        if all(token.norm in _BETWEEN for token in between):
            name, amount = after.values[0][0], after.values[0][1]
            value = (name, round(float(str(amount)) / after.raw[0] * one.raw[0], 6))
            told[n] = one._replace(values=(*one.values, value))
    return told


def _with_parts(found: list[Found], listed: Sequence[Token]) -> list[Found]:
    """The figures, a quantity and its part as one: ``two hours and ten minutes``."""
    told: list[Found] = []
    for one in found:
        before = told[-1] if told else None
        if before and _is_part(one, before, listed):
            name, amount = before.values[0][0], before.values[0][1]
            whole = round(float(str(amount)) + float(str(one.values[0][1])), 6)
            told[-1] = before._replace(
                values=((name, whole),), behind=one.behind, weak=False, raw=before.raw + one.raw
            )
        else:
            told.append(one)
    return told


def _is_part(one: Found, before: Found, listed: Sequence[Token]) -> bool:
    """Whether a quantity is less than one of the unit of the quantity it is joined to."""
    if one.sort != before.sort or one.sort not in ("measure", "period"):
        return False
    if one.unit != before.unit or not (one.raw and before.raw) or one.weak:
        return False
    between = [token.norm for token in listed[before.behind : one.first]]
    if between != ["and"] and (between or not listed[one.first].norm.startswith("و")):
        return False
    size = float(str(before.values[0][1])) / before.raw[0]
    return 0 < float(str(one.values[0][1])) < size


def _read(listed: Sequence[Token], language: Language) -> Iterator[Found]:
    """What has words of its own comes before the numbers that are left."""
    references = References(listed, language)
    others = (Clock(listed, language), Calendar(listed, language), Shares(listed, language))
    quantities = Quantities(listed, language)
    n = 0
    while n < len(listed):
        found: list[Found] = []
        token = listed[n]
        if token.kind == "number" or (token.kind == "word" and may_begin(token.norm, language)):
            found = list(references.at(n))
            one = None if found else next((o for r in others if (o := r.at(n))), None)
            found = found or ([one] if one else quantities.at(n))
        yield from found
        n = max((one.behind for one in found), default=n + 1)
