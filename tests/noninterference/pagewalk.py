"""One seat's desk on two records: the same requests, every byte and header compared."""

from __future__ import annotations

import contextlib
import difflib
import io
import logging
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.noninterference.pages import READS, WRITES, Visit
from tests.noninterference.surfaces import ABSENT_ID, with_names
from tests.noninterference.talks import at, hidden_seat_from
from tests.noninterference.walk import (
    NOW,
    RECORD,
    Item,
    Leaked,
    Plan,
    Walker,
    World,
    _between_steps,
    forget_databases,
)
from tests.strategies import CAST, Act
from wasit.journal import Journal
from wasit.seated import Seated
from wasit.web.serving import Asked, Asker
from wasit.web.site import Site

PORT = 8765
CANARIES = ("Secret text", "Side letter", "Back channel", "Red line at 40", "The other talks")
"""Words of the secrets that no request holds."""


@dataclass
class Open:
    """The desks at one record, as one warm process serves them."""

    world: World
    askers: dict[str, Asker] = field(default_factory=dict)

    def asker(self, seat: str) -> Asker:
        if seat not in self.askers:
            journal = Journal.open(self.world.folder / RECORD, chance=self.world.chance)
            clock = lambda: at(NOW)  # noqa: E731
            seated = Seated(journal, seat, clock)
            self.askers[seat] = Asker(Site(seated, PORT, clock, self.world.chance))
        return self.askers[seat]

    def ask(self, seat: str, visit: Visit, name: str | None, ids: dict[str, str]) -> Asked:
        """One request of ``seat``. ``name`` stands for ``NAME``."""
        other = next(one for one in ("upper", "lower") if one != seat)

        def whole(text: str) -> str:
            text = text.replace("SELF", seat).replace("OTHER", other)
            return with_names(text.replace("NAME", name or "NAME"), ids)

        asker = self.asker(seat)
        headers = {"HX-Request": "true"} if visit.in_part else {}
        if visit.fields is None:
            return asker.ask(whole(visit.path), headers=headers)
        fields = {
            key: [whole(one) for one in value] if isinstance(value, tuple) else whole(value)
            for key, value in visit.fields.items()
        }
        body = urlencode({"csrfmiddlewaretoken": asker.session.csrf, **fields}, doseq=True)
        return asker.ask(
            whole(visit.path),
            method="POST",
            body=body.encode(),
            headers={"Origin": f"http://127.0.0.1:{PORT}", **headers},
        )


def visits_of(plan: Plan, routes: Sequence[str] | None = None) -> list[tuple[Visit, str, str]]:
    """The visits of a walk, each with a hidden name and one that stands for nothing, or neither."""
    acts = [one for one in plan.first if isinstance(one, Act)]
    hidden_seat = hidden_seat_from(plan.seat, acts)
    found = []
    for visit in (*READS, *WRITES):
        if routes is not None and visit.route not in routes:
            continue
        if visit.kind is None:
            found.append((visit, "", ""))
        elif visit.kind != "seat":
            found.append((visit, f"@secret-{visit.kind}", ABSENT_ID))
            found.append((visit, f"hidden-{visit.kind}", f"absent-{visit.kind}"))
        elif hidden_seat:
            found.append((visit, hidden_seat, "nobody"[: len(hidden_seat)]))
    return found


def walk_pages(walker: Walker, plan: Plan, routes: Sequence[str] | None = None) -> int:
    """Ask both desks the same; returns how many answers were compared. Raises :class:`Leaked`."""
    walker.walks += 1
    bases = walker.bases_of(plan)
    first, second = (
        Open(walker._world(f"pages-{walker.walks}-{n}", base, whole=n == 1))
        for n, base in enumerate(bases, start=1)
    )
    first.world.held_open = second.world.held_open = True
    visits = visits_of(plan, routes)
    between = [_between_steps(items) for items in (plan.first, plan.second)]
    chance = random.Random(plan.seed)
    others = [one for one in CAST if one != plan.seat]
    with _logged() as log:
        for n, (visit, hidden, absent) in enumerate(visits):
            for open_, parts in zip((first, second), between, strict=True):
                some = slice(n * len(parts) // len(visits), (n + 1) * len(parts) // len(visits))
                walker._others_act(open_.world, _acts(parts[some]), plan)
            if n % 9 == 4:
                first.ask(chance.choice(others), Visit("today", "/en/journal"), None, {})
            _compare(plan, visit, hidden, absent, first, second)
    told = log.getvalue()
    if any(word in told for word in CANARIES) or "/en/" in told:
        raise Leaked(f"seed {plan.seed}, {plan.seat}: the log tells\n{told[:400]}")
    for open_ in (first, second):
        for asker in open_.askers.values():
            asker.site.seated.journal.close()
        shutil.rmtree(open_.world.folder)
    forget_databases()
    return len(visits)


def _acts(parts: Sequence[Sequence[Item]]) -> list[Item]:
    """What others do in these parts of the plan."""
    return [one for part in parts for one in part if isinstance(one, Act)]


@contextlib.contextmanager
def _logged() -> Iterator[io.StringIO]:
    """All that the process would write beside its answers."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger().addHandler(handler)
    try:
        with contextlib.redirect_stderr(written):
            yield written
    finally:
        logging.getLogger().removeHandler(handler)


def _compare(plan: Plan, visit: Visit, hidden: str, absent: str, first: Open, second: Open) -> None:
    ids = first.world.played.ids
    name = with_names(hidden, ids) if hidden else None
    drawn = dict(first.world.chance.drawn)
    one = _asked(first, plan.seat, visit, name, ids)
    other = _asked(second, plan.seat, visit, name, ids)
    _same(plan, visit, one, other, "on the other record")
    if name:
        first.world.chance.drawn, after = drawn, first.world.chance.drawn
        never = _asked(first, plan.seat, visit, absent, ids)
        first.world.chance.drawn = after
        _same(plan, visit, _without(one, name), _without(never, absent), "for an absent name")
    told = one.body.decode("utf-8", "replace") + repr(one.headers)
    if any(word in told for word in CANARIES):
        raise Leaked(f"seed {plan.seed}, {plan.seat}: {visit.path} holds a canary")
    if one.status >= 500:
        raise AssertionError(f"{visit.path}: {one.status}")


def _asked(open_: Open, seat: str, visit: Visit, name: str | None, ids: dict[str, str]) -> Asked:
    with contextlib.chdir(open_.world.folder):
        return open_.ask(seat, visit, name, ids)


def _without(one: Asked, name: str) -> Asked:
    headers = tuple((key, text.replace(name, "NAME")) for key, text in one.headers)
    return Asked(one.status, headers, one.body.replace(name.encode(), b"NAME"))


def _same(plan: Plan, visit: Visit, one: Asked, other: Asked, where: str) -> None:
    if one == other:
        return
    lines = [[f"{a.status}", *map(str, a.headers), *_lines(a)] for a in (one, other)]
    diff = difflib.unified_diff(*lines, lineterm="", n=0)
    shown = "\n".join(line[:400] for line in [*diff][:12])
    raise Leaked(f"seed {plan.seed}, {plan.seat}: {visit.path} differs {where}\n{shown}")


def _lines(one: Asked) -> list[str]:
    return one.body.decode("utf-8", "replace").split("\n")
