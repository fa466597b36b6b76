"""What stands before every page: where a request came from, who asks, and what goes out with it."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from wasit.web.site import Site, site_of

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""The content security policy: nothing from elsewhere, no script or style within a page."""

_OPEN = ("/static/", "/enter/")
"""What needs no session: browser files, and the way in."""


def guarded(answer: Answer) -> Answer:
    """The middleware: host, session, then the page; headers on whatever comes back."""

    def guard(request: HttpRequest) -> HttpResponse:
        return _with_headers(request, _let_in(request, answer))

    return guard


def _let_in(request: HttpRequest, answer: Answer) -> HttpResponse:
    site = site_of(request)
    if not _meant_for(request, site):
        return plain(400, "Wasit answers on this machine alone.\n")
    session = site.session(request.COOKIES.get(site.cookie))
    request.session = {} if session is None else {"_csrftoken": session.csrf}  # type: ignore[assignment]
    if session is None and not request.path.startswith(_OPEN):
        return plain(403, "Come in by the link that `wasit serve` printed.\n")
    return answer(request)


def _meant_for(request: HttpRequest, site: Site) -> bool:
    """Whether the host asked for is this machine, at this site's port."""
    try:
        host = request.get_host()
    except DisallowedHost:
        return False
    name, _, port = host.rpartition(":")
    return bool(name) and port == str(site.port)


def plain(status: int, text: str) -> HttpResponse:
    """One line, the same whatever was asked for."""
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


def _with_headers(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    response["Content-Security-Policy"] = POLICY
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    response.setdefault("X-Content-Type-Options", "nosniff")
    response.setdefault("X-Frame-Options", "DENY")
    response.setdefault("Referrer-Policy", "same-origin")
    if not request.path.startswith("/static/"):
        response["Cache-Control"] = "private, no-store"
    response["Content-Length"] = str(len(response.content))
    return response
