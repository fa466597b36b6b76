"""The state of play: how each thing stands, how close seats are, what blocks, and the counts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entries.material import after
from tests.record.table import agreed, answer, more, play, point, record, whole
from wasit.entries import NotOnRecord
from wasit.record import Record
from wasit.record.plain import plain_play
from wasit.record.standing import WORDS

# --- standing ---------------------------------------------------------------------------------


def standing(known: Any, label: str = "1") -> tuple[str, str | None, tuple[str, ...]]:
    found = point(known, label).standing
    return found.word, found.since, found.by


def test_a_point_of_which_nothing_was_said_is_untouched() -> None:
    assert standing(record()) == ("untouched", None, ())


def test_a_point_is_discussed_since_the_first_word_on_it_by_those_who_answered() -> None:
    said = {
        "kind": "statement",
        "words": {"en": "x"},
        "points": ["first#1"],
        "happened": "2026-03-02",
    }
    known = record(answer("lower", "open", 4), said, answer("upper", "open", 3))
    assert standing(known) == ("discussed", "2026-03-02", ("upper", "lower"))


def test_a_point_is_discussed_when_a_condition_hangs_on_it() -> None:
    needs = {"kind": "condition", "seat": "upper", "needs": {"en": "x"}, "points": ["first#1"]}
    assert standing(record({**needs, "happened": "2026-03-07"}))[:2] == ("discussed", "2026-03-07")


def test_a_point_with_brackets_is_bracketed_since_its_draft_by_who_tabled_it() -> None:
    assert standing(record(), "2") == ("bracketed", "2026-03-01", ("upper",))
    known = record(answer("upper", "acceptable", 3, point="first#2"))
    assert standing(known, "2")[0] == "bracketed"


@pytest.mark.parametrize(
    ("level", "word"),
    [("ad_referendum", "agreed_ad_referendum"), ("agreed", "agreed"), ("reopened", "reopened")],
)
def test_the_last_agreement_says_how_a_point_stands(level: str, word: str) -> None:
    known = record(agreed("agreed" if level != "agreed" else "ad_referendum", 8), agreed(level, 9))
    assert standing(known) == (word, "2026-03-09", ("upper", "lower"))


def test_every_standing_there_is_was_shown_here() -> None:
    assert set(WORDS) == {
        *("untouched", "discussed", "bracketed", "reopened"),
        *("agreed_ad_referendum", "agreed"),
    }


def test_an_agreement_clears_brackets_and_a_reopening_by_one_seat_names_it() -> None:
    known = record(agreed("agreed", points=["first#2"]))
    assert standing(known, "2") == ("agreed", "2026-03-09", ("upper", "lower"))
    known = more(known, agreed("reopened", 10, points=["first#2"], seats=["lower"]))
    assert standing(known, "2") == ("reopened", "2026-03-10", ("lower",))


def test_an_agreement_on_the_whole_draft_holds_for_each_point_until_one_is_reopened() -> None:
    known = record(agreed("ad_referendum", draft="first"))
    assert {one.standing.word for one in play(known).points} == {"agreed_ad_referendum"}
    known = more(known, agreed("reopened", 10, points=["first#4"]))
    assert standing(known, "4")[0] == "reopened"
    assert standing(known, "1")[0] == "agreed_ad_referendum"


def test_an_agreement_on_some_points_is_none_on_the_draft() -> None:
    known = record(agreed("agreed", draft="first", points=["first#1"]))
    assert standing(known, "4")[0] == "untouched"
    assert [one.holder.label for one in play(known).wholes] == []


def test_an_agreement_tells_to_whom_it_was_not_put() -> None:
    assert point(record(agreed("agreed", not_put_to=["delta"]))).standing.not_put_to == ("delta",)


def test_a_withdrawn_agreement_leaves_the_point_as_it_stood() -> None:
    known = record({**agreed("agreed"), "label": "deal"}, answer("upper", "open"))
    known = after(known, "desk", {"kind": "correction", "target": "deal"})
    assert standing(known)[0] == "discussed"


def test_an_issue_can_be_agreed_where_no_text_is_held() -> None:
    assert whole(record(agreed("agreed", issue="flow")), "flow").standing.word == "agreed"


# --- close or contested -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({}, None),
        ({"upper": "acceptable"}, None),
        ({"upper": "open", "lower": "open"}, None),
        ({"upper": "acceptable", "lower": "open"}, "close"),
        ({"upper": "acceptable", "lower": "acceptable", "delta": "open"}, "close"),
        ({"upper": "unacceptable"}, "contested"),
        ({"upper": "acceptable", "lower": "unacceptable"}, "contested"),
        ({"desk": "unacceptable", "upper": "acceptable"}, None),
    ],
)
def test_a_point_is_close_or_contested_by_the_answers_of_parties_alone(
    given: dict[str, str], word: str | None
) -> None:
    found = point(record(*(answer(seat, stance) for seat, stance in given.items()))).closeness
    assert (found.word if found else None) == word


def test_what_is_contested_tells_between_whom() -> None:
    known = record(answer("lower", "unacceptable"), answer("delta", "open"))
    found = point(known).closeness
    assert found is not None
    assert (found.against, found.others) == (("lower",), ("delta",))


def test_where_nobody_else_answered_it_is_contested_with_who_tabled_it() -> None:
    found = point(record(answer("lower", "unacceptable"))).closeness
    assert found is not None
    assert found.others == ("upper",)


def test_a_refusal_of_part_of_a_text_contests_it() -> None:
    known = record(
        answer("lower", "unacceptable", draft="first", extent="some"),
        answer("lower", "open", draft="first", extent="most"),
    )
    found = whole(known, "first").closeness
    assert found is not None
    assert found.against == ("lower",)


# --- counts and coverage ----------------------------------------------------------------------


def test_counts_are_of_numbered_points_and_name_every_standing() -> None:
    assert play(record()).counts == {
        **dict.fromkeys(WORDS, 0),
        "untouched": 3,
        "bracketed": 1,
    }


def test_a_count_can_fall() -> None:
    known = record(agreed("agreed", 9, points=["first#1", "first#4"]))
    assert play(known).counts["agreed"] == 2
    known = more(known, agreed("reopened", 10))
    assert play(known).counts["agreed"] == 1
    assert play(known).counts["reopened"] == 1


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ([], "untouched"),
        ([answer("upper", "open", point="first#3/a")], "discussed"),
        ([agreed("agreed", points=["first#3/a"])], "discussed"),
        ([agreed("agreed", points=["first#3/a", "first#3/b"])], "agreed"),
        (
            [agreed("agreed", points=["first#3/a"]), agreed("ad_referendum", points=["first#3/b"])],
            "agreed_ad_referendum",
        ),
        (
            [agreed("agreed", points=["first#3/a"]), agreed("reopened", points=["first#3/b"])],
            "reopened",
        ),
    ],
)
def test_a_point_with_others_inside_stands_as_the_least_settled_of_them(
    fields: list[dict[str, Any]], word: str
) -> None:
    bare, known = play(record()).counts, play(record(*fields)).counts
    rest = {**bare, "untouched": bare["untouched"] - 1}
    assert known == {**rest, word: rest[word] + 1}


def test_coverage_is_how_many_numbered_points_a_seat_answered_also_in_part() -> None:
    known = record(
        answer("upper", "open"),
        answer("upper", "open", point="first#3/a"),
        answer("upper", "open", point="first#3/b"),
    )
    assert play(known).coverage("upper") == (2, 4)
    assert play(known).coverage("lower") == (0, 4)


SOME_POINTS = st.lists(st.sampled_from(["first#1", "first#2", "first#3/a"]), min_size=1)
SAID = st.one_of(
    st.builds(
        answer,
        st.sampled_from(["upper", "lower"]),
        st.sampled_from(["open", "acceptable"]),
        st.integers(2, 9),
    ),
    st.builds(
        agreed,
        st.sampled_from(["agreed", "ad_referendum", "reopened"]),
        st.integers(2, 9),
        points=SOME_POINTS,
    ),
)


@given(st.lists(SAID, max_size=5))
def test_counts_sum_up_to_the_numbered_points(fields: list[dict[str, Any]]) -> None:
    found = play(record(*fields))
    assert sum(found.counts.values()) == len(found.whole_points) == 4
    assert all(found.coverage(seat)[1] == 4 for seat in found.seats)


# --- what blocks most -------------------------------------------------------------------------


def labels(subjects: tuple[Any, ...]) -> list[str | None]:
    return [one.label or one.holder.label for one in subjects]


def test_what_blocks_most_comes_first_by_red_lines_refusals_conditions_statements() -> None:
    def no(seat: str, label: str, **more: Any) -> dict[str, Any]:
        return answer(seat, "unacceptable", point=f"first#{label}", **more)

    said = {"kind": "statement", "words": {"en": "x"}, "points": ["first#1"]}
    needs = {"kind": "condition", "seat": "upper", "needs": {"en": "x"}, "points": ["first#2"]}
    known = record(
        *(no("lower", label) for label in ("1", "2", "3/a", "3/b")),
        no("delta", "3/a"),
        no("delta", "4", red_line=True),
        answer("lower", "unacceptable", issue="flow"),
        needs,
        said,
        said,
    )
    assert labels(play(known).stuck) == ["4", "3/a", "2", "1", "3/b", "flow"]


def test_of_equal_weight_the_order_of_the_text_stays() -> None:
    known = record(*(answer("lower", "unacceptable", point=f"first#{n}") for n in (4, 2, 1)))
    assert labels(play(known).stuck) == ["1", "2", "4"]


def test_what_its_own_refusers_have_agreed_to_is_not_stuck() -> None:
    known = record(answer("lower", "unacceptable", 3), agreed("agreed", 9))
    assert play(known).stuck == ()
    known = more(known, answer("delta", "unacceptable", 3))
    assert labels(play(known).stuck) == ["1"]


def test_what_is_close_is_listed_apart() -> None:
    known = record(answer("upper", "acceptable"), answer("lower", "open"))
    assert labels(play(known).close) == ["1"]


# --- which draft ------------------------------------------------------------------------------


def drafted(label: str, day: int, *after: str, points: int = 0) -> dict[str, Any]:
    return {
        "kind": "draft",
        "label": label,
        "title": {"en": label},
        "happened": f"2026-03-{day:02d}",
        "after": list(after),
        "points": [{"label": str(n + 1)} for n in range(points)],
    }


def test_the_points_listed_are_those_of_the_latest_draft() -> None:
    found = play(record(drafted("second", 5, "first", points=2)))
    assert (found.draft, found.on_the_table) == (found.on_the_table, found.draft)
    assert labels(found.points) == ["1", "2"]


def test_where_its_points_are_not_held_the_nearest_draft_it_was_made_from_is_listed() -> None:
    known = record(
        drafted("other", 3, points=1), drafted("second", 5, "first"), drafted("third", 6, "second")
    )
    found = play(known)
    assert (found.on_the_table.label, found.draft.label) == ("third", "first")  # type: ignore[union-attr]


def test_where_the_record_tells_of_none_the_latest_draft_with_points_is_listed() -> None:
    found = play(record(drafted("other", 3, points=1), drafted("third", 6)))
    assert found.draft is not None
    assert found.draft.label == "other"


def test_a_draft_can_be_asked_for_and_one_that_is_not_there_is_a_mistake() -> None:
    known = record(drafted("second", 5, points=2))
    assert len(play(known, draft="first").points) == 6
    with pytest.raises(NotOnRecord):
        play(known, draft="ninth")


def test_an_empty_record_has_a_state_of_play() -> None:
    found = play(Record())
    assert (found.draft, found.points, found.wholes, found.stuck) == (None, (), (), ())
    assert set(found.counts.values()) == {0}


# --- as plain data ----------------------------------------------------------------------------


def test_the_state_of_play_is_plain_data_and_can_be_asked_for_one_seat() -> None:
    known = record(answer("upper", "open"), answer("lower", "unacceptable", issue="flow"))
    made = plain_play(known, play(known))
    assert [one["point"] for one in made["points"]] == ["1", "2", "3", "3/a", "3/b", "4"]
    assert made["stuck"] == [{"kind": "issue", "holder": "flow", "point": None}]
    only = plain_play(known, play(known), "lower")
    assert (only["points"], [one["holder"] for one in only["wholes"]]) == ([], ["flow"])
    assert only["coverage"] == {"lower": [0, 4]}
