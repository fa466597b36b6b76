"""What the draws say: how often, how safe, and what would be worth finding out first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wasit.packages.answer import SOLUTIONS
from wasit.packages.bargain import Bargain, Package
from wasit.packages.doubt.sampling import Draws, Quantity, sample
from wasit.packages.doubt.solving import UNSOLVED, Found, Progress, solve_all
from wasit.packages.exact import Ints
from wasit.packages.known import Known

Doubles = NDArray[np.float64]

DRAWS = 10_000
CANDIDATES = 24
"""How many packages are compared with each other: those that are a solution most often."""

BINS = 8
"""Into how many groups draws are cut by what a quantity was drawn as."""

NEWTON = 12
"""Steps to a root from a power of 2 next above it, besides two for each degree."""

TINY = 1e-300

ROBUST = 0.9
"""In so many of all draws a package must be acceptable to all to be called safe."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A package and how it fares over the draws."""

    package: Package
    often: tuple[float, ...]
    """By solution, in which share of the draws it is that solution."""
    acceptable: float
    """In which share of the draws it meets every reservation value."""
    regret: float
    """On average, how much of the largest product of gains (its geometric mean) it misses: 0
    nothing, 1 all of it; nothing where no package is acceptable."""
    worst: float
    """The regret that only one draw in twenty exceeds."""

    @property
    def robust(self) -> bool:
        """Whether it is acceptable to all in nearly every draw."""
        return self.acceptable >= ROBUST


@dataclass(frozen=True, slots=True)
class Worth:
    """What it would be worth to find a quantity out."""

    quantity: Quantity
    value: float
    """By how much the average regret would fall if it were known before a package is chosen."""


@dataclass(frozen=True)
class Study:
    """What can be said without knowing everything."""

    draws: int
    """How many draws it rests on."""
    solved: float
    """In which share of them some package is acceptable to all."""
    candidates: tuple[Candidate, ...]
    """The least average regret first."""
    options: tuple[tuple[tuple[float, ...], ...], ...]
    """By solution, issue and option: in which share of the draws the solution takes it."""
    worth: tuple[Worth, ...]
    """The most worth first."""

    @property
    def robust(self) -> Candidate | None:
        """The candidate of the least regret, if it is acceptable in nearly every draw."""
        first = self.candidates[0] if self.candidates else None
        return first if first is not None and first.robust else None


def study(
    known: Known, draws: int = DRAWS, seed: int = 0, progress: Progress | None = None
) -> Study:
    """Draw what is not known and solve every draw.

    Every party needs a reservation value or a range of it.
    """
    drawn = sample(known, draws, seed)
    found = solve_all(known.frame, drawn, progress)
    solved = np.flatnonzero(found[:, 0, 0] != UNSOLVED)
    drawn = replace(
        drawn,
        worth=drawn.worth[solved],
        reservation=drawn.reservation[solved],
        drawn=drawn.drawn[solved],
    )
    return _study(known.frame, drawn, found[solved])


def _study(frame: Bargain, drawn: Draws, found: Found) -> Study:
    count = len(found)
    worth, reserve = drawn.worth, drawn.reservation
    good = found[:, 0, 0] >= 0
    packages = _most_often(found[good])
    scores = _scores(worth, reserve, found, packages)
    candidates = sorted(
        (_candidate(package, found, scores[:, place], worth, reserve)
         for place, package in enumerate(packages)),
        key=lambda one: (one.regret, one.package),
    )  # fmt: skip
    return Study(
        count,
        float(good.mean()) if count else 0.0,
        tuple(candidates),
        tuple(_options(frame, found[good][:, place]) for place in range(len(SOLUTIONS))),
        _worth_finding_out(drawn.open, drawn.drawn, scores),
    )


def _most_often(found: Found) -> list[Package]:
    """The packages that are some solution most often."""
    if not len(found):
        return []
    rows, times = np.unique(found.reshape(-1, found.shape[2]), axis=0, return_counts=True)
    order = (-times).argsort(kind="stable")[:CANDIDATES]
    return [tuple(row) for row in rows[order].tolist()]


def _gains(worth: Ints, reserve: Ints, packages: Sequence[Package]) -> Ints:
    """Draws x packages x parties: what each package brings above the reservation values."""
    taken = np.array(packages, np.int64)
    total = np.zeros((len(worth), len(taken), worth.shape[3]), np.int64)
    for issue in range(worth.shape[1]):
        total += worth[:, issue][:, taken[:, issue]]
    return np.asarray(total - reserve[:, None])


def _gains_of_own(worth: Ints, reserve: Ints, packages: Found) -> Ints:
    """The same for another package in each draw (draws x issues): draws x 1 x parties."""
    rows = np.arange(len(worth))
    total = np.zeros((len(worth), worth.shape[3]), np.int64)
    for issue in range(worth.shape[1]):
        total += worth[rows, issue, packages[:, issue].astype(np.int64)]
    return np.asarray((total - reserve)[:, None])


def _products(gains: Ints) -> Doubles:
    """The product of gains where all are positive, else 0; draws x packages."""
    return np.asarray(np.maximum(gains, 0).astype(np.float64).prod(axis=2))


def _scores(worth: Ints, reserve: Ints, found: Found, packages: list[Package]) -> Doubles:
    """Draws x packages: which share of the largest product (its geometric mean) each has.

    Where the largest is 0, or nothing is acceptable, there is nothing to miss: 1.
    """
    if not packages:
        return np.zeros((len(found), 0))
    best = _products(_gains_of_own(worth, reserve, np.maximum(found[:, 0], 0)))
    best = np.where(found[:, 0, :1] < 0, 0.0, best)
    mine = _products(_gains(worth, reserve, packages))
    share = np.where(best > 0, mine / np.where(best > 0, best, 1.0), 1.0)
    return root(np.minimum(share, 1.0), worth.shape[3])


def root(values: Doubles, degree: int) -> Doubles:
    """The root of numbers from 0 to 1, by steps that every machine rounds alike (Newton's).

    Powers of the mathematics library differ in their last bit from one machine to another.
    """
    if degree == 1:
        return values
    if degree == 2:
        return np.asarray(np.sqrt(values))
    _, exponent = np.frexp(values)
    near = np.ldexp(1.0, -(-exponent // degree))
    for _ in range(NEWTON + 2 * degree):
        power = near.copy()
        for _ in range(degree - 2):
            power *= near
        near = ((degree - 1) * near + values / np.maximum(power, TINY)) / degree
    return np.asarray(np.where(values > 0, np.minimum(near, 1.0), 0.0))


def _candidate(
    package: Package, found: Found, scores: Doubles, worth: Ints, reserve: Ints
) -> Candidate:
    same = (found == np.array(package)).all(axis=2)
    meets = (_gains(worth, reserve, [package])[:, 0] >= 0).all(axis=1)
    regret = 1.0 - scores
    return Candidate(
        package,
        tuple(same.mean(axis=0).tolist()),
        float(meets.mean()),
        float(regret.mean()),
        float(np.quantile(regret, 0.95)),
    )


def _options(frame: Bargain, taken: Found) -> tuple[tuple[float, ...], ...]:
    if not len(taken):
        return tuple((0.0,) * size for size in frame.sizes)
    return tuple(
        tuple(float((taken[:, issue] == option).mean()) for option in range(size))
        for issue, size in enumerate(frame.sizes)
    )


def _worth_finding_out(
    quantities: Sequence[Quantity], drawn: Doubles, scores: Doubles
) -> tuple[Worth, ...]:
    """The expected value of knowing each quantity, by groups of draws (Strong and Oakley 2013).

    Known, one would choose the best package of its group; not known, the best of all. Packages are
    chosen on one half of the draws and weighed on the other, and the other way round: chosen and
    weighed on the same, chance alone would make any quantity look worth something.
    """
    if not scores.size:
        return ()
    halves = [np.arange(len(scores)) % 2 == half for half in (0, 1)]
    found = []
    for column, quantity in enumerate(quantities):
        groups = np.array_split(drawn[:, column].argsort(kind="stable"), BINS)
        gained = 0.0
        for chosen, weighed in (halves, halves[::-1]):
            if not chosen.any():
                continue
            blind = scores[chosen].mean(axis=0).argmax()
            for group in groups:
                on, off = group[chosen[group]], group[weighed[group]]
                if len(on):
                    best = scores[on].mean(axis=0).argmax()
                    gained += float((scores[off, best] - scores[off, blind]).sum())
        found.append(Worth(quantity, max(0.0, gained / len(scores))))
    found.sort(key=lambda one: -one.value)
    return tuple(found)
