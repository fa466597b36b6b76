"""The one list of what can be asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, register_converter

from wasit.web.frame import LANGUAGES
from wasit.web.views import coming, failing, reading

Answer = Callable[..., HttpResponse]


class _Language:
    """``en`` or ``ar`` at the head of a path."""

    regex = "|".join(LANGUAGES)

    def to_python(self, text: str) -> str:
        return text

    def to_url(self, text: str) -> str:
        return text


register_converter(_Language, "language")


@dataclass(frozen=True, slots=True)
class Route:
    """One path, and what answers it."""

    path: str
    name: str
    view: Answer
    methods: tuple[str, ...] = ("GET",)
    """HEAD is answered wherever GET is."""


def _page(path: str, name: str, view: Answer, *methods: str) -> Route:
    return Route(f"<language:language>/{path}", name, view, methods or ("GET",))


ROUTES: tuple[Route, ...] = (
    Route("", "first", coming.first),
    Route("enter/<str:token>", "enter", coming.enter),
    Route("static/<str:name>", "static", coming.static),
    _page("leave", "leave", coming.leave, "POST"),
    _page("", "today", reading.today_view),
)
"""Everything; a test walks it and fails where one has no probe."""


def _only(methods: tuple[str, ...], view: Answer) -> Answer:
    allowed = {*methods, *(["HEAD"] if "GET" in methods else [])}

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in allowed:
            return failing.not_allowed(request)
        return view(request, *args, **kwargs)

    return answer


urlpatterns = [path(one.path, _only(one.methods, one.view), name=one.name) for one in ROUTES]

handler404 = failing.unknown
handler500 = failing.broken
handler400 = failing.unknown
handler403 = failing.forged
