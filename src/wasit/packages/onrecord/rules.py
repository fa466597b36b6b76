"""Rules, red lines and the rule of acceptance, as a record has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.entries import Entry
from wasit.entries.bodies import bargain as bodies
from wasit.packages.bargain import Acceptance, RedLine, Rule
from wasit.packages.onrecord.places import Places, issue_in
from wasit.record import Record
from wasit.record.answers import answers, in_time


def rule_of(entry: Entry, places: Places) -> Iterator[Rule]:
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


def acceptance_of(record: Record, parties: set[str]) -> Acceptance:
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


def red_lines(record: Record, entries: Sequence[Entry]) -> Iterator[RedLine]:
    """Red lines about points that say one option, and only that one of its issue."""
    for i, entry in enumerate(entries):
        options = issue_in(entry).options
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
