"""The database refuses to change or delete what is on record, whoever asks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.test import override_settings

from tests.journal.cast import say, sit_down
from tests.journal.conftest import POSTGRESQL, Fresh
from wasit.journal import Journal
from wasit.journal.guards import guard, unguarded

SAYS = "never changed and never deleted"

ENTRY = "(place, id, author, line, salt, hash)"
NEW = "'{id}', 'x', x'00', x'00', x'00'"
REFUSED = [
    "UPDATE wasit_entry SET line = x'00'",
    "UPDATE wasit_entry SET place = 99 WHERE place = 2",
    "UPDATE wasit_reader SET seat = '*'",
    "DELETE FROM wasit_entry WHERE place = 3",
    "DELETE FROM wasit_reader WHERE seat = 'upper'",
    "UPDATE wasit_head SET length = 1",
    "UPDATE wasit_head SET hash = x'00'",
    "UPDATE wasit_head SET talks = 'other', length = length + 1",
    "DELETE FROM wasit_head",
]
REPLACED = [
    f"INSERT OR REPLACE INTO wasit_entry {ENTRY} VALUES (2, {NEW.format(id='new')})",
    f"REPLACE INTO wasit_entry {ENTRY} VALUES ('2', {NEW.format(id='new')})",
    f"REPLACE INTO wasit_entry (rowid, {ENTRY[8:]} VALUES (2, {NEW.format(id='new')})",
    f"REPLACE INTO wasit_entry {ENTRY} SELECT 99, id, 'x', line, salt, hash FROM wasit_entry",
    f"INSERT INTO wasit_entry {ENTRY} VALUES (2, {NEW.format(id='new')})"
    " ON CONFLICT DO UPDATE SET line = x'00'",
    f"INSERT INTO wasit_entry {ENTRY} SELECT 99, id, 'x', line, salt, hash FROM wasit_entry"
    " WHERE true ON CONFLICT (id) DO UPDATE SET line = excluded.line",
    "UPDATE OR REPLACE wasit_entry SET place = 2 WHERE place = 3",
    "REPLACE INTO wasit_reader (seat, place) SELECT seat, place FROM wasit_reader",
    "REPLACE INTO wasit_reader (rowid, seat, place) VALUES (1, 'spy', 1)",
    "INSERT INTO wasit_reader (seat, place) VALUES ('*', 1) ON CONFLICT DO UPDATE SET seat = 'spy'",
    "REPLACE INTO wasit_head SELECT * FROM wasit_head",
    "REPLACE INTO wasit_head (rowid, talks, length, hash) VALUES (1, 'other', 0, x'00')",
    "INSERT INTO wasit_head VALUES ('other', 0, x'00')",
]


@pytest.fixture
def record(path: Path) -> Iterator[Journal]:
    """A record of four entries."""
    with Journal.create(path) as journal:
        upper = sit_down(journal, "upper")["upper"]
        for n in range(3):
            say(journal, upper, f"{n}", audience=["all", []][n % 2])
        yield journal


@pytest.mark.parametrize("recursive", ["OFF", "ON"])
@pytest.mark.parametrize("statement", REFUSED + REPLACED)
def test_a_connection_from_outside_is_refused(
    record: Journal, path: Path, statement: str, recursive: str
) -> None:
    before = list(record.keeper_entries()), record.head()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA recursive_triggers={recursive}")
        with pytest.raises(sqlite3.IntegrityError, match=SAYS):
            raw.execute(statement)
        raw.commit()
    assert (list(record.keeper_entries()), record.head()) == before
    assert record.verify() == []


def test_insert_or_ignore_changes_nothing(record: Journal, path: Path) -> None:
    statement = f"INSERT OR IGNORE INTO wasit_entry {ENTRY} VALUES (2, {NEW.format(id='new')})"
    with closing(sqlite3.connect(path)) as raw:
        with pytest.raises(sqlite3.IntegrityError, match=SAYS):
            raw.execute(statement)
        raw.commit()
    assert record.verify() == []


@pytest.mark.system
def test_postgresql_refuses_too(fresh_postgresql: str) -> None:
    import psycopg

    with Journal.create(fresh_postgresql) as journal:
        upper = sit_down(journal, "upper")["upper"]
        for n in range(3):
            say(journal, upper, f"{n}", audience=[])
        before = list(journal.keeper_entries()), journal.head()
        with psycopg.connect(fresh_postgresql, autocommit=True) as raw:
            for replica in ("origin", "replica"):
                raw.execute(f"SET session_replication_role = {replica}")
                for statement in [
                    *(s.replace("x'00'", "''") for s in REFUSED),
                    f"INSERT INTO wasit_entry {ENTRY} SELECT * FROM wasit_entry"
                    " ON CONFLICT (place) DO UPDATE SET line = ''",
                    "INSERT INTO wasit_reader (seat, place) VALUES ('*', 1)"
                    " ON CONFLICT (seat, place) DO UPDATE SET seat = 'spy'",
                    "TRUNCATE wasit_entry CASCADE",
                    "TRUNCATE wasit_reader",
                    "TRUNCATE wasit_head",
                ]:
                    with pytest.raises(psycopg.errors.RestrictViolation, match=SAYS):
                        raw.execute(statement)
            assert (list(journal.keeper_entries()), journal.head()) == before
        with psycopg.connect(fresh_postgresql, autocommit=True) as raw:
            for statement in (
                "ALTER TABLE wasit_entry DISABLE TRIGGER wasit_entry_update",
                "DROP TRIGGER wasit_entry_update ON wasit_entry",
                "CREATE OR REPLACE FUNCTION wasit_refuse() RETURNS trigger LANGUAGE plpgsql"
                " AS $$BEGIN RETURN NULL; END$$",
            ):
                raw.execute(statement)
                assert {f.what for f in journal.verify()} == {"unguarded"}
                guard(journal._storage.connection)
                assert journal.verify() == []


@pytest.mark.parametrize("fresh", ["sqlite", POSTGRESQL], indirect=True)
def test_a_later_migration_that_remakes_the_table_leaves_it_guarded(fresh: Fresh) -> None:
    """SQLite drops the triggers with the old table; they are put back after the migration."""
    with Journal.create(fresh()) as journal:
        upper = sit_down(journal, "upper")["upper"]
        say(journal, upper, "before")
        before = list(journal.keeper_entries())
        with override_settings(
            MIGRATION_MODULES={"wasit_journal": "tests.journal.later.migrations"}
        ):
            call_command("migrate", "wasit_journal", database=journal._alias, verbosity=0)
        with connections[journal._alias].cursor() as cursor:
            description = connections[journal._alias].introspection.get_table_description(
                cursor, "wasit_entry"
            )
        assert {c.name: c.display_size for c in description}["author"] == 64
        assert unguarded(connections[journal._alias]) == []
        say(journal, upper, "after")
        assert list(journal.keeper_entries())[:-1] == before
        assert journal.verify() == []


def test_the_migrations_make_the_tables_of_the_models() -> None:
    loader = MigrationLoader(None)
    models = ProjectState.from_apps(apps)
    assert MigrationAutodetector(loader.project_state(), models).changes(loader.graph) == {}
