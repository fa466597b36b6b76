"""The answer: the efficient frontier and the solutions, each with its definition and its proof."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from wasit.packages.bargain import Bargain, Package

SolutionName = Literal["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]

SOLUTIONS: tuple[SolutionName, ...] = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
"""In the order they are told."""

DEFINITIONS: Mapping[SolutionName, str] = MappingProxyType(
    {
        "nash": "the largest product of the parties' gains over their reservation values",
        "kalai_smorodinsky": "each gain as a share of the largest gain that party could have among "
        "packages acceptable to all: the smallest share as large as possible, then the next",
        "egalitarian": "the smallest gain over a reservation value as large as possible, then the "
        "next",
        "utilitarian": "the largest sum of utilities among packages acceptable to all",
    }
)
"""Nash 1950; Kalai and Smorodinsky 1975; Rawls 1971 with Sen's leximin; Harsanyi 1955. All of them
over packages that the rules allow, that cross no red line and meet every reservation value."""

NoSolution = Literal["no_reservation", "unknown_party", "none_acceptable", "out_of_reach"]
"""Why there is none: a party's reservation value is not known; nothing is known of what it is worth
to a party; no package meets all reservation values; or the search ended before it found one or
showed that there is none."""

NoFrontier = Literal["too_large", "constant_sum"]
"""Why the frontier is not listed: its parts outgrow the room; or every package is efficient,
because what one party gains is always what others lose."""


@dataclass(frozen=True, slots=True)
class Deal:
    """A vector of utilities and the packages behind it."""

    package: Package
    """One of them."""
    utilities: tuple[Fraction, ...]
    packages: int
    """How many packages have these utilities."""


@dataclass(frozen=True, slots=True)
class Solution:
    """One solution: a package, and how sure it is that none is better."""

    package: Package
    utilities: tuple[Fraction, ...]
    score: Fraction
    """What it maximises: the product, the smallest share, the smallest gain, or the sum."""
    ties: int | None
    """How many other utility vectors have the same score; none: not counted."""
    proven: bool
    """Whether no package has a better one."""
    bound: Fraction
    """No package scores more than this; the score itself where proven."""
    weights: tuple[Fraction, ...] = ()
    """One weight a party, where the bound rests on a weighted sum: it holds for any package, by
    the largest weighted sum that any has."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the packages that the rules allow are found acceptable."""

    acceptable: int
    """They meet every reservation value."""
    accepted: int
    """Enough parties would accept them."""


@dataclass(frozen=True)
class Answer:
    """What can be said of a bargain."""

    bargain: Bargain
    allowed: int | None
    """How many packages the rules and red lines leave; none: not counted."""
    frontier: Sequence[Deal] | None
    """The efficient ones among the allowed, best for the first party first; none: out of reach.
    Counts of packages are made when an item is asked for."""
    solutions: Mapping[SolutionName, Solution | None]
    acceptable_on_frontier: int | None = None
    """How many vectors on the frontier meet every reservation value."""
    no_solution: NoSolution | None = None
    no_frontier: NoFrontier | None = None
    near: Sequence[Deal] | None = None
    """Where the frontier is out of reach: efficient within ``error``."""
    error: tuple[Fraction, ...] = ()
    """To each party: no package is better than one of ``near`` for all of them by more."""
    region: Sequence[Deal] = ()
    """Where the frontier is out of reach: every efficient package around the Nash solution,"""
    share: Fraction | None = None
    """whose product of gains is at least this share of the largest."""
    degenerate: bool = False
    """Whether the largest product of gains is 0: somebody gains nothing in every package."""
    counted: Callable[[], Tally | None] = field(default=lambda: None, repr=False, compare=False)
    """Counts packages one by one, where there are not too many."""

    @property
    def acceptable(self) -> int | None:
        """How many packages meet every reservation value; none: not counted, or not known."""
        return self._tally.acceptable if self._tally else None

    @property
    def accepted(self) -> int | None:
        """How many packages enough parties would accept; none: not counted, or not known."""
        return self._tally.accepted if self._tally else None

    @cached_property
    def _tally(self) -> Tally | None:
        return self.counted()

    @property
    def proven(self) -> bool:
        """Whether the frontier is whole and every solution is proven."""
        known = all(one is None or one.proven for one in self.solutions.values())
        return self.frontier is not None and known and self.no_solution != "out_of_reach"
