"""A seat's answers are the same bytes, whatever it may not read; every kind and command counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pytest

from tests.noninterference.surfaces import FILES, KEEPERS, Look, Step
from tests.noninterference.test_surfaces import COMMANDS
from tests.noninterference.walk import (
    BEGIN,
    Item,
    Plan,
    Walker,
    command_name,
    plan_for,
)
from tests.strategies import SEATS, Act
from wasit.entries import KINDS

JOURNALS = range(10)
PARTS = 15
"""One walk takes one part in so many of the reads and probes; together they take all of them."""
ENOUGH = 15


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("seed", JOURNALS)
def test_a_seat_gets_the_same_bytes_whatever_is_hidden_from_it(
    walker: Walker, seed: int, seat: str
) -> None:
    plan = plan_for(seed, seat, parts=PARTS)
    assert walker.walk(plan) == len(plan.steps)


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    """What the test above walks."""
    return [plan_for(seed, seat, parts=PARTS) for seed in JOURNALS for seat in SEATS]


def test_every_kind_occurs_often_enough_visible_and_hidden(plans: list[Plan]) -> None:
    seen, hidden = Counter[str](), Counter[str]()
    for plan in plans:
        unlike = altered_in(plan)
        for act in plan.first:
            if isinstance(act, Act):
                seen[act.kind] += plan.seat in act.readers
                hidden[act.kind] += plan.seat not in act.readers and act.name in unlike
    assert rare(seen, KINDS) == {}
    assert rare(hidden, KINDS) == {}


def test_every_command_occurs_often_enough_visible_and_hidden(plans: list[Plan]) -> None:
    seen, hidden = Counter[str](), Counter[str]()
    for plan in plans:
        seen.update(step.command for step in plan.steps)
        unlike = altered_in(plan)
        for item in commands_of_others(plan.first):
            if isinstance(item, Look):
                hidden[item.line[0]] += 1
            elif plan.seat not in item.readers and item.name in unlike:
                hidden[command_name(item)] += 1
    commands = set(COMMANDS) - set(KEEPERS)
    assert rare(seen, commands) == {}
    assert rare(hidden, commands) == {}


def test_files_of_every_format_are_read_on_every_journal(plans: list[Plan]) -> None:
    for seed in JOURNALS:
        lines = {step.line for plan in plans if plan.seed == seed for step in plan.steps}
        for line in FILES:
            first = tuple(word for word in line.split() if word != "OTHER")
            assert any(first == tuple(w for w in at if w not in SEATS) for at in lines), line


def test_every_surface_is_walked(plans: list[Plan]) -> None:
    walked = {_anybodys(step) for plan in plans for step in plan.steps}
    every = {_anybodys(step) for seat in SEATS for step in plan_for(0, seat).steps}
    assert every - walked == set()


def _anybodys(step: Step) -> str:
    """A step without the seats, which differ from walk to walk."""
    return re.sub(rf"\b({'|'.join(SEATS)})\b", "SEAT", f"{step.surface} {step.hidden}")


def altered_in(plan: Plan) -> set[str]:
    """Acts that the second record has not, has otherwise, or has elsewhere."""
    first, second = (_places(plan, items) for items in (plan.first, plan.second))
    return {name for name, placed in first.items() if second.get(name) != placed}


def _places(plan: Plan, items: Sequence[Item]) -> dict[str, tuple[int, Act]]:
    """Each act, and how many that both records hold come before it."""
    before, found = 0, {}
    for item in items:
        if isinstance(item, Act):
            found[item.name] = (before, item)
            before += item.name in plan.fixed
    return found


def commands_of_others(items: Sequence[Item]) -> list[Act | Look]:
    """What others do between the commands of the seat."""
    return [item for item in items[items.index(BEGIN) :] if isinstance(item, Act | Look)]


def rare(found: Counter[str], names: Sequence[str] | object) -> dict[str, int]:
    return {name: found[name] for name in names if found[name] < ENOUGH}  # type: ignore[attr-defined]
