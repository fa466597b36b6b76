"""A small state of play to ask about: a desk, three parties, and a draft of four points."""

from __future__ import annotations

from typing import Any

from tests.entries.material import after, table
from wasit.record import Record, StateOfPlay, Subject, state_of_play

DRAFT: dict[str, Any] = {
    "kind": "draft",
    "label": "first",
    "happened": "2026-03-01",
    "by": ["upper"],
    "title": {"en": "First"},
    "points": [
        {"label": "1", "words": {"en": "Peace."}, "heading": {"en": "Aim", "ar": "الغاية"}},
        {"label": "2", "words": {"en": "[Ten] litres.", "ar": "[عشرة] لترات."}},
        {
            "label": "3",
            "points": [
                {"label": "a", "words": {"en": "Four years."}},
                {"label": "b", "words": {"en": "Reports."}},
            ],
        },
        {"label": "4", "words": {"en": "Rain."}},
    ],
}
ISSUE: dict[str, Any] = {"kind": "issue", "label": "flow", "name": {"en": "Flow"}}


def record(*fields: dict[str, Any], seat: str = "desk") -> Record:
    """The talks with ``fields`` put on record by ``seat``, each for all to read."""
    matters = ({"audience": "all", **one} for one in (DRAFT, ISSUE))
    known = after(Record(), "desk", *table("delta"), *matters)
    return more(known, *fields, seat=seat)


def more(known: Record, *fields: dict[str, Any], seat: str = "desk") -> Record:
    """The record with more entries of ``seat``, each a batch of its own."""
    for one in fields:
        known = after(known, seat, {"audience": "all", **one})
    return known


def answer(seat: str, stance: str, day: int = 2, **fields: Any) -> dict[str, Any]:
    """What ``seat`` answered on a day of March 2026; to point 1 if ``fields`` do not say."""
    about = {"point", "issue", "draft", "document"} & set(fields)
    return {
        "kind": "response",
        "seat": seat,
        "stance": stance,
        "basis": "told",
        "happened": f"2026-03-{day:02d}",
        **({} if about else {"point": "first#1"}),
        **fields,
    }


def agreed(level: str, day: int = 9, **fields: Any) -> dict[str, Any]:
    """An agreement of both banks on a day of March 2026; on point 1 if ``fields`` do not say."""
    about = {"points", "issue", "draft"} & set(fields)
    return {
        "kind": "agreement",
        "seats": ["upper", "lower"],
        "level": level,
        "happened": f"2026-03-{day:02d}",
        **({} if about else {"points": ["first#1"]}),
        **fields,
    }


def play(known: Record, **options: Any) -> StateOfPlay:
    return state_of_play(known, **options)


def point(known: Record, label: str = "1", **options: Any) -> Subject:
    """One point of the draft as it stands."""
    return next(s for s in play(known, **options).points if s.label == label)


def whole(known: Record, label: str) -> Subject:
    """One thing that was answered as a whole."""
    return next(s for s in play(known).wholes if s.holder.label == label)
