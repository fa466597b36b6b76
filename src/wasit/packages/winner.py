"""Adjusted Winner: two parties, issues that can be divided (Brams and Taylor 1996).

Each party spreads 100 points over the issues; each issue first goes to who gave it more. Then what
the richer one holds is handed over, those first whose points differ least in proportion, the last
one in part, until both have the same. The outcome is efficient, equitable and free of envy, and at
most one issue is divided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from wasit.entries import Mistake
from wasit.packages.bargain import Bargain

POINTS = Fraction(100)


@dataclass(frozen=True, slots=True)
class Division:
    """How the issues are divided."""

    shares: tuple[Fraction, ...]
    """By issue, the first party's share: from 0 to 1."""
    points: tuple[Fraction, Fraction]
    """What each party has of its 100 points; the same for both."""

    @property
    def divided(self) -> int | None:
        """The issue that is divided, if one is."""
        return next((i for i, share in enumerate(self.shares) if 0 < share < 1), None)


def adjusted_winner(first: Sequence[Fraction], second: Sequence[Fraction]) -> Division:
    """Divide the issues between two parties that gave them these weights.

    Weights are brought to 100 points each. Raises :class:`wasit.entries.Mistake` where a weight is
    below 0, or all of a party's are 0.
    """
    mine, theirs = _spread(first), _spread(second)
    shares = [Fraction(int(a >= b)) for a, b in zip(mine, theirs, strict=True)]
    one, other = _have(mine, theirs, shares)
    richer, poorer = (mine, theirs) if one >= other else (theirs, mine)
    first_is_richer = one >= other
    held = [i for i, share in enumerate(shares) if share == int(first_is_richer) and richer[i] > 0]
    # What the poorer one values most, next to the richer one, is handed over first.
    held.sort(key=lambda i: (-poorer[i] / richer[i], i))
    gap = abs(one - other)
    for issue in held:
        if gap <= 0:
            break
        whole = richer[issue] + poorer[issue]
        part = min(Fraction(1), gap / whole)
        shares[issue] = 1 - part if first_is_richer else part
        gap -= part * whole
    return Division(tuple(shares), _have(mine, theirs, shares))


def weights(bargain: Bargain) -> tuple[list[Fraction], list[Fraction]]:
    """What each issue is worth to each of two parties: its best option over its worst.

    Raises :class:`wasit.entries.Mistake` where there are not just two parties.
    """
    if len(bargain.parties) != 2:
        raise Mistake("Adjusted Winner divides between two parties; there are {found}",
                      found=len(bargain.parties))  # fmt: skip
    first, second = ([max(row) - min(row) for row in party.worth] for party in bargain.parties)
    return first, second


def _spread(weights: Sequence[Fraction]) -> list[Fraction]:
    total = sum(weights, Fraction())
    if total <= 0 or any(weight < 0 for weight in weights):
        raise Mistake("Adjusted Winner needs weights of 0 or more, and some above 0")
    return [weight * POINTS / total for weight in weights]


def _have(
    mine: Sequence[Fraction], theirs: Sequence[Fraction], shares: Sequence[Fraction]
) -> tuple[Fraction, Fraction]:
    pairs = list(zip(mine, theirs, shares, strict=True))
    return (
        sum((a * share for a, _, share in pairs), Fraction()),
        sum((b * (1 - share) for _, b, share in pairs), Fraction()),
    )
