"""A draft with some of its open places settled, and how many are open, over versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wasit.entries import Mistake
from wasit.text.brackets import Choice, by_seat, choices, clean, open_brackets
from wasit.text.chain import Chain
from wasit.text.draft import DraftText, Point

Picks = Mapping[tuple[str, int], int | None]
"""By the key of a point and the place in it from 0: the option taken from 0, None for nothing."""
LEFT_OPEN = -1


def settled(draft: DraftText, picks: Picks, by: Sequence[str] = ()) -> DraftText:
    """``draft`` with these places settled; what is not picked stays open.

    ``by``: names whose wording is taken wherever they have one and nothing else is picked, the
    first named first; what such a name would delete goes. Raises :class:`Mistake` where a pick
    names no point, place or option.
    """
    known = {point.key: choices(point.words) for point in draft.all()}
    for key, place in picks:
        if key not in known:
            raise Mistake("there is no point {key}", key=key)
        if place >= len(known[key]):
            raise Mistake("point {key} has {n} open places", key=key, n=len(known[key]))
    points = tuple(_settled(point, known, picks, by) for point in draft.points)
    return replace(draft, points=points)


def _settled(
    point: Point, known: Mapping[str, tuple[Choice, ...]], picks: Picks, by: Sequence[str]
) -> Point:
    chosen = [
        picks[point.key, n] if (point.key, n) in picks else _of(choice, by)
        for n, choice in enumerate(known[point.key])
    ]
    return replace(
        point,
        words=clean(point.words, chosen) if chosen else point.words,
        points=tuple(_settled(one, known, picks, by) for one in point.points),
    )


def _of(choice: Choice, by: Sequence[str]) -> int:
    """The option of the first of these names that has one; else the place stays open."""
    for name in by:
        for n, option in enumerate(choice.options):
            if name.casefold() in map(str.casefold, option.by):
                return n
    return LEFT_OPEN


@dataclass(frozen=True, slots=True)
class Counted:
    """How much is open in one version."""

    version: str
    points: Mapping[str, int]
    """How many places are not agreed, inner ones counted too, by the key of the point in the last
    version; what stands in points that are no longer there under an empty key."""
    by: Mapping[str, int]
    """How many bracketed wordings stand under each name; without a name under an empty one."""

    @property
    def total(self) -> int:
        """All that is open."""
        return sum(self.points.values())


def counted(chain: Chain) -> tuple[Counted, ...]:
    """What is open in every version, oldest first."""
    last = {point.key: {point.key} for point in chain.versions[-1].draft.all()}
    found = []
    for n in range(len(chain.versions) - 1, -1, -1):
        found.append(_counted(chain, n, last))
        if n:
            last = _before(chain, n - 1, last)
    return tuple(reversed(found))


def _before(chain: Chain, n: int, last: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """For each point of the last version, the keys from which it came in version ``n``."""
    old = {key: pair.old for pair in chain.comparisons[n].pairs for key in pair.new}
    return {
        name: {origin for key in keys for origin in old.get(key, ())} for name, keys in last.items()
    }


def _counted(chain: Chain, n: int, last: Mapping[str, set[str]]) -> Counted:
    version = chain.versions[n]
    known = {point.key: point.words for point in version.draft.all()}
    taken: set[str] = set()
    points: dict[str, int] = {}
    for name, keys in last.items():
        mine = sum(open_brackets(known[key]) for key in sorted(keys - taken))
        taken |= keys
        if mine:
            points[name] = mine
    rest = sum(open_brackets(words) for key, words in known.items() if key not in taken)
    if rest:
        points[""] = rest
    names: dict[str, int] = {}
    for words in known.values():
        for name, count in by_seat(words).items():
            names[name] = names.get(name, 0) + count
    return Counted(version.label, points, names)
