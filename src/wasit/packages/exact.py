"""Exact numbers for fast machines: each party's utilities as non-negative integers.

A party's utilities are multiplied by the least common denominator of all its numbers, and every
issue is counted from its least option. That keeps every order and every tie. Where a sum needs
more than 62 bits it is held in several limbs of 62, most significant first; nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wasit.packages.bargain import Bargain, Package

Ints = NDArray[np.int64]
LIMB = 62
"""Bits in a limb: two of them, and a carry, add up inside 64."""
_MASK = (1 << LIMB) - 1


@dataclass(frozen=True)
class Scaled:
    """A bargain's numbers as integers: ``utility = (base + sum) / scale``, party by party."""

    scale: tuple[int, ...]
    base: tuple[int, ...]
    worth: tuple[tuple[tuple[int, ...], ...], ...]
    """By issue, option and party; each at least 0."""
    reservation: tuple[int | None, ...]
    """On the scale of the sums; negative where any package meets it."""
    top: tuple[int, ...]
    """The largest sum each party could have if only its wishes counted."""

    @classmethod
    def of(cls, bargain: Bargain) -> Scaled:
        """The numbers of a bargain."""
        scales, bases, columns, reservations, tops = [], [], [], [], []
        for party in bargain.parties:
            given = {x.denominator for row in party.worth for x in row}
            reserve = party.reservation
            if reserve is not None:
                given.add(reserve.denominator)
            scale = lcm(*given)
            rows = [[x.numerator * (scale // x.denominator) for x in row] for row in party.worth]
            least = [min(row) for row in rows]
            base = sum(least)
            scales.append(scale)
            bases.append(base)
            columns.append([[x - m for x in row] for row, m in zip(rows, least, strict=True)])
            tops.append(sum(max(row) for row in rows) - base)
            reservations.append(
                None
                if reserve is None
                else reserve.numerator * (scale // reserve.denominator) - base
            )
        worth = tuple(
            tuple(zip(*(column[issue] for column in columns), strict=True))
            for issue in range(len(bargain.issues))
        )
        return cls(tuple(scales), tuple(bases), worth, tuple(reservations), tuple(tops))

    @property
    def parties(self) -> int:
        """How many parties there are."""
        return len(self.scale)

    @cached_property
    def limbs(self) -> int:
        """How many limbs the largest sum needs."""
        return max(1, *(-(-top.bit_length() // LIMB) for top in self.top))

    @cached_property
    def rows(self) -> tuple[Ints, ...]:
        """By issue: limbs x options x parties."""
        return tuple(as_limbs(options, self.limbs) for options in self.worth)

    def sums(self, package: Package) -> tuple[int, ...]:
        """The package's sums, one a party."""
        taken = [self.worth[issue][option] for issue, option in enumerate(package)]
        return tuple(map(sum, zip(*taken, strict=True)))

    def utilities(self, sums: Sequence[int]) -> tuple[Fraction, ...]:
        """What these sums are on the parties' own scales."""
        parts = zip(sums, self.base, self.scale, strict=True)
        return tuple(Fraction(total + base, scale) for total, base, scale in parts)


def as_limbs(numbers: Sequence[Sequence[int]], limbs: int) -> Ints:
    """Rows of non-negative integers as limbs x rows x columns."""
    if limbs == 1:
        return np.array(numbers, dtype=np.int64)[None]
    shifts = range(LIMB * (limbs - 1), -1, -LIMB)
    cut = [[[x >> shift & _MASK for x in row] for row in numbers] for shift in shifts]
    return np.array(cut, dtype=np.int64)


def as_integers(limbs: Ints) -> list[list[int]]:
    """Back from limbs x rows x columns to rows of integers."""
    if len(limbs) == 1:
        return limbs[0].tolist()  # type: ignore[no-any-return]
    whole: NDArray[Any] = limbs[0].astype(object)
    for limb in limbs[1:]:
        whole = whole * (1 << LIMB) + limb
    return whole.tolist()  # type: ignore[no-any-return]


def add(left: Ints, right: Ints) -> Ints:
    """The sums of two arrays of limbs (limbs first)."""
    total = left + right
    for limb in range(len(total) - 1, 0, -1):
        total[limb - 1] += total[limb] >> LIMB
        total[limb] &= _MASK
    return total


def ranks(limbs: Ints) -> Ints:
    """Column by column, where each number stands among all of the column: rows x columns.

    Equal numbers have equal ranks, so ranks compare as the numbers do.
    """
    if len(limbs) == 1:
        highest: Ints = limbs[0]
        return highest
    found = np.empty(limbs.shape[1:], dtype=np.int64)
    for column in range(limbs.shape[2]):
        keys = limbs[:, :, column]
        order = np.lexsort(keys[::-1])
        along = keys[:, order]
        steps = (along[:, 1:] != along[:, :-1]).any(axis=0)
        found[order, column] = np.concatenate(([0], np.cumsum(steps)))
    return found


def as_doubles(limbs: Ints) -> NDArray[np.float64]:
    """The nearest doubles, or within a few parts in 2**52 of them: rows x columns."""
    total: NDArray[np.float64] = limbs[0].astype(np.float64)
    for limb in limbs[1:]:
        total = total * float(1 << LIMB) + limb
    return total
