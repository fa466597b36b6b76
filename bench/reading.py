"""How fast reports are read, and that memory stays as it is however many there are."""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figure import Figure
from bench.reports import report, write
from wasit.press.document import SourceText
from wasit.press.engine import RuleReader

MANY = 20_000
SOME = 1_000


def reading() -> list[Figure]:
    """One report at a time in this process, then many with the command."""
    return [_one(), _start_up(), *_many()]


def _one() -> Figure:
    """Reports of 400 words in both languages, one after another, after warm-up."""
    source = random.Random(400)
    texts = [SourceText(report(source)) for _ in range(60)]
    words = statistics.mean(len(text.text.split()) for text in texts)
    reader = RuleReader()
    for text in texts:
        reader.read(text)
    taken = []
    for text in texts:
        start = time.perf_counter()
        reader.read(text)
        taken.append(time.perf_counter() - start)
    per_400 = statistics.median(taken) * 400 / words
    return Figure("a report of 400 words in two languages, read", per_400 * 1000, "ms", 10)


def _start_up() -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), 1)
        runs = [_seconds(folder) for _ in range(3)]
    return Figure("wasit read of one report, start-up included", min(runs), "s", 1.5)


def _many() -> list[Figure]:
    """Many reports on all cores: reports a second, and how far the largest process grows."""
    with tempfile.TemporaryDirectory() as some, tempfile.TemporaryDirectory() as many:
        write(Path(some), SOME)
        write(Path(many), MANY)
        _seconds(some)
        before = _largest()
        taken = _seconds(many)
        grown = _largest() - before
    return [
        # A rate has a floor where the others have a ceiling: the time for 150 is what is limited.
        Figure(f"reports a second, {MANY:,} of them", MANY / taken, "/s"),
        Figure("150 of these reports", taken * 150 / MANY, "s", 1),
        Figure(f"memory grown from {SOME:,} to {MANY:,} reports", grown, "MB", 30),
    ]


def _seconds(folder: str) -> float:
    start = time.perf_counter()
    line = [sys.executable, "-m", "wasit", "read", folder, "--json"]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _largest() -> float:
    """The most memory that any process started from here has had, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    for figure in reading():
        print(figure, flush=True)
