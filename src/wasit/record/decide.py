"""Deciding what may go on record, apart from saving it.

``decide`` turns proposals into entries, or raises. It is a pure function of the acting seat's
own record: a name that stands for something hidden and a name that stands for nothing are the
same to it.
"""

from __future__ import annotations

import heapq
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from wasit.entries import KINDS, Author, Entry, Mistake, NotOnRecord, Place, Proposal, line_of
from wasit.entries.bodies.acts import Content, Correction, Release
from wasit.entries.bodies.bargain import Issue
from wasit.entries.bodies.text import Draft, Response, numbered
from wasit.entries.entry import Audience
from wasit.entries.links import references, resolved
from wasit.record.record import Record

SEAT_LABEL = re.compile(r"[a-z][a-z0-9-]{0,31}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts, when, and where new ids come from."""

    seat: str
    """The acting seat: the author of all it puts on record."""
    talks: str
    """The id of the talks."""
    now: str
    """The time in UTC, whole seconds: ``2025-12-03T18:30:00Z``."""
    new_id: Callable[[], str]
    """Draws the id of a new entry: 128 random bits in hexadecimal."""


def decide(record: Record, acting: Acting, proposals: Sequence[Proposal]) -> tuple[Entry, ...]:
    """The entries of one batch, in the order in which they go on record.

    An entry that something in the batch points at comes before it, the acting seat's own place
    at the table first of all. A proposal whose key its seat used before, with the same content,
    gives the entry that is already on record. Raises :class:`Mistake` with the place in the input.
    """
    batch = _Batch(record, acting, proposals)
    entries = {}
    for n in batch.order():
        entries[n] = batch.entry(n)
    return tuple(entries.values())


class _Batch:
    """One batch while it is decided: what its names stand for, given the acting seat's record."""

    def __init__(self, record: Record, acting: Acting, proposals: Sequence[Proposal]) -> None:
        self.record = record
        self.acting = acting
        self.proposals = proposals
        self.seats = {*record.seats, *(_seat_of(p) for p in proposals if p.kind == "seat")}
        if acting.seat not in self.seats:
            raise NotOnRecord("{seat} is not a seat on this record", seat=acting.seat)
        self._keys_once()
        self.known = [self._by_key(p) for p in proposals]
        self.ids = [known.id if known else acting.new_id() for known in self.known]
        self.refs = self._refs()
        self.labels = self._labels()

    # --- names --------------------------------------------------------------------------------

    def _keys_once(self) -> None:
        """A key names one entry: twice in one batch is a mistake."""
        seen: set[str] = set()
        for proposal in self.proposals:
            key = proposal.envelope.key
            if key in seen:
                raise Mistake("key {key} is used twice", place=proposal.place, key=key)
            seen.update({key} if key else ())

    def _by_key(self, proposal: Proposal) -> Entry | None:
        """The entry that this seat put on record under the proposal's key."""
        key = proposal.envelope.key
        return self.record.state.keys.get((self.acting.seat, key)) if key else None

    def _refs(self) -> dict[str, int]:
        """Names local to this batch, each given once."""
        refs: dict[str, int] = {}
        for n, proposal in enumerate(self.proposals):
            ref = proposal.envelope.ref
            if ref is None:
                continue
            if ref in refs:
                raise Mistake(
                    "ref {ref} is used twice, first at {first}",
                    place=proposal.place,
                    ref=ref,
                    first=str(self.proposals[refs[ref]].place) or f"entry {refs[ref] + 1}",
                )
            refs[ref] = n
        return refs

    def _labels(self) -> dict[str, list[int]]:
        """Labels given in this batch: one may stand for an entry of each kind."""
        labels: dict[str, list[int]] = {}
        for n, proposal in enumerate(self.proposals):
            if proposal.envelope.label is not None:
                labels.setdefault(proposal.envelope.label, []).append(n)
        return labels

    def _here(self, name: str, kinds: tuple[str, ...]) -> int | None:
        """The place in this batch of what a name stands for: a ref, else a label."""
        named = [self.refs[name]] if name in self.refs else []
        fits = (n for n in (*named, *self.labels.get(name, ())) if self._fits(n, kinds))
        return next(fits, None)

    def _fits(self, n: int, kinds: tuple[str, ...]) -> bool:
        return not kinds or self.proposals[n].kind in kinds

    def _target(self, name: str, kinds: tuple[str, ...]) -> tuple[str, Entry | Proposal]:
        """The id that a name stands for, and what stands behind it."""
        n = self._here(name, kinds)
        if n is not None:
            return self.ids[n], self.proposals[n]
        entry = self.record.named(name, *kinds)
        return entry.id, entry

    # --- order --------------------------------------------------------------------------------

    def order(self) -> list[int]:
        """Places in the input, so that whatever is pointed at comes first; else as given."""
        first = [n for n, p in enumerate(self.proposals) if p.kind in ("talks", "seat")]
        first.sort(key=lambda n: (_seat_of(self.proposals[n]) != self.acting.seat, n))
        graph: TopologicalSorter[int] = TopologicalSorter()
        for n, proposal in enumerate(self.proposals):
            graph.add(n, *self._needs(proposal), *(first if n not in first else ()))
        for before, after in itertools.pairwise(first):
            graph.add(after, before)
        try:
            return _stable(graph)
        except CycleError as error:
            at = self.proposals[error.args[1][0]].place
            raise Mistake("entries point at each other in a circle", place=at) from None

    def _needs(self, proposal: Proposal) -> set[int]:
        """Places of what a proposal points at in this batch."""
        names = {(r.name, r.kinds or ()) for r in references(proposal.body) if not r.is_seat}
        names |= {(source.of, ()) for source in proposal.envelope.source}
        if proposal.envelope.person:
            names.add((proposal.envelope.person, ("person",)))
        if isinstance(proposal.body, Release):
            names.add((proposal.body.target, ()))
        found = (self._here(name, kinds) for name, kinds in names)
        return {n for n in found if n is not None}

    # --- one entry ----------------------------------------------------------------------------

    def entry(self, n: int) -> Entry:
        """The entry that the n-th proposal becomes. Raises :class:`Mistake` in its place."""
        proposal = self.proposals[n]
        try:
            new = self._entry(n, proposal)
            return self._same_as_known(self.known[n], new) if self.known[n] else new
        except Mistake as mistake:
            raise mistake.in_place(proposal.place.at(proposal.kind)) from None

    def _entry(self, n: int, proposal: Proposal) -> Entry:
        envelope, kind = proposal.envelope, KINDS[proposal.kind]
        if kind.labelled and not envelope.label:
            raise Mistake("label is missing; every {kind} has one", kind=kind.name)
        if kind.name == "seat" and not SEAT_LABEL.fullmatch(envelope.label or ""):
            raise Mistake(
                "{label} cannot name a seat; expected small Latin letters, digits and hyphens",
                label=envelope.label,
            )
        if envelope.label and not self.known[n]:
            self._new_label(n, kind.name, envelope.label)
        body = resolved(proposal.body, self._id_for(proposal))
        if isinstance(body, Release):
            body = self._with_content(body, proposal.place)
        body.check()
        self._check_references(proposal)
        self._check_rights(body)
        person = envelope.person and self._target(envelope.person, ("person",))[0]
        return Entry(
            id=self.ids[n],
            talks=self.acting.talks,
            author=Author(seat=self.acting.seat, person=person),
            audience=self._audience(proposal, body),
            recorded=self.acting.now,
            body=body,
            label=envelope.label,
            key=envelope.key,
            happened=envelope.happened,
            source=tuple(replace(s, of=self._target(s.of, ())[0]) for s in envelope.source),
        )

    def _same_as_known(self, known: Entry | None, new: Entry) -> Entry:
        """The entry already on record under this key, if the proposal says the same."""
        assert known is not None
        if line_of(replace(new, recorded=known.recorded)) == line_of(known):
            return known
        raise Mistake("key {key} was used before, for other content", key=known.key)

    def _new_label(self, n: int, kind: str, label: str) -> None:
        """A label stands for one entry of its kind among those the author can see."""
        others = (m for m, p in enumerate(self.proposals) if m < n and p.kind == kind)
        twice = any(self.proposals[m].envelope.label == label for m in others)
        if twice or (kind, label) in self.record.state.labels:
            raise Mistake("another {kind} is labelled {label} already", kind=kind, label=label)

    def _id_for(self, proposal: Proposal) -> Callable[[str, tuple[str, ...], str], str]:
        place = proposal.place.at(proposal.kind)
        corrects = isinstance(proposal.body, Correction)

        def look_up(name: str, kinds: tuple[str, ...], path: str) -> str:
            if corrects and path == "target" and self.record.before_corrections(name):
                return name  # withdrawn perhaps, and known by its id alone
            try:
                return self._target(name, kinds)[0]
            except NotOnRecord:
                raise NotOnRecord(
                    "{name} names no {kinds} on this record",
                    place=place.at(path),
                    name=name,
                    kinds=" or ".join(kinds) or "entry",
                ) from None

        return look_up

    def _check_references(self, proposal: Proposal) -> None:
        """Seats are known; points and options exist where their draft or issue is held."""
        for reference in references(proposal.body):
            place = proposal.place.at(proposal.kind).at(reference.path)
            if reference.is_seat:
                self._check_seat(reference.name, place)
            elif reference.label is not None:
                _, target = self._target(reference.name, reference.kinds or ())
                _check_label(target.body, reference.name, reference.label, place)
        for source in proposal.envelope.source:
            for span in source.spans:
                span.check()

    def _check_seat(self, seat: str, place: Place) -> None:
        if seat not in self.seats:
            raise NotOnRecord("{seat} is not a seat on this record", place=place, seat=seat)

    def _check_rights(self, body: object) -> None:
        """What only some may say: an answer in a seat's own hand, a correction of one's own."""
        seat = self.acting.seat
        if isinstance(body, Response) and body.basis == "own" and body.seat != seat:
            raise Mistake(
                "basis own is for answers of the acting seat {acting}; for {seat} expected told, "
                "reported or inferred",
                acting=seat,
                seat=body.seat,
            )
        if isinstance(body, Correction):
            self._check_correction(body)

    def _check_correction(self, correction: Correction) -> None:
        target = self._corrected(correction)
        if target.author.seat != self.acting.seat:
            raise Mistake("only {author} can correct this entry", author=target.author.seat)
        if target.kind in ("correction", "release"):
            raise Mistake("a {kind} cannot be corrected", kind=target.kind)
        new = correction.replacement
        if new and new.kind != target.kind:
            raise Mistake(
                "replacement is a {given}; the entry corrected is a {kind}",
                given=new.kind,
                kind=target.kind,
            )

    def _corrected(self, correction: Correction) -> Entry:
        """The entry that is corrected: as it stands, or as it stood before it was withdrawn."""
        past = self.record.before_corrections(correction.target)
        target = self.record.get(correction.target) or (past[-1] if past else None)
        if target is None:
            raise NotOnRecord("{name} is not on this record", name=correction.target)
        return target

    def _with_content(self, release: Release, place: Place) -> Release:
        """A release filled with what its receiver gets: the entry as the acting seat sees it."""
        entry = self.record.named(release.target)
        if entry.kind in ("release", "correction"):
            raise Mistake("a {kind} cannot be released", kind=entry.kind)
        content = Content(
            kind=entry.kind,
            body=entry.body,
            author=entry.author.seat,
            label=entry.label,
            happened=entry.happened,
            source=entry.source,
        )
        return replace(release, target=entry.id, content=content)

    def _audience(self, proposal: Proposal, body: object) -> Audience:
        """Who may read the new entry: as said, or as is usual for what it is."""
        if isinstance(body, Release):
            return (body.to,)
        said = proposal.envelope.audience
        if said is not None and said != "all":
            for n, seat in enumerate(said):
                self._check_seat(seat, proposal.place.at(f"{proposal.kind}.audience[{n}]"))
        if said is not None:
            return said
        if isinstance(body, Correction):
            return self._corrected(body).audience
        return "all" if KINDS[proposal.kind].usual_audience == "all" else ()


def _seat_of(proposal: Proposal) -> str:
    return proposal.envelope.label or ""


def _check_label(holder: object, name: str, label: str, place: Place) -> None:
    if isinstance(holder, Draft):
        labels = [at for at, _ in numbered(holder.points)]
        what = "point"
    elif isinstance(holder, Issue):
        labels, what = [option.label for option in holder.options], "option"
    else:
        return
    if labels and label not in labels:
        raise NotOnRecord(
            "{name} has no {what} {label}; it has {labels}",
            place=place,
            name=name,
            what=what,
            label=label,
            labels=", ".join(labels),
        )


def _stable(graph: TopologicalSorter[int]) -> list[int]:
    """A topological order that departs from the given one only where it must."""
    graph.prepare()
    ready = list(graph.get_ready())
    heapq.heapify(ready)
    found = []
    while ready:
        n = heapq.heappop(ready)
        found.append(n)
        graph.done(n)
        for more in graph.get_ready():
            heapq.heappush(ready, more)
    return found
