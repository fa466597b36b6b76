"""What the readers of figures hand back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wasit.language.numbers import numerals
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.compare.model import Kind

Value = tuple[object, ...]
"""What a figure says, so that equal values are equal whatever they are written like."""


class Times(NamedTuple):
    """How many times in a period: ``six times`` of ``six times a day``."""

    behind: int
    """The token behind the count."""
    period: tuple[str, float]
    """The unit of the period, and how many of it."""


class Read(NamedTuple):
    """A figure from token ``first`` up to but not with ``behind``."""

    kind: Kind
    value: Value
    unit: str
    """What it is told in, or the stem of what is counted."""
    first: int
    behind: int
    listed: bool = True
    """False for what is told of only where it became another figure."""
    times: Times | None = None
    """How many times, where it says how often in so many words."""


class Reader:
    """Looks at a list of tokens in one language."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens = tokens
        self.language = language
        self.numbers = {one.first: one for one in numerals(tokens, language)}
        """The numbers by the token they begin at."""

    def norm(self, n: int) -> str:
        """The folded word at ``n``; empty outside of the list."""
        return self.tokens[n].norm if 0 <= n < len(self.tokens) else ""
