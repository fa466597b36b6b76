"""Which answer of a seat stands: its own hand first, then the latest; inferred only when asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entries.material import after
from tests.record.table import answer, more, play, point, record
from wasit.record import answers

STANCES = ("unacceptable", "open", "acceptable")


def test_the_latest_answer_stands_by_the_day_it_is_about_not_by_when_it_was_recorded() -> None:
    known = record(answer("upper", "acceptable", 5), answer("upper", "open", 3))
    found = point(known).answers["upper"]
    assert found.stance == "acceptable"
    assert [e.day for e in found.earlier] == ["2026-03-03"]


def test_of_one_day_the_answer_recorded_later_stands() -> None:
    known = record(answer("upper", "acceptable", 5), answer("upper", "open", 5))
    assert point(known).answers["upper"].stance == "open"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(STANCES),
            st.sampled_from(["told", "reported", "inferred", "own"]),
            st.integers(1, 28),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_seats_own_hand_is_never_outranked(given: list[tuple[str, str, int]]) -> None:
    known = record()
    for stance, basis, day in given:
        seat = "upper" if basis == "own" else "desk"
        known = more(known, answer("upper", stance, day, basis=basis), seat=seat)
    bases = {basis for _, basis, _ in given}
    for inferred in (False, True):
        found = point(known, inferred=inferred).answers.get("upper")
        if "own" in bases:
            assert found is not None
            assert found.basis == "own"
        elif bases & {"told", "reported"}:
            assert found is not None
            assert found.basis in ("told", "reported")
        else:
            assert (found is not None) == inferred
        if found:
            ground = {"own": ("own",), "inferred": ("inferred",)}
            same = [g for g in given if g[1] in ground.get(found.basis, ("told", "reported"))]
            assert found.entry.day == f"2026-03-{max(day for *_, day in same):02d}"
            assert len(found.earlier) == len(same) - 1


def test_inferred_answers_are_left_out_unless_asked_for() -> None:
    known = record(answer("upper", "open", basis="inferred"))
    assert point(known).answers == {}
    assert point(known, inferred=True).answers["upper"].basis == "inferred"
    assert play(known).coverage("upper") == (0, 4)
    assert play(known, inferred=True).coverage("upper") == (1, 4)


def test_an_inferred_answer_counts_only_where_nothing_else_is_known() -> None:
    known = record(answer("upper", "open", 2), answer("upper", "acceptable", 9, basis="inferred"))
    assert point(known, inferred=True).answers["upper"].stance == "open"


def test_answers_come_in_the_order_of_the_seats() -> None:
    known = record(*(answer(seat, "open") for seat in ("delta", "lower", "upper")))
    assert list(point(known).answers) == ["upper", "lower", "delta"]


def test_no_point_inherits_an_answer_to_the_whole_draft() -> None:
    known = record(answer("upper", "open", draft="first"))
    assert all(not one.answers for one in play(known).points)
    assert list(answers(known, known.named("first").id)) == ["upper"]


def test_an_answer_to_a_point_is_none_to_its_draft() -> None:
    assert answers(record(answer("upper", "open")), record().named("first").id) == {}


def test_a_seat_that_is_withdrawn_has_no_answer_and_the_page_does_not_fail() -> None:
    known = record(answer("delta", "unacceptable"), answer("upper", "open"))
    known = after(known, "desk", {"kind": "correction", "target": known.named("delta").id})
    assert list(point(known).answers) == ["upper"]
    assert play(known).seats == ("desk", "upper", "lower")


def test_a_seat_that_sat_down_later_has_no_answer_before() -> None:
    guest = {"kind": "seat", "label": "guest", "role": "party", "name": {"en": "Guest"}}
    known = more(record(), {**guest, "happened": "2026-03-05"}, answer("guest", "open", 2))
    assert point(known.stood_on("2026-03-04")).answers == {}
    assert list(point(known.stood_on("2026-03-05")).answers) == ["guest"]


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        ("unacceptable", "open", "closer"),
        ("open", "acceptable", "closer"),
        ("acceptable", "open", "further"),
        ("open", "unacceptable", "further"),
        ("open", "open", "same"),
    ],
)
def test_the_trend_is_towards_accepting_or_away(before: str, now: str, trend: str) -> None:
    known = record(answer("upper", before, 2), answer("upper", now, 3))
    assert point(known).answers["upper"].trend == trend


def test_a_first_answer_has_no_trend_and_a_red_line_is_farthest() -> None:
    assert point(record(answer("upper", "open"))).answers["upper"].trend is None
    known = record(answer("upper", "open", 2, red_line=True), answer("upper", "unacceptable", 3))
    assert point(known).answers["upper"].trend == "closer"


def test_answers_of_one_day_to_parts_of_a_text_stand_side_by_side() -> None:
    some = answer("upper", "open", draft="first", extent="some")
    most = answer("upper", "unacceptable", draft="first", extent="most")
    known = record(answer("upper", "acceptable", 1, draft="first", extent="all"), some, most)
    found = answers(known, known.named("first").id)["upper"]
    assert found.stance == "unacceptable"
    assert [e.body.stance for e in found.beside] == ["open"]  # type: ignore[attr-defined]
    assert [e.body.stance for e in found.earlier] == ["acceptable"]  # type: ignore[attr-defined]
