"""What the brief says."""

from __future__ import annotations

import pytest

from tests.brief.spring import AT, entries, more, record
from wasit.brief import Brief, Language, brief
from wasit.brief.book import opening
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
        "For Mediator's desk alone: made from what it may read.",
    ]
    assert made().caution == {"en": "An invented case.", "ar": "حالة متخيَّلة."}


def test_where_it_stands() -> None:
    assert said(made(), "where") == [
        "At the table: Upper bank and Lower bank. Mediator: Mediator's desk.",
        "On the table since 19 March: “Second draft”. It has 19 points. "
        "Its wording is neither published nor held here.",
        "Of 3 points of “First draft”: 1 under discussion. 1 with brackets. "
        "1 agreed at the table, subject to confirmation. "
        "Points answered: Upper bank 1 and Lower bank 2.",
    ]


def test_what_is_stuck_names_both_sides_the_words_and_the_source() -> None:
    assert said(made(), "stuck") == [
        "Point 2 (Flow): refused by Lower bank (red line), not by Upper bank.",
        "Lower bank: Not one litre. Wording proposed instead: “Nine litres.”",
    ]


REFUSED = {"kind": "response", "audience": "all", "happened": "2026-03-20", "basis": "told"}


def test_three_stuck_points_are_told_and_the_others_named() -> None:
    refused = {**REFUSED, "seat": "upper", "stance": "unacceptable"}
    things = ({"point": "first#3/a"}, {"point": "first#3/b"}, {"issue": "years"})
    page = brief(more(record(), *({**refused, **thing} for thing in things)), AT, seat="desk")
    lines = said(page, "stuck")
    assert [line.partition(":")[0] for line in lines[::2]] == [
        "Point 2 (Flow)",
        "Point 3/a (Four years of filling at the most)",
        "Point 3/b (Reports each month)",
        "Also refused",
    ]
    assert lines[-1] == "Also refused: “Years”."
    assert "Upper bank on issue “Years”: unacceptable, as told to the desk." in said(
        page, "answers"
    )


def test_what_is_refused_in_parts_is_named_as_parts() -> None:
    part = {**REFUSED, "seat": "upper", "stance": "unacceptable", "draft": "second"}
    page = brief(more(record(), {**part, "extent": "some"}), AT, seat="desk")
    assert "Parts of “Second draft”: refused by Upper bank." in said(page, "stuck")
    assert (
        "Upper bank on parts of “Second draft”: unacceptable, as told to the desk. "
        "On other parts: open to discussion." in said(page, "moved")
    )
    assert said(page, "undisclosed").count("Which parts of “Second draft” Upper bank means.") == 1


def test_the_heaviest_point_says_what_the_other_party_wants_first() -> None:
    condition = {"kind": "condition", "audience": "all", "happened": "2026-03-20", "seat": "upper",
                 "points": ["first#2"], "needs": {"en": "Twelve litres."}}  # fmt: skip
    page = brief(more(record(), condition), AT, seat="desk")
    assert said(page, "stuck")[1].endswith("Condition of Upper bank: Twelve litres.")
    assert any("Twelve litres." in line for line in said(page, "conditions"))


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
    assert lines[0] == "Compared with 16 March, the eve of the last meeting."
    assert "Point 3/b (Reports each month): now reopened, before that agreed." in lines
    assert (
        "Lower bank on point 3/a (Four years of filling at the most): now open to discussion, "
        "before that unacceptable." in lines
    )


def test_the_day_compared_with_may_be_chosen() -> None:
    page = made(since="2026-03-20")
    lines = said(page, "moved")
    assert lines == ["Compared with 20 March.", "Nothing on record moved."]


def test_the_year_is_written_where_it_is_not_that_of_the_page() -> None:
    lines = said(made(since="2025-12-31"), "moved")
    assert lines[0] == "Compared with 31 December 2025."


PLAN = {"kind": "meeting", "audience": "all", "happened": "2026-03-20", "seats": ["upper"],
        "status": "planned", "planned_for": "2026-03-21", "label": "plan"}  # fmt: skip
OFF = {**PLAN, "happened": "2026-03-21", "status": "cancelled", "replaces": "plan", "label": "off"}


def test_a_plan_made_and_called_off_since_is_no_news_and_stands_under_meetings() -> None:
    known = more(more(record(), PLAN), OFF)
    page = brief(known, AT, seat="desk")
    assert not any("called off" in line or "planned" in line for line in said(page, "moved"))
    lines = said(page, "meetings")
    at = lines.index("Meeting called off: Upper bank.")
    assert lines[at + 1] == "Meeting planned for 21 March 2026: Upper bank."


def test_a_plan_called_off_after_it_was_news_is_news() -> None:
    known = more(more(record(), PLAN), OFF)
    page = brief(known, AT, since="2026-03-20", seat="desk")
    assert "Meeting called off: Upper bank." in said(page, "moved")


def test_of_a_meeting_held_the_first_sentence_of_its_outcome_is_told() -> None:
    outcome = {"en": "Mr. Orhani came. They spoke of U.S. aid. Nothing else.", "ar": "جاءت. قالت."}
    held = {**PLAN, "status": "held", "label": "held", "outcome": outcome}
    lines = said(brief(more(record(), held), AT, since="2026-03-19", seat="desk"), "moved")
    assert "Meeting held: Upper bank. Outcome: Mr. Orhani came." in lines
    assert opening({"en": "They spoke of U.S. aid. Nothing else."}) == {
        "en": "They spoke of U.S. aid."
    }
    assert opening(outcome)["ar"] == "جاءت."


def test_news_told_in_other_sections_is_not_told_twice() -> None:
    known = more(record(), {"kind": "document", "title": {"en": "New"}, "happened": AT})
    page = brief(known, AT, since="2026-03-20", seat="desk")
    assert said(page, "moved")[1:] == ["What is new is told in the other sections."]
    assert "The contents of document “New”." in said(page, "undisclosed")


def test_without_a_meeting_seven_days_are_compared() -> None:
    page = brief(Record(), "2026-03-21", seat="desk")
    assert page.since == "2026-03-14"


def test_what_is_not_disclosed() -> None:
    lines = said(made(), "undisclosed")
    assert lines == [
        "What Upper bank passed to Lower bank.",
        "The contents of four papers, “Four papers”.",
        "Which parts of “Second draft” Upper bank means.",
        "Salma Orhani (Upper bank) withheld: which papers.",
    ]


def test_what_was_withheld_of_a_thing_that_is_listed_is_not_listed_again() -> None:
    four = next(e for e in record().of_kind("document") if getattr(e.body, "count", 1) == 4)
    statement = {"kind": "statement", "audience": "all", "happened": AT, "seat": "upper",
                 "words": {"en": "There are four."}, "declined": {"en": "What they say."},
                 "document": four.id}  # fmt: skip
    page = brief(more(record(), statement), AT, seat="desk")
    assert said(page, "undisclosed") == said(made(), "undisclosed")
    assert any("Declined to say: What they say." in line for line in said(page, "statements"))


def test_texts_without_wording_stand_in_one_line() -> None:
    bare = [
        {
            "kind": "draft",
            "audience": "all",
            "happened": f"2026-03-1{n}",
            "title": {"en": title},
            "label": title.lower(),
        }
        for n, title in enumerate(("Third", "Fourth"))
    ]
    page = brief(more(record(), *bare), AT, seat="desk")
    assert "The wording of “Third” and “Fourth”." in said(page, "undisclosed")


def test_what_is_said_of_something_undisclosed_stands_below() -> None:
    assert any("Their titles are not known." in line for line in said(made(), "papers"))
    assert any("important messages" in line for line in said(made(), "messages"))


def test_what_is_next_and_on_what_it_depends() -> None:
    lines = said(made(), "next")
    assert lines[:2] == [
        "Meeting planned for 2 April 2026: Upper bank and Lower bank.",
        "Meeting possible: Mediator's desk and Lower bank. It depends on this: Progress on the "
        "flow. Condition of Lower bank: Consent of the council.",
    ]
    assert lines[2].startswith("Sealed round")
    assert lines[3:] == ["One more condition is open."]
    assert any("A vote of the assembly." in line for line in said(made(), "conditions"))


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
    assert lines[1] == "Handed by Mediator's desk to Lower bank: draft “First draft”."


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


BRACKETED = {
    "kind": "draft",
    "label": "third",
    "audience": "all",
    "happened": "2026-03-21",
    "title": {"en": "Third draft", "ar": "المسودة الثالثة"},
    "points": [
        {
            "label": "1",
            "words": {
                "en": "The gate opens [UPPER: at noon / LOWER: at dawn].",
                "ar": "تُفتح البوابة [UPPER: ظهراً / LOWER: فجراً].",
            },
        },
        {
            "label": "2",
            "words": {"en": "Nets are marked [twice] within [...] days."},
            "divergence": {"en": "The Arabic has no nets.", "ar": "لا شباك في النص العربي."},
        },
        {"label": "3", "words": {"en": "[LOWER: delete] Tolls are paid."}},
    ],
}


def test_brackets_are_told_as_choices_with_those_who_proposed_them() -> None:
    page = brief(more(record(), BRACKETED), AT, seat="desk", draft="third")
    lines = said(page, "brackets")
    assert lines[:2] == [
        "On point 1:",
        "A choice between “at noon” (Upper bank) and “at dawn” (Lower bank).",
    ]
    assert "“twice”, or nothing." in lines
    assert "The wording is still to be found." in lines
    assert any(line.startswith("Lower bank would") for line in lines)


def test_a_divergence_that_is_meant_is_told_once_on_its_point() -> None:
    page = brief(more(record(), BRACKETED), AT, seat="desk", draft="third")
    assert said(page, "divergences") == ["On point 2: The Arabic has no nets."]
    assert brief(record(), AT, seat="desk").section("divergences") is None
