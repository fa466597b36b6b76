"""The compiled part: which points of several sorted lists no other point beats.

Loaded by :mod:`wasit.packages.joining` when there is enough to do; nothing else imports it. All
functions take the points of one stage (``values``: points x parties, source after source, each
source sorted best first, party by party), and copies of sources: copy ``c`` is source
``source[c]`` with ``shift[c]`` added to each of its points. Copies of one target stand together.

A point is *efficient* where no other of its target is at least as good for all and better for
one. Equal points are all kept; all but the first are marked as ties.
"""

# Numba reads types from the arguments; its decorator is not typed.
# mypy: disable-error-code="untyped-decorator,no-any-return"

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
LEAF = 12
"""Points in a leaf of a tree: fewer are quicker tried than told apart."""


@njit(cache=True, nogil=True)
def _comes_first(
    values: Ints, shift: Ints, a: int, row_a: int, b: int, row_b: int
) -> bool:  # pragma: no cover
    """Whether point ``row_a`` of copy ``a`` is before ``row_b`` of copy ``b``, best first."""
    for party in range(values.shape[1]):
        left = values[row_a, party] + shift[a, party]
        right = values[row_b, party] + shift[b, party]
        if left != right:
            return left > right
    return a < b


@njit(cache=True, nogil=True)
def _sink(
    values: Ints, shift: Ints, heads: Ints, heap: Ints, size: int, place: int
) -> None:  # pragma: no cover
    """Let the copy at ``place`` of the heap sink to where it belongs."""
    copy = heap[place]
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        if child + 1 < size:
            left, right = heap[child], heap[child + 1]
            if _comes_first(values, shift, right, heads[right], left, heads[left]):
                child += 1
        other = heap[child]
        if not _comes_first(values, shift, other, heads[other], copy, heads[copy]):
            break
        heap[place] = other
        place = child
    heap[place] = copy


@njit(cache=True, nogil=True)
def _room_on_stair(tall: Ints, size: int, height: int) -> int:  # pragma: no cover
    """The first step whose height is less than ``height`` (steps stand tallest first)."""
    low, high = 0, size
    while low < high:
        middle = (low + high) // 2
        if tall[middle] >= height:
            low = middle + 1
        else:
            high = middle
    return low


@njit(cache=True, nogil=True)
def merge(
    values: Ints,
    bounds: Ints,
    source: Ints,
    shift: Ints,
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
    tall, deep = np.empty(stair, np.int64), np.empty(stair, np.int64)
    edges, total = 0, 0
    for target in range(targets):
        size = 0
        for copy in range(target_bounds[target], target_bounds[target + 1]):
            heads[copy], ends[copy] = bounds[source[copy]], bounds[source[copy] + 1]
            if heads[copy] < ends[copy]:
                heap[size] = copy
                size += 1
        for place in range(size // 2 - 1, -1, -1):
            _sink(values, shift, heads, heap, size, place)
        last_copy, last_row = -1, -1
        best, steps = np.int64(-1), 0
        while size:
            copy = heap[0]
            row = heads[copy]
            keep, tie = True, last_row >= 0
            if tie:
                for party in range(parties):
                    if (
                        values[row, party] + shift[copy, party]
                        != values[last_row, party] + shift[last_copy, party]
                    ):
                        tie = False
                        break
            if not tie:
                if parties == 1:
                    keep = last_row < 0
                elif parties == 2:
                    second = values[row, 1] + shift[copy, 1]
                    keep = second > best
                    if keep:
                        best = second
                elif parties == 3:
                    height = values[row, 1] + shift[copy, 1]
                    depth = values[row, 2] + shift[copy, 2]
                    step = _room_on_stair(tall, steps, height)
                    keep = step == 0 or deep[step - 1] < depth
                    if keep:
                        stop = step
                        while stop < steps and deep[stop] <= depth:
                            stop += 1
                        if stop == step:
                            for place in range(steps, step, -1):
                                tall[place], deep[place] = tall[place - 1], deep[place - 1]
                            steps += 1
                        elif stop > step + 1:
                            gap = stop - step - 1
                            for place in range(stop, steps):
                                tall[place - gap], deep[place - gap] = tall[place], deep[place]
                            steps -= gap
                        tall[step], deep[step] = height, depth
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
                _sink(values, shift, heads, heap, size, 0)
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
def plant(values: Ints, bounds: Ints) -> tuple[Ints, Ints, Ints, Ints, Ints]:  # pragma: no cover
    """A tree (Bentley 1975) for each source.

    Returns the points, leaf by leaf; the rows they come from; and node by node its span of points, its best
    value for each party, and where the next node is that is not below it. The nodes of a source stand together,
    each before those below it; ``spans[node, 2]`` is that next node.
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
    points = np.empty_like(values)
    for place in range(len(values)):
        points[place] = values[order[place]]
    return points, order, spans[:node].copy(), best[:node].copy(), roots


@njit(cache=True, nogil=True)
def sieve(
    values: Ints,
    bounds: Ints,
    source: Ints,
    shift: Ints,
    target_bounds: Ints,
    tree_points: Ints,
    spans: Ints,
    best: Ints,
    roots: Ints,
    alive: Flags,
    alive_bounds: Ints,
    turn: int,
    turns: int,
) -> None:  # pragma: no cover
    """Mark in ``alive`` the points of each copy that no point of another copy beats.

    Of each block of rows, only every ``turns``-th one, from ``turn``: so threads can share it.
    """
    parties = values.shape[1]
    wanted = np.empty(parties, np.int64)
    block = 256
    for target in range(len(target_bounds) - 1):
        begin, end = target_bounds[target], target_bounds[target + 1]
        hints = np.empty(end - begin, np.int64)
        others = np.arange(begin, end)
        for copy in range(begin, end):
            mine = source[copy]
            hints[:] = -1
            count = bounds[mine + 1] - bounds[mine]
            for start in range(turn * block, count, turns * block):
                for offset in range(start, min(start + block, count)):
                    row = bounds[mine] + offset
                    beaten = False
                    for place in range(len(others)):
                        other = others[place]
                        if other == copy:
                            continue
                        for p in range(parties):
                            wanted[p] = values[row, p] + shift[copy, p] - shift[other, p]
                        hint = hints[other - begin]
                        if hint >= 0:
                            covers, equal = True, True
                            for p in range(parties):
                                if tree_points[hint, p] < wanted[p]:
                                    covers = False
                                    break
                                if tree_points[hint, p] != wanted[p]:
                                    equal = False
                            if covers and not equal:
                                beaten = True
                        if not beaten:
                            theirs = source[other]
                            node = roots[theirs]
                            stop = roots[theirs + 1]
                            found = -1
                            while node < stop:
                                hopeless = False
                                for p in range(parties):
                                    if best[node, p] < wanted[p]:
                                        hopeless = True
                                        break
                                if hopeless:
                                    node = spans[node, 2]
                                    continue
                                if spans[node, 1] - spans[node, 0] <= LEAF:
                                    for point in range(spans[node, 0], spans[node, 1]):
                                        covers = True
                                        for p in range(parties):
                                            if tree_points[point, p] < wanted[p]:
                                                covers = False
                                                break
                                        if covers:
                                            found = point
                                            break
                                    if found >= 0:
                                        break
                                node += 1
                            if found >= 0:
                                for p in range(parties):
                                    if tree_points[found, p] != wanted[p]:
                                        beaten = True
                                if beaten:
                                    hints[other - begin] = found
                        if beaten:
                            # Who beat this one most likely beats the next one too.
                            if place:
                                others[place] = others[place - 1]
                                others[place - 1] = other
                            break
                    alive[alive_bounds[copy] + offset] = not beaten
