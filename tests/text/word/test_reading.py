"""What a Word file reads as: hands, tables, fields, hidden words, notes, remarks."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from tests.text.word.build import (
    W,
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
from wasit.entries import Mistake
from wasit.text.parse import parse
from wasit.text.word import Document, placed, proposals, read_docx


def read(body: str, **others: str) -> Document:
    return read_docx(docx(body, **others))


def accepted(body: str) -> list[str]:
    return list(read(body).accepted.paragraphs)


def original(body: str) -> list[str]:
    return list(read(body).original.paragraphs)


def test_an_insertion_and_a_deletion_are_told_with_their_hands() -> None:
    document = read(par("The boats ", dele("sail", "Ana", 1), ins("leave", "Badr", 2), " at noon."))
    assert document.original.paragraphs == ("The boats sail at noon.",)
    assert document.accepted.paragraphs == ("The boats leave at noon.",)
    assert [(c.author, c.date, c.text) for c in document.changes] == [
        ("Ana", "2026-03-01T09:00:00Z", "sail"),
        ("Badr", "2026-03-02T09:00:00Z", "leave"),
    ]
    assert document.only("Ana").paragraphs == ("The boats  at noon.",)
    assert document.only("Badr").paragraphs == ("The boats sailleave at noon.",)
    assert document.authors == ("Ana", "Badr")


def test_what_one_deletes_of_anothers_insertion_stands_under_both() -> None:
    body = par("A", ins(run(" new") + dele(" bad", "Badr", 2), "Ana"), ".")
    document = read(body)
    (insertion,), (deletion,) = document.insertions, document.deletions
    assert insertion.text == " new bad"
    assert (deletion.text, deletion.inside_insertion_by) == (" bad", "Ana")
    assert (accepted(body), original(body)) == (["A new."], ["A."])


def test_a_paragraph_whose_end_was_taken_out_runs_on_into_the_next() -> None:
    body = par("One ", properties=ended("del", "Ana")) + par("two.")
    assert (accepted(body), original(body)) == (["One two."], ["One ", "two."])


def test_a_paragraph_whose_end_was_put_in_was_one_with_the_next() -> None:
    body = par("One ", properties=ended("ins", "Ana")) + par("two.")
    assert (accepted(body), original(body)) == (["One ", "two."], ["One two."])


def test_paragraphs_do_not_run_on_from_a_cell() -> None:
    cell = par(dele("One", "Ana"), properties=ended("del", "Ana"))
    body = table((cell, "two")) + par("three")
    assert [p for p in accepted(body) if p] == ["two", "three"]


def test_changes_are_found_in_links_tables_and_controls() -> None:
    link = f'<w:hyperlink r:id="r9">{ins("linked", "Ana")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{dele('held', 'Badr')}</w:sdtContent></w:sdt>"
    document = read(table((par(link), par(control))))
    assert [(c.sort, c.author, c.text) for c in document.changes] == [
        ("insertion", "Ana", "linked"),
        ("deletion", "Badr", "held"),
    ]


def test_a_row_put_in_or_taken_out_takes_its_words_along() -> None:
    rows = "".join(
        f"<w:tr><w:trPr><w:{mark} {hand('Ana')}/></w:trPr><w:tc>{par(words)}</w:tc></w:tr>"
        for mark, words in (("ins", "new"), ("del", "old"))
    )
    body = f"<w:tbl>{rows}<w:tr><w:tc>{par('kept')}</w:tc></w:tr></w:tbl>"
    assert accepted(body) == ["new", "kept"]
    assert original(body) == ["old", "kept"]


def test_a_move_is_told_at_both_ends() -> None:
    body = par(f"<w:moveFrom {hand('Ana')}>{run('walk')}</w:moveFrom>") + par(
        f"<w:moveTo {hand('Ana')}>{run('walk')}</w:moveTo>"
    )
    document = read(body)
    assert [c.text for c in document.moves_from] == ["walk"]
    assert [c.text for c in document.moves_to] == ["walk"]
    assert document.insertions == document.deletions == ()
    assert (accepted(body), original(body)) == (["", "walk"], ["walk", ""])


def test_formatting_changes_are_told_of_and_change_nothing() -> None:
    change = f"<w:b/><w:rPrChange {hand('Ana')}><w:rPr/></w:rPrChange>"
    document = read(par(run("Bold now.", change)))
    assert document.told == ("formatting",)
    assert document.original == document.accepted
    assert document.changes == ()


def test_hidden_words_are_told_apart() -> None:
    style = (
        '<w:style w:type="character" w:styleId="H"><w:name w:val="h"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    hidden = run("secret ", "<w:vanish/>") + run("by style ", '<w:rStyle w:val="H"/>')
    shown = run("shown", '<w:vanish w:val="0"/>')
    document = read(par(hidden, shown), styles=style)
    assert document.accepted.paragraphs == ("shown",)
    assert document.hidden == ("secret by style ",)


def test_a_field_shows_its_result_and_is_not_followed() -> None:
    code = '<w:r><w:instrText xml:space="preserve"> INCLUDETEXT "C:\\secret" </w:instrText></w:r>'
    field = "".join(
        part if part.startswith("<") else f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>'
        for part in ("begin", code, run("code"), "separate", run("result"), "end")
    )
    document = read(par("See ", field, "."))
    assert document.accepted.paragraphs == ("See result.",)
    assert document.told == ("fields",)


def test_a_field_that_never_ends_hides_nothing_behind_its_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert accepted(par("One", begin) + par("Two")) == ["One", "Two"]


def test_tabs_breaks_and_hyphens_are_kept() -> None:
    signs = "<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/><w:cr/></w:r>"
    assert accepted(par("a", signs, "b")) == ["a\t\n\u2011\nb"]


def test_of_contents_for_newer_and_older_programs_one_is_read() -> None:
    choice = (
        f"<mc:AlternateContent><mc:Choice Requires='w14'>{run('new')}</mc:Choice>"
        f"<mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent>"
    )
    assert accepted(par(choice)) == ["new"]


def test_text_boxes_are_read_behind_their_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{par('boxed')}</w:txbxContent></w:pict></w:r>"
    assert accepted(par("around", box) + par("behind")) == ["around", "boxed", "behind"]


def test_other_prefixes_and_the_strict_manner_read_the_same() -> None:
    parts = parts_of(par("One ", ins("two", "Ana")))
    plain = read_docx(zipped(parts))
    text = parts["word/document.xml"].decode().replace("w:", "v:").replace(":w=", ":v=")
    strict = text.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    for other in (text, strict):
        found = read_docx(zipped({**parts, "word/document.xml": other.encode()}))
        assert found.changes == plain.changes != ()


def test_footnotes_have_both_texts() -> None:
    note = f'<w:footnote w:id="2">{par("See ", dele("old", "Ana"), ins("new", "Ana"))}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    document = read(par("Words", reference), footnotes=note)
    (found,) = document.notes
    assert (found.original, found.accepted, found.paragraph) == ("See old", "See new", 0)
    assert document.accepted.paragraphs == ("Words",)
    assert [c.text for c in document.changes] == ["old", "new"]


def test_a_remark_knows_its_point_and_its_thread() -> None:
    body = par("1. First.") + par(
        "2. ",
        '<w:commentRangeStart w:id="0"/>',
        "Second point",
        '<w:commentRangeEnd w:id="0"/>',
        ".",
    )
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="{who}" w:initials="{who[0]}">'
        f'<w:p w14:paraId="{n}"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
        for n, who, words in ((0, "Ana", "Why?"), (1, "Badr", "Because."))
    )
    threads = (
        '<w15:commentEx w15:paraId="0" w15:done="1"/>'
        '<w15:commentEx w15:paraId="1" w15:paraIdParent="0" w15:done="0"/>'
    )
    document = read(body, comments=comments, commentsExtended=threads)
    first, second = placed(document.comments, document)
    assert (first.point, first.comment.anchor, first.comment.done) == ("2", "Second point", True)
    assert (second.comment.answers, second.comment.initials) == ("0", "B")


# --- text for parsing ---------------------------------------------------------------------------


def test_counted_numbers_stand_in_front_and_nest() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"))
    body = numbered("Boats:") + numbered("large;", 1) + numbered("small.", 1) + numbered("Quays.")
    text = read(body, numbering=numbering).accepted.text()
    assert [(p.key, p.words) for p in parse(text).all()] == [
        ("1", "Boats:"),
        ("1.a", "large;"),
        ("1.b", "small."),
        ("2", "Quays."),
    ]


def test_numbers_are_counted_in_each_reading_for_itself() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    new = par(ins("New.", "Ana"), properties=properties + ended("ins", "Ana"))
    document = read(numbered("One.") + new + numbered("Last."), numbering=numbering)
    assert [line.label for line in document.accepted.lines] == ["1.", "2.", "3."]
    assert [(line.label, line.words) for line in document.original.lines] == [
        ("1.", "One."),
        ("2.", "Last."),
    ]


def test_two_columns_are_two_languages() -> None:
    rows = [("1. The quay.", "1. الرصيف."), ("2. The toll.", "2. الرسم.")]
    document = read(par("The ferry") + par("العبارة") + table(*rows))
    assert document.languages == ("ar", "en")
    english, arabic = (parse(document.accepted.text(of)) for of in ("en", "ar"))
    assert [p.words for p in english.points] == ["The quay.", "The toll."]
    assert [p.words for p in arabic.points] == ["الرصيف.", "الرسم."]
    assert english.parts[0].words == "The ferry"
    assert arabic.parts[0].words == "العبارة"


def test_a_number_in_a_cell_of_its_own_is_that_of_the_next_cell() -> None:
    document = read(table(("1.", "The quay."), ("2.", "The toll.")))
    assert [(p.key, p.words) for p in parse(document.accepted.text()).points] == [
        ("1", "The quay."),
        ("2", "The toll."),
    ]


def test_headings_and_bold_lines_are_told_from_paragraphs() -> None:
    style = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="heading 2"/></w:style>'
    body = par("Ferry") + par("Safety", properties='<w:pStyle w:val="T"/>') + par("1. One.")
    body += par(run("Tolls", "<w:b/>")) + par("2. Two.")
    draft = parse(read(body, styles=style).accepted.text())
    assert [(p.kind, p.words) for p in draft.parts] == [
        ("title", "Ferry"),
        ("heading", "Safety"),
        ("heading", "Tolls"),
    ]


# --- proposals ----------------------------------------------------------------------------------


def test_each_authors_changes_are_formulations_of_their_own() -> None:
    body = par("1. The boats ", dele("sail", "Ana"), ins("leave", "Badr", 2), ".")
    body += par("2. Kept.") + par(dele("3. Gone.", "Ana"), properties=ended("del", "Ana"))
    body += par(ins("3. Fresh.", "Badr", 2), properties=ended("ins", "Badr", 2)) + par("4. End.")
    found = proposals(read(body))
    assert [(p.author, p.kind, p.point, p.original, p.words) for p in found] == [
        ("Ana", "amended", "1", "The boats sail.", "The boats ."),
        ("Ana", "dropped", "3", "Gone.", ""),
        ("Badr", "amended", "1", "The boats sail.", "The boats sailleave."),
        ("Badr", "new", "3", "", "Fresh."),
    ]


def test_what_changes_anothers_insertion_is_told_to_rest_on_it() -> None:
    body = par("1. Boats", ins(run(" and rafts") + dele(" and swimmers", "Badr", 2), "Ana"), ".")
    found = {p.author: p for p in proposals(read(body))}
    assert found["Ana"].words == "Boats and rafts and swimmers."
    assert found["Badr"].original == "Boats and rafts and swimmers."
    assert found["Badr"].words == "Boats and rafts."
    assert found["Badr"].upon == ("Ana",)


def test_a_moved_paragraph_is_one_proposal() -> None:
    def moved(name: str) -> str:
        change = f"<w:{name} {hand('Ana')}>{run('Walk on.')}</w:{name}>"
        return par(change, properties=ended(name, "Ana"))

    body = moved("moveFrom") + par("Stay.") + moved("moveTo") + par("End.")
    (found,) = proposals(read(body))
    assert (found.kind, found.words) == ("moved", "Walk on.")


# --- refusals -----------------------------------------------------------------------------------


def test_a_paragraph_that_overrides_direction_is_refused_with_its_place() -> None:
    with pytest.raises(Mistake, match=r"a\.docx, word/document\.xml\[2\]: .*U\+202E"):
        read_docx(docx(par("one") + par("two\u202e")), name="a.docx")


def test_another_reader_sees_the_same_words() -> None:
    body = par("One ", run("two", "<w:b/>"), " three") + table(("a", "b"), ("c", "د"))
    data = docx(body)
    other = python_docx.Document(io.BytesIO(data))
    cells = [cell.text for row in other.tables[0].rows for cell in row.cells]
    theirs = [*(p.text for p in other.paragraphs), *cells]
    assert list(read_docx(data).accepted.paragraphs) == theirs
