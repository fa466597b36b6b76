"""The best way to pair two lists of units in order, some with several partners, some with none.

Dynamic programming over one to one, two or three to one, and left out, as by length alone in Gale
and Church (1993), with what the units share counting first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from wasit.press.align.features import Unit

MOST = 4_000
"""Units of both languages together that are aligned; of longer lists nothing is."""

_LEFT_OUT, _MERGING, _NOT_BODY = -0.3, -0.9, -1.5
"""What it costs to leave a unit out, to pair one more, to pair one more heading or bullet."""
_WORSE = 0.3
"""How much worse lengths may fit with one partner more."""
_MERGES = ((1, 2), (2, 1), (1, 3), (3, 1))
_NOWHERE = (float("-inf"), 0, 0)
_BAND, _SMALL = 12, 10_000
"""How far from the diagonal is looked; in a table of so many cells, further where one is longer."""
_RATIO = 1.2
"""English characters to an Arabic one."""
_LENGTH = 1.6
_ENOUGH, _LITTLE, _STRANGERS = 4.0, 0.08, 2.0
"""Units with this much to share that share less than this part of it lose so much."""
_CROSSING = 4.0
"""What two units out of order must share to be paired."""
_KINDS = {
    frozenset(("heading", "body")): -2.5,
    frozenset(("heading", "bullet")): -2.0,
    frozenset(("bullet", "body")): -1.2,
}

Pairs = list[tuple[int, int]]


def pairs(
    arabic: Sequence[Unit],
    english: Sequence[Unit],
    bonus: Mapping[tuple[int, int], float] | None = None,
) -> Pairs:
    """Pairs (Arabic, English) of unit numbers, in order; ``bonus`` is added to a pair's gain."""
    if not arabic or not english or len(arabic) + len(english) > MOST:
        return []
    shared = _shared(arabic, english)
    found = _Table(arabic, english, shared, bonus or {}).best()
    return sorted(found + _crossing(found, shared, arabic, english))


def _shared(arabic: Sequence[Unit], english: Sequence[Unit]) -> dict[tuple[int, int], float]:
    """How much each two units share; what stands everywhere counts little."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, unit in enumerate(english):
        for key in unit.features:
            places[key].append(j)
    counts: dict[str, int] = defaultdict(int)
    for unit in arabic:
        for key in unit.features:
            counts[key] += 1
    total: dict[tuple[int, int], float] = defaultdict(float)
    for i, unit in enumerate(arabic):
        for key, weight in unit.features.items():
            where = places.get(key, ())
            often = max(len(where), counts[key])
            if where and often <= 50:
                gain = weight / (0.5 + 0.5 * often)
                for j in where:
                    total[i, j] += gain
    return total


class _Table:
    """The table of the best gains up to each pair of places."""

    def __init__(
        self,
        arabic: Sequence[Unit],
        english: Sequence[Unit],
        shared: Mapping[tuple[int, int], float],
        bonus: Mapping[tuple[int, int], float],
    ) -> None:
        self.arabic, self.english = arabic, english
        self.shared, self.bonus = shared, bonus
        self.sizes = [log(_RATIO * unit.length + 12) for unit in arabic]
        self.others = [log(unit.length + 12) for unit in english]

    def best(self) -> Pairs:
        """The pairs on the best way through."""
        rows: list[dict[int, tuple[float, int, int]]] = []
        for i in range(len(self.arabic) + 1):
            row: dict[int, tuple[float, int, int]] = {}
            rows.append(row)
            low, high = self._band(i)
            for j in range(low, high + 1):
                row[j] = self._step(rows, i, j) if i or j else (0.0, 0, 0)
        return self._back(rows)

    def _band(self, i: int) -> tuple[int, int]:
        n, m = len(self.arabic), len(self.english)
        wide = max(_BAND, abs(n - m) + _BAND // 2 if n * m <= _SMALL else 2 * m // n + 1)
        centre = i * m // n
        return max(0, centre - wide), min(m, centre + wide)

    def _step(
        self, rows: Sequence[Mapping[int, tuple[float, int, int]]], i: int, j: int
    ) -> tuple[float, int, int]:
        """The best gain up to here, and how many units of each language its last step took."""
        best = _NOWHERE
        above = rows[i - 1] if i else {}
        if before := above.get(j):
            best = (before[0] + _LEFT_OUT, 1, 0)
        if before := rows[i].get(j - 1):
            best = max(best, (before[0] + _LEFT_OUT, 0, 1))
        if before := above.get(j - 1):
            best = max(best, (before[0] + self._gain(i - 1, j - 1), 1, 1))
            # Every merge ends in these two: where they share nothing, there is none.
            shared = self.shared
            for a, b in _MERGES if (i - 1, j - 1) in shared else ():
                if i < a or j < b or (i - a, j - b) not in shared:
                    continue
                before = rows[i - a].get(j - b)
                if before:
                    gain = self._merged(i - a, i, j - b, j, best[0] - before[0])
                    best = max(best, (before[0] + gain, a, b)) if gain is not None else best
        return best

    def _back(self, rows: Sequence[Mapping[int, tuple[float, int, int]]]) -> Pairs:
        i, j = len(self.arabic), len(self.english)
        found: Pairs = []
        while i or j:
            _, a, b = rows[i][j]
            found += [(x, y) for x in range(i - a, i) for y in range(j - b, j)]
            i, j = i - a, j - b
        return found

    def _gain(self, i: int, j: int) -> float:
        """What pairing two units gains: what they share, less where length and kind differ."""
        one, two = self.arabic[i], self.english[j]
        shared = self.shared.get((i, j), 0.0)
        evidence = one.weight if one.weight < two.weight else two.weight
        if evidence >= _ENOUGH and shared < _LITTLE * evidence:
            shared -= _STRANGERS
        if one.kind != two.kind:
            shared += _KINDS[frozenset((one.kind, two.kind))]
        if self.bonus:
            shared += self.bonus.get((i, j), 0.0)
        return shared - _LENGTH * abs(self.others[j] - self.sizes[i])

    def _merged(self, i: int, to_i: int, j: int, to_j: int, least: float) -> float | None:
        """The same for one unit with several; None where one shares nothing or is one too many.

        None as well where it cannot be more than ``least``.
        """
        pairs_ = [(x, y) for x in range(i, to_i) for y in range(j, to_j)]
        shared = _MERGING * (len(pairs_) - 1)
        for pair in pairs_:
            gain = self.shared.get(pair)
            if not gain:
                return None
            shared += gain + self.bonus.get(pair, 0.0)
        if shared <= least:
            return None
        for x, y in pairs_:
            if self.arabic[x].kind != "body" or self.english[y].kind != "body":
                shared += _NOT_BODY
        ours = [unit.length for unit in self.arabic[i:to_i]]
        theirs = [unit.length for unit in self.english[j:to_j]]
        misfit = _misfit(sum(ours), sum(theirs))
        # Lengths may not fit much worse with the shortest than without it.
        without = (
            _misfit(sum(ours) - min(ours), sum(theirs))
            if len(ours) > 1
            else _misfit(sum(ours), sum(theirs) - min(theirs))
        )
        return shared - misfit if misfit < without + _WORSE else None


def _misfit(arabic: int, english: int) -> float:
    return _LENGTH * abs(log((english + 12) / (_RATIO * arabic + 12)))


def _crossing(
    found: Pairs,
    shared: Mapping[tuple[int, int], float],
    arabic: Sequence[Unit],
    english: Sequence[Unit],
) -> Pairs:
    """Units left out on the way that share too much for chance: a paragraph moved elsewhere."""
    ours, theirs = {i for i, _ in found}, {j for _, j in found}
    left = sorted(
        (-gain, i, j)
        for (i, j), gain in shared.items()
        if gain >= _CROSSING and i not in ours and j not in theirs
    )
    crossing: Pairs = []
    for _, i, j in left:
        if i not in ours and j not in theirs and arabic[i].kind == english[j].kind:
            ours.add(i)
            theirs.add(j)
            crossing.append((i, j))
    return crossing
