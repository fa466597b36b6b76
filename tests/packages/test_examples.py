"""Estimates by examples: what sample packages in order allow, and when they contradict."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wasit.packages.bargain import Bargain, Issue, Option
from wasit.packages.doubt.sampling import sample
from wasit.packages.examples import clashing, rows_of, walk
from wasit.packages.examples.margin import widest
from wasit.packages.examples.rows import NEAR, Rows
from wasit.packages.known import Comparison, PartyKnown, Range, Wish
from wasit.packages.middling import middle, with_middles

SCALE = Fraction(100)
Taken = tuple[int, ...]


def party(
    sizes: Sequence[int], examples: Sequence[Taken], alike: Sequence[bool] = ()
) -> PartyKnown:
    """A party of whom examples alone are known, from best to worst."""
    choices = [tuple(enumerate(example)) for example in examples]
    same = [*alike, *([False] * len(choices))]
    compared = tuple(
        Comparison(choices[n], choices[n + 1], same[n], (n + 1, n + 2))
        for n in range(len(choices) - 1)
    )
    wishes = tuple(Wish((None,) * size) for size in sizes)
    return PartyKnown("a", wishes, Range(SCALE, SCALE), comparisons=compared)


@st.composite
def ordered(draw: st.DrawFn) -> tuple[list[int], list[Taken]]:
    """Sizes, and examples in the order of hidden worths, clearly apart."""
    sizes = draw(st.lists(st.integers(2, 4), min_size=1, max_size=4))
    worth = [[draw(st.integers(0, 100)) for _ in range(size)] for size in sizes]
    packages = draw(
        st.lists(st.tuples(*(st.integers(0, size - 1) for size in sizes)), min_size=2, max_size=6)
    )
    by_sum = {sum(row[o] for row, o in zip(worth, one, strict=True)): one for one in packages}
    return sizes, [by_sum[total] for total in sorted(by_sum, reverse=True)]


def agrees(rows: Rows, worths: Sequence[float], slack: float = 0.0) -> bool:
    return all(
        sum(worths[at] for at in row.plus) - sum(worths[at] for at in row.minus)
        >= row.least - slack
        for row in rows.rows
    )


@settings(max_examples=60, deadline=None)
@given(ordered())
def test_what_somebody_could_mean_never_clashes_and_every_draw_agrees(
    told: tuple[list[int], list[Taken]],
) -> None:
    sizes, examples = told
    known = party(sizes, examples)
    rows = rows_of(known)
    assert clashing(known) == ()
    middled = [value for row in middle(known, sizes).worth for value in row]
    assert agrees(rows, middled)  # type: ignore[arg-type]
    source = np.random.default_rng(0)
    for worths in walk(rows, 20, lambda: source.random(20)):
        assert agrees(rows, worths, 1e-6)
        assert all(0 <= worth <= SCALE for worth in worths)


def test_a_circle_of_examples_clashes_whole_and_only_the_circle_is_told() -> None:
    known = party((2, 2), [(0, 0), (0, 1), (1, 0), (0, 1)])
    assert clashing(known) == (1, 2)
    assert clashing(party((2, 2), [(0, 0), (0, 1), (1, 0), (1, 1)])) == ()


def test_examples_clash_with_values_and_with_orders() -> None:
    worse = Comparison(((0, 1),), ((0, 0),), alike=False, numbers=(1, 2))
    ten, two = (Range(Fraction(n), Fraction(n)) for n in (10, 2))
    valued = PartyKnown("a", (Wish((ten, two)),), comparisons=(worse,))
    put = PartyKnown("a", (Wish((None, None), order=(0, 1)),), comparisons=(worse,))
    assert clashing(valued) == clashing(put) == (0,)


def feasible(rows: Rows) -> bool:
    """Whether any worths keep to the rows: Fourier's elimination of one after another."""
    count = len(rows.ranges)
    lines = []
    for row in rows.rows:
        line = [Fraction(at in row.plus) - Fraction(at in row.minus) for at in range(count)]
        lines.append((tuple(line), row.least))
    for at, one in enumerate(rows.ranges):
        unit = [Fraction(at == n) for n in range(count)]
        lines.append((tuple(unit), one.low))
        lines.append((tuple(-x for x in unit), -one.high))
    for at in range(count):
        below = [line for line in lines if line[0][at] > 0]
        above = [line for line in lines if line[0][at] < 0]
        rest = {line for line in lines if not line[0][at]}
        for a, x in below:
            for b, y in above:
                p, q = -b[at], a[at]
                rest.add((tuple(p * u + q * v for u, v in zip(a, b, strict=True)), p * x + q * y))
        lines = list(rest)
    return all(least <= 0 for _, least in lines)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=2, max_size=5),
    st.lists(st.booleans(), min_size=4, max_size=4),
)
def test_a_clash_is_told_exactly_where_elimination_finds_one_and_is_as_small_as_it_gets(
    examples: list[Taken], alike: list[bool]
) -> None:
    known = party((2, 2), examples, alike)
    rows = rows_of(known)
    clash = clashing(known)
    assert (clash == ()) == feasible(rows)
    if clash:
        others = [n for n in range(len(known.comparisons)) if n not in clash]
        assert widest(rows.without(others)) is None
        for one in clash:
            assert widest(rows.without([*others, one])) is not None


def test_draws_spread_as_those_do_that_are_drawn_anyhow_and_kept_where_they_agree() -> None:
    known = party((3, 3, 3), [(0, 0, 0), (0, 1, 1), (1, 0, 1), (2, 2, 0)], [False, False, True])
    rows = rows_of(known)
    source = np.random.default_rng(7)
    walked = walk(rows, 4_000, lambda: source.random(4_000))
    anyhow = source.random((3_000_000, 9)) * float(SCALE)
    keep = np.ones(len(anyhow), bool)
    for row in rows.rows:
        plus, minus = anyhow[:, list(row.plus)], anyhow[:, list(row.minus)]
        keep &= plus.sum(axis=1) - minus.sum(axis=1) >= float(row.least)
    kept = anyhow[keep]
    assert len(kept) > 2_000
    assert np.abs(walked.mean(axis=0) - kept.mean(axis=0)).max() < 2.5
    assert np.abs(walked.std(axis=0) - kept.std(axis=0)).max() < 2.5


def frame(sizes: Sequence[int]) -> Bargain:
    issues = (
        Issue(f"i{n}", tuple(Option(str(o)) for o in range(size))) for n, size in enumerate(sizes)
    )
    return Bargain(tuple(issues), ())


def test_a_draw_is_the_same_among_few_and_many() -> None:
    known = with_middles(frame((3, 2)), [party((3, 2), [(0, 0), (1, 1), (2, 0)])])
    few, many = sample(known, 5, seed=3), sample(known, 50, seed=3)
    late = sample(known, 5, seed=3, first=20)
    assert np.array_equal(few.worth, many.worth[:5])
    assert np.array_equal(late.worth, many.worth[20:25])
    assert not np.array_equal(few.worth[0], few.worth[1])


def test_no_worths_for_rows_that_cannot_hold() -> None:
    with pytest.raises(ValueError, match="no worths"):
        walk(rows_of(party((2,), [(0,), (1,), (0,)])), 3, lambda: np.zeros(3))


def test_better_means_a_hundredth_of_the_scale() -> None:
    rows = rows_of(party((2,), [(0,), (1,)]))
    assert [row.least for row in rows.rows] == [SCALE / NEAR]
