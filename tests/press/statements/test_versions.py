"""Two versions of one statement are one item; any text can be read."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.press.read import names_of, statements_of

BOTH = """وقال الوزير سامر الخطيب إن السد آمن تماماً، مضيفاً أنه سيُفتح في أيار.
ولم يستبعد مسؤول كيني تأجيل فتح السد.
Minister Samer al-Khatib said the dam was safe, adding that it would open in May.
A Kenyan official did not rule out a delay of the opening.
"""


def test_versions_of_one_statement_are_one_item() -> None:
    read = [
        (one.speaker["en"], one.words["ar"].of(BOTH), one.words["en"].of(BOTH))
        for one in statements_of(BOTH)
    ]
    assert read == [
        ("Samer al-Khatib", "السد آمن تماماً", "the dam was safe"),
        ("Samer al-Khatib", "سيُفتح في أيار", "it would open in May"),
        ("Kenyan official", "تأجيل فتح السد", "a delay of the opening"),
    ]


def test_the_speaker_has_the_name_of_each_language() -> None:
    first = statements_of(BOTH)[0]
    assert first.speaker == {"ar": "سامر الخطيب", "en": "Samer al-Khatib"}


VOCABULARY = """said that according to Minister Ada Okoro Kenya the envoy he “ ” " , . : -
told Reuters was not declined quoted as saying قال إن أن الوزير سامر الخطيب وفق رويترز « » ، :
ولم يستبعد مضيفاً أنه مصدر نقلت عن قوله أما فرأى عبد ـ و ب"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS | st.just("\n") | st.text(max_size=6), max_size=60).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_span_stands_in_it(text: str) -> None:
    names = names_of(text)
    for person in names.people:
        assert [span.of(text) for span in person.spans] == list(person.names.values())
    for found in names.mentions.values():
        assert all(0 <= m.start < m.end <= len(text) for m in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
    for one in statements_of(text):
        assert all(span.of(text).strip() for span in one.words.values())
        assert one.speaker


def test_reading_twice_finds_the_same() -> None:
    assert statements_of(BOTH) == statements_of(BOTH)
    assert names_of(BOTH) == names_of(BOTH)
