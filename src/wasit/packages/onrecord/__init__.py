"""The bargain on a record: issues, rules, red lines and estimates as one seat may read them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from wasit.entries import Entry, Mistake
from wasit.entries.bodies import bargain as bodies
from wasit.packages.answer import SOLUTIONS, Answer, Solution, SolutionName
from wasit.packages.bargain import Bargain, Issue, Option, Package
from wasit.packages.efficient import Progress
from wasit.packages.known import Known
from wasit.packages.middling import with_middles
from wasit.packages.onrecord.estimates import Contradiction, parties_of
from wasit.packages.onrecord.places import Places, issue_in
from wasit.packages.onrecord.rules import acceptance_of, red_lines, rule_of
from wasit.packages.solving import solve
from wasit.record import Record
from wasit.record.answers import in_time

__all__ = [
    "Contradiction",
    "OnRecord",
    "bargain_on_record",
    "on_draft",
    "on_record",
    "solve_on_record",
]


@dataclass(frozen=True)
class OnRecord:
    """What a record says of a bargain."""

    record: Record
    entries: tuple[Entry, ...]
    """The issues, in the order of the bargain."""
    known: Known
    contradictions: tuple[Contradiction, ...]

    @property
    def bargain(self) -> Bargain:
        """The bargain, with the middle of every range and order."""
        return self.known.frame

    @property
    def has_numbers(self) -> bool:
        """Whether there is an estimate for any party."""
        return bool(self.known.parties)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The parties to the talks of whose wishes no estimate is on record."""
        known = {party.name for party in self.known.parties}
        seats = self.record.seats.items()
        return tuple(name for name, seat in seats if seat.role == "party" and name not in known)

    @property
    def missing(self) -> tuple[tuple[str, str], ...]:
        """Parties and issues of which no estimate is on record: they count nothing there."""
        labels = [issue.label for issue in self.bargain.issues]
        return tuple(
            (party.name, label)
            for party in self.known.parties
            for label, wish in zip(labels, party.wishes, strict=True)
            if wish is None
        )

    def ruled_out(self, issue: int) -> tuple[tuple[str, ...], ...]:
        """By option of an issue, the seats whose red line excludes it."""
        size = len(self.bargain.issues[issue].options)
        lines = self.bargain.red_lines
        return tuple(
            tuple(one.party for one in lines if one.choice == (issue, option))
            for option in range(size)
        )

    def shown_to(self, seat: str) -> tuple[Contradiction, ...]:
        """The contradictions that a seat stated itself."""
        return tuple(one for one in self.contradictions if one.entry.author.seat == seat)

    @cached_property
    def candidates(self) -> tuple[tuple[Entry, Package | None], ...]:
        """The packages on record, in time, each with its options; none where one is open."""
        found = sorted(self.record.of_kind("package"), key=lambda e: in_time(self.record, e))
        return tuple((entry, _taken(self, entry)) for entry in found)


def bargain_on_record(record: Record) -> Bargain:
    """The bargain on a record, with the middle of every range and order.

    Raises :class:`wasit.entries.Mistake` where the record holds no issue with options.
    """
    return on_record(record).bargain


def on_record(record: Record) -> OnRecord:
    """What the record says of a bargain.

    Of several estimates of one thing the party's own counts before any guess, and the latest of
    those. Raises :class:`wasit.entries.Mistake` where it holds no issue with options.
    """
    entries = tuple(e for e in record.of_kind("issue") if issue_in(e).options)
    if not entries:
        raise Mistake("the record holds no issue with options to settle it")
    issues = tuple(_issue(entry) for entry in entries)
    places = Places(entries)
    contradictions: list[Contradiction] = []
    parties = tuple(parties_of(record, places, contradictions))
    seats = {party.name for party in parties}
    rules = tuple(rule for e in record.of_kind("rule") for rule in rule_of(e, places))
    lines = tuple(dict.fromkeys(red_lines(record, entries)))
    known = with_middles(Bargain(issues, (), rules), parties)
    # A red line binds whether or not its seat has estimates of its own.
    frame = replace(known.frame, red_lines=lines, acceptance=acceptance_of(record, seats))
    return OnRecord(record, entries, Known(frame, known.parties), tuple(contradictions))


def _issue(entry: Entry) -> Issue:
    body = issue_in(entry)
    options = tuple(Option(option.label, option.name) for option in body.options)
    return Issue(entry.label or entry.id[:8], options, body.name)


def _taken(found: OnRecord, entry: Entry) -> Package | None:
    body = entry.body
    assert isinstance(body, bodies.Package)
    choices = dict(Places(found.entries).choices(body.options))
    if len(choices) < len(found.entries):
        return None
    return tuple(choices[place] for place in range(len(found.entries)))


def solve_on_record(found: OnRecord, bargain: Bargain, progress: Progress | None = None) -> Answer:
    """The answer to the bargain, which is that of the record, perhaps with red lines relaxed.

    Where nothing is known of a party's wishes, there are no solutions: they would be made over
    its head.
    """
    answer = solve(bargain, progress=progress)
    if not found.unknown:
        return answer
    none: dict[SolutionName, Solution | None] = dict.fromkeys(SOLUTIONS)
    return replace(answer, solutions=none, no_solution="unknown_party")


def on_draft(found: OnRecord, draft: Entry) -> tuple[tuple[int, ...], ...]:
    """By issue, the options that the draft may be taking: those tied to points of it.

    One where it is known; several where it holds alternatives; all where it says nothing.
    """
    allowed = []
    for entry in found.entries:
        options = issue_in(entry).options
        said = [
            o for o, option in enumerate(options) if any(p.draft == draft.id for p in option.points)
        ]
        allowed.append(tuple(said or range(len(options))))
    return tuple(allowed)
