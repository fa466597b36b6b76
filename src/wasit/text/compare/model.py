"""What became of the points of one version in another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wasit.text.changes import Change
from wasit.text.draft import DraftText, Point
from wasit.text.redline import Piece, redline

Kind = Literal[
    "number",
    "date",
    "duration",
    "percentage",
    "unit",
    "name",
    "negation",
    "modality",
    "bracket",
    "reference",
]


@dataclass(frozen=True, slots=True)
class KeyChange:
    """A change that no negotiator may miss, with the exact pieces of both versions."""

    point: str
    """The key of the point in the new version."""
    kind: Kind
    old: str
    """The piece of the old version; empty where something was added."""
    new: str
    """The piece of the new version; empty where something was taken out."""
    old_point: str
    """The key of the point of the old version that holds the old piece, or was compared."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Points of the old version and what they became."""

    old: tuple[str, ...]
    """Keys in the old version; none: the point is new."""
    new: tuple[str, ...]
    """Keys in the new version; none: the point was dropped."""
    change: Change
    same: bool = False
    """Whether an amended pair says the same in other words, as far as can be told."""
    likeness: float = 1.0
    """How much of the words that matter both sides share, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a text, point by point."""

    old: DraftText
    new: DraftText
    pairs: tuple[Pair, ...]
    """In the order of the new version; what was dropped stands behind its old neighbour."""
    key_changes: tuple[KeyChange, ...]
    """In the order of the pairs, and of the words within each."""

    def redline(self, pair: Pair) -> tuple[Piece, ...]:
        """The words of ``pair`` with what was taken out and what was put in."""
        return redline(
            words_of(self.old, pair.old), words_of(self.new, pair.new), self.new.language
        )

    def changes_of(self, pair: Pair) -> tuple[KeyChange, ...]:
        """The key changes of ``pair``."""
        return tuple(c for c in self.key_changes if c.point in pair.new and c.old_point in pair.old)


def words_of(draft: DraftText, keys: tuple[str, ...]) -> str:
    """The words of some points, one after another on lines of their own."""
    found = by_key(draft)
    return "\n".join(wording(found[key]) for key in keys)


def wording(point: Point) -> str:
    """The heading of a point and its words."""
    return f"{point.heading}\n{point.words}" if point.heading else point.words


def by_key(draft: DraftText) -> dict[str, Point]:
    """The points of a draft, nested ones too, by their keys."""
    return {point.key: point for point in draft.all()}
