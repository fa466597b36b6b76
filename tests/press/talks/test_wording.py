"""Encounters and documents in many wordings of both languages: no verb or noun is special."""

from __future__ import annotations

import pytest

from tests.press.talks.reports import SETTING, SETTING_AR, meetings, texts

Told = tuple[str | None, str | None, str]


def told(*paragraphs: str) -> list[Told]:
    """Place, first day or month, and status of each meeting; the report is of a Thursday."""
    return [
        (
            next(iter(one.place.values()), None),
            one.when.text.split("/")[0].rstrip("~") if one.when else None,
            one.status,
        )
        for one in meetings(*paragraphs)
    ]


def setting(sentence: str) -> str:
    """A sentence about talks in the language of another."""
    return SETTING if sentence[0] < "ء" else SETTING_AR


@pytest.mark.parametrize(
    ("sentence", "place", "day"),
    [
        ("Envoys from Georgia and Russia huddled for five hours in Sofia on Tuesday.",
         "Sofia", "2026-03-10"),
        ("Peru hosted a second day of talks between both delegations in Cusco on Monday.",
         "Cusco", "2026-03-09"),
        ("Wednesday's session in Rome lasted nine hours.", "Rome", "2026-03-11"),
        ("The two negotiating teams broke off after two hours in Nicosia on Tuesday.",
         "Nicosia", "2026-03-10"),
        ("The third round of the talks wound up in the Italian city of Palermo on Monday.",
         "Palermo", "2026-03-09"),
        ("An accord on the river, concluded in the South African capital on March 2, holds.",
         "Pretoria", "2026-03-02"),
        ("احتضنت نواكشوط يوم الثلاثاء جولة ثانية من المباحثات بين مالي والحركات المسلحة.",
         "نواكشوط", "2026-03-10"),
        ("اختُتمت في القاهرة أمس الأربعاء أعمال اللجنة المشتركة بين مصر وإثيوبيا.",
         "القاهرة", "2026-03-11"),
        ("جلس ممثلو النقابة وإدارة الشركة إلى طاولة الحوار يوم الثلاثاء في مقر وزارة العمل.",
         "وزارة العمل", "2026-03-10"),
        ("وشهدت العاصمة الكينية يوم الثلاثاء توقيع مذكرة تفاهم بين الفصيلين.",
         "نيروبي", "2026-03-10"),
        ("عاد الوفدان، أمس الأربعاء، إلى طاولة واحدة في أحد فنادق عمّان.", "عمّان", "2026-03-11"),
        ("وتوصل الطرفان في جنيف يوم الاثنين إلى اتفاق على الهدنة.", "جنيف", "2026-03-09"),
    ],
)  # fmt: skip
def test_what_was_held_is_read_however_it_is_told(sentence: str, place: str, day: str) -> None:
    assert told(sentence, setting(sentence)) == [(place, day, "held")]


@pytest.mark.parametrize(
    ("sentence", "place", "day"),
    [
        ("Thailand and Cambodia will reconvene in Kuala Lumpur on 20 March.",
         "Kuala Lumpur", "2026-03-20"),
        ("The teachers' union and the education ministry return to the bargaining table on Monday.",
         None, "2026-03-16"),
        ("A signing ceremony has been pencilled in for April 2 in Brussels.",
         "Brussels", "2026-04-02"),
        ("Negotiators have agreed to reassemble in Vienna on 20 March.", "Vienna", "2026-03-20"),
        ("Russia has invited both sides to Astana on May 3.", "Astana", "2026-05-03"),
        ("The joint commission sits again on 19 March in Amman.", "Amman", "2026-03-19"),
        ("يُرتقب أن يوقّع الطرفان الاتفاق في نيروبي في 3 أبريل.", "نيروبي", "2026-04-03"),
        ("وتعود الأطراف إلى مائدة المفاوضات في لوساكا يوم 20 مارس.", "لوساكا", "2026-03-20"),
        ("اتفق الفريقان على الالتقاء من جديد في الكويت يوم 22 مارس.", "الكويت", "2026-03-22"),
        ("توقع الحكومة والحركة في الدوحة غداً الجمعة اتفاقاً لتبادل الأسرى.",
         "الدوحة", "2026-03-13"),
    ],
)  # fmt: skip
def test_what_is_to_come_is_read_with_its_day_ahead(
    sentence: str, place: str | None, day: str
) -> None:
    assert told(sentence, setting(sentence)) == [(place, day, "planned")]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "Oman has offered to host a follow-up round in Salalah if both capitals agree.",
            "Salalah",
        ),
        ("A fourth round, pencilled in for Doha on Sunday, hinges on the pilots.", "Doha"),
        ("ولم تستبعد مصادر في الرباط أن تحتضن طنجة جولة ثانية إذا وافق الطرفان.", "طنجة"),
    ],
)
def test_what_hangs_on_something_is_conditional(sentence: str, place: str) -> None:
    assert [(where, status) for where, _, status in told(sentence, setting(sentence))] == [
        (place, "conditional")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A meeting set for Tunis on Saturday was put off indefinitely.",
        "The rebels pulled out of a session due in Addis Ababa on Friday.",
        "The minister told parliament on Tuesday that the budget would be cut.",
        "The delegation repeated its refusal to sign the treaty in Oslo on Monday.",
        "وأُرجئ اجتماع كان مقرراً السبت في بيروت إلى أجل غير مسمى.",
        "كما أن لقاءً بين الطرفين كان مبرمجاً بالقاهرة في مايو أُلغي قبل موعده بيومين.",
        "وفي باكو، استبعد مستشار الرئيس عقد قمة بين البلدين.",
    ],
)
def test_what_does_not_take_place_is_none(sentence: str) -> None:
    assert told(sentence, setting(sentence)) == []


def test_a_meeting_put_off_to_a_day_is_on_that_day() -> None:
    found = told("A meeting in Tunis was postponed to March 20.", SETTING)
    assert [(place, day) for place, day, _ in found] == [("Tunis", "2026-03-20")]


def test_a_day_in_a_condition_is_not_that_of_the_meeting() -> None:
    found = told(
        "If the reply arrives before Sunday, the two ministers will meet in Sofia on March 20.",
        SETTING,
    )
    assert found == [("Sofia", "2026-03-20", "conditional")]


def test_meeting_to_sign_is_one_encounter() -> None:
    found = told("The three ministers will meet in Tashkent on April 5 to sign a pact.", SETTING)
    assert found == [("Tashkent", "2026-04-05", "planned")]


def test_hosts_joined_by_and_are_places_of_two_rounds() -> None:
    found = told(
        "The earlier rounds were hosted by Djerba in June 2025 and by Gozo in November 2025.",
        SETTING,
    )
    assert found == [("Djerba", "2025-06", "held"), ("Gozo", "2025-11", "held")]


def test_here_and_there_are_the_places_named_before() -> None:
    found = told(
        "SOFIA - The two delegations reopened their talks here on Wednesday.",
        "They are expected to meet there again on March 20.",
        SETTING,
    )
    assert found == [("Sofia", "2026-03-11", "held"), ("Sofia", "2026-03-20", "planned")]


def test_a_country_gives_way_to_a_town_told_with_it() -> None:
    found = told("Talks hosted by Qatar opened on Monday at a hotel in Doha.", SETTING)
    assert [place for place, _, _ in found] == ["Doha"]


Numbers = tuple[int | None, int | None, int | None]


def numbers(*paragraphs: str) -> list[Numbers]:
    """The points before and after, and the count, of each text."""
    return [(one.points_before, one.points_after, one.count) for one in texts(*paragraphs)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mediator tabled a draft framework of six points, since trimmed to four.", (6, 4)),
        ("The plan's points were reduced from 28 to 19.", (28, 19)),
        ("Brackets in the draft fell from 300 to 120.", (300, 120)),
        ("What began as a 15-point plan now has 12.", (15, 12)),
        ("The matrix, drawn up by the envoy, has come down from 27 lines to 18.", (27, 18)),
        ("وقُلّصت البنود من 28 إلى 19.", (28, 19)),
        ("وانخفض عدد مواد المسودة من 40 إلى 31.", (40, 31)),
        ("وسلّم الوسيط ورقة من خمسة بنود، ثم أُضيف إليها بند فصارت ستة.", (5, 6)),
    ],
)
def test_both_ends_of_a_change_are_found_wherever_the_unit_stands(
    sentence: str, expected: tuple[int, int]
) -> None:
    assert numbers(sentence, setting(sentence)) == [(*expected, None)]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("The first version had 13 points.", "The mediator's paper has nine points."), (13, 9)),
        (("The union sent a list of 23 demands.", "These demands were later cut to 15."), (23, 15)),
        (("وتتضمن ورقة الوسيط تسعة بنود.", "وكانت صيغتها الأولى تضم 13 بنداً."), (13, 9)),
        (("ردت النقابة بمذكرة من 23 مطلباً.", "وتقلصت هذه المطالب إلى 15."), (23, 15)),
    ],
)
def test_a_change_told_in_two_sentences_is_one(
    paragraphs: tuple[str, str], expected: tuple[int, int]
) -> None:
    assert numbers(*paragraphs, setting(paragraphs[0])) == [(*expected, None)]


@pytest.mark.parametrize(
    ("sentence", "after", "unit"),
    [
        ("The union presented a list of 14 demands.", 14, "demands"),
        ("Only 11 of the agreement's 30 articles remain in dispute.", 30, "articles"),
        ("Eleven of the 14 points have been settled.", 14, "points"),
        ("A one-page term sheet was left with the creditors.", 1, "pages"),
        ("The declaration of principles signed in 2015 has ten articles.", 10, "articles"),
        ("وقدمت النقابة لائحة من 12 مطلباً.", 12, "demands"),
        ("وحُذفت ثلاث مواد من أصل 25 مادة في المسودة.", 25, "articles"),
        ("ووزع الوسيط خريطة طريق من صفحتين.", 2, "pages"),
        ("وأعد الوسطاء خريطة طريق من أربع مراحل.", 4, "stages"),
    ],
)
def test_the_length_of_the_whole_is_read_not_that_of_a_part(
    sentence: str, after: int, unit: str
) -> None:
    found = texts(sentence, setting(sentence))
    assert [(one.points_after, one.unit) for one in found] == [(after, unit)]


def test_pages_and_brackets_of_one_document_are_both_told() -> None:
    found = texts(
        "Delegates were handed a compilation of 77 pages, up from 69, with some 3,700 brackets.",
        SETTING,
    )
    assert [(one.points_before, one.points_after, one.unit) for one in found] == [
        (69, 77, "pages"),
        (None, 3700, "brackets"),
    ]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("The mediator gave each side a pair of drafts.", 2),
        ("Two side letters on grain were signed.", 2),
        ("ووقّع الطرفان بروتوكولين إضافيين.", 2),
    ],
)
def test_documents_are_counted_without_numerals_too(sentence: str, count: int) -> None:
    assert numbers(sentence, setting(sentence)) == [(None, None, count)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Shares fell 12 points after the deal.",
        "The gap between the two proposed lines shrank from 41 kilometres to 17.",
        "The minister made five points about the strike.",
        "The mediator's compromise was rejected.",
        "وتقلّص الفارق بين الخطين المقترحين من 41 كيلومتراً إلى 17.",
    ],
)
def test_other_points_lines_and_offers_are_no_documents(sentence: str) -> None:
    assert numbers(sentence, setting(sentence)) == []
