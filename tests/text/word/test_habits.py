"""What Word itself writes in other ways than one would by hand reads as its page shows it."""

from __future__ import annotations

import pytest

from tests.text.word.build import (
    dele,
    docx,
    ended,
    hand,
    ins,
    level,
    lists,
    numbered,
    par,
    parts_of,
    run,
    table,
    zipped,
)
from wasit.text.parse import parse
from wasit.text.word import Document, proposals, read_docx

STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": (
        "http://purl.oclc.org/ooxml/officeDocument/math"
    ),
}


def read(body: str, **others: str) -> Document:
    return read_docx(docx(body, **others))


def accepted(body: str, **others: str) -> list[str]:
    return list(read(body, **others).accepted.paragraphs)


def labels(body: str, **others: str) -> list[str]:
    return [line.label for line in read(body, **others).accepted.lines]


def style(style_id: str, inside: str = "", based_on: str = "", name: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>'
        f"{base}{inside}</w:style>"
    )


def styled(words: str, style_id: str, more: str = "") -> str:
    return par(words, properties=f'<w:pStyle w:val="{style_id}"/>{more}')


def count(list_id: int, depth: int | None = None) -> str:
    """Properties that count a paragraph in a list."""
    level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return f'<w:numPr>{level}<w:numId w:val="{list_id}"/></w:numPr>'


# --- numbers ------------------------------------------------------------------------------------


def test_a_style_takes_its_number_from_what_it_is_based_on() -> None:
    styles = (
        style("Point", f"<w:pPr>{count(1)}</w:pPr>")
        + style("Letter", f"<w:pPr>{count(1, 1)}</w:pPr>", "Point")
        + style("Wide", "<w:pPr><w:keepNext/></w:pPr>", "Letter")
    )
    numbering = lists(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"))
    body = "".join(styled("x", name) for name in ("Point", "Letter", "Wide", "Point"))
    assert labels(body, styles=styles, numbering=numbering) == ["1.", "(a)", "(b)", "2."]


def test_a_level_of_a_list_belongs_to_a_style_and_to_those_based_on_it() -> None:
    styles = (
        style("H1", f"<w:pPr>{count(1)}</w:pPr>")
        + style("H2", based_on="H1")
        + style("H2a", based_on="H2")
    )
    numbering = lists(
        level(0, "decimal", "%1", '<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="H2"/>'),
    )
    body = "".join(styled("x", name) for name in ("H1", "H2", "H2a", "H1", "H2"))
    assert labels(body, styles=styles, numbering=numbering) == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_paragraph_may_stand_deeper_than_its_style() -> None:
    styles = style("Point", f"<w:pPr>{count(1, 0)}</w:pPr>")
    numbering = lists(level(0, "decimal", "%1."), level(1, "lowerRoman", "(%2)"))
    own = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = styled("x", "Point") + styled("y", "Point", own)
    assert labels(body, styles=styles, numbering=numbering) == ["1.", "(i)"]


def test_a_list_may_show_one_level_in_its_own_manner() -> None:
    own = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>'
    )
    numbering = lists(level(0, "decimal", "%1."), nums=own)
    body = numbered("x") + numbered("y") + numbered("z", 0, 2) + numbered("z", 0, 2)
    assert labels(body, numbering=numbering) == ["1.", "2.", "E)", "F)"]


@pytest.mark.parametrize(
    ("manner", "shown"),
    [
        ("arabicAlpha", ["أ.", "ب.", "ت."]),
        ("arabicAbjad", ["أ.", "ب.", "ج."]),
        ("hindiNumbers", ["१.", "२.", "३."]),
        ("ordinal", ["1st.", "2nd.", "3rd."]),
        ("ordinalText", ["First.", "Second.", "Third."]),
        ("russianLower", ["а.", "б.", "в."]),
    ],
)
def test_lists_count_in_many_manners(manner: str, shown: list[str]) -> None:
    body = numbered("x") * 3
    assert labels(body, numbering=lists(level(0, manner, "%1."))) == shown


def test_a_manner_made_up_by_the_writer_gives_digits_and_length() -> None:
    def made_up(first: str) -> str:
        return (
            '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14">'
            f'<w:numFmt w:val="custom" w:format="{first}, 2, 3, ..."/></mc:Choice>'
            '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
            '<w:lvlText w:val="%1."/></w:lvl>'
        )

    body = numbered("x") * 2
    assert labels(body, numbering=lists(made_up("001"))) == ["009.", "010."]
    assert labels(body, numbering=lists(made_up("١"))) == ["٩.", "١٠."]


def test_numbered_headings_are_points_with_their_text() -> None:
    styles = style("H1", f"<w:pPr>{count(1)}</w:pPr>", name="heading 1")
    numbering = lists(level(0, "decimal", "Article %1"), level(1, "decimal", "%1.%2"))
    body = styled("Scope", "H1") + numbered("The boats.", 1) + numbered("The quay.", 1)
    body += styled("Tolls", "H1") + numbered("No toll.", 1)
    draft = parse(read(body, styles=styles, numbering=numbering).accepted.text())
    assert [point.mark for point in draft.all()] == ["Article 1", "1.1", "1.2", "Article 2", "2.1"]


# --- around words -------------------------------------------------------------------------------


def test_words_in_tags_and_controls_count_as_if_they_stood_alone() -> None:
    tag = f'<w:smartTag w:element="place">{run("Juba")}</w:smartTag>'
    control = (
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('May')}</w:sdtContent></w:sdt>"
    )
    block = f"<w:sdt><w:sdtContent>{par('block')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr><w:tc>{par('row')}</w:tc></w:tr></w:sdtContent></w:sdt>"
    cell = f"<w:tr><w:sdt><w:sdtContent><w:tc>{par('cell')}</w:tc></w:sdtContent></w:sdt></w:tr>"
    body = par("In ", tag, ", ", control, ".") + block + f"<w:tbl>{row}{cell}</w:tbl>"
    assert accepted(body) == ["In Juba, May.", "block", "row", "cell"]


def test_a_simple_field_shows_its_result() -> None:
    field = f'<w:fldSimple w:instr=" DATE ">{run("1 March")}</w:fldSimple>'
    assert accepted(par("On ", field, ".")) == ["On 1 March."]


def test_a_field_inside_the_code_of_another_shows_nothing() -> None:
    def sign(sort: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{sort}"/></w:r>'

    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    inner = sign("begin") + code + sign("separate") + run("inner") + sign("end")
    outer = sign("begin") + code + inner + sign("separate") + run("shown") + sign("end")
    assert accepted(par(outer, " behind")) == ["shown behind"]


def test_a_table_of_contents_is_no_part_of_the_text() -> None:
    styles = style("Toc1", name="toc 1") + style("TocH", name="TOC Heading")
    body = styled("Contents", "TocH") + styled("1. The boats\t3", "Toc1")
    body += par("1. The boats sail.") + par("2. The toll.")
    document = read(body, styles=styles)
    assert [p.words for p in parse(document.accepted.text()).points] == [
        "The boats sail.",
        "The toll.",
    ]
    assert len(document.accepted.paragraphs) == 4


def test_notes_at_the_end_stand_apart_and_separators_are_none() -> None:
    notes = (
        f'<w:endnote w:type="separator" w:id="-1">{par("line")}</w:endnote>'
        f'<w:endnote w:id="1">{par("One.")}{par("Two.")}</w:endnote>'
    )
    reference = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    document = read(par("x") + par("Words", reference), endnotes=notes)
    (note,) = document.notes
    assert (note.story, note.accepted, note.paragraph) == ("endnote", "One.\nTwo.", 1)
    assert document.accepted.paragraphs == ("x", "Words")


def test_parts_of_other_files_are_told_of_and_left_out() -> None:
    document = read(par("One.") + '<w:altChunk r:id="r9"/>' + par("Two."))
    assert document.accepted.paragraphs == ("One.", "Two.")
    assert document.told == ("embedded",)


def test_symbols_and_turned_direction_are_told_of() -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>'
    assert read(par("a", symbol, "b")).told == ("symbols",)
    turned = f'<w:bdo w:val="rtl">{run("123")}</w:bdo>'
    document = read(par(turned))
    assert (document.accepted.paragraphs, document.told) == (("123",), ("direction",))


def test_a_box_drawn_for_newer_and_older_programs_is_read_once() -> None:
    def boxed(words: str) -> str:
        return f"<w:txbxContent>{par(words)}</w:txbxContent>"

    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><x>'
        f"{boxed('new')}</x></w:drawing></mc:Choice><mc:Fallback><w:pict>{boxed('old')}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert accepted(par("around", box)) == ["around", "new"]


def test_what_only_newer_programs_know_is_read_as_older_ones_show_it() -> None:
    sign = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><x:symEx xmlns:x="urn:x"/>'
        "</mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert accepted(par("well ", sign)) == ["well ☺"]


def test_words_from_right_to_left_are_bold_by_their_own_switch() -> None:
    bold, plain = "<w:bCs/><w:rtl/>", "<w:bCs/>"
    lines = read(par(run("عنوان", bold)) + par(run("title", plain))).accepted.lines
    assert [line.bold for line in lines] == [True, False]


def test_strict_files_read_the_same() -> None:
    parts = parts_of(
        par("1. One ", dele("old", "Ana"), ins("new", "Ana"))
        + numbered("counted", 1)
        + par("in", properties='<w:ind w:start="36pt"/>'),
        numbering=lists(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)")),
        comments=f'<w:comment w:id="0" w:author="Ana">{par("Why?")}</w:comment>',
    )
    strict = {}
    for name, data in parts.items():
        text = data.decode()
        for loose, other in STRICT.items():
            text = text.replace(loose, other)
        strict[name] = text.encode()
    found, plain = read_docx(zipped(strict)), read_docx(zipped(parts))
    assert found.changes == plain.changes != ()
    assert found.comments == plain.comments != ()
    assert [line.label for line in found.accepted.lines] == ["", "a)", ""]
    assert [line.indent for line in found.accepted.lines] == [0, 0, 720]


# --- tables -------------------------------------------------------------------------------------


def _cell(words: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(words)}</w:tc>"


def test_cells_that_span_are_read_once_and_know_their_columns() -> None:
    wide, up, down = (
        '<w:gridSpan w:val="2"/>',
        '<w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
    )
    rows = [
        _cell("Both", wide),
        _cell("1. One.", up) + _cell("first", ""),
        _cell("", down) + _cell("second", ""),
    ]
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    lines = read(body).accepted.lines
    places = [(x.words, x.cell.row, x.cell.column, x.cell.columns) for x in lines if x.cell]
    assert places == [
        ("Both", 0, 0, 2),
        ("1. One.", 1, 0, 1),
        ("first", 1, 1, 1),
        ("", 2, 0, 1),
        ("second", 2, 1, 1),
    ]


def test_a_row_across_both_languages_belongs_to_the_one_it_is_in() -> None:
    rows = [
        _cell("The ferry", '<w:gridSpan w:val="2"/>'),
        _cell("العبارة", '<w:gridSpan w:val="2"/>'),
        _cell("1. The quay.", "") + _cell("1. الرصيف.", ""),
        _cell("2. The toll.", "") + _cell("2. الرسم.", ""),
    ]
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    reading = read(body).accepted
    assert parse(reading.text("en")).parts[0].words == "The ferry"
    assert parse(reading.text("ar")).parts[0].words == "العبارة"


def test_a_cell_before_which_columns_are_left_empty_stands_in_its_own() -> None:
    row = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{par("x")}</w:tc></w:tr>'
    (line,) = read(f"<w:tbl>{row}</w:tbl>").accepted.lines
    assert line.cell is not None
    assert line.cell.column == 1


def test_a_cell_put_in_or_taken_out_takes_its_words_along() -> None:
    cells = [("old", f"<w:cellDel {hand('Ana')}/>"), ("new", f"<w:cellIns {hand('Ana')}/>")]
    body = f"<w:tbl><w:tr>{''.join(_cell(words, p) for words, p in cells)}</w:tr></w:tbl>"
    document = read(body)
    assert [p for p in document.accepted.paragraphs if p] == ["new"]
    assert [p for p in document.original.paragraphs if p] == ["old"]
    assert document.authors == ("Ana",)


# --- changes ------------------------------------------------------------------------------------


def test_new_formats_of_paragraphs_and_numbers_are_no_changes_of_the_text() -> None:
    change = f"<w:pPrChange {hand('Ana')}><w:pPr/></w:pPrChange>"
    table_change = (
        f"<w:tbl><w:tblPr><w:tblPrChange {hand('Ana')}/></w:tblPr><w:tr><w:trPr><w:trPrChange "
        f"{hand('Ana')}/></w:trPr><w:tc>{par('cell')}</w:tc></w:tr></w:tbl>"
    )
    number = f'<w:numPr><w:numId w:val="1"/><w:ins {hand("Ana")}/></w:numPr>'
    document = read(
        par("One.", properties=change) + table_change + par("Two.", properties=number),
        numbering=lists(level(0, "decimal", "%1.")),
    )
    assert document.told == ("formatting",)
    assert document.changes == document.mark_changes == ()
    assert document.original == document.accepted
    assert proposals(document) == ()


def test_several_ends_taken_out_in_a_row_join_all_their_paragraphs() -> None:
    gone = ended("del", "Ana")
    body = par("One, ", properties=gone) + par("two, ", properties=gone) + par("three.")
    document = read(body + par("Four."))
    assert document.accepted.paragraphs == ("One, two, three.", "Four.")
    assert document.original.paragraphs == ("One, ", "two, ", "three.", "Four.")
    assert document.accepted.lines[0].sources == (0, 1, 2)


def test_a_joined_paragraph_keeps_the_number_of_its_first_words() -> None:
    gone = count(1, 0) + ended("del", "Ana")
    body = par("One, ", properties=gone) + numbered("two.") + numbered("Three.")
    document = read(body, numbering=lists(level(0, "decimal", "%1.")))
    shown = [(line.label, line.words) for line in document.accepted.lines]
    assert shown == [("1.", "One, two."), ("2.", "Three.")]


def test_a_move_inside_of_a_table_is_told_at_both_ends() -> None:
    def moved(name: str) -> str:
        return par(f"<w:{name} {hand('Ana')}>{run('walk')}</w:{name}>")

    document = read(table((moved("moveFrom"), moved("moveTo"))))
    assert [c.text for c in document.moves_from] == [c.text for c in document.moves_to] == ["walk"]
    assert [p for p in document.accepted.paragraphs if p] == ["walk"]


def test_a_deletion_inside_of_a_move_is_under_both_hands() -> None:
    inside = run("walk ") + dele("slowly", "Badr", 2)
    document = read(par(f"<w:moveTo {hand('Ana')}>{inside}</w:moveTo>"))
    (deletion,) = document.deletions
    assert (deletion.author, deletion.inside_insertion_by) == ("Badr", "Ana")
    assert document.accepted.paragraphs == ("walk ",)
    assert document.original.paragraphs == ("",)
