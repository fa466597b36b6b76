"""What the searches found, as solutions on the parties' own scales."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from wasit.packages.answer import SOLUTIONS, Deal, NoSolution, Solution, SolutionName
from wasit.packages.bargain import Bargain, Package
from wasit.packages.exact import Ints, Scaled, as_limbs, ranks
from wasit.packages.joining import efficient_rows
from wasit.packages.optimising import NODES
from wasit.packages.rules import Terms
from wasit.packages.search import (
    NEAR,
    Found,
    Search,
    any_acceptable,
    egalitarian,
    kalai_smorodinsky,
    nash,
    utilitarian,
)

Solutions = dict[SolutionName, Solution | None]


@dataclass(frozen=True, slots=True)
class Searched:
    """The solutions found, or why there are none."""

    solutions: Solutions
    no_solution: NoSolution | None
    degenerate: bool = False
    region: tuple[Deal, ...] = ()
    """Around the Nash solution: every efficient package whose product is at least"""
    share: Fraction | None = None
    """this share of the largest."""


def search_all(bargain: Bargain, scaled: Scaled, terms: Terms, nodes: int = NODES) -> Searched:
    """All four solutions, each with its bound; every party has a reservation value.

    ``nodes``: how long each search goes on at most.
    """
    none: Solutions = dict.fromkeys(SOLUTIONS)
    search = Search(scaled, terms, nodes)
    fair = egalitarian(search)
    product = nash(search) if fair is None or fair.score[0] > 0 or not fair.proven else None
    if (fair is None or fair.score[0] < 0) and (product is None or product.score[0] <= 0):
        proven = fair is not None and fair.proven
        some = False if proven else any_acceptable(search)
        return Searched(none, "none_acceptable" if some is False else "out_of_reach")
    told = _Telling(bargain, scaled)
    found = dict(none)
    found["egalitarian"] = told.least(fair) if fair is not None and fair.score[0] >= 0 else None
    degenerate = product is None
    if product is None:
        found["nash"] = _nothing(found["egalitarian"])
    else:
        found["nash"] = told.product(product)
    largest = utilitarian(search)
    found["utilitarian"] = told.sum(largest) if largest is not None else None
    shares = kalai_smorodinsky(search)
    found["kalai_smorodinsky"] = told.shares(*shares) if shares is not None else None
    if product is None or not product.proven:
        return Searched(found, None, degenerate)
    share, packages = search.around(product)
    region = tuple(_efficient_among(scaled, packages))
    return Searched(found, None, degenerate, region, Fraction(str(share)))


def _efficient_among(scaled: Scaled, packages: Ints) -> Iterator[Deal]:
    """What no other of them beats; what beats one of them has a larger product: it is there too."""
    behind: dict[tuple[int, ...], list[Package]] = {}
    for row in packages.tolist():
        package = tuple(row)
        behind.setdefault(scaled.sums(package), []).append(package)
    vectors = sorted(behind, reverse=True)
    kept = efficient_rows(ranks(as_limbs(vectors, scaled.limbs))) if vectors else ()
    for vector, keep in zip(vectors, kept, strict=True):
        if keep:
            found = behind[vector]
            yield Deal(found[0], scaled.utilities(vector), len(found))


def search_one(bargain: Bargain, name: SolutionName) -> Solution | None:
    """One solution alone, as quickly as it can be had; none where none was found.

    Kalai and Smorodinsky's is none also where one of the largest gains it rests on is not proven.
    """
    scaled, terms = Scaled.of(bargain), Terms.of(bargain)
    search, told = Search(scaled, terms), _Telling(bargain, scaled)
    if name == "kalai_smorodinsky":
        shares = kalai_smorodinsky(search)
        return None if shares is None else told.shares(*shares)
    if name == "egalitarian":
        found = egalitarian(search)
        return None if found is None or found.score[0] < 0 else told.least(found)
    if name == "nash":
        found = nash(search)
        return None if found is None or found.score[0] <= 0 else told.product(found)
    found = utilitarian(search)
    return None if found is None else told.sum(found)


@dataclass(frozen=True)
class _Telling:
    bargain: Bargain
    scaled: Scaled

    def product(self, found: Found) -> Solution:
        gains = self._gains(found)
        ranges = prod((self._range(p) for p in range(self.scaled.parties)), start=Fraction(1))
        return self._solution(found, prod(gains, start=Fraction(1)), _above(found.bound) * ranges)

    def least(self, found: Found) -> Solution:
        return self._solution(found, min(self._gains(found)), _above(found.bound))

    def sum(self, found: Found) -> Solution:
        # Its gains are over reservation values, or over the least utility where that is more.
        scaled = self.scaled
        parts = zip(scaled.base, scaled.scale, scaled.reservation, strict=True)
        over = sum((Fraction(base + max(r or 0, 0), scale) for base, scale, r in parts), Fraction())
        total = sum(scaled.utilities(found.sums), Fraction())
        widest = max(self._range(party) for party in range(scaled.parties))
        return self._solution(found, total, _above(found.bound) * widest + over)

    def shares(self, found: Found, room: Sequence[int]) -> Solution:
        parts = zip(self._gains(found), room, self.scaled.scale, strict=True)
        least = min(g * scale / most if most else Fraction(1) for g, most, scale in parts)
        return self._solution(found, least, _above(found.bound))

    def _solution(self, found: Found, score: Fraction, bound: Fraction) -> Solution:
        weights = zip(found.weights.tolist(), range(self.scaled.parties), strict=True)
        return Solution(
            found.package,
            self.scaled.utilities(found.sums),
            score,
            found.ties,
            found.proven,
            score if found.proven else max(score, bound),
            tuple(Fraction(weight) / self._range(party) for weight, party in weights),
        )

    def _gains(self, found: Found) -> list[Fraction]:
        utilities = self.scaled.utilities(found.sums)
        return [u - r for u, r in zip(utilities, self._reserves(), strict=True)]

    def _reserves(self) -> list[Fraction]:
        return [party.reservation or Fraction() for party in self.bargain.parties]

    def _range(self, party: int) -> Fraction:
        return Fraction(self.scaled.top[party] or 1, self.scaled.scale[party])


def _nothing(fair: Solution | None) -> Solution | None:
    """Somebody gains nothing in every acceptable package: the product is 0 for all of them."""
    if fair is None:
        return None
    zero = Fraction()
    return Solution(fair.package, fair.utilities, zero, None, fair.proven, zero, fair.weights)


def _above(bound: float) -> Fraction:
    """A bound on the safe side of what doubles may err."""
    return Fraction(bound + NEAR * abs(bound))
