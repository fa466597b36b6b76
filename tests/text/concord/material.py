"""The bilingual texts and pairs beside the tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wasit.text.concord import Discrepancy, concord
from wasit.text.parse import parse

HERE = Path(__file__).parent
TEXTS = sorted(path.parent for path in HERE.glob("texts/*/gold.json"))
SAME_FILES = sorted(path.name for path in HERE.glob("pairs/same-*.txt"))
"""Pairs that say the same: English, Arabic."""
DIFFER_FILES = sorted(path.name for path in HERE.glob("pairs/differ-*.txt"))
"""Pairs that do not: the kind, English, Arabic."""


def blocks(name: str) -> list[list[str]]:
    """The blocks of a file of pairs, each as its lines; comments left out."""
    text = (HERE / "pairs" / name).read_text(encoding="utf-8")
    found = (
        [line for line in block.split("\n") if line.strip() and not line.startswith("#")]
        for block in text.split("\n\n")
    )
    return [block for block in found if block]


def told(en: Iterable[str], ar: Iterable[str]) -> tuple[Discrepancy, ...]:
    """What is told of points with these words."""
    english = parse(_numbered(en), language="en")
    arabic = parse(_numbered(ar), language="ar")
    return concord(arabic, english)


def told_of(en: str, ar: str) -> list[tuple[str, str, str]]:
    """Kind, Arabic piece and English piece of what is told of one point."""
    return [(one.kind, one.ar, one.en) for one in told([en], [ar])]


def _numbered(points: Iterable[str]) -> str:
    return "\n".join(f"{n}. {words}" for n, words in enumerate(points, start=1))
