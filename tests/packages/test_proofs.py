"""What is said to be proven, separate code proves again."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bench.bargains import bargain, constant_sum
from tests.packages.checker import check_frontier, check_least, check_nash
from wasit.packages import solve
from wasit.packages.compiled import warm
from wasit.packages.efficient import near_frontier
from wasit.packages.exact import Scaled
from wasit.packages.rules import Course, Terms
from wasit.packages.searched import search_one
from wasit.packages.solving import by_search

THIRD = Fraction(3, 10)


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    warm()


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("issues", "options", "parties", "rules"),
    [(28, 5, 6, 0), (50, 5, 6, 0), (40, 3, 3, 0), (28, 5, 6, 20)],
)
def test_no_package_has_a_larger_product(
    issues: int, options: int, parties: int, rules: int, seed: int
) -> None:
    made = bargain(issues, options, parties, seed=seed, reserve=THIRD, forbidden=rules)
    solution = search_one(made, "nash")
    assert solution is not None
    assert solution.proven
    check_nash(made, solution)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("issues", "options", "parties"), [(12, 3, 3), (9, 4, 5), (30, 3, 2)])
def test_no_package_has_a_larger_smallest_gain(
    issues: int, options: int, parties: int, seed: int
) -> None:
    made = bargain(issues, options, parties, seed=seed, reserve=THIRD, forbidden=seed % 3)
    solution = search_one(made, "egalitarian")
    assert solution is not None
    assert solution.proven
    check_least(made, solution)


@pytest.mark.parametrize(
    ("shape", "rules"), [((19, 5, 2), 0), ((50, 5, 2), 30), ((12, 4, 3), 5), ((10, 3, 4), 0)]
)
def test_a_frontier_is_not_beaten(shape: tuple[int, int, int], rules: int) -> None:
    made = bargain(*shape, forbidden=rules)
    answer = solve(made)
    assert answer.proven
    assert answer.frontier is not None
    check_frontier(made, list(answer.frontier), tries=40)


@pytest.mark.parametrize("seed", range(5))
def test_a_frontier_and_a_search_find_the_same(seed: int) -> None:
    made = bargain(10, 4, 3, seed=seed, reserve=THIRD, forbidden=4, implied=2)
    whole, searched = solve(made), by_search(made)
    for name, solution in whole.solutions.items():
        other = searched.solutions[name]
        assert solution is not None
        assert other is not None
        assert other.proven
        assert other.score == solution.score


@pytest.mark.parametrize("seed", range(3))
def test_a_region_holds_every_efficient_package_in_it(seed: int) -> None:
    made = bargain(9, 4, 3, seed=seed, reserve=THIRD)
    searched = by_search(made)
    nash = searched.solutions["nash"]
    assert nash is not None
    assert searched.share is not None
    frontier = solve(made).frontier
    assert frontier is not None
    lows = [party.reservation or Fraction() for party in made.parties]

    def product(utilities: tuple[Fraction, ...]) -> Fraction:
        total = Fraction(1)
        for utility, low in zip(utilities, lows, strict=True):
            total *= max(utility - low, Fraction())
        return total

    least = searched.share * nash.score
    inside = {deal.utilities for deal in frontier if product(deal.utilities) > least}
    assert inside <= {deal.utilities for deal in searched.region}
    assert {deal.utilities for deal in searched.region} <= {d.utilities for d in frontier}


def test_a_frontier_with_an_error_comes_as_near_as_it_says() -> None:
    made = bargain(6, 4, 3)
    scaled, course = Scaled.of(made), Course.of(Terms.of(made))
    near = near_frontier(scaled, course, 60)
    frontier = solve(made).frontier
    assert near is not None
    assert frontier is not None
    for deal in frontier:
        assert any(
            all(
                a + e >= b
                for a, e, b in zip(one.utilities, near.error, deal.utilities, strict=True)
            )
            for one in near.deals
        )


def test_where_every_package_is_efficient_it_is_said_with_a_gap() -> None:
    answer = solve(constant_sum(28, 3, 4))
    assert answer.frontier is None
    assert answer.no_frontier == "constant_sum"
    assert not answer.proven
    nash = answer.solutions["nash"]
    assert nash is not None
    # The product of gains that sum to a constant is at most that of equal ones.
    gains = [
        utility - (party.reservation or 0)
        for utility, party in zip(nash.utilities, answer.bargain.parties, strict=True)
    ]
    mean = sum(gains, Fraction()) / len(gains)
    assert nash.score <= mean ** len(gains) <= nash.bound
    assert nash.bound < nash.score * Fraction(101, 100)
