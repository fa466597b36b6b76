"""The gate does the same work whatever is hidden: same statements, same rows, same steps."""

from __future__ import annotations

from pathlib import Path

from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.journal.cast import batch, note, say, sit_down
from wasit.entries import line_of
from wasit.journal import Journal

HIDDEN = 300


def record(path: Path, hidden: int) -> Journal:
    """Twenty entries that ``lower`` may read, with ``hidden`` others between each two."""
    journal = Journal.create(path)
    seats = sit_down(journal, "upper", "lower")
    for n in range(20):
        secret = [note(journal, "upper", f"{n} {h}", audience=[]) for h in range(hidden // 20)]
        journal.append(seats["upper"], batch(*secret))
        say(journal, seats["upper"], f"{n}", audience=["all", ["lower"]][n % 2])
    return journal


def steps(journal: Journal) -> int:
    """How many steps SQLite's machine takes to answer for ``lower``."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    raw = connections[journal._alias].connection
    raw.set_progress_handler(step, 1)
    try:
        list(journal.entries_for("lower"))
    finally:
        raw.set_progress_handler(None, 1)
    return taken


def statements(journal: Journal) -> list[str]:
    with CaptureQueriesContext(connections[journal._alias]) as captured:
        list(journal.entries_for("lower"))
    return [query["sql"] for query in captured]


def test_hidden_entries_cost_the_reader_nothing(tmp_path: Path) -> None:
    with record(tmp_path / "j", 0) as without, record(tmp_path / "k", HIDDEN) as among:
        assert len(among) == len(without) + HIDDEN
        assert statements(among) == statements(without)
        assert len(statements(among)) == 1
        assert steps(among) == steps(without)


def test_what_a_seat_reads_costs_steps(tmp_path: Path) -> None:
    """The count of steps can tell: one readable entry more, and it is higher."""
    with record(tmp_path / "j", 0) as journal:
        before = steps(journal)
        say(journal, journal.follow("upper"), "one more")
        assert steps(journal) > before


def test_reading_walks_the_readers_and_nothing_else(tmp_path: Path) -> None:
    """However the database judges its tables, it cannot start from the entries."""
    with record(tmp_path / "j", HIDDEN) as journal:
        [sql] = statements(journal)
        with connections[journal._alias].cursor() as cursor:
            cursor.execute("ANALYZE")
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            plan = [row[3] for row in cursor.fetchall()]
    assert plan[0].startswith("SEARCH wasit_reader USING COVERING INDEX")
    assert "(seat=? AND place>?)" in plan[0]
    assert plan[2] == "SEARCH wasit_entry USING INTEGER PRIMARY KEY (rowid=?)"
    assert len([step for step in plan if "wasit_" in step]) == 2


def test_a_follower_reads_only_what_is_new(tmp_path: Path) -> None:
    with record(tmp_path / "j", 0) as journal:
        follower = journal.follow("lower")
        assert len(follower.new()) == 22
        said = say(journal, journal.follow("upper"), "one more")
        assert [line_of(entry) for entry in follower.new()] == [line_of(said)]
