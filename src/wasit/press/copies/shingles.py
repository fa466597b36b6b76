"""Which reports are copies of one text: by runs of words they share.

A copy may be cut, and carry another headline, byline and dateline; so what counts is how much of
the shorter text stands in the longer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

from wasit.language.spans import Language
from wasit.press.document import Document

_RUN = 5
"""Words in a run."""
_SAMPLED = 8
"""One run in so many is looked up to find reports that may be copies."""
_COMMON = 200
"""A run in more reports than this says nothing: a formula, a notice at the end of a page."""
ENOUGH = 0.6
"""This much of the shorter text in the longer makes the two copies."""
_FEWEST = 20
"""Texts with fewer runs are too short to tell a copy from a coincidence."""

Runs = frozenset[int]


def runs_of(document: Document, language: Language) -> Runs:
    """The runs of words in one language of a report, as numbers."""
    words = [
        token.norm
        for _, sentence in document.sentences(language)
        for token in sentence.tokens
        if token.kind != "mark"
    ]
    return frozenset(
        crc32(" ".join(words[n : n + _RUN]).encode()) for n in range(len(words) - _RUN + 1)
    )


def shared(one: Runs, other: Runs) -> float:
    """How much of the shorter text stands in the longer, from 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _FEWEST else 0.0


def copied(documents: Sequence[Document]) -> list[list[int]]:
    """The numbers of the documents in groups of copies, in order; one without a copy stands alone.

    Two versions of a report in two languages are compared language by language. Cost: about linear
    in the length of all, as long as few are copies.
    """
    runs: list[list[Runs]] = [
        [runs_of(document, language) for language in document.languages] for document in documents
    ]
    group = list(range(len(documents)))
    for earlier, later in _candidates(runs):
        if _root(group, earlier) == _root(group, later):
            continue
        if any(shared(one, other) >= ENOUGH for one in runs[earlier] for other in runs[later]):
            group[_root(group, later)] = _root(group, earlier)
    groups: dict[int, list[int]] = {}
    for number in range(len(documents)):
        groups.setdefault(_root(group, number), []).append(number)
    return sorted(groups.values())


def _candidates(runs: Sequence[Sequence[Runs]]) -> list[tuple[int, int]]:
    """Pairs of documents that share one of the sampled runs."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, parts in enumerate(runs):
        for one in sorted({run for part in parts for run in part if run % _SAMPLED == 0}):
            holders[one].append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if 1 < len(numbers) <= _COMMON:
            # Each with the first and with the one before: enough to join what belongs together.
            pairs.update((numbers[0], other) for other in numbers[1:])
            pairs.update(pairwise(numbers))
    return sorted(pairs)


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number
