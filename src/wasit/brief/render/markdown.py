"""A page in Markdown (GitHub's), one language after the other, each in a block of its direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wasit.brief.content import Item, Matrix, Page, Row, Section, Sentence, Source, say
from wasit.brief.language import Language
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


def to_markdown(page: Page, languages: Sequence[str] = ("ar", "en")) -> str:
    """``page`` in Markdown, nothing left out; its only links are the addresses of sources."""
    written = []
    for code in languages:
        language = Language(code, page.habit)
        lines = "\n".join(_Markdown(page, language).lines())
        written.append(f'<div lang="{code}" dir="{language.direction}">\n\n{lines}\n\n</div>')
    return "\n\n".join(written) + "\n"


_SPECIAL = re.compile(r"([\\`*_\[\]|~#@])")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: no marks, no tags, no links made of it."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _SPECIAL.sub(r"\\\1", text)
    return text.replace("://", r"\://").replace("www.", r"www\.")


class _Markdown:
    def __init__(self, page: Page, language: Language) -> None:
        self.page, self.language, self.numbers = page, language, Numbers(page)

    def lines(self) -> Iterator[str]:
        page, text, word = self.page, self.text, self.language.word
        yield f"# {text(page.title)}"
        yield ""
        if page.talks:
            yield f"**{text(say('{words}', words=page.talks))}**"
            yield ""
        yield " ".join(text(s) for s in page.front)
        if page.caution:
            yield ""
            yield f"> **{escaped(word(CAUTION))}:** {text(say('{words}', words=page.caution))}"
        for section in page.sections:
            yield from self.section(section)
        if page.sources:
            yield ""
            yield f"## {escaped(word(SOURCES))}"
            yield ""
            yield from (self.source(source) for source in page.sources)

    def text(self, sentence: Sentence) -> str:
        return escaped(self.language.text(sentence))

    def section(self, section: Section) -> Iterator[str]:
        yield ""
        yield f"## {self.text(section.heading)}"
        yield ""
        for one in section.intro:
            yield self.said(one)
            yield ""
        if section.matrix:
            yield from self.matrix(section.matrix)
        yield from self.items(section.items, 0)

    def items(self, items: tuple[Item, ...], depth: int) -> Iterator[str]:
        for one in items:
            yield f"{'  ' * depth}- {self.said(one)}"
            yield from self.items(one.below, depth + 1)

    def said(self, one: Item) -> str:
        said = " ".join(self.text(s) for s in one.sentences)
        day = f"{self.text(say('{day}', day=one.day))}: " if one.day else ""
        sources = self.numbers.bracketed(one, self.language)
        return f"{day}{said} {escaped(sources)}".rstrip()

    def matrix(self, matrix: Matrix) -> Iterator[str]:
        word = self.language.word
        names = [self.text(say("{words}", words=name)) for _, name in matrix.seats]
        head = [escaped(word(NUMBER_HEAD)), escaped(word(POINT)), *names, escaped(word(STANDING))]
        yield f"| {' | '.join(head)} |"
        yield "|" + " --- |" * len(head)
        for row in matrix.rows:
            yield f"| {' | '.join(self.row(row))} |"
        yield ""

    def row(self, row: Row) -> list[str]:
        name = self.text(say("{words}", words=row.name)) if row.name else ""
        cells = [escaped(cell_text(cell, self.language)) for cell in row.cells]
        return [escaped(row.label), name, *cells, escaped(self.language.word(row.standing))]

    def source(self, source: Source) -> str:
        said = " ".join(self.text(s) for s in source.sentences)
        link = f" <{source.url}>" if source.url and is_web_address(source.url) else ""
        return f"- {escaped(f'[{self.language.number(source.number)}]')} {said}{link}"
