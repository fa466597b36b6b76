"""Sentences in a language: dates, numbers, lists, names of another script."""

from __future__ import annotations

import pytest

from wasit.brief.content import (
    Code,
    Day,
    Habit,
    Length,
    Many,
    PointName,
    Quote,
    Value,
    Words,
    say,
    say_n,
)
from wasit.brief.language import Language, closed, needs_isolation
from wasit.entries import When

AR, EN = Language("ar"), Language("en")
RU: Words = {"en": "Russia", "ar": "روسيا"}
UA: Words = {"en": "Ukraine", "ar": "أوكرانيا"}


def shown(language: Language, value: Value) -> str:
    return language.text(say("{words}", words=value))


@pytest.mark.parametrize(
    ("months", "digits", "expected"),
    [
        ("gregorian", "latin", "3 ديسمبر 2025"),
        ("syriac", "latin", "3 كانون الأول 2025"),
        ("both", "arabic", "٣ كانون الأول/ديسمبر ٢٠٢٥"),
    ],
)
def test_arabic_dates_follow_the_habit_of_the_talks(
    months: str, digits: str, expected: str
) -> None:
    habit = Habit(months, digits)  # type: ignore[arg-type]
    assert shown(Language("ar", habit), Day("2025-12-03")) == expected
    assert shown(Language("en", habit), Day("2025-12-03")) == "3 December 2025"


@pytest.mark.parametrize(
    ("written", "english", "arabic"),
    [
        ("2025", "2025", "2025"),
        ("2025-12", "December 2025", "ديسمبر 2025"),
        ("2025-12-03T18:30", "3 December 2025, 18:30", "3 ديسمبر 2025، 18:30"),
        ("2025-12-03T18:30+03:00", "3 December 2025, 18:30 UTC+03:00", None),
        ("2025-12-02/2025-12-04", "2 to 4 December 2025", "من 2 إلى 4 ديسمبر 2025"),
        ("2025-11-30/2025-12-04", "30 November 2025 to 4 December 2025", None),
        ("2025-12-03~", "about 3 December 2025", "نحو 3 ديسمبر 2025"),
    ],
)
def test_dates_may_be_partial_ranges_or_approximate(
    written: str, english: str, arabic: str | None
) -> None:
    assert shown(EN, When.of(written)) == english
    if arabic:
        assert shown(AR, When.of(written)) == arabic


@pytest.mark.parametrize(
    ("length", "english", "arabic"),
    [
        ("PT5H", "five hours", "خمس ساعات"),
        ("PT1H", "one hour", "ساعة واحدة"),
        ("PT2H", "two hours", "ساعتين"),
        ("P3D", "three days", "ثلاثة أيام"),
        ("PT11H", "11 hours", "11 ساعة"),
        ("PT2H30M", "two hours and 30 minutes", "ساعتين و30 دقيقة"),
    ],
)
def test_lengths_of_time_are_told_in_words(length: str, english: str, arabic: str) -> None:
    assert shown(EN, Length(length)) == english
    assert shown(AR, Length(length)) == arabic


@pytest.mark.parametrize(
    ("n", "arabic"),
    [
        (1, "بند واحد متفق عليه."),
        (2, "بندان متفق عليهما."),
        (3, "3 بنود متفق عليها."),
        (11, "11 بندًا متفق عليها."),
        (100, "100 بند متفق عليها."),
        (103, "103 بنود متفق عليها."),
    ],
)
def test_arabic_counts_in_six_forms(n: int, arabic: str) -> None:
    assert AR.text(say_n("{n} agreed.", "{n} agreed.", n)) == arabic


def test_names_are_joined_as_the_language_does_it() -> None:
    assert shown(EN, Many((RU, UA))) == "Russia and Ukraine"
    assert shown(AR, Many((RU, UA))) == "روسيا وأوكرانيا"
    assert shown(EN, Many((RU, UA, RU))) == "Russia, Ukraine and Russia"
    assert shown(EN, Many(())) == ""


def test_words_in_another_language_are_marked_as_such() -> None:
    assert shown(AR, {"en": "Courier"}) == "\u2068Courier\u2069 [en]"
    assert shown(EN, {"ar": "عكاظ"}) == "\u2068عكاظ\u2069 [ar]"


def test_latin_names_labels_and_ranges_are_kept_apart_in_arabic() -> None:
    assert shown(AR, {"ar": "على بعد 12-15 km من Kyiv"}) == (
        "على بعد \u206812-15 km\u2069 من \u2068Kyiv\u2069"
    )
    assert shown(AR, PointName("4/a")) == "البند \u20684/a\u2069"
    assert shown(AR, PointName("7")) == "البند 7"
    assert shown(AR, {"ar": "تراجع من 28 إلى 19"}) == "تراجع من 28 إلى 19"


def test_a_sentence_ends_with_one_mark() -> None:
    for words in ("No.", "No!", "No?", "No…"):
        assert EN.text(say("{words}.", words={"en": words})) == words
    quoted = say("Said by {who}: {words}.", who=RU, words=Quote({"en": "No."}))
    assert EN.text(quoted) == "Said by Russia: “No.”"


def test_a_sentence_begins_with_a_capital() -> None:
    assert EN.text(say("{what}: refused by {against}.", what=PointName("7"), against=RU)) == (
        "Point 7: refused by Russia."
    )


def test_braces_in_words_stay_braces() -> None:
    assert EN.text(say("{words}.", words={"en": "{day} {0}"})) == "{day} {0}."


def test_long_words_end_at_a_word() -> None:
    short = Language("en", longest=12)
    assert shown(short, {"en": "one two three four"}) == "one two…"


def test_open_isolates_are_closed() -> None:
    assert closed("a\u2068b") == "a\u2068b\u2069"
    assert closed("a\u202bb") == "a\u202bb\u202c"


def test_what_needs_isolation() -> None:
    assert needs_isolation("Okaz", right_to_left=True)
    assert needs_isolation("30-50", right_to_left=True)
    assert not needs_isolation("28", right_to_left=True)
    assert not needs_isolation("Okaz", right_to_left=False)
    assert shown(AR, Code("1/3")) == "\u20681/3\u2069"
