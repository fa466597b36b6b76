"""One seat's reading of a record, step by step."""

from __future__ import annotations

from collections.abc import Callable

from wasit.entries import Entry, Sight

Read = Callable[[str, int], list[tuple[int, Entry]]]
"""What a seat may read after a place: places and entries, in order."""


class Follower:
    """What has entered the chain of one seat so far, and where to read on.

    A server keeps one for each seat. It is not for two threads at once.
    """

    def __init__(self, seat: str, read: Read) -> None:
        self.seat = seat
        self._read = read
        self._sight = Sight(seat)
        self._last = 0

    def new(self) -> list[Entry]:
        """The views that entered the seat's chain since the last call, in order.

        Each view is handed out once. When reading fails, nothing counts as handed out: the next
        call gives all of it.
        """
        found = self._read(self.seat, self._last)
        if found:
            self._last = found[-1][0]
        seen = (self._sight.take(entry) for _, entry in found)
        return [view for view in seen if view is not None]

    def has(self, entry_id: str) -> bool:
        """Whether the entry has entered the chain."""
        return self._sight.follows(entry_id)
