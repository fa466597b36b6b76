"""Paragraphs and words as elements of Word: direction, tracked changes, numbers as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from wasit.language.direction import runs_right_to_left
from wasit.text.redline import Piece
from wasit.text.word.reading import STEP
from wasit.text.word.units import Unit
from wasit.text.word.xml import Node

_STYLES = {"title": "Title", "heading": "Heading1"}
_OTHER_WAY = {
    True: re.compile(r"[A-Za-z\u00c0-\u024f](?:[\w .,'’&/-]*[A-Za-z0-9\u00c0-\u024f])?", re.ASCII),
    False: re.compile(r"[\u0590-\u08ff](?:[\u0590-\u08ff\u200c\u200d0-9 .,:'/-]*[\u0590-\u08ff])?"),
}
"""Words that run against their paragraph, by whether it runs from right to left."""


class Marker:
    """Makes the marks of one hand, each with a number of its own."""

    def __init__(self, author: str, date: datetime, first: int = 1) -> None:
        self.author = author
        if date.tzinfo is not None:
            date = date.astimezone(UTC)
        self.date = f"{date.replace(microsecond=0, tzinfo=None).isoformat()}Z"
        self.next = first

    def mark(self, name: str, *inside: Node) -> Node:
        """``w:ins`` or ``w:del`` around ``inside``."""
        number = self.number()
        return Node(name, {"w:id": number, "w:author": self.author, "w:date": self.date}, *inside)

    def number(self) -> str:
        self.next += 1
        return str(self.next - 1)


def words_in(words: str, *, taken_out: bool = False) -> Iterator[Node]:
    """The elements of a run that show ``words``."""
    for part in re.split("([\t\n])", words):
        if part == "\t":
            yield Node("w:tab")
        elif part == "\n":
            yield Node("w:br")
        elif part:
            name = "w:delText" if taken_out else "w:t"
            yield Node(name, {"xml:space": "preserve"}, part)


@dataclass(frozen=True, slots=True)
class Dress:
    """How the words of a paragraph are shown."""

    language: str
    like: Node | None = None
    """Properties of other words to be shown like."""

    def runs(self, words: str, *, taken_out: bool = False) -> Iterator[Node]:
        """``words`` in runs of one direction each."""
        rtl = runs_right_to_left(self.language)
        for part, is_rtl in _by_direction(words, rtl):
            inside = words_in(part, taken_out=taken_out)
            yield Node("w:r", None, self._properties(is_rtl), *inside)

    def _properties(self, rtl: bool) -> Node:
        if self.like is not None:
            return _turned(self.like, rtl)
        right_to_left = runs_right_to_left(self.language)
        if rtl:
            language = {"w:bidi": self.language if right_to_left else "ar"}
            return Node("w:rPr", None, Node("w:rtl"), Node("w:lang", language))
        return Node(
            "w:rPr", None, Node("w:lang", {"w:val": "en" if right_to_left else self.language})
        )


_BEHIND_RTL = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath")
_OF_OTHERS = ("w:rtl", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:vanish", "w:rStyle")


def _turned(like: Node, rtl: bool) -> Node:
    """Properties like others, for words that run in one direction."""
    kept: list[Node | str] = [n for n in like.elements() if n.name not in _OF_OTHERS]
    if rtl:
        names = [n.name for n in like.elements() if n.name not in _OF_OTHERS]
        at = next((n for n, name in enumerate(names) if name in _BEHIND_RTL), len(names))
        kept.insert(at, Node("w:rtl"))
    found = Node("w:rPr")
    found.children = kept
    return found


def _by_direction(words: str, rtl: bool) -> Iterator[tuple[str, bool]]:
    at = 0
    for found in _OTHER_WAY[rtl].finditer(words):
        if found.start() > at:
            yield words[at : found.start()], rtl
        yield found[0], not rtl
        at = found.end()
    if at < len(words):
        yield words[at:], rtl


def paragraph(
    pieces: Iterable[Piece],
    unit: Unit,
    language: str,
    marker: Marker | None = None,
    end: str = "",
) -> Node:
    """A paragraph of kept, new and dropped words.

    ``end`` is ``w:ins`` or ``w:del`` where its end is new or dropped as well.
    """
    dress = Dress(language)
    properties = properties_for(unit, language)
    if end and marker is not None:
        properties.children.append(Node("w:rPr", None, marker.mark(end)))
    found = Node("w:p", None, properties) if properties.children else Node("w:p")
    for piece in pieces:
        runs = list(dress.runs(piece.words, taken_out=piece.sort == "out"))
        if piece.sort == "kept" or marker is None:
            found.children += runs
        else:
            found.children.append(marker.mark("w:ins" if piece.sort == "in" else "w:del", *runs))
    return found


def properties_for(unit: Unit, language: str) -> Node:
    """The properties of a paragraph: direction, style, and how far it is moved in."""
    found = Node("w:pPr")
    if unit.style in _STYLES:
        found.children.append(Node("w:pStyle", {"w:val": _STYLES[unit.style]}))
    if runs_right_to_left(language):
        found.children.append(Node("w:bidi"))
    if unit.mark or unit.depth:
        begins = STEP * unit.depth
        indent = {"w:left": str(begins)}
        if "\t" in unit.words:
            indent = {"w:left": str(begins + 2 * STEP), "w:hanging": str(2 * STEP)}
        found.children.append(Node("w:ind", indent))
    return found
