"""Who sees what: the one rule of reading, and an entry as one seat may see it.

A seat's *chain* is the list of entries it may read, each as it could be seen when it entered
that chain, and frozen so. It is a pure function of the entries addressed to the seat: whatever
else stands on record between them leaves no trace, no gap and no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from wasit.entries.bodies.acts import Correction, Release
from wasit.entries.bodies.table import Seat
from wasit.entries.entry import Author, Entry
from wasit.entries.errors import Mistake
from wasit.entries.links import cut


def may_read(entry: Entry, seat: str) -> bool:
    """Whether ``seat`` is among those an entry is for."""
    return entry.audience == "all" or seat in entry.audience or seat == entry.author.seat


@dataclass(slots=True)
class Sight:
    """What has entered one seat's chain so far: ids it can follow, seats it knows of."""

    seat: str
    ids: set[str] = field(default_factory=set)
    seats: set[str] = field(default_factory=set)

    def take(self, entry: Entry) -> Entry | None:
        """``entry`` as this seat sees it, entered in its chain; None when it may not see it.

        An optional link to something the seat may not read is left out without a mark. An entry
        that would not be whole without such a link does not enter the chain at all.
        """
        if not may_read(entry, self.seat):
            return None
        seen = view(entry, self)
        if seen is not None:
            self._enter(seen)
        return seen

    def _enter(self, entry: Entry) -> None:
        self.ids.add(entry.id)
        brought = entry.body.content if isinstance(entry.body, Release) else None
        if brought:
            self.ids.add(entry.body.target)  # type: ignore[attr-defined]
        body, label = (brought or entry).body, (brought or entry).label
        if isinstance(body, Seat) and label:
            self.seats.add(label)

    def follows(self, entry_id: str) -> bool:
        """Whether a link to this entry may be shown."""
        return entry_id in self.ids

    def knows(self, seat: str) -> bool:
        """Whether the seat may be named."""
        return seat == self.seat or seat in self.seats


def view(entry: Entry, sight: Sight) -> Entry | None:
    """``entry`` cut to what the reader could see: body, links, audience, author, key.

    Pure: it depends on the entry and on what entered the reader's chain before. None when what
    remains is not whole. ``view(view(e)) == view(e)``.
    """
    if not _author_known(entry, sight):
        return None
    body = cut(entry.body, sight.follows, sight.knows)
    if body is None or (body is not entry.body and not _whole(entry.body, body)):
        return None
    return _if_changed(
        entry,
        body=body,
        author=_author(entry.author, sight),
        audience=_audience(entry, sight),
        source=tuple(s for s in entry.source if sight.follows(s.of)),
        key=entry.key if entry.author.seat == sight.seat else None,
    )


def chain(entries: Iterable[Entry], seat: str) -> Iterator[Entry]:
    """The chain of ``seat``: what it may read of ``entries``, in order, as it sees it."""
    sight = Sight(seat)
    for entry in entries:
        seen = sight.take(entry)
        if seen is not None:
            yield seen


def _author_known(entry: Entry, sight: Sight) -> bool:
    """A seat that puts itself on record is known by that very entry."""
    seat = entry.author.seat
    return sight.knows(seat) or (isinstance(entry.body, Seat) and entry.label == seat)


def _whole(uncut: object, body: object) -> bool:
    """Whether a body that was cut still says what its author said, if less of it.

    A correction that loses what it puts in place of an entry would read as a withdrawal.
    """
    if isinstance(uncut, Correction) and uncut.replacement and not _replaces(body):
        return False
    try:
        body.check()  # type: ignore[attr-defined]
    except Mistake:
        return False
    return True


def _replaces(body: object) -> bool:
    return isinstance(body, Correction) and body.replacement is not None


def _author(author: Author, sight: Sight) -> Author:
    if author.person is None or sight.follows(author.person):
        return author
    return replace(author, person=None)


def _audience(entry: Entry, sight: Sight) -> str | tuple[str, ...]:
    if entry.audience == "all":
        return "all"
    return tuple(seat for seat in entry.audience if sight.knows(seat))


def _if_changed(entry: Entry, **fields: object) -> Entry:
    changed = {name: value for name, value in fields.items() if value != getattr(entry, name)}
    return replace(entry, **changed) if changed else entry  # type: ignore[arg-type]
