"""Where deals lie, held against looking at every package."""

from __future__ import annotations

import random
from itertools import product

import pytest

from tests.packages import makers, oracle
from wasit.entries import Mistake
from wasit.packages import solve
from wasit.packages.deals import struck


@pytest.mark.parametrize("seed", range(60))
def test_deals_are_judged_as_by_looking_at_every_package(seed: int) -> None:
    bargain = makers.bargain(seed)
    truth = oracle.truth(bargain)
    if truth is None:
        with pytest.raises(Mistake):
            solve(bargain)
        return
    answer = solve(bargain)
    every = list(product(*map(range, bargain.sizes)))
    picked = random.Random(seed).sample(every, min(25, len(every)))
    frontier = list(truth.efficient)
    for deal in struck(answer, [(str(n), package) for n, package in enumerate(picked)]):
        mine = bargain.utilities(deal.package)
        better = [
            other
            for other in frontier
            if other != mine and all(a >= b for a, b in zip(other, mine, strict=True))
        ]
        assert deal.utilities == mine
        assert deal.efficient == (mine in frontier and deal.keeps_rules)
        if better:
            assert deal.left is not None
            reached = tuple(a + b for a, b in zip(mine, deal.left, strict=True))
            assert reached in better
            assert sum(reached) == max(map(sum, better))
        else:
            assert deal.left is None
        assert deal.refused_by == tuple(
            party.name
            for party, value in zip(bargain.parties, mine, strict=True)
            if party.reservation is not None and value < party.reservation
        )
