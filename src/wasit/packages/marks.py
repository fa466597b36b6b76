"""What a picture is drawn with: shapes, lines, words and round numbers, as SVG."""

from __future__ import annotations

from xml.sax.saxutils import escape

from wasit.packages.answer import SolutionName

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


def text(x: float, y: float, words: str, anchor: str, size: int) -> str:
    """Words at a place; ``anchor`` as in SVG."""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}">{escape(words)}</text>'


def mark(name: SolutionName, x: float, y: float, size: float = 1.0) -> str:
    """A solution's shape."""
    grown = f" scale({size})" if size != 1.0 else ""
    return (
        f'<path d="{SHAPES[name]}" transform="translate({x} {y}){grown}" fill="#f2b134" '
        f'stroke="#1b1b1b" stroke-width="1.5"/>'
    )


def ring(x: float, y: float) -> str:
    """An efficient outcome."""
    return f'<circle cx="{x}" cy="{y}" r="3" fill="none" stroke="#5a6b7b"/>'


def dashes(x: float, y: float) -> str:
    """A piece of the line at a reservation value."""
    style = 'fill="none" stroke="#8a2f2f" stroke-width="2" stroke-dasharray="6 4"'
    return f'<path d="M{x - 9} {y}h18" {style}/>'


def bar(x: float, y: float) -> str:
    """A reservation value on an upright axis."""
    return f'<path d="M{x - 8} {y}h16" stroke="#8a2f2f" stroke-width="3"/>'


def thin_line(x: float, y: float) -> str:
    """A piece of an efficient outcome, where it is a line."""
    return f'<path d="M{x - 16} {y}h32" stroke="#c3ccd4" stroke-width="2"/>'


def marked_line(name: SolutionName, x: float, y: float) -> str:
    """A piece of a solution, where it is a line."""
    return f'<path d="M{x - 16} {y}h32" {stroke(name)}/>' + mark(name, x, y, 0.6)


def stroke(name: SolutionName) -> str:
    """How a solution's line is drawn: its own dashes."""
    dash = f' stroke-dasharray="{DASHES[name]}"' if DASHES[name] else ""
    return f'fill="none" stroke="#1f4e79" stroke-width="2"{dash}'


def axis_number(number: int, x: float, y: float) -> str:
    """The number by which an axis goes."""
    return text(x, y + 5, str(number), "middle", 13)


def ticks(low: float, high: float) -> list[float]:
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


def number(value: float) -> str:
    """A value, to three places."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) < 1e6 else f"{value:.3g}"
