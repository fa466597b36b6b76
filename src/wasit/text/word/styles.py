"""What the styles of a Word file say of a paragraph or of words, with what they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wasit.text.word.xml import Node

_HEADING = re.compile(r"heading\s*([1-9])\Z", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\s*([1-9]|heading)\Z|table of figures\Z", re.IGNORECASE)
_OFF = {"0", "false", "off", "none"}
_DEEPEST = 32
"""Styles based on each other, so that a circle ends."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What properties say of a paragraph; None where they say nothing."""

    list_id: str | None = None
    depth: str | None = None
    """How deep in the list, as the file has it."""
    outline: str | None = None
    indent: int | None = None
    """Where the first line begins, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Step:
    """A style on the way from one to what it is based on."""

    style_id: str
    name: str
    shape: Shape


class Styles:
    """The styles by their ids. What is asked twice is looked up once: a file may ask often."""

    def __init__(self, root: Node | None) -> None:
        found = root.all("w:style") if root is not None else iter(())
        self._styles = {style.get("w:styleId"): style for style in found}
        self._default = next(
            (
                style.get("w:styleId")
                for style in self._styles.values()
                if style.get("w:type") == "paragraph" and is_on(style.get("w:default", "0"))
            ),
            "",
        )
        self._chains: dict[str, tuple[Step, ...]] = {}
        self._switches: dict[tuple[str, str], bool | None] = {}

    def id_of(self, properties: Node | None) -> str:
        """The style that the properties of a paragraph name, or the default one."""
        named = properties.value("w:pStyle") if properties is not None else None
        return named if named in self._styles else self._default

    def chain(self, style_id: str) -> tuple[Step, ...]:
        """A style and what it is based on, the nearest first."""
        if style_id not in self._chains:
            self._chains[style_id] = tuple(
                Step(
                    node.get("w:styleId"), node.value("w:name") or "", shape_of(node.find("w:pPr"))
                )
                for node in self._nodes(style_id)
            )
        return self._chains[style_id]

    def heading(self, style_id: str, own: Shape) -> int | None:
        """0 for a title, 1 to 9 for a heading."""
        chain = self.chain(style_id)
        for step in chain:
            if step.name.casefold() == "title":
                return 0
            level = _HEADING.match(step.name)
            if level:
                return int(level[1])
        outlines = (shape.outline for shape in (own, *(step.shape for step in chain)))
        outline = next((found for found in outlines if found is not None), "")
        return int(outline) + 1 if outline in tuple("012345678") else None

    def is_contents(self, style_id: str) -> bool:
        """Whether it is for a line in a table of contents."""
        return any(_CONTENTS.match(step.name) for step in self.chain(style_id))

    def switch(self, name: str, own: Node | None, style_id: str) -> bool:
        """Whether a property of words (``w:b``, ``w:vanish``) is on: theirs, or by a style."""
        if own is None:
            return self._by_style(name, style_id) or False
        said = own.find(name)
        if said is not None:
            return is_on(said.get("w:val"))
        by_words = self._by_style(name, own.value("w:rStyle") or "")
        return (self._by_style(name, style_id) if by_words is None else by_words) or False

    def numbering(self, style_id: str) -> str | None:
        """The list a style is counted in."""
        ids = (step.shape.list_id for step in self.chain(style_id))
        return next((list_id for list_id in ids if list_id is not None), None)

    def _by_style(self, name: str, style_id: str) -> bool | None:
        key = (name, style_id)
        if key not in self._switches:
            found = (style.find("w:rPr", name) for style in self._nodes(style_id))
            said = next((node for node in found if node is not None), None)
            self._switches[key] = None if said is None else is_on(said.get("w:val"))
        return self._switches[key]

    def _nodes(self, style_id: str) -> Iterator[Node]:
        for _ in range(_DEEPEST):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.value("w:basedOn") or ""


def shape_of(properties: Node | None) -> Shape:
    """What the properties of a paragraph or of a style say themselves."""
    if properties is None:
        return Shape()
    numbering = properties.find("w:numPr")
    indent = properties.find("w:ind")
    return Shape(
        list_id=numbering.value("w:numId") if numbering is not None else None,
        depth=numbering.value("w:ilvl") if numbering is not None else None,
        outline=properties.value("w:outlineLvl"),
        indent=_first_line(indent) if indent is not None else None,
    )


def is_on(value: str | None) -> bool:
    """Whether a switch is on: it is when nothing else is said."""
    return (value or "1").casefold() not in _OFF


def _first_line(indent: Node) -> int:
    left = twips(indent.get("w:left") or indent.get("w:start"))
    first = twips(indent.get("w:firstLine")) - twips(indent.get("w:hanging"))
    return max(left + first, 0)


_UNITS = {"": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 567.0, "mm": 56.7}
_MEASURE = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|pc|pi|in|cm|mm|)", re.ASCII)


def twips(text: str) -> int:
    """A measure, bare or with its unit, in twentieths of a point; 0 where it is none."""
    found = _MEASURE.fullmatch(text)
    return round(float(found[1]) * _UNITS[found[2]]) if found else 0
