"""Draws are the same anywhere, keep to what is known, and are solved as bargains are."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from hashlib import sha256

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wasit.packages import SOLUTIONS, Bargain, Issue, Option, Party, Rule, solve
from wasit.packages.doubt import sample, study
from wasit.packages.doubt.sampling import Draws
from wasit.packages.doubt.solving import Found, by_listing, by_merging, drawn_bargain, solve_all
from wasit.packages.doubt.study import root
from wasit.packages.known import Known, PartyKnown, Range, Wish, clash
from wasit.packages.middling import middles, with_middles


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


DIGEST_OF_TWO = "71bfbf69e16803e274748727b5f3775359575440dda1f97134671add70e6a448"
DIGEST_OF_THREE = "e178ac4128f567e235ad9e9a87a5cb50637c7a6b3298162b48ed1e0868048d99"

RULE = Rule("excludes", ((0, 0), (1, 3)))


def test_a_draw_is_the_same_however_many_are_drawn() -> None:
    many = sample(known(), 300, seed=7)
    for first in (0, 1, 130, 257):
        few = sample(known(), 40, seed=7, first=first)
        assert (few.drawn == many.drawn[first : first + 40]).all()
        assert (few.worth == many.worth[first : first + 40]).all()
        assert (few.reservation == many.reservation[first : first + 40]).all()
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


def agrees(frame: Known, drawn: Draws, found: Found) -> None:
    """Each draw's solutions have the utilities that solving it as a bargain gives."""
    for number in range(len(found)):
        bargain = drawn_bargain(frame.frame, drawn, number)
        answer = solve(bargain)
        for place, name in enumerate(SOLUTIONS):
            solution = answer.solutions[name]
            if solution is None:
                assert found[number, place, 0] == -1
            elif not solution.ties:
                package = tuple(found[number, place].tolist())
                assert bargain.utilities(package) == solution.utilities


@pytest.mark.parametrize(("rules", "parties"), [((), 2), ((RULE,), 2), ((), 3), ((RULE,), 4)])
def test_a_draw_is_solved_as_a_bargain_is(rules: tuple[Rule, ...], parties: int) -> None:
    frame = known(rules=rules, parties=parties)
    drawn = sample(frame, 60)
    agrees(frame, drawn, solve_all(frame.frame, drawn))


def test_draws_are_solved_alike_laid_side_by_side_and_merged() -> None:
    frame = known()
    drawn = sample(frame, 400, seed=3)
    merged = by_merging(frame.frame, drawn)
    assert (merged == solve_all(frame.frame, drawn)).all()
    agrees(frame, drawn, merged[:60])


def test_draws_with_more_efficient_sums_than_there_is_room_for_are_solved_too() -> None:
    frame = known()
    drawn = sample(frame, 60)
    squeezed = by_merging(frame.frame, drawn, room=4)
    agrees(frame, drawn, squeezed)


def test_an_issue_can_have_many_options() -> None:
    """Two parties at the two ends of 300 options, the second with more of its own in the middle."""
    issues = (Issue("a", tuple(Option(str(n)) for n in range(300))),)
    one = PartyKnown("one", (Wish(tuple(exactly(n) for n in range(300))),), between(0, 1))
    two = PartyKnown(
        "two", (Wish(tuple(exactly(299 * 299 - n * n) for n in range(300))),), exactly(0)
    )
    frame = with_middles(Bargain(issues, ()), [one, two])
    drawn = sample(frame, 30)
    found = by_merging(frame.frame, drawn)
    agrees(frame, drawn, found)
    assert found.max() > 127


def test_no_rounding_decides_between_products() -> None:
    """Products of three gains that doubles cannot tell apart."""
    gain = 1 << 29
    rows = [(gain - 1, gain, gain + 1), (gain, gain, gain), (gain - 2, gain, gain + 2)]
    assert len({float(a) * b * c for a, b, c in rows}) < 3
    worth = np.array([[rows]], np.int64)
    drawn = Draws(worth, np.zeros((1, 3), np.int64), (), np.zeros((1, 0)), 1.0)
    packages = np.array([[0], [1], [2]], np.int64)
    assert by_listing(drawn, packages)[0, 0, 0] == 1


def test_draws_and_what_they_say_are_the_same_on_any_machine() -> None:
    """The bytes of the solutions, and the figures to the last bit, written down once."""
    for parties, expected in ((2, DIGEST_OF_TWO), (3, DIGEST_OF_THREE)):
        frame = known(parties=parties)
        found = solve_all(frame.frame, sample(frame, 1500, seed=11))
        said = study(frame, 1500, seed=11)
        figures = [(c.package, c.often, c.acceptable, c.regret, c.worst) for c in said.candidates]
        told = found.tobytes() + repr((figures, [w.value for w in said.worth])).encode()
        assert sha256(told).hexdigest() == expected


@given(st.floats(0, 1), st.integers(1, 12))
def test_a_root_is_a_root(value: float, degree: int) -> None:
    found = float(root(np.array([value]), degree)[0])
    assert 0 <= found <= 1
    assert found == pytest.approx(value ** (1 / degree), rel=1e-13, abs=1e-300)


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


def test_where_nothing_is_acceptable_nothing_is_missed() -> None:
    """In half of the draws no package meets both reservation values; else the one there is does."""
    issues = (Issue("a", (Option("x"),)),)
    one = PartyKnown("one", (Wish((exactly(50),)),), between(0, 100))
    two = PartyKnown("two", (Wish((exactly(50),)),), exactly(0))
    found = study(with_middles(Bargain(issues, ()), [one, two]), 1000)
    (only,) = found.candidates
    assert 0.4 < found.solved < 0.6
    assert only.acceptable == found.solved
    assert only.regret == 0


def test_what_cannot_change_the_choice_is_not_worth_finding_out() -> None:
    """What an option nobody would choose is worth is noise; what decides stands out from it."""
    issues = (Issue("a", (Option("x"), Option("y"), Option("z"))),)
    one = PartyKnown("one", (Wish((between(0, 100), exactly(50), between(0, 20))),), exactly(30))
    two = PartyKnown("two", (Wish((exactly(100), exactly(60), between(0, 20))),), exactly(30))
    found = study(with_middles(Bargain(issues, ()), [one, two]), 10_000)
    decides, *noise = found.worth
    assert (decides.quantity.party, decides.quantity.option) == (0, 0)
    assert decides.value > 0.1
    assert all(one.value < 0.001 for one in noise)


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
