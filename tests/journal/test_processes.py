"""Several processes at one record, and processes that are killed while they write."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from tests.journal.cast import batch, note, say, sit_down, words_of
from tests.journal.conftest import Fresh
from wasit.entries import Entry
from wasit.journal import Journal

# A test may fork beside the threads of xdist: the child uses nothing of theirs.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")

WRITERS = ("upper", "lower", "desk", "guest")
EACH = 2_000


def in_child(work: Callable[[], None]) -> int:
    """Run ``work`` in a copy of this warm process; its id. It ends with 0 when all went well."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    except BaseException as error:
        os.write(2, f"in the child: {error!r}\n".encode())
    finally:
        os._exit(status)


def test_four_processes_write_two_thousand_entries_each(fresh: Fresh) -> None:
    """8,000 acknowledged appends: all there, each writer's in its order, chain whole, no lock
    error. Half of them are for all, so that each writer keeps reading what the others write."""
    where = fresh()
    with Journal.create(where) as journal:
        sit_down(journal, *WRITERS)

    def write(name: str) -> None:
        with Journal.open(where) as journal:
            follower = journal.follow(name)
            for n in range(EACH):
                say(journal, follower, f"{name} {n}", audience=["all", []][n % 2])

    children = [in_child(lambda name=name: write(name)) for name in WRITERS]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(WRITERS)
    with Journal.open(where) as journal:
        assert len(journal) == len(WRITERS) * (EACH + 1)
        assert journal.verify() == []
        said = words_of(journal.keeper_entries())
    for name in WRITERS:
        own = [words for words in said if words.startswith(name)]
        assert own == [f"{name} {n}" for n in range(EACH)]


# --- kill -9 --------------------------------------------------------------------------------------


@dataclass
class Killed:
    """What a writer had said on its pipe when it was killed."""

    acknowledged: list[list[str]]
    pending: list[str] | None


def write_on(path: Path, seed: int, out: int) -> None:
    """Append batches of one and of three, more than there is time for; say each on the pipe
    before it and after it. They are made beforehand, so that it hardly ever waits for nothing."""
    chance = random.Random(seed)
    with Journal.open(path) as journal:
        follower = journal.follow("upper")
        batches = [notes(journal, chance.choice((1, 3))) for _ in range(200)]
        for entries in batches:
            ids = " ".join(entry.id for entry in entries)
            os.write(out, f"pending {ids}\n".encode())
            journal.append(follower, batch(*entries))
            os.write(out, f"acknowledged {ids}\n".encode())


def notes(journal: Journal, size: int) -> list[Entry]:
    return [note(journal, "upper", f"{n} of {size}") for n in range(size)]


def kill_a_writer(path: Path, seed: int) -> Killed:
    """Start a writer; kill it at a random moment after its first acknowledgement."""
    read_end, write_end = os.pipe()
    child = in_child(lambda: write_on(path, seed, write_end))
    os.close(write_end)
    with open(read_end) as lines:
        said = read_until_acknowledged(lines)
        spend(random.Random(-seed).uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        said += [line.split() for line in lines if line.endswith("\n")]
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, "the writer ended by itself"
    last = said[-1]
    return Killed(
        acknowledged=[ids for word, *ids in said if word == "acknowledged"],
        pending=last[1:] if last[0] == "pending" else None,
    )


def read_until_acknowledged(lines: IO[str]) -> list[list[str]]:
    said = []
    for line in lines:
        said.append(line.split())
        if said[-1][0] == "acknowledged":
            return said
    raise AssertionError("the writer ended before its first acknowledgement")


def spend(seconds: float) -> None:
    """Let time pass without sleeping: a sleep would end when the scheduler likes."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def check_what_is_left(path: Path, killed: Killed) -> None:
    """All that was acknowledged stands in order; what was pending stands whole or not at all."""
    with Journal.open(path) as journal:
        assert journal.verify() == []
        stands = [entry.id for entry in journal.keeper_entries() if entry.kind == "note"]
        acknowledged = [entry_id for ids in killed.acknowledged for entry_id in ids]
        assert stands[: len(acknowledged)] == acknowledged
        assert stands[len(acknowledged) :] in ([], killed.pending)
        say(journal, journal.follow("upper"), "and on")
        assert journal.verify() == []


def kill_many(folder: Path, runs: int) -> float:
    """In how many of the runs something was acknowledged and something pending at the kill."""
    both = 0
    for seed in range(1, runs + 1):
        path = folder / f"{seed}.wasit"
        with Journal.create(path) as journal:
            sit_down(journal, "upper")
        killed = kill_a_writer(path, seed)
        check_what_is_left(path, killed)
        both += bool(killed.acknowledged and killed.pending)
        path.unlink()
    return both / runs


@pytest.mark.parametrize("runs", [50, pytest.param(500, marks=pytest.mark.soak)])
def test_nothing_acknowledged_is_lost_to_kill_9(
    tmp_path: Path, tell: Callable[[str], None], runs: int
) -> None:
    both = kill_many(tmp_path, runs)
    tell(f"kill -9: {runs} runs, {both:.0%} with both acknowledged and pending entries")
    assert both >= 0.8
