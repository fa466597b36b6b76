"""Drafts written as Word files: clean, and as redlines that give both versions back."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import docx as python_docx
import pytest
from hypothesis import given

from tests.text.word.build import (
    dele,
    docx,
    ended,
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
from tests.text.word.drafts import any_drafts, drafts, pairs
from wasit.entries import Mistake
from wasit.text.draft import DraftText
from wasit.text.parse import parse
from wasit.text.word import Reading, read_docx, write_clean, write_redline

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

ENGLISH = parse("THE FERRY\n\n1. The boats sail at noon.\n2. The quay stays open for 30 days.")
ARABIC = parse("العبارة\n\n1. تُبحر المراكب ظهرًا.\n2. يبقى الرصيف مفتوحًا ٣٠ يومًا وفق UNMISS.")
ENGLISH_2 = parse("THE FERRY\n\n1. The boats sail at one.\n2. No toll.\n3. The quay stays open.")
ARABIC_2 = parse("العبارة\n\n1. تُبحر المراكب عند الواحدة.\n2. لا رسم.\n3. يبقى الرصيف مفتوحًا.")


def words(reading: Reading) -> list[str]:
    """The paragraphs that are not empty, spaces of any sort alike."""
    return [" ".join(p.split()) for p in reading.paragraphs if p.strip()]


def clean(draft: DraftText) -> list[str]:
    return words(read_docx(write_clean(draft)).accepted)


def redlined(old: DraftText, new: DraftText, author: str = "Wasit", **more: object) -> bytes:
    return write_redline(old, new, author=author, date=NOON, **more)  # type: ignore[arg-type]


def xml_of(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


# --- clean --------------------------------------------------------------------------------------


@given(any_drafts())
def test_a_draft_written_clean_reads_back_the_same(draft: DraftText) -> None:
    document = read_docx(write_clean(draft))
    assert parse(document.accepted.text(), language=draft.language) == draft
    assert document.changes == ()
    assert document.told == ()


@given(drafts("en"), drafts("ar"))
def test_two_languages_side_by_side_read_back_the_same(en: DraftText, ar: DraftText) -> None:
    reading = read_docx(write_clean(en, beside=ar)).accepted
    assert parse(reading.text("en"), language="en") == en
    assert parse(reading.text("ar"), language="ar") == ar


def test_points_of_one_key_stand_side_by_side() -> None:
    lines = read_docx(write_clean(ENGLISH, beside=ARABIC)).accepted.lines
    rows = {(line.cell.row, line.cell.column): line.words.split()[0] for line in lines if line.cell}
    assert rows == {
        (0, 0): "THE",
        (0, 1): "العبارة",
        (1, 0): "1.",
        (1, 1): "1.",
        (2, 0): "2.",
        (2, 1): "2.",
    }


def test_right_to_left_is_marked_on_paragraphs_and_on_runs() -> None:
    text = xml_of(write_clean(ARABIC))
    assert text.count("<w:bidi/>") == 3
    runs = re.findall(r"<w:r>.*?</w:r>", text)
    marked = {"".join(re.findall("<w:t [^>]*>([^<]*)", r)): "<w:rtl/>" in r for r in runs}
    assert marked.pop("UNMISS") is False
    assert set(marked.values()) == {True}
    assert '<w:lang w:bidi="ar"/>' in text
    assert "<w:rtl/>" not in xml_of(write_clean(ENGLISH))


def test_arabic_words_in_an_english_text_are_marked() -> None:
    text = xml_of(write_clean(parse("1. The word هدنة means truce.")))
    assert re.search(r'<w:rtl/><w:lang w:bidi="ar"/></w:rPr><w:t [^>]*>هدنة</w:t>', text)


def test_equal_drafts_give_equal_bytes_dated_1980() -> None:
    data = redlined(ENGLISH, ENGLISH_2)
    assert data == redlined(ENGLISH, ENGLISH_2)
    infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert [i.filename for i in infos] == sorted(i.filename for i in infos)


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert clean(parse("1. One\x01 two\ufffe.")) == ["1. One two."]


def test_another_reader_opens_what_is_written() -> None:
    for data in (
        write_clean(ENGLISH, beside=ARABIC),
        redlined(ENGLISH, ENGLISH_2, beside=(ARABIC, ARABIC_2)),
    ):
        other = python_docx.Document(io.BytesIO(data))
        assert len(other.tables[0].columns) == 2
    plain = python_docx.Document(io.BytesIO(write_clean(ARABIC)))
    assert [p.text.replace("\t", " ") for p in plain.paragraphs] == clean(ARABIC)
    assert plain.paragraphs[0].style.name == "Title"


# --- redlines -----------------------------------------------------------------------------------


@given(pairs())
def test_a_redline_accepted_is_the_new_text_and_rejected_the_old(
    versions: tuple[DraftText, DraftText],
) -> None:
    old, new = versions
    document = read_docx(redlined(old, new))
    assert words(document.accepted) == clean(new)
    assert words(document.original) == clean(old)
    assert set(document.authors) <= {"Wasit"}


@given(pairs())
def test_the_same_holds_on_top_of_a_file(versions: tuple[DraftText, DraftText]) -> None:
    old, new = versions
    document = read_docx(redlined(old, new, base=write_clean(old)))
    assert words(document.accepted) == clean(new)
    assert words(document.original) == clean(old)


@given(pairs(), any_drafts())
def test_marks_of_two_hands_stay_under_those_of_a_third(
    versions: tuple[DraftText, DraftText], other: DraftText
) -> None:
    old, new = versions
    third = other if other.language == new.language else old
    first = redlined(old, new, "Ana")
    again = redlined(new, third, "Badr", base=first)
    last = read_docx(redlined(third, old, "Chadia", base=again))
    assert words(last.accepted) == clean(old)
    assert words(last.only("Ana", "Badr")) == clean(third)
    assert words(last.only("Ana")) == clean(new)
    assert words(last.original) == clean(old)


@given(drafts("en"), drafts("en"), drafts("ar"), drafts("ar"))
def test_a_redline_in_two_columns_gives_all_four_texts(
    old: DraftText, new: DraftText, old_ar: DraftText, new_ar: DraftText
) -> None:
    document = read_docx(redlined(old, new, beside=(old_ar, new_ar)))
    for reading, english, arabic in (
        (document.accepted, new, new_ar),
        (document.original, old, old_ar),
    ):
        assert parse(reading.text("en"), language="en") == english
        assert parse(reading.text("ar"), language="ar") == arabic


def test_changes_are_by_words_with_their_hand() -> None:
    document = read_docx(redlined(ENGLISH, ENGLISH_2))
    first = [(c.sort, c.text.strip()) for c in document.changes][:2]
    assert first == [("deletion", "noon"), ("insertion", "one")]
    assert {c.date for c in document.changes} == {"2026-03-01T12:00:00Z"}


def test_every_mark_has_a_number_of_its_own() -> None:
    data = redlined(ENGLISH_2, ENGLISH, "Badr", base=redlined(ENGLISH, ENGLISH_2, "Ana"))
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', xml_of(data))
    assert len(ids) == len(set(ids)) > 4


# --- on top of files as they come --------------------------------------------------------------


def on_top(body: str, change: str, into: str, **others: str) -> tuple[Reading, Reading, str]:
    """What a file reads as once a word of its text was changed, and before."""
    base = docx(body, **others)
    text = read_docx(base).accepted.text()
    data = redlined(parse(text), parse(text.replace(change, into)), "Chadia", base=base)
    document = read_docx(data)
    others_only = document.only(*(a for a in document.authors if a != "Chadia"))
    return document.accepted, others_only, xml_of(data)


def test_words_are_changed_inside_of_anothers_insertion() -> None:
    body = par("1. The boats", ins(" and small rafts", "Ana"), dele(" sail", "Badr"), " go.")
    accepted, before, xml = on_top(body, "small", "large")
    assert words(accepted) == ["1. The boats and large rafts go."]
    assert words(before) == ["1. The boats and small rafts go."]
    inside = r"and </w:t></w:r><w:del [^>]*Chadia[^>]*>.*?small</w:delText></w:r></w:del></w:ins>"
    assert re.search(rf'<w:ins [^>]*"Ana"[^>]*>(?:(?!</w:ins>).)*{inside}', xml)


def test_new_words_do_not_stand_inside_of_anothers_insertion() -> None:
    body = par("1. The boats", ins(" and small rafts", "Ana"), " go.")
    base = docx(body)
    old = parse(read_docx(base).accepted.text())
    new = parse("1. The boats and very small rafts go.")
    document = read_docx(redlined(old, new, "Chadia", base=base))
    assert "very" in words(document.only("Chadia"))[0]
    assert [c.author for c in document.insertions] == ["Ana", "Chadia", "Ana"]


def test_counted_numbers_are_left_to_word() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    body = numbered("The boats sail.") + numbered("The toll is paid.") + par("End of it.")
    base = docx(body, numbering=numbering)
    new = parse(
        "1. The boats sail.\n2. The quay is open.\n3. The toll is paid twice.\n\nEnd of it."
    )
    document = read_docx(redlined(parse(read_docx(base).accepted.text()), new, base=base))
    assert parse(document.accepted.text()) == new
    assert [line.label for line in document.accepted.lines] == ["1.", "2.", "3.", ""]
    assert "2." not in "".join(change.text for change in document.changes)


def test_formats_links_and_what_stands_between_words_stay() -> None:
    link = f'<w:hyperlink w:anchor="a">{run("quay")}</w:hyperlink>'
    mark = '<w:bookmarkStart w:id="7" w:name="a"/>'
    body = par("1. The ", run("old ", "<w:b/>"), mark, link, " stays.")
    accepted, before, xml = on_top(body, "old", "new")
    assert words(accepted) == ["1. The new quay stays."]
    assert words(before) == ["1. The old quay stays."]
    assert '<w:hyperlink w:anchor="a">' in xml
    assert 'w:name="a"' in xml
    assert re.search(r"<w:ins [^>]*><w:r><w:rPr><w:b/></w:rPr><w:t [^>]*>new", xml)


def test_cells_of_a_table_are_changed_where_they_stand() -> None:
    body = table(("1. The quay.", "1. الرصيف."), ("2. The toll.", "2. الرسم.")) + par("")
    base = docx(body)
    read = read_docx(base).accepted
    old, old_ar = parse(read.text("en")), parse(read.text("ar"))
    new, new_ar = parse("1. The quay.\n2. No toll."), parse("1. الرصيف.\n2. لا رسم.")
    found = read_docx(redlined(old, new, base=base, beside=(old_ar, new_ar)))
    assert parse(found.accepted.text("en")) == new
    assert parse(found.accepted.text("ar")) == new_ar
    assert words(found.original) == words(read)


def test_a_line_that_holds_several_points_is_changed_inside() -> None:
    body = par("1. One.", "<w:r><w:br/></w:r>", "2. Two.", "<w:r><w:br/></w:r>", "3. Three.")
    base = docx(body)
    old = parse(read_docx(base).accepted.text())
    new = parse("1. One.\n2. Three times.\n3. Four.")
    document = read_docx(redlined(old, new, base=base))
    assert parse(document.accepted.text()) == new
    assert parse(document.original.text()) == old


def test_an_end_put_in_by_another_can_be_taken_out() -> None:
    body = (
        par("1. One.") + par(ins("2. Two.", "Ana"), properties=ended("ins", "Ana")) + par("3. X.")
    )
    base = docx(body)
    document = read_docx(
        redlined(parse("1. One.\n2. Two.\n3. X."), parse("1. One.\n3. X."), "Badr", base=base)
    )
    assert words(document.accepted) == ["1. One.", "3. X."]
    assert words(document.only("Ana")) == ["1. One.", "2. Two.", "3. X."]


def test_new_points_come_into_an_empty_file() -> None:
    new = parse("1. One.\n2. Two.")
    for body in ("", "<w:p/>"):
        document = read_docx(redlined(parse(""), new, base=docx(body)))
        assert words(document.accepted) == ["1. One.", "2. Two."]
        assert words(document.original) == []


def test_words_put_in_around_a_formula_are_not_lost() -> None:
    body = par("1. Area ", "<m:oMath><m:r><m:t>a b c</m:t></m:r></m:oMath>", " is held.")
    old = parse("1. Area a b c is held.")
    document = read_docx(redlined(old, parse("1. Area a new b c is held."), base=docx(body)))
    assert "new" in words(document.accepted)[0]
    assert words(document.original) == ["1. Area a b c is held."]


def test_other_parts_of_the_file_stay_as_they_are() -> None:
    style = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="heading 2"/></w:style>'
    parts = parts_of(par("1. One."), styles=style)
    data = redlined(parse("1. One."), parse("1. Two."), base=zipped(parts))
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert {n: archive.read(n) for n in archive.namelist() if n != "word/document.xml"} == {
        n: d for n, d in parts.items() if n != "word/document.xml"
    }


@pytest.mark.parametrize(
    ("more", "body", "says"),
    [
        ({"word/vbaProject.bin": b"x"}, "", "holds macros"),
        ({}, '<w:fldSimple w:instr=" DDEAUTO c:\\x "/>', "DDEAUTO"),
        (
            {},
            "<w:r><w:instrText>INCLUDE</w:instrText><w:instrText>TEXT x</w:instrText></w:r>",
            "INCLUDETEXT",
        ),
    ],
)
def test_nothing_is_handed_on_that_runs_or_fetches(
    more: dict[str, bytes], body: str, says: str
) -> None:
    base = zipped({**parts_of(par("1. One.", body or "")), **more})
    with pytest.raises(Mistake, match=says):
        redlined(parse("1. One."), parse("1. Two."), base=base)


def test_a_picture_elsewhere_is_refused_and_a_template_elsewhere_left_out() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="p" Type="{kind}/%s" Target="http://x.test/" TargetMode="External"/>'
    old, new = parse("1. One."), parse("1. Two.")
    with pytest.raises(Mistake, match="refers to a part outside"):
        redlined(old, new, base=docx(par("1. One."), links=link % "image"))
    for kept in ("attachedTemplate", "hyperlink"):
        data = redlined(old, new, base=docx(par("1. One."), links=link % kept))
        relations = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels")
        assert (b"x.test" in relations) == (kept == "hyperlink")


def test_a_cell_of_few_words_with_a_name_in_latin_is_arabic() -> None:
    en = parse("1. UNMISS leaves.", language="en")
    ar = parse("1. إنّ UNMISS.", language="ar")
    reading = read_docx(write_clean(en, beside=ar)).accepted
    assert parse(reading.text("en"), language="en") == en
    assert parse(reading.text("ar"), language="ar") == ar
