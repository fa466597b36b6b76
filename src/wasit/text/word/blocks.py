"""The blocks of a Word text while new ones are put among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.text.word.xml import Node

Block = tuple[Node, Node]
"""The element that a paragraph stands in, and its own."""
_ENDS = ("w:tbl", "w:sectPr", "w:sdt")
"""What no paragraph runs on into."""


class Blocks:
    """Where paragraphs stand. New ones come in all at once: a text may have many."""

    def __init__(self, root: Node, blocks: Sequence[Block]) -> None:
        self.root = root
        self.blocks = blocks
        self.parents = {node: parent for parent, node in blocks}
        self.behind: dict[Node, list[Node]] = {}
        self.before: dict[Node, list[Node]] = {}
        self.first: list[Node] = []
        """Of a text that has no paragraph yet."""
        self._followed: dict[Node, set[Node]] = {}

    def put_behind(self, anchor: Node, node: Node) -> Node:
        """Behind ``anchor`` and what was put there before; the paragraph that stands before it."""
        there = self.behind.setdefault(anchor, [])
        previous = there[-1] if there else anchor
        there.append(node)
        return previous

    def put_before(self, block: Block | None, node: Node) -> None:
        """Before ``block``; before all where there is none."""
        block = block or next(iter(self.blocks), None)
        (self.before.setdefault(block[1], []) if block else self.first).append(node)

    def put_in(self) -> None:
        """Put all new paragraphs where they belong."""
        for parent in {self.parents[anchor]: None for anchor in (*self.before, *self.behind)}:
            parent.children = list(self._with_new(parent))
        self.root.children = [*self.first, *self.root.children]
        self._followed.clear()

    def _with_new(self, parent: Node) -> Iterator[Node | str]:
        for child in parent.children:
            if isinstance(child, Node):
                yield from self.before.get(child, ())
            yield child
            if isinstance(child, Node):
                yield from self.behind.get(child, ())

    def is_followed(self, node: Node) -> bool:
        """Whether a paragraph comes next: what the end of ``node`` would run on into."""
        parent = self.parents[node]
        if parent not in self._followed:
            self._followed[parent] = set(_followed_in(parent))
        return node in self._followed[parent]

    def may_go(self, node: Node) -> bool:
        """Whether the end of a paragraph can be taken out: what is before it then runs on."""
        return self.is_followed(node) and node.find("w:pPr", "w:sectPr") is None


def _followed_in(parent: Node) -> Iterator[Node]:
    is_followed = False
    for child in reversed(list(parent.elements())):
        if child.name == "w:p":
            if is_followed:
                yield child
            is_followed = True
        elif child.name in _ENDS:
            is_followed = False
