"""Triggers by which the database itself refuses to change or delete what stands on record.

On SQLite three for each table, checked letter by letter against the schema:

- an UPDATE is refused (of the head: unless it advances),
- a DELETE is refused,
- an INSERT is refused where a row with that key stands. A REPLACE or an upsert is an INSERT to
  begin with, so they are refused too, even by a connection that left ``recursive_triggers`` off,
  for which the delete inside a REPLACE fires no trigger.

On PostgreSQL an upsert fires the UPDATE trigger, so two for each table are enough: one for UPDATE
and DELETE by row, one for TRUNCATE. They fire in replica sessions as well (``ENABLE ALWAYS``).

The triggers of a table name that table alone: else Django could not remake the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class _Guarded:
    """A table, when an INSERT would replace a row of it, and when an UPDATE is wrong."""

    table: str
    stands: str
    changes: str | None = None


_TABLES = (
    _Guarded("wasit_entry", "place = NEW.place OR id = NEW.id"),
    _Guarded("wasit_reader", "rowid = NEW.rowid OR (seat = NEW.seat AND place = NEW.place)"),
    _Guarded(
        "wasit_head",
        stands="TRUE",
        changes="OLD.length > 0 AND (NEW.length <= OLD.length OR NEW.talks <> OLD.talks)",
    ),
)
_SAYS = "what is on record is never changed and never deleted"


def guard(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place that is missing or not as it should be.

    Does nothing where there are no tables of the journal.
    """
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    if not all(guarded.table in tables for guarded in _TABLES):
        return
    if connection.vendor == "postgresql":
        _run(connection, _postgresql())
    elif unguarded(connection):
        found = _sqlite_found(connection)
        _run(connection, [*(f'DROP TRIGGER "{name}"' for name in found), *_sqlite().values()])


def unguarded(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of triggers that are missing, altered, or not ours; empty when all is well."""
    if connection.vendor == "postgresql":
        expected, found = _POSTGRESQL_EXPECTED, _postgresql_found(connection)
    else:
        expected, found = _sqlite(), _sqlite_found(connection)
    return sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


# --- SQLite ---------------------------------------------------------------------------------------


def _sqlite() -> dict[str, str]:
    """The statement that makes each trigger; SQLite keeps its text as given."""
    made = {}
    for guarded in _TABLES:
        table = guarded.table
        stands = f"EXISTS (SELECT 1 FROM {table} WHERE {guarded.stands})"
        made[f"{table}_update"] = _sqlite_trigger(table, "UPDATE", guarded.changes)
        made[f"{table}_delete"] = _sqlite_trigger(table, "DELETE", None)
        made[f"{table}_insert"] = _sqlite_trigger(table, "INSERT", stands)
    return made


def _sqlite_trigger(table: str, event: str, when: str | None) -> str:
    return (
        f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table}"
        f"{f' WHEN {when}' if when else ''}"
        f" BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END"
    )


def _sqlite_found(connection: BaseDatabaseWrapper) -> Mapping[str, str]:
    """All triggers of the file: a record has none but ours."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


# --- PostgreSQL -----------------------------------------------------------------------------------

_BODY = f"BEGIN RAISE EXCEPTION '{_SAYS}' USING ERRCODE = 'restrict_violation'; END"


def _postgresql() -> list[str]:
    """Statements that put all in place, whatever stands there now."""
    made = [
        f"CREATE OR REPLACE FUNCTION wasit_refuse() RETURNS trigger LANGUAGE plpgsql AS $${_BODY}$$"
    ]
    for name, definition in _postgresql_triggers().items():
        table = name.rpartition("_")[0]
        made += [
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            definition,
            f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}",
        ]
    return made


def _postgresql_triggers() -> dict[str, str]:
    made = {}
    for guarded in _TABLES:
        table = guarded.table
        made |= {
            f"{table}_delete": _postgresql_trigger(table, "delete", "DELETE", "ROW"),
            f"{table}_truncate": _postgresql_trigger(table, "truncate", "TRUNCATE", "STATEMENT"),
            f"{table}_update": _postgresql_trigger(
                table, "update", "UPDATE", "ROW", guarded.changes
            ),
        }
    return made


def _postgresql_trigger(
    table: str, name: str, event: str, each: str, when: str | None = None
) -> str:
    return (
        f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} FOR EACH {each}"
        f"{f' WHEN ({when})' if when else ''}"
        " EXECUTE FUNCTION wasit_refuse()"
    )


def _spelling(sql: str) -> str:
    """SQL as PostgreSQL gives it back, but for case, spaces, brackets, casts and schema."""
    bare = sql.lower().replace("::text", "").replace("public.", "")
    return "".join(c for c in bare if c not in "() \n")


_ALWAYS = "A"
_POSTGRESQL_EXPECTED = {
    **{name: _ALWAYS + _spelling(sql) for name, sql in _postgresql_triggers().items()},
    "wasit_refuse": _spelling(_BODY),
}


def _postgresql_found(connection: BaseDatabaseWrapper) -> Mapping[str, str]:
    """The triggers on our tables, with how they are enabled, and the body of the function."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgenabled::text, pg_get_triggerdef(oid, true) FROM pg_trigger"
            " WHERE NOT tgisinternal AND tgrelid IN"
            " ('wasit_entry'::regclass, 'wasit_reader'::regclass, 'wasit_head'::regclass)"
        )
        found = {name: how + _spelling(sql) for name, how, sql in cursor.fetchall()}
        cursor.execute("SELECT proname, prosrc FROM pg_proc WHERE oid = to_regproc('wasit_refuse')")
        return found | {name: _spelling(body) for name, body in cursor.fetchall()}
