"""Django's settings, made once per process; or those of a host that already has its own."""

from __future__ import annotations

import threading

from django.apps import apps
from django.conf import settings

from wasit.entries import Failure

APP = "wasit.journal"
_LOCK = threading.Lock()


def set_up_django() -> None:
    """Make Django ready to serve records. Does nothing when it already is.

    Raises :class:`Failure` when the host's Django does not list the app ``wasit.journal``.
    """
    with _LOCK:
        if not settings.configured:
            _configure()
        if not apps.apps_ready:
            _start()
    if not apps.is_installed(APP):
        raise Failure("Django is set up without {app} in INSTALLED_APPS", app=APP)


def _configure() -> None:
    """Only the ORM, no default database, no query log, no logging set up, times in UTC."""
    settings.configure(
        INSTALLED_APPS=[APP],
        DATABASES={},
        DEBUG=False,
        LOGGING_CONFIG=None,
        TIME_ZONE="UTC",
        USE_TZ=True,
    )


def _start() -> None:
    import django

    django.setup()
