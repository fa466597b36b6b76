"""A document as one sentence tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.language.spans import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A document, or several, in one sentence."""

    paragraph: int
    span: Span
    """The words it is called by."""
    noun: str
    """The idea of its noun: ``plan``, ``draft``, ``paper``, …"""
    sentence: Span
    before: int | None = None
    after: int | None = None
    count: int | None = None
    unit: str | None = None
    event: str | None = None
    deed: Span | None = None
    """The word that says what became of it."""
    handed: tuple[str, Span] | None = None
    """Whether it was presented, received or circulated, and the word that says so."""
    changed: bool = False
    """Whether its length is what it was cut, or grew, *to*."""
    definite: bool = False
    """Whether its length is told as known: *the* 18 points."""
    known: bool = False
    """Whether it is called so that it must have been named: *the* seven-point *document*."""
    earlier: bool = False
    """Whether it is an earlier state of a document: *the first version had* 13 points."""
    stance: bool = False
    """Whether a side is told to accept it, not that it was accepted: *accepts* the first annex."""
    bare: bool = False
    """Whether it is called by nothing but its noun: *the draft*, most likely one known already."""

    @property
    def numbers(self) -> tuple[int | None, int | None, int | None]:
        """What tells one text from another."""
        return self.before, self.after, self.count
