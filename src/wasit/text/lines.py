"""The lines of a text that hold words, each with the number it begins with taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wasit.entries import Mistake, Place
from wasit.text.numbering import Mark, mark_at

PARAGRAPH = 200_000
"""Characters one paragraph may have."""


@dataclass(slots=True)
class Line:
    """A line that is not empty, without what marks it."""

    words: str
    start: int
    end: int
    indent: int
    after_blank: bool
    mark: Mark | None = None
    is_heading: bool = False
    """Whether Markdown says so, by ``#`` or bold."""
    is_row: bool = False
    """Whether it is a row of a table; its mark is then the number in the first cell."""


_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[A-Za-z]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*")
"""What parts the head of a table from its rows."""
_ROW = re.compile(r"\s*\|.*\|\s*")
_HASHES = re.compile(r"#{1,6}\s+")
_BOLD = re.compile(r"(\*\*|__)(?P<words>.+?)\1(?P<rest>.*)\Z")


def language_of(text: str) -> str:
    """``ar`` where most letters are Arabic, else ``en``."""
    arabic, latin = letters_of(text)
    return "ar" if arabic > latin else "en"


def letters_of(text: str) -> tuple[int, int]:
    """How many letters are Arabic, how many Latin."""
    return len(_ARABIC.findall(text)), len(_LATIN.findall(text))


def lines_of(text: str, name: str | None = None) -> Iterator[Line]:
    """The lines of ``text`` that hold words, each with its mark taken off."""
    blank = True
    for number, found in enumerate(_LINE.finditer(text), start=1):
        raw = found[0].rstrip("\r\n")
        if len(raw) > PARAGRAPH:
            raise Mistake(
                "a paragraph longer than {limit} characters",
                place=Place(name, number),
                limit=PARAGRAPH,
            )
        if not raw.strip():
            blank = True
            continue
        if not _RULE.fullmatch(raw):
            row = _ROW.fullmatch(raw)
            yield _row(raw, found.start(), blank) if row else _line(raw, found.start(), blank)
        blank = False


def _line(raw: str, start: int, after_blank: bool) -> Line:
    body = raw.lstrip()
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    at = len(raw) - len(body)
    hashes = _HASHES.match(body)
    if hashes:
        at += hashes.end()
        body = body[hashes.end() :].rstrip("# ")
    bold = _BOLD.match(body)
    is_heading = bool(hashes) or bool(bold and not bold["rest"].strip(" .:"))
    marked = mark_at(bold["words"] + bold["rest"] if bold else body)
    if bold:
        body, at = bold["words"] + bold["rest"], at + 2
    mark, skip = marked or (None, 0)
    words = body[skip:].strip()
    begin = start + at + skip
    return Line(words, begin, begin + len(words), indent, after_blank, mark, is_heading)


def _row(raw: str, start: int, after_blank: bool) -> Line:
    """A row of a table; where the first cell is a number alone, that is its mark."""
    body = raw.strip()
    at = start + len(raw) - len(raw.lstrip())
    line = Line(body, at, at + len(body), 0, after_blank, is_row=True)
    first, _, rest = body.strip("|").partition("|")
    number = first.strip()
    typed = number if number.endswith((".", ")", ":")) else f"{number}."
    marked = mark_at(typed)
    if number and marked and marked[0].text == typed and rest.strip():
        line.mark = marked[0]
    return line


def cells_behind(line: Line) -> Line:
    """A row as the point that its first cell numbers: the other cells are its words."""
    first = line.words.strip("|").partition("|")[0]
    rest = line.words[line.words.index(first) + len(first) + 1 :]
    words = rest.rstrip("| ").strip()
    begin = line.start + line.words.index(words, len(first))
    return replace(line, words=words, start=begin, end=begin + len(words))
