"""Countries, movements, organisations and outlets go by one key in both languages."""

from __future__ import annotations

import pytest

from tests.press.read import names_of


def keys(text: str) -> set[str]:
    """The keys of the bodies named in ``text``."""
    return {body.key for body in names_of(text).bodies}


@pytest.mark.parametrize(
    ("english", "arabic", "key"),
    [
        ("Uzbekistan agreed.", "وافقت أوزبكستان على النص.", "Uzbekistan"),
        ("The Peruvians agreed.", "وافق البيروفيون على النص.", "Peru"),
        ("The Kenyan delegation agreed.", "وافق الوفد الكيني على النص.", "Kenya"),
        ("Ankara agreed.", "وافقت أنقرة على النص.", "Turkey"),
        ("The African Union agreed.", "وافق الاتحاد الأفريقي على النص.", "African Union"),
        ("NATO agreed.", "وافق حلف شمال الأطلسي على النص.", "NATO"),
        ("The Polisario Front agreed.", "وافقت جبهة البوليساريو على النص.", "Polisario"),
        ("Le Monde reported it.", "ذكرت لوموند ذلك.", "Le Monde"),
    ],
)
def test_a_body_has_one_key_in_both_languages(english: str, arabic: str, key: str) -> None:
    assert key in keys(english)
    assert key in keys(arabic)


def test_a_capital_where_one_meets_is_a_place() -> None:
    assert keys("They met in Ankara.") == set()
    assert keys("اجتمعوا في أنقرة.") == set()


def test_an_adjective_in_an_office_is_no_mention() -> None:
    assert keys("Kenyan President Daniel Mwangi spoke.") == set()


def test_small_words_are_no_acronyms() -> None:
    assert "United States" not in keys("They told us so.")
    assert "World Health Organization" not in keys("Who knows?")


def test_a_capitalised_name_with_a_word_for_a_body_is_an_organisation() -> None:
    assert "Riverside Growers' Association" in keys("The Riverside Growers' Association agreed.")


def test_names_are_given_in_both_languages() -> None:
    (body,) = names_of("وافقت تنزانيا على النص.\nTanzania agreed to the text.").bodies
    assert body.names == {"ar": "تنزانيا", "en": "Tanzania"}
