"""Meetings as an iCalendar file (RFC 5545): made from what is on record, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting."""

    uid: str
    """The id of its entry."""
    stamp: str
    """When the entry was put on record: ``2026-05-01T09:00:00Z``."""
    first: date
    last: date
    """Its days, the last one included."""
    time: str | None
    """``2026-05-10T18:30`` with or without its zone, where the hour is known."""
    title: str
    place: str | None
    text: str
    status: str
    """CONFIRMED, TENTATIVE or CANCELLED."""


def icalendar(name: str, events: Iterable[Event]) -> bytes:
    """The events as a calendar called ``name``. Equal input gives equal bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Wasit//Desk//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for event in events for line in _event(event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_fold(line)}\r\n" for line in lines).encode()


def _event(one: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}@wasit"
    yield f"DTSTAMP:{_compact(one.stamp)}"
    if one.time:
        yield f"DTSTART:{_moment(one.time)}"
    else:
        yield f"DTSTART;VALUE=DATE:{one.first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(one.title)}"
    if one.place:
        yield f"LOCATION:{_text(one.place)}"
    if one.text:
        yield f"DESCRIPTION:{_text(one.text)}"
    yield f"STATUS:{one.status}"
    yield "END:VEVENT"


def _compact(moment: str) -> str:
    return moment.replace("-", "").replace(":", "")


def _moment(text: str) -> str:
    """A time of day: in UTC where it has a zone, else as the clock on the wall says."""
    found = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if found.tzinfo is None:
        return f"{found:%Y%m%dT%H%M%S}"
    offset = found.utcoffset() or timedelta()
    return f"{found.replace(tzinfo=None) - offset:%Y%m%dT%H%M%S}Z"


def _text(words: str) -> str:
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return "\\n".join(words.splitlines())


def _fold(line: str) -> str:
    """Lines of at most 75 bytes, whole characters each; what goes on begins with a space."""
    pieces, size, piece = [], 0, ""
    for character in line:
        width = len(character.encode())
        if size + width > 73:
            pieces.append(piece)
            piece, size = "", 0
        piece += character
        size += width
    return "\r\n ".join([*pieces, piece])
