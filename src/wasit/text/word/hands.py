"""Whose changes are open while a Word part is read, and the marks that tell of them."""

from __future__ import annotations

from wasit.text.word.model import Hand, Sort
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

Mark = tuple[Sort, Hand]


def puts_in(sort: Sort) -> bool:
    """Whether a change puts words in rather than taking them out."""
    return sort in _PUT_IN


def mark_of(node: Node) -> Mark:
    """The change that an element marks."""
    moved = node.name in ("w:moveFrom", "w:moveTo")
    return SORTS[node.name], Hand(node.get("w:author"), node.get("w:date"), moved)


def marks_in(properties: Node | None) -> list[Mark]:
    """The changes that properties of a paragraph's end, a row or a cell tell of."""
    if properties is None:
        return []
    return [mark_of(node) for node in properties.elements() if node.name in SORTS]


def outermost(marks: list[Mark], *, put_in: bool) -> Hand | None:
    """Whose insertion, or deletion, is the outermost."""
    return next((hand for sort, hand in marks if puts_in(sort) == put_in), None)
