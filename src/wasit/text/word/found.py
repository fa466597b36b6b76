"""What has been found in the parts of a Word file while they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wasit.text.word import limits
from wasit.text.word.model import Change, Hand, MarkChange, Paragraph, Sort, Span, Story
from wasit.text.word.xml import Node


@dataclass(slots=True)
class OpenChange:
    """A change while its words come in."""

    sort: Sort
    hand: Hand
    paragraph: int
    inside: str | None
    start: int
    end: int = 0
    """Half-open, in all that is said."""


@dataclass(slots=True)
class Anchor:
    """What a comment is about."""

    paragraph: int
    start: int = 0
    end: int | None = 0
    """Half-open, in all that is said; None while it is open."""


@dataclass(frozen=True, slots=True)
class Bit:
    """Words with the element that shows them."""

    node: Node
    words: str
    counts: bool
    """Whether they are shown once every change is accepted."""


@dataclass(slots=True)
class Found:
    """What the parts of a file hold, in text order."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """All words, those taken out as well, and a line end behind each paragraph."""
    changes: list[OpenChange] = field(default_factory=list)
    mark_changes: list[MarkChange] = field(default_factory=list)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    """By the id of the comment."""
    notes: dict[tuple[Story, str], int] = field(default_factory=dict)
    """By note the paragraph that refers to it."""
    told: set[str] = field(default_factory=set)
    blocks: list[tuple[Node, Node]] = field(default_factory=list)
    """Of each paragraph, the element that it stands in and its own."""
    bits: dict[Node, list[Bit]] = field(default_factory=dict)
    """By run or formula, what it shows."""

    def all_changes(self) -> tuple[Change, ...]:
        """The changes that hold words."""
        return tuple(
            Change(c.sort, c.hand.author, c.hand.date, words, c.paragraph, c.inside)
            for c in self.changes
            if (words := "".join(self.said[c.start : c.end]).removesuffix("\n"))
        )

    def anchored(self, anchor: Anchor) -> str:
        """The first words that a comment is about."""
        end = len(self.said) if anchor.end is None else anchor.end
        words: list[str] = []
        length = 0
        for n in range(anchor.start, end):
            words.append(self.said[n])
            length += len(self.said[n])
            if length >= limits.ANCHOR:
                break
        return "".join(words)[: limits.ANCHOR].strip("\n")

    def hidden(self) -> Iterator[str]:
        """Words that are in the file and not shown."""
        for paragraph in self.paragraphs:
            for span in paragraph.spans:
                if span.hidden and span.words.strip():
                    yield span.words


def merged(spans: list[Span]) -> Iterator[Span]:
    """Neighbours that the same hands touched as one."""
    held: list[Span] = []
    for span in spans:
        if held and _touched(held[0]) != _touched(span):
            yield _one(held)
            held = []
        held.append(span)
    if held:
        yield _one(held)


def _touched(span: Span) -> tuple[object, ...]:
    return span.put_in, span.taken_out, span.hidden, span.bold


def _one(spans: list[Span]) -> Span:
    first = spans[0]
    words = "".join(span.words for span in spans)
    return Span(words, first.put_in, first.taken_out, first.hidden, first.bold)
