"""What each author's changes make of the points, and which point a remark is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from wasit.entries import Mistake, Place
from wasit.text.word import limits
from wasit.text.word.document import Document
from wasit.text.word.keys import Keys, unnumbered
from wasit.text.word.model import Change, Comment, Line, MarkChange, Paragraph
from wasit.text.word.states import lines_of, stands


@dataclass(frozen=True, slots=True)
class Proposal:
    """A formulation that an author's changes make of some paragraphs."""

    author: str
    date: str
    """Of the last of these changes; empty where they have none."""
    kind: Literal["amended", "new", "dropped", "moved"]
    point: str | None
    """The key of the point before all changes; of a new or moved one, after all of them. None for
    what stands around the points."""
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

    A change of numbers in front of the words alone is no proposal. Raises :class:`Mistake` where
    one paragraph after another would have to be told over and over.
    """
    told = _Told(document)
    found: list[Proposal] = []
    for author in document.authors:
        for others, places in told.rests_on(author).items():
            found += _moves(told.proposals(author, others, places))
    return tuple(found)


def placed(comments: tuple[Comment, ...], document: Document) -> tuple[Remark, ...]:
    """Each comment with the point it is about."""
    before, after = (Keys(r, document.name) for r in (document.original, document.accepted))
    return tuple(
        Remark(
            comment, before.of_paragraph(comment.paragraph), after.of_paragraph(comment.paragraph)
        )
        for comment in comments
    )


class _Told:
    """Looks only where a hand changed something: a file may have many hands and be long."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.paragraphs = document.paragraphs
        self.touched = _touched(document.paragraphs)
        self.dates = _dates(document)
        self.before = Keys(document.original, document.name)
        self.after = Keys(document.accepted, document.name)
        self.letters = [sum(len(s.words) for s in p.spans) for p in document.paragraphs]
        self.left = limits.RETOLD

    def rests_on(self, author: str) -> dict[frozenset[str], list[int]]:
        """By whose insertions the author changed the paragraphs: nobody's first, then others'."""
        found: dict[frozenset[str], list[int]] = {frozenset(): []}
        for n, others in self.touched.get(author, {}).items():
            found.setdefault(others, []).append(n)
        return found

    def proposals(
        self, author: str, others: frozenset[str], places: list[int]
    ) -> Iterator[Proposal]:
        """What ``author`` makes of the text that the changes of ``others`` give, at ``places``."""
        touched = self.touched.get(author, {})
        there = set(places)
        behind = 0
        for n in places:
            if n < behind:
                continue
            begin, behind = self._stretch(n, (others, others | {author}))
            for old, new in self._facing(begin, behind, author, others):
                at = {source for line in (*old, *new) for source in line.sources}
                if (there & at) if others else not any(touched.get(source) for source in at):
                    yield from self._made(author, others, old, new)

    def _stretch(self, n: int, sides: tuple[frozenset[str], ...]) -> tuple[int, int]:
        """The paragraphs that are one with ``n`` on either side; half-open."""
        begin, end = n, n + 1
        while begin > 0 and self._runs_on(begin - 1, sides):
            begin -= 1
        while end < len(self.paragraphs) and self._runs_on(end - 1, sides):
            end += 1
        return begin, end

    def _runs_on(self, n: int, sides: tuple[frozenset[str], ...]) -> bool:
        """Whether a paragraph runs on into the next one, on either side."""
        one, other = self.paragraphs[n : n + 2]
        return one.container == other.container and not all(
            stands(one.mark_in, one.mark_out, authors) for authors in sides
        )

    def _facing(
        self, begin: int, end: int, author: str, others: frozenset[str]
    ) -> Iterator[tuple[list[Line], list[Line]]]:
        """The lines of a stretch before and after the author's changes."""
        self.left -= sum(self.letters[begin:end]) + _PARAGRAPH * (end - begin)
        if self.left < 0:
            raise Mistake(
                "changes that reach over more than {limit} characters",
                place=Place(self.document.name),
                limit=limits.RETOLD,
            )
        stretch = self.paragraphs[begin:end]
        lists = self.document.lists
        return _facing(
            *(
                lines_of(stretch, lists, authors, first=begin)
                for authors in (others, others | {author})
            )
        )

    def _made(
        self, author: str, others: frozenset[str], old: list[Line], new: list[Line]
    ) -> Iterator[Proposal]:
        _trim(old, new)
        ours, theirs = _words(old), _words(new)
        if ours == theirs:
            return
        sources = sorted({n for line in (*old, *new) for n in line.sources})
        yield Proposal(
            author=author,
            date=max((self.dates.get((author, n), "") for n in sources), default=""),
            kind="amended" if ours and theirs else "new" if theirs else "dropped",
            point=self._key(old if ours else new, is_new=not ours),
            original=ours,
            words=theirs,
            paragraphs=tuple(sources),
            upon=tuple(sorted(others)),
        )

    def _key(self, lines: list[Line], *, is_new: bool) -> str | None:
        """Of words that only stand there once others are accepted: the key after all changes."""
        for keys in (self.after,) if is_new else (self.before, self.after):
            key = next((key for line in lines if (key := keys.of_line(line))), None)
            if key:
                return key
        return None


_PARAGRAPH = 50
"""What it takes to look at a paragraph at all, in characters."""


def _touched(paragraphs: Iterable[Paragraph]) -> dict[str, dict[int, frozenset[str]]]:
    """By author and paragraph they changed, the others whose insertions they took from."""
    found: dict[str, dict[int, frozenset[str]]] = {}
    for n, paragraph in enumerate(paragraphs):
        if paragraph.story != "body":
            continue
        ends = (paragraph.mark_in, paragraph.mark_out)
        for put_in, taken_out in (ends, *((s.put_in, s.taken_out) for s in paragraph.spans)):
            for hand in (put_in, taken_out):
                if hand:
                    found.setdefault(hand.author, {}).setdefault(n, frozenset())
            if put_in and taken_out and put_in.author != taken_out.author:
                found[taken_out.author][n] |= {put_in.author}
    return found


def _facing(
    before: Iterable[Line], after: Iterable[Line]
) -> Iterator[tuple[list[Line], list[Line]]]:
    """Lines made of the same paragraphs, of both readings."""
    both = [(line, side) for side, of in enumerate((before, after)) for line in of]
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
        while old and new and unnumbered(old[at]) == unnumbered(new[at]):
            del old[at], new[at]


def _words(lines: list[Line]) -> str:
    return "\n".join(words for line in lines if (words := unnumbered(line)))


def _dates(document: Document) -> dict[tuple[str, int], str]:
    """By author and paragraph, when the author last changed it."""
    found: dict[tuple[str, int], str] = {}
    changes: list[Change | MarkChange] = [*document.changes, *document.mark_changes]
    for change in changes:
        at = (change.author, change.paragraph)
        found[at] = max(found.get(at, ""), change.date)
    return found


def _moves(found: Iterator[Proposal]) -> list[Proposal]:
    """What was dropped in one place and is new in another as one proposal."""
    every = list(found)
    dropped = {p.original: n for n, p in enumerate(every) if p.kind == "dropped"}
    out: dict[int, Proposal] = dict(enumerate(every))
    for n, proposal in enumerate(every):
        before = dropped.pop(proposal.words, None) if proposal.kind == "new" else None
        if before is not None:
            gone = out.pop(before)
            paragraphs = tuple(sorted({*gone.paragraphs, *proposal.paragraphs}))
            out[n] = replace(proposal, kind="moved", original=gone.original, paragraphs=paragraphs)
    return list(out.values())
