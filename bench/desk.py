"""The desk at 100,000 entries of which its seat may read 40,000: pages, answers, start.

Pages are asked from inside the process, past the sockets; then of the real server, by ``wrk`` where
that is installed.
"""

from __future__ import annotations

import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from bench.figure import Figure
from wasit.entries import proposal_of
from wasit.journal import Journal, SystemChance
from wasit.seated import Seated
from wasit.web.serving import Asker
from wasit.web.site import Site

ENTRIES = 100_000
READABLE = 0.4
POINTS = 60
ROUNDS = 20
PAGES = (
    "/en/",
    "/ar/table",
    "/en/point/d1/7",
    "/en/play",
    "/ar/people",
    "/en/messages",
    "/en/reports",
    "/en/stop?for=upper",
    "/ar/brief",
    "/en/journal",
    "/en/search?q=words",
    "/en/packages",
)


def clock() -> datetime:
    return datetime(2026, 5, 1, 9, 0, tzinfo=UTC)


def fill(path: Path, seed: int = 1) -> None:
    """A record of that size, made by the desk."""
    source = random.Random(seed)
    with Journal.create(path, chance=SystemChance()) as journal:
        acting = Seated(journal, "desk", clock)
        acting.put([proposal_of(one) for one in frame()])
        left = ENTRIES
        while left > 0:
            some = min(1000, left)
            acting.put([proposal_of(one(source)) for _ in range(some)])
            left -= some


def frame() -> Iterator[dict[str, Any]]:
    yield {"kind": "talks", "name": {"en": "Bench"}, "audience": "all"}
    for seat, role in (("desk", "mediator"), ("upper", "party"), ("lower", "party")):
        yield {
            "kind": "seat",
            "label": seat,
            "name": {"en": seat.title()},
            "role": role,
            "audience": "all",
        }
    points = [
        {"label": str(p), "words": {"en": f"Point {p}.", "ar": f"البند {p}."}}
        for p in range(1, POINTS + 1)
    ]
    yield {
        "kind": "draft",
        "label": "d1",
        "title": {"en": "Draft"},
        "by": ["desk"],
        "points": points,
        "happened": "2026-01-05",
        "audience": "all",
    }


def one(source: random.Random) -> dict[str, Any]:
    readable = source.random() < READABLE
    seat = source.choice(("upper", "lower"))
    day = f"2026-{source.randint(1, 4):02d}-{source.randint(1, 28):02d}"
    words = {"en": f"Some words, number {source.random():.6f}.", "ar": "كلمات ما."}
    made: dict[str, Any]
    match source.randrange(4):
        case 0:
            made = {"kind": "statement", "seat": seat, "words": words}
        case 1:
            made = {"kind": "meeting", "status": "held", "seats": ["desk", seat]}
        case 2:
            made = {"kind": "note", "words": words}
        case _:
            made = {
                "kind": "response",
                "seat": seat,
                "stance": source.choice(("acceptable", "open", "unacceptable")),
                "basis": "told",
                "point": f"d1#{source.randint(1, POINTS)}",
            }
    return {**made, "happened": day, "audience": ["lower"] if readable else ["upper"]}


def main() -> None:
    """Print every figure beside its limit."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.wasit"
        fill(path)
        for group in (pages, served):
            for figure in group(path):
                print(figure, flush=True)


def pages(path: Path) -> Iterator[Figure]:
    """Each page, first and again; and an answer saved."""
    chance = SystemChance()
    seated = Seated(Journal.open(path, chance=chance), "lower", clock)
    asker = Asker(Site(seated, 8765, clock, chance, lambda _link: None))
    readable = len(seated.record)
    yield Figure("desk: entries that the seat may read", readable, "")
    for page in PAGES:
        times = [_asked(asker, page) for _ in range(ROUNDS)]
        yield Figure(f"desk: {page}, first", times[0] * 1000, "ms")
        p95 = statistics.quantiles(times[1:], n=20)[-1] * 1000
        yield Figure(f"desk: {page}, p95", p95, "ms", 150)
    saved = [_saved(asker, n) for n in range(ROUNDS)]
    yield Figure(
        "desk: an answer saved, p95", statistics.quantiles(saved, n=20)[-1] * 1000, "ms", 100
    )
    after = [_after_saving(asker, page, n) for n, page in enumerate(PAGES)]
    yield Figure("desk: the slowest page after a change", max(after) * 1000, "ms")


def _asked(asker: Asker, page: str) -> float:
    begun = time.perf_counter()
    found = asker.ask(page)
    assert found.status in (200, 422), (page, found.status)
    return time.perf_counter() - begun


def _saved(asker: Asker, n: int) -> float:
    fields = {
        "csrfmiddlewaretoken": asker.session.csrf,
        "draft": "d1",
        "point": str(n % POINTS + 1),
        "seat": "lower",
        "stance": "open",
        "basis": "own",
        "audience": "author",
        "n": "1",
    }
    begun = time.perf_counter()
    found = asker.ask(
        "/en/answer",
        method="POST",
        body=urlencode(fields).encode(),
        headers={"Origin": "http://127.0.0.1:8765"},
    )
    assert found.status in (200, 302, 303), found.status
    return time.perf_counter() - begun


def _after_saving(asker: Asker, page: str, n: int) -> float:
    _saved(asker, n)
    return _asked(asker, page)


def served(path: Path) -> Iterator[Figure]:
    """The real server: from the command to the link; then asked by ``wrk``, if installed."""
    command = [sys.executable, "-m", "wasit", "serve", "-r", str(path), "--as", "lower", "-p", "0"]
    begun = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        link = next(m[0] for line in process.stderr if (m := re.search(r"http://\S+", line)))
        yield Figure("desk: start of the server", time.perf_counter() - begun, "s", 3)
        if shutil.which("wrk"):
            cookie = _cookie(link)
            for page in PAGES:
                yield _loaded(link.partition("/enter")[0] + page, page, cookie)
        process.terminate()


def _cookie(link: str) -> str:
    """Go in by the link; what the browser would send from then on."""
    host = urlsplit(link)
    connection = HTTPConnection(host.netloc)
    connection.request("GET", host.path)
    given = connection.getresponse().getheader("Set-Cookie") or ""
    return given.partition(";")[0]


def _loaded(url: str, page: str, cookie: str) -> Figure:
    """The latency under which 99 of 100 answers came, two at a time."""
    # The first answer computes what the others show; it is among the figures above.
    urlopen(Request(url, headers={"Cookie": cookie})).read()
    line = ["wrk", "-t1", "-c2", "-d3s", "--timeout", "10s", "--latency"]
    done = subprocess.run(
        [*line, "-H", f"Cookie: {cookie}", url], capture_output=True, text=True, check=True
    )
    assert "Non-2xx" not in done.stdout, (page, done.stdout)
    number, unit = re.search(r"99%\s+([0-9.]+)(us|ms|s)", done.stdout).groups()  # type: ignore[union-attr]
    return Figure(f"desk: {page}, p99 by wrk", float(number) * _UNITS[unit], "ms", 150)


_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


if __name__ == "__main__":
    main()
