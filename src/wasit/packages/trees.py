"""The compiled part for five parties and more: trees of points, and what they beat.

Loaded by :mod:`wasit.packages.compiled` beside :mod:`wasit.packages.kernels`, whose terms it uses;
nothing else imports it.
"""

# Numba reads types from the arguments; its decorator is not typed.
# mypy: disable-error-code="untyped-decorator,no-any-return,return-value,arg-type,assignment"

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

LEAF = 12
"""Points in a leaf of a tree: fewer are quicker tried than told apart."""


@njit(cache=True, nogil=True)
def _carried(high: int, low: int, bits: int) -> tuple[int, int]:  # pragma: no cover
    """Two limbs with the lower one brought into its range of ``bits``."""
    return high + (low >> bits), low & ((np.int64(1) << bits) - 1)


@njit(cache=True, nogil=True)
def _split(points: Ints, order: Ints, start: int, stop: int, party: int) -> int:  # pragma: no cover
    """Put the better half for that party first; returns where the other half begins."""
    middle = (start + stop) // 2
    low, high = start, stop - 1
    while low < high:
        pivot = points[order[(low + high) // 2], party]
        left, right = low, high
        while left <= right:
            while points[order[left], party] > pivot:
                left += 1
            while points[order[right], party] < pivot:
                right -= 1
            if left <= right:
                order[left], order[right] = order[right], order[left]
                left += 1
                right -= 1
        if middle <= right:
            high = right
        elif middle >= left:
            low = left
        else:
            break
    return middle


@njit(cache=True, nogil=True)
def plant(values: Ints, bounds: Ints) -> tuple[Ints, Ints, Ints, Ints]:  # pragma: no cover
    """A tree (Bentley 1975) for each source.

    Returns the rows of the points, leaf by leaf; node by node its span of points and the next
    node that is not below it, and its best value for each party (upper limb); and where each
    source's nodes begin. A node stands before those below it.
    """
    parties = values.shape[1]
    sources = len(bounds) - 1
    room = 1
    for source in range(sources):
        room += 2 * (2 * (bounds[source + 1] - bounds[source]) // LEAF + 2)
    order = np.arange(len(values))
    spans = np.zeros((room, 3), np.int64)
    best = np.zeros((room, parties), np.int64)
    roots = np.zeros(sources + 1, np.int64)
    node = 0
    stack = np.zeros((128, 3), np.int64)
    for source in range(sources):
        roots[source] = node
        depth = 0
        if bounds[source] < bounds[source + 1]:
            stack[0, 0], stack[0, 1], stack[0, 2] = bounds[source], bounds[source + 1], -1
            depth = 1
        first = node
        while depth:
            depth -= 1
            start, stop = stack[depth, 0], stack[depth, 1]
            spans[node, 0], spans[node, 1] = start, stop
            widest, party = np.int64(-1), 0
            for p in range(parties):
                high = values[order[start], p]
                low = high
                for place in range(start + 1, stop):
                    value = values[order[place], p]
                    high = max(high, value)
                    low = min(low, value)
                best[node, p] = high
                if high - low > widest:
                    widest, party = high - low, p
            node += 1
            if stop - start > LEAF:
                middle = _split(values, order, start, stop, party)
                stack[depth, 0], stack[depth, 1] = middle, stop
                stack[depth + 1, 0], stack[depth + 1, 1] = start, middle
                depth += 2
        # The next node not below this one: the first after it that does not lie in its span.
        for each in range(node - 1, first - 1, -1):
            after = each + 1
            while after < node and spans[after, 0] < spans[each, 1]:
                after = spans[after, 2]
            spans[each, 2] = after
    roots[sources] = node
    return order, spans[:node].copy(), best[:node].copy(), roots


@njit(cache=True, nogil=True)
def _covers(
    points: Ints, low_points: Ints | None, point: int, wanted: Ints, low_wanted: Ints
) -> int:  # pragma: no cover
    """2: the point beats what is wanted; 1: it equals it; 0: neither."""
    answer = 1
    for p in range(points.shape[1]):
        if points[point, p] < wanted[p]:
            return 0
        if points[point, p] > wanted[p]:
            answer = 2
        elif low_points is not None:
            if low_points[point, p] < low_wanted[p]:
                return 0
            if low_points[point, p] > low_wanted[p]:
                answer = 2
    return answer


@njit(cache=True, nogil=True)
def sieve(
    bounds: Ints,
    source: Ints,
    shift: Ints,
    low_shift: Ints | None,
    target_bounds: Ints,
    points: Ints,
    low_points: Ints | None,
    order: Ints,
    spans: Ints,
    best: Ints,
    roots: Ints,
    alive: Flags,
    alive_bounds: Ints,
    bits: int,
    turn: int,
    turns: int,
) -> None:  # pragma: no cover
    """Mark in ``alive`` the points of each copy that no point of another copy beats.

    Leaf by leaf: its points lie close together, so what cannot beat the least that all of them
    want is passed by once for all. Only every ``turns``-th leaf, from ``turn``: threads share the
    work. ``points`` stand in the order of the trees, ``order`` has their rows.
    """
    parties = points.shape[1]
    wanted, low_wanted = np.empty((LEAF, parties), np.int64), np.zeros((LEAF, parties), np.int64)
    least = np.empty(parties, np.int64)
    beaten = np.empty(LEAF, np.bool_)
    for target in range(len(target_bounds) - 1):
        begin, end = target_bounds[target], target_bounds[target + 1]
        hints = np.empty(end - begin, np.int64)
        others = np.arange(begin, end)
        for copy in range(begin, end):
            mine = source[copy]
            hints[:] = -1
            number = 0
            for leaf in range(roots[mine], roots[mine + 1]):
                start, stop = spans[leaf, 0], spans[leaf, 1]
                size = stop - start
                if size > LEAF:
                    continue
                number += 1
                if number % turns != turn:
                    continue
                beaten[:size] = False
                left = size
                for place in range(len(others)):
                    other = others[place]
                    if other == copy:
                        continue
                    for p in range(parties):
                        least[p] = np.int64(1) << 62
                    for q in range(size):
                        for p in range(parties):
                            high = points[start + q, p] + shift[copy, p] - shift[other, p]
                            if low_points is not None and low_shift is not None:
                                high, low = _carried(
                                    high,
                                    low_points[start + q, p]
                                    + low_shift[copy, p]
                                    - low_shift[other, p],
                                    bits,
                                )
                                low_wanted[q, p] = low
                            wanted[q, p] = high
                            if not beaten[q]:
                                least[p] = min(least[p], high)
                    before = left
                    hint = hints[other - begin]
                    if hint >= 0:
                        for q in range(size):
                            if (
                                not beaten[q]
                                and _covers(points, low_points, hint, wanted[q], low_wanted[q]) == 2
                            ):
                                beaten[q] = True
                                left -= 1
                    tree = source[other]
                    node, last = roots[tree], roots[tree + 1]
                    while node < last and left:
                        hopeless = False
                        for p in range(parties):
                            if best[node, p] < least[p]:
                                hopeless = True
                                break
                        if hopeless:
                            node = spans[node, 2]
                            continue
                        if spans[node, 1] - spans[node, 0] <= LEAF:
                            for q in range(size):
                                if beaten[q]:
                                    continue
                                able = True
                                for p in range(parties):
                                    if best[node, p] < wanted[q, p]:
                                        able = False
                                        break
                                if not able:
                                    continue
                                for point in range(spans[node, 0], spans[node, 1]):
                                    if (
                                        _covers(points, low_points, point, wanted[q], low_wanted[q])
                                        != 2
                                    ):
                                        continue
                                    hints[other - begin] = point
                                    # What beats this one may well beat its neighbours.
                                    for near in range(q, size):
                                        if not beaten[near] and (
                                            near == q
                                            or _covers(
                                                points,
                                                low_points,
                                                point,
                                                wanted[near],
                                                low_wanted[near],
                                            )
                                            == 2
                                        ):
                                            beaten[near] = True
                                            left -= 1
                                    break
                        node += 1
                    if left < before and place:
                        # Who beat some of these most likely beats some of the next ones too.
                        others[place] = others[place - 1]
                        others[place - 1] = other
                    if not left:
                        break
                for q in range(size):
                    row = order[start + q] - bounds[mine]
                    alive[alive_bounds[copy] + row] = not beaten[q]
