"""What became of a point over many versions of a text, and who tabled each change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from wasit.text.compare import Change, Comparison, KeyChange, Pair, compare
from wasit.text.draft import DraftText


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a text that is held: its name, who tabled it, its words."""

    label: str
    draft: DraftText
    by: str | None = None
    """Who tabled it; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one version made of a point."""

    version: Version
    """The version that made the change."""
    old: tuple[str, ...]
    """The keys in the version before that this concerns."""
    new: tuple[str, ...]
    """The keys in this version; none: dropped."""
    change: Change
    same: bool
    key_changes: tuple[KeyChange, ...]


@dataclass(frozen=True)
class Chain:
    """Versions of one text, oldest first, each compared with the one before."""

    versions: tuple[Version, ...]
    comparisons: tuple[Comparison, ...]
    """One fewer than the versions."""

    def onward(self, key: str, since: int = 0) -> tuple[Step, ...]:
        """What became of the point ``key`` of version number ``since``, step by step to the end.

        Where it was split, every part is followed; where it was dropped, the steps end.
        """
        steps: list[Step] = []
        keys = {key}
        for n in range(since, len(self.comparisons)):
            here = [pair for pair in self._once(self._by_old[n], keys) if pair.old]
            steps += [self._step(n, pair, keys) for pair in here]
            keys = {k for pair in here for k in pair.new}
            if not keys:
                break
        return tuple(steps)

    def back(self, key: str, since: int | None = None) -> tuple[Step, ...]:
        """Where the point ``key`` of version ``since`` (the last) came from, newest step first."""
        steps: list[Step] = []
        keys = {key}
        for n in range((len(self.versions) - 1 if since is None else since) - 1, -1, -1):
            here = [pair for pair in self._once(self._by_new[n], keys) if pair.new]
            steps += [self._step(n, pair, set(pair.old)) for pair in here]
            keys = {k for pair in here for k in pair.old}
            if not keys:
                break
        return tuple(steps)

    def carried(self, key: str, since: int = 0) -> tuple[str, ...]:
        """The keys of the last version that go back to the point ``key`` of version ``since``."""
        keys = {key}
        for n in range(since, len(self.comparisons)):
            pairs = self._once(self._by_old[n], keys)
            keys = {k for pair in pairs for k in pair.new}
        order = [point.key for point in self.versions[-1].draft.all()]
        return tuple(k for k in order if k in keys)

    def _step(self, n: int, pair: Pair, keys: set[str]) -> Step:
        comparison = self.comparisons[n]
        found = comparison.changes_of(pair)
        mine = found if len(pair.new) > 1 else tuple(c for c in found if c.old_point in keys)
        return Step(self.versions[n + 1], pair.old, pair.new, pair.change, pair.same, mine)

    @staticmethod
    def _once(by_key: Mapping[str, Pair], keys: Iterable[str]) -> list[Pair]:
        return list(dict.fromkeys(by_key[key] for key in sorted(keys) if key in by_key))

    @cached_property
    def _by_old(self) -> list[dict[str, Pair]]:
        return [{key: pair for pair in one.pairs for key in pair.old} for one in self.comparisons]

    @cached_property
    def _by_new(self) -> list[dict[str, Pair]]:
        return [{key: pair for pair in one.pairs for key in pair.new} for one in self.comparisons]


def chain(versions: Sequence[Version]) -> Chain:
    """The versions, oldest first, with what each made of the one before. One at least."""
    return Chain(tuple(versions), tuple(_compared(versions)))


def _compared(versions: Sequence[Version]) -> Iterator[Comparison]:
    for before, after in pairwise(versions):
        yield compare(before.draft, after.draft)
