"""The points of a draft once all its lines are there: which are headings, and what the keys are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from wasit.text.draft import Part, Point
from wasit.text.numbering import Mark, key_of

STOPS = (".", "؛", ";", ":", "،", ",", "!", "؟", "?")
"""Marks at the end of a line that is no heading."""


@dataclass(slots=True)
class Node:
    """A point while its lines come in."""

    mark: Mark
    as_roman: bool
    indent: int
    paragraphs: list[str]
    start: int
    end: int
    inside: list[Node] = field(default_factory=list)
    place: int = 0
    """How many bullets there are up to here among its neighbours: for a bullet, its place."""
    from_row: bool = False
    """Whether it is a row of a table."""

    @property
    def value(self) -> int:
        return self.mark.roman if self.as_roman else self.mark.value

    @property
    def style(self) -> str:
        return "roman" if self.as_roman else self.mark.style

    @property
    def own_key(self) -> str:
        if self.mark.style == "bullet":
            return str(self.place)
        return key_of(self.mark, as_roman=self.as_roman)


@dataclass(slots=True)
class Region:
    """A stretch of a draft with a numbering of its own: the main text, an annex, a chapter."""

    prefix: str = ""
    """What comes first in the keys of its points."""
    top: list[Node] = field(default_factory=list)


class Tree:
    """The points of all regions, under keys that no two share."""

    def __init__(self, regions: list[Region]) -> None:
        self.regions = regions
        self.keys: dict[int, str] = {}
        """Key by node, in text order."""
        self.taken: dict[str, int] = {}
        """Key -> how many points would have it."""
        self.headings: list[Part] = []
        self.prefix = ""

    def points(self) -> Iterator[Point]:
        """The points; what stands under a heading moves up.

        Where numbers start again under each heading, the heading comes first in their keys.
        """
        for region in self.regions:
            self.prefix = region.prefix
            yield from self._in(region)

    def _in(self, region: Region) -> Iterator[Point]:
        heads = [node for node in region.top if _is_heading(node)]
        known = {id(node) for node in heads} if len(heads) > 1 else set()
        restarts = all(node.inside[0].value == 1 for node in heads)
        for node in region.top:
            if id(node) not in known:
                yield from self._points([node], region.prefix)
                continue
            above = _joined(region.prefix, node.own_key.upper()) if restarts else region.prefix
            yield from self._points(node.inside, above)
            words = " ".join([node.mark.text, *node.paragraphs])
            self.headings.append(Part("heading", words, before=self.keys[id(node.inside[0])]))

    def _points(self, nodes: list[Node], above: str) -> Iterator[Point]:
        for node in nodes:
            apart = node.mark.style == "decimal"
            key = self._unused(_joined(self.prefix if apart else above, node.own_key))
            self.keys[id(node)] = key
            yield Point(
                label=node.mark.label or str(node.place),
                key=key,
                words="\n".join(node.paragraphs),
                points=tuple(self._points(node.inside, key)),
                mark=node.mark.text,
                start=node.start,
                end=node.end,
            )

    def _unused(self, key: str) -> str:
        """``key``, or where the draft numbers points alike, ``key-2``, ``key-3``, ..."""
        found, n = key, self.taken.get(key, 0)
        while n:
            n += 1
            found = f"{key}-{n}"
            if found not in self.taken:
                self.taken[key] = n
                break
        self.taken[found] = 1
        return found

    def places(self) -> dict[int, str | None]:
        """For each node the key of the point that follows it; once the points were read."""
        following = [*[*self.keys.values()][1:], None]
        return dict(zip(self.keys, following, strict=False))

    def placed(self, parts: Iterable[tuple[Part, Node | None]]) -> tuple[Part, ...]:
        """Parts with the nodes they stand after, and the headings, in text order."""
        after = self.places()
        first = next(iter(self.keys.values()), None)
        found = [
            replace(part, before=after.get(id(node), first) if node else first)
            for part, node in parts
        ]
        order = {key: n for n, key in enumerate(self.keys.values())}
        last = len(order)
        return tuple(
            sorted(
                (*found, *self.headings),
                key=lambda part: order[part.before] if part.before is not None else last,
            )
        )


def _joined(above: str, own: str) -> str:
    return f"{above}.{own}" if above else own


_TITLES = {"chapter", "part", "section", "sec", "title", "قسم", "باب", "فصل"}


def _is_heading(node: Node) -> bool:
    """Whether a marked line is a title over points in figures, not a lead-in to sub-points."""
    words = " ".join(node.paragraphs)
    inside = {child.mark.style for child in node.inside}
    titled = node.mark.dress in _TITLES
    capital = node.mark.label.isupper() or node.mark.dress.endswith(" arabic")
    numbered = capital or node.mark.style in ("words", "digits")
    return (
        (titled or numbered)
        and bool(inside)
        and inside <= ({"digits", "decimal"} if titled else {"digits"})
        and not words.endswith(STOPS)
        and len(words.split()) <= 12
    )
