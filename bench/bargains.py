"""Bargains to measure on: options on a line of conflict, each party at one end or the other."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

from wasit.packages import Bargain, Issue, Option, Party, Rule

NOISE = 0.3


def bargain(
    issues: int,
    options: int,
    parties: int,
    *,
    seed: int = 1,
    points: int | None = 1000,
    forbidden: int = 0,
    implied: int = 0,
    reserve: Fraction = Fraction(0),
) -> Bargain:
    """Worths of Dirichlet weights and 30 % noise, in whole points or (none) in full decimals.

    ``reserve``: which share of its best each party wants at least.
    """
    rnd = random.Random(f"{issues} {options} {parties} {seed}")
    told = tuple(
        Issue(f"issue{i}", tuple(Option(f"option{o}") for o in range(options)))
        for i in range(issues)
    )
    made = [_party(rnd, f"party{p}", issues, options, points, reserve) for p in range(parties)]
    rules = [
        Rule(
            "excludes" if n < forbidden else "requires", *_pair(rnd, issues, options, n < forbidden)
        )
        for n in range(forbidden + implied)
    ]
    return Bargain(told, tuple(made), tuple(rules))


def _party(
    rnd: random.Random, name: str, issues: int, options: int, points: int | None, reserve: Fraction
) -> Party:
    weights = [rnd.expovariate(1.0) for _ in range(issues)]
    total = sum(weights)
    rows = []
    for weight in weights:
        rising = rnd.random() < 0.5
        line = [o / (options - 1) for o in range(options)]
        ends = line if rising else line[::-1]
        values = [weight / total * ((1 - NOISE) * e + NOISE * rnd.random()) for e in ends]
        rows.append(
            tuple(
                Fraction(repr(value)) if points is None else Fraction(round(value * points))
                for value in values
            )
        )
    best = sum((max(row) for row in rows), Fraction())
    return Party(name, tuple(rows), best * reserve)


def _pair(
    rnd: random.Random, issues: int, options: int, both: bool
) -> tuple[tuple[tuple[int, int], ...], ...]:
    first, second = rnd.sample(range(issues), 2)
    one, other = (first, rnd.randrange(options)), (second, rnd.randrange(options))
    return ((one, other),) if both else ((one,), (other,))


def constant_sum(issues: int, options: int, parties: int, seed: int = 1) -> Bargain:
    """One party has what the others lose."""
    made = bargain(issues, options, parties - 1, seed=seed)
    last = tuple(
        tuple(
            1000 - sum((party.worth[i][o] for party in made.parties), Fraction())
            for o in range(options)
        )
        for i in range(issues)
    )
    least = sum((min(row) for row in last), Fraction())
    return replace(made, parties=(*made.parties, Party("last", last, least)))
