"""The frontier and the solutions as a picture: SVG, the same bytes every time.

Two parties: one along, one up. More: an axis for each, a line for each outcome (Inselberg 1985).
Solutions differ by shape, and stand in a legend with their names; those that are one outcome share
a shape there, as in the picture. Nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from xml.sax.saxutils import escape

from wasit.packages.answer import SOLUTIONS, Answer, SolutionName
from wasit.packages.marks import (
    axis_number,
    bar,
    dashes,
    mark,
    marked_line,
    number,
    ring,
    stroke,
    text,
    thin_line,
    ticks,
)

WIDTH, HEIGHT = 800, 520
LEFT, RIGHT, TOP, BOTTOM = 70, 276, 48, 60
MOST = 3000
"""So many efficient outcomes are drawn at most, evenly chosen."""

LINES = 150
"""So many lines where there are several parties."""

LETTER = 8
"""How wide a letter is, about."""

Shape = SolutionName
"""A shape goes by the name of the solution that has it."""

Sample = Callable[[float, float], str]
"""Draws what the legend explains, at a place."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of a picture, in one language."""

    language: str
    title: str
    parties: tuple[str, ...]
    solutions: dict[SolutionName, str]
    efficient: str
    reservation: str
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        span = self.high - self.low or 1.0
        return round(self.start + (value - self.low) / span * (self.end - self.start), 2)


def svg(answer: Answer, labels: Labels) -> str:
    """The picture as SVG text. An answer without a frontier shows its solutions alone."""
    body = _two(answer, labels) if len(labels.parties) == 2 else _many(answer, labels)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" role="img" lang="{escape(labels.language)}" '
        'direction="ltr" '
        f'font-family="{_FONTS}" font-size="14" fill="#1b1b1b">'
    )
    title = f"<title>{escape(labels.title)}</title>"
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    return "\n".join([head, title, ground, *body, "</svg>", ""])


_FONTS = "Noto Sans, Noto Sans Arabic, DejaVu Sans, Arial, sans-serif"


def _points(answer: Answer, most: int) -> list[tuple[float, ...]]:
    """The efficient outcomes, some of them evenly chosen where there are too many."""
    frontier = answer.frontier or answer.near or ()
    count = len(frontier)
    step = max(1, -(-count // most))
    return [tuple(map(float, frontier[n].utilities)) for n in range(0, count, step)]


def _solved(answer: Answer) -> list[tuple[SolutionName, tuple[float, ...]]]:
    found = ((name, answer.solutions[name]) for name in SOLUTIONS)
    return [(name, tuple(map(float, one.utilities))) for name, one in found if one is not None]


def _shapes(solved: Sequence[tuple[SolutionName, tuple[float, ...]]]) -> dict[SolutionName, Shape]:
    """By solution, whose shape it is drawn with: the first's of those with the same utilities."""
    first: dict[tuple[float, ...], SolutionName] = {}
    return {name: first.setdefault(values, name) for name, values in solved}


def _reserves(answer: Answer) -> list[float | None]:
    def as_float(value: Fraction | None) -> float | None:
        return None if value is None else float(value)

    return [as_float(party.reservation) for party in answer.bargain.parties]


def _ends(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    pad = (high - low) * 0.06 or abs(high) * 0.06 or 1.0
    return low - pad, high + pad


# --- two parties ----------------------------------------------------------------------------------


def _two(answer: Answer, labels: Labels) -> Iterator[str]:
    points, solved, reserves = _points(answer, MOST), _solved(answer), _reserves(answer)
    told = [*points, *(values for _, values in solved)] or [(0.0, 0.0), (1.0, 1.0)]
    inside = [[one[axis] for one in told] for axis in (0, 1)]
    for axis, reserve in enumerate(reserves):
        if reserve is not None:
            inside[axis].append(reserve)
    box = _box(labels)
    along = Scale(*_ends(inside[0]), *box)
    up = Scale(*_ends(inside[1]), HEIGHT - BOTTOM, TOP)
    yield _heading(labels)
    yield from _axes(labels, along, up)
    yield from _walls(reserves, along, up)
    for x, y in points:
        yield ring(along(x), up(y))
    shapes = _shapes(solved)
    for name, (x, y) in solved:
        if shapes[name] == name:
            yield mark(name, along(x), up(y))
    samples: list[tuple[Sample, str]] = [
        (partial(mark, shapes[name]), labels.solutions[name]) for name, _ in solved
    ]
    if points:
        samples.append((ring, labels.efficient))
    if any(reserve is not None for reserve in reserves):
        samples.append((dashes, labels.reservation))
    yield from _legend(labels, samples)


def _box(labels: Labels) -> tuple[float, float]:
    """Where the picture itself begins and ends, along; mirrored from right to left."""
    if labels.right_to_left:
        return WIDTH - LEFT, RIGHT
    return LEFT, WIDTH - RIGHT


def _axes(labels: Labels, along: Scale, up: Scale) -> Iterator[str]:
    foot = HEIGHT - BOTTOM
    yield f'<path d="M{along.start} {TOP}V{foot}H{along.end}" fill="none" stroke="#1b1b1b"/>'
    for value in ticks(along.low, along.high):
        x = along(value)
        yield f'<path d="M{x} {foot}v5" stroke="#1b1b1b"/>'
        yield text(x, foot + 20, number(value), "middle", 12)
    side = 1 if labels.right_to_left else -1
    for value in ticks(up.low, up.high):
        y = up(value)
        yield f'<path d="M{along.start} {y}h{5 * side}" stroke="#1b1b1b"/>'
        yield text(along.start + 9 * side, y + 4, number(value), "start" if side > 0 else "end", 12)
    middle = (along.start + along.end) / 2
    yield text(middle, HEIGHT - 14, labels.parties[0], "middle", 14)
    x, y = along.start + 52 * side, (TOP + foot) / 2
    turned = f'transform="rotate({90 if labels.right_to_left else -90} {x} {y})"'
    yield f'<text x="{x}" y="{y}" text-anchor="middle" {turned}>{escape(labels.parties[1])}</text>'


def _walls(reserves: Sequence[float | None], along: Scale, up: Scale) -> Iterator[str]:
    style = 'fill="none" stroke="#8a2f2f" stroke-dasharray="6 4"'
    if reserves[0] is not None:
        yield f'<path d="M{along(reserves[0])} {TOP}V{HEIGHT - BOTTOM}" {style}/>'
    if reserves[1] is not None:
        yield f'<path d="M{along.start} {up(reserves[1])}H{along.end}" {style}/>'


# --- more parties ---------------------------------------------------------------------------------


def _many(answer: Answer, labels: Labels) -> Iterator[str]:
    points, solved, reserves = _points(answer, LINES), _solved(answer), _reserves(answer)
    told = [*points, *(values for _, values in solved)] or [(0.0,) * len(reserves)]
    scales = [
        _upright([one[axis] for one in told] + ([] if reserve is None else [reserve]))
        for axis, reserve in enumerate(reserves)
    ]
    begin, end = _box(labels)
    gap = (end - begin) / max(1, len(scales) - 1)
    places = [round(begin + gap * axis, 2) for axis in range(len(scales))]
    numbered = any(len(name) > abs(gap) / LETTER for name in labels.parties)
    yield _heading(labels)
    for values in points:
        yield f'<path d="{_line(values, scales, places)}" fill="none" stroke="#c3ccd4"/>'
    for axis, (place, scale, reserve) in enumerate(zip(places, scales, reserves, strict=True)):
        yield f'<path d="M{place} {scale.end}V{scale.start}" stroke="#1b1b1b"/>'
        yield text(place, HEIGHT - 38, number(scale.low), "middle", 11)
        yield text(place, TOP + 2, number(scale.high), "middle", 11)
        name = str(axis + 1) if numbered else labels.parties[axis]
        yield text(place, HEIGHT - 16, name, "middle", 12)
        if reserve is not None:
            yield bar(place, scale(reserve))
    shapes = _shapes(solved)
    for name, values in solved:
        if shapes[name] == name:
            line = _line(values, scales, places)
            yield f'<path d="{line}" {stroke(name)}/>'
            for place, scale, value in zip(places, scales, values, strict=True):
                yield mark(name, place, scale(value), 0.6)
    samples: list[tuple[Sample, str]] = [
        (partial(marked_line, shapes[name]), labels.solutions[name]) for name, _ in solved
    ]
    if points:
        samples.append((thin_line, labels.efficient))
    if any(reserve is not None for reserve in reserves):
        samples.append((bar, labels.reservation))
    if numbered:
        samples += [
            (partial(axis_number, axis + 1), name) for axis, name in enumerate(labels.parties)
        ]
    yield from _legend(labels, samples)


def _upright(values: Sequence[float]) -> Scale:
    """An axis from the least to the largest value."""
    low, high = (min(values), max(values)) if min(values) < max(values) else _ends(values)
    return Scale(low, high, HEIGHT - BOTTOM, TOP + 12)


def _line(values: Sequence[float], scales: Sequence[Scale], places: Sequence[float]) -> str:
    steps = zip(places, scales, values, strict=True)
    return "M" + "L".join(f"{place} {scale(value)}" for place, scale, value in steps)


# --- around the picture ---------------------------------------------------------------------------


def _heading(labels: Labels) -> str:
    if labels.right_to_left:
        return text(WIDTH - 24, 28, labels.title, "end", 17)
    return text(24, 28, labels.title, "start", 17)


def _legend(labels: Labels, samples: Sequence[tuple[Sample, str]]) -> Iterator[str]:
    right = labels.right_to_left
    x, words = (RIGHT - 46, RIGHT - 72) if right else (WIDTH - RIGHT + 46, WIDTH - RIGHT + 72)
    step = min(28, (HEIGHT - TOP - 32) // max(1, len(samples)))
    for row, (draw, said) in enumerate(samples):
        y = TOP + 16 + row * step
        yield draw(x, y)
        yield text(words, y + 5, said, "end" if right else "start", 13)
