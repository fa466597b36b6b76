"""What the elements inside a paragraph show: the words they stand for, and what holds words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wasit.text.word.hands import SORTS
from wasit.text.word.xml import Node

TRANSPARENT = {
    *("w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:fldSimple"),
    *("w:bdo", "w:dir", "w:ruby", "w:rubyBase", "mc:Choice", "mc:Fallback"),
}
"""Elements whose words count as if they were not there."""
_KNOWN = ("w:", "m:", "mc:")
_SIGNS = {"w:tab": "\t", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:ptab": "\t"}
_EDGES = re.compile(r"\A[ \t]*\n\s*|[ \t]*\n\s*\Z")
"""Line ends of the file around words, which are none of the words."""


def typed(node: Node) -> str:
    """The words an element of a run stands for."""
    if node.name in ("w:t", "w:delText"):
        words = node.text()
        return words if node.get("xml:space") == "preserve" else _EDGES.sub("", words)
    if node.name == "w:br":
        return "" if node.get("w:type") in ("page", "column") else "\n"
    if node.name == "mc:AlternateContent":
        return "".join(map(typed, chosen(node).elements()))
    return _SIGNS.get(node.name, "")


def formula(node: Node) -> str:
    """The words of a formula, one after another."""
    return node.text() if node.name == "m:t" else "".join(map(formula, node.elements()))


def chosen(node: Node) -> Node:
    """Of contents for newer and older programs, the first that holds anything known here."""
    offered = list(node.elements())
    return next((each for each in offered if _is_known(each)), offered[0] if offered else node)


def _is_known(offered: Node) -> bool:
    return any(node.name.startswith(_KNOWN) for node in offered.elements())


def inside(parent: Node, name: str) -> Iterator[Node]:
    """Rows of a table or cells of a row, also those inside a control."""
    for node in parent.elements():
        if node.name == name:
            yield node
        elif node.name in TRANSPARENT or node.name in SORTS:
            yield from inside(node, name)


def boxes(node: Node) -> Iterator[Node]:
    """The text boxes in a drawing."""
    for each in node.elements():
        if each.name == "w:txbxContent":
            yield each
        elif each.name == "mc:AlternateContent":
            yield from boxes(chosen(each))
        else:
            yield from boxes(each)
