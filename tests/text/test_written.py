"""A draft written out as Markdown and as a page."""

from __future__ import annotations

from wasit.text.compare import compare
from wasit.text.parse import parse
from wasit.text.written import redline_page, to_markdown, to_page

OLD = "Ferry\n\n1. Boats <b>sail</b> six times.\n   (a) By day.\n2. Nets are *marked*.\n"
NEW = OLD.replace("six", "eight")
ARABIC = "العبّارة\n\n١. تُبحر ست مرات.\n"


def test_markdown_holds_the_labels_as_written_and_its_marks_are_no_marks() -> None:
    written = to_markdown(parse(OLD))
    assert written.startswith("# Ferry\n")
    assert "1. Boats \\<b\\>sail\\</b\\> six times." in written
    assert "  (a) By day." in written
    assert "\\*marked\\*" in written


def test_a_page_has_its_languages_side_by_side_in_their_own_direction() -> None:
    page = to_page({"ar": parse(ARABIC), "en": parse(OLD)})
    assert page.startswith('<!doctype html>\n<html lang="ar" dir="rtl">')
    assert '<article lang="en" dir="ltr">' in page
    assert "Boats &lt;b&gt;sail&lt;/b&gt;" in page
    assert "default-src 'none'" in page


def test_a_redline_marks_what_went_and_what_came() -> None:
    page = redline_page({"en": compare(parse(OLD), parse(NEW))})
    assert "<del>six</del><ins>eight</ins>" in page
    assert "<b>" not in page


def test_a_redline_has_what_stands_around_the_points() -> None:
    new = NEW.replace("Ferry", "The ferry") + "\nAnnex A\n\n1. A map.\n"
    page = redline_page({"en": compare(parse(OLD), parse(new))})
    assert "<h1><del>Ferry</del><ins>The ferry</ins></h1>" in page
    assert page.index("<h1>") < page.index("<del>six</del>") < page.index("A map.")
