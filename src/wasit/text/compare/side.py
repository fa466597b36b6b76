"""One side of a pair: points of one version, with their words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """The points of one side of a pair: their keys and words."""

    keys: tuple[str, ...]
    words: tuple[str, ...]
    language: str

    def placed(self) -> list[tuple[str, str]]:
        """Each key with its words."""
        return list(zip(self.keys, self.words, strict=True))
