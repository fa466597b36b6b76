"""A reading as plain data, for JSON: the schema by which readings are measured, and spans.

Names stand in ``en`` and ``ar``, null where a language does not have them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wasit.language.spans import Language
from wasit.press.names.offices import in_english, office
from wasit.press.reading import Found, Meeting, Person, Position, Reading, Statement, Text


def plain(reading: Reading) -> dict[str, Any]:
    """``reading`` as plain data."""
    text = reading.document.text
    published = reading.document.published
    return {
        "date": published.isoformat() if published else None,
        "languages": list(reading.document.languages),
        "segments": [list(pair) for pair in reading.alignment.paragraphs],
        "people": [_person(p, reading) for p in reading.people],
        "bodies": [
            {"key": b.key, "kind": b.kind, **_both(b.names), "known": b.known, **_found(b)}
            for b in reading.bodies
        ],
        "meetings": [_meeting(m, text) for m in reading.meetings],
        "texts": [_text(t) for t in reading.texts],
        "statements": [_statement(s, text) for s in reading.statements],
        "positions": [_position(p) for p in reading.positions],
        "figures": [
            {"value": f.value, "unit": f.unit, "of": f.of, **_found(f)} for f in reading.figures
        ],
        "dates": [{"when": d.when.text, "doubt": d.when.doubt, **_found(d)} for d in reading.dates],
        "differences": [
            {"sort": d.sort, **_both(d.says), **_found(d)} for d in reading.differences
        ],
    }


def _person(one: Person, reading: Reading) -> dict[str, Any]:
    return {
        **_both(one.names),
        "also": list(one.also),
        "role": _role(one, reading),
        "role_ar": office(one.role["ar"], "ar") if "ar" in one.role else None,
        "party": one.side,
        "known": one.known,
        **_found(one),
    }


def _role(one: Person, reading: Reading) -> str | None:
    """The office in English where that is known, else in Arabic."""
    if "en" in one.role:
        found = office(one.role["en"], "en")
        if found.endswith(("counterpart", "counterparts")):
            return _of_counterpart(one, reading) or found
        return found
    if "ar" in one.role:
        return in_english(one.role["ar"]) or office(one.role["ar"], "ar")
    return None


def _of_counterpart(one: Person, reading: Reading) -> str | None:
    """``his Armenian counterpart``: the office of who was named last before."""
    here = next((span.start for span in one.spans if span.language == "en"), 0)
    text = reading.document.text
    named = [
        (text.rfind(other.names["en"].split()[-1], 0, here), n)
        for n, other in enumerate(reading.people)
        if other is not one and "en" in other.role and "en" in other.names
    ]
    at, n = max(named, default=(-1, 0))
    return office(reading.people[n].role["en"], "en") if at >= 0 else None


def _meeting(one: Meeting, text: str) -> dict[str, Any]:
    return {
        "place": _either(one.place),
        "place_ar": one.place.get("ar"),
        "date": one.when.text if one.when else None,
        "participants": list(one.participants),
        "status": one.status,
        "duration": one.duration,
        "hangs_on": [span.of(text) for span in one.hangs_on],
        **_found(one),
    }


def _text(one: Text) -> dict[str, Any]:
    return {
        "name": _either(one.name),
        "name_ar": one.name.get("ar"),
        "points_before": one.points_before,
        "points_after": one.points_after,
        "count": one.count,
        "unit": one.unit,
        "event": one.event,
        "giver": one.giver,
        "receivers": list(one.receivers),
        **_found(one),
    }


def _statement(one: Statement, text: str) -> dict[str, Any]:
    return {
        "speaker": _either(one.speaker),
        "speaker_ar": one.speaker.get("ar"),
        "to": _either(one.to),
        "via": list(one.via),
        "party": one.side,
        "quoted": one.quoted,
        "en": one.words["en"].of(text) if "en" in one.words else None,
        "ar": one.words["ar"].of(text) if "ar" in one.words else None,
        "act": one.act,
        "hedge": _either(one.hedge),
        "negated": one.negated,
        "declined": [span.of(text) for span in one.declined],
        **_found(one),
    }


def _position(one: Position) -> dict[str, Any]:
    return {
        "party": one.side_names.get("en") or one.side,
        "party_ar": one.side_names.get("ar"),
        "issue": _issue(one),
        "stance": one.stance,
        **_found(one),
    }


def _issue(one: Position) -> str:
    """The issue; one that is none of the schema with what of it the position is about."""
    if one.matter and one.issue.startswith("other:"):
        return f"{one.issue} ({one.matter})"
    return one.issue


def _found(one: Found) -> dict[str, Any]:
    return {"confidence": one.confidence, "spans": [list(span) for span in one.spans]}


def _both(names: Mapping[Language, str]) -> dict[str, str | None]:
    return {"en": names.get("en"), "ar": names.get("ar")}


def _either(names: Mapping[Language, str]) -> str | None:
    """The English words, else those of the other language."""
    return names.get("en") or names.get("ar")
