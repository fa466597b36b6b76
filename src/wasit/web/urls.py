"""The one list of what can be asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, register_converter

from wasit.web.frame import LANGUAGES
from wasit.web.views import coming, downloads, failing, reading, reports, writing

Answer = Callable[..., HttpResponse]


class _OneOf:
    """One of a few words in a path."""

    regex = ""

    def to_python(self, text: str) -> str:
        return text

    def to_url(self, text: str) -> str:
        return text


class _Language(_OneOf):
    regex = "|".join(LANGUAGES)


class _List(_OneOf):
    regex = "json|csv"


class _Brief(_OneOf):
    regex = "html|md|json"


register_converter(_Language, "language")
register_converter(_List, "list")
register_converter(_Brief, "brief")


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
    _page("table", "table", reading.table_view),
    _page("table/<str:draft>.docx", "draft-docx", downloads.draft_docx),
    _page("point/<str:draft>/<path:label>", "point", reading.point_view),
    _page("redline", "redline", reading.redline_view),
    _page("redline.docx", "redline-docx", downloads.redline_docx),
    _page("play", "play", reading.play_view),
    _page("play.json", "play-json", downloads.play_json),
    _page("play.csv", "play-csv", downloads.play_csv),
    _page("play.xlsx", "play-xlsx", downloads.play_xlsx),
    _page("people", "people", reading.people_view),
    _page("people.<list:ending>", "people-list", downloads.people_list),
    _page("agenda.ics", "agenda", downloads.agenda),
    _page("messages", "messages", reading.messages_view),
    _page("messages.<list:ending>", "messages-list", downloads.messages_list),
    _page("reports.<list:ending>", "reports-list", downloads.reports_list),
    _page("reports", "reports", reports.reports_view),
    _page("reports/read", "reports-read", reports.read_view, "POST"),
    _page("reports/take", "reports-take", reports.take_view, "POST"),
    _page("answer", "answer", writing.answer_view, "GET", "POST"),
    _page("correct/<str:entry_id>", "correct", writing.correct_view, "GET", "POST"),
    _page("release/<str:entry_id>", "release", writing.release_view, "GET", "POST"),
    _page("import", "import", writing.import_view, "GET", "POST"),
    _page("sheet", "sheet", writing.sheet_view, "GET", "POST"),
    _page("new", "new", writing.new_view, "GET", "POST"),
    _page("stop", "stop", reading.stop_view),
    _page("stop.html", "stop-html", downloads.stop_html),
    _page("brief", "brief", reading.brief_view),
    _page("brief.<brief:ending>", "brief-file", downloads.brief_file),
    _page("packages", "packages", reading.packages_view),
    _page("packages.json", "packages-json", downloads.packages_json),
    _page("journal", "journal", reading.journal_view),
    _page("journal.<list:ending>", "journal-list", downloads.journal_list),
    _page("entry/<str:entry_id>", "entry", reading.entry_view),
    _page("search", "search", reading.search_view),
    _page("search.<list:ending>", "search-list", downloads.search_list),
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
