"""Parties, fronts and ministries that no list has."""

from __future__ import annotations

import pytest

from tests.press.read import names_of
from wasit.language.folding import folded, forms


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ورفض حزب النماء العرض.", {"حزب النماء"}),
        ("والتقى الوسيط «الجبهة الوطنية» سراً.", {"الجبهة الوطنية"}),
        ("وقالت الكتلة الشرقية إن العرض ناقص.", {"الكتلة الشرقية"}),
        ("وأصدرت وزارة المالية بياناً.", {"وزارة المالية"}),
        ("ورفضت الحكومة المالية العرض.", {"Mali"}),
        ("وصل الوفدان المصري والتركي إلى المدينة.", {"Egypt", "Turkey"}),
        ("وافق الجانبان السوري واللبناني على العرض.", {"Syria", "Lebanon"}),
    ],
)
def test_arabic_bodies_are_found_by_the_noun_they_begin_with(text: str, keys: set[str]) -> None:
    found = {body.key for body in names_of(text).bodies}
    assert {key.replace("Türkiye", "Turkey") for key in found} == keys


def test_the_only_front_of_both_texts_is_one_body() -> None:
    text = "رفضت جبهة الوادي العرض.\nThe Valley Front rejected the offer."
    (body,) = names_of(text).bodies
    assert body.names == {"ar": "جبهة الوادي", "en": "Valley Front"}


@pytest.mark.parametrize(
    ("word", "form"),
    [("للقاء", "لقاء"), ("للوفد", "وفد"), ("ولم", "لم"), ("لقاءً", "لقاء"), ("مقترحاً", "مقترح")],
)
def test_joined_letters_and_endings_are_taken_off(word: str, form: str) -> None:
    assert form in forms(folded(word))


def test_a_verb_of_two_keeps_its_ending() -> None:
    assert "يلتقي" not in forms(folded("يلتقيا"))


def test_a_tribe_is_a_side_under_one_name_in_every_case() -> None:
    reading = names_of("اجتمع شيوخ بني هلال وآل جابر. ورفض بنو هلال الهدنة.")
    assert {body.key for body in reading.bodies} == {"بني هلال", "آل جابر"}


def test_a_family_name_is_no_tribe() -> None:
    assert names_of("قال الأمير خالد آل سعد إن المحادثات صعبة.").bodies == ()
