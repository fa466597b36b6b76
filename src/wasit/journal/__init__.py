"""The append-only store of one talks' entries: an SQLite file, or a PostgreSQL database.

Entries leave it through one gate, :meth:`Journal.entries_for`, which takes a seat. What stands on
record is chained by hashes, and the database itself refuses to change or delete it.

The names below are loaded on first use: Django must be able to load this package as an app before
any model is, and a program that never opens a record need not load Django at all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wasit.journal.chance import Chance, SystemChance
    from wasit.journal.follower import Follower
    from wasit.journal.journal import Head, Journal, examine
    from wasit.journal.permissions import warn_if_others_can_read
    from wasit.journal.verify import Finding

_HOME = {
    "Chance": "chance",
    "Finding": "verify",
    "Follower": "follower",
    "Head": "journal",
    "Journal": "journal",
    "SystemChance": "chance",
    "examine": "journal",
    "warn_if_others_can_read": "permissions",
}

__all__ = [
    "Chance",
    "Finding",
    "Follower",
    "Head",
    "Journal",
    "SystemChance",
    "examine",
    "warn_if_others_can_read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from wasit.journal.django_setup import set_up_django

    set_up_django()
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
