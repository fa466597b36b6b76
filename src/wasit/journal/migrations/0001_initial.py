"""The tables of a record, empty and guarded."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from wasit.journal.guards import guard


def put_guards(apps: Any, schema_editor: Any) -> None:
    """The triggers, in the words of this database."""
    guard(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True
    operations = [
        migrations.CreateModel(
            name="EntryRow",
            fields=[
                ("place", models.IntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.CharField(db_column="id", max_length=32)),
                ("author", models.CharField(max_length=32)),
                ("line", models.BinaryField()),
                ("salt", models.BinaryField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "db_table": "wasit_entry",
                "constraints": [
                    models.UniqueConstraint(fields=["entry_id"], name="wasit_entry_id")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReaderRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seat",
                        "entry_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("seat", models.CharField(max_length=32)),
                (
                    "entry",
                    models.ForeignKey(
                        db_column="place",
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readers",
                        to="wasit_journal.entryrow",
                    ),
                ),
            ],
            options={"db_table": "wasit_reader"},
        ),
        migrations.CreateModel(
            name="HeadRow",
            fields=[
                (
                    "talks",
                    models.CharField(max_length=32, primary_key=True, serialize=False),
                ),
                ("length", models.IntegerField()),
                ("hash", models.BinaryField()),
            ],
            options={"db_table": "wasit_head"},
        ),
        migrations.CreateModel(
            name="MetaRow",
            fields=[("version", models.IntegerField(primary_key=True, serialize=False))],
            options={"db_table": "wasit_meta"},
        ),
        migrations.RunPython(put_guards, migrations.RunPython.noop),
    ]
