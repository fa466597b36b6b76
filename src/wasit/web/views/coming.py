"""Coming in, leaving, and the files of the browser."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from wasit.web.frame import LANGUAGES
from wasit.web.gate import plain
from wasit.web.site import site_of
from wasit.web.views.desk import STATIC
from wasit.web.views.failing import unknown

_TYPES = {
    ".svg": "image/svg+xml",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}


def enter(request: HttpRequest, token: str) -> HttpResponse:
    """The link that works once: a session, and on to the first page."""
    site = site_of(request)
    session = site.enter(token)
    if session is None:
        return plain(403, "This link was used or is none; start `wasit serve` anew for another.\n")
    answer = HttpResponseRedirect(f"/{preferred(request)}/")
    answer.set_cookie(site.cookie, session.token, httponly=True, samesite="Strict", path="/")
    return answer


def preferred(request: HttpRequest) -> str:
    """The language the browser asks for first, of those there are."""
    wanted = request.headers.get("Accept-Language", "").strip().lower()[:2]
    return wanted if wanted in LANGUAGES else "en"


def first(request: HttpRequest) -> HttpResponse:
    """Without a language: on to the first page in that of the browser."""
    return HttpResponseRedirect(f"/{preferred(request)}/")


def leave(request: HttpRequest, language: str) -> HttpResponse:
    """End the session; a new link is printed where the first one was."""
    site = site_of(request)
    site.leave()
    answer = plain(200, "You have left. A new link stands where the first was printed.\n")
    answer.delete_cookie(site.cookie, path="/", samesite="Strict")
    answer["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer


def static(request: HttpRequest, name: str) -> HttpResponse:
    """A file of the browser."""
    found = _FILES.get(name)
    if found is None or not found.is_file():
        return unknown(request)
    answer = HttpResponse(found.read_bytes(), content_type=_TYPES[found.suffix])
    answer["Cache-Control"] = "no-cache"
    return answer


_FILES: dict[str, Path] = {
    "desk.css": STATIC / "desk.css",
    "icon.svg": STATIC / "icon.svg",
    "desk.js": STATIC / "desk.js",
    "htmx.js": STATIC / "vendor" / "htmx.min.js",
}
"""All there are."""
