"""Two records that agree on what a seat may read: a script, and one with hidden acts altered.

``play`` puts a script on record in memory, by the code that commands use; ``altered`` drops,
changes, moves, adds and releases what the seat may not read.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from tests.chance import SeatedChance
from tests.strategies import (
    ACTS,
    CAST,
    FRAME,
    HIDDEN_SEATS,
    OPENED,
    SEATS,
    Act,
    Fields,
    filled,
    renamed,
    reworded,
)
from wasit.entries import Entry, Mistake, proposal_of
from wasit.journal import Follower
from wasit.seated import Seated

T = TypeVar("T")
TALKS = "7" * 32
SECRET_ADDRESS = "https://example.org/secret"
"""Of a report that a seat may not read, and of one that it puts on record itself."""


def at(time: str) -> datetime:
    return datetime.fromisoformat(time.replace("Z", "+00:00"))


# --- in memory ----------------------------------------------------------------------------------


class Memory:
    """What :class:`wasit.seated.Seated` needs of a journal, in a list."""

    talks = TALKS

    def __init__(self, chance: SeatedChance) -> None:
        self.entries: list[Entry] = []
        self.chance = chance

    def follow(self, seat: str) -> Follower:
        return Follower(seat, self._after)

    def _after(self, seat: str, place: int) -> list[tuple[int, Entry]]:
        return list(enumerate(self.entries[place:], start=place + 1))

    def append(
        self, follower: Follower, decide: Callable[[list[Entry]], Sequence[Entry]]
    ) -> Sequence[Entry]:
        batch = decide(follower.new())
        self.entries += [entry for entry in batch if not follower.has(entry.id)]
        return batch

    def new_id(self, seat: str) -> str:
        return self.chance.draw(seat, 16).hex()


@dataclass
class Played:
    """A script that was put on record."""

    entries: list[Entry] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """By the name of an act, the id of its entry."""

    def fields(self, act: Act) -> dict[str, object] | None:
        """What the act puts on record; None when it needs something that is not there."""
        if not act.needs | act.after | ({act.about} - {None}) <= set(self.ids):
            return None
        seats = [seat for seat in SEATS if f"seat-{seat}" in self.ids]
        found: dict[str, object] = filled(act.fields, self.ids, seats)
        return found


def play(acts: Iterable[Act], hidden_from: str | None = None) -> Played:
    """The acts put on record, one after another.

    All must succeed, but for those hidden from a seat: what was altered before them may have
    taken away what they rest on.
    """
    chance = SeatedChance()
    memory, played = Memory(chance), Played()
    seats: dict[str, Seated] = {}
    for act in acts:
        fields = played.fields(act)
        if fields is None:
            assert hidden_from is not None, act
            assert hidden_from not in act.readers, act
            continue
        seat = seats.setdefault(act.seat, Seated(memory, act.seat))  # type: ignore[arg-type]
        seat._clock = lambda time=act.time: at(time)
        chance.begin(act.name)
        try:
            (entry,) = seat.put([proposal_of(fields)])
        except Mistake:
            if hidden_from is None or hidden_from in act.readers:
                raise
        else:
            played.ids[act.name] = entry.id
    played.entries = memory.entries
    return played


# --- what is hidden -----------------------------------------------------------------------------


def fixed_for(seat: str, acts: Iterable[Act]) -> frozenset[str]:
    """Acts that any record must hold which agrees with this one on what ``seat`` may read.

    What it reads; what that rests on; what was released to it, and how that was corrected.
    """
    by_name = {act.name: act for act in acts}
    fixed: set[str] = set()
    waiting = [act.name for act in by_name.values() if seat in act.readers]
    while waiting:
        act = by_name[waiting.pop()]
        if act.name not in fixed:
            fixed.add(act.name)
            waiting += act.needs | act.after | ({act.about} - {None})
    return frozenset(fixed)


def hidden_seat_from(seat: str, acts: Sequence[Act]) -> str | None:
    """A seat of which ``seat`` never hears."""
    fixed = fixed_for(seat, acts)
    found = (hidden for hidden in HIDDEN_SEATS if f"seat-{hidden}" not in fixed)
    return next(found, None)


def owners_for(seat: str) -> list[str]:
    """Seats that everybody knows and that know ``seat``."""
    return [other for other in HIDDEN_SEATS.get(seat, CAST) if other != seat]


def secrets_from(seat: str, owner: str, chance: random.Random) -> tuple[Act, ...]:
    """Entries of ``owner`` that ``seat`` may not read, and some that it may: they touch on those.

    Of each kind that commands take by name there is one. The one called ``hidden-twin`` is for
    collisions: ``seat`` uses its label and key for its own.
    """
    others = [other for other in CAST if other not in (seat, owner)]
    to = _third(owner, seat)
    audience = chance.choice(("author", [other for other in others if other != to][:1]))
    readers = frozenset({owner, *(audience if isinstance(audience, list) else ())})
    named = [(kind, kind, body) for kind, body in _SECRETS.items()]
    found = [
        _by(
            owner,
            f"secret-{name}",
            kind,
            body,
            readers,
            label=f"hidden-{name}",
            key=f"hidden-{name}",
            audience=audience,
        )
        for name, kind, body in (*named, ("twin", "draft", _SECRETS["draft"]))
    ]
    met = [hidden for hidden, known in HIDDEN_SEATS.items() if owner in known and hidden != seat]
    told = _by(
        owner,
        "told",
        "statement",
        _TOLD,
        frozenset({owner, seat, *met}),
        audience=[seat, *(f"&{hidden}" for hidden in met)],
        source=["@secret-report", "@open-report"],
        author_person="@secret-person",
    )
    again = {"kind": "statement", "body": {"words": {"en": "Perhaps"}, "act": "offers"}}
    everybody = frozenset(SEATS)
    return (
        *found,
        told,
        replace(
            _by(
                owner,
                "secret-correction",
                "correction",
                {"target": "@told", "replacement": again},
                frozenset({owner}),
                audience="author",
            ),
            about="told",
        ),
        replace(
            _by(owner, "secret-half", "correction", {"target": "@secret-note"}, everybody),
            readers=readers,
            about="secret-note",
            envelope={"audience": "all"},
        ),
        _by(owner, "gift", "note", {"words": {"en": "In time"}}, frozenset({owner}), audience=[]),
        replace(
            _by(
                owner,
                "gift-given",
                "release",
                {"target": "@gift", "to": f"&{seat}"},
                frozenset({owner, seat}),
            ),
            about="gift",
        ),
        _by(
            owner,
            "aside",
            "note",
            {"words": {"en": "For you alone"}},
            frozenset({owner, seat}),
            audience=[seat],
        ),
    )


def whispers_of(owner: str, seat: str) -> tuple[Act, ...]:
    """What ``owner`` does meanwhile behind the back of ``seat``: shows things, takes an answer."""
    to = _third(owner, seat)
    both = frozenset({owner, to})
    answer = {"stance": "unacceptable", "basis": "told", "red_line": True}
    about = {"seat": to, "point": {"draft": "@open-draft", "label": "1"}}
    done = (
        *(
            replace(
                _by(owner, f"secret-{name}", "release", {"target": f"@{name}", "to": to}, both),
                about=name,
            )
            for name in ("secret-document", "aside")
        ),
        _by(owner, "secret-answer", "response", {**answer, **about}, both, audience=[to]),
    )
    return tuple(replace(act, time="2026-03-03T10:00:00Z") for act in done)  # its clock is fast


def _third(owner: str, seat: str) -> str:
    """Another seat than these two."""
    return next(other for other in ("upper", "lower", "watch") if other not in (seat, owner))


def _by(
    owner: str, name: str, kind: str, body: Fields, addressed: frozenset[str], **envelope: object
) -> Act:
    time = "2026-02-27T10:00:00Z"
    return Act(name, owner, kind, body, envelope, time, addressed, addressed)


_SECRETS: dict[str, Fields] = {
    "talks": {"name": {"en": "The other talks"}},
    "report": {"outlet": {"en": "Gazette"}, "url": SECRET_ADDRESS},
    "person": {"name": {"ar": "زيد كريم", "en": "Zayd Karim"}},
    "draft": {"title": {"en": "Secret text"}, "points": [{"label": "1"}]},
    "issue": {"name": {"en": "Tolls"}, "options": [{"label": "a", "name": {"en": "None"}}]},
    "document": {"title": {"en": "Side letter"}},
    "package": {"name": {"en": "Deal"}, "options": []},
    "meeting": {"status": "held", "title": {"en": "Back channel"}},
    "message": {"sender": "desk"},
    "round": {"question": {"en": "Would you?"}, "seats": ["upper"]},
    "statement": {"words": {"en": "Never"}},
    "note": {"words": {"en": "Red line at 40"}},
    "agreement": {"seats": ["upper"], "level": "agreed", "draft": "@open-draft"},
    "handover": {"what": "@open-draft", "giver": "desk", "to": ["watch"]},
    "condition": {"seat": "upper", "needs": {"en": "A vote"}, "draft": "@open-draft"},
    "rule": {"relation": "excludes", "options": [{"issue": "@open-issue", "label": "a"}]},
    "estimate": {"seat": "lower", "reservation": "40"},
    "line": {"name": {"en": "The ridge"}, "words": {"en": "Along it"}},
}
_TOLD: Fields = {
    "words": {"en": "We shall see", "ar": "سنرى"},
    "speaker": "@secret-person",
    "draft": "@secret-draft",
    "meeting": "@secret-meeting",
    "issue": "@open-issue",
    "points": [{"draft": "@secret-draft", "label": "1"}, {"draft": "@open-draft", "label": "1"}],
    "disputes": ["@secret-statement"],
}


def mixed(chance: random.Random, *rows: Iterable[T]) -> list[T]:
    """The members of all rows in random order, each row keeping its own."""
    waiting = [list(row)[::-1] for row in rows]
    found = []
    while any(waiting):
        row = chance.choices(waiting, weights=[len(row) for row in waiting])[0]
        found.append(row.pop())
    return found


# --- the other record ---------------------------------------------------------------------------


def altered(script: Sequence[T], seat: str, chance: random.Random) -> list[T | Act]:
    """The script as it might also have gone, for all that ``seat`` may read.

    Whatever is not an act stays in its place between what the seat reads.
    """
    acts = [act for act in script if isinstance(act, Act)]
    fixed = fixed_for(seat, acts)
    unheard = hidden_seat_from(seat, acts)
    found: list[T | Act] = []
    later: list[Act] = []
    for one in script:
        if later and chance.random() < 0.2:
            found.append(later.pop(chance.randrange(len(later))))
        if not isinstance(one, Act) or one.name in fixed:
            found.append(one)
        elif not _is_secret(one, unheard):
            _alter(one, seat, chance, found, later)
    return [*found, *later]


def opened(script: Sequence[object]) -> int:
    """How many acts of a script stand before everybody sits and the talks are open."""
    return 1 + next(n for n, act in enumerate(script) if getattr(act, "name", "") == OPENED)


def _is_secret(act: Act, unheard: str | None) -> bool:
    """Whether it is one of the acts that are there in one record only."""
    return act.name.startswith("secret-") or act.name == f"seat-{unheard}"


def _alter(
    act: Act, seat: str, chance: random.Random, found: list[T | Act], later: list[Act]
) -> None:
    if seat in act.addressed:  # for its eyes, yet not whole: elsewhere it might be
        found.extend([act] if chance.random() < 0.5 else [])
        return
    what = chance.choice(("keep", "drop", "drop", "change", "change", "move", "move"))
    if what == "keep":
        found.append(act)
    if what == "change":
        found.append(replace(act, body=reworded(act.body, chance)))
    if what == "move":
        later.append(act)
    if what != "drop" and act.kind not in (*ACTS, *FRAME):
        if chance.random() < 0.4:
            found.append(renamed(act, f"{act.name}-too", chance))
        if chance.random() < 0.4:
            found.extend(_released(act, seat, chance))


def _released(act: Act, seat: str, chance: random.Random) -> list[Act]:
    """Its author shows it to a third seat as well."""
    others = [other for other in CAST if other not in (seat, *act.addressed)]
    if not others:
        return []
    to = chance.choice(others)
    both = frozenset({act.seat, to})
    return [
        Act(
            name=f"{act.name}-shown",
            seat=act.seat,
            kind="release",
            body={"target": f"@{act.name}", "to": to},
            envelope={},
            time=act.time,
            addressed=both,
            readers=both,
            about=act.name,
        )
    ]
