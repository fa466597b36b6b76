"""Copies of one text are one source, and what sources tell otherwise is shown side by side."""

from __future__ import annotations

from datetime import date

from wasit.language.spans import Span
from wasit.press.copies import put_together
from wasit.press.document import SourceText, document_of
from wasit.press.reading import Interval, Meeting, Reading, Text

WIRE = (
    "Mediator Edouard Lambert said the two delegations met at the port of Salem for four hours on "
    "Monday and would meet again within a week. He added that the government had offered to pay "
    "the fishermen over five years in return for opening the crossing, and that no answer had come."
)
OTHER = (
    "Nobody in the fishing towns expected much of the meeting at Salem. The boats stayed in the "
    "harbour, the market was half empty, and those who waited at the gate of the old customs house "
    "saw the cars of the two delegations leave in the evening without a word to anybody there."
)


def reading(text: str, *, day: int = 11, outlet: str | None = None, hours: int = 4) -> Reading:
    source = SourceText(text, published=date(2031, 6, day), outlet=outlet)
    monday = date(2031, 6, 9)
    meeting = Meeting(
        spans=(Span("en", 0, 8),),
        confidence=0.9,
        place={"en": "Salem"},
        when=Interval(monday, monday, "2031-06-09", "resolved"),
        status="held",
        participants=("Edouard Lambert",),
        duration=f"PT{hours}H",
    )
    return Reading(document_of(source), meetings=(meeting,))


def test_copies_of_a_wire_text_are_one_source_with_their_outlets() -> None:
    together = put_together(
        [
            reading(WIRE, day=12, outlet="Morning Post"),
            reading("Talks go on\n" + WIRE + " (agency)", day=11, outlet="Harbour Gazette"),
            reading(OTHER, outlet="Evening Star"),
        ]
    )
    assert [source.readings for source in together.sources] == [(1, 0), (2,)]
    assert together.sources[0].outlets == ("Morning Post", "Harbour Gazette")
    assert together.sources[0].first == 1


def test_a_copy_cut_short_is_still_a_copy() -> None:
    short = WIRE[: len(WIRE) * 2 // 3]
    assert len(put_together([reading(WIRE), reading(short)]).sources) == 1


def test_reports_with_words_of_their_own_are_independent() -> None:
    assert len(put_together([reading(WIRE), reading(OTHER)]).sources) == 2


def test_what_two_sources_tell_otherwise_stands_side_by_side_the_most_told_first() -> None:
    third = OTHER.replace("fishing towns", "island villages")[:100] + (
        "The envoy walked along the quay before the doors were shut, spoke of patience to the few "
        "who asked, and promised that the next round would be shorter and warmer than the last."
    )
    together = put_together([reading(WIRE), reading(OTHER, hours=5), reading(third, hours=5)])
    (one,) = together.contradictions
    assert (one.sort, one.about) == ("duration", {"en": "Salem"})
    assert [(v.value, v.readings, v.sources) for v in one.versions] == [
        ("PT5H", (1, 2), 2),
        ("PT4H", (0,), 1),
    ]


def test_copies_of_one_source_do_not_outvote_another() -> None:
    copies = [reading(WIRE) for _ in range(3)]
    (one,) = put_together([*copies, reading(OTHER, hours=5)]).contradictions
    assert [version.sources for version in one.versions] == [1, 1]


def test_sources_that_agree_do_not_contradict_each_other() -> None:
    assert put_together([reading(WIRE), reading(OTHER)]).contradictions == ()


def test_places_in_two_scripts_are_one_by_their_sound() -> None:
    arabic = "قال الوسيط إن الوفدين التقيا في ميناء سالم خمس ساعات، ولم يصدر بيان بعد اللقاء."
    other = reading(arabic, hours=5)
    (meeting,) = other.meetings
    there = Reading(
        other.document,
        meetings=(
            Meeting(
                spans=meeting.spans,
                confidence=0.9,
                place={"ar": "سالم"},
                when=meeting.when,
                status="held",
                participants=("لامبرت",),
                duration="PT5H",
            ),
        ),
    )
    (one,) = put_together([reading(WIRE), there]).contradictions
    assert one.about == {"ar": "سالم", "en": "Salem"}


def test_points_of_one_text_told_otherwise_are_a_contradiction() -> None:
    def about(text: str, points: int) -> Reading:
        document = document_of(SourceText(text))
        plan = Text(
            spans=(Span("en", 0, 8),),
            confidence=0.9,
            name={"en": "fishing plan"},
            points_after=points,
        )
        return Reading(document, texts=(plan,))

    (one,) = put_together([about(WIRE, 19), about(OTHER, 18)]).contradictions
    assert (one.sort, {version.value for version in one.versions}) == ("points", {"18", "19"})
