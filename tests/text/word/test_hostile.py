"""Files made to harm are refused plainly: one line, with the name and the part."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest

from tests.text.word.build import (
    NAMES,
    docx,
    ended,
    ins,
    level,
    lists,
    numbered,
    par,
    parts_of,
    run,
    zipped,
)
from wasit.entries import Mistake
from wasit.text.word import limits, proposals, read_docx

GOOD = parts_of(par("1. The quay."))
DOCUMENT = "word/document.xml"


def refused(data: bytes) -> str:
    """What is said of ``data``."""
    with pytest.raises(Mistake) as found:
        read_docx(data, name="draft.docx")
    said = str(found.value)
    assert "\n" not in said
    assert said.startswith("draft.docx")
    return said


def with_document(text: str | bytes) -> bytes:
    return zipped({**GOOD, DOCUMENT: text if isinstance(text, bytes) else text.encode()})


def with_body(body: str) -> bytes:
    return with_document(f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")


# --- the archive --------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", b"hello", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    assert "no whole zip archive" in refused(data)


def test_an_older_or_locked_file_is_named() -> None:
    assert "password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_an_archive_without_a_text_is_refused() -> None:
    assert "holds no text" in refused(zipped({"mimetype": b"x", "content.xml": b"<a/>"}))
    assert "holds no text" in refused(with_document(f"<w:styles {NAMES}/>"))


def test_a_file_that_is_too_long_is_refused() -> None:
    assert "50000000" in refused(bytes(limits.PACKED_BYTES + 1))


def test_too_many_parts_are_refused() -> None:
    more = {f"word/{n}.xml": b"" for n in range(limits.PARTS)}
    assert "more than 2000 parts" in refused(zipped({**GOOD, **more}))


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    bomb = bytes(limits.UNPACKED_BYTES // 4 + 1)
    more = {f"word/media/{n}.bin": bomb for n in range(4)}
    assert "unpacks to more than 200000000 bytes" in refused(zipped({**GOOD, **more}))


def test_an_archive_in_the_archive_is_not_opened() -> None:
    inner = zipped({"bomb.bin": bytes(1_000_000)})
    for _ in range(5):
        inner = zipped({"inner.zip": inner})
    document = read_docx(zipped({**GOOD, "word/embeddings/inner.docx": inner}))
    assert document.told == ("embedded",)


def lying(name: str, size: int) -> bytes:
    """The good file, with a part said to be ``size`` bytes long."""
    data = bytearray(zipped(GOOD))
    at = data.index(b"PK\x01\x02")
    while bytes(data[at + 46 : at + 46 + len(name)]) != name.encode():
        at = data.index(b"PK\x01\x02", at + 1)
    struct.pack_into("<L", data, at + 24, size)
    return bytes(data)


@pytest.mark.parametrize("size", [0, 1, 10_000_000])
def test_a_part_longer_or_shorter_than_told_is_refused(size: int) -> None:
    said = refused(lying(DOCUMENT, size))
    assert "word/document.xml: a part that is not what the directory says" in said


def changed_directory(edit: Callable[[bytearray, int], None]) -> bytes:
    """The good file, its last entry in the directory changed."""
    data = bytearray(zipped(GOOD))
    edit(data, data.rindex(b"PK\x01\x02"))
    return bytes(data)


def test_parts_that_overlap_are_refused() -> None:
    data = bytearray(zipped({"a.xml": b"a" * 60, "b.xml": b"a" * 60}))
    first, second = data.index(b"PK\x03\x04"), data.rindex(b"PK\x03\x04")
    entries = [data.index(b"PK\x01\x02"), data.rindex(b"PK\x01\x02")]
    # The first part says that it holds the second as well, stored as it is.
    inside = bytes(data[first + 30 + 5 : entries[0]])
    struct.pack_into("<H", data, first + 8, 0)
    struct.pack_into("<H", data, entries[0] + 10, 0)
    struct.pack_into("<3L", data, entries[0] + 16, zlib.crc32(inside), len(inside), len(inside))
    assert second > first
    assert "parts that overlap" in refused(bytes(data))


def test_a_part_that_stands_twice_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in (*GOOD, "WORD/Document.xml"):
            archive.writestr(name, GOOD.get(name, b"<a/>"))
    assert "WORD/Document.xml: a part that stands twice" in refused(out.getvalue())


@pytest.mark.parametrize(
    "name",
    ["../evil.xml", "/etc/x", "word/../../x", "word//x", "C:/x", "a\\..\\b", "word/./x", "a\x07"],
)
def test_names_that_lead_out_are_refused(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = name
        archive.writestr(info, b"x")
    assert "leads out of the file" in refused(out.getvalue())


def test_a_locked_part_is_refused() -> None:
    def lock(data: bytearray, at: int) -> None:
        struct.pack_into("<H", data, at + 8, 0x1)

    assert "a locked part" in refused(changed_directory(lock))


def test_a_link_is_refused() -> None:
    def link(data: bytearray, at: int) -> None:
        struct.pack_into("<L", data, at + 38, 0o120777 << 16)

    assert "a link instead of a part" in refused(changed_directory(link))


def test_an_unknown_manner_of_packing_is_refused() -> None:
    def other(data: bytearray, at: int) -> None:
        struct.pack_into("<H", data, at + 10, 12)

    assert "packed in an unknown manner" in refused(changed_directory(other))


def test_a_part_that_has_another_name_inside_is_refused() -> None:
    data = bytearray(zipped(GOOD))
    at = data.index(DOCUMENT.encode())
    data[at : at + 4] = b"evil"
    assert "is not what the directory says" in refused(bytes(data))


def test_folders_in_the_archive_do_no_harm() -> None:
    assert read_docx(zipped({**GOOD, "word/": b""})).accepted.paragraphs == ("1. The quay.",)


# --- the XML ------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", sorted(set(GOOD) - {"[Content_Types].xml"}))
def test_a_document_type_is_refused_in_every_part_that_is_read(part: str) -> None:
    entities = '<!DOCTYPE a [<!ENTITY x "aaaa"><!ENTITY y "&x;&x;&x;">]>'
    data = zipped({**GOOD, part: entities.encode() + GOOD[part]})
    assert f"{part}: a document type; none is expected" in refused(data).replace("line 1, ", "")


def test_a_document_type_that_names_a_file_is_refused() -> None:
    text = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><w:document/>'
    assert "a document type" in refused(with_document(text))


@pytest.mark.parametrize(
    "text", ["<w:document", "<a>&x;</a>", "<a/><b/>", "\x00", "", "<a b='1' b='2'/>"]
)
def test_what_is_no_xml_is_refused_with_its_line(text: str) -> None:
    assert "line 1, word/document.xml: not well-formed XML" in refused(with_document(text))


def test_an_unknown_encoding_is_refused() -> None:
    text = f'<?xml version="1.0" encoding="x-none"?><w:document {NAMES}/>'
    assert "not well-formed XML" in refused(with_document(text))


def test_ten_thousand_elements_inside_each_other_are_refused() -> None:
    for tag in ("w:tbl", "w:ins", "w:sdt", "x"):
        body = f"<{tag}>" * 10_000 + f"</{tag}>" * 10_000
        assert "nested deeper than 200" in refused(with_body(f"<w:p>{body}</w:p>"))


def test_nesting_up_to_the_limit_is_read() -> None:
    depth = limits.NESTING - 6
    body = "<w:p>" + "<w:smartTag>" * depth + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * depth
    assert read_docx(with_body(f"{body}</w:p>")).accepted.paragraphs == ("x",)


def test_a_paragraph_of_20_mb_is_refused() -> None:
    for words in ("word " * 4_000_000, "\n" * 20_000_000):
        said = refused(with_body(par(words)))
        assert "a paragraph longer than 200000 characters" in said
    many = "<w:r><w:t>word</w:t></w:r>" * 60_000
    assert "longer than 200000" in refused(with_body(f"<w:p>{many}</w:p>"))


def test_a_tag_of_20_mb_is_refused() -> None:
    text = f'<w:p w:x="{"x" * 20_000_000}"/>'
    assert "a tag longer than 1000000 bytes" in refused(with_body(text))


def test_too_many_tags_are_refused() -> None:
    assert "more than 200000 tags" in refused(with_body("<w:p/>" * (limits.TAGS + 1)))


def test_a_part_that_is_too_long_is_refused() -> None:
    said = refused(with_body("<!-- -->" * (limits.XML_BYTES // 8 + 1)))
    assert "a part longer than 30000000 bytes" in said


def test_relations_that_lead_out_or_nowhere_are_not_followed() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="x{n}" Type="{kind}/{what}" Target="{target}" TargetMode="{mode}"/>'
        for n, (what, target, mode) in enumerate(
            [
                ("comments", "http://x.test/comments.xml", "External"),
                ("styles", "../../../../etc/passwd", "Internal"),
                ("numbering", "missing.xml", "Internal"),
                ("footnotes", "document.xml", "Internal"),
            ]
        )
    )
    document = read_docx(docx(par("One"), links=links))
    assert document.accepted.paragraphs == ("One",)
    assert document.told == ("remote",)


def test_macros_are_told_of_and_not_run() -> None:
    assert read_docx(zipped({**GOOD, "word/vbaProject.bin": b"x"})).told == ("macros",)


def test_a_list_that_counts_without_end_is_written_in_digits() -> None:
    first = level(0, "lowerRoman", "%1.").replace(
        '<w:start w:val="1"/>', '<w:start w:val="999999"/>'
    )
    document = read_docx(docx(numbered("x"), numbering=lists(first)))
    assert document.accepted.lines[0].label == "999999."


def test_the_name_of_a_part_is_shown_without_what_could_mislead() -> None:
    data = zipped({**GOOD, "word/\u202efdp.xml": b"", "word/\u202eFDP.xml": b""})
    assert "\\u202e" in refused(data)


# --- what is small in the file and large in the reading -----------------------------------------


def styles_with(inside: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="s"/>{inside}</w:style>'


def test_too_many_paragraphs_and_broken_lines_are_refused() -> None:
    assert "more than 10000 paragraphs" in refused(with_body("<w:p/>" * 10_001))
    lines = "<w:p><w:r>" + "<w:br/>" * 5_001 + "</w:r></w:p>"
    assert "more than 10000 paragraphs" in refused(with_body(lines * 2))


def test_too_many_attributes_names_and_namespaces_are_refused() -> None:
    many = " ".join(f'a{n}=""' for n in range(4_000))
    assert "attributes" in refused(with_body(f"<w:p {many}/>" * 101))
    names = "".join(f"<a{n}/>" for n in range(5_000))
    assert "more than 5000 names of tags and attributes" in refused(with_body(names))
    spaces = "".join(f'<w:p xmlns:a{n}="u{n}"/>' for n in range(5_000))
    assert "more than 5000 names of tags and attributes" in refused(with_body(spaces))


def test_a_long_paragraph_in_pieces_around_boxes_is_refused() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>"
    body = "<w:p>" + (run("word " * 10_000) + box) * 5 + "</w:p>"
    assert "a paragraph longer than 200000 characters" in refused(with_body(body))


def test_paragraphs_that_join_to_a_long_one_are_refused() -> None:
    for mark in ("ins", "del"):
        body = par("word " * 10_000, properties=ended(mark, "Ana")) * 5
        said = refused(with_body(body))
        assert "[5]: a paragraph longer than 200000 characters" in said


def test_too_many_comments_are_refused() -> None:
    comments = '<w:comment w:id="1"/>' * (limits.COMMENTS + 1)
    assert "word/comments.xml: more than 2000 comments" in refused(docx("", comments=comments))


def test_a_long_pattern_of_numbers_is_refused() -> None:
    numbering = lists(level(0, "decimal", "%1" * 128))
    said = refused(docx(numbered("x"), numbering=numbering))
    assert "word/numbering.xml: a pattern of numbers longer than 255 characters" in said


def test_a_number_shown_many_times_over_stays_short() -> None:
    first = level(0, "lowerRoman", "%1" * 120).replace('val="1"/>', 'val="32767"/>', 1)
    document = read_docx(docx(numbered("x"), numbering=lists(first)))
    assert len(document.accepted.lines[0].label) == 255


def test_every_hand_on_one_long_paragraph_is_refused_to_be_told() -> None:
    body = "".join(
        par(ins("word " * 20, f"hand {n}"), properties=ended("ins", "Ana")) for n in range(1_900)
    )
    document = read_docx(with_body(body), name="draft.docx")
    with pytest.raises(Mistake, match=r"draft\.docx: changes that reach over more than 10000000"):
        proposals(document)


def test_many_hands_in_many_paragraphs_are_told() -> None:
    body = "".join(par(f"{n}. Word", ins("s", f"hand {n}"), ".") for n in range(1, 901))
    found = proposals(read_docx(with_body(body)))
    assert len(found) == 900
    assert (found[-1].author, found[-1].point, found[-1].words) == ("hand 900", "900", "Words.")


def test_a_style_may_hold_much_and_be_used_often() -> None:
    much = f"<w:rPr>{'<w:i/>' * 60_000}<w:b/></w:rPr>"
    used = '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    document = read_docx(docx(used * 5_000, styles=styles_with(much)))
    assert all(line.bold for line in document.accepted.lines)
