"""A page for the terminal: one language after the other.

Terminals do not order right-to-left text, so no line mixes directions where that can be avoided,
what is left is isolated, and Arabic never stands in columns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wasit.brief.content import (
    Belonging,
    Code,
    Item,
    Many,
    Matrix,
    Page,
    PointName,
    Row,
    Section,
    Sentence,
    Term,
    say,
    say_n,
)
from wasit.brief.language import Language
from wasit.brief.render.common import (
    CAUTION,
    NUMBER_HEAD,
    POINT,
    SOURCES,
    STANDING,
    Numbers,
    cell_text,
    shortened,
)

LONGEST = 420
"""Characters of quoted words before they are cut."""

_STYLES = {"title": "1;4", "head": "1", "dim": "2", "A": "32", "O": "33", "U": "31", "R": "1;31"}


REST = say("The rest: the same command without --short, or wasit brief --html")
"""Where a short page says that the rest is, unless it is told otherwise."""


def on_page(file: str) -> Sentence:
    """That the rest is on a page written to ``file``."""
    return say("The rest stands on the page {file}", file=Code(file))


def to_terminal(
    page: Page,
    languages: Sequence[str] = ("ar", "en"),
    width: int = 80,
    colour: bool = False,
    *,
    short: bool = False,
    rest: Sentence = REST,
) -> str:
    """``page`` as text of at most ``width`` columns, in each of ``languages`` in turn.

    ``short``: the page in sentences, the matrix, the sources of both, and where the ``rest`` is.
    """
    written = []
    for code in languages:
        language = Language(code, page.habit, longest=LONGEST)
        last = rest if short else None
        written.append("\n".join(_Terminal(page, language, max(width, 40), colour, last).lines()))
    return "\n\n".join(written) + "\n"


@dataclass(slots=True)
class _Terminal:
    page: Page
    language: Language
    width: int
    colour: bool
    rest: Sentence | None
    """The last line of a short page; None: the page is whole."""

    def lines(self) -> Iterator[str]:
        page, text = self.page, self.language.text
        yield "═" * self.width
        yield self._styled("title", text(page.title))
        if page.talks:
            yield from self._wrapped(text(say("{words}", words=page.talks)))
        yield from self._wrapped(" ".join(text(s) for s in page.front))
        if page.caution:
            caution = text(say("{words}", words=page.caution))
            yield from self._wrapped(f"{self.language.word(CAUTION)}: {caution}")
        numbers = Numbers(page)
        for section in page.sections:
            if section.top or section.matrix or not self.rest:
                yield ""
                yield from self._section(section, numbers)
        yield from self._sources(numbers)
        if self.rest:
            yield ""
            yield from self._wrapped(text(self.rest))

    # --- sections -------------------------------------------------------------------------------

    def _section(self, section: Section, numbers: Numbers) -> Iterator[str]:
        heading = self.language.text(section.heading)
        yield self._styled("head", heading)
        yield "─" * min(width_of(heading), self.width)
        for one in section.intro:
            yield from self._item(one, section, numbers, 0, bullet="")
        if section.matrix:
            yield from self._matrix(section.matrix)
        yield from self._items(section.items, section, numbers, 0)

    def _items(
        self, items: tuple[Item, ...], section: Section, numbers: Numbers, depth: int
    ) -> Iterator[str]:
        kept, left_out = shortened(section, items)
        for one in kept:
            yield from self._item(one, section, numbers, depth)
        if left_out:
            yield from self._wrapped(self.language.text(_more(left_out)), "  " * depth + "… ")

    def _item(
        self, one: Item, section: Section, numbers: Numbers, depth: int, bullet: str = "• "
    ) -> Iterator[str]:
        said = " ".join(self.language.text(s) for s in one.sentences)
        if one.day:
            said = f"{self.language.text(say('{day}', day=one.day))}: {said}"
        sources = numbers.bracketed(one, self.language)
        if sources:
            said += " " + sources
        yield from self._wrapped(said, "  " * depth + (bullet if depth == 0 else "– "))
        yield from self._items(one.below, section, numbers, depth + 1)

    def _sources(self, numbers: Numbers) -> Iterator[str]:
        """The sources of the lines that were shown."""
        shown = [source for source in self.page.sources if source.number in numbers.used]
        if not shown:
            return
        heading = self.language.word(SOURCES)
        yield ""
        yield self._styled("head", heading)
        yield "─" * width_of(heading)
        for source in shown:
            said = " ".join(self.language.text(s) for s in source.sentences)
            yield from self._wrapped(said, f"[{self.language.number(source.number)}] ")
            if source.url:
                yield self._styled("dim", f"    {harmless(source.url)}")
        if len(shown) < len(self.page.sources) and not self.rest:
            more = _more(len(self.page.sources) - len(shown))
            yield from self._wrapped(self.language.text(more), "… ")

    # --- the matrix -----------------------------------------------------------------------------

    def _matrix(self, matrix: Matrix) -> Iterator[str]:
        labels = "".join(row.label for row in matrix.rows)
        if self.language.right_to_left or _has_right_to_left(labels):
            yield from self._matrix_in_lines(matrix)
        else:
            yield from self._matrix_in_columns(matrix)

    def _matrix_in_columns(self, matrix: Matrix) -> Iterator[str]:
        word = self.language.word
        first = max(3, *(len(row.label) for row in matrix.rows)) + 1
        column = [max(len(seat), 3) + 1 for seat, _ in matrix.seats]
        standing = max(len(word(row.standing)) for row in matrix.rows) + 2
        standing = max(standing, len(word(STANDING)) + 2)
        head = word(NUMBER_HEAD).ljust(first)
        head += "".join(s.upper().ljust(w) for (s, _), w in zip(matrix.seats, column, strict=True))
        yield self._styled("dim", f"{head}{word(STANDING).ljust(standing)}{word(POINT)}")
        room = self.width - first - sum(column) - standing
        for row in (row for row in matrix.rows if any(row.cells)):
            line = row.label.ljust(first)
            for cell, wide in zip(row.cells, column, strict=True):
                shown = cell_text(cell, self.language)
                line += self._styled(cell.letter if cell else "dim", shown) + " " * (
                    wide - len(shown)
                )
            yield (line + word(row.standing).ljust(standing) + self._short_name(row, room)).rstrip()
        yield from self._silent([row for row in matrix.rows if not any(row.cells)])

    def _short_name(self, row: Row, room: int) -> str:
        name = (row.name or {}).get(self.language.code, "")
        one_line = " ".join(name.split())
        if room < 8 or _has_right_to_left(one_line):
            return ""
        return one_line if len(one_line) <= room else one_line[: room - 1].rstrip() + "…"

    def _matrix_in_lines(self, matrix: Matrix) -> Iterator[str]:
        silent = []
        for row in matrix.rows:
            if not any(row.cells):
                silent.append(row)
                continue
            answers = [
                Belonging(name, Code(cell_text(cell, self.language)))
                for (_, name), cell in zip(matrix.seats, row.cells, strict=True)
                if cell
            ]
            line = say(
                "{what}: {answers}; {standing}.",
                what=PointName(row.label, row.name),
                answers=Many(tuple(answers)),
                standing=row.standing,
            )
            yield from self._wrapped(self.language.text(line), "• ")
        yield from self._silent(silent)

    def _silent(self, rows: list[Row]) -> Iterator[str]:
        """Points that nobody answered, together by how they stand."""
        by_standing: dict[Term, list[Row]] = {}
        for row in rows:
            by_standing.setdefault(row.standing, []).append(row)
        for standing, alike in by_standing.items():
            points = Many(tuple(Code(row.label) for row in alike))
            line = say(
                "No answer on record ({standing}): {points}.", standing=standing, points=points
            )
            yield from self._wrapped(self.language.text(line), "• ")

    # --- lines ------------------------------------------------------------------------------------

    def _styled(self, style: str, text: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and style in _STYLES else text

    def _wrapped(self, text: str, bullet: str = "") -> Iterator[str]:
        yield from wrapped(harmless(text), self.width, bullet)


def _more(n: int) -> Sentence:
    return say_n("and {n} more: wasit brief --html", "and {n} more: wasit brief --html", n)


def harmless(text: str) -> str:
    """Text without control characters, which could move a terminal's cursor or forge a line."""
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)


def width_of(text: str) -> int:
    """How many columns a text takes: marks and isolates none, wide characters two."""
    return sum(_width(c) for c in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, width: int, bullet: str = "") -> Iterator[str]:
    """Lines of at most ``width`` columns; the first begins with ``bullet``, the others below it."""
    margin = " " * width_of(bullet)
    line, used = bullet, width_of(bullet)
    empty = True
    for word in re.split(r" +", text):
        wide = width_of(word)
        if not empty and used + 1 + wide > width:
            yield line
            line, used, empty = margin, width_of(margin), True
        line += word if empty else f" {word}"
        used += wide if empty else wide + 1
        empty = False
    yield line


def _has_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
