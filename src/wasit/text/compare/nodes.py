"""The points of a draft as they are compared: each with its place and what it is told by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wasit.text.compare.words import near
from wasit.text.draft import DraftText, Point


@dataclass(slots=True)
class Node:
    """A point with what it is compared by."""

    index: int
    point: Point
    parent: int | None
    place: float
    """Where it stands among its neighbours' lines, from 0 to 1."""
    weights: dict[str, float] = field(default_factory=dict)
    children: list[int] = field(default_factory=list)
    before: int | None = None
    after: int | None = None
    """Its neighbours on the same level."""


def nodes(draft: DraftText) -> list[Node]:
    """The points of a draft in text order."""
    found: list[Node] = []

    def take(points: Sequence[Point], parent: int | None) -> list[int]:
        here: list[int] = []
        for point in points:
            node = Node(len(found), point, parent, 0.0)
            found.append(node)
            if here:
                node.before = here[-1]
                found[here[-1]].after = node.index
            here.append(node.index)
            node.children = take(point.points, node.index)
        return here

    take(draft.points, None)
    for node in found:
        node.place = (node.index + 0.5) / len(found)
    return found


def common_words(ours: Node, theirs: Node) -> int:
    """How many stems, figures and words of like meaning two points share."""
    shared = ours.weights.keys() & theirs.weights.keys()
    told = [feature for feature in shared if feature[0] in "sf"]
    meant = {feature for feature in shared if feature[0] == "g"}
    for feature in told:
        for language in ("en", "ar"):
            meant -= {f"g:{group}" for group in near(feature[2:], language)}
    return len(told) + len(meant)


def depth_of(nodes_: Sequence[Node], node: Node) -> int:
    """How many points a point stands inside."""
    return 0 if node.parent is None else 1 + depth_of(nodes_, nodes_[node.parent])
