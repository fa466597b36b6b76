"""The state of play as a sheet, and a sheet edited by hand as responses."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entries.material import put
from tests.record.table import answer, play, record
from wasit.entries import Mistake
from wasit.record import Record
from wasit.record.sheet import inert, read_rows, rows

HEAD = ["draft", "point", "heading", "desk", "upper", "lower", "delta"]
WORDS = {
    "acceptable": ("acceptable", False),
    "Open": ("open", False),
    "needs discussion": ("open", False),
    "U": ("unacceptable", False),
    "red line": ("unacceptable", True),
    "مقبول": ("acceptable", False),
    "يحتاج إلى نقاش": ("open", False),
    "غير مقبول": ("unacceptable", False),
    "خط أحمر": ("unacceptable", True),
}


def read(table: list[list[str]], known: Record, seat: str = "desk", **more: Any) -> list[Any]:
    return [proposal.body for proposal in read_rows(table, known, seat, **more)]


def test_every_point_is_a_row_and_every_seat_a_column() -> None:
    known = record(
        answer("upper", "acceptable"),
        answer("lower", "unacceptable", red_line=True),
        answer("delta", "open", basis="inferred"),
    )
    assert rows(play(known, inferred=True))[:3] == [
        HEAD,
        ["first", "1", "Aim", "", "acceptable", "red line", "open (inferred)"],
        ["first", "2", "", "", "", "", ""],
    ]
    assert rows(play(known))[1][-1] == ""
    assert rows(play(known), "ar")[1][2] == "الغاية"
    assert [row[1] for row in rows(play(known))[1:]] == ["1", "2", "3", "3/a", "3/b", "4"]


ANSWERS = st.lists(
    st.builds(
        answer,
        st.sampled_from(["upper", "lower", "delta"]),
        st.sampled_from(["acceptable", "open", "unacceptable"]),
        st.integers(2, 9),
        point=st.sampled_from(["first#1", "first#2", "first#3/a"]),
        basis=st.sampled_from(["told", "reported", "inferred"]),
    ),
    max_size=6,
)


@given(ANSWERS, st.booleans())
def test_a_sheet_that_was_not_edited_adds_nothing(
    fields: list[dict[str, Any]], inferred: bool
) -> None:
    known = record(*fields)
    assert read(rows(play(known, inferred=inferred)), known) == []


@given(ANSWERS, st.data())
def test_what_is_written_into_a_sheet_stands_when_it_is_read_back(
    fields: list[dict[str, Any]], data: st.DataObject
) -> None:
    known = record(*fields)
    table = rows(play(known))
    row = data.draw(st.integers(1, len(table) - 1))
    column = data.draw(st.integers(4, 6))
    word = data.draw(st.sampled_from(sorted(WORDS)))
    table[row][column] = word
    proposals = read_rows(table, known, "desk", envelope={"happened": "2026-03-20"})
    known = known.add(*put(known, "desk", *proposals))
    found = play(known).points[row - 1].answers[HEAD[column]]
    assert (found.stance, found.red_line) == WORDS[word]
    assert read(table, known) == []


def test_an_emptied_cell_changes_nothing() -> None:
    known = record(answer("upper", "open"))
    table = rows(play(known))
    table[1][4] = "  "
    assert read(table, known) == []


def test_the_acting_seats_own_column_is_in_its_own_hand() -> None:
    table = rows(play(record()))
    table[1][4] = table[1][5] = "open"
    made = read(table, record(), "upper", basis="reported")
    assert [(one.seat, one.basis) for one in made] == [("upper", "own"), ("lower", "reported")]


def test_all_that_a_sheet_adds_shares_an_envelope() -> None:
    table = rows(play(record()))
    table[1][4] = "open"
    (found,) = read_rows(
        table, record(), "desk", envelope={"audience": "all", "happened": "2026-03"}
    )
    assert found.envelope.audience == "all"
    assert str(found.envelope.happened) == "2026-03"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert inert(text) == f"'{text}"


def test_other_cells_stay_as_they_are() -> None:
    assert [inert(text) for text in ("", "7", "مقبول", "a=b")] == ["", "7", "مقبول", "a=b"]


def test_a_heading_that_looks_like_a_formula_is_made_inert() -> None:
    draft = {
        "kind": "draft",
        "label": "second",
        "title": {"en": "x"},
        "happened": "2026-03-09",
        "points": [{"label": "1", "heading": {"en": "=HYPERLINK(1)"}}],
    }
    known = record(draft)
    assert rows(play(known))[1][:3] == ["second", "1", "'=HYPERLINK(1)"]
    assert read(rows(play(known)), known) == []


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([], "s.csv, line 1: expected the columns draft, point, heading"),
        ([["point", "draft"]], "s.csv, line 1: expected the columns draft, point, heading"),
        (
            [HEAD, ["first", "1", "", "", "maybe"]],
            "s.csv, line 2, column upper: maybe given; expected acceptable, open, unacceptable,",
        ),
        (
            [HEAD, [], ["ninth", "1", "", "", "open"]],
            "s.csv, line 3, column upper: ninth is not on this record",
        ),
    ],
)
def test_what_is_wrong_in_a_sheet_is_told_with_row_and_column(
    table: list[list[str]], said: str
) -> None:
    with pytest.raises(Mistake) as caught:
        read_rows(table, record(), "desk", name="s.csv")
    assert str(caught.value).startswith(said)


def test_a_point_or_seat_that_is_not_there_is_refused_when_it_is_put_on_record() -> None:
    for table, said in (
        (
            [HEAD, ["first", "9", "", "", "open"]],
            "s.csv, line 2, column upper.response.point: first",
        ),
        (
            [[*HEAD[:3], "dusk"], ["first", "1", "", "open"]],
            "s.csv, line 2, column dusk.response.seat",
        ),
    ):
        proposals = read_rows(table, record(), "desk", name="s.csv")
        with pytest.raises(Mistake) as caught:
            put(record(), "desk", *proposals)
        assert str(caught.value).startswith(said)
