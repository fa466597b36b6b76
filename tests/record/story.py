"""The talks of ``examples/two-banks``, read from their files: all that follows, as bytes.

``python -m tests.record.story FOLDER`` writes them out, for a process of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.entries.material import TALKS, ids
from wasit.brief import brief, to_html, to_json, to_terminal
from wasit.entries import Entry, canonical, chain
from wasit.entries.case import read_case
from wasit.entries.export import export
from wasit.entries.schema import json_schema, reference_page
from wasit.record import Acting, Record, decide, moved, state_of_play
from wasit.record.plain import plain_play
from wasit.record.sheet import rows

FILES = (
    ("desk", "desk.yaml"),
    ("upper", "upper.yaml"),
    ("lower", "lower.yaml"),
    ("desk", "desk-2.yaml"),
)
DAY = "2026-05-01"


def entries(folder: Path) -> list[Entry]:
    """The talks as they are put on record, file by file."""
    draw, found = ids(), list[Entry]()
    for seat, name in FILES:
        known = Record.of(chain(found, seat))
        acting = Acting(seat, TALKS, "2026-06-01T08:00:00Z", draw)
        found += decide(known, acting, read_case((folder / name).read_bytes(), name))
    return found


def told(folder: Path) -> Iterator[str]:
    """Exports, states of play, sheets and pages of every seat; schema and reference page."""
    everything = entries(folder)
    for seat in ("desk", "upper", "lower"):
        record = Record.of(chain(everything, seat))
        yield from export(TALKS, seat, record.chain())
        for known in (record, record.stood_on("2026-04-14")):
            play = state_of_play(known, inferred=True)
            yield canonical(plain_play(known, play))
            yield canonical(rows(play, "ar"))
        news = moved(record.stood_on("2026-04-14"), record)
        yield canonical([s.subject.target for s in news.standings])
        page = brief(record, DAY, seat=seat)
        yield to_terminal(page)
        yield to_html(page)
        yield canonical(to_json(page))
    yield canonical(json_schema())
    yield reference_page()


if __name__ == "__main__":
    sys.stdout.buffer.writelines(f"{one}\n".encode() for one in told(Path(sys.argv[1])))
