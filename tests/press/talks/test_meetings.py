"""Encounters of two sides: where, when, who, and whether they were held."""

from __future__ import annotations

from datetime import date

import pytest

from tests.press.talks.reports import SETTING, SETTING_AR, meetings
from wasit.press.reading import Meeting


def only(found: tuple[Meeting, ...]) -> Meeting:
    """The one meeting there is."""
    assert len(found) == 1, [(one.place, one.when, one.status) for one in found]
    return found[0]


def test_place_date_sides_and_length_are_read() -> None:
    meeting = only(
        meetings(
            "Talks between Armenia and Azerbaijan ended in Vienna on Wednesday after six hours.",
            SETTING,
        )
    )
    assert meeting.place == {"en": "Vienna"}
    assert meeting.when is not None
    assert meeting.when.first == date(2026, 3, 11)
    assert meeting.status == "held"
    assert meeting.participants == ("Armenia", "Azerbaijan")
    assert meeting.duration == "PT6H"


def test_place_date_sides_and_length_are_read_in_arabic() -> None:
    meeting = only(
        meetings(
            "انتهت في فيينا، أمس الأربعاء، محادثات بين أرمينيا وأذربيجان استمرت يومين.",
            SETTING_AR,
        )
    )
    assert meeting.place == {"ar": "فيينا"}
    assert meeting.when is not None
    assert meeting.when.first == date(2026, 3, 11)
    assert set(meeting.participants) == {"Armenia", "Azerbaijan"}
    assert meeting.duration == "P2D"


def test_both_languages_and_several_sentences_tell_of_one_meeting() -> None:
    meeting = only(
        meetings(
            "انتهت في فيينا، أمس الأربعاء، محادثات بين أرمينيا وأذربيجان.",
            "واستمرت المحادثات ست ساعات.",
            "Talks between Armenia and Azerbaijan ended in Vienna on Wednesday.",
            "The talks lasted six hours.",
        )
    )
    assert meeting.place == {"en": "Vienna", "ar": "فيينا"}
    assert meeting.duration == "PT6H"


@pytest.mark.parametrize(
    "sentence",
    [
        "President Ilham Aliyev spoke by telephone with Prime Minister Nikol Pashinyan on Monday.",
        "Nikol Pashinyan attended a cabinet meeting in Yerevan on Monday.",
        "A round of talks planned in Geneva on Monday was cancelled.",
        "أجرى إلهام علييف اتصالاً هاتفياً بنيكول باشينيان يوم الاثنين.",
        "وأُلغيت جولة محادثات كانت مقررة في جنيف يوم الاثنين.",
    ],
)
def test_calls_sessions_of_one_side_and_what_was_called_off_are_none(sentence: str) -> None:
    setting = SETTING if sentence.isascii() else SETTING_AR
    assert meetings(sentence, setting) == ()


def test_a_new_round_is_planned() -> None:
    meeting = only(meetings("A new round of talks will be held in Doha on Sunday.", SETTING))
    assert meeting.status == "planned"
    assert meeting.when is not None
    assert meeting.when.first == date(2026, 3, 15)


def test_a_meeting_that_depends_on_something_is_conditional_and_says_on_what() -> None:
    report = (
        "A meeting between President Ilham Aliyev and Prime Minister Nikol Pashinyan depends "
        "on progress made at the border.",
        SETTING,
    )
    meeting = only(meetings(*report))
    assert meeting.status == "conditional"
    assert len(meeting.hangs_on) == 1
    assert meeting.place == {}


def test_what_is_named_in_a_condition_is_no_other_meeting() -> None:
    found = meetings(
        "Nikol Pashinyan said he was ready to meet Ilham Aliyev if the talks in Vienna succeed.",
        SETTING,
    )
    assert [one.status for one in found] == ["conditional"]
    assert found[0].place == {}


def test_rounds_told_in_one_sentence_are_told_apart_by_place_and_day() -> None:
    found = meetings(
        "Earlier rounds were held in Muscat on February 7 and in Rome on February 20.", SETTING
    )
    assert [(one.place["en"], one.when.text if one.when else None) for one in found] == [
        ("Muscat", "2026-02-07"),
        ("Rome", "2026-02-20"),
    ]


def test_a_place_the_lexicons_do_not_have_is_told_by_the_words_around_it() -> None:
    meeting = only(
        meetings("The two delegations met in the town of Kirrinmoor on Monday.", SETTING)
    )
    assert meeting.place == {"en": "Kirrinmoor"}


def test_the_capital_of_a_country_is_known_by_its_adjective() -> None:
    meeting = only(
        meetings("عقد الوفدان جولة محادثات في العاصمة القطرية أمس الأربعاء.", SETTING_AR)
    )
    assert meeting.place == {"ar": "الدوحة"}


def test_a_war_in_a_country_is_not_where_the_talks_are() -> None:
    meeting = only(meetings("Talks in Geneva on Monday did not end the war in Yemen.", SETTING))
    assert meeting.place == {"en": "Geneva"}


def test_a_signing_at_the_end_of_talks_has_its_own_entry() -> None:
    found = meetings(
        "The delegations signed a truce agreement in Cairo on Wednesday after ten days of talks.",
        SETTING,
    )
    assert [one.place for one in found] == [{"en": "Cairo"}, {"en": "Cairo"}]


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("PORT-AU-VENT, March 11 (AP) — ", "Port-Au-Vent"),
        ("SANTA VELA (Reuters) - ", "Santa Vela"),
        ("LONDON (Reuters) - ", "London"),
        ("TELKA, Ruritania — ", "Telka"),
    ],
)
def test_the_first_meeting_is_where_the_report_is_sent_from(dateline: str, place: str) -> None:
    told = "The two delegations ended talks on Wednesday without a statement."
    assert only(meetings(f"{dateline}{told}", SETTING)).place == {"en": place}


@pytest.mark.parametrize("dateline", ["تيلكا (رويترز) - ", "تيلكا، 11 آذار (أ ب) — "])
def test_the_first_meeting_is_where_an_arabic_report_is_sent_from(dateline: str) -> None:
    told = "اختتم الوفدان محادثاتهما يوم الأربعاء من دون بيان."
    assert only(meetings(f"{dateline}{told}", SETTING_AR)).place == {"ar": "تيلكا"}


def test_the_same_city_is_where_the_report_is_about() -> None:
    found = meetings(
        "The two delegations met in Geneva on Wednesday.",
        "A technical meeting is due in Oslo on 20 March.",
        "The first round was held in the same Swiss city in December 2025.",
    )
    assert [one.place.get("en") for one in found] == ["Geneva", "Oslo", "Geneva"]


def test_a_summit_that_is_but_a_term_is_no_meeting() -> None:
    assert meetings("The envoy hoped the ceasefire would hold before the April summit.") == ()


def test_towns_of_no_list_are_read_behind_houses_and_capitals() -> None:
    told = "ويلتقي الوفدان في ديوان الوقف بالرميلة في 20 آذار."
    assert only(meetings(SETTING_AR, told)).place == {"ar": "الرميلة"}
    told = "ويتوجه المبعوث إلى العاصمة الروريتانية ستريلسو في 20 آذار للقاء الوفدين."
    assert only(meetings(SETTING_AR, told)).place == {"ar": "ستريلسو"}
