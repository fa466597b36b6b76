"""What became of every point between two versions, and the redline of one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.text.compare import compare
from wasit.text.draft import DraftText
from wasit.text.parse import parse
from wasit.text.redline import new_of, old_of, redline

OLD = """THE FERRY
1. The ferry shall sail six times a day between the two quays.
2. Either quay may ask for a night boat in winter.
3. The fares are set by the council of the northern town.
4. Children under seven travel free of charge.
"""
NEW = """THE FERRY
1. Children under seven travel free of charge.
2. The ferry shall sail eight times a day between the two quays.
3. The fares are set by the council of the northern town.
4. A lighthouse is built on the rocks before the harbour.
"""


def found(old: str, new: str) -> dict[str, set[tuple[tuple[str, ...], tuple[str, ...]]]]:
    by_change: dict[str, set[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for pair in compare(parse(old), parse(new)).pairs:
        by_change.setdefault(pair.change, set()).add((tuple(pair.old), tuple(pair.new)))
    return by_change


def test_points_are_known_again_under_other_numbers() -> None:
    changes = found(OLD, NEW)
    assert changes["amended"] == {(("1",), ("2",))}
    assert changes["dropped"] == {(("2",), ())}
    assert changes["new"] == {((), ("4",))}


def test_a_number_that_changed_is_pulled_out() -> None:
    changes = compare(parse(OLD), parse(NEW)).key_changes
    assert [(one.point, one.kind) for one in changes] == [("2", "number")]


def test_an_arabic_draft_is_compared_alike() -> None:
    old = "١. تُبحر المعدّية ست مرات في اليوم.\n٢. يسافر الأطفال دون السابعة مجاناً."
    new = "١. يسافر الأطفال دون السابعة مجاناً.\n٢. تُبحر المعدّية ثماني مرات في اليوم."
    assert found(old, new)["amended"] == {(("1",), ("2",))}


@pytest.mark.parametrize("text", [OLD, NEW])
def test_a_draft_compared_with_itself_is_all_kept(text: str) -> None:
    assert set(found(text, text)) == {"kept"}


def test_swapping_old_and_new_swaps_dropped_and_new() -> None:
    there, back = found(OLD, NEW), found(NEW, OLD)
    assert {old for old, _ in there["dropped"]} == {new for _, new in back["new"]}
    assert {new for _, new in there["new"]} == {old for old, _ in back["dropped"]}


_WORDS = st.lists(
    st.sampled_from(
        ["boats", "shall", "sail", "six", "times", "الوفدان", "والوسيط", "30", "٪", ","]
    ),
    max_size=12,
).map(" ".join)


@given(_WORDS, _WORDS, st.sampled_from(["en", "ar"]))
def test_a_redline_holds_the_old_words_and_the_new(old: str, new: str, language: str) -> None:
    pieces = redline(old, new, language)
    assert old_of(pieces) == old
    assert new_of(pieces) == new


@given(st.lists(_WORDS.filter(bool), min_size=1, max_size=5))
def test_any_points_compared_with_themselves_are_kept(points: list[str]) -> None:
    text = "\n".join(f"{n}. The {words}." for n, words in enumerate(points, 1))
    draft = parse(text)
    assert isinstance(draft, DraftText)
    assert {pair.change for pair in compare(draft, draft).pairs} <= {"kept"}
