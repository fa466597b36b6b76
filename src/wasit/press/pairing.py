"""Items of two language versions that are one: found where paragraphs translate each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from wasit.press.reading import Alignment

T = TypeVar("T")


def paired(
    arabic: Sequence[tuple[int, T]],
    english: Sequence[tuple[int, T]],
    alignment: Alignment,
    likeness: Callable[[T, T], float],
) -> list[tuple[T | None, T | None]]:
    """Pairs (Arabic, English), one to one, most alike first; then what has no partner.

    Items come with the number of their paragraph; only those of aligned paragraphs are paired,
    and only where ``likeness`` is above 0. The order is that of the Arabic text, then of what
    stands in English alone.
    """
    partners: dict[int, list[int]] = {}
    for at_a, at_e in alignment.paragraphs:
        partners.setdefault(at_a, []).append(at_e)
    standing: dict[int, list[tuple[int, T]]] = {}
    for j, (at_e, e) in enumerate(english):
        standing.setdefault(at_e, []).append((j, e))
    options = [
        (likeness(a, e), i, j)
        for i, (at_a, a) in enumerate(arabic)
        for at_e in dict.fromkeys(partners.get(at_a, ()))
        for j, e in standing.get(at_e, ())
    ]
    options.sort(key=lambda one: (-one[0], abs(one[1] - one[2]), one[1]))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in options:
        if score > 0 and i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    found: list[tuple[T | None, T | None]] = [
        (a, english[partner[i]][1] if i in partner else None) for i, (_, a) in enumerate(arabic)
    ]
    return found + [(None, e) for j, (_, e) in enumerate(english) if j not in taken]
