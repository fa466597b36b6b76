"""The two sides a report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from wasit.press.positions.own import Unlisted


def principals(
    counts: Counter[str], own: Unlisted, movements: Collection[str], countries: Sequence[str]
) -> list[str]:
    """The two sides named most, where no third comes near; else none.

    ``counts`` tells how often each is named, also by who speaks for it; those of countries in
    which movements fight each other are taken out of it.
    """
    if len(own.of_cities) == 2:
        return list(own.of_cities)
    fighting = [key for key in movements if counts[key] > 1]
    if len(fighting) > 1 or len(movements) == 2:
        for key in countries:
            del counts[key]  # the land they fight in
    if len(own.governments) == len(movements) == 1:
        return [*own.governments, *movements]
    ranked = counts.most_common(3)
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
        return []
    return [key for key, _ in ranked[:2]]
