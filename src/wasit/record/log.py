"""A list that only grows, and shares what it has with every longer one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

PIECE = 256
"""Values in one piece. Adding one value copies at most a piece and the list of pieces."""


@dataclass(frozen=True, slots=True)
class Log(Generic[T]):
    """Values in the order in which they came. Immutable; ``plus`` gives a longer one."""

    pieces: tuple[tuple[T, ...], ...] = ()
    """Full pieces, never copied again."""
    rest: tuple[T, ...] = ()
    """The values after them, fewer than a piece."""

    def plus(self, values: Iterable[T]) -> Log[T]:
        """This log with ``values`` after it."""
        rest = (*self.rest, *values)
        full = len(rest) - len(rest) % PIECE
        if not full:
            return Log(self.pieces, rest)
        pieces = (rest[n : n + PIECE] for n in range(0, full, PIECE))
        return Log((*self.pieces, *pieces), rest[full:])

    def after(self, length: int) -> tuple[T, ...]:
        """The values behind the first ``length``. Cost: how many they are."""
        pieces, inside = divmod(length, PIECE)
        if pieces >= len(self.pieces):
            return self.rest[inside:] if pieces == len(self.pieces) else ()
        rest = itertools.chain(*self.pieces[pieces + 1 :], self.rest)
        return (*self.pieces[pieces][inside:], *rest)

    def __iter__(self) -> Iterator[T]:
        return itertools.chain.from_iterable((*self.pieces, self.rest))

    def __len__(self) -> int:
        return len(self.pieces) * PIECE + len(self.rest)
