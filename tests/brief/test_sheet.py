"""The sheet before a stop."""

from __future__ import annotations

import pytest

from tests.brief.spring import AT, more, record
from wasit.brief import Language, Sheet, sheet, to_terminal
from wasit.brief.content import every_item
from wasit.entries import NotOnRecord

EN = Language("en")


def made(for_seat: str) -> Sheet:
    return sheet(record(), for_seat, at=AT, seat="desk")


def said(page: Sheet, section: str) -> list[str]:
    found = page.section(section)
    assert found is not None
    return [
        " ".join(EN.text(sentence) for sentence in one.sentences)
        for _, one in every_item(found.lines)
    ]


def test_it_tells_what_the_seat_has_been_shown() -> None:
    assert said(made("lower"), "shown") == [
        "Handed by Mediator's desk to Lower bank: draft “First draft”.",
        "It may read these texts and papers:",
        "Draft “First draft”, tabled by Upper bank.",
        "Document “Canary annex”.",
        "Draft “Second draft”.",
        "Document “Four papers”.",
    ]


def test_it_tells_what_the_seat_asked() -> None:
    lines = said(made("lower"), "asked")
    assert any("Wording proposed instead: “Nine litres.”" in line for line in lines)
    assert any(line.startswith("Condition of Lower bank") for line in lines)
    assert any(line.startswith("Asked by Lower bank") for line in lines)
    assert not any("Upper bank" in line.partition(":")[0] for line in lines)


def test_it_tells_what_may_be_said_newest_first() -> None:
    page = made("lower")
    lines = said(page, "may_tell")
    assert lines[0].startswith("Compared with 16 March,")
    assert not any("Canary note" in line for line in lines)
    days = [one.day.last.isoformat() for _, one in every_item(page.sections[2].items) if one.day]  # type: ignore[union-attr]
    new = days[: len(page.sections[2].items[0].below)]
    assert new == sorted(new, reverse=True)


def test_it_tells_what_must_not_be_heard_from_whom_and_who_else_knows() -> None:
    lines = said(made("lower"), "must_not_hear")
    assert lines[0] == "My own:"
    assert "Urgent note of Mediator's desk: Canary note. Nobody else reads it." in lines
    assert not any("Four papers" in line for line in lines)


def test_what_another_seat_confided_stands_under_that_seat() -> None:
    known = more(
        record(),
        {"kind": "note", "audience": ["desk"], "happened": "2026-03-20", "words": {"en": "Six."}},
        seat="upper",
    )
    lines = said(sheet(known, "lower", at=AT, seat="desk"), "must_not_hear")
    assert lines[lines.index("From Upper bank:") + 1] == (
        "Note of Upper bank: Six. Also read by Upper bank."
    )


def test_what_may_be_said_names_nothing_hidden() -> None:
    """A link from an entry the seat may read to one it may not is cut, as in its own record."""
    known = record()
    hidden = more(
        known, {"kind": "issue", "label": "hush", "audience": "author", "name": {"en": "Hush"}}
    )
    told = more(
        hidden,
        {
            "kind": "condition",
            "audience": "all",
            "happened": "2026-03-20",
            "seat": "lower",
            "issue": "hush",
            "needs": {"en": "Quiet"},
        },
    )
    page = sheet(told, "lower", at=AT, seat="desk")
    assert any("Quiet" in line for line in said(page, "may_tell"))
    assert not any("Hush" in line for line in said(page, "may_tell"))


def test_a_seat_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(NotOnRecord):
        made("nobody")


def test_it_renders_in_both_languages() -> None:
    text = to_terminal(made("lower"), ("ar", "en"))
    assert "Before a stop with Lower bank" in text
    assert "قبل لقاء الضفة السفلى" in text
