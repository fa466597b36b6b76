"""From a bargain to its answer."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from wasit.packages.answer import SOLUTIONS, Answer, NoFrontier, Solution, SolutionName
from wasit.packages.bargain import Bargain
from wasit.packages.constant import constant_sum
from wasit.packages.counting import distinct_acceptable, tally
from wasit.packages.efficient import (
    ROOM,
    Frontier,
    Near,
    Progress,
    TooLarge,
    frontier,
    near_frontier,
)
from wasit.packages.exact import Scaled
from wasit.packages.optimising import NODES
from wasit.packages.rules import Course, Terms, TooManyStates, check_not_contradictory
from wasit.packages.searched import search_all
from wasit.packages.solutions import acceptable, solutions

FEW = 100_000
"""So many packages always fit: nothing needs to be known of them beforehand."""


NEAR = 3_000
"""How many points a frontier with an error may have on the way: they only give an impression."""

COARSE = 4
"""A frontier with an error is only worth telling where that is no more than a fourth of a range."""

HOPELESS = 100_000
"""Where every package is efficient, bounds leave out next to nothing: the search ends soon."""


def solve(bargain: Bargain, *, room: int = ROOM, progress: Progress | None = None) -> Answer:
    """The efficient frontier and the solutions.

    ``room``: how many points the frontier over some of the issues may have; beyond, it is given
    up, and the solutions are searched for instead. ``progress`` is told how many issues are
    joined, and of how many.
    Raises :class:`wasit.entries.Mistake` where its rules contradict each other.
    """
    terms = Terms.of(bargain)
    if terms.clauses or not all(terms.open):
        check_not_contradictory(bargain)
    scaled = Scaled.of(bargain)
    try:
        course = Course.of(terms)
    except TooManyStates:
        return _from_search(bargain, scaled, terms, None, "too_large")
    # The frontier of two parties is small all the same, but for full decimals.
    large = bargain.outcomes > FEW and scaled.parties > 2
    if large and constant_sum(scaled, terms):
        return _from_search(bargain, scaled, terms, course, "constant_sum", HOPELESS)
    try:
        whole = frontier(scaled, course, room, progress)
    except TooLarge:
        if not large and constant_sum(scaled, terms):
            return _from_search(bargain, scaled, terms, course, "constant_sum", HOPELESS)
        return _from_search(bargain, scaled, terms, course, "too_large")
    return _from_frontier(bargain, terms, whole)


def by_search(bargain: Bargain) -> Answer:
    """The solutions alone, searched for: what :func:`solve` gives where there is no frontier.

    Raises :class:`wasit.entries.Mistake` where its rules contradict each other.
    """
    check_not_contradictory(bargain)
    return _from_search(bargain, Scaled.of(bargain), Terms.of(bargain), None, "too_large")


def _from_frontier(bargain: Bargain, terms: Terms, whole: Frontier) -> Answer:
    none: dict[SolutionName, Solution | None] = dict.fromkeys(SOLUTIONS)
    answer = Answer(
        bargain,
        allowed=whole.course.count,
        frontier=whole,
        solutions=none,
        no_solution="no_reservation",
        counted=lambda: tally(bargain, whole.scaled, terms),
    )
    if not bargain.reserved:
        return answer
    places = acceptable(whole)
    if not len(places):
        return replace(answer, acceptable_on_frontier=0, no_solution="none_acceptable")
    found: dict[SolutionName, Solution | None] = dict(solutions(whole, places))
    nash = found["nash"]
    degenerate = nash is not None and nash.score == 0
    if degenerate:
        found["nash"] = _where_somebody_gains_nothing(found["egalitarian"], terms, whole.scaled)
    return replace(
        answer,
        acceptable_on_frontier=len(places),
        solutions=found,
        no_solution=None,
        degenerate=degenerate,
    )


def _where_somebody_gains_nothing(
    fair: Solution | None, terms: Terms, scaled: Scaled
) -> Solution | None:
    """The largest product of gains is 0: every acceptable package has it; the fair one is told."""
    if fair is None:
        return None
    vectors = distinct_acceptable(scaled, terms)
    nothing = fair.score - fair.score
    ties = None if vectors is None else vectors - 1
    return replace(fair, score=nothing, bound=nothing, ties=ties)


def _from_search(
    bargain: Bargain,
    scaled: Scaled,
    terms: Terms,
    course: Course | None,
    why: NoFrontier,
    nodes: int = NODES,
) -> Answer:
    none: dict[SolutionName, Solution | None] = dict.fromkeys(SOLUTIONS)
    answer = Answer(
        bargain,
        allowed=None if course is None else course.count,
        frontier=None,
        solutions=none,
        no_solution="no_reservation",
        no_frontier=why,
        counted=lambda: tally(bargain, scaled, terms),
    )
    near = None if course is None or why == "constant_sum" else near_frontier(scaled, course, NEAR)
    if near is not None and _says_something(scaled, near):
        answer = replace(answer, near=near.deals, error=near.error)
    if not bargain.reserved:
        return answer
    found = search_all(bargain, scaled, terms, nodes)
    return replace(
        answer,
        solutions=found.solutions,
        no_solution=found.no_solution,
        degenerate=found.degenerate,
        region=found.region,
        share=found.share,
    )


def _says_something(scaled: Scaled, near: Near) -> bool:
    """Whether the error is small beside what parties have at stake."""
    ranges = zip(scaled.top, scaled.scale, near.error, strict=True)
    return all(error * COARSE <= Fraction(top, scale) for top, scale, error in ranges)
