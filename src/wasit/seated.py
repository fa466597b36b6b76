"""A seat at an open record: the one way by which commands and pages read and write for somebody.

It holds a *slot*: the seat's record, folded as far as it was read. Before every use it takes in
what has entered the seat's chain since; nothing else of the journal passes through it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from wasit.entries import Entry, Proposal
from wasit.journal import Journal
from wasit.record import Acting, Record, decide

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Seated:
    """``seat`` at ``journal``. Raises :class:`~wasit.entries.NotOnRecord` when it is unknown."""

    def __init__(self, journal: Journal, seat: str, clock: Clock = utc_now) -> None:
        self.journal = journal
        self.seat = seat
        self._clock = clock
        self._follower = journal.follow(seat)
        self._slot = Record()

    @property
    def record(self) -> Record:
        """What the seat may read now, folded. Cost: what is new since the last look."""
        self._take(self._follower.new())
        self._slot.seat(self.seat)
        return self._slot

    def put(self, proposals: Sequence[Proposal]) -> tuple[Entry, ...]:
        """Put one batch on record, whole or not at all; returns it when it is safe on disk.

        Raises :class:`wasit.entries.Mistake` when something in it is wrong.
        """

        def decided(new: Sequence[Entry]) -> Sequence[Entry]:
            self._take(new)
            return decide(self._slot, self._acting(), proposals)

        return tuple(self.journal.append(self._follower, decided))

    def preview(self, proposals: Sequence[Proposal]) -> tuple[Entry, ...]:
        """What ``put`` would put on record, with ids that will not be used."""
        self._take(self._follower.new())
        return decide(self._slot, self._acting(), proposals)

    def _take(self, new: Sequence[Entry]) -> None:
        """Fold what entered the chain. Nothing new: the slot stays the very record it was."""
        if new:
            self._slot = self._slot.add(*new)

    def _acting(self) -> Acting:
        now = self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Acting(self.seat, self.journal.talks, now, lambda: self.journal.new_id(self.seat))
