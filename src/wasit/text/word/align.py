"""Which paragraphs of two versions stand for each other, in text order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from wasit.language.folding import folded
from wasit.text.redline import split_words

ALIKE = 0.4
"""How much of their words two paragraphs share, from 0 to 1, to be shown as one that changed."""
MOST = 40_000
"""Pairs of paragraphs between two equal ones up to which all are looked at."""

Pairing = tuple[int | None, int | None]
"""Places in the old and the new version; None: the other is new, or was dropped."""


class Shown(NamedTuple):
    """A paragraph as it is looked at."""

    shape: Hashable
    """What two paragraphs must share to stand for each other."""
    words: str


def align(old: Iterable[Shown], new: Iterable[Shown]) -> list[Pairing]:
    """The pairs in text order, each paragraph once; what was dropped before what is new."""
    ours, theirs = [_spaced(shown) for shown in old], [_spaced(shown) for shown in new]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    out: list[Pairing] = []
    for sort, a, b, c, d in matcher.get_opcodes():
        if sort == "equal":
            out += zip(range(a, b), range(c, d), strict=True)
        else:
            out += _between(ours, theirs, (a, b, c, d))
    return out


def sort_of(i: int | None, j: int | None) -> str:
    """What becomes of a paragraph: ``in``, ``out`` or, where both have it, ``kept``."""
    return "in" if i is None else "out" if j is None else "kept"


def last_word(words: str) -> int:
    """Where the last word begins."""
    return 1 + max(words.rstrip().rfind(space) for space in (" ", "\t", "\n"))


def _spaced(shown: Shown) -> Shown:
    return Shown(shown.shape, " ".join(shown.words.split()))


def _between(
    ours: Sequence[Shown], theirs: Sequence[Shown], gap: tuple[int, int, int, int]
) -> Iterator[Pairing]:
    a, b, c, d = gap
    i, j = a, c
    for left, right in _best(ours[a:b], theirs[c:d]) if (b - a) * (d - c) <= MOST else ():
        yield from _alone(i, a + left, j, c + right)
        yield a + left, c + right
        i, j = a + left + 1, c + right + 1
    yield from _alone(i, b, j, d)


def _alone(a: int, b: int, c: int, d: int) -> Iterator[Pairing]:
    yield from ((n, None) for n in range(a, b))
    yield from ((None, n) for n in range(c, d))


def _best(ours: Sequence[Shown], theirs: Sequence[Shown]) -> list[tuple[int, int]]:
    """The pairs that do not cross and share most words in all."""
    left, right = [_bag(shown) for shown in ours], [_bag(shown) for shown in theirs]
    likeness = [
        [
            _likeness(*x, *y) if one.shape == other.shape else 0.0
            for other, y in zip(theirs, right, strict=True)
        ]
        for one, x in zip(ours, left, strict=True)
    ]
    rows, columns = len(left), len(right)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _bag(shown: Shown) -> tuple[Counter[str], int]:
    """The words of a paragraph, each with how often, and how many they are."""
    words = [folded(w) for w in split_words(shown.words) if w[:1].isalnum()]
    return Counter(words), len(words)


def _likeness(one: Counter[str], n: int, other: Counter[str], m: int) -> float:
    """The share of words that both have; 0 where they are too unlike."""
    most = 2 * min(n, m) / (n + m) if n + m else 0.0
    if most < ALIKE:
        return 0.0
    share = 2 * sum(min(count, other[word]) for word, count in one.items()) / (n + m)
    return share if share >= ALIKE else 0.0
