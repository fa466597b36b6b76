"""The page of a report: all of it, every find marked, nothing that runs or fetches."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.press.made import ferry, report
from wasit.language.spans import Span
from wasit.press.document import SourceText, document_of
from wasit.press.engine import RuleReader
from wasit.press.finds import closed, finds_of
from wasit.press.marked import rows, to_html
from wasit.press.reading import Alignment, Figure, Reading

NOT_CLOSED = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """The tags of a page, their nesting checked, and its text outside the notes of marks."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.cells: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in NOT_CLOSED:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open and "sup" not in self.open:
            self.cells.append(data)

    @property
    def text(self) -> str:
        """The text of the report as it stands on the page, white space left out."""
        return "".join("".join(self.cells).split())


def bare(text: str) -> str:
    return "".join(text.split())


def columns(reading: Reading) -> Iterator[str]:
    for row in rows(reading):
        for language in ("en", "ar"):
            for paragraph in row.get(language, ()):  # type: ignore[call-overload]
                yield paragraph.span.of(reading.document.text)


def test_the_whole_text_stands_on_the_page_once() -> None:
    reading = ferry()
    assert Page(to_html(reading)).text == bare("".join(columns(reading)))


def test_every_find_is_marked_where_it_stands_and_listed() -> None:
    reading = ferry()
    page = to_html(reading)
    for find in finds_of(reading):
        assert page.count(f'<a href="#{find.mark}">') == len(find.item.spans)
        assert page.count(f'id="{find.mark}"') == 1


def test_translations_stand_in_one_row() -> None:
    found = rows(ferry())
    assert [sorted(row) for row in found] == [["ar", "en"]] * 5


def test_what_one_language_lacks_stands_alone_in_its_place() -> None:
    document = document_of(SourceText("One.\nTwo.\nThree.\nواحد.\nثلاثة.\n"))
    reading = Reading(document, Alignment(paragraphs=((0, 0), (1, 2))))
    assert [sorted(row) for row in rows(reading)] == [["ar", "en"], ["en"], ["ar", "en"]]


def test_paragraphs_that_cross_are_all_there() -> None:
    document = document_of(SourceText("One.\nTwo.\nThree.\nثلاثة.\nواحد.\nأربعة.\n"))
    reading = Reading(document, Alignment(paragraphs=((0, 2), (1, 0), (1, 1))))
    assert sorted(columns(reading)) == sorted(document.text.splitlines())
    assert Page(to_html(reading)).text == bare("".join(columns(reading)))


def test_nothing_on_the_page_runs_or_is_fetched() -> None:
    hostile = (
        'date 2026-01-01 <script>alert(1)</script> "x" onmouseover=1 & <img src=//e.example/a>\n'
        "</p></main><style>*{display:none}</style> {{ 7*7 }} {% raw %}\n"
    )
    reading = RuleReader().read(SourceText(hostile, title="</title><script>", name="<b>.txt"))
    page = Page(to_html(reading))
    names = {tag for tag, _ in page.tags}
    assert names.isdisjoint({"script", "img", "link", "iframe", "object", "form", "svg", "base"})
    assert [tag for tag, _ in page.tags].count("style") == 1
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "src"]
        assert (attributes.get("href") or "#").startswith("#")
    assert "{{7*7}}" in page.text
    assert "default-src 'none'" in str(page.tags)


def test_arabic_runs_from_right_to_left() -> None:
    cells = [a for tag, a in Page(to_html(ferry())).tags if tag == "div" and a.get("lang")]
    assert {(a["lang"], a["dir"]) for a in cells} == {("en", "ltr"), ("ar", "rtl")}


@pytest.mark.parametrize("name", ["docks", "water"])
def test_a_report_in_one_language_has_one_column(name: str) -> None:
    page = to_html(RuleReader().read(SourceText(report(name))))
    assert '<main class="one">' in page


def test_finds_that_overlap_are_both_marked() -> None:
    document = document_of(SourceText("A paper of five pages was tabled.\n"))
    finds = (
        Figure((Span("en", 2, 18),), 0.9, "5", "pages", ""),
        Figure((Span("en", 8, 33),), 0.9, "5", "pages", ""),
        Figure((Span("en", 8, 9),), 0.9, "5", "pages", ""),
    )
    page = Page(to_html(Reading(document, figures=finds)))
    assert page.text == bare("A paper of five pages was tabled.")


@st.composite
def spanned(draw: st.DrawFn) -> Reading:
    """A text with figures anywhere in it."""
    text = draw(st.text("ab <&\"'\nدم«».", min_size=1, max_size=60))
    document = document_of(SourceText(text))
    found = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        language = draw(st.sampled_from(("ar", "en")))
        found.append(Figure((Span(language, start, end),), 0.5, "1", "x", "y"))
    return dataclasses.replace(Reading(document), figures=tuple(found))


@given(spanned())
def test_marks_never_change_the_text(reading: Reading) -> None:
    assert Page(to_html(reading)).text == bare("".join(columns(reading)))


@given(st.text("\u2066\u2067\u2068\u2069\u202a\u202b\u202cab", max_size=30))
def test_a_direction_never_reaches_what_follows(text: str) -> None:
    open_ = []
    for c in closed(text):
        if c in "\u2069\u202c":
            assert open_.pop() == c
        elif c not in "ab":
            open_.append("\u202c" if c in "\u202a\u202b" else "\u2069")
    assert open_ == []
    assert re.sub("[^ab]", "", closed(text)) == re.sub("[^ab]", "", text)
