"""Figures that changed in a pair of points: which of the old became which of the new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wasit.text.compare.bracketed import settled
from wasit.text.compare.equal import equal
from wasit.text.compare.facts import Fact
from wasit.text.compare.implied import implied
from wasit.text.compare.meeting import aligned, paired, part_of
from wasit.text.compare.model import KeyChange
from wasit.text.compare.side import Side
from wasit.text.compare.standing import Standing, standing


def changed_figures(
    old: Side, new: Side, keys: Mapping[str, tuple[str, ...]]
) -> Iterator[KeyChange]:
    """Figures that are others now, that came or went, or whose bound turned.

    ``keys`` says what old keys are called now.
    """
    said, now = standing(old), standing(new)
    ours, theirs = [*said, *implied(old, new, now)], [*now, *implied(new, old, said)]
    in_same_words = aligned(old, new)
    pairs = paired(ours, theirs, keys, in_same_words)
    back = {j: i for i, j in pairs.items()}
    for i, a in enumerate(ours):
        if i not in pairs and a.fact.listed and not _still_referred(a, theirs, keys):
            yield KeyChange(_beside(a, pairs, theirs, new), a.fact.kind, a.piece, "", a.key)
    for j, b in enumerate(theirs):
        if j not in back:
            if b.fact.listed and not _was_referred(b, ours, keys):
                yield KeyChange(b.key, b.fact.kind, "", b.piece, old.keys[0])
            continue
        a = ours[back[j]]
        in_place = (back[j], j) in in_same_words
        if a.bounds != b.bounds and _other_bound(a.fact, b.fact, aligned=in_place):
            yield KeyChange(b.key, b.fact.kind, a.bounded, b.bounded, a.key)
        elif not equal(a.fact.value, b.fact.value, keys) and not part_of(a, b, ours, theirs):
            yield from _other_value(a, b, old, new)


def _still_referred(
    a: Standing, theirs: Sequence[Standing], keys: Mapping[str, tuple[str, ...]]
) -> bool:
    """Whether what a reference refers to is referred to still: two points are one now."""
    return a.fact.value[0] == "reference" and any(
        b.fact.value[0] == "reference" and equal(a.fact.value, b.fact.value, keys) for b in theirs
    )


def _was_referred(
    b: Standing, ours: Sequence[Standing], keys: Mapping[str, tuple[str, ...]]
) -> bool:
    """The same the other way round: one point is two now."""
    return b.fact.value[0] == "reference" and any(
        a.fact.value[0] == "reference" and equal(a.fact.value, b.fact.value, keys) for a in ours
    )


def _other_value(a: Standing, b: Standing, old: Side, new: Side) -> Iterator[KeyChange]:
    """Two figures that differ; where one only settles what the other leaves open, a bracket."""
    before, after, kind = a.piece, b.piece, b.fact.kind
    if _settles(a.fact, b.fact):
        kind, after = "bracket", settled(a.piece, new)[1] or b.piece
    elif _settles(b.fact, a.fact):
        kind, before = "bracket", settled(b.piece, old)[1] or a.piece
    elif a.fact.period and b.fact.period:
        kind = "number"
        if a.fact.period == b.fact.period:
            before, after = a.count, b.count
    yield KeyChange(b.key, kind, before, after, a.key)


def _settles(left_open: Fact, said: Fact) -> bool:
    """Whether ``left_open`` has in brackets, perhaps among others, what the other says."""
    return left_open.value[0] == "open" != said.value[0] and said.value in left_open.value[1:]


def _other_bound(ours: Fact, theirs: Fact, *, aligned: bool) -> bool:
    """Whether at least became at most; or, in the same words, came or went."""
    if ours.bound and theirs.bound:
        return ours.bound != theirs.bound
    return aligned and (ours.said or theirs.said)


def _beside(a: Standing, pairs: Mapping[int, int], theirs: Sequence[Standing], new: Side) -> str:
    """The new point where something was taken out: where its neighbours are now."""
    if len(new.keys) == 1 or not pairs:
        return new.keys[0]
    nearest = min(pairs.values(), key=lambda j: abs(theirs[j].place - a.place))
    return theirs[nearest].key
