"""Proposals in groups, and how some of them are taken and others left."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from wasit.entries import Mistake, Place, Proposal, proposal_of
from wasit.entries.bodies.base import Body, plain
from wasit.entries.bodies.exchange import Meeting
from wasit.entries.bodies.reporting import Statement
from wasit.entries.bodies.table import Person
from wasit.entries.links import cut
from wasit.language.spans import Span

Group = Literal[
    "report",
    "seats",
    "people",
    "meetings",
    "texts",
    "issues",
    "statements",
    "responses",
    "conditions",
    "messages",
    "contradictions",
    "differences",
]
GROUPS: tuple[Group, ...] = get_args(Group)
"""In the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One entry that a report suggests."""

    group: Group
    fields: Mapping[str, Any]
    """As a case file has it: kind, envelope and body side by side."""
    confidence: float
    """From 0 to 1: that of the item it was made from."""
    spans: tuple[Span, ...]
    """The words it rests on: offsets into the report's text as it is held."""
    proposal: Proposal

    @classmethod
    def of(
        cls,
        group: Group,
        fields: Mapping[str, Any],
        confidence: float = 1.0,
        spans: tuple[Span, ...] = (),
    ) -> Proposed:
        """Made from plain data. Raises :class:`Mistake` when that makes no entry."""
        place = Place(path=str(fields.get("ref", "")))
        return cls(group, fields, confidence, spans, proposal_of(fields, place))

    @property
    def ref(self) -> str:
        """Its name within the batch."""
        return self.proposal.envelope.ref or ""

    @property
    def kind(self) -> str:
        """The kind of entry it would become."""
        return self.proposal.kind

    def mended(self, proposal: Proposal) -> Proposed:
        """The same with what a person made of it. Raises :class:`Mistake` when it is another."""
        if proposal.kind != self.kind:
            raise Mistake("{kind} given; expected a {wanted}", kind=proposal.kind, wanted=self.kind)
        if proposal.envelope.ref != self.ref:
            raise Mistake("ref must stay {ref}: other proposals point at it", ref=self.ref)
        proposal.body.check()
        fields = {**self.fields, **plain(proposal.body)}
        return replace(self, fields=fields, proposal=proposal, confidence=1.0)


@dataclass(frozen=True, slots=True)
class Proposals:
    """What one report suggests, in the order in which it is shown."""

    items: tuple[Proposed, ...]
    report: str
    """The ref of the proposed report, or the id of the one on record with the same text."""
    known: bool = False
    """Whether the report is on record already."""

    def groups(self) -> Iterator[tuple[Group, tuple[Proposed, ...]]]:
        """The groups that have something, in their order."""
        for group in GROUPS:
            found = tuple(item for item in self.items if item.group == group)
            if found:
                yield group, found

    def above(self, confidence: float) -> list[Proposed]:
        """The proposals of at least this confidence."""
        return [item for item in self.items if item.confidence >= confidence]

    def batch(self, taken: Sequence[Proposed]) -> list[Proposal]:
        """The proposals ``taken`` as one batch, with the report they rest on.

        What points at something left out is put without that link: a person left out stays as
        a name. A proposal that says nothing without it is left out too.
        """
        if not taken:
            return []
        chosen = {item.ref: item for item in taken}
        for item in self.items:
            if item.group == "report":
                chosen.setdefault(item.ref, item)
        local = {item.ref for item in self.items}
        seats = {_label(item) for item in self.items if item.group == "seats"}
        names = {i.ref: i.proposal.body.name for i in self.items if _is_person(i)}  # type: ignore[attr-defined]
        while True:
            kept = _cut(chosen, local, seats, names)
            if len(kept) == len(chosen):
                order = [item.ref for item in self.items if item.ref in kept]
                return [kept[ref] for ref in order]
            chosen = {ref: chosen[ref] for ref in kept}


def _cut(
    chosen: Mapping[str, Proposed],
    local: Collection[str],
    seats: Collection[str | None],
    names: Mapping[str, Any],
) -> dict[str, Proposal]:
    """The chosen without links to what is not; those that cannot do without are not there."""
    taken_seats = {_label(item) for item in chosen.values() if item.group == "seats"}

    def may_follow(name: str) -> bool:
        return name in chosen or name not in local

    def knows_seat(label: str) -> bool:
        return label in taken_seats or label not in seats

    found: dict[str, Proposal] = {}
    for ref, item in chosen.items():
        gone = {r: n for r, n in names.items() if r not in chosen}
        body = cut(_by_name(item.proposal.body, gone), may_follow, knows_seat)
        if body is not None and _whole(body):
            found[ref] = replace(item.proposal, body=body)
    return found


def _by_name(body: Body, names: Mapping[str, Any]) -> Body:
    """The body with people who are left out as names, where it has a field for that."""
    if isinstance(body, Statement) and body.speaker is not None and body.speaker in names:
        return replace(body, speaker=None, speaker_name=names[body.speaker])
    if isinstance(body, Meeting):
        others = tuple(names[person] for person in body.people if person in names)
        return replace(body, others=(*body.others, *others)) if others else body
    return body


def _whole(body: Body) -> bool:
    try:
        body.check()
    except Mistake:
        return False
    return True


def _label(item: Proposed) -> str | None:
    return item.proposal.envelope.label


def _is_person(item: Proposed) -> bool:
    return isinstance(item.proposal.body, Person)
