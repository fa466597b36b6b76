"""Draws are the same anywhere, keep to what is known, and are solved as bargains are."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.packages import SOLUTIONS, Bargain, Issue, Option, Party, Rule, solve
from wasit.packages.doubt import sample, study
from wasit.packages.doubt.solving import Found, drawn_bargain, solve_all
from wasit.packages.known import Known, PartyKnown, Range, Wish, clash, middles, with_middles


def exactly(number: int) -> Range:
    return Range(Fraction(number), Fraction(number))


def between(low: int, high: int) -> Range:
    return Range(Fraction(low), Fraction(high))


ISSUES = tuple(
    Issue(name, tuple(Option(f"{name}{o}") for o in range(size)))
    for name, size in (("a", 3), ("b", 4), ("c", 2))
)


def party(name: str, flip: bool) -> PartyKnown:
    """Values in ranges, an order alone, and exact ones; weights in ranges."""
    order = (3, 2, 1, 0) if flip else (0, 1, 2, 3)
    mixed = (between(80, 100), None, between(0, 30))
    return PartyKnown(
        name,
        (
            Wish(tuple(reversed(mixed)) if flip else mixed, (), between(20, 40)),
            Wish((None,) * 4, order, between(10, 30)),
            Wish((exactly(0), exactly(100)), (), exactly(25)),
        ),
        between(20, 40),
    )


def known(*, rules: tuple[Rule, ...] = (), parties: int = 2) -> Known:
    told = [party(f"p{n}", n % 2 == 1) for n in range(parties)]
    return with_middles(Bargain(ISSUES, (), rules), told)


RULE = Rule("excludes", ((0, 0), (1, 3)))


def test_a_draw_is_the_same_however_many_are_drawn() -> None:
    many = sample(known(), 300, seed=7)
    for first in (0, 1, 130, 257):
        few = sample(known(), 40, seed=7, first=first)
        assert (few.drawn == many.drawn[first : first + 40]).all()
    assert (sample(known(), 300, seed=8).drawn != many.drawn).any()


def test_draws_keep_to_ranges_and_orders() -> None:
    drawn = sample(known(), 500)
    for column, quantity in enumerate(drawn.open):
        values = drawn.drawn[:, column]
        if quantity.issue is None:
            assert values.min() >= 20
            assert values.max() <= 40
    falling = drawn.worth[:, 1, :4, 0]
    assert (falling[:, 1:] <= falling[:, :-1]).all()
    assert (drawn.worth[:, 1, 1:4, 1] >= drawn.worth[:, 1, :3, 1]).all()


@pytest.mark.parametrize(("rules", "parties"), [((), 2), ((RULE,), 2), ((), 3), ((RULE,), 4)])
def test_a_draw_is_solved_as_a_bargain_is(rules: tuple[Rule, ...], parties: int) -> None:
    frame = known(rules=rules, parties=parties)
    drawn = sample(frame, 60)
    found: Found = solve_all(frame.frame, drawn)
    for number in range(60):
        bargain = drawn_bargain(frame.frame, drawn, number)
        answer = solve(bargain)
        for place, name in enumerate(SOLUTIONS):
            solution = answer.solutions[name]
            if solution is None:
                assert found[number, place, 0] == -1
            elif not solution.ties:
                package = tuple(found[number, place].tolist())
                assert bargain.utilities(package) == solution.utilities


def test_what_is_certain_is_always_the_solution() -> None:
    """One package is best for both, whatever is drawn."""
    wishes = (Wish((between(90, 100), between(0, 10))), Wish((between(60, 100), between(0, 50))))
    issues = tuple(Issue(i.label, i.options[:2]) for i in ISSUES[:2])
    told = [PartyKnown(name, wishes, exactly(50)) for name in ("one", "two")]
    found = study(with_middles(Bargain(issues, ()), told), 200)
    assert found.robust is not None
    assert found.robust.package == (0, 0)
    assert found.robust.often == (1.0, 1.0, 1.0, 1.0)
    assert found.robust.regret == 0
    assert found.options[0] == ((1.0, 0.0), (1.0, 0.0))
    assert all(abs(one.value) < 1e-12 for one in found.worth)


def test_a_package_that_hangs_on_one_guess_is_told_and_the_guess_is_worth_finding_out() -> None:
    issues = (Issue("a", (Option("x"), Option("y"))),)
    one = PartyKnown("one", (Wish((between(0, 100), exactly(50))),), exactly(40))
    two = PartyKnown("two", (Wish((exactly(100), exactly(60))),), exactly(50))
    found = study(with_middles(Bargain(issues, ()), [one, two]), 2000)
    hanging = next(c for c in found.candidates if c.package == (0,))
    assert not hanging.robust
    assert found.worth[0].quantity.party == 0
    assert found.worth[0].value > 0.1


@given(st.permutations(range(4)), st.lists(st.integers(0, 100), min_size=4, max_size=4))
def test_an_order_and_exact_values_clash_just_where_they_disagree(
    order: list[int], values: list[int]
) -> None:
    wish = Wish(tuple(map(exactly, values)), tuple(order))
    along = [values[option] for option in order]
    assert (clash(wish) is None) == (along == sorted(along, reverse=True))


def test_the_middle_of_an_order_stands_at_equal_steps() -> None:
    wish = Wish((None, exactly(40), None, None), (0, 1, 2, 3))
    assert middles(wish, between(0, 100)) == [100, 40, 20, 0]


def test_what_is_known_exactly_is_not_drawn() -> None:
    wishes = tuple(Wish(tuple(exactly(o) for o in range(len(i.options)))) for i in ISSUES)
    sure = PartyKnown("one", wishes, exactly(1))
    frame = with_middles(Bargain(ISSUES, ()), [sure, replace(sure, name="two")])
    assert frame.exact
    drawn = sample(frame, 5)
    assert drawn.open == ()
    assert (drawn.worth == drawn.worth[:1]).all()
    assert np.array_equal(drawn.reservation, np.repeat(drawn.reservation[:1], 5, axis=0))


def test_a_party_sums_as_its_weights_say() -> None:
    frame = known().frame
    assert isinstance(frame.parties[0], Party)
    # 100 * 25 / (30 + 20 + 25), the third issue's best.
    assert frame.parties[0].worth[2] == (0, Fraction(2500, 75))
