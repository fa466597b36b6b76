"""What happened to a chain that does not fit: which link was changed, dropped, added, moved.

An entry *follows* a hash when its own hash is that of the hash, its salt and its line. In a whole
chain each entry follows the hash of the one at the place before. Where one does not, the entry
whose hash it does follow tells where it belongs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Literal

from wasit.journal.hashing import link

_SEARCHED = 20
"""For how many misfits the entry that each follows is looked for: one that was dropped, added or
moved makes three at most. The rest of a record rewritten all over is told as changed."""


@dataclass(slots=True)
class Link:
    """One stored row, as far as its place in the chain goes."""

    place: int
    entry_id: str
    stored: bytes
    """The hash as stored."""
    computed: bytes
    """The hash as it follows from what stands before it."""
    fits: bool
    """Whether it follows the row before, by that row's stored or computed hash."""
    salt: bytes = b""
    """Kept for a misfit only, and so is the line."""
    line: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Misfit:
    """What happened at one place of the chain."""

    what: Literal["changed", "missing", "inserted", "moved"]
    at: Link | None
    """The entry it happened to; for one that is missing, the entry after the gap."""
    after: Link | None = None
    """The entry it came after, or belongs after; None for the start of the record."""
    count: int = 1
    """How many are missing."""


def first_link(genesis: bytes) -> Link:
    """What the first entry follows: place 0."""
    return Link(place=0, entry_id="", stored=genesis, computed=genesis, fits=True)


def next_link(
    before: Link, place: int, entry_id: str, salt: bytes, line: bytes, stored: bytes
) -> Link:
    """The link of a row that stands right after ``before``.

    Where the hash of ``before`` was changed, its neighbour follows what should stand there; so
    the neighbour is not blamed.
    """
    computed = link(before.stored, salt, line)
    fits = place == before.place + 1 and (
        stored == computed or stored == link(before.computed, salt, line)
    )
    if fits:
        return Link(place, entry_id, stored, stored, True)
    return Link(place, entry_id, stored, computed, False, salt, line)


def misfits(links: Sequence[Link], length: int, end: bytes) -> list[Misfit]:
    """What happened to the chain; empty when it is whole.

    ``links`` is the start and then every row in order of place; ``length`` is how many rows there
    should be, and ``end`` the hash of the last.
    """
    if all(at.fits for at in links) and links[-1].place == length:
        return []
    return _Chain(links, length, end).told()


class _Chain:
    """A chain that does not fit. Rows are named by their numbers in ``links``."""

    def __init__(self, links: Sequence[Link], length: int, end: bytes) -> None:
        self.links = links
        self.length = length
        misfit = [n for n, at in enumerate(links) if not at.fits]
        self.follows = {n: self._followed(n) for n in misfit[:_SEARCHED]}
        self.lost = [n for n in misfit if self.follows.get(n) is None]
        self.homes = self._homes()
        self.copies = self._copies()
        in_order = [n for n in range(len(links)) if n not in self.copies]
        self.moved = self._moved(in_order)
        self.kept = [n for n in in_order if n not in self.moved]
        self.last = self.kept[-1]
        self.ends_whole = links[self.last].stored == end

    def told(self) -> list[Misfit]:
        found = [
            *(Misfit("inserted", self.links[n], self._before(n)) for n in sorted(self.copies)),
            *(Misfit("moved", self.links[n], self._belongs_after(n)) for n in self.moved),
            *self._gaps(),
            *self._changes(),
        ]
        return found or self._renumbered()

    # --- where each row belongs -------------------------------------------------------------------

    def _followed(self, n: int) -> int | None:
        """The row whose hash row ``n`` follows; None when it follows none that is there."""
        at = self.links[n]
        for m, other in enumerate(self.links):
            if m != n and at.stored in (
                link(other.stored, at.salt, at.line),
                link(other.computed, at.salt, at.line),
            ):
                return m
        return None

    def _homes(self) -> list[int]:
        """For each row the place where it belongs: one after the row it follows.

        A row that follows none is taken at its word.
        """
        homes: dict[int | None, int] = {0: 0}
        for n in range(1, len(self.links)):
            trail = self._trail(n, homes)
            for m in reversed(trail):
                before = homes.get(self._before_by_hash(m))
                homes[m] = self.links[m].place if before is None else before + 1
        return [homes[n] for n in range(len(self.links))]

    def _trail(self, n: int, homes: Mapping[int | None, int]) -> list[int]:
        """Back from row ``n`` along the hashes, to a row whose home is known or that is lost."""
        trail: dict[int, None] = {}
        m: int | None = n
        while m is not None and m not in homes and m not in trail:
            trail[m] = None
            m = self._before_by_hash(m)
        return list(trail)

    def _before_by_hash(self, n: int) -> int | None:
        """The row that row ``n`` follows."""
        return n - 1 if self.links[n].fits else self.follows.get(n)

    def _copies(self) -> set[int]:
        """Rows that claim the home of another: copies, and strangers set between two that fit."""
        claims: dict[int, list[int]] = {}
        for n, home in enumerate(self.homes):
            claims.setdefault(home, []).append(n)
        copies = {
            n for claimants in claims.values() for n in sorted(claimants, key=self._doubt)[1:]
        }
        beyond = {n for n in self.lost if self.links[n].place > self.length}
        return copies | beyond

    def _doubt(self, n: int) -> tuple[bool, bool, int]:
        """How little the claim of a row to its home is worth, beside others that claim it.

        Least is that of a row that follows nothing, then of one that does not follow the row
        before it, then of the later one.
        """
        return n in self.lost, not self.links[n].fits, n

    def _moved(self, rows: Sequence[int]) -> list[int]:
        """Two that stand at home to each other; else as few as leave the others in order."""
        away = [n for n in rows if self.links[n].place != self.homes[n]]
        if len(away) == 2 and {self.homes[n] for n in away} == {self.links[n].place for n in away}:
            return away
        return sorted(set(rows) - set(_longest_rise(rows, self.homes)))

    # --- what happened ----------------------------------------------------------------------------

    def _gaps(self) -> Iterator[Misfit]:
        """Places between the rows in order, and at the end, that no row belongs to."""
        for n, m in pairwise(self.kept):
            if gone := self._gone(self.homes[n] + 1, self.homes[m]):
                yield Misfit("missing", self.links[m], self.links[n], gone)
        gone = self._gone(self.homes[self.last] + 1, self.length + 1)
        if gone and not self.ends_whole:
            yield Misfit("missing", None, self.links[self.last], gone)
        for n in self.kept:
            if self.homes[n] > self.length:
                yield Misfit("inserted", self.links[n], self._before(n))

    def _gone(self, first: int, end: int) -> int:
        """How many of the places from ``first`` to before ``end`` no moved row belongs to."""
        filled = sum(first <= self.homes[n] < end for n in self.moved)
        return max(end - first - filled, 0)

    def _changes(self) -> Iterator[Misfit]:
        """Rows that follow nothing, though a row stands right before them.

        Where the record is too short and yet ends as it should, it is the one before that is
        missing, and the rest has closed up.
        """
        short = self.length - self.homes[self.last] if self.ends_whole else 0
        for n in self.lost:
            at, before = self.links[n], self.links[n - 1]
            if n in self.copies or at.place != before.place + 1:
                continue
            if short > 0:
                yield Misfit("missing", at, before, short)
            else:
                yield Misfit("changed", at, self._before(n))

    def _renumbered(self) -> list[Misfit]:
        """The first row away from home, where all are in order and none is missing."""
        away = (n for n in self.kept if self.links[n].place != self.homes[n])
        return [Misfit("moved", self.links[n], self._before(n)) for n in islice(away, 1)]

    def _before(self, n: int) -> Link | None:
        return self.links[n - 1] if n > 1 else None

    def _belongs_after(self, n: int) -> Link | None:
        home = self.homes[n] - 1
        return next((at for m, at in enumerate(self.links) if m and self.homes[m] == home), None)


def _longest_rise(rows: Sequence[int], homes: Sequence[int]) -> list[int]:
    """The most rows that stand in the order of their homes (patience sorting)."""
    tails: list[int] = []
    tail_rows: list[int] = []
    before: dict[int, int | None] = {}
    for n in rows:
        k = bisect_left(tails, homes[n])
        before[n] = tail_rows[k - 1] if k else None
        tails[k : k + 1] = [homes[n]]
        tail_rows[k : k + 1] = [n]
    rise: list[int] = []
    m: int | None = tail_rows[-1]
    while m is not None:
        rise.append(m)
        m = before[m]
    return rise[::-1]
