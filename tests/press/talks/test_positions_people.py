"""For whom people speak, and what sides of no list are called."""

from __future__ import annotations

import pytest

from tests.press.talks.reports import SETTING, SETTING_AR, positions


def told(*paragraphs: str) -> set[tuple[str, str]]:
    """Side and issue of every position of a report about talks."""
    setting = SETTING if paragraphs[0].isascii() else SETTING_AR
    return {(one.side, one.issue) for one in positions(*paragraphs, setting)}


@pytest.mark.parametrize(
    "introduction",
    [
        "Ida Dahl, who heads the Harbour Workers' Union, met the press.",
        "Ida Dahl, secretary-general of the Harbour Workers' Union, met the press.",
        "The Harbour Workers' Union, represented by lawyer Ida Dahl, met the press.",
        "For the Harbour Workers' Union, negotiator Ida Dahl met the press.",
        "The Harbour Workers' Union was in the hall. Its chief negotiator, Ida Dahl, was not.",
    ],
)
def test_a_person_speaks_for_the_side_told_beside_the_name(introduction: str) -> None:
    assert ("Harbour Workers' Union", "other:pensions") in told(
        introduction, "Dahl rejected the cut in pensions."
    )


@pytest.mark.parametrize(
    "introduction",
    [
        "وقال القيادي في جبهة البوليساريو، سالم ولد أحمد، إن المحادثات صعبة.",
        "والتقى رئيس وفد جبهة البوليساريو سالم ولد أحمد الصحافيين.",
        "ووصل وفد جبهة البوليساريو برئاسة الوزير سالم ولد أحمد أمس.",
    ],
)
def test_an_arabic_role_before_or_behind_a_name_tells_the_side(introduction: str) -> None:
    assert ("Polisario", "borders") in told(introduction, "ورفض ولد أحمد ترسيم الحدود.")


def test_his_movement_is_the_one_movement_of_the_report() -> None:
    assert ("Houthis", "prisoners") in told(
        "التقى وفد جماعة الحوثي الوسطاء.",
        "وأوضح حمود الشرقاوي أن جماعته عرضت تبادل الأسرى.",
    )


def test_a_minister_without_a_country_is_of_the_one_named_before() -> None:
    assert ("Norland", "other:troop withdrawal") in told(
        "Norland's president met the envoys. Ostmark's president did not.",
        "In Norland they sat with Prime Minister Ida Dahl. Dahl rejected a withdrawal of troops.",
    )


def test_a_full_name_says_what_kind_of_side_it_is() -> None:
    found = told(
        "The Coastal People's Front (CPF) met the envoys of the Government of Norland.",
        "The Front demands a truce. The government rejects it.",
    )
    assert ("Coastal People's Front", "ceasefire") in found
    assert ("Government of Norland", "ceasefire") in found


def test_an_aside_between_commas_is_not_who_acts() -> None:
    assert ("Armenia", "prisoners") in told(
        "Armenia, represented by Iran's friend Ida Dahl, is demanding the release of prisoners."
    )


def test_the_latter_is_the_side_named_last() -> None:
    assert ("Azerbaijan", "borders") in told(
        "Armenia met Azerbaijan, and the latter rejects the border."
    )
    assert ("Azerbaijan", "borders") in told("التقت أرمينيا أذربيجان، وترفض الأخيرة ترسيم الحدود.")


def test_a_foreign_ministry_speaks_for_its_country() -> None:
    assert ("China", "borders") in told(
        "China met India.",
        "In Beijing, Foreign Ministry spokesperson Lin Hao rejected any change of the border.",
    )


def test_a_land_of_no_list_is_one_in_both_languages() -> None:
    found = positions(
        "Vardenia met Norland. Vardenia demands a truce. Vardenia's president spoke.",
        "التقت فاردينيا نورلاند. وتطالب فاردينيا بالهدنة.",
        SETTING,
        SETTING_AR,
    )
    assert {one.side for one in found} == {"Vardenia"}
