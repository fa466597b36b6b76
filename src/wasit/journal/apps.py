"""The journal as a Django app."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class JournalConfig(AppConfig):
    """Tables of entries; what guards them is put back after every migration."""

    name = "wasit.journal"
    label = "wasit_journal"
    verbose_name = "Wasit journal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(_guard_again, sender=self, dispatch_uid="wasit_journal_guards")


def _guard_again(*, using: str, **_: Any) -> None:
    """SQLite remakes a table to alter it, and its triggers are lost with the old one."""
    from django.db import connections

    from wasit.journal.guards import guard

    guard(connections[using])
