"""Discrepancies as plain data, for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wasit.text.concord.model import Discrepancy


def plain(found: Sequence[Discrepancy]) -> dict[str, Any]:
    """The discrepancies, most serious first; labels in Arabic where they differ."""
    return {"discrepancies": [plain_one(discrepancy) for discrepancy in found]}


def plain_one(found: Discrepancy) -> dict[str, Any]:
    """One discrepancy as plain data."""
    told: dict[str, Any] = {
        "point": found.point,
        "kind": found.kind,
        "ar": found.ar,
        "en": found.en,
    }
    if found.only:
        told["point_language"] = found.only
    elif found.point_ar != found.point:
        told["point_ar"] = found.point_ar
    if found.kept:
        told["kept"] = True
    return told
