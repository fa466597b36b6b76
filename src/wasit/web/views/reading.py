"""The pages that are read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.http import HttpResponse

from wasit.brief import Brief, Sheet, brief, sheet
from wasit.entries import Entry
from wasit.record import Moved, moved
from wasit.text.compare import Comparison
from wasit.web.pages import (
    briefs,
    entry,
    journal,
    messages,
    people,
    play,
    point,
    redlines,
    search,
    table,
    today,
)
from wasit.web.pages.parts import drafts_to_choose
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


# --- the text ---------------------------------------------------------------------------------


def table_of(desk: Desk, draft: str | None) -> table.Table:
    """The page of the table."""
    return desk.kept.get(
        ("table", draft, desk.language),
        lambda: table.page(
            desk.record,
            desk.kept.play(draft, inferred=True),
            seat=desk.seat,
            language=desk.language,
        ),
    )


@at_the_desk
def table_view(desk: Desk) -> HttpResponse:
    """The text point by point."""
    return desk.show("table.html.j2", table_of(desk, desk.asked.get("draft") or None), "table")


def point_of(desk: Desk, draft: str, label: str) -> point.PointPage:
    """The page of a point."""
    return point.page(
        desk.record,
        desk.kept.lineage,
        draft,
        label,
        seat=desk.seat,
        language=desk.language,
        inferred=True,
    )


@at_the_desk
def point_view(desk: Desk, draft: str, label: str) -> HttpResponse:
    """A point through all drafts."""
    return desk.show("point.html.j2", point_of(desk, draft, label), "table")


def compared(
    desk: Desk, old: str | None, new: str | None
) -> tuple[tuple[Entry, Entry] | None, Mapping[str, Comparison]]:
    """The two drafts meant, and their comparisons."""
    pair = redlines.chosen(desk.record, old, new)
    if pair is None:
        return None, {}
    name = ("compared", pair[0].id, pair[1].id)
    return pair, desk.kept.get(name, lambda: redlines.comparisons(*pair))


@at_the_desk
def redline_view(desk: Desk) -> HttpResponse:
    """Any two drafts."""
    pair, found = compared(desk, desk.asked.get("old") or None, desk.asked.get("new") or None)
    page = redlines.page(desk.record, pair, found, seat=desk.seat, language=desk.language)
    return desk.show("redline.html.j2", page, "table")


# --- the state of play --------------------------------------------------------------------------


def play_asked(desk: Desk) -> play.Asked:
    """What is asked of the state of play. Raises :class:`wasit.entries.Mistake`."""
    asked = desk.asked
    found = play.Asked(
        draft=asked.get("draft") or None,
        standing=asked.get("standing", ""),
        seat=asked.get("seat", ""),
        letter=asked.get("letter", ""),
        sort=asked.get("sort") or "text",
        since=desk.day("since"),
        moved=asked.get("moved") == "1",
        inferred=asked.get("inferred") == "1",
    )
    found.check()
    if found.seat:
        desk.record.seat(found.seat)
    return found


def moved_since(desk: Desk, asked: play.Asked) -> Moved | None:
    """What moved since the day asked for."""
    since = asked.since
    if since is None:
        return None
    state = desk.kept.play(asked.draft, inferred=asked.inferred)
    return desk.kept.get(
        ("moved", asked.draft, asked.inferred, since),
        lambda: moved(desk.kept.stood_on(since), desk.record, inferred=asked.inferred, play=state),
    )


def play_of(desk: Desk) -> play.Play:
    """The page of the state of play."""
    asked = play_asked(desk)
    return desk.kept.get(
        ("play page", asked),
        lambda: play.page(
            desk.record,
            desk.kept.play(asked.draft, inferred=asked.inferred),
            moved_since(desk, asked),
            asked,
            seat=desk.seat,
            today=desk.today,
        ),
    )


@at_the_desk
def play_view(desk: Desk) -> HttpResponse:
    """Points by seats."""
    return desk.show("play.html.j2", play_of(desk), "play")


# --- people, papers -------------------------------------------------------------------------------


@at_the_desk
def people_view(desk: Desk) -> HttpResponse:
    """Who is who; meetings; who was shown what."""
    page = desk.kept.get(
        ("people", desk.today),
        lambda: people.page(desk.record, desk.kept.play(), seat=desk.seat, today=desk.today),
    )
    return desk.show("people.html.j2", page, "people")


@at_the_desk
def messages_view(desk: Desk) -> HttpResponse:
    """Messages and documents."""
    page = desk.kept.get(
        ("messages", desk.today),
        lambda: messages.page(desk.record, desk.kept.play(), seat=desk.seat, today=desk.today),
    )
    return desk.show("messages.html.j2", page, "messages")


# --- brief and sheet ------------------------------------------------------------------------------


def brief_of(desk: Desk) -> Brief:
    """The brief asked for. Raises :class:`wasit.entries.Mistake`."""
    at, since = desk.day("at") or desk.today, desk.day("since")
    draft, inferred = desk.asked.get("draft") or None, desk.asked.get("inferred") == "1"
    return desk.kept.get(
        ("brief", at, since, draft, inferred),
        lambda: brief(
            desk.kept.stood_on(at), at, since=since, draft=draft, inferred=inferred, seat=desk.seat
        ),
    )


@at_the_desk
def brief_view(desk: Desk) -> HttpResponse:
    """The brief as a page."""
    found = brief_of(desk)
    page = briefs.brief_page(
        desk.record,
        found,
        drafts_to_choose(desk.record, desk.asked.get("draft")),
        desk.asked.get("draft") or None,
        seat=desk.seat,
    )
    return desk.show("brief.html.j2", page, "brief")


def sheet_of(desk: Desk, for_seat: str) -> Sheet:
    """The sheet before a stop. Raises :class:`wasit.entries.Mistake`."""
    at = desk.day("at") or desk.today
    return desk.kept.get(
        ("sheet", for_seat, at),
        lambda: sheet(desk.kept.stood_on(at), for_seat, at=at, seat=desk.seat),
    )


@at_the_desk
def stop_view(desk: Desk) -> HttpResponse:
    """The sheet before a stop, or the choice of the seat."""
    for_seat = desk.asked.get("for")
    found = sheet_of(desk, for_seat) if for_seat else None
    page = briefs.stop_page(desk.record, found, desk.today, seat=desk.seat)
    return desk.show("stop.html.j2", page, "stop")


@at_the_desk
def packages_view(desk: Desk) -> HttpResponse:
    """Which packages could close the gap."""
    # Loaded here, because the start of the server would wait for it else.
    from wasit.web.pages import packages

    asked = {name: str(value) for name, value in desk.asked.items()}

    def made() -> packages.PackagesPage:
        return packages.page(
            desk.record, asked, seat=desk.seat, day=desk.today, language=desk.language
        )

    # What is tried is not kept: it is somebody's to type without end.
    kept = desk.kept.get(("packages", desk.today, desk.language), made) if not asked else None
    page = kept or made()
    return desk.show("packages.html.j2", page, "packages")


# --- the journal ----------------------------------------------------------------------------------


@at_the_desk
def journal_view(desk: Desk) -> HttpResponse:
    """Everything in order."""
    as_of = desk.day("as_of")
    page = journal.page(
        desk.record,
        desk.kept.as_of(as_of) if as_of else desk.record,
        seat=desk.seat,
        kind=desk.asked.get("kind", ""),
        author=desk.asked.get("author", ""),
        as_of=as_of,
        before=desk.asked.get("before", ""),
    )
    return desk.show("journal.html.j2", page, "journal")


@at_the_desk
def entry_view(desk: Desk, entry_id: str) -> HttpResponse:
    """One entry in full."""
    page = entry.page(desk.record, entry_id, seat=desk.seat)
    return desk.show("entry.html.j2", page, "journal")


def results_of(desk: Desk) -> search.Results:
    """What the search finds."""
    return search.page(
        desk.record, desk.kept.index(), desk.asked.get("q", "")[:200], seat=desk.seat
    )


@at_the_desk
def search_view(desk: Desk) -> HttpResponse:
    """Search in both languages."""
    return desk.show("search.html.j2", results_of(desk), "")
