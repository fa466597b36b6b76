"""What estimates on record say of each party: the latest of its own, else of guesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from wasit.entries import Entry
from wasit.entries.bodies import bargain as bodies
from wasit.packages.examples import clashing
from wasit.packages.known import Comparison, PartyKnown, Range, Wish, clash
from wasit.packages.onrecord.places import Places
from wasit.record import Record
from wasit.record.answers import in_time


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An estimate that contradicts itself; left out, and shown to who stated it alone."""

    entry: Entry
    better: str = ""
    """The option that the order puts first,"""
    worse: str = ""
    """and the one whose value is above all that the first could have."""
    examples: tuple[int, ...] = ()
    """Numbers of the examples that cannot all stand where they do, as few as that takes."""


def parties_of(
    record: Record, places: Places, contradictions: list[Contradiction]
) -> Iterator[PartyKnown]:
    """What is known of each party; estimates that contradict themselves go to the list."""
    given = sorted(record.of_kind("estimate"), key=lambda e: in_time(record, e))
    for seat, named in record.seats.items():
        theirs = [e for e in given if _estimate(e).seat == seat]
        # The last to be set stands: guesses first, the seat's own word after.
        theirs.sort(key=lambda e: e.author.seat == seat)
        wishes: list[Wish | None] = [None] * len(places.sizes)
        reserve: tuple[Range, str] | None = None
        compared: tuple[Comparison, ...] = ()
        for entry in theirs:
            body = _estimate(entry)
            compared = tuple(_comparisons(entry, places)) or compared
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
        party = PartyKnown(
            seat,
            tuple(wishes),
            None if reserve is None else reserve[0],
            named.name,
            all(e.author.seat == seat for e in theirs),
            "" if reserve is None else reserve[1],
        )
        party = _with_examples(record, party, compared, places.sizes, contradictions)
        if any(wish is not None for wish in party.wishes):
            yield party


def _comparisons(entry: Entry, places: Places) -> Iterator[Comparison]:
    """The examples of an estimate, each held against the one before it.

    None where the reader of the record misses an issue or an option of any: what is left of
    them may say something else.
    """
    examples = _estimate(entry).examples
    taken = [places.choices(example.options) for example in examples]
    if any(len(one) < len(e.options) for one, e in zip(taken, examples, strict=True)):
        return
    for number, (better, worse) in enumerate(pairwise(taken), start=1):
        yield Comparison(better, worse, examples[number].alike, (number, number + 1), entry.id)


def _with_examples(
    record: Record,
    party: PartyKnown,
    compared: tuple[Comparison, ...],
    sizes: Sequence[int],
    contradictions: list[Contradiction],
) -> PartyKnown:
    """The party with what examples say, unless they contradict each other or the rest."""
    if not compared:
        return party
    told = {issue for one in compared for issue, _ in (*one.better, *one.worse)}
    nothing = [Wish((None,) * size, entry=compared[0].entry) for size in sizes]
    wishes = tuple(
        nothing[issue] if wish is None and issue in told else wish
        for issue, wish in enumerate(party.wishes)
    )
    full = replace(party, wishes=wishes, comparisons=compared)
    out = clashing(full)
    if not out:
        return full
    numbers = sorted({number for place in out for number in compared[place].numbers})
    entry = record[compared[0].entry]
    contradictions.append(Contradiction(entry, examples=tuple(numbers)))
    return party


def _estimate(entry: Entry) -> bodies.Estimate:
    assert isinstance(entry.body, bodies.Estimate)
    return entry.body


def _wish(entry: Entry, places: Places, place: int) -> Wish:
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
