"""Figures that matter to the talks are read with their units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.press.align import align
from wasit.press.dates import dated
from wasit.press.document import SourceText, document_of
from wasit.press.figures import find_figures
from wasit.press.reading import Figure

WORDS = (
    *("the", "delegation", "talks", "30", "to", "50", "-", "%", "$", "million", "percent", "km"),
    *("prisoners", "days", "from", "of", ",", ".", "5th", "المفاوضات", "وفد", "٣٠", "إلى"),
    *("في", "المئة", "مليون", "ونصف", "أسيراً", "يومين", "عشر", "و", "خمسة", "عدد", "من"),
)
SUMS = [("70 million", "USD"), ("55 million", "USD")]
FRAME_EN = "The two delegations resumed their negotiations with the mediator in Harbour City. {}"
FRAME_AR = "استأنف الوفدان مفاوضاتهما بحضور الوسيط في العاصمة. {}"


def read(text: str) -> tuple[Figure, ...]:
    document = dated(document_of(SourceText("date 2031-06-11 " + text)))
    return find_figures(document, align(document))


def told(text: str) -> list[tuple[str, str]]:
    frame = FRAME_EN if text.isascii() or "$" in text else FRAME_AR
    return [(one.value, one.unit) for one in read(frame.format(text))]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The rebels hold 240 prisoners.", ("240", "people")),
        ("The union asked for a rise of 7.5 percent.", ("7.5", "%")),
        ("A corridor 20 to 30 kilometres wide is disputed.", ("20-30", "km")),
        ("The government offered 3 million dollars.", ("3 million", "USD")),
        ("The government offered $3 million.", ("3 million", "USD")),
        ("The truce is to last 45 days.", ("45", "days")),
        ("Forces would leave the town within three weeks.", ("3", "weeks")),
        ("A 72-hour truce was proposed.", ("72", "hours")),
        ("The party claims nine ministries.", ("9", "ministries")),
        ("Both agreed to let 60 trucks pass.", ("60", "trucks")),
        ("ويحتجز المتمردون 240 أسيراً.", ("240", "people")),
        ("وطالبت النقابة بزيادة 7.5 في المئة.", ("7.5", "%")),
        ("ويدور الخلاف على ممر عرضه من 20 إلى 30 كيلومتراً.", ("20-30", "km")),
        ("وعرضت الحكومة ثلاثة ملايين دولار.", ("3 million", "USD")),
        ("وتستمر الهدنة ٤٥ يوماً.", ("45", "days")),
        ("وتنسحب القوات من البلدة خلال أسبوعين.", ("2", "weeks")),
        ("ويتمسك الحزب بتسع وزارات.", ("9", "ministries")),
        ("واتفقا على عبور ستين شاحنة.", ("60", "trucks")),
    ],
)
def test_amounts_are_read_with_their_units(text: str, figure: tuple[str, str]) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Closing the mill would cost 5,200 jobs.", [("5200", "jobs")]),
        ("The bridge has been closed for four months.", [("4", "months")]),
        ("It was the first encounter in four months.", []),
        ("They want 70 million dollars; the bank offered 55 million.", SUMS),
        ("The delegations reconvene in Lund on 3 July for two days.", []),
        ("The tribe claims 900 head of cattle.", [("900", "cattle")]),
        ("The state pledged 80 crore rupees.", [("80 crore", "rupees")]),
        ("The fee is five dollars per 100 km.", [("5", "USD")]),
        ("ويهدد الإغلاق 5200 وظيفة.", [("5200", "jobs")]),
        ("والطريق مقطوعة منذ أربعة أشهر.", [("4", "months")]),
        ("وتطلب القبيلة 70 مليون دولار، وعرضت الشركة 55 مليوناً.", SUMS),
        ("ويجتمع الوفدان في لوند في 3 تموز لمدة يومين.", []),
        ("وتطالب بالإفراج عن 11 من أبنائها.", [("11", "people")]),
        ("ولا تدخل السفن منطقة العشرين ميلاً.", [("20", "miles")]),
    ],
)
def test_units_are_told_by_what_stands_around(text: str, figures: list[tuple[str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "They signed on 14 May 2030.",
        "The paper was cut from 30 points to 22.",
        "The meeting lasted six hours.",
        "Three envoys and two ministers attended.",
        "It was the first of four rounds.",
        "The plan has 16 articles.",
        "The session began at 07:30.",
        "Resolution 5150 was not mentioned.",
        "The talks lasted five days.",
        "Two observers said it was calm.",
        "ووقّعا في 14 أيار 2030.",
        "وقُلّصت الورقة من 30 بنداً إلى 22.",
        "ودام اللقاء ست ساعات.",
        "وحضر ثلاثة مبعوثين ووزيران.",
        "واستمرت المحادثات خمسة أيام.",
    ],
)
def test_dates_points_of_a_text_lengths_of_meetings_and_who_sat_there_are_none(text: str) -> None:
    assert told(text) == []


def test_a_number_without_a_noun_counts_what_the_one_before_did() -> None:
    text = "The National Party has 41 seats out of 100, the Alliance 33."
    assert told(text) == [("41", "seats"), ("100", "seats"), ("33", "seats")]


def test_both_languages_give_one_figure_with_the_words_of_each() -> None:
    text = (
        "استأنف الوفدان المفاوضات، ويحتجز المتمردون 240 أسيراً.\n"
        "The two delegations resumed their negotiations, and the rebels hold 240 prisoners."
    )
    (one,) = read(text)
    assert (one.value, one.unit) == ("240", "people")
    whole = "date 2031-06-11 " + text
    assert [(span.language, span.of(whole)) for span in one.spans] == [
        ("ar", "240 أسيراً"),
        ("en", "240 prisoners"),
    ]


def test_a_report_without_talks_has_no_figures_of_theirs() -> None:
    assert read("The museum shows 64 clocks, and 3,000 people came on the first day.") == ()


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    )
)
def test_whatever_is_read_stands_in_the_text(words: list[str]) -> None:
    text = "date 2031-06-11 Talks of a delegation. " + " ".join(words)
    document = document_of(SourceText(text))
    for figure in find_figures(document, align(document)):
        assert figure.spans
        for span in figure.spans:
            assert span.of(text).strip()
            assert any(character.isalnum() for character in span.of(text))
