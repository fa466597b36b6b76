"""A comparison as plain data, for JSON."""

from __future__ import annotations

from typing import Any

from wasit.text.compare.model import Comparison, KeyChange, Pair


def plain(found: Comparison) -> dict[str, Any]:
    """Pairs and key changes; ``substance`` where an amended point says the same."""
    return {
        "pairs": [_pair(pair) for pair in found.pairs],
        "key_changes": [plain_change(change) for change in found.key_changes],
    }


def _pair(pair: Pair) -> dict[str, Any]:
    told: dict[str, Any] = {
        "old": list(pair.old),
        "new": list(pair.new),
        "change": pair.change,
    }
    if pair.same:
        told["substance"] = "same"
    return told


def plain_change(change: KeyChange) -> dict[str, Any]:
    """A key change with the point it stands in."""
    return {"point": change.point, **plain_pieces(change)}


def plain_pieces(change: KeyChange) -> dict[str, Any]:
    """A key change where its point is told already."""
    return {"kind": change.kind, "from": change.old, "to": change.new}
