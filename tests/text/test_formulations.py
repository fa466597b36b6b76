"""Formulations: what a seat can answer, and who proposed it, round after round."""

from __future__ import annotations

import pytest

from wasit.entries import Mistake
from wasit.text.chain import Version, chain
from wasit.text.formulations import followed, formulations
from wasit.text.parse import parse


def version(label: str, *points: str) -> Version:
    return Version(label, parse("\n".join(f"{n}. {words}" for n, words in enumerate(points, 1))))


def test_every_wording_in_brackets_is_one_with_its_place_and_author() -> None:
    found = formulations(
        parse("1. Withdraw [RUS: thirty / UKR: ten] days [after signature].\n2. Within […] hours.")
    )
    assert [(one.point, one.choice, one.option, one.words, one.by) for one in found] == [
        ("1", 0, 0, "thirty", ("RUS",)),
        ("1", 0, 1, "ten", ("UKR",)),
        ("1", 1, 0, "after signature", ()),
        ("2", 0, 0, "", ()),
    ]


def test_a_wording_keeps_its_author_and_age_when_the_name_is_left_out_and_points_move() -> None:
    first = version(
        "r1",
        "The bridge stays open to traders [UKR: and to pilgrims] at all hours.",
        "Observers report every [RUS: second] week to the council.",
    )
    second = version(
        "r2",
        "Observers report every [second] [third] week to the council.",
        "The bridge stays open to traders [and to pilgrims] at all hours.",
    )
    third = version(
        "r3",
        "Observers report every [second] week to the council.",
        "The bridge stays open to traders [and to pilgrims] at all hours.",
    )
    found = followed(chain([first, second, third]))
    assert [(one.words, one.by, one.since) for one in found] == [
        ("second", ("RUS",), "r1"),
        ("and to pilgrims", ("UKR",), "r1"),
    ]


def test_of_one_version_everything_stands_since_it() -> None:
    found = followed(chain([version("r1", "Peace [at once].")]))
    assert [one.since for one in found] == ["r1"]


def test_brackets_that_do_not_match_are_refused() -> None:
    with pytest.raises(Mistake):
        formulations(parse("1. Peace [at once."))
