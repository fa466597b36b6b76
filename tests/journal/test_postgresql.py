"""What holds for a record in PostgreSQL alone: addresses, settings, damage."""

from __future__ import annotations

import pytest
from django.db import connections

from tests.journal.cast import say, sit_down
from wasit.entries import Failure, Mistake, WasitError
from wasit.journal import Journal
from wasit.journal.guards import guard

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed (pip: psycopg[binary])")


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("postgresql://[half", "is not well formed"),
        ("postgresql://host/?colour=green", "is not well formed"),
        ("postgresql://desk:hush@host", "postgresql://host/ names no database"),
        ("postgresql://desk:hush@/talks?host=/nowhere", "postgresql:///nowhere/talks: connection"),
    ],
)
def test_a_wrong_address_is_told_without_its_password(address: str, complaint: str) -> None:
    for use in (Journal.open, Journal.create):
        with pytest.raises((Mistake, Failure), match=complaint) as error:
            use(address)
        assert "hush" not in str(error.value)
        assert "\n" not in str(error.value)


@pytest.mark.system
def test_a_database_without_a_record_is_none(fresh_postgresql: str) -> None:
    with pytest.raises(Mistake, match="holds no whole Wasit record"):
        Journal.open(fresh_postgresql)


@pytest.mark.system
def test_commits_are_on_disk_whatever_the_default(fresh_postgresql: str) -> None:
    with psycopg.connect(fresh_postgresql, autocommit=True) as raw:
        name = raw.info.dbname
        raw.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
        raw.execute(f"ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'")
    with Journal.create(fresh_postgresql) as journal:
        assert journal._storage.ask("SHOW synchronous_commit") == "on"
        assert journal._storage.ask("SHOW transaction_isolation") == "read committed"


@pytest.mark.system
def test_a_copy_is_not_made(fresh_postgresql: str, tmp_path: object) -> None:
    journal = Journal.create(fresh_postgresql)
    with journal, pytest.raises(Mistake, match="use pg_dump"):
        journal.backup(f"{tmp_path}/copy")


@pytest.mark.system
def test_damage_is_found_and_named(fresh_postgresql: str) -> None:
    with Journal.create(fresh_postgresql) as journal:
        upper = sit_down(journal, "upper")["upper"]
        for n in range(4):
            say(journal, upper, f"{n}")
        with psycopg.connect(fresh_postgresql, autocommit=True) as raw:
            raw.execute("ALTER TABLE wasit_entry DISABLE TRIGGER USER")
            raw.execute("UPDATE wasit_entry SET line = '\\xff' WHERE place = 3")
        assert {f.what for f in journal.verify()} == {"changed", "unguarded"}
        guard(connections[journal._alias])
        assert {f.place for f in journal.verify()} == {3}
        with pytest.raises(WasitError, match="cannot be read"):
            journal.entries_for("upper")
