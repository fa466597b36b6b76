"""A place as it stands in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wasit.language.spans import Language, Span
from wasit.language.tokens import Token


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list of tokens, from token ``first`` up to but not with ``behind``."""

    key: str
    """Its English name where it is known, else as written."""
    first: int
    behind: int
    span: Span
    names: Mapping[Language, str]
    """What it is called in each language, where that is known."""
    at: bool
    """Whether a word stands before it that an encounter happens at: *in* Geneva."""
    heading: bool = False
    """Whether somebody is on the way there: *flew to* Geneva."""
    sort: str = "city"
    """``city``, ``country``, ``house`` (a seat of government, a ministry, a hotel), or ``told`` by
    the words around it."""
    city: str | None = None
    """The city of a house."""
    lead: str = ""
    """The word right before it, folded."""


def written(tokens: Sequence[Token], first: int, behind: int) -> str:
    """The tokens as they stand in the text; any space is one space."""
    name = tokens[first].text
    for n in range(first + 1, behind):
        name += (" " if tokens[n].start > tokens[n - 1].end else "") + tokens[n].text
    return name
