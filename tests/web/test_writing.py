"""What the desk puts on record, and what happens when it is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.desks import Desk, words_of
from wasit.text.parse import parse
from wasit.text.word import write_clean

ANSWER: dict[str, object] = {
    "draft": "draft-3",
    "point": "3/a",
    "seat": "upper",
    "stance": "open",
    "basis": "told",
    "audience": "author",
}


def put(desk: Desk, path: str, fields: dict[str, object]) -> str:
    """Post a form that is taken; the id of what was put on record."""
    answer = desk.post(path, fields)
    assert answer.status == 303, words_of(answer.body.decode())[-400:]
    return parse_qs(urlsplit(answer.header("Location") or "").query)["done"][0]


def entry(desk: Desk, entry_id: str) -> str:
    return words_of(desk.text(f"/en/entry/{entry_id}"))


def test_an_answer_is_on_record_with_basis_words_and_readers(desk: Desk) -> None:
    new = put(desk, "/en/answer", {**ANSWER, "words_en": "Six hundred would do.", "red_line": "1"})
    said = entry(desk, new)
    assert "Six hundred would do." in said
    assert "this seat alone" in said
    record = desk.site.kept().record
    body = record[new].body
    assert (body.seat, body.stance, body.basis, body.red_line) == ("upper", "open", "told", True)  # type: ignore[attr-defined]


def test_an_answer_is_for_the_seats_chosen_and_no_other(desk: Desk, tmp_path: Path) -> None:
    new = put(desk, "/en/answer", {**ANSWER, "audience": "some", "reader": ["upper"]})
    assert Desk(tmp_path, "upper").get(f"/en/entry/{new}").status == 200
    assert Desk(tmp_path, "lower").get(f"/en/entry/{new}").status == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"stance": ""},
        {"stance": "perhaps"},
        {"audience": ""},
        {"audience": "some"},
        {"happened": "tomorrow"},
        {"seat": "nobody"},
        {"source": "nothing-like-it"},
        {"stance": "acceptable", "red_line": "1"},
    ],
)
def test_a_refused_answer_keeps_what_was_typed_and_says_why_in_one_line(
    desk: Desk, wrong: dict[str, object]
) -> None:
    before = len(desk.site.kept().record)
    answer = desk.post("/en/answer", {**ANSWER, "words_en": "Kept as typed <b>", **wrong})
    page = answer.body.decode()
    assert answer.status == 422
    assert "Kept as typed &lt;b&gt;" in page
    told = re.findall(r'role="alert">([^<]*)<', page)
    assert len(told) == 1
    assert told[0].strip()
    assert len(desk.site.kept().record) == before


def test_the_reason_of_a_refusal_is_told_in_the_language_of_the_page(desk: Desk) -> None:
    page = desk.post("/ar/answer", {**ANSWER, "stance": ""}).body.decode()
    assert "لم يُختر ردّ" in page


def test_in_place_the_point_comes_back_with_its_new_answer(desk: Desk) -> None:
    answer = desk.post("/en/answer", {**ANSWER, "n": "7"}, **{"HX-Request": "true"})
    page = answer.body.decode()
    assert answer.status == 200
    assert page.lstrip().startswith("<article")
    assert "as told to the desk" in page
    refused = desk.post("/en/answer", {**ANSWER, "n": "7", "stance": ""}, **{"HX-Request": "true"})
    assert refused.status == 422
    assert "<html" not in refused.body.decode()


def test_undo_is_a_correction_and_says_so(desk: Desk) -> None:
    new = put(desk, "/en/answer", {**ANSWER, "words_en": "A slip."})
    assert "To undo is to put a correction on record" in desk.text(f"/en/correct/{new}")
    form = desk.text(f"/en/correct/{new}")
    text = re.search(r'name="text"[^>]*>([^<]*)<', form)
    assert text
    mended = text[1].replace("&#34;", '"').replace("A slip.", "As meant.")
    put(desk, f"/en/correct/{new}", {"does": "correct", "text": mended, "audience": "author"})
    assert "As meant." in entry(desk, new)
    assert "A slip." in entry(desk, new)
    put(desk, f"/en/correct/{new}", {"does": "withdraw", "audience": "author"})
    assert "no longer stands" in entry(desk, new)


def test_a_correction_that_cannot_be_read_is_refused_and_kept(desk: Desk) -> None:
    new = put(desk, "/en/answer", ANSWER)
    answer = desk.post(
        f"/en/correct/{new}",
        {"does": "correct", "text": "response:\n- stance: [", "audience": "author"},
    )
    assert answer.status == 422
    assert "stance: [" in answer.body.decode()


def test_a_release_is_shown_first_as_its_receiver_will_read_it(desk: Desk, tmp_path: Path) -> None:
    new = put(desk, "/en/answer", {**ANSWER, "words_en": "For Safwara to know."})
    lower = Desk(tmp_path, "lower")
    assert lower.get(f"/en/entry/{new}").status == 404
    shown = desk.text(f"/en/release/{new}?to=lower")
    assert "As the receiver will read it" in shown
    assert lower.get(f"/en/entry/{new}").status == 404
    put(desk, f"/en/release/{new}", {"to": "lower", "note_en": "In confidence."})
    assert "For Safwara to know." in entry(lower, new)


def multipart(desk: Desk, path: str, fields: dict[str, str], name: str, data: bytes) -> bytes:
    bound = b"edge-of-a-part"
    parts = {"csrfmiddlewaretoken": desk.asker.session.csrf, **fields}
    body = b"".join(
        b'--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
        % (bound, key.encode(), text.encode())
        for key, text in parts.items()
    )
    body += (
        b'--%s\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n%s\r\n--%s--\r\n"
        % (bound, name.encode(), data, bound)
    )
    answer = desk.asker.ask(
        path,
        method="POST",
        body=body,
        content_type=f"multipart/form-data; boundary={bound.decode()}",
        headers={"Origin": "http://127.0.0.1:8765"},
    )
    assert answer.status in (200, 422), answer
    return answer.body


TEXT = (
    "A text of the desk\n\n1. The gauge stands on the north bank [UPPER: by day].\n2. Boats pass.\n"
)


def test_a_word_file_is_shown_then_put_on_the_table(desk: Desk) -> None:
    data = write_clean(parse(TEXT))
    fields = {"does": "show", "audience": "author", "label": "from-word", "after": ""}
    shown = multipart(desk, "/en/import", fields, "t.docx", data).decode()
    assert "It has two points." in words_of(shown)
    held = re.search(r'name="held" value="([^"]+)"', shown)
    assert held
    new = put(
        desk,
        "/en/import",
        {**fields, "does": "put", "held": held[1], "held_name": "t.docx"},
    )
    assert desk.site.kept().record[new].label == "from-word"
    table = words_of(desk.text(f"/en/table?draft={new}"))
    assert "The gauge stands on the north bank" in table


def test_a_pasted_text_without_points_is_refused_and_kept(desk: Desk) -> None:
    answer = desk.post("/en/import", {"text": "No points here", "audience": "all", "does": "show"})
    assert answer.status == 422
    assert "No points here" in answer.body.decode()


def test_an_edited_sheet_becomes_answers(desk: Desk) -> None:
    sheet = desk.get("/en/play.csv").body
    rows = sheet.decode("utf-8-sig").splitlines()
    head = rows[0].split(",")
    label = next(row for row in rows if row.startswith("draft-3,12"))
    cells = label.split(",")
    cells[head.index("upper")] = "red line"
    edited = "\n".join([rows[0], ",".join(cells)]).encode()
    shown = multipart(
        desk, "/en/sheet", {"does": "show", "audience": "author", "basis": "told"}, "s.csv", edited
    ).decode()
    assert "What would be put on record" in shown


REPORT = """date 2026-04-28
The chief negotiator of Tilmar, Nadhir Qasmawi, said: "We will sign when the Assembly has debated."
The two delegations met on Wasma on 27 April.
"""


def test_a_report_is_read_and_taken_by_group(desk: Desk) -> None:
    page = desk.post("/en/reports/read", {"text": REPORT, "outlet": "Arzeen Today"})
    assert page.status == 200
    text = page.body.decode()
    refs = re.findall(r'name="take" value="([^"]+)"', text)
    assert len(refs) > 1
    before = len(desk.site.kept().record)
    put(
        desk,
        "/en/reports/take",
        {"text": REPORT, "outlet": "Arzeen Today", "take": refs, "audience": "author"},
    )
    assert len(desk.site.kept().record) > before
    nothing = desk.post("/en/reports/take", {"text": REPORT, "take": [], "audience": "author"})
    assert nothing.status == 422


def test_the_minutes_of_a_meeting_are_put_on_record_by_hand(desk: Desk) -> None:
    text = (
        'meeting:\n- status: held\n  seats: [desk, upper]\n  outcome: {en: "Five years.", ar: ""}\n'
    )
    new = put(desk, "/en/new", {"kind": "meeting", "text": text, "audience": "author"})
    assert "Five years." in entry(desk, new)
    wrong = desk.post("/en/new", {"kind": "note", "text": "note:\n- word: x\n", "audience": "all"})
    assert wrong.status == 422
    assert "word: x" in wrong.body.decode()


def test_what_was_put_on_record_is_told_with_its_readers(desk: Desk) -> None:
    new = put(desk, "/en/answer", ANSWER)
    said = words_of(desk.text(f"/en/table?draft=draft-3&done={new}"))
    assert "On record:" in said
    assert "Read by this seat alone" in said


def test_lists_come_as_data_too(desk: Desk) -> None:
    for path in ("play.json", "people.json", "messages.json", "reports.json", "journal.json"):
        assert json.loads(desk.text(f"/en/{path}"))
