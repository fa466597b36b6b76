"""Answers to what is no page: unknown paths, forged forms, and what went wrong inside."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse

from wasit.entries import WasitError
from wasit.locale import translations
from wasit.web.gate import plain


def unknown(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such path: the same bytes whatever it was."""
    return plain(404, "There is no such page.\n")


def not_allowed(request: HttpRequest) -> HttpResponse:
    """A path that is not asked for in that way."""
    return plain(405, "This page is not asked for in that way.\n")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that this session did not give out."""
    return plain(403, "This form is not one of this session; open the page again.\n")


def broken(request: HttpRequest) -> HttpResponse:
    """Something failed: the page says so, and the terminal what sort of failure it was."""
    kind, error, _ = sys.exc_info()
    name = kind.__name__ if kind else "failure"
    sys.stderr.write(f"wasit: a page failed: {name}\n")
    if isinstance(error, WasitError) and error.template in _TOLD:
        return plain(500, f"{error.in_words(translations('en').gettext)}\n")
    return plain(500, "Something failed; nothing was put on record.\n")


_TOLD: frozenset[str] = frozenset()
"""Failures whose words may stand on a page: none of them, for they name files."""
