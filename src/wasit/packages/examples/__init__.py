"""What sample packages, put in order, say of a party's wishes (ordinal regression).

The worth of each option is unknown within its range; each pair of examples next to each other is a
row: the sum of the better one's worths is above that of the other. All worths that agree with every
row are possible (Jacquet-Lagreze and Siskos 1982); they are drawn from, and their middle is taken.
"""

from __future__ import annotations

from wasit.packages.examples.conflicts import clashing
from wasit.packages.examples.rows import Rows, rows_of
from wasit.packages.examples.walking import middle_worth, walk

__all__ = ["Rows", "clashing", "middle_worth", "rows_of", "walk"]
