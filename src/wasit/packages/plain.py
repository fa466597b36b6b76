"""An answer as plain data, for ``--json``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from wasit.packages.answer import DEFINITIONS, SOLUTIONS, Answer, Deal, Solution
from wasit.packages.bargain import Bargain, Package


def as_data(answer: Answer, limit: int = 100) -> dict[str, Any]:
    """Parties, issues, the frontier (its first ``limit`` vectors) and the solutions.

    Utilities are on the scenario's own scale, as the nearest doubles; counts are whole numbers.
    """
    bargain = answer.bargain
    frontier = answer.frontier
    return {
        "parties": list(bargain.names),
        "issues": [issue.label for issue in bargain.issues],
        "outcomes": bargain.outcomes,
        "proven": answer.proven,
        "frontier_size": None if frontier is None else len(frontier),
        "frontier": [] if frontier is None else _deals(bargain, frontier, limit),
        "solutions": {name: _solution(bargain, answer.solutions[name]) for name in SOLUTIONS},
        "definitions": dict(DEFINITIONS),
        "allowed": answer.allowed,
        "acceptable": answer.acceptable,
        "accepted": answer.accepted,
        "acceptable_on_frontier": answer.acceptable_on_frontier,
        "reservation": [_double_or_none(party.reservation) for party in bargain.parties],
        "no_solution": answer.no_solution,
        "no_frontier": answer.no_frontier,
        "near": None if answer.near is None else _deals(bargain, answer.near, limit),
        "error": [float(each) for each in answer.error],
        "relaxed": sorted(f"{name}:{bargain.issues[i].label}" for name, i in bargain.relaxed),
    }


def _deals(bargain: Bargain, deals: Sequence[Deal], limit: int) -> list[dict[str, Any]]:
    return [
        {
            "options": bargain.labels(deal.package),
            "utilities": [float(each) for each in deal.utilities],
            "packages": deal.packages,
            **_crossed(bargain, deal.package),
        }
        for deal in islice(deals, limit)
    ]


def _solution(bargain: Bargain, solution: Solution | None) -> dict[str, Any] | None:
    if solution is None:
        return None
    return {
        "options": bargain.labels(solution.package),
        "utilities": [float(each) for each in solution.utilities],
        "ties": solution.ties,
        "proven": solution.proven,
        "score": float(solution.score),
        "bound": float(solution.bound),
        **_crossed(bargain, solution.package),
    }


def _crossed(bargain: Bargain, package: Package) -> dict[str, Any]:
    """The red lines that the package crosses, where it does; only relaxed ones can be."""
    lines = bargain.crossed(package)
    if not lines:
        return {}
    return {"crosses": [f"{one.party}:{bargain.issues[one.choice[0]].label}" for one in lines]}


def _double_or_none(value: Any) -> float | None:
    return None if value is None else float(value)
