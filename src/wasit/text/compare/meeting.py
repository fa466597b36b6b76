"""Which figures of one side of a pair became which of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from wasit.text.compare.assign import assign
from wasit.text.compare.equal import equal, year_of
from wasit.text.compare.facts import Fact, facts
from wasit.text.compare.side import Side
from wasit.text.compare.standing import MOST_FIGURES, Standing, sort_of
from wasit.text.compare.words import tokens
from wasit.text.redline import too_much

MOST_WORDS = 2_000
"""Words of one side that are laid beside those of the other."""
ALIGNED = 1.0
"""What it counts for two figures to be one that they stand in the same words."""
_ALL_BUT_FIGURES = 0.85
_SAME_WORDS = 3
"""So many words in a row are the same words."""
_PAIRS = 0.5
"""Score from which two figures are one that changed."""
_NEAR_KINDS = {
    frozenset({"number", "percentage"}): -0.2,
    frozenset({"date", "duration"}): 0.0,
}


def paired(
    ours: Sequence[Standing],
    theirs: Sequence[Standing],
    keys: Mapping[str, tuple[str, ...]],
    in_same_words: set[tuple[int, int]],
) -> dict[int, int]:
    """Ours -> theirs: by what they say, by the words near them, by where they stand."""
    scores = {
        (i, j): _score(a, b, keys) + ALIGNED * ((i, j) in in_same_words)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
    }
    pairs = assign({pair: score for pair, score in scores.items() if score >= _PAIRS})
    pairs |= _left_over(ours, theirs, pairs)
    pairs |= _shares(ours, theirs, pairs)
    return pairs


def aligned(old: Side, new: Side) -> set[tuple[int, int]]:
    """Figures that stand in the same words: by their order on either side.

    Only where nearly nothing but figures changed, and no figure came or went: a phrase with one
    may well stand in a point several times.
    """
    ours, theirs = _masked(old)[:MOST_WORDS], _masked(new)[:MOST_WORDS]
    found: set[tuple[int, int]] = set()
    if sum(n >= 0 for _, n in ours) != sum(n >= 0 for _, n in theirs):
        return found
    was, now = ([word for word, _ in side] for side in (ours, theirs))
    if too_much(was, now):
        return found
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    if matcher.ratio() < _ALL_BUT_FIGURES:
        return found
    for a, b, size in matcher.get_matching_blocks():
        if size >= _SAME_WORDS:
            for n in range(size):
                pair = ours[a + n][1], theirs[b + n][1]
                if 0 <= pair[0] < MOST_FIGURES and 0 <= pair[1] < MOST_FIGURES:
                    found.add(pair)
    return found


def _masked(side: Side) -> list[tuple[str, int]]:
    """The folded words in order, each figure as one word for its kind, with its number.

    What only says the bound of a figure is left out.
    """
    found: list[tuple[str, int]] = []
    count = 0
    for words in side.words:
        figures = facts(words, side.language)[:MOST_FIGURES]
        listed = [token for token in tokens(words)[:MOST_WORDS] if token.kind != "mark"]
        at = 0
        for n, fact in enumerate(figures):
            start, behind = fact.reach if fact.said else (fact.start, fact.end)
            found += [(token.norm, -1) for token in listed if at <= token.start < start]
            found.append((f"<{fact.kind}>", count + n))
            at = max(at, behind)
        found += [(token.norm, -1) for token in listed if token.start >= at]
        count += len(figures)
    return found


def _shares(
    ours: Sequence[Standing], theirs: Sequence[Standing], pairs: Mapping[int, int]
) -> dict[int, int]:
    """Figures without a partner of which one tells as a share what the other counts."""
    taken = set(pairs.values())
    return {
        i: j
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if i not in pairs and j not in taken and part_of(a, b, ours, theirs)
    }


def part_of(a: Standing, b: Standing, ours: Sequence[Standing], theirs: Sequence[Standing]) -> bool:
    """Whether one tells as a share of a whole what the other counts: twenty and half of forty."""
    counted, share = (a, b) if b.fact.value[0] == "percent" else (b, a)
    if counted.fact.value[0] != "count" or share.fact.value[0] != "percent":
        return False
    part, low = share.fact.value[1], counted.fact.value[1]
    wholes = [
        {one.fact.value[1] for one in side if one.fact.value[0] == "count"}
        for side in (ours, theirs)
    ]
    return any(
        isinstance(whole, (int, float))
        and isinstance(part, (int, float))
        and whole * part / 100 == low
        for whole in wholes[0] & wholes[1]
    )


def _left_over(
    ours: Sequence[Standing], theirs: Sequence[Standing], pairs: Mapping[int, int]
) -> dict[int, int]:
    """Figures that nothing near them tells what they became: those of one sort, in their order."""
    taken = set(pairs.values())
    found: dict[int, int] = {}
    free = [j for j, b in enumerate(theirs) if j not in taken and b.fact.listed]
    for i, a in enumerate(ours):
        if i in pairs or not a.fact.listed:
            continue
        same = (j for j in free if _one_sort(a.fact, theirs[j].fact))
        j = next(same, None)
        if j is not None:
            found[i] = j
            free.remove(j)
    return found


def _one_sort(ours: Fact, theirs: Fact) -> bool:
    if ours.kind != theirs.kind:
        return False
    sorts = [fact.value[0] for fact in (ours, theirs)]
    return ours.kind != "number" or sorts[0] == sorts[1]


def _score(a: Standing, b: Standing, keys: Mapping[str, tuple[str, ...]]) -> float:
    ours, theirs = a.fact, b.fact
    if sort_of(ours) != sort_of(theirs) and "time" in (sort_of(ours), sort_of(theirs)):
        return 0.0
    if ours.kind == theirs.kind:
        score = 0.2 if ours.kind == "number" else 0.4
    else:
        year = year_of(ours.value) == year_of(theirs.value) != 0
        score = 0.0 if year else _NEAR_KINDS.get(frozenset({ours.kind, theirs.kind}), -9.0)
    if equal(ours.value, theirs.value, keys):
        score += 0.9
    score += 0.3 * (ours.unit == theirs.unit != "")
    score += 0.15 * (a.rank == b.rank)
    few = min(len(ours.around), len(theirs.around))
    common = len(ours.around & theirs.around)
    score += 1.2 * common / max(few, 3)
    return score + 0.2 * (1 - abs(a.place - b.place))
