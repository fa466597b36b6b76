"""Fresh places for records: SQLite files, and databases of a PostgreSQL started for the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from glob import glob
from itertools import count
from pathlib import Path

import pytest

from wasit.journal import Journal

Fresh = Callable[[], str]

POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.system)


@pytest.fixture(params=["sqlite", POSTGRESQL])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Fresh:
    """A function that gives a new place for a record at each call, on either database."""
    if request.param == "postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        return cluster.new_database
    numbers = count(1)
    return lambda: str(tmp_path / f"{next(numbers)}.wasit")


@pytest.fixture
def fresh_postgresql(cluster: Cluster) -> str:
    """A new PostgreSQL database."""
    return cluster.new_database()


@pytest.fixture
def journal(fresh: Fresh) -> Iterator[Journal]:
    """An empty record on either database."""
    with Journal.create(fresh()) as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record file may be made."""
    return tmp_path / "record.wasit"


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL of our own, with the safe settings it comes with."""
    found = sorted(glob("/usr/lib/postgresql/*/bin"))
    if not found:
        pytest.skip("PostgreSQL is not installed: no /usr/lib/postgresql/*/bin (apt: postgresql)")
    pytest.importorskip("psycopg", reason="psycopg is not installed (pip: psycopg[binary])")
    started = Cluster(found[-1])
    try:
        yield started
    finally:
        started.stop()


class Cluster:
    """A PostgreSQL in a folder of its own, reached through a socket in that folder."""

    def __init__(self, binaries: str) -> None:
        self.binaries = binaries
        self.folder = tempfile.mkdtemp(prefix="wasit-pg-")
        self.numbers = count(1)
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-D", f"{self.folder}/data", "-U", "wasit", "-A", "trust", "-E", "UTF8")
        options = f"-k {self.folder} -c listen_addresses='' -c max_connections=40"
        log = f"{self.folder}/log"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", log, "-o", options, "start")

    def new_database(self) -> str:
        name = f"talks{next(self.numbers)}"
        self._run("createdb", "-h", self.folder, "-U", "wasit", name)
        return f"postgresql:///{name}?host={self.folder}&user=wasit"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder)

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of its programs; PostgreSQL refuses to be run by root."""
        command = [f"{self.binaries}/{program}", *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)
        assert done.returncode == 0, done.stderr or done.stdout
