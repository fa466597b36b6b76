"""The words for what becomes of a point between two versions."""

from __future__ import annotations

from typing import Literal

Change = Literal["kept", "moved", "amended", "merged", "split", "dropped", "new"]
_WEIGHT: tuple[Change, ...] = ("kept", "moved", "amended", "split", "merged", "new", "dropped")


def heavier(one: Change, other: Change) -> Change:
    """The one of two changes that leaves less as it was."""
    return max(one, other, key=_WEIGHT.index)
