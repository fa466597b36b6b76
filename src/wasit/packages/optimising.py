"""The largest smallest gain, or the largest sum: laid out for the compiled search."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from wasit.packages.aims import Least, Sum
from wasit.packages.bounds import Doubles, Table
from wasit.packages.exact import Ints
from wasit.packages.rules import Terms

NODES = 1_000_000
"""How many nodes are looked at before the search ends unproven: some seconds."""

STEPS = 12
"""How often the weights of a node are bettered at most."""

ROOM = 5_000
"""How many packages of about the same value are held side by side."""

SLACK = 1e-9
"""Of the largest gains: what doubles may err, and much more."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Packages of which one is the best, where the search is complete."""

    packages: Ints
    complete: bool


def fairest(
    table: Table, terms: Terms, aim: Least, shares: Doubles, known: Doubles, nodes: int = NODES
) -> Listed:
    """List the leximin best packages, as far as doubles can tell.

    ``shares``: by party, to begin with; ``known``: the gains of a known package, by party.
    """
    counting = np.array([unit > 0 for unit in aim.units])
    parties = np.concatenate((np.flatnonzero(counting), np.flatnonzero(~counting)))
    some = int(counting.sum())
    extra = shares[parties][:some]
    laid = replace(
        table,
        worth=(table.worth * aim.per)[:, :, parties],
        reservation=(table.reservation * aim.per)[parties],
        grain_over=(table.grain_over * aim.per)[parties],
    )
    job = _Job(
        given=np.zeros(some),
        extra=extra / extra.sum(),
        sharing=True,
        least=0.0 if aim.over_acceptable else -np.inf,
        start=float((known * aim.per)[counting].min()),
        grain=(table.grain * aim.per)[parties][:some],
        nodes=nodes,
    )
    return _branched(laid, terms, job)


def largest_sum(
    table: Table,
    terms: Terms,
    aim: Sum,
    extra: Doubles,
    known: Doubles,
    nodes: int = NODES,
    *,
    step: float = 0.0,
) -> Listed:
    """List the packages with the largest sum under the aim's weights, over acceptable ones.

    ``extra``: weights beyond those, by party, to begin with. ``step``: where all sums are
    multiples of it, one package is listed in place of all that tie, if any beats the known one.
    """
    job = _Job(
        given=aim.given,
        extra=extra,
        sharing=False,
        least=0.0,
        start=float(known @ aim.given),
        grain=np.zeros(1),
        nodes=nodes,
        step=step,
    )
    return _branched(table, terms, job)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is searched for: see :func:`wasit.packages.branching.branch`."""

    given: Doubles
    extra: Doubles
    sharing: bool
    least: float
    """The gain that every party must have."""
    start: float
    grain: Doubles
    """By what is compared: all differences of the same party's are multiples of it."""
    nodes: int
    step: float = 0.0


def _branched(table: Table, terms: Terms, job: _Job) -> Listed:
    from wasit.packages.branching import branch

    order = _order(table, job.given + job.extra)
    options = [np.array(terms.open[issue]) for issue in order]
    rows = np.zeros_like(table.worth)
    for place, issue in enumerate(order):
        rows[place, : len(options[place])] = table.worth[issue, options[place]]
    members, masks, touched = _clauses(terms, order)
    blur = SLACK * (float(np.abs(rows).max(axis=(1, 2)).sum()) + 1e-300)
    slack = blur * max(1.0, float((job.given + job.extra).max()))
    # Where all gains are multiples of more than doubles err, what seems just enough is enough.
    sure = np.where(table.grain_over > 4 * blur, job.least - blur, job.least + blur)
    floor = np.full(rows.shape[2], job.least - blur)
    held = np.zeros((ROOM, len(order)), np.int64)
    count, unseen = branch(
        rows, np.array([len(row) for row in options]), table.reservation, job.given, job.extra,
        job.sharing, floor, sure, touched, members, masks, len(job.given),
        job.grain > 4 * slack, job.start, slack,
        job.step / 2 if job.step > 4 * slack else -slack, STEPS, job.nodes, held,
    )  # fmt: skip
    packages = np.zeros((max(count, 0), len(order)), np.int64)
    for place, issue in enumerate(order):
        packages[:, issue] = options[place][held[: len(packages), place]]
    return Listed(packages, complete=count >= 0 and not unseen)


def _order(table: Table, weights: Doubles) -> Ints:
    """The issues at which most is at stake first: once they are settled, bounds are tight."""
    closed = (table.closed != 0.0)[:, :, None]
    worth = table.worth[:, :, : len(weights)]
    most = np.where(closed, -np.inf, worth).max(axis=1)
    least = np.where(closed, np.inf, worth).min(axis=1)
    return np.asarray((-((most - least) @ weights)).argsort(kind="stable"), np.int64)


def _clauses(terms: Terms, order: Ints) -> tuple[Ints, Ints, Ints]:
    """The clauses over places in the order and over open options, and by place which touch it."""
    places = {int(issue): place for place, issue in enumerate(order)}
    longest = max((len(clause) for clause in terms.clauses), default=1)
    members = np.full((len(terms.clauses), longest), -1, np.int64)
    masks = np.zeros((len(terms.clauses), longest), np.int64)
    touching: list[list[int]] = [[] for _ in order]
    for number, clause in enumerate(terms.clauses):
        for column, (issue, mask) in enumerate(clause):
            members[number, column] = places[issue]
            open_here = enumerate(terms.open[issue])
            masks[number, column] = sum(1 << at for at, option in open_here if mask >> option & 1)
            touching[places[issue]].append(number)
    most = max((len(row) for row in touching), default=0) + 1
    touched = np.array([row + [-1] * (most - len(row)) for row in touching], np.int64)
    return members, masks, touched
