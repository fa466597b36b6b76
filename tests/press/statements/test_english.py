"""Attributions in English, one statement for each."""

from __future__ import annotations

import pytest

from tests.press.read import said, statements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Ada Okoro said that the dam would open in May.",
            [("Ada Okoro", "the dam would open in May")],
        ),
        (
            "Minister Ada Okoro told Reuters on Monday the dam would open in May.",
            [("Ada Okoro", "the dam would open in May")],
        ),
        (
            "“We are close to a deal,” Minister Ada Okoro said.",
            [("Ada Okoro", "We are close to a deal")],
        ),
        (
            "“We are close to a deal,” said Minister Ada Okoro on Monday.",
            [("Ada Okoro", "We are close to a deal")],
        ),
        (
            "“We are close,” Minister Ada Okoro said, “but not there yet.”",
            [("Ada Okoro", "We are close,” Minister Ada Okoro said, “but not there yet")],
        ),
        (
            "Minister Ada Okoro said: the dam will open in May.",
            [("Ada Okoro", "the dam will open in May")],
        ),
        (
            "The dam will open in May, a ministry official said.",
            [("ministry official", "The dam will open in May")],
        ),
        (
            "The dam will open in May, according to two engineers.",
            [("two engineers", "The dam will open in May")],
        ),
        (
            "According to Bloomberg, the dam will open in May.",
            [("Bloomberg", "the dam will open in May")],
        ),
        (
            "Minister Ada Okoro called for a halt to the work.",
            [("Ada Okoro", "a halt to the work")],
        ),
        (
            "The envoy Ada Okoro did not rule out a halt to the work.",
            [("Ada Okoro", "a halt to the work")],
        ),
        (
            "Reuters quoted a Kenyan negotiator as saying that the work would go on.",
            [("Kenyan negotiator", "the work would go on")],
        ),
        (
            "President Ada Okoro urged both sides to stop the work.",
            [("Ada Okoro", "stop the work")],
        ),
    ],
)
def test_speaker_and_words_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_each_further_verb_is_a_statement_of_its_own() -> None:
    text = (
        "Minister Ada Okoro said the dam was safe, adding that it would open in May, "
        "but warned that floods could delay it."
    )
    assert said(text) == [
        ("Ada Okoro", "the dam was safe"),
        ("Ada Okoro", "it would open in May"),
        ("Ada Okoro", "floods could delay it"),
    ]


def test_a_pronoun_and_a_family_name_go_back_to_the_person() -> None:
    text = (
        "Minister Ada Okoro said that the dam was safe. She added that it would open in May.\n"
        "Okoro denied that money was short."
    )
    assert [speaker for speaker, _ in said(text)] == ["Ada Okoro"] * 3


def test_an_office_goes_back_to_who_holds_it() -> None:
    text = (
        "UN envoy Ada Okoro said that the dam was safe.\n"
        "The envoy announced that it would open in May."
    )
    assert [speaker for speaker, _ in said(text)] == ["Ada Okoro"] * 2


def test_a_source_named_again_is_the_same_source() -> None:
    text = (
        "A source in the ministry told AFP that the dam was safe. "
        "The source did not rule out a delay of weeks."
    )
    assert [speaker for speaker, _ in said(text)] == ["source in the ministry"] * 2


def test_speech_within_speech_is_left_to_the_outer_speaker() -> None:
    text = "Minister Ada Okoro said that engineers believe that the dam is safe."
    assert said(text) == [("Ada Okoro", "engineers believe that the dam is safe")]


@pytest.mark.parametrize(
    "text",
    [
        "The union rejected the offer of the company.",
        "Kenya demands a share of the water.",
        "It was said that the dam was safe.",
        "- A share of the water for both sides.",
        "The dam was opened by the minister in May.",
        "Minister Ada Okoro Says Dam Is Safe",
        "Minister Ada Okoro declined to say when.",
    ],
)
def test_what_nobody_states_is_no_statement(text: str) -> None:
    assert statements_of(text) == ()


def test_the_outlet_spoken_to_is_told() -> None:
    (one,) = statements_of("Minister Ada Okoro told Al Jazeera that the dam was safe.")
    assert one.to == {"en": "Al Jazeera", "ar": "قناة الجزيرة"}
    (one,) = statements_of("Asked by Reuters, Minister Ada Okoro said the dam was safe.")
    assert one.to["en"] == "Reuters"


def test_most_words_in_quotation_marks_make_a_quotation() -> None:
    (one,) = statements_of("“The dam is safe,” Minister Ada Okoro said.")
    assert one.quoted
    (one,) = statements_of("Minister Ada Okoro said the dam, though “old”, was safe enough.")
    assert not one.quoted


def test_what_a_speaker_declined_to_say_goes_with_the_statement() -> None:
    text = "Minister Ada Okoro said the dam was safe. She declined to say when it would open."
    (one,) = statements_of(text)
    assert [span.of(text) for span in one.declined] == ["say when it would open"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Minister Ada Okoro said the dam was built in 1990.", "report"),
        ("Minister Ada Okoro announced that the dam was open.", "announce"),
        ("Minister Ada Okoro rejected any halt to the work.", "reject"),
        ("Minister Ada Okoro demanded a halt to the work.", "demand"),
        ("Minister Ada Okoro said the water share must grow.", "demand"),
        ("Minister Ada Okoro offered a tenth of the water.", "offer"),
        ("Minister Ada Okoro said her side was ready to share the water.", "offer"),
        ("Minister Ada Okoro praised the work of the engineers.", "praise"),
        ("Minister Ada Okoro accused the company of hiding the damage.", "criticise"),
        ("Minister Ada Okoro warned that the water was running out.", "expect"),
        ("Minister Ada Okoro conceded that the plan was late.", "concede"),
        ("Minister Ada Okoro said her side accepted the annex.", "accept"),
        ("Minister Ada Okoro said no water would flow unless the fee was paid.", "condition"),
        ("Minister Ada Okoro did not rule out a halt to the work.", "accept_partly"),
    ],
)
def test_the_act_is_told_by_the_verb_and_then_by_the_words(text: str, act: str) -> None:
    (one,) = statements_of(text)
    assert one.act == act


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was led by Minister Ada Okoro, who told Reuters that both sides had moved.",
            [("Ada Okoro", "both sides had moved")],
        ),
        (
            "“It is late,” countered the union's secretary, Bram Kessel.",
            [("Bram Kessel", "It is late")],
        ),
        (
            "Minister Ada Okoro, who runs the committee's office, said the list was short.",
            [("Ada Okoro", "the list was short")],
        ),
        (
            "Minister Ada Okoro refused to hand over the two villages.",
            [("Ada Okoro", "hand over the two villages")],
        ),
        ("Minister Ada Okoro refused to answer questions about the list.", []),
        (
            "“We have nothing to hide,” a minister was quoted as saying by Reuters.",
            [("minister", "We have nothing to hide")],
        ),
    ],
)
def test_a_speaker_is_found_around_asides(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected
