"""A log is a list that only grows and never changes."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from wasit.record.log import PIECE, Log

EMPTY: Log[int] = Log()
LENGTHS = st.lists(
    st.integers(0, 3) | st.sampled_from([PIECE - 1, PIECE, PIECE + 1, 3 * PIECE]), max_size=8
)


@given(LENGTHS)
def test_a_log_holds_what_a_list_would(lengths: list[int]) -> None:
    plain: list[int] = []
    log = EMPTY
    for length in lengths:
        more = list(range(len(plain), len(plain) + length))
        plain += more
        log = log.plus(more)
        assert list(log) == plain
        assert len(log) == len(plain)


@given(LENGTHS)
def test_how_it_was_added_makes_no_difference(lengths: list[int]) -> None:
    log = EMPTY
    for start, end in zip([0, *accumulate(lengths)], accumulate(lengths), strict=False):
        log = log.plus(range(start, end))
    assert log == EMPTY.plus(range(sum(lengths)))


def test_a_longer_log_leaves_the_shorter_as_it_was_and_shares_its_pieces() -> None:
    short = EMPTY.plus(range(PIECE + 5))
    one, other = short.plus([1]), short.plus([2])
    assert len(short) == PIECE + 5
    assert (list(one)[-1], list(other)[-1]) == (1, 2)
    assert one.pieces[0] is other.pieces[0] is short.pieces[0]


def test_an_empty_log_is_empty() -> None:
    assert list(EMPTY) == []
    assert not EMPTY
    assert EMPTY.plus([]) == EMPTY
