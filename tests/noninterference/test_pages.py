"""A desk shows the same bytes, whatever its seat may not read: every route, read and written."""

from __future__ import annotations

import pytest

from tests.noninterference.pageleaks import PAGE_LEAKS
from tests.noninterference.pages import READS, WRITES
from tests.noninterference.pagewalk import visits_of, walk_pages
from tests.noninterference.walk import Leaked, Walker, plan_for
from tests.strategies import SEATS
from wasit.web.urls import ROUTES

VISITS = (*READS, *WRITES)


@pytest.mark.parametrize("name", [route.name for route in ROUTES])
def test_every_route_is_walked(name: str) -> None:
    assert any(visit.route == name for visit in VISITS)


@pytest.mark.parametrize("route", [r for r in ROUTES if "POST" in r.methods], ids=lambda r: r.name)
def test_every_route_that_writes_is_posted_to(route: object) -> None:
    assert any(v.route == route.name and v.fields is not None for v in VISITS)  # type: ignore[attr-defined]


def test_every_visit_is_to_the_route_it_names() -> None:
    from django.urls import resolve

    for visit in VISITS:
        path = visit.path.partition("?")[0].replace("NAME", "x").replace("@", "")
        assert resolve(path, "wasit.web.urls").url_name == visit.route


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("seed", range(3))
def test_a_desk_shows_the_same_bytes_whatever_is_hidden_from_it(
    walker: Walker, seed: int, seat: str
) -> None:
    plan = plan_for(seed, seat)
    assert walk_pages(walker, plan) == len(visits_of(plan))


@pytest.mark.parametrize("name", PAGE_LEAKS)
def test_a_leak_planted_in_the_desk_is_found(
    walker: Walker, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    leak = PAGE_LEAKS[name]
    for plan in (plan_for(seed, seat) for seed in (0, 1) for seat in SEATS):
        walk_pages(walker, plan, leak.routes)
        with monkeypatch.context() as patch:
            leak.plant(patch)
            try:
                walk_pages(walker, plan, leak.routes)
            except Leaked:
                return
    pytest.fail(f"{name} went unnoticed")


def test_there_are_leaks_enough_in_the_desk() -> None:
    assert len(PAGE_LEAKS) >= 25
