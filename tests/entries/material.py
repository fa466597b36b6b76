"""What the tests of entries and of the record are made of: a small table, and random talks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from typing import Any

from hypothesis import strategies as st

from wasit.entries import Entry, Proposal, Sight, proposal_of
from wasit.record import Acting, Record, decide

TALKS = "f" * 32
NOW = "2026-03-22T08:00:00Z"
SEATS = ("desk", "upper", "lower")
Fields = Mapping[str, Any]


def ids(first: int = 1) -> Callable[[], str]:
    """Ids one after the other, as a store would draw them."""
    numbers: Iterator[int] = count(first)
    return lambda: f"{next(numbers):032x}"


def put(record: Record, seat: str, *fields: Fields | Proposal, now: str = NOW) -> tuple[Entry, ...]:
    """What ``seat`` puts on record, as one batch."""
    proposals = [one if isinstance(one, Proposal) else proposal_of(one) for one in fields]
    return decide(record, Acting(seat, TALKS, now, ids(len(record) + 1)), proposals)


def after(record: Record, seat: str, *fields: Fields | Proposal, now: str = NOW) -> Record:
    """The record with one more batch of ``seat``."""
    return record.add(*put(record, seat, *fields, now=now))


def table(*more: str, **fields: Any) -> list[dict[str, Any]]:
    """The seats: a mediator's desk, two parties, and ``more`` of them."""
    return [
        {
            "kind": "seat",
            "label": label,
            "role": "mediator" if label == "desk" else "party",
            "name": {"en": label.title()},
            **fields,
        }
        for label in (*SEATS, *more)
    ]


STAGE: list[dict[str, Any]] = [
    *table(),
    {"kind": "person", "label": "salma", "seat": "upper", "name": {"ar": "سلمى", "en": "Salma"}},
    {"kind": "report", "label": "gazette", "outlet": {"en": "Gazette"}, "text": {"en": "No."}},
    {
        "kind": "draft",
        "label": "first",
        "happened": "2026-03-10",
        "title": {"ar": "المسودة الأولى", "en": "First draft"},
        "points": [
            {"label": "1", "words": {"en": "The banks share the spring."}},
            {"label": "2", "points": [{"label": "a", "words": {"en": "[Ten] litres."}}]},
        ],
    },
    {"kind": "document", "label": "annex", "title": {"en": "Annex"}},
    {"kind": "meeting", "label": "plan", "status": "planned", "seats": ["upper", "lower"]},
    {"kind": "message", "label": "passed", "sender": "upper", "to": ["lower"]},
    {
        "kind": "issue",
        "label": "flow",
        "name": {"en": "Flow"},
        "options": [
            {"label": "ten", "name": {"en": "Ten"}},
            {"label": "six", "name": {"en": "Six"}},
        ],
    },
    {
        "kind": "issue",
        "label": "years",
        "name": {"en": "Years"},
        "options": [{"label": "four", "name": {"en": "Four"}}],
    },
    {
        "kind": "package",
        "label": "both",
        "name": {"en": "Both"},
        "options": ["flow#ten", "years#four"],
    },
    {"kind": "line", "label": "bank", "name": {"en": "Bank"}, "words": {"en": "Along the reeds."}},
    {"kind": "round", "label": "sealed", "question": {"en": "Ten?"}, "seats": ["upper", "lower"]},
    {"kind": "note", "label": "aside", "words": {"en": "They were tired."}},
]
"""One thing of each sort that others point at, all put on record by the desk for all to read."""


@cache
def stage() -> Record:
    """The record of :data:`STAGE`."""
    return after(Record(), "desk", *({"audience": "all", **one} for one in STAGE))


# --- random talks -----------------------------------------------------------------------------

_DAYS = st.sampled_from(
    ["2026-02-01", "2026-02", "2026-03-05", "2026-03", "2026-03-04/2026-03-08", "2026-04-01~", None]
)
_AUDIENCES = st.sampled_from(["all", "author", "upper", "lower", "desk", ["upper", "lower"], None])
_POINTS = st.sampled_from(["first#1", "first#2", "first#2/a"])
_SOURCES = st.sampled_from([None, "gazette", ["gazette", "plan"]])
_STANCES = st.sampled_from(["acceptable", "open", "unacceptable"])


def _fields(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    given = st.fixed_dictionaries(fields)
    return given.map(lambda found: {k: v for k, v in found.items() if v is not None})


_WORDS = st.sampled_from([{"en": "Seven."}, {"ar": "سبعة."}, {"en": "No", "ar": "لا"}])

BODIES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "note": _fields(words=_WORDS, points=st.lists(_POINTS, max_size=2)),
    "response": _fields(
        seat=st.sampled_from(["upper", "lower"]),
        basis=st.sampled_from(["told", "reported", "inferred"]),
        stance=_STANCES,
        point=_POINTS,
        meeting=st.sampled_from([None, "plan"]),
    ),
    "agreement": _fields(
        seats=st.just(["upper", "lower"]),
        level=st.sampled_from(["ad_referendum", "agreed", "reopened"]),
        points=st.lists(_POINTS, min_size=1, max_size=2),
    ),
    "statement": _fields(
        words=_WORDS, speaker=st.sampled_from([None, "salma"]), points=st.lists(_POINTS, max_size=1)
    ),
    "meeting": _fields(
        status=st.sampled_from(["held", "planned"]),
        seats=st.lists(st.sampled_from(SEATS), min_size=1, max_size=3, unique=True),
        drafts=st.sampled_from([[], ["first"]]),
    ),
    "message": _fields(
        sender=st.sampled_from(["upper", "lower"]),
        to=st.just(["desk"]),
        notice=st.sampled_from([None, "passed"]),
        words=_WORDS,
    ),
    "condition": _fields(
        seat=st.just("upper"), needs=_WORDS, meeting=st.sampled_from([None, "plan"])
    ),
    "document": _fields(title=_WORDS, draft=st.sampled_from([None, "first"])),
    "handover": _fields(
        what=st.sampled_from(["first", "annex"]), giver=st.just("upper"), to=st.just(["lower"])
    ),
}
"""Kind -> fields of a body that points at things of the stage."""


@st.composite
def talks(draw: st.DrawFn, *, most: int = 12) -> list[Entry]:
    """The stage, and after it what the seats put on record: entries, corrections, releases.

    Every seat writes from what it may read itself, as at a real journal.
    """
    entries = list(stage().chain())
    made: list[Entry] = []
    known = {
        seat: _Chair(replace(sight, ids={*sight.ids}), record) for seat, sight, record in _start()
    }
    for n in range(draw(st.integers(1, most))):
        seat = draw(st.sampled_from(SEATS))
        record = known[seat].record
        now = f"2026-03-{draw(st.integers(10, 12)) + n:02d}T09:00:00Z"
        fields = draw(_proposals(record, made, seat))
        acting = Acting(seat, TALKS, now, ids(len(entries) + len(made) + 1))
        new = decide(record, acting, [proposal_of(fields)])
        made += new
        for chair in known.values():
            chair.take(new)
    return entries + made


@dataclass
class _Chair:
    """A seat while talks are drawn: what it may read so far."""

    sight: Sight
    record: Record

    def take(self, new: Iterable[Entry]) -> None:
        self.record = self.record.add(*filter(None, map(self.sight.take, new)))


@cache
def _start() -> list[tuple[str, Sight, Record]]:
    """What every seat may read of the stage."""
    sights = [Sight(seat) for seat in SEATS]
    return [(s.seat, s, Record.of(filter(None, map(s.take, stage().chain())))) for s in sights]


@st.composite
def _proposals(draw: st.DrawFn, known: Record, made: list[Entry], seat: str) -> dict[str, Any]:
    """An entry, or a correction or release of one made before that the seat may read."""
    readable = [known[e.id] for e in made if known.get(e.id)]
    targets = [e for e in readable if e.kind not in ("correction", "release")]
    own = [e for e in targets if e.author.seat == seat]
    act = draw(st.sampled_from(["new", "new", "new", "correction", "withdrawal", "release"]))
    if act in ("correction", "withdrawal") and own:
        target = draw(st.sampled_from(own))
        fields: dict[str, Any] = {"kind": "correction", "target": target.id}
        if act == "correction":
            fields["replacement"] = {"kind": target.kind, "body": draw(BODIES[target.kind])}
            fields["replacement"]["happened"] = draw(_DAYS)
        return fields
    if act == "release" and targets:
        receiver = draw(st.sampled_from(SEATS))
        return {"kind": "release", "target": draw(st.sampled_from(targets)).id, "to": receiver}
    kind = draw(st.sampled_from(sorted(BODIES)))
    envelope = draw(_fields(audience=_AUDIENCES, happened=_DAYS, source=_SOURCES))
    return {"kind": kind, **envelope, **draw(BODIES[kind])}
