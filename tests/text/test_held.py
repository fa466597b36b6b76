"""Drafts on record as texts, and texts as drafts on record."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wasit.entries.bodies.text import Draft, Point
from wasit.text.held import around, common_languages, held, title_of, to_hold
from wasit.text.parse import parse

ARABIC = """مشروع اتفاق

١. وقف إطلاق النار:
   أ) خلال يومين؛
   ب) في كل الجبهات.
٢. تبادل الأسرى.
"""
ENGLISH = (
    "Draft accord\n\n1. Ceasefire:\n   (a) within two days;\n   (b) on all fronts.\n3. Roads.\n"
)


def draft(*points: Point) -> Draft:
    return Draft(title={"en": "x"}, points=points)


def test_labels_as_written_become_keys_as_references_have_them() -> None:
    inside = (Point(label="ب", words={"ar": "خلال يومين"}),)
    found = held(draft(Point(label="٣", words={"ar": "الهدنة"}, points=inside)), "ar")
    assert [point.key for point in found.text.all()] == ["3", "3.b"]
    assert found.labels == {"3": "٣", "3.b": "٣/ب"}


def test_points_without_words_in_the_language_have_none() -> None:
    found = held(draft(Point(label="1", words={"en": "Peace."})), "ar")
    assert [point.words for point in found.text.all()] == [""]


@given(st.lists(st.sampled_from(["1", "١", "2", "a", "ا", "IV", "أولاً"]), unique=True))
def test_every_point_has_a_key_of_its_own(labels: list[str]) -> None:
    found = held(draft(*(Point(label=one, words={"en": one}) for one in labels)), "en")
    assert sorted(found.labels.values()) == sorted(labels)
    assert [found.labels[point.key] for point in found.text.all()] == labels


def test_two_languages_become_one_draft_point_by_point() -> None:
    texts = {"ar": parse(ARABIC), "en": parse(ENGLISH)}
    points = to_hold(texts).points
    assert [point.label for point in points] == ["١", "٢", "3"]
    first, second, third = points
    assert dict(first.words or {}) == {"ar": "وقف إطلاق النار:", "en": "Ceasefire:"}
    assert [dict(p.words or {})["en"] for p in first.points] == [
        "within two days;",
        "on all fronts.",
    ]
    assert list(second.words or {}) == ["ar"]
    assert list(third.words or {}) == ["en"]
    assert (title_of(texts["ar"]), title_of(texts["en"])) == ("مشروع اتفاق", "Draft accord")
    assert around(texts["en"]) == ()


def test_only_languages_held_on_both_sides_are_compared() -> None:
    one = draft(*(Point(label=str(n), words={"en": "x", "ar": "س"}) for n in range(1, 5)))
    few = draft(*(Point(label=str(n), words={"en": "x"}) for n in range(1, 5)))
    assert common_languages(one, one) == ["ar", "en"]
    assert common_languages(one, few) == ["en"]
    assert common_languages(draft(Point(label="1")), one) == []


def test_a_label_that_cannot_stand_on_record_gives_way_to_its_key() -> None:
    found = to_hold({"ar": parse("الحادية عشرة: الهدنة.\nالثانية عشرة: الأسرى.\n")})
    assert [point.label for point in found.points] == ["11", "12"]


def test_where_numbers_start_again_under_headings_labels_tell_the_points_apart() -> None:
    found = to_hold({"en": parse("A. Water\n1. Halves.\n2. Wells.\nB. Roads\n1. Bridges.\n")})
    assert [point.label for point in found.points] == ["A.1", "A.2", "B.1"]
    assert found.labels["B.1"] == "B.1"
