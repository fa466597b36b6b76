"""A page as plain data: its sentences in both languages, and what is behind them."""

from __future__ import annotations

from typing import Any

from wasit.brief.content import (
    Brief,
    Cell,
    Day,
    Item,
    Matrix,
    Page,
    Row,
    Section,
    Sentence,
    Sheet,
    Source,
    say,
)
from wasit.brief.language import Language
from wasit.brief.render.common import Numbers

LANGUAGES = ("ar", "en")


def to_json(page: Page) -> dict[str, Any]:
    """``page`` as data that ``json.dumps`` writes: every sentence by language, and its entries."""
    return _Json(page).page_()


class _Json:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.numbers = Numbers(page)
        self.languages = [Language(code, page.habit) for code in LANGUAGES]

    def page_(self) -> dict[str, Any]:
        page = self.page
        found: dict[str, Any] = {
            "page": "sheet" if isinstance(page, Sheet) else "brief",
            "at": page.at,
            "seat": page.seat,
            "title": self.sentence(page.title),
            "talks": dict(page.talks) if page.talks else None,
            "caution": dict(page.caution) if page.caution else None,
            "front": [self.sentence(s) for s in page.front],
            "sections": [self.section(s) for s in page.sections],
            "sources": [self.source(s) for s in page.sources],
        }
        if isinstance(page, Sheet):
            found |= {"for": page.for_seat, "since": page.since}
        if isinstance(page, Brief):
            found |= {"since": page.since, "state": state(page)}
        return found

    def sentence(self, sentence: Sentence) -> dict[str, str]:
        return {language.code: language.text(sentence) for language in self.languages}

    def section(self, section: Section) -> dict[str, Any]:
        found: dict[str, Any] = {
            "name": section.name,
            "heading": self.sentence(section.heading),
            "intro": [self.item(one) for one in section.intro],
            "items": [self.item(one) for one in section.items],
        }
        return found | ({"matrix": self.matrix(section.matrix)} if section.matrix else {})

    def item(self, one: Item) -> dict[str, Any]:
        said = {
            language.code: " ".join(language.text(s) for s in one.sentences)
            for language in self.languages
        }
        return {
            "day": one.day.text if one.day else None,
            "day_words": self.sentence(say("{day}", day=one.day)) if one.day else None,
            "text": said,
            "sources": list(self.numbers.of(one.sources)),
            "entries": list(one.entries),
            "below": [self.item(below) for below in one.below],
        }

    def matrix(self, matrix: Matrix) -> dict[str, Any]:
        return {
            "seats": [{"label": label, "name": dict(name)} for label, name in matrix.seats],
            "inferred": matrix.inferred,
            "points": [self.row(row) for row in matrix.rows],
        }

    def row(self, row: Row) -> dict[str, Any]:
        return {
            "label": row.label,
            "name": dict(row.name) if row.name else None,
            "standing": {language.code: language.word(row.standing) for language in self.languages},
            "since": row.since.text if isinstance(row.since, Day) else None,
            "answers": [self.cell(cell) if cell else None for cell in row.cells],
        }

    def cell(self, cell: Cell) -> dict[str, Any]:
        return {
            "letter": cell.letter,
            "inferred": cell.inferred,
            "carried": cell.carried,
            "trend": cell.trend,
            "entry": cell.entry,
            "text": self.sentence(cell.answer),
            "sources": list(self.numbers.of(cell.answer.sources)),
        }

    def source(self, source: Source) -> dict[str, Any]:
        said = {
            language.code: " ".join(language.text(s) for s in source.sentences)
            for language in self.languages
        }
        return {
            "number": source.number,
            "entry": source.entry.id,
            "label": source.entry.label,
            "text": said,
            "url": source.url,
        }


def state(page: Brief) -> dict[str, Any]:
    """Counts by standing and their coverage: the figures that the sentences tell."""
    play = page.play
    return {
        "draft": play.draft.id if play.draft else None,
        "on_the_table": play.on_the_table.id if play.on_the_table else None,
        "counts": dict(play.counts),
        "coverage": {seat: list(play.coverage(seat)) for seat in play.seats},
        "inferred": play.inferred,
    }
