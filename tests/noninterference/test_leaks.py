"""The walk can fail: it finds every planted leak."""

from __future__ import annotations

import pytest

from tests.noninterference.leaks import LEAKS, Leak
from tests.noninterference.walk import Leaked, Plan, Walker, plan_for
from tests.strategies import SEATS

JOURNALS = (0, 1)


@pytest.mark.parametrize("name", LEAKS)
def test_a_planted_leak_is_found(
    walker: Walker, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    found = None
    for plan in (plan_for(j, s, command=LEAKS[name].command) for j in JOURNALS for s in SEATS):
        walker.walk_clean(plan)
        found = found or found_in(walker, plan, LEAKS[name], monkeypatch)
        if found:
            break
    assert found, f"{name} went unnoticed"


def found_in(
    walker: Walker, plan: Plan, leak: Leak, monkeypatch: pytest.MonkeyPatch
) -> Leaked | None:
    """The first difference that the walk finds with a leak planted."""
    with monkeypatch.context() as patch:
        leak.plant(patch)
        try:
            walker.walk(plan)
        except Leaked as leaked:
            return leaked
    return None


def test_a_leak_whose_target_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for target in ("wasit.cli.looking.nothing", "wasit.nowhere.at_all", "wasit.seated.Seated.none"):
        with pytest.raises(AttributeError):
            Leak({target: lambda original: original}, "show").plant(monkeypatch)


def test_there_are_leaks_enough() -> None:
    assert len(LEAKS) >= 30
