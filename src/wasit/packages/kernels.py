"""The compiled part: which points of several sorted lists no other point beats.

Loaded by :mod:`wasit.packages.compiled` when there is enough to do; nothing else imports it. All
functions take the points of one stage (``values``: points x parties, source after source, each
source sorted best first, party by party), and copies of sources: copy ``c`` is the rows from
``begins[c]`` to ``ends[c]`` with ``shift[c]`` added to each. Copies of one target stand together.
Numbers of two limbs bring their lower limbs, of ``bits``, in ``low`` and ``low_shift``; else both
are None. Sums of two limbs are not carried: a lower limb may be one bit too long.

A point is *efficient* where no other of its target is at least as good for all and better for
one. Equal points are all kept; all but the first are marked as ties.

All in one file: a compiled function is kept beside the file it stands in, and would not notice
that another has changed.
"""

# Numba reads types from the arguments; its decorator is not typed.
# mypy: disable-error-code="untyped-decorator,no-any-return,return-value,arg-type,assignment"

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Number = tuple[int, int]
"""Upper and lower limb."""


@njit(cache=True, nogil=True)
def _sum(
    values: Ints,
    low: Ints | None,
    shift: Ints,
    low_shift: Ints | None,
    row: int,
    copy: int,
    party: int,
) -> Number:  # pragma: no cover
    """What a point of a copy is worth to a party."""
    if low is not None and low_shift is not None:
        return (
            values[row, party] + shift[copy, party],
            low[row, party] + low_shift[copy, party],
        )
    return values[row, party] + shift[copy, party], np.int64(0)


@njit(cache=True, nogil=True)
def _compared(one: Number, other: Number, bits: int) -> int:  # pragma: no cover
    """Above 0 where a sum is above another, below 0 where it is below.

    As the lower limbs are not carried, they count where the upper ones are near.
    """
    apart = one[0] - other[0]
    if apart > 1 or apart < -1:
        return apart
    return (apart << bits) + one[1] - other[1]


@njit(cache=True, nogil=True)
def _whole(number: Number, bits: int) -> int:  # pragma: no cover
    """The upper limb once the lower one is carried: no lower for a greater number."""
    return number[0] + (number[1] >> bits)


# --- the order of heads ---------------------------------------------------------------------------


@njit(cache=True, nogil=True)
def _order(
    values: Ints,
    low: Ints | None,
    shift: Ints,
    low_shift: Ints | None,
    bits: int,
    a: int,
    row_a: int,
    b: int,
    row_b: int,
) -> int:  # pragma: no cover
    """Above 0 where point ``row_a`` of copy ``a`` is before ``row_b`` of copy ``b``, best first.

    0 where they are equal.
    """
    for party in range(values.shape[1]):
        apart = _compared(
            _sum(values, low, shift, low_shift, row_a, a, party),
            _sum(values, low, shift, low_shift, row_b, b, party),
            bits,
        )
        if apart != 0:
            return apart
    return apart ^ apart


@njit(cache=True, nogil=True)
def _sink(
    values: Ints,
    low: Ints | None,
    shift: Ints,
    low_shift: Ints | None,
    bits: int,
    heads: Ints,
    keys: Ints,
    heap: Ints,
    size: int,
    place: int,
) -> None:  # pragma: no cover
    """Let the copy at ``place`` of the heap sink to where it belongs; of equal points by copy.

    ``keys`` are the heads' upper limbs for the first party, which mostly decide.
    """
    copy = heap[place]
    near = 0 if low is None else 1
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        other = heap[child]
        if child + 1 < size:
            right = heap[child + 1]
            first = keys[right] - keys[other]
            if -near <= first <= near:
                first = _order(
                    values, low, shift, low_shift, bits, right, heads[right], other, heads[other]
                )
            if first > 0 or (first == 0 and right < other):
                child += 1
                other = right
        first = keys[other] - keys[copy]
        if -near <= first <= near:
            first = _order(
                values, low, shift, low_shift, bits, other, heads[other], copy, heads[copy]
            )
        if first < 0 or (first == 0 and other > copy):
            break
        heap[place] = other
        place = child
    heap[place] = copy


# --- what was seen: points in cells ---------------------------------------------------------------

FINE = 16
"""Equal spans a cell that the values of a party are first told apart by."""

SAMPLE = 4
"""Points a cell by which cells are cut."""

NOTHING = -(1 << 62)
"""Less than any sum."""


class Seen(NamedTuple):
    """The points kept so far, in cells: what is better for the first party than what comes.

    Rows of cells are spans of the second party's values, least first, columns (four parties) of
    the third's; each holds about as many candidates. The *width* of a point is what it is worth to
    the last party.
    """

    marks: Ints
    """Two ways x cells: the least value of each."""
    tables: Ints
    """Two ways x spans: in which cell each of the equal spans begins."""
    scale: Ints
    """Two ways x (the lowest value; the bits of a span; the spans)."""
    peaks: Ints
    """Rows x columns x limbs, one more each way: the greatest width from that cell on."""
    tops: Ints
    """Rows x columns: the greatest width in that cell, carried."""
    sides: Ints
    """The same, columns x rows."""
    first: Ints
    """Rows x columns: the last point that came in that cell; -1: none."""
    points: Ints
    """The next of their cell, then the sums of the parties but the first, each in two limbs."""


ROWS, STEPS = 1024, 64
"""Three parties: cells at most, and points for each."""

SIDE, POINTS = 512, 1024
"""Four parties: rows of cells at most, and columns, and points for each of them."""


@njit(cache=True, nogil=True)
def _shape(parties: int, count: int) -> tuple[int, int]:  # pragma: no cover
    """Rows and columns of cells for that many points, in powers of two; one where none are used."""
    most, share = 1, 1
    if parties == 3:
        most, share = ROWS, STEPS
    elif parties == 4:
        most, share = SIDE, POINTS
    rows = 1
    while rows < most and rows * share < count:
        rows *= 2
    return rows, rows if parties == 4 else 1


@njit(cache=True, nogil=True)
def _emptied(
    values: Ints,
    shift: Ints,
    begins: Ints,
    ends: Ints,
    copies: Number,
    rows: int,
    columns: int,
    seen: Seen,
) -> None:  # pragma: no cover
    """Nothing seen yet; cells cut anew for the points of these copies."""
    seen.peaks[: rows + 1, : columns + 1, 0] = NOTHING
    seen.peaks[: rows + 1, : columns + 1, 1] = 0
    seen.tops[:rows, :columns] = NOTHING
    seen.sides[:columns, :rows] = NOTHING
    seen.first[:rows, :columns] = -1
    for way in range(values.shape[1] - 2):
        _mark(values, shift, begins, ends, copies, way, rows, seen)


@njit(cache=True, nogil=True)
def _mark(
    values: Ints,
    shift: Ints,
    begins: Ints,
    ends: Ints,
    copies: Number,
    way: int,
    cells: int,
    seen: Seen,
) -> None:  # pragma: no cover
    """Cut the values of a party in cells, by a sample."""
    count = 0
    for copy in range(copies[0], copies[1]):
        count += ends[copy] - begins[copy]
    each = count // (SAMPLE * cells) + 1
    sample = np.empty(count // each + copies[1] - copies[0], np.int64)
    taken = 0
    lowest, highest = np.int64(-NOTHING), np.int64(NOTHING)
    for copy in range(copies[0], copies[1]):
        more = shift[copy, way + 1]
        for row in range(begins[copy], ends[copy]):
            value = values[row, way + 1] + more
            lowest, highest = min(lowest, value), max(highest, value)
        for row in range(begins[copy], ends[copy], each):
            sample[taken] = values[row, way + 1] + more
            taken += 1
    if taken == 0:
        return
    sample = np.sort(sample[:taken])
    grain = 0
    spans = FINE * cells
    while (highest - lowest) >> grain >= spans:
        grain += 1
    marks, table = seen.marks[way], seen.tables[way]
    marks[0] = lowest
    for cell in range(1, cells):
        marks[cell] = sample[cell * taken // cells]
    cell = 0
    for span in range(spans + 1):
        table[span] = cell
        while cell + 1 < cells and marks[cell + 1] < lowest + ((span + np.int64(1)) << grain):
            cell += 1
    seen.scale[way, 0], seen.scale[way, 1], seen.scale[way, 2] = lowest, grain, spans


@njit(cache=True, nogil=True)
def _cell(number: Number, bits: int, way: int, seen: Seen) -> int:  # pragma: no cover
    """The last cell whose mark is no higher than that sum; the first where none is."""
    value = _whole(number, bits)
    span = (value - seen.scale[way, 0]) >> seen.scale[way, 1]
    span = min(max(span, 0), seen.scale[way, 2] - 1)
    begin, end = seen.tables[way, span], seen.tables[way, span + 1]
    while begin < end:
        middle = (begin + end + 1) // 2
        if seen.marks[way, middle] <= value:
            begin = middle
        else:
            end = middle - 1
    return begin


@njit(cache=True, nogil=True)
def _held(point: int, party: int, seen: Seen) -> Number:  # pragma: no cover
    """What a kept point is worth to a party."""
    return seen.points[point, 2 * party - 1], seen.points[point, 2 * party]


@njit(cache=True, nogil=True)
def _peak(row: int, column: int, seen: Seen) -> Number:  # pragma: no cover
    return seen.peaks[row, column, 0], seen.peaks[row, column, 1]


@njit(cache=True, nogil=True)
def _put(point: int, party: int, number: Number, seen: Seen) -> None:  # pragma: no cover
    seen.points[point, 2 * party - 1], seen.points[point, 2 * party] = number


# Three parties: a staircase (Kung, Luccio and Preparata 1975), its steps in one column of cells.


@njit(cache=True, nogil=True)
def _below(
    height: Number, width: Number, bits: int, row: int, seen: Seen
) -> bool:  # pragma: no cover
    """Whether some step is at least as high and as wide.

    One of a row above is higher; those of the same row are asked one by one.
    """
    if _compared(_peak(row + 1, 0, seen), width, bits) >= 0:
        return True
    step = seen.first[row, 0]
    while step >= 0:
        if (
            _compared(_held(step, 2, seen), width, bits) >= 0
            and _compared(_held(step, 1, seen), height, bits) >= 0
        ):
            return True
        step = seen.points[step, 0]
    return False


@njit(cache=True, nogil=True)
def _step(
    height: Number, width: Number, bits: int, row: int, free: int, seen: Seen
) -> int:  # pragma: no cover
    """Put a step in that no other is above, and take those out that it is above.

    ``free`` is the first of the steps taken out before; returns the first after this.
    """
    for below in range(row, -1, -1):
        if below < row and _compared(_peak(below + 1, 0, seen), width, bits) >= 0:
            break
        if below < row:
            seen.peaks[below + 1, 0, 0], seen.peaks[below + 1, 0, 1] = width
        step, before = seen.first[below, 0], np.int64(-1)
        while step >= 0:
            after = seen.points[step, 0]
            if (
                _compared(_held(step, 2, seen), width, bits) <= 0
                and _compared(_held(step, 1, seen), height, bits) <= 0
            ):
                if before < 0:
                    seen.first[below, 0] = after
                else:
                    seen.points[before, 0] = after
                seen.points[step, 0] = free
                free = step
            else:
                before = step
            step = after
    step = free
    free = seen.points[step, 0]
    seen.points[step, 0] = seen.first[row, 0]
    _put(step, 1, height, seen)
    _put(step, 2, width, seen)
    seen.first[row, 0] = step
    return free


# Four parties: terraces, cells by two parties.


@njit(cache=True, nogil=True)
def _covered(
    height: Number, depth: Number, width: Number, bits: int, point: int, seen: Seen
) -> bool:  # pragma: no cover
    """Whether a point of this cell, from ``point``, is at least as good in all three."""
    while point >= 0:
        if (
            _compared(_held(point, 3, seen), width, bits) >= 0
            and _compared(_held(point, 1, seen), height, bits) >= 0
            and _compared(_held(point, 2, seen), depth, bits) >= 0
        ):
            return True
        point = seen.points[point, 0]
    return False


@njit(cache=True, nogil=True)
def _shaded(
    height: Number,
    depth: Number,
    width: Number,
    bits: int,
    cells: int,
    row: int,
    column: int,
    seen: Seen,
) -> bool:  # pragma: no cover
    """Whether some point so far is at least as good in all three.

    One that stands further on both ways, and is as wide, is; where none is as wide from this cell
    on, none is. What is left stands in this row or this column.
    """
    if _compared(_peak(row + 1, column + 1, seen), width, bits) >= 0:
        return True
    if _compared(_peak(row, column, seen), width, bits) < 0:
        return False
    whole = _whole(width, bits)
    for other in range(column, cells):
        if seen.tops[row, other] >= whole and _covered(
            height, depth, width, bits, seen.first[row, other], seen
        ):
            return True
    for other in range(row + 1, cells):
        if seen.sides[column, other] >= whole and _covered(
            height, depth, width, bits, seen.first[other, column], seen
        ):
            return True
    return False


@njit(cache=True, nogil=True)
def _build(
    height: Number,
    depth: Number,
    width: Number,
    bits: int,
    row: int,
    column: int,
    point: int,
    seen: Seen,
) -> None:  # pragma: no cover
    """Put a point in its cell, and let all cells that it is further on than know its width."""
    seen.points[point, 0] = seen.first[row, column]
    _put(point, 1, height, seen)
    _put(point, 2, depth, seen)
    _put(point, 3, width, seen)
    seen.first[row, column] = point
    top = max(seen.tops[row, column], _whole(width, bits))
    seen.tops[row, column] = seen.sides[column, row] = top
    for a in range(row, -1, -1):
        for b in range(column, -1, -1):
            if _compared(_peak(a, b, seen), width, bits) >= 0:
                if b == column:
                    return
                break
            seen.peaks[a, b, 0], seen.peaks[a, b, 1] = width


# --- the merge ------------------------------------------------------------------------------------


@njit(cache=True, nogil=True)
def merge(
    values: Ints,
    low: Ints | None,
    begins: Ints,
    ends: Ints,
    shift: Ints,
    low_shift: Ints | None,
    bits: int,
    target_bounds: Ints,
    alive: Flags,
    alive_bounds: Ints,
) -> tuple[Ints, Ints, Flags, Ints, Seen]:  # pragma: no cover
    """Merge the copies of each target, best first, and keep what is efficient.

    Two parties: what beats the best of the second so far. Three and four: what no point seen is
    as good as. More: what ``alive`` marks, copy after copy from ``alive_bounds``.
    Returns, edge by edge, its copy, its row in ``values``, and whether it is the first of its
    point; where each target's points begin and end; and what was seen of the last target.
    """
    parties = values.shape[1]
    targets = len(target_bounds) - 1
    room = 0
    for copy in range(len(begins)):
        room += ends[copy] - begins[copy]
    copies, rows = np.empty(room, np.int64), np.empty(room, np.int64)
    first = np.empty(room, np.bool_)
    points = np.zeros(targets + 1, np.int64)
    heads, keys = begins.copy(), np.empty(len(begins), np.int64)
    heap = np.empty(len(begins), np.int64)
    side, columns = _shape(parties, room)
    seen = Seen(
        np.zeros((2, side), np.int64),
        np.zeros((2, FINE * side + 1), np.int64),
        np.ones((2, 3), np.int64),
        np.empty((side + 1, columns + 1, 2), np.int64),
        np.empty((side, columns), np.int64),
        np.empty((columns, side), np.int64),
        np.empty((side, columns), np.int64),
        np.empty((room + 1 if 3 <= parties <= 4 else 1, 7), np.int64),
    )
    edges, total, used = 0, 0, 0
    near = 0 if low is None else 1
    for target in range(targets):
        group = (target_bounds[target], target_bounds[target + 1])
        size, count = 0, 0
        for copy in range(group[0], group[1]):
            if begins[copy] < ends[copy]:
                keys[copy] = values[begins[copy], 0] + shift[copy, 0]
                heap[size] = copy
                size += 1
                count += ends[copy] - begins[copy]
        for place in range(size // 2 - 1, -1, -1):
            _sink(values, low, shift, low_shift, bits, heads, keys, heap, size, place)
        if 3 <= parties <= 4:
            side, columns = _shape(parties, count)
            _emptied(values, shift, begins, ends, group, side, columns, seen)
        free, used = np.int64(-1), 0
        last_copy, last_row, last_key = -1, -1, np.int64(0)
        best = (np.int64(NOTHING), np.int64(0))
        while size:
            copy = heap[0]
            row = heads[copy]
            keep, tie = True, last_row >= 0 and -near <= keys[copy] - last_key <= near
            if tie:
                tie = (
                    _order(values, low, shift, low_shift, bits, copy, row, last_copy, last_row) == 0
                )
            if tie or parties == 1:
                keep = tie or last_row < 0
            elif parties > 4:
                keep = alive[alive_bounds[copy] + row - begins[copy]]
            else:
                width = _sum(values, low, shift, low_shift, row, copy, parties - 1)
                if parties == 2:
                    keep = _compared(width, best, bits) > 0
                    if keep:
                        best = width
                elif parties == 3:
                    height = _sum(values, low, shift, low_shift, row, copy, 1)
                    here = _cell(height, bits, 0, seen)
                    keep = not _below(height, width, bits, here, seen)
                    if keep:
                        if free < 0:
                            seen.points[used, 0] = -1
                            free = used
                            used += 1
                        free = _step(height, width, bits, here, free, seen)
                else:
                    height = _sum(values, low, shift, low_shift, row, copy, 1)
                    depth = _sum(values, low, shift, low_shift, row, copy, 2)
                    here, there = _cell(height, bits, 0, seen), _cell(depth, bits, 1, seen)
                    keep = not _shaded(height, depth, width, bits, side, here, there, seen)
                    if keep:
                        _build(height, depth, width, bits, here, there, used, seen)
                        used += 1
            if keep:
                copies[edges], rows[edges], first[edges] = copy, row, not tie
                edges += 1
                if not tie:
                    total += 1
                    last_copy, last_row, last_key = copy, row, keys[copy]
            row += 1
            heads[copy] = row
            if row == ends[copy]:
                size -= 1
                heap[0] = heap[size]
            else:
                keys[copy] = values[row, 0] + shift[copy, 0]
            if size > 1:
                _sink(values, low, shift, low_shift, bits, heads, keys, heap, size, 0)
        points[target + 1] = total
    return copies[:edges].copy(), rows[:edges].copy(), first[:edges].copy(), points, seen


# --- in two parts ---------------------------------------------------------------------------------


@njit(cache=True, nogil=True)
def cut(
    values: Ints,
    low: Ints | None,
    begins: Ints,
    ends: Ints,
    shift: Ints,
    low_shift: Ints | None,
    bits: int,
    bar: int,
) -> Ints:  # pragma: no cover
    """By copy, its first row whose sum for the first party is below ``bar`` (an upper limb)."""
    found = begins.copy()
    for copy in range(len(begins)):
        begin, end = begins[copy], ends[copy]
        while begin < end:
            middle = (begin + end) // 2
            if _whole(_sum(values, low, shift, low_shift, middle, copy, 0), bits) >= bar:
                begin = middle + 1
            else:
                end = middle
        found[copy] = begin
    return found


@njit(cache=True, nogil=True)
def above(
    values: Ints,
    low: Ints | None,
    shift: Ints,
    low_shift: Ints | None,
    bits: int,
    copies: Ints,
    rows: Ints,
    first: Flags,
    seen: Seen,
) -> Flags:  # pragma: no cover
    """Which edges stand above all that was seen, which is better for the first party.

    For three parties or four. A tie goes the way of the first of its point.
    """
    found = np.empty(len(rows), np.bool_)
    parties, side = values.shape[1], len(seen.first)
    keep = True
    for edge in range(len(rows)):
        if first[edge]:
            row, copy = rows[edge], copies[edge]
            height = _sum(values, low, shift, low_shift, row, copy, 1)
            width = _sum(values, low, shift, low_shift, row, copy, parties - 1)
            here = _cell(height, bits, 0, seen)
            if parties == 3:
                keep = not _below(height, width, bits, here, seen)
            else:
                depth = _sum(values, low, shift, low_shift, row, copy, 2)
                there = _cell(depth, bits, 1, seen)
                keep = not _shaded(height, depth, width, bits, side, here, there, seen)
        found[edge] = keep
    return found


@njit(cache=True, nogil=True)
def summed(
    sums: Ints, worth: Ints, options: Ints, copies: Ints, rows: Ints, first: Flags, bits: int
) -> tuple[Ints, Ints, Ints]:  # pragma: no cover
    """The points of the edges, with limbs of ``bits`` (limbs x points x parties).

    Also each edge's option, and where each point's edges begin, with one more for the last's end.
    """
    points = 0
    for edge in range(len(first)):
        points += first[edge]
    limbs, _, parties = sums.shape
    total = np.empty((limbs, points, parties), np.int64)
    start = np.empty(points + 1, np.int64)
    chosen = np.empty(len(rows), np.int64)
    mask = (np.int64(1) << bits) - 1
    point = 0
    for edge in range(len(rows)):
        row, option = rows[edge], options[copies[edge]]
        chosen[edge] = option
        if not first[edge]:
            continue
        start[point] = edge
        for party in range(parties):
            carried = np.int64(0)
            for limb in range(limbs - 1, 0, -1):
                value = sums[limb, row, party] + worth[limb, option, party] + carried
                total[limb, point, party] = value & mask
                carried = value >> bits
            total[0, point, party] = sums[0, row, party] + worth[0, option, party] + carried
        point += 1
    start[points] = len(rows)
    return total, chosen, start
