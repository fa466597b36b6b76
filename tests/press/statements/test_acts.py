"""What is done by a statement, told by the verb and by the words said."""

from __future__ import annotations

import pytest

from tests.press.read import statements_of


def act(text: str) -> str:
    """The act of the only statement of a text."""
    (one,) = statements_of(text)
    return one.act


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vowed not to cut a single post", "reject"),
        ("vowed that the company would not sell the port", "reject"),
        ("ruled out a return to the old line", "reject"),
        ("said the union would accept only the first two clauses", "accept_partly"),
        ("said the union could live with the pension note", "accept_partly"),
        ("said no ship would leave the harbour", "reject"),
        ("said no ship would leave until the wages were paid", "condition"),
        ("said no ship would leave before the end of May", "reject"),
        ("said the port would open if wages were paid", "condition"),
        ("said the port would open even if wages were not paid", "announce"),
        ("asked whether it was wise", None),
        ("said “we will not pay” to the crowd", "reject"),
        ("threatened to close the port on Sunday", "expect"),
        ("said the mayor had read the letter", "report"),
        ("said the proposed line ran through two villages", "report"),
        ("said the firm had provided the crew with new maps", "report"),
    ],
)
def test_the_act_of_an_english_statement(words: str, expected: str | None) -> None:
    text = f"Minister Ada Okoro {words}."
    if expected is None:
        assert statements_of(text) == ()
    else:
        assert act(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("إن بلاده لن تقبل سوى البندين الأولين", "accept_partly"),
        ("إن على الوزارة أن تدفع الأجور", "demand"),
        ("إن الميناء سيفتح إذا دفعت الأجور", "condition"),
        ("إن الوفد لن يغادر قبل نهاية الشهر", "reject"),
        ("إن الوفد لن يغادر قبل دفع الأجور", "condition"),
        ("إن الوزير تحدث إلى إذاعة محلية أمس", "report"),
        ("إن الوفد بحث اتفاق سلام محتملا مع الوسيط", "report"),
        ("إن الشرطة أغلقت الطريق إلى الميناء", "report"),
        ("إن الوفد ناقش خطوات على الجبهة في حال وقف النار", "report"),
        ("إن المراقبين سينتشرون في حال وقف النار", "condition"),
    ],
)
def test_the_act_of_an_arabic_statement(words: str, expected: str) -> None:
    assert act(f"قال الوزير سامي الحداد {words}.") == expected
