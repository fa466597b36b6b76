"""What the styles of a Word file say of a paragraph or of words, with what they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wasit.text.word.xml import Node

_HEADING = re.compile(r"heading\s*([1-9])\Z", re.IGNORECASE)
_OFF = {"0", "false", "off", "none"}
_DEEPEST = 32
"""Styles based on each other, so that a circle ends."""


class Styles:
    """The styles by their ids."""

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

    def chain(self, style_id: str | None) -> Iterator[Node]:
        """A style and what it is based on, the nearest first."""
        for _ in range(_DEEPEST):
            style = self._styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = style.value("w:basedOn")

    def of_paragraph(self, properties: Node | None) -> tuple[Node, ...]:
        """Where the properties of a paragraph are looked up: its own, then those of its styles."""
        named = properties.value("w:pStyle") if properties is not None else None
        own = [properties] if properties is not None else []
        styles = self.chain(named if named in self._styles else self._default)
        return (*own, *(p for style in styles if (p := style.find("w:pPr")) is not None))

    def heading(self, properties: Node | None) -> int | None:
        """0 for a title, 1 to 9 for a heading."""
        named = properties.value("w:pStyle") if properties is not None else None
        for style in self.chain(named):
            name = style.value("w:name") or ""
            if name.casefold() == "title":
                return 0
            level = _HEADING.match(name)
            if level:
                return int(level[1])
        for where in self.of_paragraph(properties):
            outline = where.value("w:outlineLvl")
            if outline is not None:
                return int(outline) + 1 if outline in list("012345678") else None
        return None

    def switch(self, name: str, own: Node | None, paragraph: Node | None) -> bool:
        """Whether a property of words (``w:b``, ``w:vanish``) is on: theirs, or by a style."""
        if own is not None and own.find(name) is not None:
            return is_on(own.value(name))
        named = own.value("w:rStyle") if own is not None else None
        of_paragraph = paragraph.value("w:pStyle") if paragraph is not None else None
        for style in (*self.chain(named), *self.chain(of_paragraph or self._default)):
            properties = style.find("w:rPr")
            if properties is not None and properties.find(name) is not None:
                return is_on(properties.value(name))
        return False

    def numbering(self, style_id: str) -> str | None:
        """The list a style is counted in."""
        for style in self.chain(style_id):
            found = style.find("w:pPr", "w:numPr", "w:numId")
            if found is not None:
                return found.get("w:val")
        return None


def is_on(value: str | None) -> bool:
    """Whether a switch is on: it is when nothing else is said."""
    return (value or "1").casefold() not in _OFF
