"""The bargain on a record: issues, rules, red lines and estimates as one seat may read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from wasit.entries import Entry, Mistake
from wasit.entries.bodies import bargain as bodies
from wasit.entries.links import OptionRef
from wasit.packages.answer import SOLUTIONS, Answer, Solution, SolutionName
from wasit.packages.bargain import (
    Acceptance,
    Bargain,
    Choice,
    Issue,
    Option,
    Package,
    RedLine,
    Rule,
)
from wasit.packages.efficient import Progress
from wasit.packages.known import Known, PartyKnown, Range, Wish, clash, with_middles
from wasit.packages.solving import solve
from wasit.record import Record
from wasit.record.answers import answers, in_time


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An estimate that contradicts itself; left out, and shown to who stated it alone."""

    entry: Entry
    better: str
    """The option that the order puts first,"""
    worse: str
    """and the one whose value is above all that the first could have."""


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
    entries = tuple(e for e in record.of_kind("issue") if _issue_in(e).options)
    if not entries:
        raise Mistake("the record holds no issue with options to settle it")
    issues = tuple(_issue(entry) for entry in entries)
    places = _Places(entries)
    contradictions: list[Contradiction] = []
    parties = tuple(_parties(record, places, contradictions))
    seats = {party.name for party in parties}
    rules = tuple(rule for e in record.of_kind("rule") for rule in _rule(e, places))
    lines = tuple(dict.fromkeys(_red_lines(record, entries)))
    known = with_middles(Bargain(issues, (), rules), parties)
    # A red line binds whether or not its seat has estimates of its own.
    frame = replace(known.frame, red_lines=lines, acceptance=_acceptance(record, seats))
    return OnRecord(record, entries, Known(frame, known.parties), tuple(contradictions))


def _issue_in(entry: Entry) -> bodies.Issue:
    assert isinstance(entry.body, bodies.Issue)
    return entry.body


def _issue(entry: Entry) -> Issue:
    body = _issue_in(entry)
    options = tuple(Option(option.label, option.name) for option in body.options)
    return Issue(entry.label or entry.id[:8], options, body.name)


class _Places:
    """Where issues and options stand in the bargain."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.issues = {entry.id: place for place, entry in enumerate(entries)}
        self.options = {
            (entry.id, option.label): (place, number)
            for place, entry in enumerate(entries)
            for number, option in enumerate(_issue_in(entry).options)
        }
        self.sizes = [len(_issue_in(entry).options) for entry in entries]

    def choices(self, refs: Sequence[OptionRef]) -> tuple[Choice, ...]:
        """The options that are there, of those named."""
        found = (self.options.get((ref.issue, ref.label)) for ref in refs)
        return tuple(choice for choice in found if choice is not None)


# --- rules ----------------------------------------------------------------------------------------


def _rule(entry: Entry, places: _Places) -> Iterator[Rule]:
    """The rule, where enough of it can be read for it to say something."""
    body = entry.body
    assert isinstance(body, bodies.Rule)
    if body.relation == "accepted_by":
        return
    options, then = places.choices(body.options), places.choices(body.then)
    follows = body.relation in ("requires", "if_then")
    # Of a rule that lost a part on the way to its reader, what is left may say something else.
    whole = len(options) == len(body.options) and len(then) == len(body.then)
    enough = bool(then) if follows else len(options) + len(then) > 1
    if whole and options and enough:
        yield Rule(body.relation, options, then, entry.label or "")


def _acceptance(record: Record, parties: set[str]) -> Acceptance:
    """The latest rule of acceptance, over the parties that have estimates."""
    for entry in sorted(record.of_kind("rule"), key=lambda e: in_time(record, e), reverse=True):
        body = entry.body
        if isinstance(body, bodies.Rule) and body.relation == "accepted_by":
            return Acceptance(
                tuple(seat for seat in body.seats if seat in parties),
                body.all_but,
                tuple(seat for seat in body.vetoes if seat in parties),
            )
    return Acceptance()


def _red_lines(record: Record, entries: Sequence[Entry]) -> Iterator[RedLine]:
    """Red lines about points that say one option, and only that one of its issue."""
    for i, entry in enumerate(entries):
        options = _issue_in(entry).options
        for o, option in enumerate(options):
            others = {
                str(point) for other in options if other is not option for point in other.points
            }
            for point in option.points:
                if str(point) in others:
                    continue
                for seat, answer in answers(record, str(point)).items():
                    if answer.red_line and answer.stance == "unacceptable":
                        yield RedLine(seat, (i, o))


# --- estimates ------------------------------------------------------------------------------------


def _parties(
    record: Record, places: _Places, contradictions: list[Contradiction]
) -> Iterator[PartyKnown]:
    given = sorted(record.of_kind("estimate"), key=lambda e: in_time(record, e))
    for seat, named in record.seats.items():
        theirs = [e for e in given if _estimate(e).seat == seat]
        # The last to be set stands: guesses first, the seat's own word after.
        theirs.sort(key=lambda e: e.author.seat == seat)
        wishes: list[Wish | None] = [None] * len(places.sizes)
        reserve: tuple[Range, str] | None = None
        for entry in theirs:
            body = _estimate(entry)
            if body.reservation is not None:
                reserve = (_range(body.reservation), entry.id)
            place = None if body.issue is None else places.issues.get(body.issue)
            if place is None:
                continue
            wish = _wish(entry, places, place)
            pair = clash(wish)
            if pair is not None:
                labels = [label for (i, label), c in places.options.items() if i == body.issue]
                contradictions.append(Contradiction(entry, labels[pair[0]], labels[pair[1]]))
                continue
            if any(wish.values) or wish.order:
                wishes[place] = wish
        if any(wish is not None for wish in wishes):
            yield PartyKnown(
                seat,
                tuple(wishes),
                None if reserve is None else reserve[0],
                named.name,
                all(e.author.seat == seat for e in theirs),
                "" if reserve is None else reserve[1],
            )


def _estimate(entry: Entry) -> bodies.Estimate:
    assert isinstance(entry.body, bodies.Estimate)
    return entry.body


def _wish(entry: Entry, places: _Places, place: int) -> Wish:
    body = _estimate(entry)
    assert body.issue is not None
    values: list[Range | None] = [None] * places.sizes[place]
    for label, amount in (body.values or {}).items():
        choice = places.options.get((body.issue, label))
        if choice is not None:
            values[choice[1]] = _range(amount)
    named = (places.options.get((body.issue, label)) for label in body.order)
    order = tuple(dict.fromkeys(choice[1] for choice in named if choice is not None))
    weight = None if body.weight is None else _range(body.weight)
    return Wish(tuple(values), order, weight, entry.id)


def _range(amount: str) -> Range:
    low, dots, high = amount.partition("..")
    first = Fraction(low)
    second = Fraction(high) if dots else first
    return Range(min(first, second), max(first, second))


def _taken(found: OnRecord, entry: Entry) -> Package | None:
    body = entry.body
    assert isinstance(body, bodies.Package)
    choices = dict(_Places(found.entries).choices(body.options))
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
        options = _issue_in(entry).options
        said = [
            o for o, option in enumerate(options) if any(p.draft == draft.id for p in option.points)
        ]
        allowed.append(tuple(said or range(len(options))))
    return tuple(allowed)
