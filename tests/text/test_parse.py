"""Drafts read from text: every habit of numbering, nesting, what stands around the points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.entries import Mistake
from wasit.text.draft import DraftText, Point
from wasit.text.parse import parse
from wasit.text.render import render


def keys(text: str) -> list[str]:
    return [point.key for point in parse(text).all()]


@pytest.mark.parametrize(
    ("mark", "label", "key"),
    [
        ("3.", "3", "3"),
        ("3)", "3", "3"),
        ("(3)", "3", "3"),
        ("٣.", "٣", "3"),
        ("٣)", "٣", "3"),
        ("(ج)", "ج", "c"),
        ("ج)", "ج", "c"),
        ("(c)", "c", "c"),
        ("IV.", "IV", "4"),
        ("Article 3.", "3", "3"),
        ("Article 3 -", "3", "3"),
        ("Rule 12:", "12", "12"),
        ("المادة ٣:", "٣", "3"),
        ("المادة الثالثة:", "الثالثة", "3"),
        ("النقطة الأولى:", "الأولى", "1"),
        ("البند 7.", "7", "7"),
        ("ثالثاً:", "ثالثاً", "3"),
        ("ثانيًا -", "ثانيًا", "2"),
        ("Third,", "Third", "3"),
        ("3.2.", "3.2", "3.2"),
        ("3.1.2", "3.1.2", "3.1.2"),
        ("§ 3", "3", "3"),
        ("Art. 3", "3", "3"),
        ("ARTICLE III", "III", "3"),
        ("Article (3):", "3", "3"),
        ("Article 3 bis", "3 bis", "3 bis"),
        ("Article 10-A", "10-A", "10a"),
        ("3a.", "3a", "3a"),
        ("المادة ٣ مكرر:", "٣ مكرر", "3 bis"),
        ("المادة (٣):", "٣", "3"),
        ("البند الثالث:", "الثالث", "3"),
        ("الفقرة ٣:", "٣", "3"),
        ("ثالث عشر:", "ثالث عشر", "13"),
        ("حادي وعشرون:", "حادي وعشرون", "21"),
        ("المادة الثلاثون:", "الثلاثون", "30"),
        ("Twenty-first:", "Twenty-first", "21"),
        ("١-", "١", "1"),
        ("أ)", "أ", "a"),
        ("3/", "3", "3"),
        ("3\\.", "3", "3"),
        ("OP3", "OP3", "OP3"),
        ("OP3 bis.", "OP3 bis", "OP3 bis"),
    ],
)
def test_a_number_is_known_in_every_habit(mark: str, label: str, key: str) -> None:
    (point,) = parse(f"{mark} The boats sail at noon.").points
    assert (point.label, point.key, point.mark) == (label, key, mark)
    assert point.words == "The boats sail at noon."


@pytest.mark.parametrize(
    "line",
    [
        "A boat sails at noon.",
        "In 2026. The boats sail.",
        "I agree that boats sail.",
        "2026 was a dry year.",
        "[1] is a note.",
        "First of all the boats sail.",
        "Article of faith for the boats.",
        "5 boats sail at noon.",
    ],
)
def test_words_are_not_taken_for_a_number(line: str) -> None:
    assert parse(line).points == ()


def test_letters_and_roman_numbers_nest_in_the_point_before() -> None:
    text = "1. Boats:\n(a) large;\n(b) small:\n(i) with oars;\n(ii) with sails.\n2. Quays."
    assert keys(text) == ["1", "1.a", "1.b", "1.b.i", "1.b.ii", "2"]


def test_the_letter_i_goes_on_with_the_letters_where_h_came_before() -> None:
    text = "1. Boats:\n" + "\n".join(f"({letter}) boat;" for letter in "abcdefghij")
    assert keys(text) == ["1", *(f"1.{letter}" for letter in "abcdefghij")]


def test_bullets_are_counted_under_their_lead_in() -> None:
    assert keys("1. Boats:\n- large\n- small\n2. Quays.") == ["1", "1.1", "1.2", "2"]


def test_where_numbers_restart_under_headings_the_heading_comes_first() -> None:
    text = "A. Boats\n1. Large.\n2. Small.\nB. Quays\n1. North.\n2. South."
    assert keys(text) == ["A.1", "A.2", "B.1", "B.2"]
    assert [p.words for p in parse(text).parts] == ["A. Boats", "B. Quays"]


def test_where_numbers_run_on_under_headings_the_headings_are_left_out() -> None:
    text = "A. Boats\n1. Large.\n2. Small.\nB. Quays\n3. North.\n4. South."
    assert keys(text) == ["1", "2", "3", "4"]


def test_capital_roman_numbers_are_keys_in_digits_from_the_first() -> None:
    draft = parse("I. One.\nII. Two.\nIII. Three.\nIV. Four.\nV. Five.\n")
    assert [point.key for point in draft.points] == ["1", "2", "3", "4", "5"]


def test_arabic_letters_head_points_as_capitals_do() -> None:
    draft = parse("أ. اللجنة\n1. تجتمع.\n2. تصوّت.\nب. التمويل\n3. تدفع.\n4. تقبض.\n")
    assert [point.key for point in draft.points] == ["1", "2", "3", "4"]


def test_what_stands_around_the_points_is_kept_apart() -> None:
    draft = parse("THE FERRY\nSecond reading\n\n1. Boats.\n\nDone at the North Quay on 3 May 2026.")
    assert [(part.kind, part.words, part.before) for part in draft.parts] == [
        ("title", "THE FERRY", "1"),
        ("preamble", "Second reading", "1"),
        ("closing", "Done at the North Quay on 3 May 2026.", None),
    ]


def test_a_wrapped_line_belongs_to_its_point() -> None:
    (point,) = parse("1. The boats\n   sail at noon.").points
    assert point.words == "The boats sail at noon."


def test_preambular_and_operative_paragraphs_are_counted_apart() -> None:
    text = (
        "PP1 Recalling the storm,\nPP2 Noting the quay,\nOP1 Decides to build;\nOP2 Asks for more."
    )
    assert keys(text) == ["PP1", "PP2", "OP1", "OP2"]


def test_points_put_in_later_stand_beside_those_before_them() -> None:
    assert keys("1. Boats.\n2. Quays.\n2 bis. Tolls.\n3. Ends.") == ["1", "2", "2 bis", "3"]


def test_points_of_one_number_have_keys_of_their_own() -> None:
    assert keys("1. Boats.\n1. Quays.\n1. Tolls.") == ["1", "1-2", "1-3"]


def test_words_may_stand_under_the_number() -> None:
    draft = parse("Article 1\nThe boats sail.\n\nArticle 2\nThe quays are open.")
    assert [p.words for p in draft.points] == ["The boats sail.", "The quays are open."]


def test_markdown_headings_and_bold_numbers_are_read() -> None:
    draft = parse("# The ferry\n\n**1. Boats.** They sail.\n\n## Annex A\n")
    assert [p.words for p in draft.points] == ["Boats. They sail."]


def test_offsets_lead_back_to_the_words() -> None:
    text = "العبّارة\n\n١. تُبحر المراكب ظهراً.\n٢. الأرصفة مفتوحة."
    for point in parse(text).all():
        assert text[point.start : point.end] == point.words


def test_the_language_is_told_by_the_script() -> None:
    assert parse("١. تُبحر المراكب.").language == "ar"
    assert parse("1. The boats sail.").language == "en"


def test_a_paragraph_over_the_limit_is_refused_with_its_line() -> None:
    with pytest.raises(Mistake, match=r"^draft\.txt, line 2: a paragraph longer than"):
        parse("1. Boats.\n2. " + "x" * 200_001, name="draft.txt")


def test_points_nested_too_deep_are_refused() -> None:
    marks = ["1.", "(a)", "(i)", "(A)", "-", "•", "*", "1)", "a)", "i)", "A)", "(1)", "◦", "▪"]
    text = "\n".join(f"{'  ' * n}{mark} boat" for n, mark in enumerate(marks))
    with pytest.raises(Mistake, match="points nested deeper than 12"):
        parse(text)


# --- round trip -----------------------------------------------------------------------------------

_WORDS = st.lists(
    st.sampled_from(["boats", "sail", "at", "noon", "quay", "تُبحر", "المراكب", "[six]", "30"]),
    min_size=1,
    max_size=6,
).map(lambda words: " ".join(["The", *words]) + ".")


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """Numbered text, up to three deep, with a title."""
    lines = ["THE FERRY", ""]
    for n in range(1, draw(st.integers(1, 5)) + 1):
        lines.append(f"{n}. {draw(_WORDS)}")
        for letter in "abcd"[: draw(st.integers(0, 4))]:
            lines.append(f"   ({letter}) {draw(_WORDS)}")
            for roman in ("i", "ii", "iii")[: draw(st.integers(0, 3))]:
                lines.append(f"      ({roman}) {draw(_WORDS)}")
    return "\n".join(lines)


@given(drafts())
def test_a_draft_written_out_reads_back_the_same(text: str) -> None:
    draft = parse(text)
    assert parse(render(draft)) == draft


@pytest.mark.parametrize(
    "text",
    [
        "1. Boats:\n   (a) sail;\n- land.",
        "A. Boats\n2. Sail.\nB. Quays\n4. Tolls.",
        "Article 3\nThe boats sail at noon, and they come back at night, whatever the weather is.",
        "1. Boats.\n\nTolls\n\n2. Quays.\n\nAnnex I - Map\n1. Rocks.",
        "المادة ٣\nمكرر: تُبحر المراكب.",
    ],
)
def test_what_is_laid_out_oddly_reads_back_the_same(text: str) -> None:
    draft = parse(text)
    assert parse(render(draft)) == draft


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        draft = parse(text)
    except Mistake:
        return
    assert isinstance(draft, DraftText)
    found = list(draft.all())
    assert all(isinstance(point, Point) for point in found)
    assert len({point.key for point in found}) == len(found)
