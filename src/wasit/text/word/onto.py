"""A redline on top of a Word file, in which the marks of earlier hands stay."""

from __future__ import annotations

import itertools
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wasit.text.draft import DraftText
from wasit.text.word.align import Pairing, Shown, align, sort_of
from wasit.text.word.blocks import Blocks
from wasit.text.word.body import BodyReader
from wasit.text.word.edits import Edit, Editor, copied, mark_end, properties_of
from wasit.text.word.elements import Dress, Marker, properties_for
from wasit.text.word.found import Found
from wasit.text.word.inert import inert_parts
from wasit.text.word.package import open_package
from wasit.text.word.parts import archive
from wasit.text.word.reader import File, body_of
from wasit.text.word.reading import Reading
from wasit.text.word.segments import Segment, amended, apart, segments
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
    lists = file.lists(styles)
    body = BodyReader(styles, lists, file.place.at(file.main))
    root = body_of(tree, file)
    body.read(root)
    reading = Reading(tuple(lines_of(body.found.paragraphs, lists, None)))
    marker.next = _highest(tree) + 1
    for column in columns:
        _Redline(Text(root, body.found, reading), column, marker).write()
    parts[file.main] = write_xml(tree)
    return archive(parts)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file: its element, what it holds, and how it reads with all accepted."""

    root: Node
    found: Found
    reading: Reading


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


class _Redline:
    def __init__(self, text: Text, column: Column, marker: Marker) -> None:
        self.found = text.found
        self.reading = text.reading
        self.language = column.draft.language
        self.marker = marker
        self.segments = list(segments(text.reading, column.language))
        self.units = units_of(column.draft)
        self.blocks = Blocks(text.root, text.found.blocks)
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
        self.blocks.put_in()
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
                changes = list(amended(segment, self.units[j], self.language))
                edits += apart(changes, segment, sort_of(*following))
            elif segment.is_whole:
                edits.append(Edit(0, segment.end, ""))
                self.dropped.add(segment.line)
            else:
                # With the line break before it, or behind it where it comes first.
                start = max(segment.start - 1, 0)
                edits.append(Edit(start, segment.end + (segment.start == 0), ""))

    # --- what is new ----------------------------------------------------------------------------

    def _new(self, pairs: list[Pairing]) -> None:
        models = _Models(self.units, pairs)
        last: int | None = None
        for i, j in pairs:
            if i is not None:
                last = i
            elif j is not None and last is not None and self._goes_on(last):
                segment = self.segments[last]
                words = f"\n{self.units[j].words}"
                self.edits.setdefault(segment.line, []).append(
                    Edit(segment.end, segment.end, words)
                )
            elif j is not None:
                model = models.nearest(j)
                node = self._paragraph(
                    self.units[j], None if model is None else self.segments[model]
                )
                self._put_in(node, last)

    def _goes_on(self, at: int) -> bool:
        """Whether the line of a segment holds another one behind it."""
        following = self.segments[at + 1 : at + 2]
        return bool(following) and following[0].line == self.segments[at].line

    def _last_of(self, segment: Segment) -> Node:
        return self.found.blocks[self.reading.lines[segment.line].sources[-1]][1]

    def _paragraph(self, unit: Unit, like: Segment | None) -> Node:
        """A new paragraph, its words marked as put in, that looks like another one."""
        words, dress = unit.words, Dress(self.language)
        if like is None:
            properties = properties_for(unit, self.language)
        else:
            model = self._last_of(like)
            properties = properties_of(model)
            dress = Dress(self.language, like=_first_run(model))
            words = unit.body if self.reading.lines[like.line].label else unit.words
        node = Node("w:p", None, properties)
        if words:
            node.children.append(self.marker.mark("w:ins", *dress.runs(words)))
        return node

    def _put_in(self, node: Node, last: int | None) -> None:
        """Put a new paragraph behind a segment, or before all.

        Behind the last paragraph of all, the end that is new is that of the one before it.
        """
        if last is None:
            first = self.reading.lines[self.segments[0].line].sources[0] if self.segments else None
            self.blocks.put_before(None if first is None else self.found.blocks[first], node)
            mark_end(node, self.marker.mark("w:ins"))
            return
        anchor = self._last_of(self.segments[last])
        is_followed = self.blocks.is_followed(anchor)
        previous = self.blocks.put_behind(anchor, node)
        mark_end(node if is_followed else previous, self.marker.mark("w:ins"))

    # --- writing --------------------------------------------------------------------------------

    def _apply(self, line: int) -> None:
        """Write the edits of a line into the paragraphs that it is made of."""
        edits = sorted(self.edits[line], key=lambda edit: (edit.start, edit.end))
        begin = done = 0
        sources = self.reading.lines[line].sources
        for source in sources:
            node = self.found.blocks[source][1]
            spans = self.found.paragraphs[source].spans
            end = begin + sum(len(s.words) for s in spans if s.taken_out is None and not s.hidden)
            while done < len(edits) and edits[done].end < begin:
                done += 1
            own = list(_within(edits, done, begin, end))
            if own:
                Editor(node, self.found.bits, self.marker, self.language).write(own)
            if line in self.dropped and source == sources[-1] and self.blocks.may_go(node):
                mark_end(node, self.marker.mark("w:del"))
            begin = end


class _Models:
    """Paragraphs that stay, for new ones to look like."""

    def __init__(self, units: Sequence[Unit], pairs: Sequence[Pairing]) -> None:
        self.units = units
        self.segment_of = {j: i for i, j in pairs if i is not None and j is not None}
        self.alike: dict[tuple[object, ...], list[int]] = {}
        for j in self.segment_of:
            self.alike.setdefault(_look(units[j]), []).append(j)

    def nearest(self, j: int) -> int | None:
        """The segment of the nearest paragraph of the same sort and depth as unit ``j``."""
        alike = self.alike.get(_look(self.units[j]), [])
        at = bisect(alike, j)
        near = alike[max(at - 1, 0) : at + 1]
        return self.segment_of[min(near, key=lambda k: abs(k - j))] if near else None


def _look(unit: Unit) -> tuple[object, ...]:
    return unit.depth, unit.style, bool(unit.mark)


def _within(edits: Sequence[Edit], first: int, begin: int, end: int) -> Iterator[Edit]:
    """The edits from ``first`` on that touch ``begin`` to ``end``, counted from ``begin``.

    Words are put in where what they stand for ends.
    """
    for edit in itertools.islice(edits, first, None):
        if edit.start > end:
            return
        start, stop = max(edit.start, begin), min(edit.end, end)
        here = begin < edit.at <= end or (begin == edit.at == 0)
        words = edit.words if here else ""
        if start < stop or words:
            yield Edit(start - begin, stop - begin, words, edit.ahead)


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
