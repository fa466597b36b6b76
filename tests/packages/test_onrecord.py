"""The bargain on a record: whose estimates count, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest

from tests.entries.material import after, table
from wasit.entries import Mistake
from wasit.packages import Bargain
from wasit.packages.onrecord import on_draft, on_record, solve_on_record
from wasit.record import Record

Fold = Callable[[Sequence[Mapping[str, Any]]], Record]


@pytest.fixture
def fold() -> Fold:
    """The talks with these entries, each put on record by the seat under ``as``, else the desk."""

    def folded(entries: Sequence[Mapping[str, Any]]) -> Record:
        known = after(Record(), "desk", *table())
        for entry in entries:
            fields = {name: value for name, value in entry.items() if name != "as"}
            known = after(known, entry.get("as", "desk"), {"audience": "all", **fields})
        return known

    return folded


ISSUES: list[dict[str, Any]] = [
    {
        "kind": "issue",
        "label": name,
        "name": {"en": name},
        "options": [{"label": o, "name": {"en": o}} for o in options],
    }
    for name, options in (("price", ["low", "high"]), ("time", ["soon", "late", "never"]))
]


def estimate(seat: str, author: str | None = None, **more: Any) -> dict[str, Any]:
    return {"kind": "estimate", "seat": seat, "as": author or seat, **more}


UPPER = [
    estimate("upper", issue="price", weight=3, values={"low": 100, "high": 0}),
    estimate("upper", issue="time", weight=1, values={"soon": 0, "late": 50, "never": 100}),
    estimate("upper", reservation=40),
]
LOWER = [
    estimate("lower", issue="price", values={"low": 0, "high": 10}),
    estimate("lower", issue="time", values={"soon": 6, "late": 3, "never": 0}),
    estimate("lower", reservation=5),
]


def test_weights_and_values_make_the_worth(fold: Fold) -> None:
    bargain = Bargain.of(fold([*ISSUES, *UPPER, *LOWER]))
    assert bargain.names == ("upper", "lower")
    assert bargain.parties[0].worth == ((75, 0), (0, Fraction(25, 2), 25))
    assert bargain.parties[1].worth == ((0, 10), (6, 3, 0))
    assert bargain.parties[0].reservation == 40


def test_a_seats_own_word_counts_before_a_guess_and_the_latest_of_each(fold: Fold) -> None:
    guess = estimate("upper", "desk", issue="price", values={"low": 1, "high": 2})
    later = estimate("upper", "desk", issue="price", values={"low": 5, "high": 6})
    own = estimate("upper", issue="price", values={"low": 7, "high": 8})
    assert fold_worth(fold, [guess]) == (1, 2)
    assert fold_worth(fold, [guess, later]) == (5, 6)
    assert fold_worth(fold, [own, guess, later]) == (7, 8)


def fold_worth(fold: Fold, estimates: list[dict[str, Any]]) -> tuple[Fraction, ...]:
    return on_record(fold([*ISSUES, *estimates])).bargain.parties[0].worth[0]


def test_ranges_and_orders_count_by_their_middle_and_are_known_to_be_open(fold: Fold) -> None:
    found = on_record(
        fold(
            [
                *ISSUES,
                estimate("upper", issue="price", values={"low": "60..100", "high": 0}),
                estimate("upper", issue="time", order=["never", "late", "soon"]),
            ]
        )
    )
    assert found.bargain.parties[0].worth == ((80, 0), (0, 50, 100))
    assert not found.known.exact


def test_an_estimate_that_contradicts_itself_is_left_out_and_shown_to_its_author(
    fold: Fold,
) -> None:
    wrong = estimate(
        "upper",
        "desk",
        issue="price",
        values={"low": 1, "high": 9},
        order=["low", "high"],
    )
    found = on_record(fold([*ISSUES, wrong, estimate("upper", issue="time", order=["soon"])]))
    assert found.known.parties[0].wishes[0] is None
    assert [one.better for one in found.shown_to("desk")] == ["low"]
    assert found.shown_to("lower") == ()


def test_no_solution_over_the_head_of_a_party(fold: Fold) -> None:
    found = on_record(fold([*ISSUES, *UPPER]))
    assert found.unknown == ("lower",)
    answer = solve_on_record(found, found.bargain)
    assert answer.no_solution == "unknown_party"
    assert all(one is None for one in answer.solutions.values())


def test_rules_and_acceptance_are_read(fold: Fold) -> None:
    rules = [
        {"kind": "rule", "relation": "excludes", "options": ["price#low", "time#never"]},
        {"kind": "rule", "relation": "accepted_by", "seats": ["upper", "lower"], "all_but": 1},
    ]
    bargain = Bargain.of(fold([*ISSUES, *UPPER, *LOWER, *rules]))
    assert [rule.relation for rule in bargain.rules] == ["excludes"]
    assert bargain.acceptance.all_but == 1


def test_a_red_line_about_the_point_of_an_option_excludes_it(fold: Fold) -> None:
    draft = {
        "kind": "draft",
        "label": "d",
        "title": {"en": "D"},
        "points": [{"label": "1", "words": {"en": "Low."}}, {"label": "2", "words": {"en": "T"}}],
    }
    price = {
        **ISSUES[0],
        "options": [
            {"label": "low", "name": {"en": "low"}, "points": ["d#1"]},
            {"label": "high", "name": {"en": "high"}},
        ],
    }
    line = {
        "kind": "response",
        "seat": "lower",
        "as": "lower",
        "stance": "unacceptable",
        "basis": "own",
        "red_line": True,
        "point": "d#1",
    }
    record = fold([draft, price, ISSUES[1], *UPPER, *LOWER, line])
    found = on_record(record)
    assert found.bargain.barred == {(0, 0)}
    assert found.ruled_out(0) == (("lower",), ())
    assert on_draft(found, record.named("d")) == ((0,), (0, 1, 2))
    relaxed = found.bargain.relax(["lower:price"])
    assert relaxed.barred == frozenset()
    with pytest.raises(Mistake, match="no red line"):
        found.bargain.relax(["upper:price"])


def test_without_issues_there_is_nothing_to_settle(fold: Fold) -> None:
    with pytest.raises(Mistake, match="no issue with options"):
        on_record(fold([]))


def example(*options: str, alike: bool = False) -> dict[str, Any]:
    """A sample package: ``price#low`` and so on."""
    return {"options": list(options)} | ({"alike": True} if alike else {})


BY_EXAMPLES = estimate(
    "upper",
    examples=[
        example("price#high", "time#soon"),
        example("price#low", "time#soon"),
        example("price#high", "time#never"),
        example("price#low", "time#never", alike=True),
    ],
    reservation=50,
)


def test_examples_stand_for_what_is_not_said(fold: Fold) -> None:
    found = on_record(fold([*ISSUES, BY_EXAMPLES, *LOWER]))
    (upper, _) = found.known.parties
    assert [one.alike for one in upper.comparisons] == [False, False, True]
    assert found.contradictions == ()
    price, time = found.bargain.parties[0].worth
    assert price[1] + time[0] > price[0] + time[0]
    assert price[0] + time[0] > price[1] + time[2]
    assert not found.known.exact
    assert found.known.can_be_drawn
    assert found.missing == ()


def test_of_examples_the_latest_count_and_values_go_with_them(fold: Fold) -> None:
    turned = estimate(
        "upper",
        examples=[example("price#low", "time#soon"), example("price#high", "time#soon")],
    )
    found = on_record(fold([*ISSUES, BY_EXAMPLES, turned, *LOWER]))
    price, _ = found.bargain.parties[0].worth
    assert price[0] > price[1]
    valued = estimate("upper", issue="time", values={"soon": 0, "late": 5, "never": 10})
    found = on_record(fold([*ISSUES, turned, valued, *LOWER]))
    assert found.bargain.parties[0].worth[1] == (0, 5, 10)


def test_examples_that_contradict_are_left_out_and_shown_to_their_author_alone(fold: Fold) -> None:
    circle = estimate(
        "upper",
        examples=[
            example("price#low", "time#soon"),
            example("price#high", "time#late"),
            example("price#low", "time#soon"),
        ],
    )
    found = on_record(fold([*ISSUES, circle, *UPPER, *LOWER]))
    assert [one.examples for one in found.shown_to("upper")] == [(2, 3)]
    assert found.shown_to("lower") == ()
    assert found.known.parties[0].comparisons == ()
    assert found.bargain.parties[0].worth[0] == (75, 0)


@pytest.mark.parametrize(
    ("examples", "told"),
    [
        ([example("price#low")], "has one example"),
        ([example("price#low", "price#high"), example("price#low")], "takes two options"),
        ([example("price#low"), example("time#soon")], "not over the issues of example 1"),
        ([example("price#low", alike=True), example("price#high")], "none before it"),
    ],
)
def test_examples_must_be_comparable(fold: Fold, examples: list[Any], told: str) -> None:
    with pytest.raises(Mistake, match=told):
        fold([*ISSUES, estimate("upper", examples=examples)])
