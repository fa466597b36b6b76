"""The compiled part finds what plain arrays find: in one limb or two, at once or in two parts."""

from __future__ import annotations

import numpy as np
import pytest

from wasit.packages import compiled
from wasit.packages.exact import LIMB, Ints, add, ranks
from wasit.packages.joining import _efficient_plainly, efficient_rows

NEAR = np.array([0, 1, 2, (1 << LIMB) - 2, (1 << LIMB) - 1, 1 << (LIMB - 1)])
"""Lower limbs that carry, or nearly do."""


def numbers(random: np.random.Generator, limbs: int, shape: tuple[int, int], top: int) -> Ints:
    """Random sums: few distinct ones, so that many tie, or only just differ."""
    upper = random.integers(0, top, shape)
    if limbs == 1:
        return upper[None]
    return np.stack((upper, NEAR[random.integers(0, len(NEAR), shape)]))


def stage(random: np.random.Generator, limbs: int, parties: int, size: int) -> tuple[Ints, Ints]:
    """Efficient points of two sources, best first, and where each source begins."""
    sources = []
    for _ in range(2):
        points = numbers(random, limbs, (size, parties), int(random.choice([3, 30, 3000])))
        order = np.lexsort(ranks(points).T[::-1] * -1)
        points = points[:, order]
        standing = ranks(points)
        first = np.ones(size, np.bool_)
        first[1:] = (standing[1:] != standing[:-1]).any(axis=1)
        points, standing = points[:, first], standing[first]
        sources.append(points[:, efficient_rows(standing)])
    bounds = np.cumsum([0] + [each.shape[1] for each in sources])
    return np.ascontiguousarray(np.concatenate(sources, axis=1)), bounds


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("limbs", [1, 2])
@pytest.mark.parametrize("least", [0, 20_000])
def test_compiled_and_plain_find_the_same(
    parties: int, limbs: int, least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled.warm()
    monkeypatch.setattr(compiled, "WORTH_THREADS", least)
    monkeypatch.setattr(compiled, "WORTH_PARTS", least)
    random = np.random.default_rng(parties * 10 + limbs)
    for size in [1, 2, 7, 40, 300, 2000, 2000] * 4:
        values, bounds = stage(random, limbs, parties, size)
        moves = int(random.integers(1, 6))
        source = random.integers(0, 2, moves)
        shift = numbers(random, limbs, (moves, parties), int(random.choice([1, 3, 300])))
        halves = sorted((0, int(random.integers(0, moves + 1)), moves))
        for groups in ([0, moves], halves):
            bound = np.array(groups)
            right = _efficient_plainly(values, bounds, source, shift, bound)
            found = compiled.efficient(values, bounds, source, shift, bound)
            for one, other in zip(right, found, strict=True):
                assert one.tolist() == other.tolist(), (size, moves, groups)


@pytest.mark.parametrize("limbs", [1, 2, 4])
def test_compiled_sums_are_those_of_plain_arrays(limbs: int) -> None:
    compiled.warm()
    random = np.random.default_rng(limbs)
    sums = random.integers(0, 1 << LIMB, (limbs, 50, 3))
    worth = random.integers(0, 1 << LIMB, (limbs, 4, 3))
    sums[0], worth[0] = sums[0] >> 10, worth[0] >> 10
    rows, copies = random.integers(0, 50, 90), random.integers(0, 6, 90)
    options = random.integers(0, 4, 6)
    first = np.concatenate(([True], random.integers(0, 2, 89) > 0))
    total, chosen, start = compiled.summed(sums, worth, options, copies, rows, first)
    assert (total == add(sums[:, rows[first]], worth[:, chosen[first]])).all()
    assert chosen.tolist() == options[copies].tolist()
    assert start.tolist() == [*np.flatnonzero(first), 90]
