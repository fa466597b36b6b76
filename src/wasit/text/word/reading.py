"""A document as it reads once some changes are accepted and the others rejected."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from wasit.text.word.model import Line

STEP = 360
"""A depth of numbering, in twentieths of a point of indentation."""
_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[A-Za-z]")
_ONLY_NUMBER = re.compile(r"[(\[]?\w{1,5}[.):\]]{0,2}")


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a document once some changes are accepted and the others rejected."""

    lines: tuple[Line, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words alone, without counted numbers; empty paragraphs stand."""
        return tuple(line.words for line in self.lines)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its tables in two columns; none where there is no such table."""
        return tuple(sorted(set(columns(self.lines).values())))

    def text(self, language: str | None = None) -> str:
        """The text as ``wasit.text.parse.parse`` reads it, numbers in front.

        Of a document with two languages side by side, what is in ``language``; where none is
        given, one row after another.
        """
        return self.placed_text(language)[0]

    def placed_text(self, language: str | None = None) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text, and where in it the lines begin: offset and place in ``lines``, in order."""
        out: list[str] = []
        places: list[tuple[int, int]] = []
        at = 0
        for n, number in self.shown(language):
            text = _shown(self.lines[n], number, is_first=not out)
            places.append((at, n))
            out.append(text)
            at += len(text) + 2
        return "\n\n".join(out) + "\n" if out else "", tuple(places)

    def shown(self, language: str | None = None) -> Iterator[tuple[int, str]]:
        """The places of the lines that hold text, each with the number in a cell before it.

        Those of a table of contents only repeat what stands elsewhere.
        """
        side = columns(self.lines)
        number = ""
        for n, line in enumerate(self.lines):
            empty = not (line.words.strip() or line.label)
            if empty or line.in_contents or not _is_in(line, language, side):
                continue
            if _is_number(line, self.lines[n + 1 : n + 2]):
                number = f"{line.label}{line.words.strip()} "
                continue
            yield n, number
            number = ""


def columns(lines: tuple[Line, ...]) -> dict[tuple[int, int], str]:
    """By table and column the language, where a table holds two side by side."""
    scripts: dict[tuple[int, int], list[str]] = defaultdict(list)
    for line in lines:
        if line.cell and (script := _script(line.words)):
            for column in line.cell.all_columns:
                scripts[line.cell.table, column].append(script)
    most = {at: max(("ar", "en"), key=found.count) for at, found in scripts.items()}
    of_table: dict[int, set[str]] = defaultdict(set)
    for (table, _), language in most.items():
        of_table[table].add(language)
    return {at: language for at, language in most.items() if len(of_table[at[0]]) > 1}


def _script(words: str) -> str:
    """In which script most words are; of as many in both, Arabic: it borrows names in Latin."""
    arabic = sum(bool(_ARABIC.search(word)) for word in words.split())
    latin = sum(bool(_LATIN.search(word)) for word in words.split())
    return "" if not (arabic or latin) else "ar" if arabic >= latin else "en"


def _is_in(line: Line, language: str | None, side: dict[tuple[int, int], str]) -> bool:
    """Whether a line belongs to the text in ``language``; all do where nothing is in two."""
    if language is None or not side:
        return True
    if line.cell is None:
        return _script(line.words) in ("", language)
    places = [(line.cell.table, column) for column in line.cell.all_columns]
    of_columns = {side[place] for place in places if place in side}
    of_column = of_columns.pop() if len(of_columns) == 1 else None
    return (of_column or _script(line.words) or language) == language


def _is_number(line: Line, following: tuple[Line, ...]) -> bool:
    """Whether a cell holds only the number of what stands in the next."""
    if line.cell is None or not following or following[0].cell is None:
        return False
    here, there = line.cell, following[0].cell
    beside = (here.table, here.row) == (there.table, there.row) and here.column < there.column
    typed = line.label + line.words.strip()
    return beside and bool(_ONLY_NUMBER.fullmatch(typed)) and _starts_like_one(typed)


def _starts_like_one(typed: str) -> bool:
    return any(c.isdecimal() for c in typed) or len(typed.strip("()[].:")) == 1


def _is_plain(words: str, line: Line, number: str) -> bool:
    """Whether a line is words alone, in one piece."""
    return not (line.label or number or "\n" in words)


def _shown(line: Line, number: str, *, is_first: bool) -> str:
    words = f"{line.label} {line.words}" if line.label else line.words
    words = number + words
    if line.heading is not None and line.heading > 0 and words.strip():
        return "# " + words.strip()
    if line.bold and line.heading is None and not is_first and _is_plain(words, line, number):
        return f"**{words.strip()}**"
    depth = line.level if line.label else round(line.indent / STEP)
    return "   " * min(max(depth, 0), 9) + words
