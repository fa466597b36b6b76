"""The paragraphs of a Word part, with every hand that put words in, took them out or moved them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from wasit.entries import Mistake, Place
from wasit.text.word import limits
from wasit.text.word.lists import LEVELS, Lists
from wasit.text.word.model import (
    Cell,
    Change,
    Hand,
    MarkChange,
    Numbered,
    Paragraph,
    Sort,
    Span,
    Story,
)
from wasit.text.word.styles import Styles
from wasit.text.word.xml import Node

SORTS: dict[str, Sort] = {
    "w:ins": "insertion",
    "w:del": "deletion",
    "w:moveFrom": "move_from",
    "w:moveTo": "move_to",
    "w:cellIns": "insertion",
    "w:cellDel": "deletion",
}
"""Elements that mark a change, whether they hold the words or stand in properties."""
_PUT_IN = ("insertion", "move_to")
_MARKS = ("w:ins", "w:moveTo", "w:del", "w:moveFrom")
_FORMATTING = ("w:rPrChange", "w:pPrChange", "w:numberingChange")
_REFUSED = re.compile("[\u202d\u202e]")


@dataclass(slots=True)
class _Change:
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
    changes: list[_Change] = field(default_factory=list)
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
        for n in range(anchor.start, end):
            words.append(self.said[n])
            if len(words) >= limits.ANCHOR:
                break
        return "".join(words)[: limits.ANCHOR].strip("\n")


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
        self.hands: list[tuple[Sort, Hand]] = []
        """The changes that are open, outermost first."""
        self.letters = 0
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
                self._blocks(_chosen(node))
            else:
                self._aside(node)

    def _table(self, table: Node) -> None:
        held, self.tables = (self.container, self.cell), self.tables + 1
        number = self.tables - 1
        for at, row in enumerate(_inside(table, "w:tr")):
            marks = _marks(row.find("w:trPr"))
            with self._all(marks):
                self._row(row, number, at)
        _, self.cell = held
        self._container()

    def _row(self, row: Node, table: int, at: int) -> None:
        for column, cell in enumerate(_inside(row, "w:tc")):
            properties = cell.find("w:tcPr")
            self.cell = Cell(table, at, column)
            self._container()
            with self._all(_marks(properties)):
                self._blocks(cell)

    def _aside(self, node: Node) -> None:
        """Take what stands beside words: where comments begin and end, breaks in formatting."""
        if node.name == "w:commentRangeStart":
            here = len(self.found.said)
            self.found.anchors[node.get("w:id")] = Anchor(len(self.found.paragraphs), here, None)
        elif node.name == "w:commentRangeEnd":
            anchor = self.found.anchors.get(node.get("w:id"))
            if anchor is not None and anchor.end is None:
                anchor.end = len(self.found.said)

    # --- paragraphs -----------------------------------------------------------------------------

    def _paragraph(self, node: Node) -> None:
        properties = node.find("w:pPr")
        self.spans = []
        self._inline(node, properties)
        self.fields = [False for _ in self.fields]
        self.found.paragraphs.append(self._built(properties))
        self.found.said.append("\n")
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            held = (self.container, self.cell, self.fields)
            self.cell, self.fields = None, []
            self._container()
            self._blocks(box)
            self.container, self.cell, self.fields = held

    def _built(self, properties: Node | None) -> Paragraph:
        mark_in, mark_out = self._mark(properties)
        where = self.styles.of_paragraph(properties)
        return Paragraph(
            spans=tuple(_merged(self.spans)),
            story=self.story,
            container=self.container,
            mark_in=mark_in,
            mark_out=mark_out,
            numbered=self._numbered(properties, where),
            heading=self.styles.heading(properties),
            indent=_indent(where),
            cell=self.cell,
        )

    def _mark(self, properties: Node | None) -> tuple[Hand | None, Hand | None]:
        """Who put in the end of the paragraph, and who took it out."""
        if properties is not None and properties.find("w:pPrChange") is not None:
            self.found.told.add("formatting")
        own = properties.find("w:rPr") if properties is not None else None
        if own is not None and own.find("w:rPrChange") is not None:
            self.found.told.add("formatting")
        mark_in, mark_out = self._hand(put_in=True), self._hand(put_in=False)
        for sort, hand in _marks(own):
            self.found.mark_changes.append(
                MarkChange(sort, hand.author, hand.date, len(self.found.paragraphs))
            )
            if sort in _PUT_IN:
                mark_in = mark_in or hand
            else:
                mark_out = mark_out or hand
        return mark_in, mark_out

    def _numbered(self, properties: Node | None, where: tuple[Node, ...]) -> Numbered | None:
        list_id = next((v for p in where if (v := p.value("w:numPr", "w:numId")) is not None), None)
        if list_id is None or list_id.strip() == "0":
            return None
        depth = next((v for p in where if (v := p.value("w:numPr", "w:ilvl")) is not None), None)
        style = properties.value("w:pStyle") if properties is not None else None
        own = properties.find("w:numPr", "w:ilvl") if properties is not None else None
        of_style = self.lists.level_of_style(list_id, style) if style else None
        if own is None and of_style is not None:
            return Numbered(list_id, of_style)
        level = int(depth) if depth and re.fullmatch("[0-9]", depth) else 0
        return Numbered(list_id, min(level, LEVELS - 1))

    # --- words ----------------------------------------------------------------------------------

    def _inline(self, parent: Node, properties: Node | None) -> None:
        for node in parent.elements():
            if node.name == "w:r":
                self._run(node, properties)
            elif node.name in SORTS:
                with self._change(node):
                    self._inline(node, properties)
            elif node.name in TRANSPARENT:
                if node.name == "w:fldSimple":
                    self.found.told.add("fields")
                self._inline(node, properties)
            elif node.name == "mc:AlternateContent":
                self._inline(_chosen(node), properties)
            elif node.name in ("m:oMath", "m:oMathPara"):
                self._words(node, node, _formula(node))
            else:
                self._aside(node)

    def _run(self, run: Node, properties: Node | None) -> None:
        own = run.find("w:rPr")
        if own is not None and any(own.find(name) is not None for name in _FORMATTING):
            self.found.told.add("formatting")
        hidden = self.styles.switch("w:vanish", own, properties)
        bold = self.styles.switch("w:b", own, properties)
        for node in run.elements():
            words = _typed(node)
            if words:
                self._words(run, node, words, hidden=hidden, bold=bold)
            elif node.name not in ("w:t", "w:delText", "w:rPr"):
                self._in_run(node)

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
            for inside in _chosen(node).elements():
                self._in_run(inside)
        elif node.name in ("w:drawing", "w:pict", "w:object"):
            self.found.told.add("embedded" if node.name == "w:object" else "pictures")
            self.boxes += _boxes(node)

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
        if any(self.fields) or not words:
            return
        refused = _REFUSED.search(words)
        if refused:
            raise Mistake(
                "the direction mark U+{code} is not taken",
                place=self.place.at(f"[{len(self.found.paragraphs) + 1}]"),
                code=f"{ord(refused[0]):04X}",
            )
        put_in, taken_out = self._hand(put_in=True), self._hand(put_in=False)
        self.spans.append(Span(words, put_in, taken_out, hidden, bold))
        bit = Bit(node, words, counts=taken_out is None and not hidden)
        self.found.bits.setdefault(run, []).append(bit)
        self.found.said.append(words)
        self.letters += len(words)
        if self.letters > limits.TEXT:
            raise Mistake(
                "a text longer than {limit} characters", place=self.place, limit=limits.TEXT
            )

    # --- hands ----------------------------------------------------------------------------------

    def _hand(self, *, put_in: bool) -> Hand | None:
        """Whose insertion, or deletion, is open: the outermost."""
        return next((h for sort, h in self.hands if (sort in _PUT_IN) == put_in), None)

    @contextmanager
    def _change(self, node: Node) -> Iterator[None]:
        sort, hand = SORTS[node.name], _hand_of(node)
        if len(self.hands) >= limits.HANDS:
            raise Mistake(
                "changes inside each other deeper than {limit}",
                place=self.place,
                limit=limits.HANDS,
            )
        outer = self._hand(put_in=True) if sort not in _PUT_IN else None
        inside = outer.author if outer is not None else None
        here = len(self.found.said)
        change = _Change(sort, hand, len(self.found.paragraphs), inside, here)
        self.found.changes.append(change)
        self.hands.append((sort, hand))
        try:
            yield
        finally:
            self.hands.pop()
            change.end = len(self.found.said)

    @contextmanager
    def _all(self, marks: list[tuple[Sort, Hand]]) -> Iterator[None]:
        """Changes of a whole row or cell."""
        for sort, hand in marks:
            self.found.mark_changes.append(
                MarkChange(sort, hand.author, hand.date, len(self.found.paragraphs))
            )
        self.hands += marks
        try:
            yield
        finally:
            del self.hands[len(self.hands) - len(marks) :]


TRANSPARENT = {
    *("w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:fldSimple"),
    *("w:bdo", "w:dir", "w:ruby", "w:rubyBase", "mc:Choice", "mc:Fallback"),
}
"""Elements whose words count as if they were not there."""


def _chosen(node: Node) -> Node:
    """Of contents for newer and older programs, the first that is offered."""
    return next(node.elements(), node)


def _inside(parent: Node, name: str) -> Iterator[Node]:
    """Rows of a table or cells of a row, also those inside a control."""
    for node in parent.elements():
        if node.name == name:
            yield node
        elif node.name in TRANSPARENT or node.name in SORTS:
            yield from _inside(node, name)


def _marks(properties: Node | None) -> list[tuple[Sort, Hand]]:
    """The changes that properties of a paragraph's end, a row or a cell tell of."""
    if properties is None:
        return []
    return [(SORTS[n.name], _hand_of(n)) for n in properties.elements() if n.name in SORTS]


def _hand_of(node: Node) -> Hand:
    moved = node.name in ("w:moveFrom", "w:moveTo")
    return Hand(node.get("w:author"), node.get("w:date"), moved)


_SIGNS = {"w:tab": "\t", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:ptab": "\t"}


def _typed(node: Node) -> str:
    """The words an element of a run stands for."""
    if node.name in ("w:t", "w:delText"):
        words = node.text()
        return words if node.get("xml:space") == "preserve" else _EDGES.sub("", words)
    if node.name == "w:br":
        return "" if node.get("w:type") in ("page", "column") else "\n"
    return _SIGNS.get(node.name, "")


_EDGES = re.compile(r"\A[ \t]*\n\s*|[ \t]*\n\s*\Z")
"""Line ends of the file around words, which are none of the words."""


def _formula(node: Node) -> str:
    return node.text() if node.name == "m:t" else "".join(map(_formula, node.elements()))


def _boxes(node: Node) -> Iterator[Node]:
    """The text boxes in a drawing."""
    for inside in node.elements():
        if inside.name == "w:txbxContent":
            yield inside
        elif inside.name == "mc:AlternateContent":
            yield from _boxes(_chosen(inside))
        else:
            yield from _boxes(inside)


def _indent(where: tuple[Node, ...]) -> int:
    """Where the first line begins, in twentieths of a point."""
    for properties in where:
        indent = properties.find("w:ind")
        if indent is not None:
            left = _twips(indent.get("w:left") or indent.get("w:start"))
            first = _twips(indent.get("w:firstLine")) - _twips(indent.get("w:hanging"))
            return max(left + first, 0)
    return 0


def _twips(text: str) -> int:
    found = re.fullmatch(r"-?\d{1,6}", text, re.ASCII)
    return int(found[0]) if found else 0


def _merged(spans: list[Span]) -> Iterator[Span]:
    """Neighbours that the same hands touched as one."""
    held: list[Span] = []
    for span in spans:
        if held and _alike(held[0], span):
            held.append(span)
            continue
        if held:
            yield _one(held)
        held = [span]
    if held:
        yield _one(held)


def _alike(one: Span, other: Span) -> bool:
    return (one.put_in, one.taken_out, one.hidden, one.bold) == (
        other.put_in,
        other.taken_out,
        other.hidden,
        other.bold,
    )


def _one(spans: list[Span]) -> Span:
    first = spans[0]
    words = "".join(span.words for span in spans)
    return Span(words, first.put_in, first.taken_out, first.hidden, first.bold)
