"""Paragraphs and sentences of two languages find their partners."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.press.align import align
from wasit.press.document import SourceText, document_of

ARABIC = (
    "قال الوسيط إدوار لامبرت إن الوفدين التقيا في ميناء سالم أربع ساعات يوم الاثنين.",
    "حقوق الصيد أولاً",
    "وطالب وزير الزراعة رامي العبدلي بمنطقة صيد عرضها 12 ميلاً، ورفض أي تفتيش للسفن.",
    "وعرضت الحكومة دفع 3 ملايين دولار للصيادين على مدى خمس سنوات مقابل فتح المعبر.",
    "- إعادة 85 سجيناً قبل نهاية الشهر.",
    "- لجنة مشتركة لمراقبة الحدود البحرية.",
    "ووصف ممثل الأمم المتحدة كارل نوردين المحادثات بأنها جدية.",
    "ومن المقرر أن تبدأ الجولة السابعة في ستوكهولم في 14 أيلول.",
)
ENGLISH = (
    "Mediator Edouard Lambert said the two delegations met at Salem port for four hours on Monday.",
    "Fishing Rights First",
    "Agriculture Minister Rami al-Abdali asked for a fishing zone 12 miles wide and rejected any "
    "inspection of ships.",
    "The government offered to pay the fishermen 3 million dollars over five years in return for "
    "opening the crossing.",
    "- Return of 85 prisoners before the end of the month.",
    "- A joint committee to monitor the sea border.",
    "United Nations representative Karl Nordin called the talks serious.",
    "The seventh round is to begin in Stockholm on 14 September.",
)
ALL = tuple((n, n) for n in range(len(ARABIC)))


def pairs(*lines: str) -> tuple[tuple[int, int], ...]:
    return align(document_of(SourceText("\n".join(lines)))).paragraphs


@pytest.mark.parametrize(
    "lines",
    [
        ARABIC + ENGLISH,
        ENGLISH + ARABIC,
        tuple(line for both in zip(ARABIC, ENGLISH, strict=True) for line in both),
        tuple(line for both in zip(ENGLISH, ARABIC, strict=True) for line in both),
    ],
)
def test_the_order_of_the_versions_in_the_file_does_not_matter(lines: tuple[str, ...]) -> None:
    assert pairs(*lines) == ALL


@pytest.mark.parametrize("missing", range(len(ENGLISH)))
def test_a_paragraph_left_out_of_one_version_has_no_partner(missing: int) -> None:
    english = [line for n, line in enumerate(ENGLISH) if n != missing]
    expected = [(n, n - (n > missing)) for n in range(len(ARABIC)) if n != missing]
    assert list(pairs(*ARABIC, *english)) == expected


def test_headings_of_one_version_alone_have_no_partner() -> None:
    english = [line for n, line in enumerate(ENGLISH) if n != 1]
    assert 1 not in {arabic for arabic, _ in pairs(*ARABIC, *english)}


def test_two_paragraphs_merged_in_one_version_are_both_its_partners() -> None:
    english = (*ENGLISH[:2], f"{ENGLISH[2]} {ENGLISH[3]}", *ENGLISH[4:])
    found = pairs(*ARABIC, *english)
    assert {(2, 2), (3, 2)} <= set(found)
    assert len(found) == len(ARABIC)


def test_sentences_within_merged_paragraphs_find_their_partners() -> None:
    text = f"{ARABIC[2]} {ARABIC[3]}\n{ENGLISH[2]} {ENGLISH[3]}"
    found = align(document_of(SourceText(text))).sentences
    assert [(a.of(text)[:12], e.of(text)[:12]) for a, e in found] == [
        (ARABIC[2][:12], ENGLISH[2][:12]),
        (ARABIC[3][:12], ENGLISH[3][:12]),
    ]


def test_versions_of_different_stories_have_hardly_a_pair() -> None:
    other = (
        "The museum opens a show of clocks in its new wing, with a garden for children and a café "
        "that serves breakfast every morning of the week except in winter.",
        "Its director thanked the donors and praised the architect's sense of light.",
    )
    assert len(pairs(ARABIC[2], ARABIC[3], *other)) <= 1


def test_one_language_alone_has_nothing_to_align() -> None:
    assert pairs(*ENGLISH) == ()


@given(st.integers(0, 10**6))
def test_pairs_are_in_order_and_within_the_report(seed: int) -> None:
    chance = random.Random(seed)
    lines = chance.choices(ARABIC + ENGLISH, k=chance.randrange(1, 30))
    document = document_of(SourceText("\n".join(lines)))
    found = align(document)
    assert list(found.paragraphs) == sorted(set(found.paragraphs))
    for arabic, english in found.paragraphs:
        assert 0 <= arabic < len(document.parts["ar"])
        assert 0 <= english < len(document.parts["en"])
    for ours, theirs in found.sentences:
        assert (ours.language, theirs.language) == ("ar", "en")


def test_a_report_of_very_many_lines_is_not_aligned_rather_than_waited_for() -> None:
    assert pairs(*(ARABIC * 400), *(ENGLISH * 400)) == ()
