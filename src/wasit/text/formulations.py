"""From brackets to formulations that a seat can answer, and who proposed each, round after round.

A text that comes back from a round often has the same brackets without the names. A wording keeps
the names it once stood under for as long as it stands in what became of its point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from wasit.entries import Mistake
from wasit.language.folding import folded
from wasit.text.brackets import Choice, choices
from wasit.text.chain import Chain
from wasit.text.draft import DraftText


@dataclass(frozen=True, slots=True)
class Formulation:
    """A wording that may stand at a place that is not agreed."""

    point: str
    """The key of the point."""
    choice: int
    """The place within the point, from 0."""
    option: int
    """The wording among those for the place, from 0."""
    words: str
    """Inner brackets kept; empty for a placeholder."""
    by: tuple[str, ...] = ()
    """Who proposed it, as written; empty where no version said so."""
    deletes: bool = False
    """Whether the proposal is that these words go."""
    since: str | None = None
    """The label of the version in which it first stood; None where only one is known."""


def formulations(draft: DraftText) -> tuple[Formulation, ...]:
    """What is bracketed in ``draft``, in text order; nested points too.

    Raises :class:`Mistake` where a bracket is not closed or not opened.
    """
    return tuple(one for point in draft.all() for one in _of_point(point.key, choices(point.words)))


def _of_point(key: str, found: Iterable[Choice]) -> Iterator[Formulation]:
    for n, choice in enumerate(found):
        if not choice.options:
            yield Formulation(key, n, 0, "")
        for m, option in enumerate(choice.options):
            deletes = option.sort == "deletion"
            yield Formulation(key, n, m, option.inside, option.by, deletes)


def followed(chain: Chain) -> tuple[Formulation, ...]:
    """The formulations of the last version, each with who proposed it and since which version."""
    known = _first(chain)
    for (_, after), comparison in zip(pairwise(chain.versions), chain.comparisons, strict=True):
        before: dict[str, list[Formulation]] = {}
        for one in known:
            before.setdefault(one.point, []).append(one)
        origins = {key: pair.old for pair in comparison.pairs for key in pair.new}
        known = tuple(
            inherited(
                replace(one, since=after.label),
                [old for key in origins.get(one.point, ()) for old in before.get(key, ())],
            )
            for one in formulations(after.draft)
        )
    return known


def _first(chain: Chain) -> tuple[Formulation, ...]:
    first = chain.versions[0]
    return tuple(replace(one, since=first.label) for one in formulations(first.draft))


def inherited(one: Formulation, earlier: Sequence[Formulation]) -> Formulation:
    """``one`` with the names and the age of the same wording among ``earlier``, if it is there."""
    mine = _bare(one.words)
    for old in earlier:
        if mine and old.deletes == one.deletes and _bare(old.words) == mine:
            return replace(one, by=one.by or old.by, since=old.since or one.since)
    return one


def _bare(words: str) -> str:
    """The words without case, marks and spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in folded(words)).split())


def balanced(words: str) -> tuple[Choice, ...]:
    """The choices in ``words``; none where the brackets do not match."""
    try:
        return choices(words)
    except Mistake:
        return ()
