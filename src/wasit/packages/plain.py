"""An answer as plain data, for ``--json``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from wasit.packages.answer import DEFINITIONS, SOLUTIONS, Answer, Deal, Solution
from wasit.packages.bargain import Bargain, Choice, Package

if TYPE_CHECKING:
    from wasit.packages.deals import Struck
    from wasit.packages.doubt import Quantity, Study
    from wasit.packages.onrecord import OnRecord
    from wasit.packages.winner import Division


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
        "region": _deals(bargain, answer.region, limit),
        "region_share": None if answer.share is None else float(answer.share),
        "error": [float(each) for each in answer.error],
        "relaxed": sorted(f"{name}:{bargain.issues[i].label}" for name, i in bargain.relaxed),
    }


def study_data(bargain: Bargain, study: Study) -> dict[str, Any]:
    """What the draws say; shares are from 0 to 1."""
    labels = [issue.label for issue in bargain.issues]

    def named(quantity: Quantity) -> dict[str, Any]:
        issue, option = quantity.issue, quantity.option
        return {
            "party": bargain.names[quantity.party],
            "issue": None if issue is None else labels[issue],
            "option": None
            if issue is None or option is None
            else bargain.issues[issue].options[option].label,
        }

    return {
        "draws": study.draws,
        "solved": study.solved,
        "packages": [
            {
                "options": bargain.labels(one.package),
                "often": dict(zip(SOLUTIONS, one.often, strict=True)),
                "acceptable": one.acceptable,
                "regret": one.regret,
                "worst": one.worst,
                "robust": one.robust,
            }
            for one in study.candidates
        ],
        "options": {
            name: {
                issue.label: {o.label: share for o, share in zip(issue.options, row, strict=True)}
                for issue, row in zip(bargain.issues, rows, strict=True)
            }
            for name, rows in zip(SOLUTIONS, study.options, strict=True)
        },
        "worth_finding_out": [{**named(one.quantity), "value": one.value} for one in study.worth],
    }


def deals_data(bargain: Bargain, found: Sequence[Struck]) -> list[dict[str, Any]]:
    """Where deals lie."""
    return [
        {
            "name": one.name,
            "options": bargain.labels(one.package),
            "utilities": [float(each) for each in one.utilities],
            "refused_by": list(one.refused_by),
            "efficient": one.efficient,
            "left": None if one.left is None else [float(each) for each in one.left],
            "keeps_rules": one.keeps_rules,
        }
        for one in found
    ]


def division_data(bargain: Bargain, found: Division) -> dict[str, Any]:
    """Adjusted Winner: the first party's share of each issue, and the points both have."""
    shares = zip(bargain.issues, found.shares, strict=True)
    return {
        "shares": {issue.label: float(share) for issue, share in shares},
        "points": [float(each) for each in found.points],
    }


def open_data(found: OnRecord) -> dict[str, Any]:
    """What can be said without numbers: options nobody has ruled out, and what blocks what."""
    bargain = found.bargain
    issues = {}
    for place, issue in enumerate(bargain.issues):
        by_option = zip(issue.options, found.ruled_out(place), strict=True)
        issues[issue.label] = {option.label: list(seats) for option, seats in by_option}
    return {
        "issues": [issue.label for issue in bargain.issues],
        "parties": [],
        "ruled_out": issues,
        "rules": [
            {
                "relation": rule.relation,
                "options": [_label(bargain, choice) for choice in rule.options],
                "then": [_label(bargain, choice) for choice in rule.then],
            }
            for rule in bargain.rules
        ],
    }


def _label(bargain: Bargain, choice: Choice) -> list[str]:
    issue = bargain.issues[choice[0]]
    return [issue.label, issue.options[choice[1]].label]


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
