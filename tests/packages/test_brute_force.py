"""Answers agree with counting, package by package, on random bargains."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.packages.makers import bargain
from tests.packages.oracle import Truth, truth
from wasit.entries import Mistake
from wasit.packages import SOLUTIONS, Answer, Bargain, solve
from wasit.packages.compiled import warm
from wasit.packages.efficient import TooLarge, frontier
from wasit.packages.exact import Scaled
from wasit.packages.rules import Course, Terms, is_satisfiable
from wasit.packages.solving import by_search


def check_frontier(answer: Answer, right: Truth) -> None:
    assert answer.frontier is not None
    found = {deal.utilities: deal for deal in answer.frontier}
    assert set(found) == right.efficient
    assert len(answer.frontier) == len(found)
    assert list(found) == sorted(found, reverse=True)
    for vector, deal in found.items():
        assert deal.packages == len(right.behind[vector])
        assert deal.package in right.behind[vector]


def check_counts(answer: Answer, right: Truth) -> None:
    assert answer.allowed == right.allowed
    if right.acceptable is None:
        assert answer.acceptable is None
        assert answer.no_solution == "no_reservation"
        return
    assert answer.acceptable == sum(len(right.behind[v]) for v in right.acceptable)
    assert answer.accepted == right.accepted


def check_solutions(answer: Answer, right: Truth, *, proven: bool) -> None:
    for name in SOLUTIONS:
        solution = answer.solutions[name]
        if not right.best:
            assert solution is None
            continue
        if not proven and (solution is None or not solution.proven):
            continue
        assert solution is not None
        assert solution.proven
        assert solution.utilities in right.best[name]
        assert solution.package in right.behind[solution.utilities]
        assert solution.bound == solution.score
        if proven or solution.ties is not None:
            assert solution.ties == len(right.best[name]) - 1


def each(seeds: range) -> Iterator[tuple[int, Bargain, Truth | None]]:
    for seed in seeds:
        made = bargain(seed)
        yield seed, made, truth(made)


def check_all(seeds: range) -> None:
    for seed, made, right in each(seeds):
        if right is None:
            with pytest.raises(Mistake):
                solve(made)
            continue
        try:
            answer = solve(made)
            check_frontier(answer, right)
            check_counts(answer, right)
            check_solutions(answer, right, proven=True)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {made}") from error


def check_search(seeds: range) -> tuple[int, int]:
    """Returns how many solutions were proven, and how many there were."""
    proven = solutions = 0
    for seed, made, right in each(seeds):
        if right is None or right.acceptable is None:
            continue
        answer = by_search(made)
        try:
            check_solutions(answer, right, proven=False)
            if not right.best:
                assert answer.no_solution in ("none_acceptable", "out_of_reach")
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {made}") from error
        found = [answer.solutions[name] for name in SOLUTIONS] if right.best else []
        proven += sum(1 for one in found if one is not None and one.proven)
        solutions += len(found)
    return proven, solutions


def test_two_thousand_random_bargains() -> None:
    check_all(range(1000))
    warm()
    check_all(range(1000, 2000))


def test_the_search_agrees_and_proves_most() -> None:
    proven, solutions = check_search(range(3000, 3700))
    assert proven > 0.6 * solutions


@pytest.mark.soak
def test_a_hundred_thousand_random_bargains() -> None:
    warm()
    check_all(range(10_000, 110_000))


@pytest.mark.soak
def test_the_search_on_twenty_thousand() -> None:
    check_search(range(200_000, 220_000))


def test_rules_can_be_kept_where_counting_finds_a_package() -> None:
    for _, made, right in each(range(5000, 5400)):
        terms = Terms.of(made)
        assert is_satisfiable(terms) == (right is not None)
        if right is not None:
            assert Course.of(terms).count == right.allowed


def test_a_frontier_beyond_its_room_is_given_up() -> None:
    made = bargain(3)
    terms = Terms.of(made)
    with pytest.raises(TooLarge):
        frontier(Scaled.of(made), Course.of(terms), room=0)
