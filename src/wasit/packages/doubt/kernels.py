"""The compiled part: the four solutions of many drawn bargains of two parties without rules.

Loaded by :mod:`wasit.packages.doubt.solving` when there is enough to do; nothing else imports it.
"""

# Numba reads types from the arguments; its decorator is not typed.
# mypy: disable-error-code="untyped-decorator,no-any-return,assignment"

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from wasit.packages.exact import Ints

ROOM = 1 << 15
"""How many efficient sums a drawn bargain may have on its way, before it is solved by itself."""


@njit(cache=True, nogil=True)
def solve_draws(
    worth: Ints,
    sizes: Ints,
    reservation: Ints,
    begin: int,
    end: int,
    room: int,
    found: NDArray[np.int16],
) -> None:  # pragma: no cover
    """The solutions of draws ``begin`` to ``end``, in ``found`` (draws x solutions x issues).

    ``worth``: draws x issues x options x 2. Solutions: Nash, Kalai and Smorodinsky, egalitarian,
    utilitarian; -1 where no package is acceptable, -2 where a frontier has more than ``room``
    sums. Of ties, the first in the order of the first party's utility is taken; where the largest
    product is 0, the egalitarian solution stands for Nash's.
    """
    issues = worth.shape[1]
    options = worth.shape[2]
    left, right = np.zeros(room, np.int64), np.zeros(room, np.int64)
    next_left, next_right = np.zeros(room, np.int64), np.zeros(room, np.int64)
    parent = np.zeros((issues, room), np.int32)
    taken = np.zeros((issues, room), np.int16)
    heads = np.zeros(options, np.int64)
    best = np.zeros(4, np.int64)
    for draw in range(begin, end):
        count = 1
        left[0] = right[0] = 0
        full = False
        for issue in range(issues):
            heads[:] = 0
            kept = 0
            top = -(1 << 62)
            while True:
                winner = -1
                first, second = np.int64(0), np.int64(0)
                for option in range(sizes[issue]):
                    head = heads[option]
                    if head == count:
                        continue
                    a = left[head] + worth[draw, issue, option, 0]
                    b = right[head] + worth[draw, issue, option, 1]
                    if winner < 0 or a > first or (a == first and b > second):
                        winner, first, second = option, a, b
                if winner < 0:
                    break
                if second > top:
                    if kept == room:
                        full = True
                        break
                    top = second
                    next_left[kept], next_right[kept] = first, second
                    parent[issue, kept] = heads[winner]
                    taken[issue, kept] = winner
                    kept += 1
                heads[winner] += 1
            if full:
                break
            left, next_left = next_left, left
            right, next_right = next_right, right
            count = kept
        if full:
            found[draw] = -2
            continue
        low, high = reservation[draw, 0], reservation[draw, 1]
        # Sums fall for the first party and rise for the second: the acceptable ones stand together.
        start, stop = 0, count
        while start < count and right[start] < high:
            start += 1
        while stop > start and left[stop - 1] < low:
            stop -= 1
        if start == stop:
            found[draw] = -1
            continue
        room_left, room_right = left[start] - low, right[stop - 1] - high
        best[:] = start
        for point in range(start + 1, stop):
            a, b = left[point] - low, right[point] - high
            c, d = left[best[0]] - low, right[best[0]] - high
            if a * b > c * d:
                best[0] = point
            # Shares a / room_left and b / room_right, on a common denominator.
            c, d = left[best[1]] - low, right[best[1]] - high
            x, y = a * room_right, b * room_left
            v, w = c * room_right, d * room_left
            if min(x, y) > min(v, w) or (min(x, y) == min(v, w) and max(x, y) > max(v, w)):
                best[1] = point
            c, d = left[best[2]] - low, right[best[2]] - high
            if min(a, b) > min(c, d) or (min(a, b) == min(c, d) and max(a, b) > max(c, d)):
                best[2] = point
            if a + b > left[best[3]] - low + right[best[3]] - high:
                best[3] = point
        if (left[best[0]] - low) * (right[best[0]] - high) == 0:
            best[0] = best[2]
        for solution in range(4):
            point = best[solution]
            for issue in range(issues - 1, -1, -1):
                found[draw, solution, issue] = taken[issue, point]
                point = parent[issue, point]
