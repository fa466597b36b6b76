"""Brackets counted by whose they are, and settled: from open wording to clean words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wasit.entries import Mistake
from wasit.text.choices import (
    NESTING,
    Bracket,
    Choice,
    Sort,
    begins_alternative,
    choices,
    may_be_open,
)

__all__ = [
    "NESTING",
    "Bracket",
    "Choice",
    "Sort",
    "begins_alternative",
    "by_seat",
    "choices",
    "clean",
    "may_be_open",
    "open_brackets",
]


def open_brackets(words: str) -> int:
    """How many pairs of brackets hold wording that is not agreed, those inside others counted."""
    return sum(1 + sum(open_brackets(o.inside) for o in c.options) for c in choices(words))


def by_seat(words: str) -> Mapping[str, int]:
    """How many bracketed wordings stand under each name; unattributed ones under an empty name."""
    found: dict[str, int] = {}
    for choice in choices(words):
        for option in choice.options:
            for name in option.by or ("",):
                found[name] = found.get(name, 0) + 1
            for name, n in by_seat(option.inside).items():
                found[name] = found.get(name, 0) + n
    return found


def clean(words: str, chosen: Sequence[int | None]) -> str:
    """``words`` with each outermost choice settled, in order.

    ``chosen`` has the number of an option from 0 for each, -1 to leave the choice open, None for
    nothing. Raises :class:`Mistake` when there are not as many, or no such option.
    """
    found = choices(words)
    if len(chosen) != len(found):
        raise Mistake("{given} given; {n} choices are open", given=len(chosen), n=len(found))
    settled, at = [], 0
    for choice, pick in zip(found, chosen, strict=True):
        settled += [words[at : choice.start], _settled(words, choice, pick)]
        at = choice.end
    return _tidy("".join([*settled, words[at:]]))


def _settled(words: str, choice: Choice, pick: int | None) -> str:
    if pick is None:
        return ""
    if pick == -1:
        return words[choice.start : choice.end]
    if not 0 <= pick < len(choice.options):
        raise Mistake("no option {pick}; there are {n}", pick=pick + 1, n=len(choice.options))
    option = choice.options[pick]
    return "" if option.sort == "deletion" else option.inside


def _tidy(text: str) -> str:
    """Without the double spaces, and spaces before marks, that a dropped wording leaves."""
    text = re.sub(r"[ \t]{2,}", " ", text)
    return re.sub(r" +([.,;:،؛!?؟])", r"\1", text).strip()
