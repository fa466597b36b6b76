"""The best way to lay two lists beside each other in order, with gaps on either side."""

from __future__ import annotations

from collections.abc import Callable, Iterator


def beside(
    ours: int, theirs: int, score: Callable[[int, int], float], band: int
) -> list[tuple[int, int]]:
    """Pairs of places, rising on both sides, whose scores add up to the most.

    A pair with a score of 0 or less is worth no more than two gaps. Places farther apart than
    ``band``, beyond the difference of the lengths, are not paired. Time and space: lengths times
    band.
    """
    if not ours or not theirs:
        return []
    slack = band + abs(ours - theirs)
    before: dict[int, float] = {}
    choices: list[dict[int, str]] = []
    for i in range(ours):
        row: dict[int, float] = {}
        chosen: dict[int, str] = {}
        middle = i * theirs // ours
        for j in range(max(0, middle - slack), min(theirs, middle + slack + 1)):
            best, how = row.get(j - 1, 0.0 if j == 0 else -1.0), "left"
            up = before.get(j, 0.0 if i == 0 else -1.0)
            if up > best:
                best, how = up, "up"
            pair = score(i, j)
            if pair > 0:
                both = (before.get(j - 1, 0.0 if i == 0 or j == 0 else -1.0)) + pair
                if both > best:
                    best, how = both, "both"
            row[j], chosen[j] = max(best, 0.0), how
        before = row
        choices.append(chosen)
    return sorted(_back(choices, ours - 1, theirs - 1))


def _back(choices: list[dict[int, str]], i: int, j: int) -> Iterator[tuple[int, int]]:
    while i >= 0 and j >= 0:
        how = choices[i].get(j)
        if how is None:
            # Outside of the band: back into it.
            j = min(choices[i], key=lambda one: abs(one - j), default=-1) if choices[i] else -1
            if j < 0:
                return
            continue
        if how == "both":
            yield i, j
        i -= how in ("both", "up")
        j -= how in ("both", "left")
