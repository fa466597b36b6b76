"""A measure beside the limit it is held to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: its value, its unit, and the limit it is held to, if any."""

    what: str
    value: float
    unit: str
    limit: float | None = None

    def __str__(self) -> str:
        shown = f"{self.what:<58} {self.value:>12,.4g} {self.unit:<4}"
        if self.limit is None:
            return shown.rstrip()
        return f"{shown} limit {self.limit:g} {self.unit}, ratio {self.value / self.limit:.2f}"
