"""The paragraphs of a Word file as a draft has them, and what turns one into another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wasit.text.numbering import mark_at
from wasit.text.redline import redline
from wasit.text.word.align import last_word
from wasit.text.word.edits import Edit
from wasit.text.word.reading import Reading
from wasit.text.word.units import Unit


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line that the draft has as a paragraph of its own."""

    line: int
    start: int
    words: str
    counted: bool
    """Whether its number is no part of the words."""
    is_whole: bool
    """Whether the line holds nothing else."""

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @property
    def body_at(self) -> int:
        """Where its words begin behind a typed number."""
        lead = len(self.words) - len(self.words.lstrip())
        marked = None if self.counted else mark_at(self.words[lead:])
        return lead + (marked[1] if marked else 0)

    @property
    def mark(self) -> str:
        """The number as typed."""
        marked = None if self.counted else mark_at(self.words.lstrip())
        return marked[0].text if marked else ""


def segments(reading: Reading, language: str | None) -> Iterator[Segment]:
    """The paragraphs as a draft has them: a line break before a typed number parts them."""
    for n, number in reading.shown(language):
        line = reading.lines[n]
        counted = bool(line.label or number)
        starts, at = [0], 0
        for part in line.words.split("\n"):
            if at and mark_at(part.lstrip()) is not None:
                starts.append(at)
            at += len(part) + 1
        ends = [*(start - 1 for start in starts[1:]), len(line.words)]
        for start, end in zip(starts, ends, strict=True):
            first = start == 0
            words = line.words[start:end]
            yield Segment(n, start, words, counted and first, is_whole=len(starts) == 1)


def amended(segment: Segment, unit: Unit, language: str) -> Iterator[Edit]:
    """What turns the words of a segment into those of a unit, spaces of any sort alike."""
    ours = segment.words
    trail = len(ours.rstrip())
    at = segment.body_at
    mark = segment.mark
    if segment.counted:
        theirs = unit.body
        start = at
    elif mark and unit.mark:
        lead = len(ours) - len(ours.lstrip())
        theirs = unit.mark + ours[lead + len(mark) : at] + unit.body
        start = lead
    else:
        theirs = unit.words
        start = len(ours) - len(ours.lstrip())
    position, taken = segment.start + start, 0
    for edit in _between(ours[start:trail], theirs, language):
        out, piece = edit
        if piece is None:
            position += len(out)
            taken += len(out)
            continue
        yield Edit(position, position + len(out), theirs[taken : taken + len(piece)])
        position += len(out)
        taken += len(piece)


def apart(edits: list[Edit], segment: Segment, following: str) -> list[Edit]:
    """The same change, so that it does not touch the next paragraph's of the same sort.

    LibreOffice takes both for one, with the end of the paragraph that stands between them.
    """
    end = segment.start + len(segment.words.rstrip())
    if not edits or edits[-1].end != end:
        return edits
    *front, last = edits
    if following == ("in" if last.words else "out"):
        kept_from = front[-1].end if front else segment.start
        kept = segment.words[kept_from - segment.start : last.start - segment.start]
        start = kept_from + last_word(kept) if last.words == "" or last.start == end else last.start
        word = segment.words[start - segment.start : last.start - segment.start]
        return [*front, Edit(start, end, word + last.words, ahead=following == "in")]
    return edits


_SPACES = str.maketrans("\n\t\u00a0", "   ")


def _between(ours: str, theirs: str, language: str) -> Iterator[tuple[str, str | None]]:
    """What is taken out with what is put in for it, and between them what is kept (None)."""
    held: tuple[str, str] | None = None
    for piece in redline(ours.translate(_SPACES), theirs.translate(_SPACES), language):
        if piece.sort == "kept":
            if held is not None:
                yield held
            held = None
            yield piece.words, None
        else:
            out, into = held or ("", "")
            held = (out + piece.words, into) if piece.sort == "out" else (out, into + piece.words)
    if held is not None:
        yield held
