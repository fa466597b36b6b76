"""Words of negotiation used of something else; any text whatever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.press.talks.reports import document, meetings, positions, texts
from wasit.press.talks import about_talks

OTHERWISE = [
    (
        "The club rejected a second offer for its striker, and talks between the two sides in "
        "Riyadh broke up on Wednesday.",
        "The coach said the goalkeeper would not leave before the end of the season. The league "
        "window closes in January; fans want a new contract of three pages.",
    ),
    (
        "A play about two envoys who sign a truce opens at the Royal Theatre on Thursday.",
        "The director cut the script from 140 pages to 90. Actors meet on a bare stage, and the "
        "audience hears the ceasefire collapse. Tickets are sold out until the premiere.",
    ),
    (
        "رفض النادي عرضاً ثانياً لمهاجمه، وانتهت المفاوضات بين الناديين في الرياض أمس.",
        "وقال المدرب إن اللاعب لن يرحل قبل نهاية الموسم، فيما يريد المشجعون بقاء حارس المرمى.",
    ),
    (
        "تعرض المسرحية قصة مبعوثين يوقعان هدنة، ويلتقي الممثلون على خشبة المسرح في باريس.",
        "وقلص المخرج السيناريو من 140 صفحة إلى 90، وبيعت التذاكر قبل العرض الأول.",
    ),
]


@pytest.mark.parametrize("paragraphs", OTHERWISE)
def test_a_report_that_is_not_about_talks_yields_nothing(paragraphs: tuple[str, ...]) -> None:
    assert not about_talks(document(*paragraphs))
    assert meetings(*paragraphs) == ()
    assert texts(*paragraphs) == ()
    assert positions(*paragraphs) == ()


def test_labour_trade_and_coalition_talks_are_talks() -> None:
    for paragraphs in (
        "The union and the employers met the mediator; the strike over wages goes on.",
        "Trade ministers met in Brussels; the delegations could not agree on tariffs.",
        "اجتمع الحزب وتحالف المعارضة لبحث تشكيل الحكومة وتوزيع الحقائب.",
    ):
        assert about_talks(document(paragraphs)), paragraphs


TEXT = (
    "talks met in Geneva Moscow and the plan of 19 points from 28 to Monday if between "
    "will signed , . - ( «not rejected agreed four papers which Egypt Iran demands "
    "محادثات في جنيف بين روسيا وأوكرانيا اجتمع الوفدان ورقتين من 12 مادة إلى إذا "
    "ترفض وقعت الخطة ذات الـ19 بنداً ، . » يوم الأحد المقبل قبل مقابل"
)
WORDS = st.sampled_from(TEXT.split())


@given(st.lists(st.lists(WORDS, max_size=40).map(" ".join), max_size=6))
def test_any_words_are_read_and_every_span_lies_in_the_text(paragraphs: list[str]) -> None:
    text = document(*paragraphs).text
    found = [*meetings(*paragraphs), *texts(*paragraphs), *positions(*paragraphs)]
    for one in found:
        for span in one.spans:
            assert 0 <= span.start < span.end <= len(text)
    for document_on_the_table in texts(*paragraphs):
        for name in document_on_the_table.name.values():
            assert name in text
