"""Whether worths can keep to all rows, exactly, and those that do so by the widest margin.

The simplex method (Dantzig 1951) in fractions; Bland's rule (1977) ends every run. Widest margin:
the least distance of any row from its bound is as large as it can be (as in UTASTAR, Siskos and
Yannacopoulos 1985).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from wasit.packages.examples.rows import Rows

Sparse = dict[int, Fraction]


def widest(rows: Rows) -> list[Fraction] | None:
    """Worths that keep to all rows by the widest margin; None where none do.

    Cost: a pivot is linear in the entries of the rows that hold the pivot's column.
    """
    width = max((one.high - one.low for one in rows.ranges), default=Fraction())
    least = [
        row.least
        - sum((rows.ranges[at].low for at in row.plus), Fraction())
        + sum((rows.ranges[at].low for at in row.minus), Fraction())
        for row in rows.rows
    ]
    below = max([Fraction(), *least])
    # Worths above their lows, then the margin and ``below``: all 0 is where the search starts.
    margin = len(rows.ranges)
    table: list[Sparse] = []
    bounds: list[Fraction] = []
    for row, bound in zip(rows.rows, least, strict=True):
        line = dict.fromkeys(row.plus, Fraction(-1)) | dict.fromkeys(row.minus, Fraction(1))
        table.append(line | {margin: Fraction(1)})
        bounds.append(below - bound)
    for at, one in enumerate(rows.ranges):
        table.append({at: Fraction(1)})
        bounds.append(one.high - one.low)
    table.append({margin: Fraction(1)})
    bounds.append(below + width)
    found = _maximised(table, bounds, margin, margin + 1)
    if found[margin] < below:
        return None
    return [one.low + x for one, x in zip(rows.ranges, found, strict=False)]


def _maximised(
    table: Sequence[Sparse], bounds: Sequence[Fraction], aim: int, count: int
) -> list[Fraction]:
    """The values of ``count`` variables from 0 up that make variable ``aim`` the largest.

    Every row of ``table`` is at most its bound, and no bound is below 0.
    """
    rows = [{**row, count + n: Fraction(1)} for n, row in enumerate(table)]
    right = list(bounds)
    basis = [count + n for n in range(len(rows))]
    gain: Sparse = {aim: Fraction(1)}
    while True:
        enters = min((at for at, value in gain.items() if value > 0), default=None)
        if enters is None:
            break
        leaves = min(
            (right[n] / row[enters], basis[n], n)
            for n, row in enumerate(rows)
            if row.get(enters, 0) > 0
        )[2]
        _pivot(rows, right, gain, leaves, enters)
        basis[leaves] = enters
    found = [Fraction()] * count
    for n, at in enumerate(basis):
        if at < count:
            found[at] = right[n]
    return found


def _pivot(
    rows: list[Sparse], right: list[Fraction], gain: Sparse, leaves: int, enters: int
) -> None:
    by = rows[leaves][enters]
    line = {at: value / by for at, value in rows[leaves].items()}
    rows[leaves], right[leaves] = line, right[leaves] / by
    for n, row in enumerate(rows):
        if n != leaves and enters in row:
            share = row[enters]
            _take_off(row, line, share)
            right[n] -= share * right[leaves]
    if enters in gain:
        _take_off(gain, line, gain[enters])


def _take_off(row: Sparse, line: Sparse, share: Fraction) -> None:
    """Takes ``share`` times ``line`` off a row; what comes to 0 is left out."""
    for at, value in line.items():
        left = row.get(at, Fraction()) - share * value
        if left:
            row[at] = left
        else:
            row.pop(at, None)
