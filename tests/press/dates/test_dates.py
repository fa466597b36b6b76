"""Expressions of time are resolved against the date of the report."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.entries.when import When
from wasit.press.dates import dated, find_dates
from wasit.press.dates.calendars import hijri_year, of_hijri
from wasit.press.document import SourceText, document_of
from wasit.press.reading import Dated

WEDNESDAY = date(2031, 6, 11)


def read(text: str, published: date | None = WEDNESDAY) -> tuple[Dated, ...]:
    return find_dates(document_of(SourceText(text, published=published)))


def times(text: str, published: date | None = WEDNESDAY) -> list[str]:
    return [one.when.text for one in read(text, published)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They talked yesterday.", "2031-06-10"),
        ("They talked today, Wednesday.", "2031-06-11"),
        ("They will talk tomorrow.", "2031-06-12"),
        ("They talked two days ago.", "2031-06-09"),
        ("They talked until midnight last night.", "2031-06-10"),
        ("They talked on Monday.", "2031-06-09"),
        ("The minister said on Thursday that talks were useful.", "2031-06-05"),
        ("They will talk on Monday.", "2031-06-16"),
        ("They agreed to meet on Monday.", "2031-06-16"),
        ("A session would be held at the ministry on Monday.", "2031-06-16"),
        ("They had been due to meet on Monday.", "2031-06-09"),
        ("The talks chaired by the envoy on Monday failed.", "2031-06-09"),
        ("They talked last Monday.", "2031-06-09"),
        ("They expect an answer next Sunday.", "2031-06-15"),
        ("تحادثا أمس.", "2031-06-10"),
        ("تحادثا أمس الثلاثاء.", "2031-06-10"),
        ("تحادثا اليوم الأربعاء.", "2031-06-11"),
        ("تحادثا مساء أمس.", "2031-06-10"),
        ("يتحادثان غداً.", "2031-06-12"),
        ("تحادثا أول من أمس.", "2031-06-09"),
        ("تحادثا قبل ثلاثة أيام.", "2031-06-08"),
        ("تحادثا قبل يومين.", "2031-06-09"),
        ("تحادثا حتى منتصف الليلة الماضية.", "2031-06-10"),
        ("تحادثا يوم الاثنين.", "2031-06-09"),
        ("تحادثا، الأحد، في العاصمة.", "2031-06-08"),
        ("سيتحادثان الأحد.", "2031-06-15"),
        ("من المقرر أن يلتقيا الأحد.", "2031-06-15"),
        ("وكان من المقرر أن يلتقيا الأحد.", "2031-06-08"),
        ("يوم الجمعة المقبل", "2031-06-13"),
        ("الجمعة الماضي", "2031-06-06"),
    ],
)
def test_days_are_counted_from_the_report(text: str, when: str) -> None:
    (one,) = read(text)
    assert (one.when.text, one.when.doubt) == (when, "resolved")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("on 3 May 2029", "2029-05-03"),
        ("on May 3, 2029", "2029-05-03"),
        ("Thursday, May 3, 2029", "2029-05-03"),
        ("on 2029-05-03", "2029-05-03"),
        ("on 23/5/2029", "2029-05-23"),
        ("from 3 to 5 May 2029", "2029-05-03/2029-05-05"),
        ("May 3-5, 2029", "2029-05-03/2029-05-05"),
        ("in May 2029", "2029-05"),
        ("since 2019", "2019"),
        ("in the 1990s", "1990/1999"),
        ("the second quarter of 2029", "2029-04/2029-06"),
        ("في 3 أيار/مايو 2029", "2029-05-03"),
        ("في ٣ ماي ٢٠٢٩", "2029-05-03"),
        ("في الثالث من أيار 2029", "2029-05-03"),
        ("3 كانون الأول 2029", "2029-12-03"),
        ("7 تشرين الثاني 2029", "2029-11-07"),
        ("9 جانفي 2029", "2029-01-09"),
        ("9 فيفري 2029", "2029-02-09"),
        ("9 أفريل 2029", "2029-04-09"),
        ("9 جوان 2029", "2029-06-09"),
        ("9 جويلية 2029", "2029-07-09"),
        ("9 يوليوز 2029", "2029-07-09"),
        ("9 غشت 2029", "2029-08-09"),
        ("9 أوت 2029", "2029-08-09"),
        ("9 شتنبر 2029", "2029-09-09"),
        ("9 نونبر 2029", "2029-11-09"),
        ("9 دجنبر 2029", "2029-12-09"),
        ("من 3 إلى 5 مايو 2029", "2029-05-03/2029-05-05"),
        ("منذ عام 2019", "2019"),
        ("الربع الثاني من عام 2029", "2029-04/2029-06"),
        ("تسعينيات القرن الماضي", "1990/1999"),
    ],
)
def test_dates_written_out_in_full_are_without_doubt(text: str, when: str) -> None:
    (one,) = read(text, None)
    assert (one.when.text, one.when.doubt) == (when, "none")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They met on 2 May.", "2031-05-02"),
        ("They will meet in January.", "2032-01"),
        ("They met in November.", "2030-11"),
        ("It had been settled by January.", "2031-01"),
        ("next July", "2031-07"),
        ("last August", "2030-08"),
        ("next month", "2031-07"),
        ("last year", "2030"),
        ("التقيا في 2 أيار.", "2031-05-02"),
        ("تموز المقبل", "2031-07"),
        ("آب الماضي", "2030-08"),
        ("الشهر المقبل", "2031-07"),
        ("العام الماضي", "2030"),
        ("5 من الشهر الجاري", "2031-06-05"),
    ],
)
def test_months_without_a_year_are_the_nearest_by_tense(text: str, when: str) -> None:
    (one,) = read(text)
    assert (one.when.text, one.when.doubt) == (when, "resolved")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in early September", "2031-09-01", "2031-09-10"),
        ("at the end of next July", "2031-07-21", "2031-07-31"),
        ("in the summer of 2029", "2029-06-01", "2029-08-31"),
        ("this week", "2031-06-09", "2031-06-15"),
        ("last week", "2031-06-02", "2031-06-08"),
        ("مطلع أيلول المقبل", "2031-09-01", "2031-09-10"),
        ("أواخر تموز المقبل", "2031-07-21", "2031-07-31"),
        ("في صيف 2029", "2029-06-01", "2029-08-31"),
        ("هذا الأسبوع", "2031-06-09", "2031-06-15"),
        ("الأسبوع الماضي", "2031-06-02", "2031-06-08"),
    ],
)
def test_parts_weeks_and_seasons_are_about(text: str, first: str, last: str) -> None:
    (one,) = read(text)
    assert one.when.doubt == "about"
    assert (one.when.first.isoformat(), one.when.last.isoformat()) == (first, last)


def test_days_in_a_list_are_each_a_day_and_the_last_month_named_is_meant_by_the_same() -> None:
    text = "جرت جولتان في ٤ و١٨ أيار، وثالثة في ٢٥ منه."
    assert times(text) == ["2031-05-04", "2031-05-18", "2031-05-25"]


def test_a_month_behind_one_of_last_year_is_of_last_year_too() -> None:
    text = "They met on March 4 last year and again in August."
    assert times(text) == ["2030-03-04", "2030-08"]


@pytest.mark.parametrize("text", ["12 رمضان 1446 هـ", "12 Ramadan 1446"])
def test_hijri_dates_are_converted_and_about(text: str) -> None:
    (one,) = read(text)
    assert (one.when.first, one.when.doubt) == (date(2025, 3, 12), "about")


@given(st.integers(1300, 1600), st.integers(1, 12), st.integers(1, 29))
def test_hijri_days_follow_each_other(year: int, month: int, day: int) -> None:
    found = of_hijri(year, month, day)
    assert of_hijri(year, month, day + 1) == found + timedelta(days=1)
    assert abs(hijri_year(found) - year) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "It may fail. They march on.",
        "World Today reported it.",
        "قالت قناة العالم اليوم إن",
        "الأمين العام السابق",
        "مارس الوسيط ضغطاً",
        "وقال رمضان عبد الله",
        "They were in 40 villages.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert times(text) == []


def test_without_the_date_of_the_report_nothing_is_resolved() -> None:
    assert times("They met on Monday, yesterday, last week and in May. التقيا أمس.", None) == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("HARBOUR CITY, 4 March 2029 - The two sides met.", date(2029, 3, 4)),
        ("بيروت، ٤ آذار/مارس ٢٠٢٩ (خاص) — التقى الوفدان.", date(2029, 3, 4)),
        ("Published: March 4, 2029\nThe two sides met in the harbour.", date(2029, 3, 4)),
        ("HARBOUR CITY, 4 March - The two sides met.", None),
        ("The sides signed a treaty on 4 March 2029 that neither has kept to since then.", None),
    ],
)
def test_a_report_is_dated_by_its_dateline_if_that_has_a_year(
    text: str, published: date | None
) -> None:
    assert dated(document_of(SourceText(text))).published == published


@given(st.text(alphabet=" يوممسالث12/-.abcMondayMarch0139٣الأربعاءقبلlastwek\n،", max_size=200))
def test_whatever_is_read_is_in_the_notation_of_entries_and_stands_in_the_text(text: str) -> None:
    for one in read(text):
        when = When.of(one.when.text)
        assert (when.first, when.last) == (one.when.first, one.when.last)
        (span,) = one.spans
        assert 0 <= span.start < span.end <= len(text)
