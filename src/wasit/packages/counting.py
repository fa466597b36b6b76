"""Counting packages one by one, where they are few enough for it: half against half.

All ways to settle the first half of the issues stand against all ways to settle the second; a
block of the table at a time is added up and compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wasit.packages.answer import Tally
from wasit.packages.bargain import Bargain
from wasit.packages.exact import Ints, Scaled, add
from wasit.packages.rules import Terms
from wasit.packages.solutions import at_least

COUNTABLE = 30_000_000
"""How many packages are counted one by one, in a second or so."""

LISTABLE = 2_000_000
"""How many vectors of utilities are kept side by side."""

BLOCK = 1 << 18
_WORD = 62


@dataclass(frozen=True)
class _Half:
    """All ways to settle some of the issues."""

    sums: Ints
    """Limbs x ways x parties."""
    met: Ints
    """Words x ways: which clauses they meet."""


def tally(bargain: Bargain, scaled: Scaled, terms: Terms) -> Tally | None:
    """The counts; none where there are too many packages, or a reservation value is not known."""
    if not bargain.reserved or _ways(terms) > COUNTABLE:
        return None
    acceptable = accepted = 0
    counted = bargain.acceptance.seats or bargain.names
    counting = np.array([name in counted for name in bargain.names])
    vetoing = np.array([name in bargain.acceptance.vetoes for name in bargain.names])
    for _, refused in _blocks(scaled, terms):
        acceptable += int((~refused.any(axis=1)).sum())
        few = refused[:, counting].sum(axis=1) <= bargain.acceptance.all_but
        accepted += int((few & ~(refused & (counting & vetoing)).any(axis=1)).sum())
    return Tally(acceptable, accepted)


def distinct_acceptable(scaled: Scaled, terms: Terms) -> int | None:
    """How many utility vectors meet every reservation value; none where they are too many."""
    if _ways(terms) > COUNTABLE:
        return None
    kept: list[Ints] = []
    held = 0
    for sums, refused in _blocks(scaled, terms):
        good = sums[:, ~refused.any(axis=1)]
        flat = np.moveaxis(good, 0, 1).reshape(good.shape[1], -1)
        kept.append(np.unique(flat, axis=0))
        held += len(kept[-1])
        if held > LISTABLE:
            kept = [np.unique(np.concatenate(kept), axis=0)]
            held = len(kept[0])
            if held > LISTABLE:
                return None
    return len(np.unique(np.concatenate(kept), axis=0)) if kept else 0


def _ways(terms: Terms) -> int:
    ways = 1
    for row in terms.open:
        ways *= len(row)
    return ways


def _blocks(scaled: Scaled, terms: Terms) -> Iterator[tuple[Ints, NDArray[np.bool_]]]:
    """Block by block: the sums of packages that keep to the terms, and which parties refuse."""
    left, right, full = _halves(scaled, terms)
    step = max(1, BLOCK // max(1, right.sums.shape[1]))
    for start in range(0, left.sums.shape[1], step):
        some = slice(start, start + step)
        shape = (scaled.limbs, -1, scaled.parties)
        sums = add(left.sums[:, some, None], right.sums[:, None]).reshape(shape)
        met = (left.met[:, some, None] | right.met[:, None]).reshape(len(full), -1)
        sums = sums[:, (met == full[:, None]).all(axis=0)]
        refused = np.zeros(sums.shape[1:], np.bool_)
        for party, reserve in enumerate(scaled.reservation):
            if reserve is not None and reserve > 0:
                refused[:, party] = ~at_least(sums[:, :, party], reserve)
        yield sums, refused


def _halves(scaled: Scaled, terms: Terms) -> tuple[_Half, _Half, Ints]:
    """The issues in two halves of about as many ways each, and all clauses as bits."""
    words = len(terms.clauses) // _WORD + 1
    meets = [np.zeros((words, size), np.int64) for size in terms.sizes]
    full = np.zeros(words, np.int64)
    for number, clause in enumerate(terms.clauses):
        word, bit = number // _WORD, 1 << number % _WORD
        full[word] |= bit
        for issue, mask in clause:
            for option in range(terms.sizes[issue]):
                if mask >> option & 1:
                    meets[issue][word, option] |= bit
    halves = [_nothing(scaled, words), _nothing(scaled, words)]
    for issue in sorted(range(len(terms.sizes)), key=lambda i: -len(terms.open[i])):
        smaller = 0 if halves[0].sums.shape[1] <= halves[1].sums.shape[1] else 1
        options = list(terms.open[issue])
        halves[smaller] = _settle(
            halves[smaller], scaled.rows[issue][:, options], meets[issue][:, options]
        )
    return halves[0], halves[1], full


def _nothing(scaled: Scaled, words: int) -> _Half:
    sums = np.zeros((scaled.limbs, 1, scaled.parties), np.int64)
    return _Half(sums, np.zeros((words, 1), np.int64))


def _settle(half: _Half, worth: Ints, meets: Ints) -> _Half:
    sums = add(half.sums[:, :, None], worth[:, None])
    met = half.met[:, :, None] | meets[:, None]
    return _Half(sums.reshape(len(sums), -1, sums.shape[-1]), met.reshape(len(met), -1))
