"""The paragraphs of a Word part, with every hand that put words in, took them out or moved them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from wasit.entries import Mistake, Place
from wasit.text.word import limits
from wasit.text.word.found import Anchor, Bit, Found, OpenChange, merged
from wasit.text.word.hands import SORTS, Mark, mark_of, marks_in, outermost, puts_in
from wasit.text.word.lists import Lists
from wasit.text.word.model import Cell, Hand, MarkChange, Paragraph, Span, Story
from wasit.text.word.shown import TRANSPARENT, boxes, chosen, formula, inside, typed
from wasit.text.word.styles import Styles, shape_of
from wasit.text.word.xml import Node, whole

_FORMATTING = ("w:rPrChange", "w:pPrChange", "w:numberingChange")
_PICTURES = ("w:drawing", "w:pict", "w:object")
_REFUSED = re.compile("[\u202d\u202e]")


class BodyReader:
    """Walks the blocks of parts one after another; ``found`` grows."""

    def __init__(self, styles: Styles, lists: Lists, place: Place) -> None:
        self.styles = styles
        self.lists = lists
        self.place = place
        self.found = Found()
        self.story: Story = "body"
        self.containers = 0
        self.tables = 0
        self.container = 0
        self.cell: Cell | None = None
        self.hands: list[Mark] = []
        """The changes that are open, outermost first."""
        self.lines = 0
        self.letters = 0
        self.joined = 0
        """Letters since a paragraph ended for everybody."""
        self.style_id = ""
        self.spans: list[Span] = []
        self.fields: list[bool] = []
        """Of each field that is open, whether its code is being read and not what it shows."""
        self.boxes: list[Node] = []

    def read(self, blocks: Node, story: Story = "body", place: Place | None = None) -> None:
        """Take the paragraphs of ``blocks``, which no paragraph outside of it runs on into."""
        self.story, self.place = story, place or self.place
        self.fields.clear()
        self._container()
        self._blocks(blocks)

    def _container(self) -> None:
        self.containers += 1
        self.container = self.containers
        self.joined = 0

    # --- blocks ---------------------------------------------------------------------------------

    def _blocks(self, parent: Node) -> None:
        for node in parent.elements():
            if node.name == "w:p":
                self.found.blocks.append((parent, node))
                self._paragraph(node)
            elif node.name == "w:tbl":
                self._table(node)
            elif node.name in ("w:altChunk", "w:subDoc"):
                self.found.told.add("embedded")
            elif node.name in SORTS and node.children:
                with self._change(node):
                    self._blocks(node)
            elif node.name in TRANSPARENT:
                self._blocks(node)
            elif node.name == "mc:AlternateContent":
                self._blocks(chosen(node))
            else:
                self._aside(node)

    def _table(self, table: Node) -> None:
        held, self.tables = self.cell, self.tables + 1
        number = self.tables - 1
        for at, row in enumerate(inside(table, "w:tr")):
            properties = row.find("w:trPr")
            with self._all(marks_in(properties)):
                self._row(row, _count_in(properties, "w:gridBefore", 0), Cell(number, at, 0))
        self.cell = held
        self._container()

    def _row(self, row: Node, column: int, first: Cell) -> None:
        for cell in inside(row, "w:tc"):
            properties = cell.find("w:tcPr")
            columns = _count_in(properties, "w:gridSpan", 1)
            self.cell = Cell(first.table, first.row, column, columns)
            column += columns
            self._container()
            with self._all(marks_in(properties)):
                self._blocks(cell)

    def _aside(self, node: Node) -> None:
        """Take what stands beside words: where comments begin and end."""
        if node.name == "w:commentRangeStart":
            here = len(self.found.said)
            self.found.anchors[node.get("w:id")] = Anchor(len(self.found.paragraphs), here, None)
        elif node.name == "w:commentRangeEnd":
            anchor = self.found.anchors.get(node.get("w:id"))
            if anchor is not None and anchor.end is None:
                anchor.end = len(self.found.said)

    # --- paragraphs -----------------------------------------------------------------------------

    def _paragraph(self, node: Node) -> None:
        self._count_lines(1)
        properties = node.find("w:pPr")
        self.style_id = self.styles.id_of(properties)
        self.spans = []
        self._inline(node)
        self.fields = [False for _ in self.fields]
        paragraph = self._built(properties)
        self.found.paragraphs.append(paragraph)
        self.found.said.append("\n")
        if paragraph.mark_in is None and paragraph.mark_out is None:
            self.joined = 0
        drawn, self.boxes = self.boxes, []
        for box in drawn:
            held = (self.container, self.cell, self.fields, self.joined)
            self.cell, self.fields = None, []
            self._container()
            self._blocks(box)
            self.container, self.cell, self.fields, self.joined = held

    def _built(self, properties: Node | None) -> Paragraph:
        mark_in, mark_out = self._ends(properties)
        own = shape_of(properties)
        chain = self.styles.chain(self.style_id)
        shapes = (own, *(step.shape for step in chain))
        return Paragraph(
            spans=tuple(merged(self.spans)),
            story=self.story,
            container=self.container,
            mark_in=mark_in,
            mark_out=mark_out,
            numbered=self.lists.place(own, chain),
            heading=self.styles.heading(self.style_id, own),
            indent=next((shape.indent for shape in shapes if shape.indent is not None), 0),
            cell=self.cell,
            in_contents=self.styles.is_contents(self.style_id),
        )

    def _ends(self, properties: Node | None) -> tuple[Hand | None, Hand | None]:
        """Who put in the end of the paragraph, and who took it out."""
        self._formatting(properties)
        own = properties.find("w:rPr") if properties is not None else None
        self._formatting(own)
        marks = marks_in(own)
        self._tell(marks)
        marks = [*self.hands, *marks]
        return outermost(marks, put_in=True), outermost(marks, put_in=False)

    def _formatting(self, properties: Node | None) -> None:
        if properties is not None and any(n.name in _FORMATTING for n in properties.elements()):
            self.found.told.add("formatting")

    # --- words ----------------------------------------------------------------------------------

    def _inline(self, parent: Node) -> None:
        for node in parent.elements():
            if node.name == "w:r":
                self._run(node)
            elif node.name in SORTS:
                with self._change(node):
                    self._inline(node)
            elif node.name in TRANSPARENT:
                if node.name == "w:fldSimple":
                    self.found.told.add("fields")
                elif node.name == "w:bdo":
                    self.found.told.add("direction")
                self._inline(node)
            elif node.name == "mc:AlternateContent":
                self._inline(chosen(node))
            elif node.name in ("m:oMath", "m:oMathPara"):
                self._words(node, node, formula(node))
            else:
                self._aside(node)

    def _run(self, run: Node) -> None:
        own = run.find("w:rPr")
        self._formatting(own)
        hidden = self.styles.switch("w:vanish", own, self.style_id)
        bold = self._is_bold(own)
        for node in run.elements():
            words = typed(node)
            if words:
                self._words(run, node, words, hidden=hidden, bold=bold)
            elif node.name not in ("w:t", "w:delText", "w:rPr"):
                self._in_run(node)

    def _is_bold(self, own: Node | None) -> bool:
        """Whether words are bold; those that run from right to left have a switch of their own."""
        if self.styles.switch("w:b", own, self.style_id):
            return True
        rtl = self.styles.switch("w:rtl", own, self.style_id)
        return rtl and self.styles.switch("w:bCs", own, self.style_id)

    def _in_run(self, node: Node) -> None:
        """What a run holds besides words."""
        here = len(self.found.paragraphs)
        if node.name == "w:fldChar":
            self._field(node.get("w:fldCharType"))
        elif node.name == "w:footnoteReference":
            self.found.notes.setdefault(("footnote", node.get("w:id")), here)
        elif node.name == "w:endnoteReference":
            self.found.notes.setdefault(("endnote", node.get("w:id")), here)
        elif node.name == "w:commentReference":
            self.found.anchors.setdefault(node.get("w:id"), Anchor(here))
        elif node.name == "mc:AlternateContent":
            for each in chosen(node).elements():
                self._in_run(each)
        elif node.name == "w:sym":
            self.found.told.add("symbols")
        elif node.name in _PICTURES:
            self.found.told.add("embedded" if node.name == "w:object" else "pictures")
            self.boxes += boxes(node)

    def _field(self, sort: str) -> None:
        self.found.told.add("fields")
        if sort == "begin":
            self.fields.append(True)
        elif sort == "separate" and self.fields:
            self.fields[-1] = False
        elif sort == "end" and self.fields:
            self.fields.pop()

    def _words(
        self, run: Node, node: Node, words: str, *, hidden: bool = False, bold: bool = False
    ) -> None:
        if not words or any(self.fields):
            return
        refused = _REFUSED.search(words)
        if refused:
            raise Mistake(
                "the direction mark U+{code} is not taken",
                place=self._here(),
                code=f"{ord(refused[0]):04X}",
            )
        self._count(len(words))
        self._count_lines(words.count("\n"))
        put_in, taken_out = (outermost(self.hands, put_in=side) for side in (True, False))
        self.spans.append(Span(words, put_in, taken_out, hidden, bold))
        bit = Bit(node, words, counts=taken_out is None and not hidden)
        self.found.bits.setdefault(run, []).append(bit)
        self.found.said.append(words)

    def _count(self, letters: int) -> None:
        self.letters += letters
        self.joined += letters
        if self.joined > limits.PARAGRAPH:
            limit = limits.PARAGRAPH
            raise Mistake(
                "a paragraph longer than {limit} characters", place=self._here(), limit=limit
            )
        if self.letters > limits.TEXT:
            raise Mistake(
                "a text longer than {limit} characters", place=self.place, limit=limits.TEXT
            )

    def _count_lines(self, more: int) -> None:
        self.lines += more
        if self.lines > limits.PARAGRAPHS:
            limit = limits.PARAGRAPHS
            raise Mistake("more than {limit} paragraphs", place=self.place, limit=limit)

    def _here(self) -> Place:
        return self.place.at(f"[{len(self.found.paragraphs) + 1}]")

    # --- hands ----------------------------------------------------------------------------------

    @contextmanager
    def _change(self, node: Node) -> Iterator[None]:
        sort, hand = mark_of(node)
        if len(self.hands) >= limits.HANDS:
            raise Mistake(
                "changes inside each other deeper than {limit}",
                place=self.place,
                limit=limits.HANDS,
            )
        outer = None if puts_in(sort) else outermost(self.hands, put_in=True)
        author = outer.author if outer is not None else None
        here = len(self.found.said)
        change = OpenChange(sort, hand, len(self.found.paragraphs), author, here)
        self.found.changes.append(change)
        self.hands.append((sort, hand))
        try:
            yield
        finally:
            self.hands.pop()
            change.end = len(self.found.said)

    @contextmanager
    def _all(self, marks: list[Mark]) -> Iterator[None]:
        """Changes of a whole row or cell."""
        self._tell(marks)
        self.hands += marks
        try:
            yield
        finally:
            del self.hands[len(self.hands) - len(marks) :]

    def _tell(self, marks: list[Mark]) -> None:
        """Take down changes that hold no words themselves."""
        here = len(self.found.paragraphs)
        self.found.mark_changes += [
            MarkChange(sort, hand.author, hand.date, here) for sort, hand in marks
        ]


def _count_in(properties: Node | None, name: str, least: int) -> int:
    """How many columns of a table a cell spans, or stand empty before a row."""
    said = properties.value(name) if properties is not None else None
    return max(least, min(whole(said, least), limits.COLUMNS))
