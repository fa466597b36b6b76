"""What a Word file holds: paragraphs made of words, each with the hands that changed them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["insertion", "deletion", "move_from", "move_to"]
Story = Literal["body", "footnote", "endnote"]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who changed something, and when."""

    author: str
    date: str
    """As the file has it: ``2026-03-01T09:00:00Z``; empty where it has none."""
    moved: bool = False
    """Whether the words only changed places."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a row that the same hands touched."""

    words: str
    put_in: Hand | None = None
    taken_out: Hand | None = None
    hidden: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table, from 0."""

    table: int
    row: int
    column: int
    columns: int = 1
    """How many it spans."""

    @property
    def all_columns(self) -> range:
        return range(self.column, self.column + self.columns)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Which list a paragraph is counted in, and how deep."""

    list_id: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it stands in the file, with every hand's changes."""

    spans: tuple[Span, ...]
    story: Story = "body"
    container: int = 0
    """Paragraphs join only within one container: the body up to a table, a cell, a note."""
    mark_in: Hand | None = None
    """Who put in the end of the paragraph."""
    mark_out: Hand | None = None
    """Who took it out."""
    numbered: Numbered | None = None
    heading: int | None = None
    """0 for a title, 1 to 9 for a heading."""
    indent: int = 0
    """How far it is moved in, in twentieths of a point."""
    cell: Cell | None = None
    in_contents: bool = False
    """Whether it is a line of a table of contents."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that one hand put in, took out or moved."""

    sort: Sort
    author: str
    date: str
    text: str
    paragraph: int
    """The place of its paragraph in :attr:`Document.paragraphs`."""
    inside_insertion_by: str | None = None
    """Of a deletion, the author whose insertion it takes from."""


@dataclass(frozen=True, slots=True)
class MarkChange:
    """The end of a paragraph that one hand put in, took out or moved."""

    sort: Sort
    author: str
    date: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin."""

    id: str
    author: str
    initials: str
    date: str
    text: str
    anchor: str
    """The first words it is about, with what was put in and what was taken out."""
    paragraph: int | None
    """The place of the paragraph it begins in; None where it is anchored nowhere."""
    answers: str | None = None
    """The id of the comment it replies to."""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it reads once some changes are accepted and the others rejected."""

    words: str
    label: str
    """The number that Word counts in front of it: ``3.``, ``(ج)``; empty for a typed one."""
    level: int
    """How deep it is numbered, from 0."""
    sources: tuple[int, ...]
    """The places of the paragraphs it is made of."""
    heading: int | None = None
    bold: bool = False
    indent: int = 0
    cell: Cell | None = None
    in_contents: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote."""

    id: str
    story: Story
    original: str
    accepted: str
    paragraph: int | None
    """The place of the paragraph that refers to it."""
