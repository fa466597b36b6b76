"""Where a side stands on an issue."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.press.talks.reports import SETTING, SETTING_AR, document, positions


def stances(*paragraphs: str) -> set[tuple[str, str, str]]:
    """Side, issue and stance of every position."""
    return {(one.side, one.issue, one.stance) for one in positions(*paragraphs)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Egypt insists on the release of all prisoners.", ("Egypt", "prisoners", "demands")),
        ("Ethiopia rejects any inspections of its sites.",
         ("Ethiopia", "other:nuclear inspections", "rejects")),
        ("Armenia agreed to a ceasefire.", ("Armenia", "ceasefire", "accepts")),
        ("Serbia did not rule out lifting the sanctions.", ("Serbia", "sanctions", "open")),
        ("تتمسك مصر بالإفراج عن الأسرى.", ("Egypt", "prisoners", "demands")),
        ("وترفض إثيوبيا تمديد العقوبات.", ("Ethiopia", "sanctions", "rejects")),
        ("ووافقت أرمينيا على وقف إطلاق النار.", ("Armenia", "ceasefire", "accepts")),
        ("ولم تستبعد صربيا رفع العقوبات.", ("Serbia", "sanctions", "open")),
    ],
)  # fmt: skip
def test_what_is_said_of_a_side_is_its_position(
    sentence: str, expected: tuple[str, str, str]
) -> None:
    assert expected in stances(sentence, SETTING if sentence.isascii() else SETTING_AR)


def test_what_is_withheld_until_something_is_given_is_two_positions() -> None:
    found = stances("Armenia insists it will not stop the war until it controls the land.", SETTING)
    assert ("Armenia", "ceasefire", "conditional") in found
    assert ("Armenia", "territory", "demands") in found


def test_a_negated_refusal_leaves_the_matter_open() -> None:
    assert ("Armenia", "aid", "open") in stances(
        "Armenia does not reject humanitarian aid.", SETTING
    )


def test_two_sides_named_together_hold_the_same_position() -> None:
    found = stances("Armenia and Azerbaijan agreed to a ceasefire.", SETTING)
    assert {side for side, issue, _ in found if issue == "ceasefire"} == {"Armenia", "Azerbaijan"}


def test_a_go_between_holds_no_position() -> None:
    assert not stances("The United Nations demanded a ceasefire.", SETTING)


def test_both_languages_tell_of_one_position() -> None:
    found = positions(
        "وترفض إثيوبيا تمديد العقوبات.",
        SETTING_AR,
        "Ethiopia rejects any extension of the sanctions.",
        SETTING,
    )
    assert len([one for one in found if one.issue == "sanctions"]) == 1
    assert {span.language for one in found for span in one.spans} == {"ar", "en"}


_ENGLISH = st.sampled_from(
    [
        "Serbia",
        "Kosovo",
        "rejects",
        "demands",
        "offered",
        "not",
        "to",
        "of",
        "the",
        "no",
        "before",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "its",
        "latter",
        "truce",
        "prisoners",
        "who",
        "heads",
        "led",
        "by",
        "made",
        "a",
        "condition",
        "5",
        "percent",
        "it",
        "he",
        "said",
        "wants",
        "turn",
        "down",
    ]
)
_ARABIC = st.sampled_from(
    [
        "صربيا",
        "كوسوفو",
        "ترفض",
        "رفضها",
        "تطالب",
        "لا",
        "لن",
        "قبل",
        "مقابل",
        "،",
        ".",
        ":",
        "«",
        "»",
        "الأخيرة",
        "الهدنة",
        "الأسرى",
        "شرط",
        "ربط",
        "بفتح",
        "وفد",
        "برئاسة",
        "الحركة",
        "جماعته",
        "أبدت",
        "استعدادها",
        "5",
        "في",
        "على",
        "أن",
        "إذا",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_ENGLISH, max_size=40), st.lists(_ARABIC, max_size=40))
def test_words_in_any_order_are_read_without_failing(english: list[str], arabic: list[str]) -> None:
    paragraphs = (" ".join(english), " ".join(arabic), SETTING, SETTING_AR)
    text = document(*paragraphs).text
    for one in positions(*paragraphs):
        assert all(text[span.start : span.end].strip() for span in one.spans)
