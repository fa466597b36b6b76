"""The tables. Nothing outside this room names them; entries leave through the journal's gate."""

from __future__ import annotations

from django.db import models

from wasit.entries import Entry

EVERY_SEAT = "*"
"""Stands in the place of a seat for the audience ``all``; no seat can bear this name."""


class EntryRow(models.Model):
    """One entry as it was put on record, chained to the one before."""

    place = models.IntegerField(primary_key=True)
    """1, 2, 3, … in order of commit; never leaves the store."""
    entry_id = models.CharField(max_length=32, db_column="id")
    author = models.CharField(max_length=32)
    """The author's seat."""
    line = models.BinaryField()
    """The entry in canonical JSON, UTF-8: what is hashed and what is read."""
    salt = models.BinaryField()
    """256 random bits, so that no hash can be tried against guessed words."""
    hash = models.BinaryField()
    """SHA-256 over the hash before, the salt and the line."""

    class Meta:
        app_label = "wasit_journal"
        db_table = "wasit_entry"
        constraints = (models.UniqueConstraint(fields=["entry_id"], name="wasit_entry_id"),)


class ReaderRow(models.Model):
    """One seat, or ``*``, that may read one entry. The primary key is the index of a seat."""

    pk = models.CompositePrimaryKey("seat", "entry_id")
    seat = models.CharField(max_length=32)
    entry = models.ForeignKey(
        EntryRow, models.PROTECT, db_column="place", db_index=False, related_name="readers"
    )

    class Meta:
        app_label = "wasit_journal"
        db_table = "wasit_reader"


class HeadRow(models.Model):
    """Which talks these are, how many entries stand, and the hash of the last. One row."""

    talks = models.CharField(max_length=32, primary_key=True)
    length = models.IntegerField()
    hash = models.BinaryField()

    class Meta:
        app_label = "wasit_journal"
        db_table = "wasit_head"


class MetaRow(models.Model):
    """The version of these tables. One row."""

    version = models.IntegerField(primary_key=True)

    class Meta:
        app_label = "wasit_journal"
        db_table = "wasit_meta"


def readers_of(entry: Entry) -> list[str]:
    """The seats of an entry's rows in the table of readers; the author always among them."""
    if entry.audience == "all":
        return [EVERY_SEAT]
    return sorted({*entry.audience, entry.author.seat})
