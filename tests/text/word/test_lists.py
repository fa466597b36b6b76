"""The numbers that Word counts in front of paragraphs, as a reader of the page sees them."""

from __future__ import annotations

import pytest

from tests.text.word.build import docx, level, lists, numbered, par
from wasit.text.word import read_docx
from wasit.text.word.manners import written


def labels(body: str, numbering: str, **others: str) -> list[str]:
    document = read_docx(docx(body, numbering=numbering, **others))
    return [line.label for line in document.accepted.lines]


@pytest.mark.parametrize(
    ("manner", "numbers"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb"}),
        ("upperLetter", {3: "C"}),
        ("lowerRoman", {4: "iv", 9: "ix", 49: "xlix"}),
        ("upperRoman", {1999: "MCMXCIX"}),
        ("arabicAlpha", {1: "أ", 2: "ب", 3: "ت", 28: "ي"}),
        ("arabicAbjad", {1: "أ", 2: "ب", 3: "ج", 4: "د", 5: "ه", 28: "غ"}),
        ("hindiNumbers", {12: "१२"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 22: "22nd"}),
        ("cardinalText", {21: "Twenty-one", 40: "Forty"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 23: "Twenty-third"}),
        ("none", {1: ""}),
        ("a manner no one knows", {7: "7"}),
    ],
)
def test_numbers_are_written_in_the_manner_of_the_list(
    manner: str, numbers: dict[int, str]
) -> None:
    assert {n: written(n, manner) for n in numbers} == numbers


def test_deeper_levels_begin_again_under_each_point() -> None:
    numbering = lists(
        level(0, "upperRoman", "Article %1"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "arabicAbjad", "(%3)"),
    )
    depths = (0, 1, 2, 2, 1, 2, 0, 1)
    body = "".join(numbered("x", depth) for depth in depths)
    assert labels(body, numbering) == [
        *("Article I", "1.1", "(أ)", "(ب)", "1.2", "(أ)"),
        *("Article II", "2.1"),
    ]


def test_a_level_may_go_on_counting() -> None:
    numbering = lists(
        level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    )
    body = "".join(numbered("x", depth) for depth in (0, 1, 1, 0, 1))
    assert labels(body, numbering) == ["1.", "1)", "2)", "2.", "3)"]


def test_a_list_begins_again_where_it_says_so() -> None:
    second = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbering = lists(level(0, "decimal", "%1."), nums=second)
    body = "".join(numbered("x", 0, list_id) for list_id in (1, 1, 2, 2, 3))
    assert labels(body, numbering) == ["1.", "2.", "1.", "2.", "3."]


def test_a_list_begins_where_it_says() -> None:
    first = '<w:lvl w:ilvl="0"><w:start w:val="7"/><w:lvlText w:val="%1."/></w:lvl>'
    assert labels(numbered("x") + numbered("y"), lists(first)) == ["7.", "8."]


def test_a_level_left_out_shows_its_first_number() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    assert labels(numbered("x", 1), numbering) == ["1.1"]


def test_bullets_of_symbol_fonts_are_signs_that_any_font_has() -> None:
    numbering = lists(level(0, "bullet", "\uf0b7"), level(1, "bullet", "–"))
    assert labels(numbered("x") + numbered("y", 1), numbering) == ["•", "–"]


def test_a_style_numbers_its_paragraphs() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/>'
        "</w:style>"
    )
    numbering = lists(
        level(0, "decimal", "%1.", '<w:pStyle w:val="A"/>'),
        level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="B"/>'),
    )
    body = par("x", properties='<w:pStyle w:val="A"/>') + par(
        "y", properties='<w:pStyle w:val="B"/>'
    )
    off = par("z", properties='<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert labels(body + off, numbering, styles=style) == ["1.", "(a)", ""]


def test_a_list_may_take_its_levels_from_a_style() -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="l"/><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>{level(0, "decimal", "%1)")}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert labels(numbered("x"), numbering, styles=style) == ["1)"]


def test_styles_based_on_each_other_end_nowhere_else() -> None:
    style = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("AB", "BA")
    )
    body = par("x", properties='<w:pStyle w:val="A"/>')
    assert read_docx(docx(body, styles=style)).accepted.paragraphs == ("x",)
