"""Brackets in two language versions: as many, as long, in the same places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.text.compare.facts import bracket_groups

Spans = tuple[tuple[int, int], tuple[int, int]]
"""Half-open offsets of the English and the Arabic piece."""
_ELSEWHERE = 0.4
"""How differently much of a point two brackets may hold before they are not the same."""


def bracketed(en: str, ar: str) -> Iterator[Spans]:
    """Pieces where one version has brackets that the other has not, or not around the same."""
    ours, theirs = bracket_groups(en), bracket_groups(ar)
    if not ours and not theirs:
        return
    if not ours or not theirs:
        whole = (0, len(en)), (0, len(ar))
        yield (_span(ours, en), whole[1]) if ours else (whole[0], _span(theirs, ar))
        return
    if len(ours) != len(theirs):
        yield _span(ours, en), _span(theirs, ar)
        return
    for a, b in zip(ours, theirs, strict=True):
        if _options(en, a) != _options(ar, b) or _apart(en, a, ar, b):
            yield a, b


def _span(spans: Sequence[tuple[int, int]], words: str) -> tuple[int, int]:
    return (spans[0][0], spans[-1][1]) if spans else (0, len(words))


def _options(words: str, span: tuple[int, int]) -> int:
    """How many wordings brackets hold: ``[A] [B]`` and ``[A / B]`` are two."""
    piece = words[span[0] : span[1]]
    return piece.count("[") + piece.count(" / ")


def _apart(en: str, a: tuple[int, int], ar: str, b: tuple[int, int]) -> bool:
    """Whether two brackets hold very different shares of a point."""
    ours, theirs = (a[1] - a[0]) / len(en), (b[1] - b[0]) / len(ar)
    return abs(ours - theirs) > _ELSEWHERE
