"""What one version has and the other has not is told; what is only told elsewhere is not."""

from __future__ import annotations

from wasit.language.spans import Language
from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.reading import Difference

ARABIC = (
    "أعلنت نقابة عمال الموانئ يوم الاثنين أنها علّقت الإضراب في ميناء سالم بعد 12 يوماً.",
    "وقال الوسيط إدوار لامبرت إن الشركة عرضت زيادة الأجور بنسبة 7 في المئة.",
    "وأضاف لامبرت أن الجولة المقبلة ستعقد في جنيف في 14 أيلول.",
    "وكانت باخرة محملة بنحو 900 طن من القمح قد انتظرت قبالة الميناء منذ الأسبوع الماضي.",
    "وقالت وزيرة العمل رانيا الحداد إن 340 عاملاً عادوا إلى أرصفتهم صباح اليوم.",
)
ENGLISH = (
    "The dockers' union said on Monday it had suspended the strike in Salem after 12 days.",
    "Mediator Edouard Lambert said the company had offered to raise wages by 7 per cent.",
    "Lambert added that the next round would be held in Geneva on 14 September.",
    "A ship loaded with some 900 tonnes of wheat had waited off the port since last week.",
    "Labour Minister Rania al-Haddad said 340 workers had returned to their docks this morning.",
)


def missing(arabic: tuple[str, ...], english: tuple[str, ...]) -> list[Difference]:
    text = "date 2031-06-11 " + "\n".join((*arabic, *english))
    found = RuleReader().read(SourceText(text)).differences
    return [one for one in found if one.sort == "missing"]


def without(lines: tuple[str, ...], n: int) -> tuple[str, ...]:
    return lines[:n] + lines[n + 1 :]


def test_whole_versions_miss_nothing() -> None:
    assert missing(ARABIC, ENGLISH) == []


def test_a_paragraph_left_out_of_either_version_is_told_with_its_words() -> None:
    for n in (2, 3, 4):
        (found,) = missing(ARABIC, without(ENGLISH, n))
        assert dict(found.says) == {"ar": ARABIC[n]}
        (found,) = missing(without(ARABIC, n), ENGLISH)
        assert dict(found.says) == {"en": ENGLISH[n]}
        assert [span.language for span in found.spans] == ["en"]


def test_paragraphs_merged_in_one_version_are_not_missing() -> None:
    merged = (*ENGLISH[:2], f"{ENGLISH[2]} {ENGLISH[3]}", ENGLISH[4])
    assert missing(ARABIC, merged) == []


def test_a_paragraph_told_elsewhere_in_the_other_version_is_not_missing() -> None:
    moved = (ENGLISH[0], ENGLISH[3], *ENGLISH[1:3], ENGLISH[4])
    assert missing(ARABIC, moved) == []


def test_a_sentence_left_out_within_a_paragraph_is_told() -> None:
    arabic = (*ARABIC[:2], f"{ARABIC[2]} {ARABIC[3]} {ARABIC[4]}")
    english = (*ENGLISH[:2], f"{ENGLISH[2]} {ENGLISH[4]}")
    (found,) = missing(arabic, english)
    language: Language = "ar"
    assert found.says[language] == ARABIC[3]


def test_two_reports_that_are_no_translation_of_each_other_miss_nothing() -> None:
    other = (
        "Schools in the valley opened late because of the rain.",
        "A choir of 60 children sang for the President of Estovia at the old fort on Friday.",
        "The price of bread rose by 3 per cent, the statistics office in Barai said.",
    )
    assert missing(ARABIC, other) == []
