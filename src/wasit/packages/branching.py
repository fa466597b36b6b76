"""The compiled search: branch and bound (Land and Doig 1960) with bounds by weights.

Loaded by :mod:`wasit.packages.optimising` when it is needed; nothing else imports it. At each node
the issues settled so far are fixed, and weights bound what any completion can have: its weighted
gains are at most the best options' of each open issue. The smallest gain is at most the gains
weighted by shares that sum to 1; a sum of gains, where all must meet their floors, is at most that
sum with more weight on any of them. The weights are bettered by subgradient steps (Polyak 1969)
until the node is hopeless or they are not getting better.
"""

# Numba reads types from the arguments; its decorator is not typed.
# mypy: disable-error-code="untyped-decorator,no-any-return"

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from wasit.packages.exact import Ints

Doubles = NDArray[np.float64]
Flags = NDArray[np.bool_]

NOTHING = 1e-18
"""A subgradient shorter than its root points nowhere: what is left of it is rounding."""


@njit(cache=True, nogil=True)
def _compared(
    gains: Doubles, who: Ints, other: Doubles, others: Ints, coarse: Flags, slack: float
) -> int:  # pragma: no cover
    """Two lists of sorted gains, the least first: 1 surely better, -1 surely worse, 0 unsure.

    Gains within the slack are surely equal only where they are the same party's, and that party's
    sums are further apart than the slack (``coarse``); nothing after an unsure place counts.
    """
    for place in range(len(gains)):
        if gains[place] > other[place] + slack:
            return 1
        if gains[place] < other[place] - slack:
            return -1
        if who[place] != others[place] or not coarse[who[place]]:
            return 0
    return 0


@njit(cache=True, nogil=True)
def _hold(
    package: Ints,
    gains: Doubles,
    who: Ints,
    count: int,
    held: Ints,
    held_gains: Doubles,
    held_who: Ints,
    held_sure: Flags,
    sure: bool,
    coarse: Flags,
    slack: float,
    ties: bool,
) -> int:  # pragma: no cover
    """Hold the package unless one held is surely better; let go of what it surely beats.

    What does not ``sure``ly meet every floor beats nothing. Without ``ties``, only one is held
    that surely beats what was held before. Returns how many are held then, or
    -1 where there is no room.
    """
    for place in range(count):
        how = _compared(gains, who, held_gains[place], held_who[place], coarse, slack)
        if held_sure[place] and (how < 0 or (how == 0 and sure and not ties)):
            return count
    kept = 0
    for place in range(count):
        how = _compared(gains, who, held_gains[place], held_who[place], coarse, slack)
        if how > 0 and sure:
            continue
        if kept != place:
            held[kept] = held[place]
            held_gains[kept], held_who[kept] = held_gains[place], held_who[place]
            held_sure[kept] = held_sure[place]
        kept += 1
    if kept == len(held):
        return -1
    held[kept], held_gains[kept], held_who[kept] = package, gains, who
    held_sure[kept] = sure
    return kept + 1


@njit(cache=True, nogil=True)
def _keeps(package: Ints, members: Ints, masks: Ints) -> bool:  # pragma: no cover
    for clause in range(len(members)):
        met = False
        for place in range(members.shape[1]):
            issue = members[clause, place]
            if issue >= 0 and masks[clause, place] >> package[issue] & 1:
                met = True
                break
        if not met:
            return False
    return True


@njit(cache=True, nogil=True)
def _narrowed(
    allowed: Ints, depth: int, package: Ints, touched: Ints, members: Ints, masks: Ints
) -> bool:  # pragma: no cover
    """Take out what clauses leave no room for, now that the issue before ``depth`` is settled.

    ``allowed``: by open issue, the options as bits. Returns whether every issue has one left.
    """
    for number in range(len(touched)):
        clause = touched[number]
        if clause < 0:
            break
        met, still_open, last = False, 0, -1
        for place in range(members.shape[1]):
            issue = members[clause, place]
            if issue < 0:
                break
            if issue < depth:
                if masks[clause, place] >> package[issue] & 1:
                    met = True
                    break
            elif allowed[issue] & masks[clause, place]:
                still_open += 1
                last = place
        if met:
            continue
        if still_open == 0:
            return False
        if still_open == 1:
            allowed[members[clause, last]] &= masks[clause, last]
    return True


@njit(cache=True, nogil=True)
def _told(
    gains: Doubles, given: Doubles, parties: int, sharing: bool
) -> tuple[Doubles, Ints]:  # pragma: no cover
    """What is compared: the sorted gains and whose they are; or the one sum."""
    if sharing:
        who = np.argsort(gains[:parties], kind="mergesort")
        return gains[who], who
    total = np.zeros(1)
    for p in range(parties):
        total[0] += given[p] * gains[p]
    return total, np.zeros(1, np.int64)


@njit(cache=True, nogil=True)
def branch(
    worth: Doubles,
    sizes: Ints,
    reservation: Doubles,
    given: Doubles,
    extra: Doubles,
    sharing: bool,
    floor: Doubles,
    sure: Doubles,
    touched: Ints,
    members: Ints,
    masks: Ints,
    counting: int,
    coarse: Flags,
    start: float,
    slack: float,
    margin: float,
    steps: int,
    nodes: int,
    held: Ints,
) -> tuple[int, int]:  # pragma: no cover
    """List packages of which one is the best, in ``held`` (room x issues).

    ``sharing``: it is the leximin best; else the one with the largest sum of gains under
    ``given`` weights. ``worth``: issues x options x parties, in the units of the gains, the first
    ``sizes`` options of each open; ``extra``: what the weights have beyond ``given``, to begin
    with; ``floor``: the least gain that each party must have; ``counting``: only the gains of so
    many parties, the first, make the value; ``members`` and ``masks``: clause by clause, its
    issues (then -1) and which of their options meet it; ``touched``: issue by issue, the clauses
    it is in (then -1); ``coarse``: see ``_compared``; ``start``: the least gain, or the sum, of a
    package that is known.
    ``slack``: what doubles may err; ``margin``: how much better a package must be to be looked
    for, minus the slack where all ties are.
    Returns how many are held (-1: more than there is room), whether nodes were left unseen (1)
    when it ended after ``nodes`` of them.
    """
    issues, width, everybody = worth.shape
    parties = counting
    best = start
    heaviest = 1e3 * max(1.0, (given + extra).max())
    compared = parties if sharing else 1
    held_gains = np.zeros((len(held), compared))
    held_who = np.zeros((len(held), compared), np.int64)
    held_sure = np.zeros(len(held), np.bool_)
    count = 0
    settled = np.zeros((issues + 1, everybody))
    settled[0] = -reservation
    weights = np.zeros((issues + 1, parties))
    weights[0] = extra
    allowed = np.zeros((issues + 1, issues), np.int64)
    for issue in range(issues):
        allowed[0, issue] = (1 << sizes[issue]) - 1
    order = np.zeros((issues, width), np.int64)
    tried = np.zeros(issues + 1, np.int64)
    choice = np.zeros(issues, np.int64)
    package = np.zeros(issues, np.int64)
    # What each party could have at most of the issues from here on.
    ahead = np.zeros((issues + 1, everybody))
    for issue in range(issues - 1, -1, -1):
        for p in range(everybody):
            most = worth[issue, 0, p]
            for option in range(1, sizes[issue]):
                most = max(most, worth[issue, option, p])
            ahead[issue, p] = ahead[issue + 1, p] + most
    mean, weight = np.zeros(everybody), np.zeros(parties)
    depth, entered, seen = 0, True, 0
    while depth >= 0:
        if entered:
            entered = False
            seen += 1
            if seen > nodes:
                return count, 1
            hopeless = False
            for p in range(everybody):
                most = settled[depth, p] + ahead[depth, p]
                if most < floor[p]:
                    hopeless = True
                if sharing and p < parties and most < best + margin:
                    hopeless = True
            if depth == issues and not hopeless:
                gains, who = _told(settled[depth], given, parties, sharing)
                meets = (settled[depth] >= sure).all()
                if meets:
                    best = max(best, gains[0])
                count = _hold(
                    package, gains, who, count, held, held_gains, held_who, held_sure, meets,
                    coarse, slack, margin < 0.0,
                )  # fmt: skip
                if count < 0:
                    return -1, 1
                hopeless = True
            nu = weights[depth]
            step = 0
            last = np.inf
            while not hopeless:
                bound = 0.0
                mean[:] = settled[depth]
                for p in range(parties):
                    weight[p] = given[p] + nu[p]
                    bound += weight[p] * mean[p]
                for issue in range(depth, issues):
                    top, leader = -np.inf, 0
                    for option in range(sizes[issue]):
                        if not allowed[depth, issue] >> option & 1:
                            continue
                        value = 0.0
                        for p in range(parties):
                            value += weight[p] * worth[issue, option, p]
                        if value > top:
                            top, leader = value, option
                    bound += top
                    choice[issue] = leader
                    mean += worth[issue, leader]
                if bound < best + margin:
                    hopeless = True
                    break
                # The leaders make a package of their own, perhaps a better one.
                enough = True
                for p in range(everybody):
                    enough = enough and mean[p] >= sure[p]
                if enough:
                    gains, who = _told(mean, given, parties, sharing)
                    if gains[0] > best + slack:
                        for issue in range(depth):
                            choice[issue] = package[issue]
                        if _keeps(choice, members, masks):
                            best = gains[0]
                            if margin >= 0.0:
                                # No node will come to it again.
                                count = _hold(
                                    choice, gains, who, count, held, held_gains, held_who,
                                    held_sure, True, coarse, slack, False,
                                )  # fmt: skip
                step += 1
                if step >= steps or (bound > last - 1e-3 * (bound - best) and step > steps // 2):
                    break
                last = bound
                average = mean[:parties].sum() / parties if sharing else 0.0
                size = 0.0
                for p in range(parties):
                    if nu[p] > 0.0 or mean[p] < average:
                        size += (mean[p] - average) ** 2
                if size <= NOTHING:
                    break
                length = (bound - best + slack) / size
                total = 0.0
                for p in range(parties):
                    # Not so heavy that what doubles err, times the weight, exceeds the slack.
                    nu[p] = min(max(nu[p] - length * (mean[p] - average), 0.0), heaviest)
                    total += nu[p]
                if sharing:
                    if total <= 0.0:
                        nu[:] = 1.0 / parties
                        break
                    for p in range(parties):
                        nu[p] /= total
            if hopeless:
                depth -= 1
                continue
            tried[depth] = 0
            values = np.empty(sizes[depth])
            for option in range(sizes[depth]):
                value = 0.0
                for p in range(parties):
                    value += (given[p] + nu[p]) * worth[depth, option, p]
                values[option] = -value
            order[depth, : sizes[depth]] = np.argsort(values)
        if tried[depth] == sizes[depth]:
            depth -= 1
            continue
        option = order[depth, tried[depth]]
        tried[depth] += 1
        if not allowed[depth, depth] >> option & 1:
            continue
        package[depth] = option
        settled[depth + 1] = settled[depth] + worth[depth, option]
        weights[depth + 1] = weights[depth]
        allowed[depth + 1] = allowed[depth]
        if len(members) and not _narrowed(
            allowed[depth + 1], depth + 1, package, touched[depth], members, masks
        ):
            continue
        depth += 1
        entered = True
    return count, 0
