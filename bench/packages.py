"""Packages: every row in a process of its own, cold and warm, beside its limit and NegMAS.

``python -m bench.packages [SEED=n]`` prints all rows; ``make bench`` runs it. Cold is the first
answer of a fresh process, compiled parts read from their cache; warm the best of three after it.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from bench.bargains import bargain, constant_sum
from bench.figure import Figure

ROOT = Path(__file__).resolve().parents[1]
PEER = ROOT / ".venv-negmas"
PATIENCE = 400
"""Seconds that the peer has for an answer."""

THIRD = Fraction(3, 10)


@dataclass(frozen=True)
class Row:
    """What is measured, how, and what it is held to (seconds, warm)."""

    what: str
    job: Callable[[int], Callable[[], Any]]
    limit: float | None


def whole(*shape: int, **more: Any) -> Callable[[int], Callable[[], Any]]:
    """Frontier and four solutions, packages included."""

    def job(seed: int) -> Callable[[], Any]:
        from wasit.packages import solve

        made = bargain(*shape, seed=seed, **more)
        return lambda: solve(made)

    return job


def one(name: str, *shape: int, **more: Any) -> Callable[[int], Callable[[], Any]]:
    """One solution, proven."""

    def job(seed: int) -> Callable[[], Any]:
        from wasit.packages.searched import search_one

        made = bargain(*shape, seed=seed, reserve=THIRD, **more)
        return lambda: search_one(made, name)  # type: ignore[arg-type]

    return job


def constant(seed: int) -> Callable[[], Any]:
    from wasit.packages import solve

    made = constant_sum(28, 3, 4, seed)
    return lambda: solve(made)


def drawn(seed: int, draws: int = 10_000) -> Callable[[], Any]:
    from wasit.packages.doubt import study
    from wasit.packages.known import PartyKnown, Range, Wish
    from wasit.packages.middling import with_middles

    made = bargain(19, 4, 2, seed=seed, reserve=THIRD)
    parties = [
        PartyKnown(
            party.name,
            tuple(
                Wish(tuple(Range(x * Fraction(4, 5), x * Fraction(6, 5)) for x in row))
                for row in party.worth
            ),
            Range(party.reservation or Fraction(), (party.reservation or Fraction()) * 2),
        )
        for party in made.parties
    ]
    known = with_middles(made, parties)
    return lambda: study(known, draws, seed)


ROWS = (
    Row("8 issues x 8 options, 2 parties", whole(8, 8, 2), 139 / 50_000),
    Row("7 x 7, 3 parties", whole(7, 7, 3), 22 / 3_000),
    Row("19 x 5, 2 parties", whole(19, 5, 2), 0.001),
    Row("50 x 5, 2 parties", whole(50, 5, 2), 0.010),
    Row("28 x 3, 4 parties", whole(28, 3, 4), 0.4),
    Row("50 x 5, 3 parties", whole(50, 5, 3), 0.6),
    Row("50 x 5, 3 parties, full decimals", whole(50, 5, 3, points=None), 0.6),
    Row("28 x 5, 4 parties", whole(28, 5, 4), 1.2),
    Row("19 x 5, 5 parties", whole(19, 5, 5), 7.0),
    Row("Nash, 28 x 5, 6 parties", one("nash", 28, 5, 6), 0.05),
    Row("Nash, 50 x 5, 6 parties", one("nash", 50, 5, 6), 0.1),
    Row("max-min, 28 x 5, 6 parties", one("egalitarian", 28, 5, 6), 0.3),
    Row("max-min, 50 x 5, 6 parties", one("egalitarian", 50, 5, 6), 1.0),
    Row("Kalai-Smorodinsky, 28 x 5, 6", one("kalai_smorodinsky", 28, 5, 6), 0.3),
    Row("Kalai-Smorodinsky, 50 x 5, 6", one("kalai_smorodinsky", 50, 5, 6), 1.0),
    Row("Nash, 28 x 5, 6, 56 + 14 rules", one("nash", 28, 5, 6, forbidden=56, implied=14), 0.2),
    Row(
        "max-min, 28 x 5, 6, 56 + 14 rules",
        one("egalitarian", 28, 5, 6, forbidden=56, implied=14),
        0.8,
    ),
    Row("50 x 5, 2 parties, 50 + 10 rules", whole(50, 5, 2, forbidden=50, implied=10), 1.0),
    Row("10,000 draws of 19 x 4, 2 parties", drawn, 1.0),
    Row("constant sum, 28 x 3, 4 parties", constant, 5.0),
)


# --- in a process of its own ----------------------------------------------------------------------


def measure(number: int, seed: int) -> dict[str, Any]:
    """One row: seconds cold and warm, peak memory, and what came out."""
    from wasit.packages.compiled import warm

    job = ROWS[number].job(seed)
    begun = time.perf_counter()
    answer = job()
    cold = time.perf_counter() - begun
    warm()
    times = []
    for _ in range(3 if cold < 20 else 1):
        begun = time.perf_counter()
        job()
        times.append(time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cold": cold, "warm": min(times), "mb": peak, "told": told(answer)}


def told(answer: Any) -> str:
    """What came out, in a few words."""
    frontier = getattr(answer, "frontier", None)
    if frontier is not None:
        return f"{len(frontier):,} points"
    solutions = getattr(answer, "solutions", None)
    if solutions is not None:
        gaps = [
            float(s.bound / s.score - 1) for s in solutions.values() if s is not None and s.score
        ]
        return f"largest gap {max(gaps):.1e}"
    if answer is None:
        return "not found"
    proven = getattr(answer, "proven", None)
    return "" if proven is None else ("proven" if proven else "not proven")


# --- all rows -------------------------------------------------------------------------------------


def main(seed: int | None = None) -> None:
    """Print every row beside its limit, then the peer."""
    seed = int(os.environ.get("SEED") or 1) if seed is None else seed
    print(f"packages, seed {seed}")
    for number, row in enumerate(ROWS):
        print(_told(row, _run(number, seed)), flush=True)
    print(starting(), flush=True)
    for line in peer(seed):
        print(line, flush=True)


def _run(number: int, seed: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.packages", "row", str(number), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        return {"error": done.stderr.strip().splitlines()[-1:]}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _told(row: Row, found: dict[str, Any]) -> str:
    if "error" in found:
        return f"{row.what:<40} failed: {found['error']}"
    line = Figure(
        row.what, found["warm"] * 1000, "ms", None if row.limit is None else row.limit * 1000
    )
    return f"{line}; cold {found['cold'] * 1000:,.3g} ms, {found['mb']:,.0f} MB; {found['told']}"


def starting() -> Figure:
    """The first answer of a fresh process on a small scenario."""
    from wasit.packages.files import scenario_files

    with tempfile.TemporaryDirectory() as folder:
        ((name, text),) = scenario_files(bargain(3, 4, 2), "csv").items()
        path = Path(folder) / name
        path.write_text(text)
        command = [sys.executable, "-m", "wasit", "packages", str(path), "--json"]
        times = []
        for _ in range(3):
            begun = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
            times.append(time.perf_counter() - begun)
    return Figure("first answer of a fresh process, small scenario", min(times), "s", 1.2)


# --- the peer -------------------------------------------------------------------------------------


def peer(seed: int) -> Iterator[str]:
    """NegMAS on the same scenarios, from files, in an environment and a process of its own."""
    python = _environment()
    if python is None:
        yield "NegMAS could not be installed: not compared"
        return
    for number, shape, least in ((0, (8, 8, 2), 50_000), (1, (7, 7, 3), 3_000)):
        found = _peer_run(python, bargain(*shape, seed=seed))
        what = f"NegMAS, {ROWS[number].what}"
        if found is None:
            yield f"{what}: no answer in {PATIENCE} s"
            continue
        ours = _run(number, seed)["warm"]
        yield (
            f"{what:<58} {found['seconds']:>12,.4g} s, {found['mb']:,.0f} MB, "
            f"{found['points']} points; ratio {found['seconds'] / ours:,.0f} (at least {least:,})"
        )


def _environment() -> Path | None:
    python = PEER / "bin" / "python"
    if python.exists():
        return python
    quiet = {"capture_output": True, "check": True}
    try:
        subprocess.run([sys.executable, "-m", "venv", str(PEER)], **quiet)  # type: ignore[call-overload]
        subprocess.run([str(python), "-m", "pip", "install", "-q", "negmas"], **quiet)  # type: ignore[call-overload]
    except (subprocess.CalledProcessError, OSError):
        return None
    return python


def _peer_run(python: Path, made: Any) -> dict[str, Any] | None:
    from wasit.packages.files import scenario_files

    with tempfile.TemporaryDirectory() as folder:
        for name, text in scenario_files(made, "genius").items():
            (Path(folder) / name).write_text(text)
        script = str(ROOT / "bench" / "negmas_peer.py")
        try:
            done = subprocess.run(
                [str(python), script, folder], capture_output=True, text=True, timeout=PATIENCE
            )
        except subprocess.TimeoutExpired:
            return None
    if done.returncode:
        return None
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["row"]:
        print(json.dumps(measure(int(sys.argv[2]), int(sys.argv[3]))))
    else:
        main(next((int(a.partition("=")[2]) for a in sys.argv[1:] if a.startswith("SEED=")), None))
