"""Numbers are read in digits and in words, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.language.numbers import Numeral, numerals
from wasit.press.document import SourceText, document_of


def read(text: str) -> list[Numeral]:
    document = document_of(SourceText(text))
    return [
        numeral
        for language in document.languages
        for _, sentence in document.sentences(language)
        for numeral in numerals(sentence.tokens, language)
    ]


def values(text: str) -> list[str]:
    return [numeral.value for numeral in read(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("forty buses left the camp", "40"),
        ("twenty-one villages", "21"),
        ("two hundred and five men", "205"),
        ("five thousand four hundred and thirty-two shells", "5432"),
        ("seven million euros", "7 million"),
        ("a pledge of 2.4 billion", "2.4 billion"),
        ("a loan of $3bn", "3 billion"),
        ("half a million tonnes", "0.5 million"),
        ("a million and a half litres", "1.5 million"),
        ("two and a half hours", "2.5"),
        ("a dozen lorries", "12"),
        ("some 12,500 families", "12500"),
        ("fifteen hundred miners", "1500"),
        ("some 38 500 families", "38500"),
        ("1.2m people", "1.2 million"),
        ("30k troops", "30000"),
        ("one and a half million litres", "1.5 million"),
        ("a quarter of a million euros", "0.25 million"),
        ("three quarters of a million euros", "0.75 million"),
        ("مليونا دولار", "2 million"),
        ("480 مليوناً", "480 million"),
        ("مليون وربع المليون يورو", "1.25 million"),
        ("مليون ونصف مليون نازح", "1.5 million"),
        ("38 500 نازح", "38500"),
        ("خمسة وعشرون يوماً", "25"),
        ("إحدى عشرة قرية", "11"),
        ("اثنا عشر شهراً", "12"),
        ("ثلاثمئة وخمسون ألف نازح", "350000"),
        ("سبعة ملايين يورو", "7 million"),
        ("مليون ونصف المليون لتر", "1.5 million"),
        ("نصف مليون طن", "0.5 million"),
        ("ألفي مقاتل", "2000"),
        ("مئتا حافلة", "200"),
        ("ثلاث ساعات ونصف الساعة", "3.5"),
        ("يومين كاملين", "2"),
        ("بـ٤٢ كيلوغراماً", "42"),
        ("نسبة ٢٫٥", "2.5"),
        ("١٢٬٥٠٠ عائلة", "12500"),
        ("ثماني سنوات", "8"),
        ("بستة شروط", "6"),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("between 30 and 50 kilometres", "30-50"),
        ("from 30 to 50 kilometres", "30-50"),
        ("30-50 kilometres", "30-50"),
        ("two or three weeks", "2-3"),
        ("20 to 30 million", "20-30 million"),
        ("a rise of between 7% and 9%", "7-9"),
        ("من 30 إلى 50 كيلومتراً", "30-50"),
        ("بين ثلاثين وخمسين كيلومتراً", "30-50"),
        ("بين 30 و50 كيلومتراً", "30-50"),
        ("سبعة إلى عشرة أيام", "7-10"),
    ],
)
def test_two_numbers_that_bound_an_amount_are_one_range(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The draft was cut from 40 clauses to 25.",
        "The fund was raised from 25 to 40 at the meeting.",
        "قلّص الوسيط الورقة من 40 بنداً إلى 25.",
        "رُفع العدد من 25 إلى 40.",
    ],
)
def test_a_change_is_two_numbers_that_belong_together(text: str) -> None:
    assert [numeral.changes for numeral in read(text)] == [True, True]


@pytest.mark.parametrize(
    "text",
    ["التقى الوفد يوم الاثنين", "في تشرين الثاني", "نسبة كبيرة في المئة", "نحو فلسطين وأفغانستان"],
)
def test_days_months_and_percent_signs_in_words_are_no_numbers(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["two thirds of the fleet", "three-quarters of the seats", "ثلث المقاعد"]
)
def test_parts_of_a_whole_are_told_apart_from_amounts(text: str) -> None:
    assert [numeral.sort for numeral in read(text)] == ["fraction"]


def test_a_letter_for_metres_is_no_scale() -> None:
    assert values("a ditch 40m deep") == ["40"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("the twenty-first round", "21"), ("الجولة الحادية عشرة", "11"), ("الجولة الرابعة", "4")],
)
def test_ordinals_are_told_apart(text: str, value: str) -> None:
    (numeral,) = read(text)
    assert (numeral.value, numeral.sort) == (value, "ordinal")


def test_two_in_the_ending_of_a_word_is_the_thing_counted_as_well() -> None:
    (numeral,) = read("وزّع الوسيط ورقتين")
    assert (numeral.value, numeral.sort) == ("2", "dual")
    assert numeral.counted == numeral.first


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("مئة وأحد عشر", "111"),
        ("ألف وأحد عشر", "1011"),
        ("أحد عشر ألفا", "11000"),
        ("مئة وإحدى وعشرين", "121"),
    ],
)
def test_eleven_joins_hundreds_and_thousands(text: str, value: str) -> None:
    assert values(text) == [value]


@given(st.integers(min_value=1, max_value=999_999_999))
def test_digits_keep_their_value_in_both_sets_of_digits(number: int) -> None:
    arabic = str(number).translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
    assert values(f"about {number}") == [str(number)]
    assert values(f"نحو {arabic}") == [str(number)]
