"""What every view needs: the record, the language, and the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from wasit.brief.content import Sentence, say
from wasit.entries import Mistake, NotOnRecord
from wasit.locale import translations
from wasit.record import Record
from wasit.web import render
from wasit.web.frame import Frame, frame
from wasit.web.kept import Kept
from wasit.web.site import Site, site_of

P = ParamSpec("P")

STATIC = Path(__file__).parent.parent / "static"
HTMX = STATIC / "vendor" / "htmx.min.js"
"""Copied there from npm at set-up; without it the pages read and submit all the same."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One request of the person at the desk."""

    request: HttpRequest
    site: Site
    kept: Kept
    language: str

    @property
    def record(self) -> Record:
        """What the acting seat may read now."""
        return self.kept.record

    @property
    def seat(self) -> str:
        return self.site.seat

    @property
    def today(self) -> str:
        return self.site.today

    @property
    def asked(self) -> Mapping[str, str]:
        """What stands behind the question mark."""
        return {name: str(text).strip() for name, text in self.request.GET.items()}

    @property
    def in_part(self) -> bool:
        """Whether a part of a page is asked for, to be put into the one that is shown."""
        return self.request.headers.get("HX-Request") == "true"

    def day(self, name: str) -> str | None:
        """A day that was asked for. Raises :class:`Mistake`."""
        return day_given(self.asked.get(name, ""))

    def frame(self, here: str) -> Frame:
        """What stands around the page."""
        path = self.request.get_full_path()
        return frame(
            self.record,
            language=self.language,
            here=here,
            path=path.removeprefix(f"/{self.language}"),
            seat=self.seat,
            today=self.today,
            csrf=str(self.request.session.get("_csrftoken", "")),
            done=self.asked.get("done", ""),
            has_htmx=HTMX.is_file(),
        )

    def show(
        self,
        template: str,
        page: Any,
        here: str,
        *,
        status: int = 200,
    ) -> HttpResponse:
        """``page`` in its template."""
        text = render.html(template, self.frame(here), page)
        return HttpResponse(text, status=status)

    def told(self, mistake: Mistake) -> str:
        """What is wrong, in one line, in the language of the page."""
        return mistake.in_words(translations(self.language).gettext)


def day_given(text: str) -> str | None:
    """A day as a form gives it; None where none is. Raises :class:`Mistake`."""
    if not text:
        return None
    try:
        found = date.fromisoformat(text).isoformat()
    except ValueError:
        found = ""
    if found != text:
        raise Mistake("{text} is not a day; expected 2025-12-03", text=text)
    return text


View = Callable[Concatenate[Desk, P], HttpResponse]


def at_the_desk(view: View[P]) -> Callable[..., HttpResponse]:
    """A view of the desk as Django calls it.

    What is not on the seat's record is not found: the same answer for what is hidden and what never
    was, whatever was asked. Another mistake in what was asked is told in one line, status 422.
    """
    shown: Callable[..., HttpResponse] = view

    @wraps(shown)
    def answer(request: HttpRequest, language: str, **given: Any) -> HttpResponse:
        site = site_of(request)
        desk = Desk(request, site, site.kept(), language)
        try:
            return shown(desk, **given)
        except NotOnRecord:
            return not_found(desk)
        except Mistake as mistake:
            return refused(desk, mistake)

    return answer


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that cannot be shown, and why."""

    title: Sentence
    line: str
    """One line in the language of the page; empty where the title says it."""


def not_found(desk: Desk) -> HttpResponse:
    """Nothing goes by that name, here."""
    page = Trouble(say("Nothing on this record goes by that name."), "")
    return desk.show("trouble.html.j2", page, "", status=404)


def refused(desk: Desk, mistake: Mistake) -> HttpResponse:
    """What was asked for cannot be answered."""
    page = Trouble(say("This cannot be shown."), desk.told(mistake))
    return desk.show("trouble.html.j2", page, "", status=422)
