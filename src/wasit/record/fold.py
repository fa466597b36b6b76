"""The fold: entries in, state out. One entry changes the state by the rule of its kind.

The state is made of persistent maps: a state with one more entry shares all but the touched
places with the one before it, and neither ever changes again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import immutables

from wasit.entries import KINDS, Author, Entry, Mistake
from wasit.entries.bodies.acts import Content, Correction, Release
from wasit.entries.links import Pointed
from wasit.record.log import Log

Name = TypeVar("Name", str, tuple[str, str])
Index = immutables.Map[Name, Log[str]]
"""Name -> ids of entries found under it. An entry that was corrected may stand there twice, or
no longer belong there: :class:`wasit.record.Record` looks at what stands."""


@dataclass(frozen=True, slots=True)
class State:
    """What the fold keeps."""

    chain: Log[Entry] = field(default_factory=Log)
    """The entries as they were put on record."""
    entries: immutables.Map[str, tuple[int, Entry]] = field(default_factory=immutables.Map)
    """Id -> place in the chain, and the entry as it stands: corrected, its audience as widened
    by releases."""
    kinds: Index[str] = field(default_factory=immutables.Map)
    """Kind -> the entries of that kind."""
    about: Index[tuple[str, str]] = field(default_factory=immutables.Map)
    """Id, or ``id#label`` for a point or option, and kind -> the entries of that kind that point at
    it. Kinds apart, because a draft that all points to is asked for its few agreements."""
    labels: immutables.Map[tuple[str, str], str] = field(default_factory=immutables.Map)
    """Kind and label -> id."""
    keys: immutables.Map[tuple[str, str], Entry] = field(default_factory=immutables.Map)
    """Author's seat and key -> the entry as it was put on record."""
    past: immutables.Map[str, tuple[Entry, ...]] = field(default_factory=immutables.Map)
    """Id -> the entry as it stood before each correction, oldest first."""


def fold(state: State, entries: Iterable[Entry]) -> State:
    """``state`` with ``entries`` put on record after it, in order.

    Raises :class:`Mistake` on an unknown kind, naming it.
    """
    draft = _Drafting(state)
    for entry in entries:
        rule = RULES.get(entry.kind)
        if rule is None:
            raise Mistake("unknown kind {kind} in entry {id}", kind=entry.kind, id=entry.id)
        rule(draft, entry, draft.enter(entry))
    return draft.finish()


class _Drafting:
    """A state while entries are added to it."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.length = len(state.chain)
        self.chain: list[Entry] = []
        self.entries = state.entries.mutate()
        self.kinds: defaultdict[str, list[str]] = defaultdict(list)
        self.about: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self.labels = state.labels.mutate()
        self.keys = state.keys.mutate()
        self.past = state.past.mutate()

    def enter(self, entry: Entry) -> int:
        """Put ``entry`` at the end of the chain; returns its place."""
        self.chain.append(entry)
        if entry.key:
            self.keys[entry.author.seat, entry.key] = entry
        return self.length + len(self.chain) - 1

    def finish(self) -> State:
        return State(
            chain=self.state.chain.plus(self.chain),
            entries=self.entries.finish(),
            kinds=_grown(self.state.kinds, self.kinds),
            about=_grown(self.state.about, self.about),
            labels=self.labels.finish(),
            keys=self.keys.finish(),
            past=self.past.finish(),
        )

    def get(self, entry_id: str) -> Entry | None:
        """The entry as it stands, or None."""
        placed = self.entries.get(entry_id)
        return placed[1] if placed else None

    def put(self, entry: Entry, place: int) -> None:
        """Let ``entry`` stand, found by id, kind, label and what it points at."""
        self.entries[entry.id] = place, entry
        self.kinds[entry.kind].append(entry.id)
        if entry.label and (entry.kind, entry.label) not in self.labels:
            self.labels[entry.kind, entry.label] = entry.id
        for target in targets(entry):
            self.about[target, entry.kind].append(entry.id)

    def take_away(self, entry: Entry) -> int:
        """Let ``entry`` stand no longer; returns its place in the chain."""
        place, _ = self.entries.pop(entry.id)
        if entry.label and self.labels.get((entry.kind, entry.label)) == entry.id:
            del self.labels[entry.kind, entry.label]
        return place


def _grown(index: Index[Name], more: Mapping[Name, list[str]]) -> Index[Name]:
    draft = index.mutate()
    for name, ids in more.items():
        draft[name] = index.get(name, _NONE).plus(ids)
    return draft.finish()


_NONE: Log[str] = Log()


def targets(entry: Entry) -> set[str]:
    """What an entry points at: ids, and ``id#label`` where it names a point or option."""
    pointed = Pointed.by(entry.body)
    return {*pointed.entries, *pointed.parts, *(source.of for source in entry.source)}


# --- the rules ------------------------------------------------------------------------------


def _stand(draft: _Drafting, entry: Entry, place: int) -> None:
    """Nearly every kind: the entry stands from now on."""
    draft.put(entry, place)


def _correct(draft: _Drafting, entry: Entry, place: int) -> None:
    """The entry it names says something else from now on, or is withdrawn.

    Only its own author's seat can correct an entry; the last correction holds.
    """
    draft.put(entry, place)
    correction = entry.body
    assert isinstance(correction, Correction)
    standing = draft.get(correction.target)
    before = standing or next(reversed(draft.past.get(correction.target, ())), None)
    if before is None or before.author.seat != entry.author.seat:
        return
    was_at = draft.take_away(before) if standing else place
    draft.past[before.id] = (*draft.past.get(before.id, ()), before)
    new = correction.replacement
    if new and new.kind == before.kind:
        draft.put(replace(before, body=new.body, happened=new.happened, source=new.source), was_at)


def _release(draft: _Drafting, entry: Entry, place: int) -> None:
    """Its receiver gets the entry as it stood when released; others learn who else reads it."""
    draft.put(entry, place)
    release = entry.body
    assert isinstance(release, Release)
    known = draft.entries.get(release.target)
    if known is not None:
        draft.entries[release.target] = known[0], _widened(known[1], release.to)
    elif release.content is not None and release.target not in draft.past:
        draft.put(_released(entry, release.target, release.to, release.content), place)


def _widened(entry: Entry, seat: str) -> Entry:
    if entry.audience == "all" or seat in entry.audience or seat == entry.author.seat:
        return entry
    return replace(entry, audience=(*entry.audience, seat))


def _released(entry: Entry, target: str, to: str, content: Content) -> Entry:
    """What a release brings its receiver: new to it from the day of the release."""
    return Entry(
        id=target,
        talks=entry.talks,
        author=Author(seat=content.author),
        audience=(to,),
        recorded=entry.recorded,
        body=content.body,
        label=content.label,
        happened=content.happened,
        source=content.source,
    )


Rule = Callable[[_Drafting, Entry, int], None]

RULES: Mapping[str, Rule] = {
    **dict.fromkeys(KINDS, _stand),
    "correction": _correct,
    "release": _release,
}
