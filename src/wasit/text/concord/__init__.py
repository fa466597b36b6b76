"""Whether two language versions of a draft say the same: what differs, with the piece of each."""

from __future__ import annotations

from wasit.text.concord.concording import concord
from wasit.text.concord.drifting import (
    Drift,
    Drifted,
    Versions,
    drift,
    drift_of,
    plain_drift,
)
from wasit.text.concord.model import KINDS, Discrepancy, Kind
from wasit.text.concord.plain import plain

__all__ = [
    "KINDS",
    "Discrepancy",
    "Drift",
    "Drifted",
    "Kind",
    "Versions",
    "concord",
    "drift",
    "drift_of",
    "plain",
    "plain_drift",
]
