"""A Word file as a value, and the texts it can be read as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wasit.text.word.lists import Lists
from wasit.text.word.model import Change, Comment, MarkChange, Note, Paragraph, Sort
from wasit.text.word.reading import Reading
from wasit.text.word.states import lines_of


@dataclass(frozen=True, slots=True)
class Document:
    """A Word file, read."""

    paragraphs: tuple[Paragraph, ...]
    """Those of the body and its tables, then those of notes."""
    comments: tuple[Comment, ...]
    changes: tuple[Change, ...]
    """In text order; a deletion inside an insertion stands under both."""
    mark_changes: tuple[MarkChange, ...]
    notes: tuple[Note, ...]
    hidden: tuple[str, ...]
    """Words that are in the file and not shown."""
    told: tuple[str, ...]
    """What was not read, by name: ``formatting``, ``macros``, ``remote``, ``embedded``, ..."""
    lists: Lists
    """How its paragraphs are numbered."""
    name: str | None = None
    """What it is called in mistakes."""

    @property
    def authors(self) -> tuple[str, ...]:
        """Who changed anything, in text order."""
        found = {change.author: None for change in self.changes}
        found.update((change.author, None) for change in self.mark_changes)
        return tuple(found)

    @property
    def original(self) -> Reading:
        """With every change rejected."""
        return self._read(frozenset())

    @property
    def accepted(self) -> Reading:
        """With every change accepted."""
        return self._read(None)

    def only(self, *authors: str) -> Reading:
        """With the changes of these authors accepted and all others rejected."""
        return self._read(frozenset(authors))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of a table in two columns; none where there is no such table."""
        return self.accepted.languages

    @property
    def insertions(self) -> tuple[Change, ...]:
        return tuple(self._of("insertion"))

    @property
    def deletions(self) -> tuple[Change, ...]:
        return tuple(self._of("deletion"))

    @property
    def moves_from(self) -> tuple[Change, ...]:
        return tuple(self._of("move_from"))

    @property
    def moves_to(self) -> tuple[Change, ...]:
        return tuple(self._of("move_to"))

    def _of(self, sort: Sort) -> Iterator[Change]:
        return (change for change in self.changes if change.sort == sort)

    def _read(self, authors: frozenset[str] | None) -> Reading:
        return Reading(tuple(lines_of(self.paragraphs, self.lists, authors)))
