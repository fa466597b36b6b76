"""The words in front of a place: whether something is said to be at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.places.names import is_name

_SIDES_OF_A_PLACE = frozenset(
    ("the", "central", "downtown", "neutral", "nearby", "neighbouring", "northern", "southern",
     "eastern", "western", "east", "west", "north", "south", "inner", "old")
)  # fmt: skip
"""What may stand between *in* and a town or country."""


_DESCRIBED = 4
"""How many words may describe a place in front of it: in *the Red Sea resort of*."""


def is_at_it(
    tokens: Sequence[Token], first: int, language: Language, before: Mapping[int, Cue]
) -> bool:
    """Whether ``in`` or the like stands before, with or without *the town of*."""
    if language == "ar" and tokens[first].norm[0] == "ب" and not is_name(tokens[first].norm):
        return True
    cue = before.get(first)
    if cue is not None and cue.sort == "at":
        return True
    if cue is not None:
        return is_at_it(tokens, cue.first, language, before) or (
            language == "en" and is_described(tokens, cue.first, before)
        )
    if language == "en" and first > 0 and tokens[first - 1].norm in _SIDES_OF_A_PLACE:
        return is_at(before.get(first - 1))
    return False


def is_described(tokens: Sequence[Token], first: int, before: Mapping[int, Cue]) -> bool:
    """Whether words that describe stand between: in *the Red Sea* resort of."""
    for n in range(first - 1, max(first - 1 - _DESCRIBED, -1), -1):
        if tokens[n].kind != "word" and tokens[n].text != "-":
            return False
        if is_at(before.get(n)):
            return True
    return False


def is_at(cue: Cue | None) -> bool:
    """Whether the words in front say that something is there: *in*, *near*."""
    return cue is not None and cue.sort == "at"
