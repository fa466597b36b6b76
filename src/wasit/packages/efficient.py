"""The efficient frontier over all packages that the rules allow, exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import overload

from wasit.packages.answer import Deal
from wasit.packages.bargain import Package
from wasit.packages.exact import Scaled, as_integers
from wasit.packages.joining import Links, Stage, beginning, join
from wasit.packages.rules import Course

ROOM = 3_000_000
"""How many points a stage may have before the frontier is given up."""

Progress = Callable[[int, int], None]
"""Told how many issues are joined, and of how many."""


class TooLarge(Exception):
    """A stage outgrew its room; ``joined`` issues were joined by then."""

    def __init__(self, joined: int) -> None:
        super().__init__(joined)
        self.joined = joined


@dataclass(frozen=True)
class Frontier(Sequence[Deal]):
    """The efficient utility vectors, best for the first party first."""

    scaled: Scaled
    course: Course
    stage: Stage
    links: tuple[Links, ...]
    _counts: dict[tuple[int, int], int] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return int(self.stage.sums.shape[1])

    @overload
    def __getitem__(self, place: int) -> Deal: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Deal]: ...
    def __getitem__(self, place: int | slice) -> Deal | Sequence[Deal]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        utilities = self.scaled.utilities(self.sums(place))
        return Deal(self.package(place), utilities, self.packages(place))

    def __iter__(self) -> Iterator[Deal]:
        return (self[place] for place in range(len(self)))

    def sums(self, place: int) -> list[int]:
        """The scaled sums of a vector, one a party."""
        return as_integers(self.stage.sums[:, place : place + 1])[0]

    def package(self, place: int) -> Package:
        """One of the packages behind a vector."""
        taken = [0] * len(self.links)
        for issue, links in zip(reversed(self._order), reversed(self.links), strict=True):
            edge = links.start[place]
            taken[issue] = int(links.option[edge])
            place = int(links.row[edge])
        return tuple(taken)

    def packages(self, place: int) -> int:
        """How many packages have that vector."""
        return self._ways(len(self.links), place)

    @cached_property
    def _order(self) -> tuple[int, ...]:
        return self.course.order

    def _ways(self, stage: int, place: int) -> int:
        if stage == 0:
            return 1
        key = (stage, place)
        known = self._counts.get(key)
        if known is None:
            links = self.links[stage - 1]
            rows = links.row[links.start[place] : links.start[place + 1]].tolist()
            known = sum(self._ways(stage - 1, row) for row in rows)
            self._counts[key] = known
        return known


def frontier(
    scaled: Scaled, course: Course, room: int = ROOM, progress: Progress | None = None
) -> Frontier:
    """The efficient frontier. Raises :class:`TooLarge` where a stage needs more than ``room``."""
    stage = beginning(scaled.limbs, scaled.parties)
    made: list[Links] = []
    before = 1
    for number, step in enumerate(course.steps):
        if progress is not None:
            progress(number, len(course.steps))
        stage, links = join(
            stage, scaled.rows[step.issue], step.source, step.option, step.target, step.states
        )
        made.append(links)
        points = stage.sums.shape[1]
        if points > room or _forecast(points, before, number + 1, len(course.steps)) > room:
            raise TooLarge(number + 1)
        before = points
    return Frontier(scaled, course, stage, tuple(made))


@dataclass(frozen=True, slots=True)
class Near:
    """Packages that come near to every efficient one."""

    deals: tuple[Deal, ...]
    error: tuple[Fraction, ...]
    """To each party: no package gives it more than one of the deals does by more than this,
    without giving somebody less."""


def near_frontier(scaled: Scaled, course: Course, room: int) -> Near | None:
    """A frontier on a coarser grid, the finest that fits in the room; none where none does.

    Each option's worth is cut to whole steps of a party's grid: a sum of n issues loses less than
    n steps by that. So what is efficient on the grid comes within n steps of all that is efficient
    (Papadimitriou and Yannakakis 2000).
    """
    for steps in (1 << 10, 1 << 8, 1 << 6, 1 << 5, 1 << 4, 1 << 3):
        sizes = [max(1, top // steps) for top in scaled.top]
        coarse = replace(
            scaled,
            worth=tuple(
                tuple(tuple(x // size for x, size in zip(row, sizes, strict=True)) for row in rows)
                for rows in scaled.worth
            ),
            top=tuple(top // size for top, size in zip(scaled.top, sizes, strict=True)),
        )
        try:
            found = frontier(coarse, course, room)
        except TooLarge:
            continue
        issues = len(course.steps)
        return Near(
            tuple(_true_deals(scaled, found)),
            tuple(
                Fraction(issues * (size - 1), scale)
                for size, scale in zip(sizes, scaled.scale, strict=True)
            ),
        )
    return None


def _true_deals(scaled: Scaled, found: Frontier) -> Iterator[Deal]:
    """The packages found, with what they are truly worth."""
    for place in range(len(found)):
        package = found.package(place)
        yield Deal(package, scaled.utilities(scaled.sums(package)), 1)


def _forecast(points: int, before: int, joined: int, issues: int) -> float:
    """About how many points the last stage will have, if growth goes on as it did.

    Growth by a power of the number of issues: with ``points`` after n issues and ``before`` after
    one less, the power is about ``n (points / before - 1)``. Only asked for once there are many,
    and taken for a fiftieth of what it says, as growth slows down towards the end.
    """
    if points < 100_000 or points <= before:
        return 0.0
    power = joined * (points / before - 1.0)
    return float(0.02 * points * (issues / joined) ** min(power, 100.0))
