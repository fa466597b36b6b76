"""The pages that are read."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpResponse

from wasit.web.pages import today
from wasit.web.views.desk import Desk, at_the_desk


@at_the_desk
def today_view(desk: Desk) -> HttpResponse:
    """What changed, what is stuck, what is next."""
    chosen = desk.day("since")
    last = desk.kept.get(
        ("last here", desk.today), lambda: today.last_here(desk.record, desk.seat, desk.today)
    )
    eve = (date.fromisoformat(desk.today) - timedelta(days=1)).isoformat()
    since = chosen or last or eve
    page = desk.kept.get(
        ("today", desk.today, since, bool(chosen)),
        lambda: today.page(
            desk.record,
            desk.kept.as_of(since),
            desk.kept.play(),
            seat=desk.seat,
            today=desk.today,
            since=since,
            chosen=bool(chosen),
        ),
    )
    return desk.show("today.html.j2", page, "today")
