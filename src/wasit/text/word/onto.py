"""A redline on top of a Word file, in which the marks of earlier hands stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wasit.text.draft import DraftText
from wasit.text.numbering import mark_at
from wasit.text.redline import redline
from wasit.text.word.align import Pairing, Shown, align, last_word, sort_of
from wasit.text.word.body import BodyReader
from wasit.text.word.edits import Edit, Editor, copied, mark_end, properties_of
from wasit.text.word.elements import Dress, Marker, properties_for
from wasit.text.word.inert import inert_parts
from wasit.text.word.lists import read_lists
from wasit.text.word.package import open_package
from wasit.text.word.parts import archive
from wasit.text.word.reader import File, body_of
from wasit.text.word.reading import Reading
from wasit.text.word.states import lines_of
from wasit.text.word.styles import Styles
from wasit.text.word.units import Unit, units_of
from wasit.text.word.xml import Node, Tree, write_xml


@dataclass(frozen=True, slots=True)
class Column:
    """What one language of a file is to read as."""

    draft: DraftText
    language: str | None
    """Which of two languages side by side; None: the whole file."""


def redline_onto(base: bytes, columns: Sequence[Column], marker: Marker, name: str | None) -> bytes:
    """``base`` with what leads from its accepted text to the drafts, as changes of one hand.

    Where numbers are counted by Word they are left to Word. New points that stand in both columns
    of a table stand in the cells of the points before them.
    """
    package = open_package(base, name)
    file = File(package)
    parts = inert_parts(file)
    tree = file.tree(file.main)
    styles = Styles(file.root("styles"))
    lists = read_lists(file.root("numbering"), styles)
    body = BodyReader(styles, lists, file.place.at(file.main))
    body.read(body_of(tree, file))
    reading = Reading(tuple(lines_of(body.found.paragraphs, lists, None)))
    marker.next = _highest(tree) + 1
    for column in columns:
        _Redline(body, reading, column, marker).write()
    parts[file.main] = write_xml(tree)
    return archive(parts)


def _highest(tree: Tree) -> int:
    """The highest number of a mark in use."""
    found = 0
    left = [tree.root]
    while left:
        node = left.pop()
        number = node.get("w:id")
        if number.isascii() and number.isdecimal() and len(number) < 9:
            found = max(found, int(number))
        left += node.elements()
    return found


@dataclass(frozen=True, slots=True)
class _Segment:
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


class _Redline:
    def __init__(self, body: BodyReader, reading: Reading, column: Column, marker: Marker) -> None:
        self.found = body.found
        self.reading = reading
        self.language = column.draft.language
        self.marker = marker
        self.segments = list(_segments(reading, column.language))
        self.units = units_of(column.draft)
        self.edits: dict[int, list[Edit]] = {}
        """By line."""
        self.dropped: set[int] = set()
        """Lines of which nothing stays."""

    def write(self) -> None:
        pairs = align(
            [Shown(s.counted or bool(s.mark), s.words[s.body_at :]) for s in self.segments],
            [Shown(bool(unit.mark), unit.body) for unit in self.units],
        )
        self._plan(pairs)
        self._new(pairs)
        for line in sorted(self.edits):
            self._apply(line)

    # --- what stays and what goes ---------------------------------------------------------------

    def _plan(self, pairs: list[Pairing]) -> None:
        for (i, j), following in zip(pairs, [*pairs[1:], (0, 0)], strict=False):
            if i is None:
                continue
            segment = self.segments[i]
            edits = self.edits.setdefault(segment.line, [])
            if j is not None:
                changes = list(self._amended(segment, self.units[j]))
                edits += _apart(changes, segment, sort_of(*following))
            elif segment.is_whole:
                edits.append(Edit(0, segment.end, ""))
                self.dropped.add(segment.line)
            else:
                # With the line break before it, or behind it where it comes first.
                start = max(segment.start - 1, 0)
                edits.append(Edit(start, segment.end + (segment.start == 0), ""))

    def _amended(self, segment: _Segment, unit: Unit) -> Iterator[Edit]:
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
        for edit in _between(ours[start:trail], theirs, self.language):
            out, piece = edit
            if piece is None:
                position += len(out)
                taken += len(out)
                continue
            yield Edit(position, position + len(out), theirs[taken : taken + len(piece)])
            position += len(out)
            taken += len(piece)

    # --- what is new ----------------------------------------------------------------------------

    def _new(self, pairs: list[Pairing]) -> None:
        behind: Node | None = None
        matched = {j: i for i, j in pairs if i is not None and j is not None}
        last: int | None = None
        for i, j in pairs:
            if i is not None:
                last, behind = i, self._last_of(self.segments[i].line)
            elif j is not None:
                segment = None if last is None else self.segments[last]
                if segment is not None and self._goes_on(last):
                    words = f"\n{self.units[j].words}"
                    edits = self.edits.setdefault(segment.line, [])
                    edits.append(Edit(segment.end, segment.end, words))
                else:
                    behind = self._paragraph(self.units[j], j, matched, behind)

    def _goes_on(self, at: int | None) -> bool:
        """Whether the line of a segment holds another one behind it."""
        following = self.segments[at + 1 : at + 2] if at is not None else []
        return bool(following) and following[0].line == self.segments[at or 0].line

    def _last_of(self, line: int) -> Node:
        return self.found.blocks[self.reading.lines[line].sources[-1]][1]

    def _paragraph(self, unit: Unit, j: int, matched: dict[int, int], behind: Node | None) -> Node:
        """Put a new paragraph behind another one, or before all."""
        like = self._like(unit, j, matched)
        node = Node("w:p")
        words, dress = unit.words, Dress(self.language)
        if like is None:
            properties = properties_for(unit, self.language)
        else:
            model = self._last_of(like.line)
            properties = properties_of(model)
            dress = Dress(self.language, like=_first_run(model))
            words = unit.body if self.reading.lines[like.line].label else unit.words
        node.children.append(properties)
        if words:
            node.children.append(self.marker.mark("w:ins", *dress.runs(words)))
        parent = self._parent(behind)
        at = 0
        if behind is not None:
            at = parent.children.index(behind) + 1
        elif self.segments:
            first = self.found.blocks[self.reading.lines[self.segments[0].line].sources[0]]
            at = first[0].children.index(first[1])
        if behind is not None and not _followed(parent, behind):
            mark_end(behind, self.marker.mark("w:ins"))
        else:
            mark_end(node, self.marker.mark("w:ins"))
        parent.children.insert(at, node)
        self.found.blocks.append((parent, node))
        return node

    def _parent(self, behind: Node | None) -> Node:
        if behind is None and self.segments:
            return self.found.blocks[self.reading.lines[self.segments[0].line].sources[0]][0]
        return next(parent for parent, node in self.found.blocks if node is behind or not behind)

    def _like(self, unit: Unit, j: int, matched: dict[int, int]) -> _Segment | None:
        """The nearest paragraph that stays and is of the same sort and depth."""
        for other in sorted(matched, key=lambda k: abs(k - j)):
            candidate = self.units[other]
            same = (candidate.depth, candidate.style, bool(candidate.mark))
            if same == (unit.depth, unit.style, bool(unit.mark)):
                return self.segments[matched[other]]
        return None

    # --- writing --------------------------------------------------------------------------------

    def _apply(self, line: int) -> None:
        """Write the edits of a line into the paragraphs that it is made of."""
        edits = sorted(self.edits[line], key=lambda edit: (edit.start, edit.end))
        begin = 0
        sources = self.reading.lines[line].sources
        for source in sources:
            parent, node = self.found.blocks[source]
            spans = self.found.paragraphs[source].spans
            length = sum(len(s.words) for s in spans if s.taken_out is None and not s.hidden)
            is_last = source == sources[-1]
            own = list(_within(edits, begin, begin + length))
            if own:
                Editor(node, self.found.bits, self.marker, self.language).write(own)
            if line in self.dropped and is_last and _may_go(parent, node):
                mark_end(node, self.marker.mark("w:del"))
            begin += length


def _segments(reading: Reading, language: str | None) -> Iterator[_Segment]:
    """The paragraphs as a draft has them: a line break before a typed number parts them."""
    for n, number in reading.shown(language):
        line = reading.lines[n]
        counted = bool(line.label or number)
        starts = [0]
        at = line.words.find("\n")
        while at >= 0:
            rest = line.words[at + 1 :]
            if mark_at(rest.lstrip()) is not None:
                starts.append(at + 1)
            at = line.words.find("\n", at + 1)
        ends = [*(start - 1 for start in starts[1:]), len(line.words)]
        for start, end in zip(starts, ends, strict=True):
            first = start == 0
            words = line.words[start:end]
            yield _Segment(n, start, words, counted and first, is_whole=len(starts) == 1)


def _apart(edits: list[Edit], segment: _Segment, following: str) -> list[Edit]:
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


def _within(edits: list[Edit], begin: int, end: int) -> Iterator[Edit]:
    """The edits that touch ``begin`` to ``end``, counted from ``begin``.

    Words are put in where what they stand for ends.
    """
    for edit in edits:
        start, stop = max(edit.start, begin), min(edit.end, end)
        here = begin < edit.at <= end or (begin == edit.at == 0)
        words = edit.words if here else ""
        if start < stop or words:
            yield Edit(start - begin, stop - begin, words, edit.ahead)


def _may_go(parent: Node, node: Node) -> bool:
    """Whether the end of a paragraph can be taken out: what is before it then runs on."""
    return _followed(parent, node) and node.find("w:pPr", "w:sectPr") is None


def _followed(parent: Node, node: Node) -> bool:
    """Whether a paragraph comes next: what the end of ``node`` would run on into."""
    at = parent.children.index(node) + 1
    for child in parent.children[at:]:
        if isinstance(child, Node) and child.name == "w:p":
            return True
        if isinstance(child, Node) and child.name in ("w:tbl", "w:sectPr", "w:sdt"):
            return False
    return False


def _first_run(paragraph: Node) -> Node | None:
    """The properties of the first words of a paragraph."""
    left: list[Node] = [paragraph]
    while left:
        node = left.pop()
        if node.name == "w:r" and node.find("w:t") is not None:
            found = node.find("w:rPr")
            return copied(found) if found is not None else None
        left += reversed(list(node.elements()))
    return None
