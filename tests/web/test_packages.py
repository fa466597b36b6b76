"""The page of packages: what could close the gap, and what if; nothing of it is saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.desks import Desk, words_of

CHOSEN = "i0=q700&i1=five&i2=m45&i3=exchange&i4=expert"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Of 576 packages, 68 meet the reservation values of all"),
        ("ar", "من ٥٧٦ حزمة ممكنة يبلغ حد القبول عند الجميع ٦٨"),
    ],
)
def test_it_says_how_many_packages_all_could_accept(
    tmp_path: Path, language: str, said: str
) -> None:
    assert said in words_of(Desk(tmp_path).text(f"/{language}/packages"))


def test_a_package_that_is_tried_is_told_and_not_saved(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    before = len(desk.site.kept().record)
    told = words_of(desk.text(f"/en/packages?{CHOSEN}"))
    assert "What if Yearly quantity" in told
    assert "this package" in told
    assert len(desk.site.kept().record) == before


def test_other_numbers_change_the_answer_and_a_contradiction_is_shown(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    plain = words_of(desk.text("/en/packages"))
    other = words_of(desk.text("/en/packages?w0=100&w1=0&w2=0&w3=0&w4=0"))
    assert plain != other
    clash = words_of(desk.text("/en/packages?v0-0=1&v0-1=90&o0=q620,q680"))
    assert "is said to be better than" in clash
    assert "is said to be better than" not in plain


def test_what_is_no_number_is_told_in_one_line(tmp_path: Path) -> None:
    found = Desk(tmp_path).get("/en/packages?w0=much")
    assert found.status == 422
    assert "much is not a number" in words_of(found.body.decode())


def test_a_seat_computes_with_its_own_numbers_alone(tmp_path: Path) -> None:
    told = words_of(Desk(tmp_path, "upper").text("/en/packages"))
    assert "by its own estimates" in told
    assert "Nothing is on record of what Safwara (lower bank) wants." in told
