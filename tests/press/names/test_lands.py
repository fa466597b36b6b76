"""Lands that no list has, read as countries in either language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.press.read import names_of
from wasit.press.document import SourceText, document_of
from wasit.press.names.lands import lands_of


def lands(text: str) -> dict[str, dict[str, str]]:
    """The lands of a text by key, with what each is called."""
    found = lands_of(document_of(SourceText(text)))
    return {key: dict(called) for key, called in found.names.items()}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland's parliament will vote on the plan.",
        "Norland's deputy prime minister left the hall.",
        "The foreign ministry of Norland refused to comment.",
        "The Norland government refused to comment.",
        "Norlandian troops left the valley, the ministry in Norland said.",
    ],
)
def test_a_land_is_told_by_what_a_state_alone_has(sentence: str) -> None:
    assert list(lands(sentence)) == ["Norland"]


def test_a_republic_seldom_named_without_its_title_is_called_by_it() -> None:
    often = "Norland waits. In Norland nobody knew. Norland's king left. The Republic of Norland"
    assert list(lands("The envoys of the Republic of Norland left.")) == ["Republic of Norland"]
    assert list(lands(f"{often} votes.")) == ["Norland"]


def test_a_land_of_two_words_is_named_whole() -> None:
    assert list(lands("The Republic of Alta Norda sent its minister.")) == [
        "Republic of Alta Norda"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Dahl's government fell, and Dahl's ministry was closed.",
        "Peru's parliament will vote.",
        "The Union's president spoke.",
    ],
)
def test_a_person_a_listed_country_and_a_noun_are_no_new_lands(sentence: str) -> None:
    assert lands(sentence) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "وصل وفد جمهورية نورلاند إلى المدينة.",
        "قال وزير خارجية نورلاند إن نورلاند لن توقع.",
        "اجتمعت حكومة نورلاند، وغاب رئيس نورلاند.",
    ],
)
def test_an_arabic_land_needs_a_realm_an_office_or_two_witnesses(sentence: str) -> None:
    assert list(lands(sentence)) == ["نورلاند"]


def test_an_everyday_word_behind_a_government_is_no_land() -> None:
    assert lands("شُكلت حكومة تصريف أعمال، واستقالت حكومة تصريف الأعمال.") == {}


def test_the_two_names_of_one_land_are_put_together_by_sound() -> None:
    text = "Norland's parliament met on Monday.\n\nاجتمع أمس الإثنين برلمان نورلاند."
    assert lands(text) == {"Norland": {"en": "Norland", "ar": "نورلاند"}}


def test_a_land_gives_its_people_their_side() -> None:
    reading = names_of(
        "Norlandian Foreign Minister Ida Dahl met the envoy in Oslo. "
        "Norland's parliament is to vote on the plan, Dahl said."
    )
    (person,) = reading.people
    assert person.side == "Norland"
    assert ("Norland", "country") in [(body.key, body.kind) for body in reading.bodies]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    lands_of(document_of(SourceText(f"The Republic of {text}'s king. جمهورية {text}")))
