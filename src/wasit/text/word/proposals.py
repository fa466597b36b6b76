"""What each author's changes make of the points, and which point a remark is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from wasit.text.draft import Point
from wasit.text.numbering import mark_at
from wasit.text.parse import parse
from wasit.text.word.document import Document
from wasit.text.word.model import Change, Comment, Line, MarkChange
from wasit.text.word.reading import Reading


@dataclass(frozen=True, slots=True)
class Proposal:
    """A formulation that an author's changes make of some paragraphs."""

    author: str
    date: str
    """Of the last of these changes; empty where they have none."""
    kind: Literal["amended", "new", "dropped", "moved"]
    point: str | None
    """The key of the point before the changes; of a new or moved one, after them. None for what
    stands around the points."""
    original: str
    """The words before the changes, without number; empty where they are new."""
    words: str
    """The words with this author's changes alone accepted; empty where they are dropped."""
    paragraphs: tuple[int, ...]
    """The places of the paragraphs in :attr:`Document.paragraphs`."""
    upon: tuple[str, ...] = ()
    """Authors whose insertions this one changed: both texts have those insertions."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment and the point it is about."""

    comment: Comment
    point: str | None
    """Its key with every change rejected; None where the comment stands outside of all points."""
    accepted_point: str | None
    """Its key with every change accepted."""


def proposals(document: Document) -> tuple[Proposal, ...]:
    """Every author's changes as formulations, by author and in text order.

    A change of numbers in front of the words alone is no proposal.
    """
    found: list[Proposal] = []
    for author in document.authors:
        upon = _upon(document, author)
        own = list(_of(document, author, frozenset()))
        found += _moves(p for p in own if not upon.keys() & set(p.paragraphs))
        for others in dict.fromkeys(upon.values()):
            there = {n for n, who in upon.items() if who == others}
            rest = (p for p in _of(document, author, others) if there & set(p.paragraphs))
            found += _moves(rest)
    return tuple(found)


def placed(comments: tuple[Comment, ...], document: Document) -> tuple[Remark, ...]:
    """Each comment with the point it is about."""
    before, after = Keys(document.original), Keys(document.accepted)
    return tuple(
        Remark(
            comment, before.of_paragraph(comment.paragraph), after.of_paragraph(comment.paragraph)
        )
        for comment in comments
    )


def _upon(document: Document, author: str) -> dict[int, frozenset[str]]:
    """By paragraph, the other authors whose insertions ``author`` took from."""
    found: dict[int, frozenset[str]] = {}
    for n, paragraph in enumerate(document.paragraphs):
        ends = (paragraph.mark_in, paragraph.mark_out)
        spans = [(span.put_in, span.taken_out) for span in paragraph.spans]
        others = {
            put_in.author
            for put_in, taken_out in (ends, *spans)
            if put_in and taken_out and taken_out.author == author and put_in.author != author
        }
        if others:
            found[n] = frozenset(others)
    return found


def _of(document: Document, author: str, others: frozenset[str]) -> Iterator[Proposal]:
    """What ``author`` makes of the text that the changes of ``others`` give."""
    before, after = document.only(*others), document.only(author, *others)
    keys = (Keys(before), Keys(after))
    dates = _dates(document, author)
    for old, new in _facing(before, after):
        _trim(old, new)
        ours, theirs = _words(old), _words(new)
        if ours == theirs:
            continue
        lines, key = (old, keys[0]) if ours else (new, keys[1])
        sources = sorted({n for line in (*old, *new) for n in line.sources})
        yield Proposal(
            author=author,
            date=max((dates.get(n, "") for n in sources), default=""),
            kind="amended" if ours and theirs else "new" if theirs else "dropped",
            point=next((k for line in lines if (k := key.of_line(line))), None),
            original=ours,
            words=theirs,
            paragraphs=tuple(sources),
            upon=tuple(sorted(others)),
        )


def _facing(before: Reading, after: Reading) -> Iterator[tuple[list[Line], list[Line]]]:
    """Lines made of the same paragraphs, of both readings."""
    both = [(line, side) for side, of in enumerate((before, after)) for line in of.lines]
    both.sort(key=lambda item: (item[0].sources[0], item[1]))
    held: tuple[list[Line], list[Line]] = ([], [])
    end = -1
    for line, side in both:
        if line.sources[0] > end and end >= 0:
            yield held
            held = ([], [])
        held[side].append(line)
        end = max(end, line.sources[-1])
    if end >= 0:
        yield held


def _trim(old: list[Line], new: list[Line]) -> None:
    """Take away the lines with which both begin and end alike."""
    for at in (0, -1):
        while old and new and _unnumbered(old[at]) == _unnumbered(new[at]):
            del old[at], new[at]


def _words(lines: list[Line]) -> str:
    return "\n".join(words for line in lines if (words := _unnumbered(line)))


def _unnumbered(line: Line) -> str:
    words = line.words.strip()
    marked = mark_at(words)
    return words[marked[1] :].strip() if marked and not line.label else words


def _dates(document: Document, author: str) -> dict[int, str]:
    """By paragraph, when the author last changed it."""
    found: dict[int, str] = {}
    changes: list[Change | MarkChange] = [*document.changes, *document.mark_changes]
    for change in changes:
        if change.author == author:
            found[change.paragraph] = max(found.get(change.paragraph, ""), change.date)
    return found


def _moves(found: Iterator[Proposal]) -> list[Proposal]:
    """What was dropped in one place and is new in another as one proposal."""
    every = list(found)
    dropped = {p.original: p for p in every if p.kind == "dropped"}
    out: list[Proposal] = []
    gone: list[Proposal] = []
    for proposal in every:
        before = dropped.pop(proposal.words, None) if proposal.kind == "new" else None
        if before is None:
            out.append(proposal)
            continue
        gone.append(before)
        paragraphs = tuple(sorted({*before.paragraphs, *proposal.paragraphs}))
        out.append(replace(proposal, kind="moved", original=before.original, paragraphs=paragraphs))
    return [proposal for proposal in out if proposal not in gone]


class Keys:
    """The keys of the points that the lines of a reading belong to."""

    def __init__(self, reading: Reading) -> None:
        self.lines = reading.lines
        self.line_of = {source: n for n, line in enumerate(self.lines) for source in line.sources}
        self.by_line: dict[int, str] = {}
        for language in reading.languages or (None,):
            self._read(reading, language)

    def of_line(self, line: Line) -> str | None:
        """The key of the point that ``line`` belongs to."""
        return self.of_paragraph(line.sources[0])

    def of_paragraph(self, paragraph: int | None) -> str | None:
        """The key of the point that a paragraph of the document belongs to."""
        line = self.line_of.get(paragraph) if paragraph is not None else None
        return None if line is None else self.by_line.get(line)

    def _read(self, reading: Reading, language: str | None) -> None:
        text, places = reading.placed_text(language)
        points = sorted(parse(text, language=language).all(), key=lambda point: point.start)
        ends = [*(at for at, _ in places[1:]), len(text)][: len(places)]
        current: Point | None = None
        left = iter(points)
        following = next(left, None)
        for (_, n), end in zip(places, ends, strict=True):
            while following is not None and following.start < end:
                current, following = following, next(left, None)
            if current is not None and self._is_of(current, reading.lines[n]):
                self.by_line[n] = current.key

    @staticmethod
    def _is_of(point: Point, line: Line) -> bool:
        """Whether a line is a paragraph of the point before it, and not a heading or closing."""
        return _unnumbered(line) in point.words or bool(line.label)
