"""What one version calls by another word throughout: ``warden`` that is ``guard`` now.

Two words stand for each other when each stands, point for point, where the other does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from wasit.text.compare.nodes import Node

_OFTEN = 2
"""So many pairs of points at least hold one word here and the other there."""
_SHARE = 0.6
"""So much of the points with either word are such pairs."""

Renamed = Mapping[str, str]
"""Stem in the old version -> the stem that stands for it in the new one."""


def renamed(
    ours: Sequence[Node], theirs: Sequence[Node], links: Iterable[tuple[int, int]]
) -> dict[str, str]:
    """The words that stand for each other in two versions, by the points that are linked."""
    was, now = ([_stems(node) for node in side] for side in (ours, theirs))
    count, count_now = (Counter(one for stems in side for one in stems) for side in (was, now))
    joint: Counter[tuple[str, str]] = Counter()
    for i, j in links:
        gone = [one for one in was[i] - now[j] if count[one] >= _OFTEN > count_now[one]]
        come = [one for one in now[j] - was[i] if count_now[one] >= _OFTEN > count[one]]
        joint.update((a, b) for a in gone for b in come)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for (a, b), n in sorted(joint.items(), key=lambda one: (-one[1], one[0])):
        if n < _OFTEN or a in found or b in taken or 2 * n < _SHARE * (count[a] + count_now[b]):
            continue
        found[a] = b
        taken.add(b)
    return found


def _stems(node: Node) -> set[str]:
    return {feature[2:] for feature in node.weights if feature.startswith("s:")}
