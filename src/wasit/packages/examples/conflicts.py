"""The smallest set of comparisons that cannot hold together with what else is said."""

from __future__ import annotations

from wasit.packages.examples.margin import widest
from wasit.packages.examples.rows import rows_of
from wasit.packages.known import PartyKnown


def clashing(party: PartyKnown) -> tuple[int, ...]:
    """Numbers of comparisons none of which can be left out of the clash; empty where all hold.

    Found by leaving out one after the other (deletion filter, Chinneck and Dravnieks 1991): the
    set is minimal, there may be others. Values and orders are taken as they are; alone they never
    clash, for what contradicts itself was left out before.
    """
    rows = rows_of(party)
    everything = range(len(party.comparisons))
    if not party.comparisons or widest(rows) is not None:
        return ()
    out: list[int] = []
    for number in everything:
        if widest(rows.without([*out, number])) is None:
            out.append(number)
    return tuple(number for number in everything if number not in out)
