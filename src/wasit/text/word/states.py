"""Which words stand once some changes are accepted and the others rejected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wasit.text.word.counting import Counter
from wasit.text.word.lists import Lists
from wasit.text.word.model import Hand, Line, Paragraph, Span

Authors = frozenset[str] | None
"""Whose changes are accepted; None: everybody's."""


def stands(put_in: Hand | None, taken_out: Hand | None, authors: Authors) -> bool:
    """Whether what one hand put in and another took out is there."""
    is_in = put_in is None or authors is None or put_in.author in authors
    is_out = taken_out is not None and (authors is None or taken_out.author in authors)
    return is_in and not is_out


@dataclass(slots=True)
class _Open:
    """A paragraph whose end has not come yet."""

    spans: list[Span] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    shape: Paragraph | None = None
    """The paragraph that gives the number and the rest: the first that has words."""

    def take(self, n: int, paragraph: Paragraph, kept: list[Span], *, ends: bool) -> None:
        words = any(span.words for span in kept)
        if words or ends:
            self.sources.append(n)
            self.shape = self.shape or paragraph
        self.spans += kept


def lines_of(
    paragraphs: Sequence[Paragraph],
    lists: Lists,
    authors: Authors,
    story: str = "body",
    *,
    first: int = 0,
) -> Iterator[Line]:
    """The paragraphs of a story as they read with the changes of ``authors`` accepted.

    ``first`` is the place of the first of ``paragraphs`` in the file.
    """
    counter = Counter(lists)
    for opened in _joined(paragraphs, authors, story, first):
        shape = opened.shape
        if shape is not None:
            yield _line(opened, shape, counter)


def _joined(
    paragraphs: Sequence[Paragraph], authors: Authors, story: str, first: int
) -> Iterator[_Open]:
    """Paragraphs whose end does not stand run on into the next of their container."""
    opened = _Open()
    container: int | None = None
    for n, paragraph in enumerate(paragraphs, first):
        if paragraph.story != story:
            continue
        if container != paragraph.container:
            yield opened
            opened, container = _Open(), paragraph.container
        kept = [s for s in paragraph.spans if stands(s.put_in, s.taken_out, authors)]
        ends = stands(paragraph.mark_in, paragraph.mark_out, authors)
        opened.take(n, paragraph, kept, ends=ends)
        if ends:
            yield opened
            opened = _Open()
    yield opened


def _line(opened: _Open, shape: Paragraph, counter: Counter) -> Line:
    shown = [span for span in opened.spans if not span.hidden]
    words = words_of(shown)
    level = counter.lists.level(shape.numbered) if shape.numbered else None
    indent = shape.indent
    if indent == 0 and level is not None and level.indent:
        indent = level.indent
    return Line(
        words=words,
        label=counter.label(shape.numbered) if shape.numbered else "",
        level=shape.numbered.level if shape.numbered else 0,
        sources=tuple(opened.sources),
        heading=shape.heading,
        bold=bool(words.strip()) and all(s.bold for s in shown if s.words.strip()),
        indent=indent,
        cell=shape.cell,
        in_contents=shape.in_contents,
    )


def words_of(spans: Iterable[Span]) -> str:
    """The words of spans, joined."""
    return "".join(span.words for span in spans)
