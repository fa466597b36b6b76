"""Documents on the table, and what became of them."""

from __future__ import annotations

import pytest

from tests.press.talks.reports import SETTING, SETTING_AR, texts


def numbers(paragraph: str, setting: str = SETTING) -> list[tuple[object, ...]]:
    """The numbers and events of the texts of a paragraph."""
    return [
        (one.points_before, one.points_after, one.count, one.unit, one.event)
        for one in texts(paragraph, setting)
    ]


@pytest.mark.parametrize(
    ("sentence", "before", "after", "unit", "event"),
    [
        (
            "Mediators cut their draft from 40 articles to 27.",
            40, 27, "articles", "reduced",
        ),
        (
            "The draft runs to 18 pages, down from 36.",
            36, 18, "pages", "reduced",
        ),
        (
            "The coalition programme grew from 12 chapters to 15.",
            12, 15, "chapters", "expanded",
        ),
    ],
)  # fmt: skip
def test_a_change_of_length_is_read_with_both_ends(
    sentence: str, before: int, after: int, unit: str, event: str
) -> None:
    assert numbers(sentence) == [(before, after, None, unit, event)]


@pytest.mark.parametrize(
    ("sentence", "before", "after", "unit", "event"),
    [
        (
            "وقلص الوسطاء مسودة الاتفاق من 40 مادة إلى 27 مادة.",
            40, 27, "articles", "reduced",
        ),
        (
            "ووزعت الرئاسة مسودة معدلة من 18 صفحة بعد أن كانت 36.",
            36, 18, "pages", "reduced",
        ),
        (
            "واتسعت الوثيقة من 12 بنداً إلى 15.",
            12, 15, "points", "expanded",
        ),
    ],
)  # fmt: skip
def test_a_change_of_length_is_read_in_arabic(
    sentence: str, before: int, after: int, unit: str, event: str
) -> None:
    assert numbers(sentence, SETTING_AR) == [(before, after, None, unit, event)]


def test_documents_are_counted_in_words_digits_and_duals() -> None:
    assert numbers("The mediator handed the delegations four additional papers.") == [
        (None, None, 4, None, "presented")
    ]
    assert numbers("وسلّم الوسيط الوفود وثيقتين.", SETTING_AR) == [
        (None, None, 2, None, "presented")
    ]
    assert numbers("ووزع الوسيط ثلاث أوراق.", SETTING_AR) == [(None, None, 3, None, "circulated")]


def test_a_number_of_other_things_counts_no_document() -> None:
    assert numbers("The mediator handed two delegations four papers.") == [
        (None, None, 4, None, "presented")
    ]


def test_points_of_disagreement_are_no_text() -> None:
    assert numbers("Five points of contention remain after the talks.") == []
    assert numbers("وبقيت خمس نقاط خلافية بعد المحادثات.", SETTING_AR) == []


def test_what_became_of_a_document_without_a_number_is_read() -> None:
    found = texts(
        "The pensions annex was turned down by the rebels.",
        "The security protocol has not been signed.",
        "A draft resolution was not put to a vote.",
        SETTING,
    )
    assert [(one.name["en"], one.event) for one in found] == [
        ("pensions annex", "rejected"),
        ("security protocol", "pending"),
        ("draft resolution", "not voted on"),
    ]


def test_a_text_reduced_and_then_amended_is_told_twice() -> None:
    found = texts(
        "The American peace plan was cut from 30 points to 21 at the talks.",
        "The 21-point plan was modified again last night.",
        SETTING,
    )
    assert [(one.points_before, one.points_after, one.event) for one in found] == [
        (30, 21, "reduced"),
        (None, 21, "amended"),
    ]


def test_the_same_numbers_told_again_add_nothing() -> None:
    found = texts(
        "A 14-Clause Paper",
        "The mediator cut the paper from 22 clauses to 14.",
        "The 14-clause paper was discussed by the delegations.",
        SETTING,
    )
    assert [(one.points_before, one.points_after) for one in found] == [(22, 14)]


def test_both_languages_tell_of_one_text_in_their_own_words() -> None:
    found = texts(
        "وقدم المبعوث إلى الوفدين ورقة من تسع نقاط.",
        SETTING_AR,
        "The envoy presented a nine-point paper to the two delegations.",
        SETTING,
    )
    assert len(found) == 1
    assert found[0].points_after == 9
    assert found[0].name == {"ar": "ورقة من تسع نقاط", "en": "nine-point paper"}


def test_names_are_the_words_of_the_report_without_what_is_joined_on() -> None:
    (found,) = texts("ورحب الوفدان بالوثيقة المعدلة من 12 مادة.", SETTING_AR)
    assert found.name["ar"].startswith("الوثيقة")
    assert found.points_after == 12


@pytest.mark.parametrize(
    ("paragraph", "setting"),
    [
        ("The plan was cut from 24 points to 16 in Oslo and later grew to 18.", SETTING),
        ("وقُلصت الخطة من 24 بنداً إلى 16 في أوسلو، ثم توسعت إلى 18.", SETTING_AR),
    ],
)
def test_a_change_that_goes_on_is_told_twice(paragraph: str, setting: str) -> None:
    assert [one[:2] for one in numbers(paragraph, setting)] == [(24, 16), (16, 18)]


def test_some_of_those_points_are_no_length() -> None:
    told = numbers("The draft was cut from 58 articles to 46, and of those 39 have no brackets.")
    assert [one[:2] for one in told] == [(58, 46)]


def test_the_points_known_are_no_new_text() -> None:
    told = numbers(
        "The plan was cut from 24 points to 18. If the union accepts the 18 points, all go."
    )
    assert [one[:2] for one in told] == [(24, 18)]


def test_a_unit_with_its_owner_joined_on_is_read() -> None:
    told = numbers("وأكد الوسيط أن وثيقة التفاهم انخفضت بنودها من 20 إلى 13.", SETTING_AR)
    assert [one[:4] for one in told] == [(20, 13, None, "points")]


def test_a_text_that_will_not_be_signed_without_a_date_is_none_on_the_table() -> None:
    assert numbers("وقال الوزير: لن نضع توقيعنا على نص يخلو من موعد.", SETTING_AR) == []


def test_a_compromise_paper_is_a_paper() -> None:
    (text,) = texts("The mediator presented a compromise paper on fisheries.", SETTING)
    assert "compromise paper" in text.name["en"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The protocol, a text of 22 articles, had 30 when the two sides first sat down.",
        "The protocol has 30 articles before eight of them are dropped, so it settles at 22.",
        "وكان البروتوكول يتألف من 30 مادة قبل أن تُدمج ثمان منها ليستقر على 22 مادة.",
    ],
)
def test_a_change_may_be_told_by_what_the_text_once_had(sentence: str) -> None:
    setting = SETTING if sentence.isascii() else SETTING_AR
    assert numbers(sentence, setting) == [(30, 22, None, "articles", "reduced")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The charter has 12 articles. The two presidents are to sign the charter in May.",
        "ويقع الميثاق في 12 مادة. ويجتمع الرئيسان في أيار للتوقيع على الميثاق.",
    ],
)
def test_signing_a_known_text_later_makes_no_other_text(sentence: str) -> None:
    setting = SETTING if sentence.isascii() else SETTING_AR
    assert [one[1] for one in numbers(sentence, setting)] == [12]


def test_a_truce_turned_down_is_no_text() -> None:
    assert numbers("The rebels turned down the proposed 30-day truce.") == []


def test_of_several_texts_told_together_one_may_fare_otherwise() -> None:
    found = numbers(
        "They got three annexes, on ports, on gas and on the guard; the last was returned unread."
    )
    assert [(count, event) for _, _, count, _, event in found] == [
        (3, "received"),
        (None, "rejected"),
    ]
