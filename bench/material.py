"""Synthetic talks of any size, the same on every run."""

from __future__ import annotations

import random
from collections.abc import Iterator

from wasit.entries import Entry, entry_of

TALKS = "f" * 32
STANCES = ("acceptable", "open", "unacceptable")


def entries(n: int, points: int = 60) -> Iterator[Entry]:
    """``n`` parsed entries: four seats, a draft, then answers, statements, meetings and notes."""
    source = random.Random(n)
    yield from _frame(points)
    for number in range(n - 5):
        yield _one(number, points, source)


def _frame(points: int) -> Iterator[Entry]:
    roles = {"desk": "mediator", "upper": "party", "lower": "party", "watch": "observer"}
    for number, (seat, role) in enumerate(roles.items()):
        yield _entry(number, "seat", {"name": {"en": seat}, "role": role}, label=seat)
    listed = [
        {"label": str(p + 1), "words": {"en": f"Point {p + 1}.", "ar": f"البند {p + 1}."}}
        for p in range(points)
    ]
    yield _entry(
        4, "draft", {"title": {"en": "Draft"}, "by": ["desk"], "points": listed}, label="d1"
    )


def _one(number: int, points: int, source: random.Random) -> Entry:
    seat = source.choice(("upper", "lower", "watch"))
    point = {"draft": _id(4), "label": str(source.randrange(points) + 1)}
    words = {"en": f"Words number {number}.", "ar": f"كلمات رقم {number}."}
    body: dict[str, object]
    match source.randrange(4):
        case 0:
            kind, body = "statement", {"seat": seat, "words": words, "points": [point]}
        case 1:
            kind, body = "meeting", {"status": "held", "seats": ["desk", seat], "outcome": words}
        case 2:
            kind, body = "note", {"words": words, "about": [_id(4)]}
        case _:
            kind = "response"
            body = {"seat": seat, "stance": source.choice(STANCES), "basis": "told", "point": point}
    audience = source.choice(("all", ["upper"], ["lower"], ["upper", "lower"]))
    return _entry(number + 5, kind, body, audience=audience)


def _entry(number: int, kind: str, body: dict[str, object], **more: object) -> Entry:
    day = f"2025-{1 + number % 12:02d}-{1 + number % 28:02d}"
    fields = {
        "id": _id(number),
        "talks": TALKS,
        "author": {"seat": "desk"},
        "audience": "all",
        "recorded": f"{day}T10:00:00Z",
        "happened": day,
        "kind": kind,
        "body": body,
        **more,
    }
    return entry_of(fields)


def _id(number: int) -> str:
    return f"{number:032x}"
