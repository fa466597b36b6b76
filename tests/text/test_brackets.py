"""Brackets read as choices, counted, settled, and refused where they do not close."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.entries import Mistake, Place
from wasit.text.brackets import by_seat, choices, clean, open_brackets


def offered(words: str) -> list[list[tuple[tuple[str, ...], str]]]:
    """What each choice offers: by whom, and the wording."""
    return [[(o.by, o.inside) for o in choice.options] for choice in choices(words)]


def test_wording_in_brackets_is_this_or_nothing() -> None:
    (choice,) = choices("The ferry shall sail [daily].")
    assert [o.inside for o in choice.options] == ["daily"]
    assert choice.may_fall


@pytest.mark.parametrize(
    "words",
    [
        "It sails [six / eight] times.",
        "It sails [six][eight] times.",
        "It sails [six] [eight] times.",
        "It sails [six] or [eight] times.",
        "It sails [six] / [eight] times.",
        "It sails [Alt 1: six] [Alt 2: eight] times.",
        "It sails [Option A - six] [Option B - eight] times.",
    ],
)
def test_alternatives_are_known_in_every_dress(words: str) -> None:
    assert offered(words) == [[((), "six"), ((), "eight")]]
    assert not choices(words)[0].may_fall


def test_arabic_alternatives_and_names_are_read_alike() -> None:
    words = "تُبحر المعدّية [الشمال: ست] [الجنوب: ثماني] مرات [البديل ١: نهاراً / البديل ٢: ليلاً]."
    assert offered(words) == [
        [(("الشمال",), "ست"), (("الجنوب",), "ثماني")],
        [((), "نهاراً"), ((), "ليلاً")],
    ]


def test_an_attribution_may_name_several() -> None:
    assert offered("[NORTH, SOUTH: six]") == [[(("NORTH", "SOUTH"), "six")]]
    assert offered("[G77 and China: six]") == [[(("G77", "China"), "six")]]


def test_a_colon_within_a_sentence_names_nobody() -> None:
    assert offered("[the following: six boats]") == [[((), "the following: six boats")]]


@pytest.mark.parametrize("gap", ["[…]", "[...]", "[ ]", "[]", "[X]", "[TBD]", "[__]"])
def test_a_placeholder_offers_nothing(gap: str) -> None:
    assert offered(f"It sails {gap} times.") == [[]]


@pytest.mark.parametrize("words", ["[NORTH: delete]", "[NORTH: ~~six~~]", "[NORTH: حذف]"])
def test_a_deletion_is_proposed_by_somebody(words: str) -> None:
    (choice,) = choices(words)
    assert [(o.sort, o.by) for o in choice.options] == [("deletion", ("NORTH",))]


def test_brackets_inside_brackets_are_counted_and_kept() -> None:
    words = "It sails [six [or seven] times [a day]] [NORTH: twice]."
    assert open_brackets(words) == 3
    assert offered(words) == [
        [((), "six [or seven] times [a day]"), (("NORTH",), "twice")],
    ]


def test_wordings_are_counted_by_whose_they_are() -> None:
    words = "[NORTH: six [SOUTH: or seven]] boats [sail]"
    assert by_seat(words) == {"NORTH": 1, "SOUTH": 1, "": 1}


def test_a_settled_choice_leaves_clean_words() -> None:
    words = "The ferry [NORTH: gladly] sails [six / eight] times [a day]."
    assert clean(words, [None, 1, 0]) == "The ferry sails eight times a day."
    assert clean(words, [-1, 0, None]) == "The ferry [NORTH: gladly] sails six times."


def test_settling_another_number_of_choices_is_refused() -> None:
    with pytest.raises(Mistake, match="1 given; 2 choices are open"):
        clean("[six] boats [sail]", [0])
    with pytest.raises(Mistake, match="no option 4; there are 1"):
        clean("[six] boats", [3])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The ferry [sails\nat noon.", "draft.txt, line 1, column 11: a bracket opens"),
        ("The ferry\nsails] at noon.", "draft.txt, line 2, column 6: a bracket closes"),
        ("[" * 61 + "]" * 61, "draft.txt, line 1, column 61: brackets nested deeper than 60"),
    ],
)
def test_unbalanced_brackets_are_refused_with_line_and_column(words: str, said: str) -> None:
    with pytest.raises(Mistake) as caught:
        choices(words, Place("draft.txt", 1))
    assert str(caught.value).startswith(said)


@given(st.text(alphabet="[]/ abA:…~", max_size=60))
def test_any_brackets_are_read_or_refused(words: str) -> None:
    try:
        found = choices(words)
    except Mistake:
        return
    for choice in found:
        assert words[choice.start] == "["
        assert words[choice.end - 1] == "]"
    assert clean(words, [-1] * len(found)) is not None
