"""The small talks of these tests, loaded: ``record("desk")`` is what the desk may read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path

from wasit.entries import Entry, chain, proposal_of
from wasit.entries.case import read_case
from wasit.record import Acting, Record, decide

CASE = Path(__file__).with_name("spring.yaml")
AT = "2026-03-21"


def ids(seed: str) -> Iterator[str]:
    return (hashlib.md5(f"{seed} {n}".encode()).hexdigest() for n in count())


@cache
def entries() -> tuple[Entry, ...]:
    """The whole talks, as put on record by the desk; one document is released at the end."""
    draw = ids("spring")
    acting = Acting("desk", "f" * 32, "2026-03-22T08:00:00Z", lambda: next(draw))
    first = decide(Record(), acting, read_case(CASE.read_bytes(), CASE.name))
    release = {
        "kind": "release",
        "target": "canary",
        "to": "lower",
        "happened": "2026-03-21",
        "note": {"en": "For your eyes.", "ar": "لاطلاعكم وحدكم."},
    }
    return (*first, *decide(Record.of(first), acting, [proposal_of(release)]))


def record(seat: str = "desk") -> Record:
    """What a seat may read of them."""
    return Record.of(chain(entries(), seat))


def more(known: Record, *proposals: Mapping[str, object], seat: str = "desk") -> Record:
    """The record with more entries of a seat."""
    draw = ids(repr(proposals))
    acting = Acting(seat, "f" * 32, "2026-03-23T08:00:00Z", lambda: next(draw))
    return known.add(*decide(known, acting, [proposal_of(p) for p in proposals]))


def of_kind(kind: str) -> list[Entry]:
    return record().of_kind(kind)
