"""Meetings, and the texts and papers on the table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wasit.entries import When
from wasit.entries.bodies.exchange import Meeting as MeetingBody
from wasit.press.propose import known
from wasit.press.propose.naming import free, name, named, slug, words
from wasit.press.reading import Meeting, Text

if TYPE_CHECKING:
    from wasit.press.propose.making import Making

_DURATION = re.compile(r"P(?=.)([0-9]{1,4}D)?(T(?=.)([0-9]{1,4}H)?([0-9]{1,4}M)?)?")
_PAPERS = ("messages", "letters", "message", "letter")
_GIVEN = {"presented": "shown", "received": "handed", "circulated": "handed"}
"""What became of a text -> how it changed hands."""


def texts(making: Making) -> None:
    """Drafts, papers beside them, messages; and who was given what."""
    for one in making.reading.texts:
        if one.unit in _PAPERS:
            _message(making, one)
        elif one.count is not None and one.points_after is None and one.points_before is None:
            _remember(making, one, "document", _document(making, one))
        else:
            _remember(making, one, "draft", _draft(making, one))


def _remember(making: Making, one: Text, field: str, link: str) -> None:
    making.about += [(span, field, link) for span in one.spans]
    _handover(making, one, link)


def _document(making: Making, one: Text) -> str:
    fields = {
        "title": _title(one, making),
        "by": _seats(making, one.giver),
        "count": max(one.count or 1, 1),
        "told": words(one.spans, making.text),
        "happened": making.day,
    }
    return making.put("texts", "document", fields, one.confidence, one.spans)


def _draft(making: Making, one: Text) -> str:
    """The draft as it now is, made from the one it was before, where that is said."""
    points = one.points_after if one.points_after is not None else one.points_before
    before = None
    if one.points_before is not None and one.points_before != points:
        before = _version(making, one, one.points_before, None)
    return _version(making, one, points, before)


def _version(making: Making, one: Text, points: int | None, before: str | None) -> str:
    title = _title(one, making)
    on_record = known.draft(making.record, title, points)
    if on_record is not None:
        return on_record.id
    counted = points if one.unit in (None, "points", "articles", "provisions") else None
    for item in making.items:
        if item.kind == "draft" and _same_draft(item.fields, title, counted):
            return item.ref
    by = _seats(making, one.giver)
    stem = by[0] if by else slug(title.get("en", ""), 24) or "draft"
    label = free(f"{stem}-{counted}" if counted else stem, making.label_taken("draft"))
    fields = {
        "label": label,
        "title": title,
        "by": by,
        "count": counted or None,
        "after": [before] if before else [],
        "note": words(one.spans, making.text),
        "happened": making.day,
    }
    return making.put("texts", "draft", fields, one.confidence, one.spans)


def _same_draft(fields: Any, title: dict[str, str], points: int | None) -> bool:
    """Whether a draft proposed already is meant: the same number, or the same name without one."""
    if points is not None:
        return bool(fields.get("count") == points)
    return known.same(title, fields["title"].values())


def _title(one: Text, making: Making) -> dict[str, str]:
    return name(one.name) or words(one.spans[:2], making.text) or {"en": "text on the table"}


def _message(making: Making, one: Text) -> None:
    """A message, where it is known whose it is."""
    sender = _seats(making, one.giver)
    if sender:
        fields = {
            "sender": sender[0],
            "to": _seats(making, *one.receivers),
            "count": one.count or None,
            "told": words(one.spans, making.text),
            "happened": making.day,
        }
        making.put("messages", "message", fields, one.confidence, one.spans)


def _handover(making: Making, one: Text, link: str) -> None:
    giver, to = _seats(making, one.giver), _seats(making, *one.receivers)
    manner = _GIVEN.get(one.event or "")
    if giver and to and manner:
        fields = {
            "what": link,
            "giver": giver[0],
            "to": to,
            "manner": manner,
            "people": _people(making, (one.giver or "", *one.receivers)),
            "words": words(one.spans, making.text),
            "happened": making.day,
        }
        making.put("texts", "handover", fields, one.confidence, one.spans)


def _seats(making: Making, *names: str | None) -> list[str]:
    """The seats of bodies and people, by their names."""
    side = {known.key(f): p.side for p in making.reading.people for f in p.names.values()}
    found = []
    for one in names:
        if one:
            label = making.seats.get(one) or making.seats.get(side.get(known.key(one)) or "")
            found += [label] if label else []
    return list(dict.fromkeys(found))


def _people(making: Making, names: tuple[str, ...]) -> list[str]:
    links = (making.links.get(known.key(one)) for one in names)
    return list(dict.fromkeys(link for link in links if link))


# --- meetings -----------------------------------------------------------------------------------


def meetings(making: Making) -> None:
    """Every meeting; one that the record has is pointed at, one that it has as planned is ended."""
    for one in making.reading.meetings:
        fields = _meeting(making, one)
        if not any(fields.get(n) for n in ("seats", "people", "others", "title")):
            continue
        when = When.of(one.when.text) if one.when else None
        held = one.status == "held"
        there = known.meeting(making.record, name(one.place), when, fields["people"], held=held)
        link = there.id if there else None
        if there is None or _status(there.body) != one.status:
            fields["replaces"] = link
            link = making.put("meetings", "meeting", fields, one.confidence, one.spans)
        if link:
            making.about += [(span, "meeting", link) for span in one.spans]


def _status(body: object) -> str:
    return body.status if isinstance(body, MeetingBody) else ""


def _meeting(making: Making, one: Meeting) -> dict[str, Any]:
    place = name(one.place)
    people = _people(making, one.participants)
    seats = _seats(making, *one.participants)
    rest = [p for p in one.participants if known.key(p) not in making.links]
    others = [named(p) for p in rest if p.split() and p not in making.seats]
    nobody = not (people or seats or others)
    duration = one.duration if one.duration and _DURATION.fullmatch(one.duration) else None
    fields = {
        "status": one.status,
        "title": place if nobody else None,
        "place": place,
        "seats": seats,
        "people": people,
        "others": others,
        "duration": duration,
    }
    return {**fields, **_time(making, one)}


def _time(making: Making, one: Meeting) -> dict[str, Any]:
    """When it was held; or for when it is planned, and on what it hangs."""
    when = one.when.text if one.when else None
    if one.status == "held":
        # Held on a day that is not said: on or before that of the report, so "about" it.
        return {"happened": when or (f"{making.day}~" if making.day else None)}
    return {
        "happened": making.day,
        "planned_for": when,
        "depends_on": words(one.hangs_on, making.text) if one.status == "conditional" else None,
    }
