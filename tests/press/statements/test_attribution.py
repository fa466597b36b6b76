"""Through whom a statement is known, what weakens it, and what its speaker would not say."""

from __future__ import annotations

import pytest

from tests.press.read import said, statements_of


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Minister Ada Okoro said the dam would probably open in summer.", "probably"),
        ("Minister Ada Okoro said the work may last until winter.", "may"),
        ("Minister Ada Okoro reportedly said that the dam was safe.", "reportedly"),
        ("Minister Ada Okoro claimed that the dam was safe.", "claimed"),
        ("Two sources said that the dam was safe.", "sources"),
        ("Minister Ada Okoro said the engineers are said to be ready.", "said to"),
        ("قالت الوزيرة سلمى الخطيب إن السد سيفتح على الأرجح في الصيف.", "على الأرجح"),
        ("قالت الوزيرة سلمى الخطيب إن العمل طال وربما توقف.", "ربما"),
        ("قالت الوزيرة سلمى الخطيب إن العمل قد يستمر حتى الشتاء.", "قد يستمر"),
        ("زعمت الوزيرة سلمى الخطيب أن السد آمن تماماً.", "زعمت"),
        ("قال مصدر مطلع إن السد آمن تماماً.", "مصدر"),
        ("قالت الوزيرة سلمى الخطيب إن السد آمن على ما يبدو.", "على ما يبدو"),
    ],
)
def test_the_words_that_weaken_a_statement_are_told(text: str, hedge: str) -> None:
    (one,) = statements_of(text)
    assert list(one.hedge.values()) == [hedge]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ada Okoro said that the dam would open in May.",
        "Minister Ada Okoro said that the dam was safe. It may rain.",
        "قالت الوزيرة سلمى الخطيب إن السد قد تم بناؤه.",
        "قالت الوزيرة سلمى الخطيب إن السد قد تقدم العمل فيه.",
    ],
)
def test_a_plain_statement_has_no_hedge(text: str) -> None:
    (one,) = statements_of(text)
    assert one.hedge == {}


def test_hedges_are_told_by_language() -> None:
    (one,) = statements_of(
        "قالت الوزيرة سلمى الخطيب إن السد آمن على الأرجح.\n"
        "Minister Salma al-Khatib said that the dam was probably safe."
    )
    assert one.hedge == {"ar": "على الأرجح", "en": "probably"}


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Axios quoted an official as saying that the dam was safe.", "official", "Axios"),
        (
            "The dam was safe, TASS reported, citing a ministry official.",
            "ministry official",
            "TASS",
        ),
        (
            "Citing two officials, Reuters reported that the dam was safe.",
            "two officials",
            "Reuters",
        ),
        (
            "Reuters reported that the dam was safe, citing two officials.",
            "two officials",
            "Reuters",
        ),
        ("نقلت «رويترز» عن مسؤول مصري قوله إن السد آمن تماماً.", "مسؤول مصري", "رويترز"),
        ("قالت رويترز نقلاً عن مسؤول مصري إن السد آمن تماماً.", "مسؤول مصري", "رويترز"),
        ("السد آمن تماماً، وفق ما نقلت رويترز عن مسؤول مصري.", "مسؤول مصري", "رويترز"),
    ],
)
def test_who_is_cited_speaks_and_the_outlet_is_how_it_is_known(
    text: str, speaker: str, via: str
) -> None:
    (one,) = statements_of(text)
    assert list(one.speaker.values()) == [speaker]
    assert one.via == (via,)
    assert via in one.to.values()


@pytest.mark.parametrize(
    "text",
    [
        "According to Reuters, Minister Ada Okoro said that the dam was safe.",
        "Minister Ada Okoro said that the dam was safe, according to Reuters.",
    ],
)
def test_what_is_said_within_a_source_is_known_through_it(text: str) -> None:
    found = {one.speaker["en"]: one.via for one in statements_of(text)}
    assert found["Ada Okoro"] == ("Reuters",)
    assert found.get("Reuters", ()) == ()


def test_an_outlet_in_quotation_marks_is_a_source() -> None:
    assert said("السد آمن تماماً، وفق «رويترز».") == [("رويترز", "السد آمن تماماً")]


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday Kenyan Minister Ada Okoro said that the dam was safe. She said it was new.",
        "On Tuesday evening Kenyan Minister Ada Okoro said that the dam was safe. "
        "She added that it was new.",
        "In Geneva Kenyan Minister Ada Okoro said that the dam was safe. She said it was new.",
    ],
)
def test_a_time_or_place_may_come_before_the_speaker(text: str) -> None:
    assert said(text) == [("Ada Okoro", "the dam was safe"), ("Ada Okoro", "it was new")]


def test_a_clause_about_the_speaker_stands_before_the_verb() -> None:
    assert said("Nairobi and the African states that back it argued that the dam was safe.") == [
        ("Nairobi and the African states", "the dam was safe")
    ]
    assert said("A source who attended the talks told AFP that the dam was safe.") == [
        ("source", "the dam was safe")
    ]


def test_a_sentence_broken_by_its_attribution_is_one() -> None:
    text = "A new dam, Minister Ada Okoro said, depends on the money that is left."
    assert said(text) == [("Ada Okoro", text.rstrip("."))]


def test_putting_a_text_before_somebody_says_nothing() -> None:
    assert said("عرض المبعوثان على الوزيرة سلمى الخطيب صيغة جديدة من الخطة.") == []
    assert said("عرض الوسطاء على الوفد صيغة جديدة من الخطة.") == []


@pytest.mark.parametrize(
    ("text", "words", "declined"),
    [
        (
            "Minister Ada Okoro said that the dam was safe, and declined to name the builder.",
            "the dam was safe",
            "name the builder",
        ),
        (
            "According to Minister Ada Okoro, the dam was safe; she did not say what it cost.",
            "the dam was safe",
            "say what it cost",
        ),
        (
            "ذكرت الوزيرة سلمى الخطيب أن السد آمن تماماً، وامتنعت عن تسمية من بناه.",
            "السد آمن تماماً",
            "تسمية من بناه",
        ),
        (
            "ذكرت الوزيرة سلمى الخطيب أن السد آمن تماماً، ولم تحدد متى يفتح.",
            "السد آمن تماماً",
            "تحدد متى يفتح",
        ),
    ],
)
def test_what_is_not_told_is_no_part_of_what_is_said(text: str, words: str, declined: str) -> None:
    (one,) = statements_of(text)
    assert [span.of(text) for span in one.words.values()] == [words]
    assert [span.of(text) for span in one.declined] == [declined]


def test_had_told_is_no_demand() -> None:
    (one,) = statements_of("Minister Ada Okoro said that engineers had told her about the dam.")
    assert one.act == "report"
    (one,) = statements_of("Minister Ada Okoro said that engineers had to leave the dam.")
    assert one.act == "demand"
