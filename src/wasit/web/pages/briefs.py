"""The brief and the sheet before a stop, as pages of the desk."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.brief import Brief, Sheet
from wasit.brief.book import Book
from wasit.brief.content import Matrix, Sentence, Source
from wasit.record import Record
from wasit.web.pages.parts import Block, Choice, block_of, seats_to_choose


@dataclass(frozen=True, slots=True)
class BriefPage:
    """Where the talks stand on a day."""

    title: Sentence
    at: str
    since: str
    draft: str | None
    drafts: tuple[Choice, ...]
    inferred: bool
    blocks: tuple[Block, ...]
    matrix: Matrix | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class StopPage:
    """What to have in mind before a stop with a seat."""

    title: Sentence | None
    seats: tuple[Choice, ...]
    for_seat: str | None
    at: str
    blocks: tuple[Block, ...]


def brief_page(
    record: Record, found: Brief, drafts: tuple[Choice, ...], draft: str | None, *, seat: str
) -> BriefPage:
    """The brief ``found``."""
    book = Book(record)
    matrices = (section.matrix for section in found.sections if section.matrix)
    return BriefPage(
        title=found.title,
        at=found.at,
        since=found.since,
        draft=draft,
        drafts=drafts,
        inferred=found.play.inferred,
        blocks=tuple(block_of(book, section, seat) for section in found.sections),
        matrix=next(matrices, None),
        sources=found.sources,
    )


def stop_page(record: Record, found: Sheet | None, at: str, *, seat: str) -> StopPage:
    """The sheet ``found``; without one, the choice of the seat."""
    others = tuple(
        one
        for one in seats_to_choose(record, [found.for_seat] if found else [])
        if one.value != seat
    )
    if found is None:
        return StopPage(None, others, None, at, ())
    book = Book(record)
    blocks = tuple(block_of(book, section, seat) for section in found.sections)
    return StopPage(found.title, others, found.for_seat, found.at, blocks)
