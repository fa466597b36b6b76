"""Where two versions of a report differ is told; equal meanings in other words are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from wasit.press.document import SourceText
from wasit.press.engine import RuleReader

ARABIC = (
    "التقى الوسيط إدوار لامبرت وزير الزراعة رامي العبدلي يوم الاثنين أربع ساعات.",
    "وقال لامبرت إن الحكومة لن تفرج عن 85 سجيناً.",
    "وأضاف العبدلي أن الجولة السابعة ستبدأ في الميناء في 14 أيلول.",
    "ولم يستبعد العبدلي لقاء الوسيط قبل نهاية الشهر.",
)
ENGLISH = (
    "Mediator Edouard Lambert met Agriculture Minister Rami al-Abdali for four hours on Monday.",
    "Lambert said the government would not release 85 prisoners.",
    "Al-Abdali added that the seventh round would begin in the port on 14 September.",
    "Al-Abdali did not rule out meeting the mediator before the end of the month.",
)


def sorts(arabic: tuple[str, ...] = ARABIC, english: tuple[str, ...] = ENGLISH) -> list[str]:
    text = "date 2031-06-11 " + "\n".join((*arabic, *english))
    return [one.sort for one in RuleReader().read(SourceText(text)).differences]


def swapped(lines: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    assert any(old in line for line in lines)
    return tuple(line.replace(old, new) for line in lines)


def test_a_faithful_translation_raises_no_alarm() -> None:
    assert sorts() == []


@pytest.mark.parametrize(
    ("old", "new", "sort"),
    [
        ("85 prisoners", "58 prisoners", "number"),
        ("four hours", "five hours", "number"),
        ("on Monday", "on Tuesday", "date"),
        ("14 September", "24 September", "date"),
        ("would not release", "would release", "negation"),
        ("Al-Abdali added", "Lambert added", "name"),
        ("would begin in", "began in", "tense"),
    ],
)
def test_a_change_in_the_english_version_is_told(old: str, new: str, sort: str) -> None:
    assert sorts(english=swapped(ENGLISH, old, new)) == [sort]


@pytest.mark.parametrize(
    ("old", "new", "sort"),
    [
        ("85 سجيناً", "80 سجيناً", "number"),
        ("يوم الاثنين", "يوم الأحد", "date"),
        ("لن تفرج", "ستفرج", "negation"),
    ],
)
def test_a_change_in_the_arabic_version_is_told(old: str, new: str, sort: str) -> None:
    assert sorts(arabic=swapped(ARABIC, old, new)) == [sort]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("would not release", "refused to release"),
        ("for four hours", "for 4 hours"),
        ("on Monday", "on June 9"),
        ("did not rule out", "left open the possibility of not"),
        ("Al-Abdali added", "He added"),
        ("would begin", "was due to begin"),
    ],
)
def test_equal_meanings_in_other_words_raise_no_alarm(old: str, new: str) -> None:
    assert sorts(english=swapped(ENGLISH, old, new)) == []


def test_the_words_that_differ_are_given_in_both_languages() -> None:
    english = swapped(ENGLISH, "85 prisoners", "58 prisoners")
    text = "date 2031-06-11 " + "\n".join((*ARABIC, *english))
    (one,) = RuleReader().read(SourceText(text)).differences
    assert one.says == {"ar": "85", "en": "58"}
    assert [span.of(text) for span in one.spans] == ["85", "58"]


def test_a_thing_of_one_in_one_version_and_of_several_in_the_other_is_told() -> None:
    arabic = (
        *ARABIC,
        "ومن المنتظر أن يلتقي لامبرت والعبدلي الرئيس كارل نوردين خلال زيارته إلى الميناء.",
        "وشكر نوردين الوسيط.",
    )
    english = (
        *ENGLISH,
        "Lambert and al-Abdali are expected to meet President Karl Nordin during their visit to "
        "the port.",
        "Nordin thanked the mediator.",
    )
    assert sorts(arabic, english) == ["reference"]
    assert sorts(arabic, swapped(english, "during their visit", "during his visit")) == []


def test_what_is_confirmed_not_to_be_done_is_not_what_was_not_done() -> None:
    arabic = (*ARABIC, "وأكد لامبرت عدم نشر بنود الورقة لأن المناقشة سرية.")
    english = (
        *ENGLISH,
        "Lambert confirmed that the clauses of the paper were not published, as the discussion "
        "was secret.",
    )
    assert sorts(arabic, english) == ["tense"]
    would = swapped(english, "were not published", "would not be published")
    assert sorts(arabic, would) == []


def test_the_seed_report_differs_in_two_places(shared: Path) -> None:
    text = (shared / "press" / "seed" / "report.txt").read_text(encoding="utf-8")
    assert [one.sort for one in RuleReader().read(SourceText(text)).differences] == [
        "tense",
        "reference",
    ]
