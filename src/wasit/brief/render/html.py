"""A page as one self-contained HTML file: no script, nothing fetched, prints well.

Two languages stand side by side, line beside line; on a narrow screen one after the other. The
words are put together here, escaped; how they look stands in ``templates/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape as quoted
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from babel.core import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from wasit.brief.content import Cell, Item, Matrix, Page, Sentence, say
from wasit.brief.language import Fragment, Language, closed
from wasit.brief.render.common import (
    CAUTION,
    NUMBER_HEAD,
    POINT,
    SOURCES,
    STANDING,
    Numbers,
    cell_text,
    is_web_address,
)


def to_html(page: Page, languages: Sequence[str] = ("ar", "en")) -> str:
    """``page`` as one HTML file in ``languages``, nothing left out.

    Its only links are sources' and, on a narrow screen, those from its top to each language.
    """
    columns = [_Column(page, Language(code, page.habit)) for code in languages]
    return _template().render(
        columns=columns,
        names={code: _own_name(code) for code in languages},
        lang=languages[0],
        dir=columns[0].language.direction if len(columns) == 1 else "ltr",
        title=" · ".join(column.plain_title for column in columns),
    )


def _own_name(code: str) -> str:
    """What a language calls itself."""
    return Locale.parse(code).get_language_name(code) or code


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("wasit.brief", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html.j2")


EMPTY = Markup()


class Block(NamedTuple):
    """One line of a column; blocks of two columns with the same row stand beside each other."""

    kind: Literal["heading", "line", "intro", "matrix", "source"]
    words: Markup = EMPTY
    depth: int = 0
    day: Markup | None = None
    sources: str = ""
    top: bool = False
    matrix: Table | None = None
    url: str | None = None
    site: str | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The matrix in one language."""

    head: tuple[tuple[str, Markup], ...]
    """Class and words of each column's head."""
    rows: tuple[TableRow, ...]
    caption: Markup


@dataclass(frozen=True, slots=True)
class TableRow:
    """One point."""

    label: str
    depth: int
    name: Markup
    cells: tuple[TableCell, ...]
    standing: str
    standing_class: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """One answer: its letter, its class for the colour, and the sentence behind it."""

    letter: str
    style: str
    title: str


class _Column:
    """A page in one language, line by line."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page, self.language, self.numbers = page, language, Numbers(page)
        self.code, self.direction = language.code, language.direction

    # --- the head -------------------------------------------------------------------------------

    @property
    def plain_title(self) -> str:
        """For the window's title."""
        title = self.language.text(self.page.title)
        return title.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))

    @property
    def title(self) -> Markup:
        return self.words(self.page.title)

    @property
    def talks(self) -> Markup | None:
        return self.words(say("{words}", words=self.page.talks)) if self.page.talks else None

    @property
    def front(self) -> list[Markup]:
        return [self.words(sentence) for sentence in self.page.front]

    @property
    def caution(self) -> Markup | None:
        if not self.page.caution:
            return None
        return self.words(say("{words}", words=self.page.caution))

    @property
    def caution_word(self) -> str:
        return self.language.word(CAUTION)

    # --- the lines ------------------------------------------------------------------------------

    @property
    def blocks(self) -> Iterator[Block]:
        """Every line, in the same order in every language: its place there is its row."""
        for section in self.page.sections:
            yield Block("heading", self.words(section.heading), top=section.top)
            for one in section.intro:
                yield self._line(one, 0, kind="intro")
            if section.matrix:
                caption = self.words(section.heading)
                yield Block("matrix", matrix=self._table(section.matrix, caption))
            yield from self._lines(section.items, 0)
        if self.page.sources:
            yield Block("heading", escape(self.language.word(SOURCES)))
            yield from self._sources()

    def _lines(self, items: tuple[Item, ...], depth: int) -> Iterator[Block]:
        for one in items:
            yield self._line(one, depth)
            yield from self._lines(one.below, depth + 1)

    def _line(self, one: Item, depth: int, kind: Literal["line", "intro"] = "line") -> Block:
        return Block(
            kind,
            self.all_words(one.sentences),
            depth=min(depth, 3),
            day=self.words(say("{day}", day=one.day)) if one.day else None,
            sources=self.numbers.bracketed(one, self.language),
        )

    def _sources(self) -> Iterator[Block]:
        for source in self.page.sources:
            url = source.url if is_web_address(source.url) else None
            yield Block(
                "source",
                self.all_words(source.sentences),
                number=self.language.number(source.number),
                url=url,
                site=urlsplit(url).hostname if url else None,
            )

    # --- the matrix -----------------------------------------------------------------------------

    def _table(self, matrix: Matrix, caption: Markup) -> Table:
        word = self.language.word
        seats = [("seat", self.words(say("{words}", words=name))) for _, name in matrix.seats]
        head = [("no", escape(word(NUMBER_HEAD))), ("point", escape(word(POINT)))]
        rows = (
            TableRow(
                label=row.label,
                depth=min(row.depth, 3),
                name=self.words(say("{words}", words=row.name)) if row.name else Markup(),
                cells=tuple(self._cell(cell) for cell in row.cells),
                standing=word(row.standing),
                standing_class=row.standing.text.replace(" ", "-"),
            )
            for row in matrix.rows
        )
        return Table((*head, *seats, ("standing", escape(word(STANDING)))), tuple(rows), caption)

    def _cell(self, cell: Cell | None) -> TableCell:
        if cell is None:
            return TableCell("·", "none", "")
        sentence = self.language.text(cell.answer)
        return TableCell(cell_text(cell, self.language), cell.letter, sentence)

    # --- words ----------------------------------------------------------------------------------

    def all_words(self, sentences: Sequence[Sentence]) -> Markup:
        """Several sentences, one after the other."""
        return Markup(" ".join(self.words(sentence) for sentence in sentences))

    def words(self, sentence: Sentence) -> Markup:
        """A sentence, escaped, with what must be kept apart in ``<bdi>``."""
        return marked(self.language, sentence)


def marked(language: Language, sentence: Sentence) -> Markup:
    """A sentence in a language, escaped, with what must be kept apart in ``<bdi>``."""
    return Markup("".join(map(_marked, language.fragments(sentence))))


_SPECIAL = re.compile("[&<>\"'\u202a\u202b\u2066-\u2068]")
"""What is escaped, or opens something that must be closed; most pieces hold none of it."""


def _marked(one: Fragment) -> str:
    """A fragment, escaped."""
    text = one.text
    if _SPECIAL.search(text):
        text = quoted(closed(text))
    if one.lang:
        return f'<bdi lang="{quoted(one.lang)}" class="foreign">{text}</bdi>'
    return f"<bdi>{text}</bdi>" if one.isolate else text
