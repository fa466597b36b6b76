"""What is known to exist and not disclosed, and where sources contradict each other."""

from __future__ import annotations

from typing import Any

import pytest

from tests.entries.material import after
from tests.record.table import answer, record
from wasit.record import contradictions, disputed, undisclosed


def why(*fields: dict[str, Any]) -> list[tuple[str, str]]:
    found = undisclosed(record(*fields))
    return [(one.entry.kind, one.why) for one in found if one.entry.label != "first"]


MESSAGE: dict[str, Any] = {"kind": "message", "sender": "upper", "to": ["lower"]}
PAPER: dict[str, Any] = {"kind": "document", "title": {"en": "Paper"}}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (PAPER, "contents"),
        ({**PAPER, "told": {"en": "On guarantees."}}, "contents"),
        ({**PAPER, "contents": {"en": "All of it."}}, None),
        (MESSAGE, "message"),
        ({**MESSAGE, "words": {"en": "Seven."}}, None),
        ({"kind": "draft", "label": "far", "title": {"en": "Far"}, "count": 28}, "wording"),
        (answer("upper", "open", draft="first", extent="most"), "which_points"),
        (answer("upper", "open", draft="first", extent="all"), None),
        (answer("upper", "open"), None),
        (
            {"kind": "statement", "words": {"en": "x"}, "declined": {"en": "Where."}},
            "declined",
        ),
    ],
)
def test_what_is_known_to_exist_and_not_disclosed(
    fields: dict[str, Any], reason: str | None
) -> None:
    assert why(fields) == ([(fields["kind"], reason)] if reason else [])


def test_a_message_is_disclosed_once_its_content_is_held() -> None:
    notice = {**MESSAGE, "label": "passed"}
    content = {**MESSAGE, "notice": "passed", "words": {"en": "Seven."}}
    assert why(notice) == [("message", "message")]
    assert why(notice, content) == []


def test_a_draft_with_points_is_disclosed() -> None:
    assert undisclosed(record()) == ()


# --- contradictions ---------------------------------------------------------------------------


def outlet(label: str, **fields: Any) -> dict[str, Any]:
    return {"kind": "report", "label": label, "outlet": {"en": label}, **fields}


def claim(says: Any, *sources: str, about: str = "length") -> dict[str, Any]:
    words = says if isinstance(says, dict) else {"en": says}
    return {
        "kind": "statement",
        "words": {"en": "x"},
        "claim": {"about": about, "question": {"en": "How long?"}, "says": words},
        "source": list(sources),
    }


def versions(*fields: dict[str, Any]) -> list[tuple[str, int, int]]:
    found = contradictions(record(*fields))
    return [
        (next(iter(v.claim.says.values())), len(v.statements), v.sources)
        for one in found
        for v in one.versions
    ]


def test_different_answers_to_one_question_contradict_each_other() -> None:
    known = [outlet("a"), outlet("b"), claim("Five hours", "a"), claim("Three hours", "b")]
    assert versions(*known) == [("Five hours", 1, 1), ("Three hours", 1, 1)]
    assert [one.about for one in contradictions(record(*known))] == ["length"]


def test_one_answer_is_no_contradiction_nor_are_answers_to_different_questions() -> None:
    assert versions(claim("Five hours"), claim("Five hours")) == []
    assert versions(claim("Five hours"), claim("Three hours", about="other")) == []


def test_answers_that_agree_in_one_language_are_the_same() -> None:
    both = {"en": "Five hours", "ar": "خمس ساعات"}
    assert versions(claim(both), claim({"ar": "خمس ساعات"})) == []
    assert versions(claim(both), claim({"ar": "خمس ساعات"}), claim("Three hours")) == [
        ("خمس ساعات", 2, 0),
        ("Three hours", 1, 0),
    ]


def test_copies_of_one_text_count_once() -> None:
    found = versions(
        outlet("agency"),
        outlet("echo", copy_of="agency"),
        outlet("echo-2", copy_of="echo"),
        outlet("own"),
        *(claim("Five hours", name) for name in ("agency", "echo", "echo-2", "own")),
        claim("Three hours", "echo", "echo-2"),
    )
    assert found == [("Five hours", 4, 2), ("Three hours", 1, 1)]


def test_copies_count_once_where_the_text_itself_is_not_on_record() -> None:
    known = record(
        outlet("agency"),
        outlet("echo", copy_of="agency"),
        outlet("echo-2", copy_of="agency"),
        claim("Five hours", "echo"),
        claim("Five hours", "echo-2"),
        claim("Three hours", "agency"),
    )
    known = after(known, "desk", {"kind": "correction", "target": "agency"})
    assert [v.sources for one in contradictions(known) for v in one.versions] == [1, 1]


def test_a_retelling_counts_with_the_outlet_it_retells() -> None:
    found = versions(
        outlet("agency"),
        outlet("echo", relays=[{"en": "agency"}]),
        outlet("late", relays=[{"en": "agency"}], copy_of="echo"),
        *(claim("Five hours", name) for name in ("agency", "echo", "late")),
        claim("Three hours", "echo"),
    )
    assert found == [("Five hours", 3, 1), ("Three hours", 1, 1)]


def test_copies_that_name_each_other_in_a_circle_count_once() -> None:
    known = record(outlet("a"), outlet("b", copy_of="a"), claim("Five", "a"), claim("Five", "b"))
    body = {"outlet": {"en": "a"}, "copy_of": "b"}
    known = after(
        known,
        "desk",
        {"kind": "correction", "target": "a", "replacement": {"kind": "report", "body": body}},
        claim("Three", "a", "b"),
    )
    assert [v.sources for one in contradictions(known) for v in one.versions] == [1, 1]


def test_a_statement_can_contradict_an_entry_outright() -> None:
    known = record(
        {"kind": "note", "label": "it", "words": {"en": "x"}},
        {"kind": "statement", "label": "no", "words": {"en": "Not so."}, "disputes": ["it"]},
    )
    assert [(one.by.label, one.entry.label) for one in disputed(known)] == [("no", "it")]
    gone = after(known, "desk", {"kind": "correction", "target": "it"})
    assert list(disputed(gone)) == []
