"""Somebody's office is told alone: without article, owner and country, in English where known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.names.offices import in_english, office
from wasit.press.plain import plain


@pytest.mark.parametrize(
    ("role", "alone"),
    [
        ("the Kenyan foreign minister", "foreign minister"),
        ("Kenya's foreign minister", "foreign minister"),
        ("the foreign ministers of Kenya", "foreign minister"),
        ("his Kenyan counterpart", "counterpart"),
        ("lead negotiator for the African Union", "lead negotiator"),
        ("UN envoy", "UN envoy"),
        ("head of the Kenyan delegation", "head of the Kenyan delegation"),
        ("Deputy Prime Minister", "Deputy Prime Minister"),
    ],
)
def test_an_english_office_alone(role: str, alone: str) -> None:
    assert office(role, "en") == alone


@pytest.mark.parametrize(
    ("role", "alone", "english"),
    [
        ("وزير الخارجية الكيني", "وزير الخارجية", "foreign minister"),
        ("والمبعوثة الكينية", "المبعوثة", "envoy"),
        ("نائب وزير الدفاع", "نائب وزير الدفاع", "deputy defence minister"),
        ("وزيرة العمل السابقة", "وزيرة العمل السابقة", "former labour minister"),
        ("وزير الدفاع اللواء", "وزير الدفاع", "defence minister"),
        ("رئيس اتحاد الصيادين", "رئيس اتحاد الصيادين", "head"),
        ("رئيسة الوزراء", "رئيسة الوزراء", "prime minister"),
    ],
)
def test_an_arabic_office_alone_and_in_english(role: str, alone: str, english: str) -> None:
    assert office(role, "ar") == alone
    assert in_english(role) == english


def test_what_no_list_has_is_not_translated() -> None:
    assert in_english("حارس المنارة") is None


@given(st.text(max_size=60))
def test_any_words_have_an_office_or_stay_as_they_are(text: str) -> None:
    assert office(text, "en") or not text
    assert office(text, "ar") or not text
    in_english(text)


def people(text: str) -> dict[str, tuple[str | None, str | None]]:
    read = plain(RuleReader().read(SourceText(f"date 2031-06-11 {text}")))
    return {one["en"] or one["ar"]: (one["role"], one["party"]) for one in read["people"]}


def test_title_before_and_apposition_behind_give_role_and_side() -> None:
    assert people("Kenyan Foreign Minister Ada Mwangi met Ben Carter, the British envoy.") == {
        "Ada Mwangi": ("Foreign Minister", "Kenya"),
        "Ben Carter": ("envoy", "United Kingdom"),
    }


def test_an_arabic_office_stands_before_the_name_or_behind_a_comma() -> None:
    for words in (
        "قال وزير الخارجية الكيني محمد سالم إن الجولة انتهت.",
        "قال محمد سالم، وزير الخارجية الكيني، إن الجولة انتهت.",
    ):
        assert people(words) == {"محمد سالم": ("foreign minister", "Kenya")}


def test_an_office_before_a_comma_reaches_back_over_of() -> None:
    found = people("The head of the Kenyan delegation, Ada Mwangi, said the talks would go on.")
    assert found == {"Ada Mwangi": ("head of the Kenyan delegation", "Kenya")}


def test_several_share_the_office_before_the_first() -> None:
    found = people("Kenyan envoys Ada Mwangi and Peter Otieno arrived in Geneva, officials said.")
    assert found == {"Ada Mwangi": ("envoy", "Kenya"), "Peter Otieno": ("envoy", "Kenya")}
    arabic = people("والتقى الرئيس في جنيف المبعوثين الكينيين محمد سالم وأحمد كريم.")
    assert set(arabic.values()) == {("envoy", "Kenya")}


def test_a_counterpart_has_the_office_of_who_was_named_before() -> None:
    found = people(
        "Kenyan Foreign Minister Ada Mwangi met her Italian counterpart, Paolo Rossi, in Rome. "
        "“We agree,” Rossi said."
    )
    assert found["Paolo Rossi"] == ("Foreign Minister", "Italy")
