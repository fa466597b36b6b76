"""The lists of a Word file: how each depth is numbered, and which paragraphs are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wasit.entries import Mistake, Place
from wasit.text.word import limits
from wasit.text.word.model import Numbered
from wasit.text.word.styles import Shape, Step, Styles, is_on
from wasit.text.word.xml import Node, whole

LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is numbered."""

    start: int = 1
    style: str = "decimal"
    """The name of the manner of numbering, as Word has it: ``lowerRoman``, ``arabicAbjad``."""
    pattern: str = ""
    """The text in which ``%1`` stands for the number of the first level."""
    restart: int | None = None
    """After numbers of which level (from 1) it begins again; 0: never; None: of any above."""
    legal: bool = False
    """Whether numbers of all levels are shown in digits."""
    paragraph_style: str = ""
    indent: int | None = None
    """In twentieths of a point."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list: paragraphs of one ``counted`` go on with each other's numbers."""

    counted: str
    levels: tuple[Level, ...]
    starts: tuple[int | None, ...] = (None,) * LEVELS
    """Where this list begins again although others are counted with it."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a file, by their ids."""

    lists: dict[str, ListOf] = field(default_factory=dict)

    def level(self, where: Numbered) -> Level | None:
        """How a place in a list is numbered; None where the file does not say."""
        found = self.lists.get(where.list_id)
        return found.levels[where.level] if found else None

    def place(self, own: Shape, chain: Sequence[Step]) -> Numbered | None:
        """Where a paragraph is counted, by its own properties and by its styles.

        What belongs to a style in the list goes before the depth that the style names.
        """
        shapes = (own, *(step.shape for step in chain))
        list_id = next((shape.list_id for shape in shapes if shape.list_id is not None), None)
        if list_id is None or list_id.strip() == "0":
            return None
        depth = own.depth or next(self._depths(list_id, chain), None) or "0"
        return Numbered(list_id, min(max(whole(depth, 0), 0), LEVELS - 1))

    def _depths(self, list_id: str, chain: Iterable[Step]) -> Iterator[str]:
        found = self.lists.get(list_id)
        of_style = {
            level.paragraph_style: str(n)
            for n, level in reversed(list(enumerate(found.levels if found else ())))
        }
        for step in chain:
            depth = of_style.get(step.style_id) or step.shape.depth
            if depth is not None:
                yield depth


# --- reading ------------------------------------------------------------------------------------


def read_lists(root: Node | None, styles: Styles, place: Place) -> Lists:
    """The lists that a file defines. Raises :class:`Mistake` at ``place``: a pattern too long."""
    if root is None:
        return Lists()
    for level in _all_levels(root):
        if len(level.value("w:lvlText") or "") > limits.PATTERN:
            raise Mistake(
                "a pattern of numbers longer than {limit} characters",
                place=place,
                limit=limits.PATTERN,
            )
    abstract = {node.get("w:abstractNumId"): node for node in root.all("w:abstractNum")}
    named = {
        link: node for node in abstract.values() if (link := node.value("w:styleLink")) is not None
    }
    numbers = {node.get("w:numId"): node for node in root.all("w:num")}
    lists: dict[str, ListOf] = {}
    for list_id, node in numbers.items():
        of = abstract.get(node.value("w:abstractNumId") or "")
        if of is None:
            continue
        link = of.value("w:numStyleLink")
        if link is not None:
            of = _linked(link, named, numbers, abstract, styles) or of
        lists[list_id] = _list(node, of)
    return Lists(lists)


def _all_levels(root: Node) -> Iterator[Node]:
    for lists in root.elements():
        for node in lists.elements():
            yield from node.all("w:lvl") if node.name == "w:lvlOverride" else (node,)


def _linked(
    link: str,
    named: dict[str, Node],
    numbers: dict[str, Node],
    abstract: dict[str, Node],
    styles: Styles,
) -> Node | None:
    """What a list that only names a style is counted by."""
    if link in named:
        return named[link]
    number = numbers.get(styles.numbering(link) or "")
    return abstract.get(number.value("w:abstractNumId") or "") if number is not None else None


def _list(number: Node, of: Node) -> ListOf:
    levels = [Level(style="none")] * LEVELS
    for node in of.all("w:lvl"):
        n = whole(node.get("w:ilvl"), 0)
        if 0 <= n < LEVELS:
            levels[n] = _level(node)
    starts: list[int | None] = [None] * LEVELS
    for change in number.all("w:lvlOverride"):
        n = whole(change.get("w:ilvl"), 0)
        if not 0 <= n < LEVELS:
            continue
        own = change.find("w:lvl")
        if own is not None:
            levels[n] = _level(own)
        start = change.value("w:startOverride")
        if start is not None:
            starts[n] = whole(start, 1)
    return ListOf(of.get("w:abstractNumId"), tuple(levels), tuple(starts))


def _level(node: Node) -> Level:
    restart = node.value("w:lvlRestart")
    legal = node.find("w:isLgl")
    indent = node.find("w:pPr", "w:ind")
    left = (indent.get("w:left") or indent.get("w:start")) if indent is not None else ""
    return Level(
        start=whole(node.value("w:start"), 0),
        style=_style(node),
        pattern=node.value("w:lvlText") or "",
        restart=None if restart is None else whole(restart, 0),
        legal=legal is not None and is_on(legal.get("w:val")),
        paragraph_style=node.value("w:pStyle") or "",
        indent=whole(left, 0) if left else None,
    )


def _style(level: Node) -> str:
    """The manner of numbering; of one made up by the writer, its first number."""
    newer = level.find("mc:AlternateContent", "mc:Choice", "w:numFmt")
    own = level.find("w:numFmt")
    for node in (newer, own):
        first = node.get("w:format").partition(",")[0].strip() if node is not None else ""
        if first.isdecimal():
            return first
    older = level.value("mc:AlternateContent", "mc:Fallback", "w:numFmt")
    return (own.get("w:val") if own is not None else older) or "decimal"
