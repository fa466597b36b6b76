"""What became of a point from the first version to the last, and who tabled each change."""

from __future__ import annotations

from wasit.text.chain import Chain, Version, chain
from wasit.text.parse import parse

FARES = "The council of the northern town sets the fares"
FIRST = f"1. The ferry shall sail six times a day.\n2. {FARES}.\n3. Children travel free."
SECOND = f"1. Quays are lit at night.\n2. The ferry shall sail eight times a day.\n3. {FARES}."
THIRD = (
    "1. Quays are lit at night.\n"
    f"2. {FARES}, and the ferry shall sail eight times a day.\n"
    "3. Boats carry lamps."
)


def held() -> Chain:
    return chain(
        [
            Version("first", parse(FIRST), by="north"),
            Version("second", parse(SECOND), by="south"),
            Version("third", parse(THIRD)),
        ]
    )


def test_a_point_is_followed_to_the_last_version() -> None:
    steps = held().onward("1")
    assert [(s.version.label, s.old, s.new, s.change) for s in steps] == [
        ("second", ("1",), ("2",), "amended"),
        ("third", ("2", "3"), ("2",), "merged"),
    ]
    assert held().carried("1") == ("2",)


def test_each_change_is_told_with_who_tabled_it() -> None:
    first, last = held().onward("1")
    assert first.version.by == "south"
    assert [(c.old, c.new) for c in first.key_changes] == [("six times", "eight times")]
    assert last.version.by is None
    assert not last.key_changes


def test_a_dropped_point_ends() -> None:
    (step,) = held().onward("3")
    assert (step.change, step.new) == ("dropped", ())
    assert held().carried("3") == ()


def test_a_point_is_followed_back_to_where_it_came_from() -> None:
    steps = held().back("2")
    assert [(s.version.label, s.old, s.new) for s in steps] == [
        ("third", ("2", "3"), ("2",)),
        ("second", ("1",), ("2",)),
        ("second", ("2",), ("3",)),
    ]


def test_a_new_point_has_nothing_behind_it() -> None:
    (step,) = held().back("3")
    assert (step.change, step.old) == ("new", ())


def test_one_version_alone_has_no_steps() -> None:
    alone = chain([Version("first", parse(FIRST))])
    assert alone.onward("1") == ()
    assert alone.carried("1") == ("1",)
