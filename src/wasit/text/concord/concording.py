"""The whole of two language versions, laid beside each other and told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median

from wasit.text.concord.model import KINDS, Discrepancy
from wasit.text.concord.points import Beside, Piece, around, laid_out
from wasit.text.concord.telling import Telling
from wasit.text.draft import DraftText

_RATIO = 0.85
"""How long Arabic usually is for one character of English."""


def concord(ar: DraftText, en: DraftText, kept: Iterable[str] = ()) -> tuple[Discrepancy, ...]:
    """What two language versions of a draft say differently, the most serious first.

    ``kept`` names points, by their keys in the English text (or in the Arabic, where the English
    has none), that the parties mean to differ: each is told of once, behind the others.
    """
    beside = laid_out(en, ar)
    found = [*_missing(beside), *_differing(beside, ar, en)]
    found.sort(key=lambda one: KINDS.index(one.kind))
    return tuple(_set_apart(found, frozenset(kept)))


def _missing(beside: Beside) -> Iterator[Discrepancy]:
    for piece in beside.only_en:
        yield Discrepancy(piece.key, "missing_point", "", piece.whole, only="en")
    for piece in beside.only_ar:
        yield Discrepancy(piece.key, "missing_point", piece.whole, "", piece.key, only="ar")


def _differing(beside: Beside, ar: DraftText, en: DraftText) -> Iterator[Discrepancy]:
    ratio = _ratio(beside)
    labels = {theirs.key: ours.key for ours, theirs in beside.pairs if ours.key != theirs.key}
    for ours, theirs in beside.pairs:
        yield from Telling(ours, theirs, beside.rare, ratio, labels).all()
    here, there = around(en), around(ar)
    for key in here.keys() & there.keys():
        pair = Piece(key, here[key]), Piece(key, there[key])
        for one in Telling(*pair, beside.rare, ratio, labels).all():
            if one.kind not in ("missing_sentence", "modality", "negation"):
                yield one


def _ratio(beside: Beside) -> float:
    """How long the Arabic of these texts is for one character of English."""
    ratios = [len(ar.words) / len(en.words) for en, ar in beside.pairs if len(en.words) > 20]
    return min(max(median(ratios), 0.5), 1.5) if len(ratios) > 2 else _RATIO


def _set_apart(found: Iterable[Discrepancy], kept: frozenset[str]) -> Iterator[Discrepancy]:
    """What is meant to differ behind the others, once for each point."""
    apart: dict[str, Discrepancy] = {}
    for one in found:
        if one.point in kept:
            apart.setdefault(one.point, replace(one, kept=True))
        else:
            yield one
    yield from apart.values()
