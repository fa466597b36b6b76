"""Random bargains, each from its seed: few packages, every sort of number and rule."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

from wasit.packages import Acceptance, Bargain, Issue, Option, Party, RedLine, Rule

Number = Callable[[], Fraction]
Choice = tuple[int, int]


def numbers(rnd: random.Random) -> Number:
    """A way to draw numbers: ties, negative ones, thirds, wide ones, ones that doubles blur."""
    ways: list[Number] = [
        lambda: Fraction(rnd.randint(0, 3)),
        lambda: Fraction(rnd.randint(0, 3)),
        lambda: Fraction(rnd.randint(-20, 50)),
        lambda: Fraction(rnd.randint(0, 1000), 100),
        lambda: Fraction(rnd.randint(0, 20), rnd.choice([1, 2, 3, 7])),
        lambda: Fraction(rnd.randint(0, 10**25), 10 ** rnd.randint(0, 25)),
        lambda: rnd.randint(0, 4) + Fraction(rnd.randint(0, 2), 10**22),
        lambda: Fraction(rnd.randint(0, 3) * 10**45 + rnd.randint(0, 2)),
        lambda: Fraction(5),
    ]
    return rnd.choice(ways)


def bargain(seed: int) -> Bargain:
    """The bargain of that seed: 1 to 6 parties, 1 to 5 issues of 1 to 4 options."""
    rnd = random.Random(seed)
    sizes = [rnd.randint(1, 4) for _ in range(rnd.randint(1, 5))]
    number = numbers(rnd)
    reserve = rnd.choice(["unknown", "zero", "loose", "tight", "just met", "far below"])
    parties = tuple(
        _party(rnd, place, sizes, number, reserve)
        for place in range(rnd.choice([1, 2, 2, 2, 3, 3, 4, 5, 6]))
    )
    issues = tuple(
        Issue(f"issue{i}", tuple(Option(f"option{o}") for o in range(size)))
        for i, size in enumerate(sizes)
    )
    names = [party.name for party in parties]
    lines = tuple(
        RedLine(rnd.choice([*names, "somebody"]), _choice(rnd, sizes))
        for _ in range(rnd.choice([0, 0, 0, 1, 2]))
    )
    relaxed = frozenset((line.party, line.choice[0]) for line in lines if rnd.random() < 0.3)
    rules = tuple(_rule(rnd, sizes) for _ in range(rnd.choice([0, 0, 1, 2, 4])))
    vetoes = tuple(name for name in names if rnd.random() < 0.3)
    acceptance = Acceptance((), rnd.choice([0, 1]), vetoes)
    return Bargain(issues, parties, rules, lines, acceptance, relaxed)


def _party(rnd: random.Random, place: int, sizes: list[int], number: Number, reserve: str) -> Party:
    worth = tuple(tuple(number() for _ in range(size)) for size in sizes)
    low = sum((min(row) for row in worth), Fraction())
    high = sum((max(row) for row in worth), Fraction())
    just = sum((rnd.choice(row) for row in worth), Fraction())
    value = {
        "unknown": None if place == 0 else low,
        "zero": Fraction(),
        "loose": low + (high - low) * Fraction(rnd.randint(0, 5), 10),
        "tight": low + (high - low) * Fraction(rnd.randint(4, 10), 10),
        "just met": just,
        "far below": -Fraction(10 ** rnd.randint(0, 60)),
    }[reserve]
    return Party(f"party{place}", worth, value)


def _choice(rnd: random.Random, sizes: list[int]) -> Choice:
    issue = rnd.randrange(len(sizes))
    return issue, rnd.randrange(sizes[issue])


def _rule(rnd: random.Random, sizes: list[int]) -> Rule:
    def some(most: int) -> tuple[Choice, ...]:
        return tuple(_choice(rnd, sizes) for _ in range(rnd.randint(1, most)))

    relation = rnd.choice(["requires", "excludes", "at_most_one", "at_least_one", "if_then"])
    follows = relation in ("requires", "if_then") or (relation == "excludes" and rnd.random() < 0.3)
    return Rule(relation, some(3), some(2) if follows else ())  # type: ignore[arg-type]
