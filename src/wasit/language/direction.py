"""Which way a language is written."""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "ps", "ckb", "syr", "dv", "ug"})


def runs_right_to_left(language: str) -> bool:
    """Whether a language, by its tag (``ar``, ``fa-AF``), is written from right to left."""
    return language.partition("-")[0].casefold() in _RIGHT_TO_LEFT
