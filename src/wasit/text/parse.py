"""A draft from plain text or Markdown: marked lines become points, nested as they are numbered.

A line's place in the tree follows from its mark: the next number of a list that is open goes on
with that list, the first of a new one opens a list inside the point before it. Indentation decides
only where the marks leave a choice, for it rarely survives copying.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from wasit.entries import Mistake
from wasit.text.brackets import begins_alternative
from wasit.text.draft import DraftText, Language, Part
from wasit.text.lines import Line, cells_behind, language_of, lines_of
from wasit.text.numbering import PARAGRAPHS, Mark
from wasit.text.tree import Node, Region, Tree
from wasit.text.unnumbered import ANNEX, NOTE, annex_key, heads_annex, reads_as_heading

DEEPEST = 12
"""How deep points may nest."""


def parse(text: str, *, language: Language | None = None, name: str | None = None) -> DraftText:
    """The draft that ``text`` is.

    ``language`` is told by the script where it is not given. Raises :class:`Mistake` on a paragraph
    or nesting beyond the limits, with ``name`` and the line.
    """
    builder = _Builder()
    for line in lines_of(text, name):
        builder.take(line)
    return builder.draft(language or language_of(text))


class _Builder:
    """Takes lines one by one; holds the points that are open, outermost first."""

    def __init__(self) -> None:
        self.regions = [Region()]
        self.open: list[Node] = []
        self.parts: list[tuple[Part, Node | None]] = []
        """Parts with the point they stand after."""
        self.last: Node | None = None
        """The point read last."""
        self.typed_heading = False
        """Whether Markdown says that the heading read last is one."""
        self.chapters = 0
        self.headed = False
        """Whether a heading stands before the first point."""
        self.loose: list[Line] = []
        """Unmarked paragraphs whose place is not clear before the next line."""

    @property
    def top(self) -> list[Node]:
        """The outermost points of the region that is open."""
        return self.regions[-1].top

    def take(self, line: Line) -> None:
        """Put one line in its place."""
        if line.is_row and not self._is_numbered_row(line):
            self._row(line)
        elif self._is_alternative(line):
            self._settle(last=False)
            typed = line.mark.text if line.mark else ""
            self.open[-1].paragraphs.append(f"{typed} {line.words}".strip())
            self.open[-1].end = line.end
        elif line.mark is not None:
            self._settle(last=False)
            self._point(cells_behind(line) if line.is_row else line, line.mark)
        elif self._is_annex(line):
            self._annex(line)
        elif not self.open:
            self._before(line)
        else:
            self._unmarked(line)

    # --- what stands out among the lines ----------------------------------------------------------

    def _is_numbered_row(self, line: Line) -> bool:
        """Whether a row of a table is a point: none in a table inside a point."""
        return line.mark is not None and not (self.open and not self.open[-1].from_row)

    def _row(self, line: Line) -> None:
        if self.open and not self.loose:
            self.open[-1].paragraphs.append(line.words)
            self.open[-1].end = line.end
        elif self.open:
            self.loose.append(line)
        else:
            self._part("preamble", line, joins=False)

    def _is_alternative(self, line: Line) -> bool:
        """``Alt 1: …``: another wording for the point that is open, no point of its own."""
        if not self.open or any(node.mark.dress == "option" for node in self.open):
            return False
        return begins_alternative(f"{line.mark.text} {line.words}" if line.mark else line.words)

    def _is_annex(self, line: Line) -> bool:
        """Whether a line is the heading of an annex, with points of its own."""
        apart = line.is_heading or line.after_blank or bool(self.loose)
        return bool(self.top) and heads_annex(line.words, apart=apart)

    def _annex(self, line: Line) -> None:
        self._settle(last=True)
        self._part("annex", line, joins=False)
        self.regions.append(Region(annex_key(line.words)))
        self.open = []

    # --- points -----------------------------------------------------------------------------------

    def _point(self, line: Line, mark: Mark) -> None:
        depth, as_roman = self._depth(line, mark)
        if depth > DEEPEST:
            raise Mistake("points nested deeper than {limit}", limit=DEEPEST)
        if self._begins_again(line, mark, depth):
            depth = 0
            self._chapter()
        del self.open[depth:]
        node = Node(mark, as_roman, line.indent, [], line.start, line.end, from_row=line.is_row)
        self.last = node
        if len(self.regions) == 1 and not self.top:
            self.headed = bool(self.parts) and self.parts[-1][0].kind == "heading"
        neighbours = self.open[-1].inside if self.open else self.top
        bullets = neighbours[-1].place if neighbours else 0
        node.place = bullets + (mark.style == "bullet")
        neighbours.append(node)
        self.open.append(node)
        if line.words:
            node.paragraphs.append(line.words)

    def _begins_again(self, line: Line, mark: Mark, depth: int) -> bool:
        """Whether the numbers of the text start again under a heading that has none."""
        if not self.top or not self.parts:
            return False
        part, after = self.parts[-1]
        if part.kind != "heading" or after is not self.last:
            return False
        if mark.style == "bullet":
            return line.indent == 0 and self.typed_heading and self.top[0].mark.style != "bullet"
        first = self.top[0].mark
        same = (first.style, first.dress, first.value) == (mark.style, mark.dress, 1)
        return mark.value == 1 and (
            (same and not depth) or (self.typed_heading and not line.indent)
        )

    def _chapter(self) -> None:
        """The numbers start again: headings without numbers count by their place."""
        if len(self.regions) == 1 and self.headed:
            self.regions[0].prefix = "1"
        self.chapters += 1
        self.regions.append(Region(str(self.chapters + self.headed)))

    def _depth(self, line: Line, mark: Mark) -> tuple[int, bool]:
        """How many open points the new one stands inside, and whether its letter is Roman."""
        if mark.style == "decimal":
            return self._decimal(mark), False
        readings = [False, True] if mark.roman and mark.style == "letters" else [False]
        for as_roman in readings:
            depth = self._next_in(line, mark, as_roman)
            if depth is not None:
                return depth, as_roman
        as_roman = mark.style == "letters" and mark.roman == 1
        value = mark.roman if as_roman else mark.value
        if value > 1:
            depth = self._same_list(mark)
            if depth is not None:
                return depth, False
        style = "roman" if as_roman else mark.style
        return self._new_list(line, mark, style, value), as_roman

    def _next_in(self, line: Line, mark: Mark, as_roman: bool) -> int | None:
        """The depth of the open list that this mark goes on with, the innermost first."""
        style = "roman" if as_roman else mark.style
        value = mark.roman if as_roman else mark.value
        for depth in range(len(self.open) - 1, -1, -1):
            node = self.open[depth]
            if (node.style, node.mark.dress) != (style, mark.dress):
                continue
            if mark.style == "bullet" and line.indent > node.indent + 1:
                return None
            if mark.style == "bullet" and line.indent < node.indent - 1:
                continue
            if mark.style == "bullet" or value == node.value + 1:
                return depth
        return None

    def _same_list(self, mark: Mark) -> int | None:
        """The depth of an open list of the same marks, where a number was left out or repeated."""
        for depth in range(len(self.open) - 1, -1, -1):
            node = self.open[depth]
            same = (node.style, node.mark.dress) == (mark.style, mark.dress)
            if same and mark.value > node.value:
                return depth
        return None

    def _new_list(self, line: Line, mark: Mark, style: str, value: int) -> int:
        """Inside the point before it; at the margin where a top list of the same marks restarts."""
        if mark.dress in PARAGRAPHS:
            return 0
        for depth, node in enumerate(self.open):
            same = (node.style, node.mark.dress) == (style, mark.dress)
            if same and line.indent <= node.indent:
                return depth
        if mark.style == "bullet":
            outer = (d for d, n in enumerate(self.open) if d and line.indent < n.indent)
            return next(outer, len(self.open))
        if value <= 1 or line.indent > 0 or self._runs_on(style, mark.dress, value):
            return len(self.open)
        return 0

    def _runs_on(self, style: str, dress: str, value: int) -> bool:
        """Whether this number goes on where the one under the heading before left off."""
        if not self.open or self.open[-1].inside:
            return False
        neighbours = self.open[-2].inside if len(self.open) > 1 else self.top
        before = neighbours[-2].inside[-1:] if len(neighbours) > 1 else []
        return any((n.style, n.mark.dress, n.value + 1) == (style, dress, value) for n in before)

    def _decimal(self, mark: Mark) -> int:
        """Inside the open point whose number it begins with; else beside the other decimals."""
        above = mark.path[:-1]
        for depth in range(len(self.open) - 1, -1, -1):
            node = self.open[depth]
            path = node.mark.path or (node.own_key,)
            if path == above:
                return depth + 1
            if node.mark.style == "decimal" and len(path) == len(mark.path):
                return depth
        return 0

    # --- words without a number ----------------------------------------------------------------

    def _before(self, line: Line) -> None:
        if len(self.regions) > 1 and not line.is_heading:
            self._part("annex", line, joins=not line.after_blank)
            return
        if not self.parts:
            self.parts.append((Part("title", line.words), None))
            return
        kind: Literal["heading", "preamble"] = "heading" if line.is_heading else "preamble"
        self._part(kind, line, joins=not line.after_blank and len(self.parts) > 1)

    def _part(
        self,
        kind: Literal["heading", "preamble", "note", "annex", "closing"],
        line: Line,
        *,
        joins: bool,
    ) -> None:
        after = self.last
        last = self.parts[-1] if self.parts else None
        if joins and last and last[0].kind == kind and last[1] is after:
            self.parts[-1] = (replace(last[0], words=f"{last[0].words}\n{line.words}"), after)
        else:
            self.parts.append(
                (Part(kind, line.words, typed=kind == "heading" and line.is_heading), after)
            )

    def _unmarked(self, line: Line) -> None:
        node = self.open[-1]
        if self.loose:
            self.loose.append(line)
        elif not node.paragraphs and not line.is_heading:
            node.paragraphs.append(line.words)
            node.start, node.end = line.start, line.end
        elif not line.after_blank and not line.is_heading:
            node.paragraphs[-1] += f" {line.words}" if node.paragraphs else line.words
            node.end = line.end
        elif line.indent > node.indent and line.indent >= 2 and not line.is_heading:
            node.paragraphs.append(line.words)
            node.end = line.end
        else:
            self.loose.append(line)

    def _settle(self, *, last: bool) -> None:
        """Give loose paragraphs their place: headings before the next point, closing words."""
        for line in self.loose:
            if NOTE.match(line.words):
                self._part("note", line, joins=False)
            elif last and not line.is_heading and not ANNEX.match(line.words):
                self._part("closing", line, joins=False)
            elif line.is_heading or reads_as_heading(line.words):
                self._part("heading", line, joins=False)
                self.typed_heading = line.is_heading
            else:
                self.open[-1].paragraphs.append(line.words)
                self.open[-1].end = line.end
        self.loose = []

    # --- the draft -----------------------------------------------------------------------------

    def draft(self, language: Language) -> DraftText:
        self._settle(last=True)
        tree = Tree(self.regions)
        points = tuple(tree.points())
        return DraftText(language, points, tree.placed(self.parts))
