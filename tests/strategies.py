"""Random talks: acts of several seats, one entry of some kind each, with audiences and links.

``talks_of(random)`` makes one script; ``talks`` is the same for hypothesis. ``WRITERS`` holds, by
kind, what writes a random body of that kind: a new kind needs its line there.

An act names others by ``@name`` and seats that not everybody knows by ``&label``; ``filled``
replaces both when the act is played, once ids are drawn. What each seat may read is worked out
here too, from audiences, links and releases alone, so that tests need not ask the code they test.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

Fields = dict[str, Any]

CAST = {"desk": "mediator", "upper": "party", "lower": "party", "watch": "observer"}
"""The seats that everybody knows, and their roles."""
HIDDEN_SEATS = {"envoy": ("desk", "upper"), "guest": ("lower", "watch")}
"""Seats that only some know of."""
SEATS = (*CAST, *HIDDEN_SEATS)

POINTS = ("1", "2", "3", "3/a")
"""The points of every random draft whose points are held."""
FRAME = ("talks", "seat")
ACTS = ("correction", "release")


@dataclass(frozen=True, slots=True)
class Act:
    """A seat puts one entry on record."""

    name: str
    seat: str
    kind: str
    body: Fields
    envelope: Fields
    """Label, key, audience, date, source, person; as ``append`` takes them."""
    time: str
    """When, in UTC."""
    addressed: frozenset[str]
    """The seats of its audience, its author among them."""
    readers: frozenset[str]
    """Those of them that can read it whole, and know its author."""
    needs: frozenset[str] = frozenset()
    """Acts that it cannot do without, and that whoever reads it must be able to read."""
    after: frozenset[str] = frozenset()
    """Acts by which its author came to know what it names: seats that sat down, releases."""
    about: str | None = None
    """The act that it corrects or releases."""

    @property
    def fields(self) -> Fields:
        """As ``append`` takes it, before names are filled in."""
        return {"kind": self.kind, **self.envelope, "body": self.body}


def filled(value: Any, ids: Mapping[str, str], seats: Collection[str]) -> Any:
    """``value`` with ids for ``@name`` and labels for ``&label``; what is not there is left out."""
    if isinstance(value, str):
        if value.startswith("@"):
            return ids.get(value[1:])
        if value.startswith("&"):
            return value[1:] if value[1:] in seats else None
        return value
    if isinstance(value, list):
        return [kept for one in value if (kept := filled(one, ids, seats)) is not None]
    if isinstance(value, dict):
        kept = {name: filled(one, ids, seats) for name, one in value.items()}
        whole = {name: one for name, one in kept.items() if one is not None}
        is_part = set(value) == {"draft", "label"} or set(value) == {"issue", "label"}
        return None if is_part and len(whole) < 2 else whole
    return value


# --- who writes ---------------------------------------------------------------------------------


class Missing(Exception):
    """The writer can read nothing that the kind it wants to write would need."""


class Writer:
    """One seat about to write one act: what it can name, and what it has named so far."""

    def __init__(self, script: Script, seat: str) -> None:
        self.script = script
        self.seat = seat
        self.chance = script.chance
        self.needs: set[str] = set()
        self.after: set[str] = set()
        self.about: str | None = None

    # --- choices --------------------------------------------------------------------------------

    def maybe(self, value: Callable[[], Any], odds: float = 0.5) -> Any:
        """A value, or nothing."""
        return value() if self.chance.random() < odds else None

    def one(self, *choices: Any) -> Any:
        return self.chance.choice(choices)

    # --- words ----------------------------------------------------------------------------------

    def words(self) -> Fields:
        return words(self.chance)

    def name(self) -> Fields:
        return words(self.chance, 2)

    def day(self) -> str:
        day = f"{self.one('2025-12', '2026-01', '2026-02')}-{self.chance.randrange(1, 29):02d}"
        return self.one(day, day, f"{day}T10:30", day[:7], f"{day}~")

    # --- links ----------------------------------------------------------------------------------

    def find(self, *kinds: str, points: bool = False) -> str | None:
        """An act of these kinds that the writer can read and that stands."""
        found = [
            act.name
            for act in self.script.acts
            if act.kind in (kinds or LINKED)
            and self.seat in self.script.readable[act.name]
            and self.seat not in self.script.withdrawn.get(act.name, ())
            and not (points and not act.body.get("points"))
        ]
        return self.chance.choice(found) if found else None

    def link(self, *kinds: str, odds: float = 0.5) -> str | None:
        """A link that a reader can do without."""
        name = self.find(*kinds) if self.chance.random() < odds else None
        return name and self._known(name)

    def links(self, *kinds: str) -> list[str]:
        """At most two such links."""
        found = (self.link(*kinds) for _ in range(2))
        return list(dict.fromkeys(one for one in found if one))

    def need(self, *kinds: str) -> str:
        """A link that a reader cannot do without."""
        name = self.find(*kinds)
        if name is None:
            raise Missing
        self.needs.add(name)
        return self._known(name)

    def point(self, *, needed: bool = False) -> Fields | None:
        """A point of a draft."""
        name = self.find("draft", points=True)
        if name is None:
            if needed:
                raise Missing
            return None
        if needed:
            self.needs.add(name)
        return {"draft": self._known(name), "label": self.one(*POINTS)}

    def points(self) -> list[Fields]:
        found = self.maybe(self.point)
        return [found] if found else []

    def options(self) -> list[Fields]:
        name = self.find("issue")
        return [{"issue": self._known(name), "label": self.one("a", "b")}] if name else []

    def _known(self, name: str) -> str:
        """The link; what showed the writer the entry, its author or what it needs, came before."""
        act = self.script.named(name)
        for shown in (name, f"seat-{act.seat}", *act.needs):
            via = self.script.via.get((shown, self.seat))
            if via:
                self.after.add(via)
            if shown in act.needs:
                self._known(shown)
        return f"@{name}"

    # --- seats ----------------------------------------------------------------------------------

    def someone(self) -> str:
        """A seat that everybody knows, or the writer itself."""
        return self.one(*CAST, self.seat)

    def some(self, least: int = 0) -> list[str]:
        """Several seats that the writer knows, hidden ones among them."""
        known = [*CAST, *(f"&{seat}" for seat in HIDDEN_SEATS if self.knows(seat))]
        chosen = self.chance.sample(known, self.chance.randrange(max(least, 0), len(known)))
        sure = [self.one(*CAST)] if least and not set(chosen) & set(CAST) else []
        self._met(chosen)
        return [*sure, *chosen]

    def knows(self, seat: str) -> bool:
        return seat in CAST or self.seat in self.script.knows[seat]

    def audience(self) -> str | list[str]:
        """Everybody, nobody else, or some."""
        chosen = self.one("all", "all", "author", "some", "some", "some")
        return self.some() if chosen == "some" else chosen

    def _met(self, seats: list[str]) -> None:
        for seat in seats:
            via = self.script.via.get((f"seat-{seat[1:]}", self.seat)) if seat[0] == "&" else None
            if via:
                self.after.add(via)


_WORDS = {
    "en": (
        "water",
        "gauge",
        "bank",
        "north",
        "river",
        "flow",
        "mandate",
        "vote",
        "share",
        "border",
    ),
    "ar": ("الماء", "المقياس", "الضفة", "الشمال", "النهر", "الموسم", "التفويض", "الحصة", "الحدود"),
}


def words(chance: random.Random, most: int = 6) -> Fields:
    """Random words in one language or both."""
    languages = chance.choice((("en",), ("ar",), ("ar", "en"), ("ar", "en")))
    return {
        language: " ".join(chance.choices(_WORDS[language], k=chance.randrange(1, most + 1)))
        for language in languages
    }


# --- what it writes, by kind --------------------------------------------------------------------


def _talks(w: Writer) -> Fields:
    return {"name": w.name(), "caution": w.maybe(w.words)}


def _seat(w: Writer) -> Fields:
    return {"name": w.name(), "role": "observer", "note": w.maybe(w.words)}


def _person(w: Writer) -> Fields:
    return {"name": w.name(), "seat": w.maybe(w.someone), "role": w.maybe(w.words)}


def _draft(w: Writer) -> Fields:
    nested = [{"label": "a", "words": w.words()}]
    points = [
        {"label": "1", "words": w.words(), "heading": w.name()},
        {"label": "2", "words": {"en": f"[{w.words().get('en', 'open')}]"}},
        {"label": "3", "heading": w.name(), "points": nested},
    ]
    return {
        "title": w.name(),
        "by": w.some(),
        "after": w.links("draft"),
        "published": w.one("yes", "no", "leaked"),
        "points": w.one(points, points, points, []),
    }


def _response(w: Writer) -> Fields:
    what = w.one("point", "point", "point", "draft", "issue", "document", "package")
    about = w.point(needed=True) if what == "point" else w.need(what)
    seat = w.one(w.seat, *CAST)
    stance = w.one("acceptable", "open", "unacceptable")
    return {
        "seat": seat,
        "stance": stance,
        "basis": "own" if seat == w.seat else w.one("told", "reported", "inferred"),
        what: about,
        "extent": w.one("some", "most", None) if what in ("draft", "document") else None,
        "red_line": stance != "acceptable" and w.chance.random() < 0.3,
        "words": w.maybe(w.words),
        "proposes": w.maybe(w.words),
        "person": w.link("person"),
        "meeting": w.link("meeting"),
        "round": w.link("round"),
    }


def _agreement(w: Writer) -> Fields:
    return {
        "seats": w.some(least=1),
        "level": w.one("ad_referendum", "agreed", "reopened"),
        "points": w.points(),
        "draft": w.link("draft"),
        "words": w.words(),
        "not_put_to": w.some(),
        "meeting": w.link("meeting"),
    }


def _meeting(w: Writer) -> Fields:
    return {
        "status": w.one("held", "held", "planned", "conditional", "cancelled"),
        "title": w.name(),
        "planned_for": w.maybe(w.day),
        "seats": w.some(),
        "people": w.links("person"),
        "drafts": w.links("draft"),
        "outcome": w.maybe(w.words),
        "replaces": w.link("meeting", odds=0.3),
    }


def _message(w: Writer) -> Fields:
    return {
        "sender": w.someone(),
        "to": w.some(),
        "people": w.links("person"),
        "words": w.maybe(w.words),
        "told": w.maybe(w.words),
        "notice": w.link("message"),
        "meeting": w.link("meeting"),
    }


def _statement(w: Writer) -> Fields:
    speaker = w.link("person")
    claim = {"about": "flow", "question": {"en": "How much?"}, "says": w.name()}
    return {
        "words": w.words(),
        "speaker": speaker,
        "seat": w.maybe(w.someone),
        "act": w.one("rejects", "demands", "asks", "offers", "declines"),
        "declined": w.maybe(w.words, 0.2),
        "points": w.points(),
        "draft": w.link("draft"),
        "meeting": w.link("meeting"),
        "claim": w.maybe(lambda: claim),
        "disputes": w.links("statement", "meeting"),
    }


def _document(w: Writer) -> Fields:
    return {
        "title": w.name(),
        "by": w.some(),
        "contents": w.maybe(w.words),
        "draft": w.link("draft"),
    }


def _handover(w: Writer) -> Fields:
    return {
        "what": w.need("draft", "document", "package", "line"),
        "giver": w.someone(),
        "to": w.some(least=1),
        "manner": w.one("handed", "shown", "described"),
        "meeting": w.link("meeting"),
        "people": w.links("person"),
    }


def _condition(w: Writer) -> Fields:
    return {
        "seat": w.someone(),
        "needs": w.words(),
        "status": w.one("open", "open", "met"),
        "meeting": w.link("meeting"),
        "draft": w.link("draft"),
        "points": w.points(),
        "also": w.links(),
    }


def _issue(w: Writer) -> Fields:
    options = [{"label": label, "name": w.name(), "points": w.points()} for label in "ab"]
    return {"name": w.name(), "options": options, "points": w.points()}


def _rule(w: Writer) -> Fields:
    return {
        "relation": w.one("requires", "excludes", "accepted_by"),
        "options": w.options(),
        "then": w.options(),
        "seats": w.some(),
        "words": w.maybe(w.words),
    }


def _estimate(w: Writer) -> Fields:
    issue = w.link("issue")
    fields: Fields = {
        "seat": w.someone(),
        "issue": issue,
        "values": {"a": str(w.chance.randrange(100)), "b": "1/3"},
        "reservation": w.maybe(lambda: "40"),
    }
    if issue is not None and w.chance.random() < 0.3:
        order = ("a", "b") if w.chance.random() < 0.5 else ("b", "a")
        fields["examples"] = [{"options": [{"issue": issue, "label": one}]} for one in order]
    return fields


def _package(w: Writer) -> Fields:
    return {"name": w.name(), "options": w.options(), "by": w.some(), "words": w.maybe(w.words)}


def _line(w: Writer) -> Fields:
    return {
        "name": w.name(),
        "words": w.words(),
        "positions": [[35.0, 31.5], [35.5, 32.0]],
        "by": w.some(),
        "draft": w.link("draft"),
        "points": w.points(),
        "issue": w.link("issue"),
    }


def _report(w: Writer) -> Fields:
    return {
        "outlet": w.name(),
        "title": w.maybe(w.name),
        "url": f"https://example.org/{w.chance.getrandbits(32):08x}",
        "copy_of": w.link("report"),
    }


def _note(w: Writer) -> Fields:
    return {"words": w.words(), "about": w.links(), "points": w.points(), "level": w.one(0, 1, 2)}


def _round(w: Writer) -> Fields:
    return {
        "question": w.words(),
        "seats": w.some(least=1),
        "draft": w.link("draft"),
        "points": w.points(),
        "closes": w.link("round"),
    }


def _release(w: Writer) -> Fields:
    name = w.find(*(kind for kind in WRITERS if kind not in ACTS))
    if name is None:
        raise Missing
    w._known(name)
    readable = w.script.readable[name]
    others = [s for s in SEATS if s not in readable and w.knows(s)]
    if not others:
        raise Missing
    to = w.one(*others)
    w._met([f"&{to}"] if to in HIDDEN_SEATS else [])
    w.about = name
    w.after.update(
        act.name for act in w.script.acts if act.about == name and act.kind == "correction"
    )
    return {"target": f"@{name}", "to": to, "note": w.maybe(w.words)}


def _correction(w: Writer) -> Fields:
    own = [
        act
        for act in w.script.acts
        if act.seat == w.seat
        and act.kind not in (*ACTS, *FRAME)
        and act.name not in w.script.withdrawn
    ]
    if not own:
        raise Missing
    act = w.chance.choice(own)
    w.about = act.name
    w.needs.add(act.name)
    w.after |= act.after
    again = {"kind": act.kind, "body": reworded(act.body, w.chance), "happened": w.day()}
    return {
        "target": f"@{act.name}",
        "replacement": again if _rested_on(w.script, act) else w.maybe(lambda: again, 0.7),
        "reason": w.maybe(w.words),
    }


def _rested_on(script: Script, act: Act) -> bool:
    """Whether taking it back would take away what other acts, or tests, name."""
    return act.name.startswith("open-") or f"'@{act.name}'" in repr([a.fields for a in script.acts])


WRITERS: Mapping[str, Callable[[Writer], Fields]] = {
    "talks": _talks,
    "seat": _seat,
    "person": _person,
    "draft": _draft,
    "response": _response,
    "agreement": _agreement,
    "meeting": _meeting,
    "message": _message,
    "statement": _statement,
    "document": _document,
    "handover": _handover,
    "condition": _condition,
    "issue": _issue,
    "rule": _rule,
    "estimate": _estimate,
    "package": _package,
    "line": _line,
    "report": _report,
    "note": _note,
    "round": _round,
    "release": _release,
    "correction": _correction,
}
"""By kind, what writes the body of a random entry."""

LINKED = tuple(kind for kind in WRITERS if kind not in (*ACTS, *FRAME))
"""Kinds that a link of any kind may lead to."""
LABELLED = ("draft", "issue")


def reworded(value: Any, chance: random.Random, key: str = "") -> Any:
    """The same fields with other words: labels, links and whatever is chosen from a list stay."""
    if isinstance(value, dict) and value and set(value) <= {"ar", "en"}:
        return {
            language: f"{text} {chance.choice(_WORDS[language])}"
            for language, text in value.items()
        }
    if isinstance(value, dict):
        return {name: reworded(one, chance, name) for name, one in value.items()}
    if isinstance(value, list):
        return [reworded(one, chance) for one in value]
    return value


# --- a script -----------------------------------------------------------------------------------


class Script:
    """Acts one after another, and what each seat may read by then."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.acts: list[Act] = []
        self.readable: dict[str, set[str]] = {}
        """By act: the seats that can read its entry now, those it was released to among them."""
        self.via: dict[tuple[str, str], str] = {}
        """By act and seat: the release that showed it to the seat."""
        self.knows: dict[str, set[str]] = {seat: set() for seat in HIDDEN_SEATS}
        """By hidden seat: the seats that know of it."""
        self.withdrawn: dict[str, frozenset[str]] = {}
        """By act: the seats that read that it was withdrawn."""

    def write(
        self,
        seat: str,
        kind: str,
        name: str | None = None,
        body: Fields | None = None,
        **envelope: Any,
    ) -> Act:
        """Let ``seat`` put an entry of ``kind`` on record. Raises :class:`Missing`."""
        writer = Writer(self, seat)
        made = {k: v for k, v in (body or WRITERS[kind](writer)).items() if v is not None}
        name = name or f"{kind}-{len(self.acts)}"
        around = self._envelope(writer, kind, name) | envelope
        addressed = self._addressed(writer, around.get("audience"), made)
        if seat in HIDDEN_SEATS:
            writer.after.add(f"seat-{seat}")
        act = Act(
            name=name,
            seat=seat,
            kind=kind,
            body=made,
            envelope={k: v for k, v in around.items() if v is not None},
            time=self._time(),
            addressed=addressed,
            readers=frozenset(s for s in addressed if self._can_read(s, writer, kind, around)),
            needs=frozenset(writer.needs),
            after=frozenset(writer.after - {name}),
            about=writer.about,
        )
        self._take(act)
        return act

    def _envelope(self, writer: Writer, kind: str, name: str) -> Fields:
        if kind == "release":
            return {}
        return {
            "label": name if kind in LABELLED or self.chance.random() < 0.2 else None,
            "key": writer.maybe(lambda: f"key-{name}", 0.3),
            "audience": writer.audience(),
            "happened": writer.maybe(writer.day, 0.7) if kind not in FRAME else None,
            "source": writer.links("report", "meeting", "document"),
            "author_person": writer.link("person", odds=0.3),
        }

    def _time(self) -> str:
        n = len(self.acts)
        return f"2026-01-{5 + n // 8:02d}T{8 + n % 8:02d}:00:00Z"

    def _addressed(self, writer: Writer, audience: Any, body: Fields) -> frozenset[str]:
        if audience is None:
            return frozenset({writer.seat, body["to"]})
        if audience == "all":
            return frozenset(SEATS)
        named = () if audience == "author" else audience
        return frozenset({writer.seat, *(seat.lstrip("&") for seat in named)})

    def _can_read(self, seat: str, writer: Writer, kind: str, around: Fields) -> bool:
        """Whether a seat that the entry is for knows its author and whatever it needs."""
        needs = set(writer.needs)
        authors = [writer.seat]
        if kind == "release" and writer.about is not None:
            shown = self.named(writer.about)
            needs |= shown.needs
            authors.append(shown.seat)
        own = kind == "seat" and around["label"] == writer.seat
        met = own or all(a in CAST or a == seat or seat in self.knows[a] for a in authors)
        return met and all(seat in self.readable[name] for name in needs)

    def _take(self, act: Act) -> None:
        self.acts.append(act)
        self.readable[act.name] = set(act.readers)
        if act.kind == "seat":
            self._met(act, act.readers)
        if act.kind == "correction" and "replacement" not in act.body:
            assert act.about is not None
            self.withdrawn[act.about] = act.readers
        if act.kind == "release":
            self._released(act)

    def _met(self, seat: Act, readers: Collection[str]) -> None:
        label = seat.envelope["label"]
        if label in self.knows:
            self.knows[label] |= set(readers)

    def _released(self, act: Act) -> None:
        assert act.about is not None
        shown = self.named(act.about)
        for seat in act.readers - self.readable[shown.name]:
            self.readable[shown.name].add(seat)
            self.via[shown.name, seat] = act.name
            if shown.kind == "seat":
                self._met(shown, [seat])

    def named(self, name: str) -> Act:
        return next(act for act in self.acts if act.name == name)

    def write_somehow(self, kind: str) -> Act | None:
        """Let any seat that can put an entry of ``kind`` on record; None: none can."""
        for seat in self.chance.sample(SEATS, len(SEATS)):
            try:
                return self.write(seat, kind)
            except Missing:
                continue
        return None


def opening(script: Script) -> None:
    """The seats sit down; what everybody can read and tests can name by these names."""
    for seat, role in CAST.items():
        body = {"name": {"en": seat.title(), "ar": f"مقعد {seat}"}, "role": role}
        script.write(seat, "seat", f"seat-{seat}", body, label=seat, audience="all")
    for seat, known_to in HIDDEN_SEATS.items():
        author = "desk" if seat == "envoy" else seat
        audience = [other for other in (*known_to, seat) if other != author]
        script.write(author, "seat", f"seat-{seat}", label=seat, audience=audience)
    script.write("desk", "talks", "talks", label=None, audience="all")
    for kind in ("report", "person", "issue", "document", "meeting", "package"):
        script.write("desk", kind, f"open-{kind}", label=f"open-{kind}", audience="all")
    body = {**_draft(Writer(script, "desk")), "points": _POINTS}
    script.write("desk", "draft", OPENED, body, label=OPENED, audience="all")


OPENED = "open-draft"
"""The last act of the opening."""

_POINTS = [
    {"label": "1", "words": {"en": "The gauge stands on the north bank", "ar": "يقف المقياس"}},
    {"label": "2", "heading": {"en": "Flow"}, "words": {"en": "[Half] the flow"}},
    {"label": "3", "points": [{"label": "a", "words": {"ar": "الحصة"}}]},
]


def talks_of(chance: random.Random, each: int = 2) -> tuple[Act, ...]:
    """Random talks: the opening, then ``each`` entries of every kind in random order."""
    script = Script(chance)
    opening(script)
    kinds = [kind for kind in WRITERS if kind not in FRAME for _ in range(each)]
    chance.shuffle(kinds)
    for kind in kinds:
        script.write_somehow(kind)
    script.write("desk", "talks", audience=["upper"], label=None)
    return tuple(script.acts)


talks = st.integers(0, 2**32 - 1).map(lambda seed: talks_of(random.Random(seed)))
"""Random talks for hypothesis; the seed is what it draws, so that making them stays fast."""


def renamed(act: Act, name: str, chance: random.Random) -> Act:
    """Another act of the same seat, kind and audience, in other words."""
    envelope = {k: v for k, v in act.envelope.items() if k not in ("label", "key")}
    if "label" in act.envelope:
        envelope["label"] = name
    return replace(act, name=name, body=reworded(act.body, chance), envelope=envelope)
