"""Counts the paragraphs of lists, in text order."""

from __future__ import annotations

import re

from wasit.text.word import limits
from wasit.text.word.lists import LEVELS, ListOf, Lists
from wasit.text.word.manners import written
from wasit.text.word.model import Numbered


class Counter:
    """Counts paragraphs in text order and says what stands in front of each."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.counts: dict[str, list[int | None]] = {}
        self.begun: set[tuple[str, int]] = set()

    def label(self, where: Numbered) -> str:
        """The number of the next paragraph at ``where``, with its marks."""
        of = self.lists.lists.get(where.list_id)
        if of is None:
            return ""
        counts = self.counts.setdefault(of.counted, [None] * LEVELS)
        self._count(where, of, counts)
        return self._shown(of, counts, where.level)

    def _count(self, where: Numbered, of: ListOf, counts: list[int | None]) -> None:
        n, level = where.level, of.levels[where.level]
        start = of.starts[n]
        now = counts[n]
        if start is not None and (where.list_id, n) not in self.begun:
            counts[n] = start
        else:
            counts[n] = (level.start if start is None else start) if now is None else now + 1
        self.begun.add((where.list_id, n))
        for deeper in range(n + 1, LEVELS):
            restart = of.levels[deeper].restart
            if restart is None or n < restart:
                counts[deeper] = None

    def _shown(self, of: ListOf, counts: list[int | None], at: int) -> str:
        level = of.levels[at]
        if level.style == "bullet":
            return _BULLETS.get(level.pattern, level.pattern[:1])

        def number(found: re.Match[str]) -> str:
            n = int(found[1]) - 1
            other = of.levels[n]
            count = counts[n]
            style = "decimal" if level.legal and other.style != "none" else other.style
            return written(other.start if count is None else count, style) if n <= at else ""

        # A pattern may hold a number many times over, and each may be long.
        shown = re.sub(r"%([1-9])", number, level.pattern, count=LEVELS)
        return shown.strip()[: limits.PATTERN]


_BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "▪",
    "\uf02d": "-",
    "\uf0a8": "▪",
    "\uf0fc": "▪",
    "\uf076": "▪",
    "o": "◦",
    "": "•",
}
"""Signs of the fonts of symbols, as signs that any font has."""
