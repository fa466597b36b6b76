"""The section of the brief: what could close the gap, where the record holds estimates for it."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.content import Item, Section, item, say
from wasit.brief.gap.basis import ESTIMATES, estimates
from wasit.brief.gap.drafts import against_draft
from wasit.brief.gap.names import SOLUTION_NAMES, count
from wasit.brief.gap.telling import Telling, first_solution, trade_items, worths
from wasit.brief.view import View
from wasit.entries import Mistake
from wasit.packages import SOLUTIONS, Answer, Package
from wasit.packages.onrecord import OnRecord, on_record, solve_on_record

ROOM = 200_000
"""So many packages at most are weighed for a brief; for more there is the command."""


def gap_section(view: View) -> Section | None:
    """None where the record holds no estimates that the seat may read."""
    try:
        found = on_record(view.record)
    except Mistake:
        return None  # no issue has options
    if not found.has_numbers or found.bargain.outcomes > ROOM:
        return None
    items = tuple(_told(view, found))
    return Section("gap", say("What could close the gap"), items, intro=(item(ESTIMATES),))


def _told(view: View, found: OnRecord) -> Iterator[Item]:
    try:
        answer = solve_on_record(found, found.bargain)
    except Mistake:
        yield item(
            say("The rules on record contradict each other: no package keeps to all of them.")
        )
        return
    telling = Telling(answer)
    package = first_solution(answer)
    if answer.acceptable is not None and not found.unknown:
        yield item(
            say(
                "Of {all} packages {some} meet the reservation values of all.",
                all=count(found.bargain.outcomes),
                some=count(answer.acceptable),
            )
        )
    if package is not None:
        yield _best(telling, answer, package)
        yield from trade_items(telling, package)
    table = view.play.draft
    if table is not None and not found.unknown:
        yield from against_draft(telling, found, view.book, table)
    yield from estimates(found, view.book, view.seat).items


def _best(telling: Telling, answer: Answer, package: Package) -> Item:
    named = [
        SOLUTION_NAMES[name]
        for name in SOLUTIONS
        if (one := answer.solutions[name]) is not None and one.package == package
    ]
    return item(
        say("{name}: {package}.", name=named[0], package=telling.names.package(package)),
        below=tuple(worths(telling, package)),
    )
