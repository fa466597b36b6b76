"""Adjusted Winner is equitable, free of envy and efficient, and divides one issue at most."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.entries import Mistake
from wasit.packages.winner import adjusted_winner

Weights = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=8)


def spread(weights: list[int]) -> list[Fraction]:
    return [Fraction(100 * weight, sum(weights)) for weight in weights]


@given(Weights.filter(lambda rows: any(a for a, _ in rows) and any(b for _, b in rows)))
def test_the_division_is_fair(rows: list[tuple[int, int]]) -> None:
    mine, theirs = [a for a, _ in rows], [b for _, b in rows]
    found = adjusted_winner(list(map(Fraction, mine)), list(map(Fraction, theirs)))
    a, b = spread(mine), spread(theirs)
    one = sum((x * s for x, s in zip(a, found.shares, strict=True)), Fraction())
    other = sum((y * (1 - s) for y, s in zip(b, found.shares, strict=True)), Fraction())
    assert found.points == (one, other)
    assert one == other  # equitable
    assert one >= 50  # free of envy: at least half by its own points
    assert sum(0 < share < 1 for share in found.shares) <= 1
    # Efficient: no exchange of two issues could help both, as ratios never cross.
    held = [(x, y) for x, y, s in zip(a, b, found.shares, strict=True) if s > 0]
    gone = [(x, y) for x, y, s in zip(a, b, found.shares, strict=True) if s < 1]
    assert all(x * v >= y * u for x, y in held for u, v in gone)


def test_the_example_of_a_house_a_boat_and_a_car() -> None:
    found = adjusted_winner(
        [Fraction(50), Fraction(20), Fraction(30)], [Fraction(30), Fraction(60), Fraction(10)]
    )
    assert found.divided == 0
    assert found.points[0] == found.points[1]


def test_weights_that_say_nothing_are_refused() -> None:
    with pytest.raises(Mistake):
        adjusted_winner([Fraction(0)], [Fraction(1)])
    with pytest.raises(Mistake):
        adjusted_winner([Fraction(-1), Fraction(2)], [Fraction(1), Fraction(1)])
