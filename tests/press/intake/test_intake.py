"""Reports come in as text, pages or JSON Lines, and nothing else comes in."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.entries import Mistake
from wasit.press.document import SourceText
from wasit.press.intake import sources


def read(data: str | bytes, name: str = "report.txt", encoding: str | None = None) -> SourceText:
    raw = data.encode() if isinstance(data, str) else data
    (one,) = sources(io.BytesIO(raw), name, encoding)
    assert isinstance(one, SourceText)
    return one


def mistake(data: str | bytes, name: str = "report.txt", encoding: str | None = None) -> str:
    with pytest.raises(Mistake) as caught:
        read(data, name, encoding)
    return str(caught.value)


# --- plain text -------------------------------------------------------------------------------


def test_plain_text_is_kept_as_it_is() -> None:
    text = "date 2031-06-11 التقى الوفدان.\r\nThe two sides met.\n"
    assert read(text).text == text


def test_a_byte_order_mark_is_dropped() -> None:
    assert read(b"\xef\xbb\xbfThey met.").text == "They met."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"They met.\nThen \xff left.", "report.txt, line 2, column 6: not UTF-8: byte 0xFF"),
        (b"\xff\xfeT\x00", "report.txt: in UTF-16; expected UTF-8"),
        ("They\n met\x00.", "report.txt, line 2, column 5: the character U+0000 is not allowed"),
        ("They met\x1b[31m.", "report.txt, line 1, column 9: the character U+001B"),
        ("They\u202e met.", "report.txt, line 1, column 5: the character U+202E"),
        ("They\u202d met.", "report.txt, line 1, column 5: the character U+202D"),
        ("a\r\nb\rc\x07", "report.txt, line 3, column 2: the character U+0007"),
        (" \n ", "report.txt: holds no text"),
        ("date 2031-02-30 They met.", "report.txt, line 1: 2031-02-30 is not a day"),
        ("short\n" + "x" * 200_001, "report.txt, line 2, column 1: a paragraph longer than"),
        ("word " * 1_000_001, "report.txt: longer than a report may be"),
    ],
)
def test_what_may_not_stand_in_a_report_is_refused_by_its_place(
    data: str | bytes, said: str
) -> None:
    assert mistake(data).startswith(said)


def test_vowel_marks_joiners_isolates_and_embeddings_are_kept() -> None:
    text = "مُحَادَثات\u200cهم \u2067abc\u2069 \u202bdef\u202c"
    assert read(text).text == text
    assert read(text).notes == ()


def test_an_isolate_left_open_is_told_and_kept() -> None:
    found = read("They met.\nAt \u2067the port.\nAnd left.")
    assert "\u2067" in found.text
    (note,) = found.notes
    assert str(note).startswith("report.txt, line 2, column 4: the direction mark U+2067")


def test_another_encoding_has_to_be_declared() -> None:
    arabic = "التقى الوفدان."
    assert read(arabic.encode("cp1256"), encoding="windows-1256").text == arabic
    assert "not UTF-8" in mistake(arabic.encode("cp1256"))
    assert "expected one of utf-8" in mistake("They met.", encoding="utf-7")


# --- pages ------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Talks | Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<meta property="og:title" content="Talks &amp; tides">
<meta property="article:published_time" content="2031-06-11T08:00:00+02:00">
<script>var text = "<p>Not of the article, though long enough to be taken for it.</p>";</script>
</head><body class="has-sidebar">
<header><nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav></header>
<main><article><h1>Talks &amp; tides</h1><p class="byline">By A. Writer of the Gazette</p>
<figure><img src="x.png"><figcaption>The envoy on the quay.</figcaption></figure>
<p>The envoy said the talks <a href="/talks">would go on</a> &#8211; in his <b>words</b>.
<p>Nobody answered.
<ul><li>First point of the plan</li><li>Second point</ul>
<div class="related-stories"><ul><li><a href="1">Another story</a></ul></div>
<p dir="rtl">وقال المبعوث إن المحادثات ستستمر.</p></article></main>
<aside><p>Sign up for our letter to read the best of the day every day of the week.</p></aside>
<footer><p>All rights reserved by the Harbour Gazette and its many owners since 1901.</p></footer>
</body></html>"""


def test_of_a_page_the_article_is_read_with_outlet_title_and_date() -> None:
    found = read(PAGE, "page.html")
    assert found.text.split("\n") == [
        "Talks & tides",
        "The envoy said the talks would go on – in his words.",
        "Nobody answered.",
        "- First point of the plan",
        "- Second point",
        "وقال المبعوث إن المحادثات ستستمر.",
    ]
    assert (found.outlet, found.title) == ("Harbour Gazette", "Talks & tides")
    assert found.published == date(2031, 6, 11)


def test_linked_data_says_who_published_a_page_and_when() -> None:
    page = """<html><script type="application/ld+json">
        {"@graph": [{"@type": "NewsArticle", "headline": "Talks", "datePublished": "2031-06-10",
        "publisher": {"name": "Evening Star"}}]}</script><p>The two sides met.</p></html>"""
    found = read(page, "page.html")
    assert (found.outlet, found.title, found.published) == (
        "Evening Star",
        "Talks",
        date(2031, 6, 10),
    )


def test_a_page_without_a_date_has_none() -> None:
    assert read("<html><p>The two sides met.</p></html>", "page.html").published is None


def test_two_languages_side_by_side_in_a_page_are_both_read() -> None:
    arabic = "".join(f"<p>قال الوسيط في الفقرة رقم {n} إن المحادثات مفيدة.</p>" for n in range(3))
    english = "".join(f"<p>The mediator said in line {n} that talks help.</p>" for n in range(3))
    page = f"<body><div><div lang=ar>{arabic}</div><div lang=en>{english}</div></div></body>"
    assert len(read(page, "page.html").text.split("\n")) == 6


def test_a_page_is_known_by_how_it_begins() -> None:
    assert read("<!doctype html><p>The two sides met.</p>", "report").text == "The two sides met."


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    page = '<meta charset="windows-1256"><p>التقى الوفدان في الميناء.</p>'.encode("cp1256")
    assert read(page, "page.html").text == "التقى الوفدان في الميناء."


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<div>" * 201, "page.html, line 1: elements nested deeper than 200"),
        ("<p>x</p>" * 200_001, "page.html: more than 200000 tags"),
        ("<script>alert('hello')</script>", "page.html: no article found"),
        ("<p>They &#8238;met at the port.</p>", "page.html, line 1, column 6, article: the char"),
        ("<p>They\x00</p>", "page.html, line 1, column 8: the character U+0000"),
        ('<meta charset="utf-7"><p>x</p>', "page.html: declares the encoding utf-7"),
        ("<p>" + "x " * 150_000, "page.html, line 1, column 1, article: a paragraph longer"),
    ],
)
def test_hostile_pages_are_refused_in_one_line(page: str, said: str) -> None:
    assert mistake(page, "page.html").startswith(said)


@pytest.mark.parametrize(
    "page",
    [
        "<a " * 100_000,
        "<p " * 100_000 + ">",
        '<a href="' * 100_000,
        "<!--" * 100_000,
        "<!" * 100_000,
        "<title>" * 50_000,
        "<x " + "='" * 100_000 + ">",
    ],
)
def test_markup_that_never_closes_holds_no_article(page: str) -> None:
    assert "no article found" in mistake(page, "page.html")


@pytest.mark.parametrize("text", ["<" * 50_000, "&" * 50_000, "&#" + "1" * 50_000])
def test_signs_that_open_nothing_are_text(text: str) -> None:
    assert read(text, "page.html").text == text


@given(st.text(alphabet="<>/!-\"'= abpdivlscrt&;#", max_size=300))
def test_no_markup_makes_reading_fail_otherwise(page: str) -> None:
    try:
        found = read(f"<html>{page}", "page.html")
    except Mistake:
        return
    assert found.text.strip()


# --- JSON Lines -------------------------------------------------------------------------------


def test_json_lines_give_one_report_a_line() -> None:
    data = (
        b'{"text": "They met.", "date": "2031-06-11", "outlet": "Gazette", "title": "Talks",'
        b' "url": "https://gazette.example/1", "section": "world"}\n\n{"text": "They left."}\n'
    )
    first, second = sources(io.BytesIO(data), "many.jsonl")
    assert isinstance(first, SourceText)
    assert isinstance(second, SourceText)
    assert (first.text, first.outlet, first.title) == ("They met.", "Gazette", "Talks")
    assert (first.published, first.url) == (date(2031, 6, 11), "https://gazette.example/1")
    assert (second.text, second.published, second.name) == ("They left.", None, "many.jsonl:3")


def test_a_bad_line_is_told_in_its_place_and_the_rest_goes_on() -> None:
    lines = [
        '{"text": 5}',
        "{broken",
        '["They met."]',
        '{"text": "They\\u0000 met."}',
        '{"text": "They met.", "date": "soon"}',
        '{"text": "a", "text": "b"}',
        '{"outlet": "Gazette"}',
        '{"text": "They met."}',
    ]
    found = list(sources(io.BytesIO("\n".join(lines).encode()), "many.jsonl"))
    assert [isinstance(one, Mistake) for one in found] == [True] * 7 + [False]
    assert str(found[0]) == "many.jsonl, line 1, text: expected text"
    assert str(found[4]).startswith("many.jsonl, line 5, date: soon is no date")
