"""Pictures tell solutions apart by shape, and say in the legend which shape is whose."""

from __future__ import annotations

import re
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from wasit.brief.gap.picture import picture
from wasit.packages import SOLUTIONS, Answer, Bargain, Issue, Option, Party, solve
from wasit.packages.marks import SHAPES, ticks


def answered(*columns: tuple[int, ...], names: tuple[str, ...] = ()) -> Answer:
    """One issue, a column of worths for each party, no deal worth 0."""
    issue = Issue("x", tuple(Option(str(n)) for n in range(len(columns[0]))))
    parties = [
        Party(names[n] if names else f"p{n}", (tuple(map(Fraction, column)),), Fraction())
        for n, column in enumerate(columns)
    ]
    return solve(Bargain((issue,), tuple(parties)))


def times(drawn: str) -> dict[str, int]:
    return {name: drawn.count(f'd="{shape}"') for name, shape in SHAPES.items()}


APART = ((10, 1, 6, 7), (1, 31, 8, 7))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("more", [(), ((5, 5, 5, 5),)])
def test_every_solution_has_a_shape_in_the_picture_and_the_legend(
    language: str, more: tuple[tuple[int, ...], ...]
) -> None:
    answer = answered(*APART, *more)
    found = {name: answer.solutions[name] for name in SOLUTIONS}
    utilities = [one.utilities for one in found.values() if one is not None]
    drawn = times(picture(answer, language))
    axes = 1 if not more else 3
    # Each distinct outcome is drawn once an axis; each of the four names has a row.
    assert sum(drawn.values()) == len(set(utilities)) * axes + 4
    assert sum(count > 0 for count in drawn.values()) == len(set(utilities)) > 1


def test_solutions_that_are_one_outcome_share_a_shape() -> None:
    drawn = times(picture(answered((5, 4), (5, 4)), "en"))
    assert drawn == {"nash": 5, "kalai_smorodinsky": 0, "egalitarian": 0, "utilitarian": 0}


def test_names_are_words_and_never_markup() -> None:
    hostile = ('<script>&"', "b")
    root = ET.fromstring(picture(answered(*APART, names=hostile), "en"))
    words = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert hostile[0] in words
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_names_too_long_for_their_axis_are_told_in_the_legend() -> None:
    names = tuple(f"Ministry of the {n}th river basin" for n in range(1, 8))
    drawn = picture(answered(*([(1, 2)] * 7), names=names), "en")
    for number, name in enumerate(names, 1):
        assert drawn.count(f">{name}<") == 1
        assert drawn.count(f">{number}</text>") >= 2


def test_arabic_runs_from_right_to_left() -> None:
    """The first party's values grow to the left, and the legend stands there."""
    answer = answered(*APART)
    left, right = picture(answer, "ar"), picture(answer, "en")

    def places(drawn: str) -> list[float]:
        return [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawn)]

    assert "حل ناش" in left
    outcomes_right, outcomes_left = places(right)[:-1], places(left)[:-1]
    order = sorted(range(len(outcomes_right)), key=outcomes_right.__getitem__)
    assert order == sorted(range(len(outcomes_left)), key=outcomes_left.__getitem__, reverse=True)


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0.1, 0.13), (-3, 250), (0, 1e9), (5, 5.0004)])
def test_axes_have_a_few_round_values(low: float, high: float) -> None:
    found = ticks(low, high)
    assert 2 <= len(found) <= 7
    assert all(low <= value <= high for value in found)
