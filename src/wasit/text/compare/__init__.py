"""Two versions of a text compared: what became of every point, and what changed that matters."""

from __future__ import annotations

from wasit.text.changes import Change
from wasit.text.compare.lineage import lineage
from wasit.text.compare.model import Comparison, KeyChange, Kind, Pair
from wasit.text.compare.pairs import gathered
from wasit.text.compare.plain import plain, plain_change, plain_pieces
from wasit.text.draft import DraftText

__all__ = [
    "Change",
    "Comparison",
    "KeyChange",
    "Kind",
    "Pair",
    "compare",
    "plain",
    "plain_change",
    "plain_pieces",
]


def compare(old: DraftText, new: DraftText) -> Comparison:
    """What became of the points of ``old`` in ``new``.

    Both are taken to be in the language of ``new``. Numbering does not count: points are known by
    their words and by what stands around them.
    """
    pairs, changes = gathered(old, new, lineage(old, new))
    return Comparison(old, new, pairs, changes)
