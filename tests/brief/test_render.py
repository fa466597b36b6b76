"""A page, written out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.brief.spring import AT, more, record
from wasit.brief import Brief, brief, to_html, to_json, to_markdown, to_terminal
from wasit.brief.render.terminal import on_page, width_of, wrapped

ARABIC = re.compile("[\u0600-\u06ff]")
EVIL = "<script>alert(1)</script> [x](javascript:y) **b** | c\x1b[31m https://evil.example"


def page(**options: object) -> Brief:
    return brief(record(), AT, seat="desk", **options)  # type: ignore[arg-type]


def hostile() -> Brief:
    words = {"en": EVIL.replace("\x1b", ""), "ar": "نص \u2067 مفتوح"}
    statement = {"kind": "statement", "audience": "all", "happened": AT, "words": words}
    return brief(more(record(), statement), AT, seat="desk")


# --- terminal -------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal_but_for_addresses(width: int) -> None:
    for line in to_terminal(page(), ("ar", "en"), width).splitlines():
        assert width_of(line) <= width or line.strip().startswith("http"), line


def test_one_language_comes_after_the_other() -> None:
    text = to_terminal(page(), ("ar", "en"))
    assert text.index("إلى أين وصلت المحادثات") < text.index("Where the talks stand")
    assert to_terminal(page(), ("en",)) in text


def test_no_arabic_stands_in_columns() -> None:
    english = to_terminal(page(), ("en",))
    table = english[english.index("No. ") : english.index("Agreed and reopened")]
    assert "LOWER" in table
    assert not ARABIC.search(table)
    assert "UPPER" not in to_terminal(page(), ("ar",))


def test_colour_only_when_asked_for() -> None:
    assert "\x1b[" not in to_terminal(page(), ("ar", "en"))
    assert "\x1b[1;31mR" in to_terminal(page(), ("en",), colour=True)


def test_long_lists_are_cut_in_the_terminal_and_whole_in_html() -> None:
    many = [
        {"kind": "statement", "audience": "all", "happened": "2026-03-20", "seat": "upper",
         "words": {"en": f"Statement number {n}x"}}
        for n in range(40)
    ]  # fmt: skip
    long = brief(more(record(), *many), AT, seat="desk")
    assert "more: wasit brief --html" in to_terminal(long, ("en",))
    assert "Statement number 3x" not in to_terminal(long, ("en",))
    assert all(f"Statement number {n}x" in to_html(long, ("en",)) for n in range(40))


def test_only_sources_of_lines_that_are_shown_are_listed() -> None:
    text = to_terminal(page(), ("en",))
    listed = set(re.findall(r"^\[(\d+)\]", text, re.MULTILINE))
    cited = {
        n for group in re.findall(r" \[([\d, ]+)\]$", text, re.MULTILINE) for n in group.split(", ")
    }
    assert cited <= listed


def test_a_short_page_has_the_page_in_sentences_the_table_and_their_sources() -> None:
    whole, short = to_terminal(page(), ("en",)), to_terminal(page(), ("en",), short=True)
    headings = ("Where it stands", "What is next", "Points of “First draft”, seat by seat")
    assert all(f"\n{heading}\n──" in short for heading in (*headings, "Sources"))
    assert "Who said what" not in short
    assert "Who said what" in whole
    assert "Gazette" in short
    assert "Courier" not in short
    assert short.endswith("The rest: the same command without --short, or wasit brief --html\n")


def test_a_short_page_may_say_that_the_rest_is_on_another_page() -> None:
    for code in ("en", "ar"):
        last = to_terminal(page(), (code,), short=True, rest=on_page("a.html")).splitlines()[-1]
        assert "a.html" in last


def test_wrapping_counts_columns_not_characters() -> None:
    assert width_of("كِتَاب\u2068\u2069") == 4
    assert list(wrapped("aa bb cc", 5, "• ")) == ["• aa", "  bb", "  cc"]


# --- HTML -----------------------------------------------------------------------------------


class Reader(HTMLParser):
    """Collects tags, links and the nesting of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attrs))
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name != "src"
            assert name == "href" or not (value or "").startswith("javascript:")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    return reader


def test_html_is_one_inert_file() -> None:
    for html in (to_html(page()), to_html(hostile())):
        reader = read(html)
        assert "script" not in reader.tags
        assert "img" not in reader.tags
        assert "link" not in reader.tags
        assert "default-src 'none'" in html
        assert "url(" not in html
        assert "@import" not in html
        within = [link for link in reader.links if (link["href"] or "").startswith("#")]
        outward = [link for link in reader.links if link not in within]
        assert {link["href"] for link in outward} == {"https://example.org/a?x=1&y=2"}
        assert all("noreferrer" in (link["rel"] or "") for link in outward)
        assert {link["href"] for link in within} == {"#ar", "#en"}
        assert "<script>" not in html


def test_languages_stand_in_columns_of_their_direction() -> None:
    html = to_html(page(), ("ar", "en"))
    assert '<article id="ar" lang="ar" dir="rtl">' in html
    assert '<article id="en" lang="en" dir="ltr">' in html
    assert html.index('<article id="ar"') < html.index('<article id="en"')
    assert '<html lang="ar" dir="rtl">' in to_html(page(), ("ar",))


def test_lines_of_both_languages_stand_in_the_same_rows() -> None:
    html = to_html(page(), ("ar", "en"))
    first, second = html.split("<article ")[1:]
    rows = [re.findall(r"--row:(\d+)", part) for part in (first, second)]
    assert rows[0] == rows[1]
    assert len(rows[0]) == len(set(rows[0])) > 50


def test_links_lead_to_each_language_of_a_page_in_two() -> None:
    links = {link["href"]: link for link in read(to_html(page(), ("en", "ar"))).links}
    assert [href for href in links if (href or "").startswith("#")] == ["#en", "#ar"]
    assert ">English</a> ·" in to_html(page(), ("en", "ar"))
    assert ">العربية</a>\n</nav>" in to_html(page(), ("en", "ar"))
    assert "<nav" not in to_html(page(), ("en",))


def test_caution_and_day_stand_on_the_page() -> None:
    html = to_html(page())
    assert "As reported by 21 March 2026." in html
    assert "An invented case." in html


def test_answers_are_letters_as_well_as_colours() -> None:
    assert '<td class="seat R" title=' in to_html(page(), ("en",))
    assert "<span>R</span>" in to_html(page(), ("en",))
    assert "<span>خ</span>" in to_html(page(), ("ar",))
    assert "<span>O↑</span>" in to_html(page(), ("en",))


def test_words_of_another_language_say_so() -> None:
    assert '<bdi lang="en" class="foreign">Courier</bdi>' in to_html(page(), ("ar",))


# --- Markdown and data ------------------------------------------------------------------------


def test_markdown_is_inert() -> None:
    text = to_markdown(hostile())
    assert "<script" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "https://evil" not in text
    assert re.findall(r"<(https?://[^>]*)>", text) == ["https://example.org/a?x=1&y=2"] * 2


def test_markdown_sets_the_direction_of_each_language() -> None:
    text = to_markdown(page())
    assert text.startswith('<div lang="ar" dir="rtl">\n\n# ')
    assert '<div lang="en" dir="ltr">' in text


def test_json_has_sentences_in_both_languages_and_the_figures() -> None:
    data = json.loads(json.dumps(to_json(page())))
    assert data["page"] == "brief"
    assert data["title"] == {"ar": "إلى أين وصلت المحادثات", "en": "Where the talks stand"}
    assert data["state"]["counts"]["bracketed"] == 1
    assert data["state"]["coverage"]["lower"] == [2, 3]
    where = data["sections"][0]
    assert set(where["items"][0]["text"]) == {"ar", "en"}
    matrix = next(s for s in data["sections"] if s["name"] == "matrix")["matrix"]
    assert matrix["points"][1]["answers"][1]["letter"] == "R"


SCRIPT = """
import hashlib, json
from tests.brief.spring import AT, record
from wasit.brief import *
page = brief(record(), AT, seat="desk")
out = to_terminal(page) + to_markdown(page) + to_html(page) + json.dumps(to_json(page))
sheet = to_html(sheet(record(), "lower", at=AT, seat="desk"))
print(hashlib.sha256((out + sheet).encode()).hexdigest())
"""


def test_the_same_bytes_for_any_hash_seed_time_zone_and_locale(root: Path) -> None:
    found = set()
    for seed, zone, locale in (("0", "UTC", "C.UTF-8"), ("7", "Asia/Beirut", "ar_LB.UTF-8")):
        places = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANGUAGE": locale}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=root,
            env={**os.environ, **places, "PYTHONPATH": f"{root}/src:{root}"},
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1
