"""What outlives a request: the seat's slot at the journal, the one session, the clock."""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from wasit.entries import Entry, Proposal
from wasit.journal import Chance, SystemChance
from wasit.record import Record
from wasit.seated import Clock, Seated, utc_now
from wasit.web.kept import Kept

T = TypeVar("T")

IDLE = timedelta(minutes=30)
"""A session that asks for nothing so long is over."""
LONGEST = timedelta(hours=12)
"""No session lasts longer."""
_TOKEN = 32


@dataclass(slots=True)
class Session:
    """The person who came in."""

    token: str
    """What the cookie holds."""
    csrf: str
    """What every form of this session holds; 32 letters and digits, as Django wants it."""
    begun: datetime
    seen: datetime

    def over(self, now: datetime) -> bool:
        """Whether it has ended by itself."""
        return now - self.seen > IDLE or now - self.begun > LONGEST


@dataclass
class Site:
    """One seat's desk. Requests may come from several threads; the slot has one at a time."""

    seated: Seated
    port: int
    clock: Clock = utc_now
    chance: Chance = field(default_factory=SystemChance)
    invite: Callable[[str], None] = lambda _path: None
    """Told of each new way in: the path of a link that works once."""
    _session: Session | None = None
    _entry: str | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _kept: Kept = field(default_factory=Kept)

    # --- the record -------------------------------------------------------------------------------

    @property
    def seat(self) -> str:
        """The acting seat."""
        return self.seated.seat

    @property
    def today(self) -> str:
        """The day now, in UTC: ``YYYY-MM-DD``."""
        return self.clock().astimezone(UTC).date().isoformat()

    def kept(self) -> Kept:
        """What the seat may read now, with what was worked out from it before."""
        with self._lock:
            self._kept = self._kept.at(self.seated.record)
            return self._kept

    def put(self, proposals: Sequence[Proposal]) -> tuple[Entry, ...]:
        """Put one batch on record. Raises :class:`wasit.entries.Mistake`."""
        with self._lock:
            return self.seated.put(proposals)

    def preview(self, proposals: Sequence[Proposal]) -> tuple[Record, tuple[Entry, ...]]:
        """What ``put`` would put on record, and the record as it would be."""
        with self._lock:
            entries = self.seated.preview(proposals)
            return self.seated.record.add(*entries), entries

    # --- who is in --------------------------------------------------------------------------------

    @property
    def cookie(self) -> str:
        """The name of the session's cookie: cookies know no ports, and each seat has its own."""
        return f"wasit-{self.port}"

    def open_door(self) -> str:
        """A new path by which one person comes in, once. Ends no session."""
        with self._lock:
            self._entry = self._draw()
            path = f"/enter/{self._entry}"
        self.invite(path)
        return path

    def enter(self, token: str) -> Session | None:
        """A session for whoever holds the link; None where it is not that link, or used."""
        with self._lock:
            if self._entry is None or not same(token, self._entry):
                return None
            self._entry = None
            now = self.clock()
            self._session = Session(self._draw(), self._draw()[:32], now, now)
            return self._session

    def session(self, token: str | None) -> Session | None:
        """The session of that cookie, while it lasts."""
        with self._lock:
            known = self._session
            if known is None or token is None or not same(token, known.token):
                return None
            now = self.clock()
            if known.over(now):
                self.leave()
                return None
            known.seen = now
            return known

    def leave(self) -> None:
        """End the session; the way back in is a new link."""
        with self._lock:
            self._session = None
            self.open_door()

    def _draw(self) -> str:
        return self.chance.draw(self.seat, _TOKEN).hex()


def same(one: str, other: str) -> bool:
    """Whether two secrets are the same, told in a time that tells nothing."""
    first, second = (hashlib.sha256(text.encode("utf-8", "replace")) for text in (one, other))
    return hmac.compare_digest(first.digest(), second.digest())


def site_of(request: Any) -> Site:
    """The site that a request came to."""
    site = request.META["wasit.site"]
    assert isinstance(site, Site)
    return site
