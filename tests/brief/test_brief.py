"""What the brief says."""

from __future__ import annotations

import pytest

from tests.brief.spring import AT, entries, more, record
from wasit.brief import Brief, Language, brief
from wasit.brief.content import every_item
from wasit.entries import Entry, NotOnRecord, chain, may_read
from wasit.record import Record

EN = Language("en")


def made(**options: object) -> Brief:
    return brief(record(), AT, seat="desk", **options)  # type: ignore[arg-type]


def said(page: Brief, section: str) -> list[str]:
    found = page.section(section)
    assert found is not None, section
    return [
        " ".join(EN.text(sentence) for sentence in one.sentences)
        for _, one in every_item(found.lines)
    ]


def test_the_page_in_sentences_comes_first() -> None:
    page = made()
    top = [section.name for section in page.sections if section.top]
    assert top == ["where", "stuck", "moved", "undisclosed", "next"]
    assert [section.name for section in page.sections][:5] == top


def test_the_front_says_by_when_by_whom_and_for_whom() -> None:
    assert [EN.text(sentence) for sentence in made().front] == [
        "As reported by 21 March 2026.",
        "As read by Mediator's desk.",
        "This page holds what Mediator's desk may read and is for Mediator's desk alone.",
    ]
    assert made().caution == {"en": "An invented case.", "ar": "حالة متخيَّلة."}


def test_where_it_stands() -> None:
    assert said(made(), "where") == [
        "At the table as parties: Upper bank and Lower bank. Mediator: Mediator's desk.",
        "The text on the table is “Second draft”, on record since 19 March 2026. It has 19 points. "
        "The text it was made from, “First draft”, had three points. "
        "None of its wording is held here. Its wording has not been published.",
        "The points below are those of “First draft”. Three points of it are held here.",
        "Of 3 points: 1 is under discussion. 1 holds brackets. "
        "1 is agreed at the table, subject to confirmation.",
        "Answers of Upper bank on record: 1 of 3 points. "
        "Answers of Lower bank on record: 2 of 3 points.",
    ]


def test_what_is_stuck_names_both_sides_the_words_and_the_source() -> None:
    assert said(made(), "stuck") == [
        "Point 2 (Flow): refused by Lower bank, not by Upper bank. A red line for Lower bank.",
        "Lower bank: a red line, as reported by Gazette. Not one litre. "
        "Wording proposed instead: “Nine litres.”",
    ]


def test_inferred_answers_count_only_when_asked_for_and_are_marked() -> None:
    for asked, marked in ((False, False), (True, True)):
        table = made(inferred=asked).section("matrix")
        assert table is not None
        assert table.matrix is not None
        row = next(row for row in table.matrix.rows if row.label == "2")
        assert any(cell and cell.inferred for cell in row.cells) is marked


def test_what_moved_is_compared_with_the_eve_of_the_last_meeting() -> None:
    page = made()
    assert page.since == "2026-03-16"
    lines = said(page, "moved")
    assert lines[0] == "Compared with 16 March 2026, the eve of the last meeting before this page."
    assert "Point 3/b (Reports each month): now reopened, before that agreed." in lines
    assert (
        "Lower bank on point 3/a (Four years of filling at the most): now open to discussion, "
        "before that unacceptable." in lines
    )


def test_the_day_compared_with_may_be_chosen() -> None:
    page = made(since="2026-03-20")
    lines = said(page, "moved")
    assert lines == ["Compared with 20 March 2026.", "Nothing on record moved."]


def test_without_a_meeting_seven_days_are_compared() -> None:
    page = brief(Record(), "2026-03-21", seat="desk")
    assert page.since == "2026-03-14"


def test_what_is_not_disclosed() -> None:
    lines = said(made(), "undisclosed")
    assert "What Upper bank passed to Lower bank is not disclosed. " in lines[0]
    assert (
        "Four papers, “Four papers”: the contents are not disclosed. "
        "What is said about it: Their titles are not known." in lines
    )
    assert (
        "Upper bank on parts of draft “Second draft”: open to discussion, as reported by Gazette. "
        "Which ones is not disclosed." in lines
    )
    assert "The wording of draft “Second draft” is not on record." in lines
    assert "Salma Orhani (Upper bank) declined to say: Which papers.".lower() in [
        line.lower() for line in lines
    ]


def test_what_is_next_and_on_what_it_depends() -> None:
    lines = said(made(), "next")
    assert lines[0] == "Meeting planned for 2 April 2026: Upper bank and Lower bank."
    assert "It depends on this: Progress on the flow." in lines[1]
    assert lines[2] == "Condition of Lower bank, a mandate at home: Consent of the council."
    assert any(line.startswith("Sealed round") for line in lines)


def test_a_planned_day_that_passed_is_told() -> None:
    page = brief(record(), "2026-04-03", seat="desk")
    assert "That day has passed" in said(page, "next")[0]


def test_the_matrix_has_letters_trends_and_standings() -> None:
    section = made().section("matrix")
    assert section is not None
    assert section.matrix is not None
    assert [label for label, _ in section.matrix.seats] == ["upper", "lower"]
    rows = {row.label: row for row in section.matrix.rows}
    assert list(rows) == ["1", "2", "3", "3/a", "3/b"]
    lower = rows["3/a"].cells[1]
    assert lower is not None
    assert (lower.letter, lower.trend) == ("O", "closer")
    red = rows["2"].cells[1]
    assert red is not None
    assert red.letter == "R"


def test_agreements_say_to_whom_they_were_not_put() -> None:
    assert said(made(), "agreed")[0].endswith("It has not been put to Lower bank.")


def test_meetings_stand_by_track() -> None:
    lines = said(made(), "meetings")
    assert "Track of Mediator's desk and Upper bank: one meeting on record." in lines
    assert "It lasted five hours." in lines[1]


def test_papers_say_who_was_shown_them() -> None:
    lines = said(made(), "papers")
    assert lines[0].startswith("Draft “First draft”")
    assert lines[1] == "Mediator's desk handed it to Lower bank: draft “First draft”."


def test_statements_say_to_whom_through_whom_and_how_weakly() -> None:
    line = next(s for s in said(made(), "statements") if s.startswith("Demanded"))
    assert line == (
        "Demanded by Salma Orhani (Upper bank): “Four years.” Said to: the assembly. "
        "Known through: an agency. Weakened there by the word: “probably”. "
        "Declined to say: which papers. As reported by Gazette."
    )


def test_contradictions_stand_side_by_side_with_independent_sources_counted() -> None:
    assert said(made(), "differences")[:3] == [
        "How long was the meeting?",
        "Five hours, as reported by Gazette and Echo. One independent source.",
        "Two hours, as reported by Courier. One independent source.",
    ]


def test_sources_are_numbered_as_they_are_met_and_each_once() -> None:
    page = made()
    assert [source.number for source in page.sources] == list(range(1, len(page.sources) + 1))
    assert len({source.entry.id for source in page.sources}) == len(page.sources)
    assert page.number(record().named("gazette").id) == 1
    cited = {
        s for section in page.sections for _, i in every_item(section.lines) for s in i.sources
    }
    assert cited == {source.entry.id for source in page.sources}


def test_a_draft_may_be_chosen_and_must_be_on_record() -> None:
    page = made(draft="first")
    assert page.play.draft is not None
    assert page.play.draft.label == "first"
    with pytest.raises(NotOnRecord):
        made(draft="third")


def test_an_empty_record_makes_a_page() -> None:
    page = brief(Record(), AT, seat="desk")
    assert said(page, "where") == ["No text is on the table as far as this record knows."]
    assert said(page, "stuck") == ["No party is on record as refusing anything."]
    assert page.section("matrix") is None


def test_what_happened_later_is_not_told() -> None:
    page = brief(record(), "2026-03-12", seat="desk")
    assert page.play.on_the_table is not None
    assert page.play.on_the_table.label == "first"
    assert page.section("statements") is None


def hidden_from(seat: str) -> list[Entry]:
    return [entry for entry in entries() if not may_read(entry, seat)]


@pytest.mark.parametrize("seat", ["upper", "lower"])
def test_hidden_entries_leave_no_trace_in_a_brief(seat: str) -> None:
    hidden = hidden_from(seat)
    assert hidden
    without = [entry for entry in entries() if entry not in hidden]
    pages = [brief(Record.of(chain(some, seat)), AT, seat=seat) for some in (entries(), without)]
    assert pages[0] == pages[1]


def test_the_owner_does_see_a_difference() -> None:
    known = record()
    told = more(known, {"kind": "document", "title": {"en": "New"}, "happened": "2026-03-20"})
    assert brief(known, AT, seat="desk") != brief(told, AT, seat="desk")
