"""The frontier and the solutions as a picture: SVG, the same bytes every time.

Two parties: one along, one up. More: an axis for each, a line for each outcome (Inselberg 1985).
Solutions differ by shape, and stand in a legend with their names; nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from xml.sax.saxutils import escape

from wasit.packages.answer import SOLUTIONS, Answer, SolutionName

WIDTH, HEIGHT = 800, 520
LEFT, RIGHT, TOP, BOTTOM = 70, 276, 48, 60
MOST = 3000
"""So many efficient outcomes are drawn at most, evenly chosen."""

LINES = 150
"""So many lines where there are several parties."""

SHAPES: dict[SolutionName, str] = {
    "nash": "M0-8L8 6H-8Z",
    "kalai_smorodinsky": "M-7-7H7V7H-7Z",
    "egalitarian": "M0-9L9 0L0 9L-9 0Z",
    "utilitarian": "M-3-8H3V-3H8V3H3V8H-3V3H-8V-3H-3Z",
}
DASHES: dict[SolutionName, str] = {
    "nash": "",
    "kalai_smorodinsky": "9 4",
    "egalitarian": "2 4",
    "utilitarian": "12 4 2 4",
}


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
        yield f'<circle cx="{along(x)}" cy="{up(y)}" r="3" fill="none" stroke="#5a6b7b"/>'
    for name, (x, y) in solved:
        yield _mark(name, along(x), up(y))
    yield from _legend(labels, [name for name, _ in solved], bool(points), any(
        reserve is not None for reserve in reserves))  # fmt: skip


def _box(labels: Labels) -> tuple[float, float]:
    """Where the picture itself begins and ends, along; mirrored from right to left."""
    if labels.right_to_left:
        return WIDTH - LEFT, RIGHT
    return LEFT, WIDTH - RIGHT


def _axes(labels: Labels, along: Scale, up: Scale) -> Iterator[str]:
    foot = HEIGHT - BOTTOM
    yield f'<path d="M{along.start} {TOP}V{foot}H{along.end}" fill="none" stroke="#1b1b1b"/>'
    for value in _ticks(along.low, along.high):
        x = along(value)
        yield f'<path d="M{x} {foot}v5" stroke="#1b1b1b"/>'
        yield _text(x, foot + 20, _number(value), "middle", 12)
    side = 1 if labels.right_to_left else -1
    for value in _ticks(up.low, up.high):
        y = up(value)
        yield f'<path d="M{along.start} {y}h{5 * side}" stroke="#1b1b1b"/>'
        yield _text(
            along.start + 9 * side, y + 4, _number(value), "start" if side > 0 else "end", 12
        )
    middle = (along.start + along.end) / 2
    yield _text(middle, HEIGHT - 14, labels.parties[0], "middle", 14)
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
        Scale(
            *_ends([one[axis] for one in told] + ([] if reserve is None else [reserve])),
            HEIGHT - BOTTOM,
            TOP + 12,
        )
        for axis, reserve in enumerate(reserves)
    ]
    begin, end = _box(labels)
    gap = (end - begin) / max(1, len(scales) - 1)
    places = [round(begin + gap * axis, 2) for axis in range(len(scales))]
    yield _heading(labels)
    for values in points:
        yield f'<path d="{_line(values, scales, places)}" fill="none" stroke="#c3ccd4"/>'
    for place, scale, reserve, party in zip(places, scales, reserves, labels.parties, strict=True):
        yield f'<path d="M{place} {scale.end}V{scale.start}" stroke="#1b1b1b"/>'
        yield _text(place, HEIGHT - 38, _number(scale.low), "middle", 11)
        yield _text(place, TOP + 6, _number(scale.high), "middle", 11)
        yield _text(place, HEIGHT - 16, _short(party, gap), "middle", 12)
        if reserve is not None:
            y = scale(reserve)
            yield f'<path d="M{place - 8} {y}H{place + 8}" stroke="#8a2f2f" stroke-width="3"/>'
    for name, values in solved:
        dash = f' stroke-dasharray="{DASHES[name]}"' if DASHES[name] else ""
        line = _line(values, scales, places)
        yield f'<path d="{line}" fill="none" stroke="#1f4e79" stroke-width="2"{dash}/>'
        for place, scale, value in zip(places, scales, values, strict=True):
            yield _mark(name, place, scale(value), 0.6)
    yield from _legend(labels, [name for name, _ in solved], bool(points), any(
        reserve is not None for reserve in reserves))  # fmt: skip


def _line(values: Sequence[float], scales: Sequence[Scale], places: Sequence[float]) -> str:
    steps = zip(places, scales, values, strict=True)
    return "M" + "L".join(f"{place} {scale(value)}" for place, scale, value in steps)


def _short(name: str, gap: float) -> str:
    """A name that fits between the axes: its beginning and, where names differ, its end."""
    most = max(6, int(abs(gap) / 8))
    return name if len(name) <= most else f"{name[:2]}…{name[3 - most :]}"


# --- parts ----------------------------------------------------------------------------------------


def _heading(labels: Labels) -> str:
    if labels.right_to_left:
        return _text(WIDTH - 24, 28, labels.title, "end", 17)
    return _text(24, 28, labels.title, "start", 17)


def _text(x: float, y: float, words: str, anchor: str, size: int) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}">{escape(words)}</text>'


def _mark(name: SolutionName, x: float, y: float, size: float = 1.0) -> str:
    grown = f" scale({size})" if size != 1.0 else ""
    return (
        f'<path d="{SHAPES[name]}" transform="translate({x} {y}){grown}" fill="#f2b134" '
        f'stroke="#1b1b1b" stroke-width="1.5"/>'
    )


def _legend(
    labels: Labels, names: Sequence[SolutionName], points: bool, walls: bool
) -> Iterator[str]:
    right = labels.right_to_left
    x, words = (RIGHT - 46, RIGHT - 64) if right else (WIDTH - RIGHT + 46, WIDTH - RIGHT + 64)
    side = "end" if right else "start"
    y = TOP + 16
    for name in names:
        yield _mark(name, x, y)
        yield _text(words, y + 5, labels.solutions[name], side, 13)
        y += 28
    if points:
        yield f'<circle cx="{x}" cy="{y}" r="3" fill="none" stroke="#5a6b7b"/>'
        yield _text(words, y + 5, labels.efficient, side, 13)
        y += 28
    if walls:
        yield (
            f'<path d="M{x - 9} {y}h18" fill="none" stroke="#8a2f2f" stroke-width="2" '
            f'stroke-dasharray="6 4"/>'
        )
        yield _text(words, y + 5, labels.reservation, side, 13)


def _ticks(low: float, high: float) -> list[float]:
    """Five or so round values between the ends."""
    span = high - low
    power = 10.0 ** (len(str(int(span))) - 1) if span >= 1 else 10.0 ** -len(_zeros(span))
    step = next(s for s in (power / 5, power / 2, power, power * 2, power * 5) if span / s <= 6)
    first = -(-low // step)
    return [round((first + n) * step, 12) for n in range(int(span / step) + 1)
            if low <= (first + n) * step <= high]  # fmt: skip


def _zeros(span: float) -> str:
    """The zeros behind the point, and one more: how small a number below 1 is."""
    digits = f"{span:.12f}".split(".")[1]
    return digits[: len(digits) - len(digits.lstrip("0")) + 1]


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) < 1e6 else f"{value:.3g}"
