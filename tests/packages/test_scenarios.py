"""Answers agree with the reference values of published scenarios."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from wasit.packages import Acceptance, Bargain, Issue, Option, Party, solve
from wasit.packages.files import read_scenario

SCENARIOS = Path(__file__).parents[3] / "shared" / "scenarios"
NAMES = (
    "ItexvsCypress-2010",
    "EnglandZimbabwe-2010",
    "Travel-2010",
    "Laptop-2011",
    "Grocery-2011",
    "BarterC-2012",
    "NiceOrDieC-2012",
    "SupermarketA-2012",
    "politics-2015",
    "tram-2015",
    "Terra-2016",
    "Domain1",
    "inheritance",
    "IntegerDomain",
)

pytestmark = pytest.mark.skipif(
    not SCENARIOS.is_dir(), reason="the test sets in ../shared are not here"
)


@pytest.fixture(scope="module")
def reference() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((SCENARIOS / "reference.json").read_text())
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_of_genius(reference: Mapping[str, Any], name: str) -> None:
    right = reference[name]
    bargain = read_scenario(SCENARIOS / name)
    answer = solve(bargain)
    assert bargain.outcomes == right["n_outcomes"]
    assert answer.frontier is not None
    points = sorted((tuple(map(float, d.utilities)) for d in answer.frontier), reverse=True)
    assert len(points) == right["frontier_size"]
    assert sum(deal.packages for deal in answer.frontier) == right["frontier_outcomes"]
    lines = "\n".join(",".join(f"{value:.12g}" for value in point) for point in points)
    assert hashlib.sha256(lines.encode()).hexdigest() == right["frontier_sha256"]
    assert answer.acceptable_on_frontier == right["frontier_rational"]
    for ours, theirs in (
        ("nash", "nash"),
        ("kalai_smorodinsky", "kalai_smorodinsky"),
        ("egalitarian", "egalitarian"),
        ("utilitarian", "utilitarian_rational"),
    ):
        expected = right.get(theirs, right.get("utilitarian"))
        solution = answer.solutions[ours]  # type: ignore[index]
        if expected is None:
            assert solution is None
            continue
        assert solution is not None
        assert solution.ties == len(expected["points"]) - 1
        assert any(
            list(map(float, solution.utilities)) == pytest.approx(point["u"], abs=1e-9)
            for point in expected["points"]
        )


def test_the_game_of_six_parties() -> None:
    game = json.loads((SCENARIOS / "games" / "six-parties.json").read_text())
    issues = tuple(
        Issue(name, tuple(Option(f"{name}{o + 1}") for o in range(size)))
        for name, size in game["issues"].items()
    )
    parties = tuple(
        Party(
            name,
            tuple(tuple(Fraction(x) for x in scores[issue.label]) for issue in issues),
            Fraction(scores["threshold"]),
        )
        for name, scores in game["parties"].items()
    )
    bargain = Bargain(issues, parties, acceptance=Acceptance((), 1, tuple(game["vetoes"])))
    answer = solve(bargain)
    right = game["expected"]
    assert bargain.outcomes == right["deals"]
    assert answer.acceptable == right["all_accept"]
    assert answer.accepted == right["all_but_one_with_both_vetoes"]
    assert answer.frontier is not None
    assert len(answer.frontier) == right["pareto"]
    for ours, theirs in (
        ("utilitarian", "best_sum_among_all_accept"),
        ("nash", "nash_on_surplus"),
        ("egalitarian", "max_min_on_surplus"),
    ):
        solution = answer.solutions[ours]  # type: ignore[index]
        assert solution is not None
        assert solution.score == right[theirs]["value"]
        assert "".join(bargain.labels(solution.package).values()) == right[theirs]["deal"]
