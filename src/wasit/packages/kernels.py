"""The compiled part: which points of several sorted lists no other point beats.

Loaded by :mod:`wasit.packages.joining` when there is enough to do; nothing else imports it. All
functions take the points of one stage (``values``: points x parties, source after source, each
source sorted best first, party by party), and copies of sources: copy ``c`` is source
``source[c]`` with ``shift[c]`` added to each of its points. Copies of one target stand together.
Numbers of two limbs bring their lower limbs in ``low`` and ``low_shift``; else both are None.

A point is *efficient* where no other of its target is at least as good for all and better for
one. Equal points are all kept; all but the first are marked as ties.
"""

# Numba reads types from the arguments; its decorator is not typed.
# mypy: disable-error-code="untyped-decorator,no-any-return,return-value,arg-type,assignment"

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from wasit.packages.exact import LIMB

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
LEAF = 12
"""Points in a leaf of a tree: fewer are quicker tried than told apart."""
MASK = (1 << LIMB) - 1


@njit(cache=True, nogil=True)
def _carried(high: int, low: int) -> tuple[int, int]:  # pragma: no cover
    """Two limbs with the lower one brought into its range."""
    return high + (low >> LIMB), low & MASK


@njit(cache=True, nogil=True)
def _number(
    values: Ints, low: Ints | None, shift: Ints, low_shift: Ints | None, copy: int, row: int, p: int
) -> tuple[int, int]:  # pragma: no cover
    """What the point has for a party: both limbs."""
    high = values[row, p] + shift[copy, p]
    if low is None or low_shift is None:
        return high, high ^ high
    return _carried(high, low[row, p] + low_shift[copy, p])


@njit(cache=True, nogil=True)
def _comes_first(
    values: Ints,
    low: Ints | None,
    shift: Ints,
    low_shift: Ints | None,
    a: int,
    row_a: int,
    b: int,
    row_b: int,
) -> bool:  # pragma: no cover
    """Whether point ``row_a`` of copy ``a`` is before ``row_b`` of copy ``b``, best first."""
    for party in range(values.shape[1]):
        left = _number(values, low, shift, low_shift, a, row_a, party)
        right = _number(values, low, shift, low_shift, b, row_b, party)
        if left[0] != right[0]:
            return left[0] > right[0]
        if left[1] != right[1]:
            return left[1] > right[1]
    return a < b


@njit(cache=True, nogil=True)
def _sink(
    values: Ints,
    low: Ints | None,
    shift: Ints,
    low_shift: Ints | None,
    heads: Ints,
    heap: Ints,
    size: int,
    place: int,
) -> None:  # pragma: no cover
    """Let the copy at ``place`` of the heap sink to where it belongs."""
    copy = heap[place]
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        if child + 1 < size:
            left, right = heap[child], heap[child + 1]
            if _comes_first(values, low, shift, low_shift, right, heads[right], left, heads[left]):
                child += 1
        other = heap[child]
        if not _comes_first(values, low, shift, low_shift, other, heads[other], copy, heads[copy]):
            break
        heap[place] = other
        place = child
    heap[place] = copy


@njit(cache=True, nogil=True)
def _step_below(
    tall: Ints, tall_low: Ints, size: int, height: tuple[int, int]
) -> int:  # pragma: no cover
    """The first step lower than ``height`` (steps stand tallest first)."""
    begin, end = 0, size
    while begin < end:
        middle = (begin + end) // 2
        high = tall[middle]
        if high > height[0] or (high == height[0] and tall_low[middle] >= height[1]):
            begin = middle + 1
        else:
            end = middle
    return begin


@njit(cache=True, nogil=True)
def _is_above(left: tuple[int, int], high: int, low: int) -> bool:  # pragma: no cover
    return left[0] > high or (left[0] == high and left[1] > low)


@njit(cache=True, nogil=True)
def merge(
    values: Ints,
    low: Ints | None,
    bounds: Ints,
    source: Ints,
    shift: Ints,
    low_shift: Ints | None,
    target_bounds: Ints,
    alive: Flags,
    alive_bounds: Ints,
) -> tuple[Ints, Ints, Flags, Ints]:  # pragma: no cover
    """Merge the copies of each target, best first, and keep what is efficient.

    Two parties: what beats the best of the second so far. Three: what stands above the staircase
    of the second and third so far (Kung, Luccio and Preparata 1975). More: what ``alive`` marks,
    copy after copy from ``alive_bounds``.
    Returns, edge by edge, its copy, its row in ``values``, and whether it is the first of its
    point; and where each target's points begin and end.
    """
    parties = values.shape[1]
    targets = len(target_bounds) - 1
    room = 0
    for copy in range(len(source)):
        room += bounds[source[copy] + 1] - bounds[source[copy]]
    copies, rows = np.empty(room, np.int64), np.empty(room, np.int64)
    first = np.empty(room, np.bool_)
    points = np.zeros(targets + 1, np.int64)
    heads, ends = np.empty(len(source), np.int64), np.empty(len(source), np.int64)
    heap = np.empty(len(source), np.int64)
    stair = room if parties == 3 else 1
    tall, tall_low = np.empty(stair, np.int64), np.empty(stair, np.int64)
    deep, deep_low = np.empty(stair, np.int64), np.empty(stair, np.int64)
    edges, total = 0, 0
    for target in range(targets):
        size = 0
        for copy in range(target_bounds[target], target_bounds[target + 1]):
            heads[copy], ends[copy] = bounds[source[copy]], bounds[source[copy] + 1]
            if heads[copy] < ends[copy]:
                heap[size] = copy
                size += 1
        for place in range(size // 2 - 1, -1, -1):
            _sink(values, low, shift, low_shift, heads, heap, size, place)
        last_copy, last_row = -1, -1
        best, best_low, steps = np.int64(-1), np.int64(0), 0
        while size:
            copy = heap[0]
            row = heads[copy]
            keep, tie = True, last_row >= 0
            if tie:
                for party in range(parties):
                    mine = _number(values, low, shift, low_shift, copy, row, party)
                    last = _number(values, low, shift, low_shift, last_copy, last_row, party)
                    if mine[0] != last[0] or mine[1] != last[1]:
                        tie = False
                        break
            if not tie:
                if parties == 1:
                    keep = last_row < 0
                elif parties == 2:
                    second = _number(values, low, shift, low_shift, copy, row, 1)
                    keep = _is_above(second, best, best_low)
                    if keep:
                        best, best_low = second
                elif parties == 3:
                    height = _number(values, low, shift, low_shift, copy, row, 1)
                    depth = _number(values, low, shift, low_shift, copy, row, 2)
                    step = _step_below(tall, tall_low, steps, height)
                    keep = step == 0 or _is_above(depth, deep[step - 1], deep_low[step - 1])
                    if keep:
                        stop = step
                        while stop < steps and not (
                            deep[stop] > depth[0]
                            or (deep[stop] == depth[0] and deep_low[stop] > depth[1])
                        ):
                            stop += 1
                        if stop == step:
                            for place in range(steps, step, -1):
                                tall[place], deep[place] = tall[place - 1], deep[place - 1]
                                tall_low[place] = tall_low[place - 1]
                                deep_low[place] = deep_low[place - 1]
                            steps += 1
                        elif stop > step + 1:
                            gap = stop - step - 1
                            for place in range(stop, steps):
                                tall[place - gap], deep[place - gap] = tall[place], deep[place]
                                tall_low[place - gap] = tall_low[place]
                                deep_low[place - gap] = deep_low[place]
                            steps -= gap
                        tall[step], tall_low[step] = height
                        deep[step], deep_low[step] = depth
                else:
                    keep = alive[alive_bounds[copy] + row - bounds[source[copy]]]
            if keep:
                copies[edges], rows[edges], first[edges] = copy, row, not tie
                edges += 1
                if not tie:
                    total += 1
                    last_copy, last_row = copy, row
            heads[copy] += 1
            if heads[copy] == ends[copy]:
                size -= 1
                heap[0] = heap[size]
            if size > 1:
                _sink(values, low, shift, low_shift, heads, heap, size, 0)
        points[target + 1] = total
    return copies[:edges].copy(), rows[:edges].copy(), first[:edges].copy(), points


# --- four parties and more: trees of points ------------------------------------------------------


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
