"""What Django is told of the site.

There is no database of its own, no account and no mail: the site serves one person on the loopback
interface, who came in by a link that works once (:mod:`wasit.web.gate`).
"""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings

from wasit.journal.django_setup import set_up_django

SETTINGS: dict[str, Any] = {
    "ROOT_URLCONF": "wasit.web.urls",
    "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
    "APPEND_SLASH": False,
    "MIDDLEWARE": [
        "wasit.web.gate.guarded",
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    # The secret of a form is kept in the session of the gate, not in a cookie of its own.
    "CSRF_USE_SESSIONS": True,
    "CSRF_FAILURE_VIEW": "wasit.web.views.failing.forged",
    "X_FRAME_OPTIONS": "DENY",
    "SECURE_CONTENT_TYPE_NOSNIFF": True,
    "SECURE_REFERRER_POLICY": "same-origin",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
    "DATA_UPLOAD_MAX_MEMORY_SIZE": 60 * 1024 * 1024,
    "FILE_UPLOAD_MAX_MEMORY_SIZE": 60 * 1024 * 1024,
    "FILE_UPLOAD_HANDLERS": ["django.core.files.uploadhandler.MemoryFileUploadHandler"],
    "DATA_UPLOAD_MAX_NUMBER_FIELDS": 5_000,
    "USE_I18N": False,
    "SILENCED_SYSTEM_CHECKS": [
        "security.W004",  # HSTS: there is no TLS on the loopback interface, nor a name to pin
        "security.W008",  # redirect to https: as above
        "security.W009",  # SECRET_KEY: nothing is signed with it; it is drawn anew at each start
        "security.W012",  # SESSION_COOKIE_SECURE: the session is the gate's, over plain loopback
        "security.W016",  # CSRF_COOKIE_SECURE: the secret stands in no cookie
    ],
}
"""Each silenced check with its reason."""


def set_up_site(secret: str) -> None:
    """Make Django ready to serve the site in this process, beside the journal.

    ``secret`` is drawn anew at each start: nothing that outlives the process is signed with it.
    """
    set_up_django()
    for name, value in {**SETTINGS, "SECRET_KEY": secret}.items():
        setattr(settings, name, value)
    # Paths and words of requests stand in no log: errors are told by what failed alone.
    quiet = logging.getLogger("django")
    quiet.handlers = [logging.NullHandler()]
    quiet.propagate = False
