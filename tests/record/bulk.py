"""Large talks for timing: as plain data, as they come out of a store."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

TALKS = "f" * 32


def plain_entries(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """``count`` mixed entries: mostly answers and statements, each with sources and links."""
    chance = random.Random(seed)

    def entry(kind: str, body: dict[str, Any], author: str = "desk", **more: Any) -> dict[str, Any]:
        return {
            "id": f"{chance.getrandbits(128):032x}",
            "talks": TALKS,
            "kind": kind,
            "author": {"seat": author},
            "audience": "all",
            "recorded": f"2025-{1 + made // 9000:02d}-03T10:00:00Z",
            "body": body,
            **more,
        }

    made = 0
    head = [entry("talks", {"name": {"en": "Bulk"}})]
    head += [
        entry("seat", {"name": {"en": s}, "role": r}, label=s)
        for s, r in (("desk", "mediator"), ("upper", "party"), ("lower", "party"))
    ]
    people = [entry("person", {"name": {"ar": f"فلان {n}"}, "seat": "upper"}) for n in range(20)]
    reports = [
        entry("report", {"outlet": {"ar": "صحيفة", "en": "Paper"}}, happened="2025-01-02")
        for _ in range(200)
    ]
    drafts = [
        entry(
            "draft",
            {
                "title": {"en": f"Draft {n}"},
                "points": [{"label": str(p), "words": {"en": "The banks…"}} for p in range(1, 29)],
            },
            label=f"d{n}",
            happened="2025-01-03",
        )
        for n in range(10)
    ]
    for one in (*head, *people, *reports, *drafts):
        made += 1
        yield one
    while made < count:
        made += 1
        seat = chance.choice(("upper", "lower"))
        draft, report = chance.choice(drafts)["id"], chance.choice(reports)["id"]
        point = {"draft": draft, "label": str(chance.randrange(1, 29))}
        more = {
            "happened": f"2025-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}",
            "source": [{"of": report, "spans": [{"language": "ar", "start": 10, "end": 90}]}],
            "audience": chance.choice(("all", ["upper", "lower"], ["upper"], [])),
        }
        if made % 2:
            stance = chance.choice(("acceptable", "open", "unacceptable"))
            body = {"seat": seat, "stance": stance, "basis": "reported", "point": point}
            yield entry("response", body, **more)
        else:
            body = {
                "words": {"ar": "لا تنازل عن الضفة", "en": "No concession on the bank"},
                "speaker": chance.choice(people)["id"],
                "seat": seat,
                "act": "rejects",
                "points": [point],
                "draft": draft,
            }
            yield entry("statement", body, **more)
