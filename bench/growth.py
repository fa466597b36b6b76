"""How the cost grows: with issues, options, parties, rules and draws. A table, and a plot as SVG.

``python -m bench.growth [FILE.svg]`` prints the table; with a file, it draws it too.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.bargains import bargain
from bench.packages import THIRD
from bench.packages import drawn as drawings

PATIENCE = 8.0
"""Seconds after which a row goes on no further."""


def rows() -> Iterator[tuple[str, list[tuple[int, float, str]]]]:
    """By what grows: how many, seconds, what came out."""
    from wasit.packages import solve
    from wasit.packages.compiled import warm
    from wasit.packages.searched import search_one

    warm()

    def whole(**more: Any) -> Callable[..., Any]:
        return lambda *shape: solve(bargain(*shape, **more))

    yield "issues, 5 options, 2 parties", _grown(whole(), [(n, 5, 2) for n in (10, 20, 40, 80)], 0)
    yield "issues, 5 options, 3 parties", _grown(whole(), [(n, 5, 3) for n in (10, 20, 40, 80)], 0)
    yield "issues, 3 options, 4 parties", _grown(whole(), [(n, 3, 4) for n in (10, 20, 30, 40)], 0)
    yield "options, 20 issues, 3 parties", _grown(whole(), [(20, n, 3) for n in (2, 4, 8, 16)], 1)
    yield "parties, 12 issues of 4", _grown(whole(), [(12, 4, n) for n in (2, 3, 4, 5)], 2)
    for name in ("nash", "egalitarian"):
        searched = [(28, 5, n) for n in (4, 6, 8, 10)]

        def one(*shape: int, name: str = name) -> Any:
            return search_one(bargain(*shape, reserve=THIRD), name)  # type: ignore[arg-type]

        yield f"parties, 28 issues of 5, {name} alone", _grown(one, searched, 2)
    ruled = []
    for count in (0, 20, 40, 60):
        made = bargain(30, 4, 2, forbidden=count)
        ruled.append((count, *_timed(lambda made=made: solve(made))))  # type: ignore[misc]
    yield "forbidden pairs, 30 issues of 4, 2 parties", ruled
    yield (
        "draws, 19 issues of 4, 2 parties",
        [(count, *_timed(drawings(1, count))) for count in (100, 1_000, 10_000, 100_000)],
    )


def _grown(
    job: Callable[..., Any], shapes: list[tuple[int, ...]], place: int
) -> list[tuple[int, float, str]]:
    found = []
    for shape in shapes:
        seconds, told = _timed(lambda shape=shape: job(*shape))  # type: ignore[misc]
        found.append((shape[place], seconds, told))
        if seconds > PATIENCE:
            break
    return found


def _timed(job: Callable[[], Any]) -> tuple[float, str]:
    from bench.packages import told

    best = math.inf
    for _ in range(2):
        begun = time.perf_counter()
        answer = job()
        best = min(best, time.perf_counter() - begun)
        if best > 1:
            break
    return best, told(answer)


def table(found: list[tuple[str, list[tuple[int, float, str]]]]) -> str:
    """The figures as Markdown."""
    lines = ["| what grows | how many | seconds | |", "|---|---|---|---|"]
    for what, steps in found:
        for count, seconds, told in steps:
            lines.append(f"| {what} | {count} | {seconds:.3g} | {told} |")
    return "\n".join(lines)


def drawn(found: list[tuple[str, list[tuple[int, float, str]]]]) -> str:
    """Seconds over counts, both in powers of ten; one line for what grows."""
    width, height, left, right, top, bottom = 860, 460, 60, 330, 20, 46
    points = [(n + 1, s) for _, steps in found for n, s, _ in steps]
    low, high = (math.floor(math.log10(min(s for _, s in points))),
                 math.ceil(math.log10(max(s for _, s in points))))  # fmt: skip
    most = math.log10(max(n for n, _ in points))

    def place(n: int, seconds: float) -> tuple[float, float]:
        x = left + (width - left - right) * math.log10(n + 1) / most
        y = height - bottom - (height - top - bottom) * (math.log10(seconds) - low) / (high - low)
        return round(x, 1), round(y, 1)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="DejaVu Sans, sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for power in range(low, high + 1):
        _, y = place(0, 10.0**power)
        out.append(f'<path d="M{left} {y}H{width - right}" stroke="#dde"/>')
        label = f"{10.0**power:g} s"
        out.append(f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{label}</text>')
    dashes = ("", "7 3", "2 3", "10 3 2 3")
    for number, (what, steps) in enumerate(found):
        dash = dashes[number % 4]
        colour = ("#1f4e79", "#8a2f2f")[number // 4 % 2]
        line = "L".join(f"{x} {y}" for x, y in (place(n, s) for n, s, _ in steps))
        style = f'fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"'
        out.append(f'<path d="M{line}" {style}/>')
        y = top + 14 + number * 24
        out.append(f'<path d="M{width - right + 12} {y}h30" {style}/>')
        out.append(f'<text x="{width - right + 50}" y="{y + 4}">{what}</text>')
    for n in (1, 10, 100, 1000, 10_000, 100_000):
        x, _ = place(n - 1, 10.0**low)
        if x <= width - right:
            out.append(f'<text x="{x}" y="{height - 24}" text-anchor="middle">{n}</text>')
    out.append("</svg>")
    return "\n".join(out) + "\n"


def main() -> None:
    """Print the table; draw it where a file is named."""
    found = list(rows())
    print(table(found))
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(drawn(found), encoding="utf-8")


if __name__ == "__main__":
    main()
