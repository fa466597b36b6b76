"""``make bench``: every figure beside its limit, in one run.

A ratio under 1 is within the limit. Figures without a limit are there to be compared over time.
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bench import desk, packages, press, texts
from bench.figure import Figure
from bench.material import entries
from bench.reading import reading
from wasit.brief import brief, to_html, to_terminal
from wasit.entries import Entry, chain, proposal_of
from wasit.entries.case import read_case
from wasit.journal import Journal
from wasit.record import Record, state_of_play
from wasit.seated import Seated

T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    for group in (folding, briefing, appending, reading):
        for figure in group():
            print(figure, flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(Figure("peak memory of this run", peak, "MB"))
    desk.main()
    packages.main()
    if press.SHARED.is_dir():
        press.main(())
        texts.main(())


def folding() -> list[Figure]:
    """The fold of 100,000 parsed entries, and of one more."""
    many = list(entries(100_000))
    more = list(islice(entries(100_200), 100_000, 100_200))
    gc.collect()
    whole, record = best(lambda: Record.of(many))
    singles = [seconds(lambda e=entry: record.add(e))[0] for entry in more]
    seen, _ = best(lambda: list(chain(many, "upper")))
    return [
        Figure("fold of 100,000 parsed entries", whole, "s", 1),
        Figure("one entry more, median of 200", statistics.median(singles) * 1000, "ms", 1),
        Figure("a seat's chain out of 100,000 entries", seen, "s"),
        Figure(
            "state of play of 60 points at 100,000 entries",
            best(lambda: state_of_play(record))[0],
            "s",
        ),
        Figure("memory per entry in a record", _bytes_per_entry(many), "B"),
    ]


def _bytes_per_entry(many: Sequence[Entry]) -> float:
    import tracemalloc

    tracemalloc.start()
    record = Record.of(many)
    used = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return used / len(record)


def briefing() -> list[Figure]:
    """The brief of 10,000 entries, built and rendered."""
    record = Record.of(entries(10_000))

    def whole() -> str:
        page = brief(record, "2025-12-31", seat="desk")
        to_terminal(page, ("ar", "en"), width=80, colour=False)
        return to_html(page, ("en", "ar"))

    return [Figure("brief of 10,000 entries, terminal and HTML", best(whole)[0], "s", 1)]


def appending() -> list[Figure]:
    """Appends that are acknowledged when synced, one by one and in batches of 100."""
    with tempfile.TemporaryDirectory() as folder:
        acting = _small_talks(Path(folder) / "bench.wasit")
        note = proposal_of({"kind": "note", "words": {"en": "A note."}})
        single, _ = seconds(lambda: [acting.put([note]) for _ in range(500)])
        batched, _ = seconds(lambda: [acting.put([note] * 100) for _ in range(50)])
    return [
        Figure("appends one by one", 500 / single, "/s"),
        Figure("appends in batches of 100", 5000 / batched, "/s"),
    ]


def _small_talks(path: Path) -> Seated:
    acting = Seated(Journal.create(str(path)), "desk")
    case = (
        b"defaults: {audience: all}\ntalks: {name: {en: Bench}}\n"
        b"seat: {label: desk, name: {en: Desk}, role: mediator}\n"
    )
    acting.put(read_case(case, "bench"))
    return acting


def seconds(work: Callable[[], T]) -> tuple[float, T]:
    """How long ``work`` takes once, and its result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def best(work: Callable[[], T], rounds: int = 3) -> tuple[float, T]:
    """The shortest of a few runs, and the last result."""
    runs = [seconds(work) for _ in range(rounds)]
    return min(run[0] for run in runs), runs[-1][1]


if __name__ == "__main__":
    sys.exit(main())
