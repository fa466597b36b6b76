"""One seat, two records, the same commands: every byte is compared."""

from __future__ import annotations

import contextlib
import difflib
import io
import json
import os
import random
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pytest
import typer.main

from tests.chance import SeatedChance
from tests.noninterference.surfaces import (
    FILES,
    LOOKS,
    MISTAKES,
    READS,
    REPORT,
    TEXT,
    Look,
    Step,
    probes,
    reads,
    with_names,
    writes_files,
    writes_own,
)
from tests.noninterference.talks import (
    TALKS,
    Played,
    altered,
    at,
    fixed_for,
    hidden_seat_from,
    mixed,
    opened,
    owners_for,
    play,
    secrets_from,
    whispers_of,
)
from tests.strategies import CAST, SEATS, Act, talks_of
from wasit.cli import main
from wasit.cli.around import AROUND, Around
from wasit.journal import Journal

RECORD = "talks.wasit"
NOW = "2026-03-01T09:00:00Z"
LATER = 6
"""How many acts of others come between the commands."""


class Leaked(AssertionError):
    """A seat was answered differently on two records that agree on what it may read."""


# --- the plan -----------------------------------------------------------------------------------

Item = Act | Step | Look | str
BEGIN = "begin"
"""Stands where the walk begins; what comes before is on record by then."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What happens on either record, for one seat."""

    seed: int
    seat: str
    owner: str
    """Whose secrets are on the first record only."""
    first: tuple[Item, ...]
    second: tuple[Item, ...]
    fixed: frozenset[str]
    """Acts that both records hold."""

    @property
    def steps(self) -> list[Step]:
        return [item for item in self.first if isinstance(item, Step)]


@cache
def _talks(seed: int) -> tuple[Act, ...]:
    return talks_of(random.Random(seed))


@cache
def plan_for(seed: int, seat: str, *, parts: int = 1, command: str | None = None) -> Plan:
    """The plan of one walk: every step, one part of them, or the steps of one command.

    As seeds and seats go on, the parts take turns, so that together they hold every step.
    """
    chance = random.Random(f"{seed} {seat}")
    acts = _talks(seed)
    owner = chance.choice(owners_for(seat))
    secrets = secrets_from(seat, owner, chance)
    before, later = acts[:-LATER], [_as_command(act, chance) for act in acts[-LATER:]]
    start = opened(before)
    base = [*before[:start], *mixed(chance, before[start:], secrets)]
    later += whispers_of(owner, seat)
    turn = seed + SEATS.index(seat)
    steps = _steps(seat, hidden_seat_from(seat, acts), chance, turn, parts)
    if command is not None:
        steps = [step for step in steps if step.command in (command, *LOOKED_AT.get(command, ()))]
    files = {"r.txt": REPORT, "t.txt": TEXT}
    looks = [
        Look(chance.choice([o for o in CAST if o != seat]), tuple(line.split()), files)
        for line in (*LOOKS, "read r.txt --json", "table t.txt --json", "serve --get /en/")
    ]
    first: list[Item] = [*base, BEGIN, *mixed(chance, steps, later, looks)]
    other = random.Random(f"{seed} {seat} otherwise")
    second = [item for item in altered(first, seat, other) if not isinstance(item, Look)]
    return Plan(seed, seat, owner, tuple(first), tuple(second), fixed_for(seat, [*base, *later]))


LOOKED_AT = {
    "export": ("append", "say"),
    "release": ("append",),
    **dict.fromkeys(("show", "state", "brief"), ("table",)),
}
"""Commands without whose writes another has nothing to show."""


def _steps(
    seat: str, hidden_seat: str | None, chance: random.Random, turn: int, parts: int
) -> list[Step]:
    other = next(other for other in ("upper", "lower") if other != seat)
    looking = [reads(line, seat, other) for line in READS]
    looking += [reads(line, seat, other, 2) for line in MISTAKES]
    trying = list(probes(seat, other, hidden_seat))
    files = [reads(line, seat, other) for line in FILES]
    own, others = list(writes_own(seat, other)), list(writes_files(seat, other))
    told = [reads(line, seat, other) for line in (*LOOKS, "brief --for OTHER --json")]
    if parts == 1:
        return [*mixed(chance, looking, trying, files, [*own, *others]), *told]
    some = [looking[turn % parts :: parts], trying[turn % parts :: parts]]
    more = [others] if turn % 2 else [files, own]
    return [*mixed(chance, *some, *more), *told]


def _as_command(act: Act, chance: random.Random) -> Act:
    """An act as one command can do it: at about the time of the walk, clocks running apart."""
    time = f"2026-03-{chance.choice((1, 1, 2)):02d}T{chance.randrange(8, 20):02d}:00:00Z"
    if act.kind != "response":
        return replace(act, time=time)
    plain = {"audience", "happened"}
    envelope = {name: value for name, value in act.envelope.items() if name in plain}
    body = {name: value for name, value in act.body.items() if name not in ("meeting", "round")}
    return replace(act, time=time, envelope=envelope, body=body)


# --- a record and its commands --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a command gives back."""

    code: int
    stdout: str
    stderr: str
    files: Mapping[str, tuple[int, bytes]]
    """By name, the mode and the bytes of each file written."""

    def lines(self) -> list[str]:
        files = [f"{name} {mode:o} {data!r}" for name, (mode, data) in self.files.items()]
        told = (f"exit {self.code}", *self.stdout.split("\n"), *self.stderr.split("\n"), *files)
        return list(told)

    def without(self, name: str) -> Outcome:
        """The same, with a name that was given taken out."""
        files = {
            file: (mode, data.replace(name.encode(), b"NAME"))
            for file, (mode, data) in self.files.items()
        }
        stdout, stderr = (text.replace(name, "NAME") for text in (self.stdout, self.stderr))
        return Outcome(self.code, stdout, stderr, files)


@dataclass
class World:
    """A record on disk, and the seats that act on it through the command."""

    folder: Path
    played: Played
    whole: bool
    """Whether every act of its script succeeds: nothing was altered in it."""
    chance: SeatedChance = field(default_factory=SeatedChance)
    held_open: bool = False
    """Whether something beside the commands has the record open."""

    def run(
        self,
        seat: str,
        line: Sequence[str],
        *,
        time: str = NOW,
        files: Mapping[str, str | bytes] | None = None,
        stdin: str = "",
        lang: str = "en",
    ) -> Outcome:
        """One command of ``seat``, in this process, at a time that stands still."""
        given = dict(files or {})
        for name, content in given.items():
            data = content.encode() if isinstance(content, str) else content
            (self.folder / name).write_bytes(data)
        stdout, stderr = io.StringIO(), io.StringIO()
        arguments = [*line, "--record", RECORD, "--as", seat]
        with _around(self.folder, self.chance, time, stdin, lang):
            with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
                code = main(arguments)
            if not self.held_open:
                forget_databases()
        for name in given:
            (self.folder / name).unlink()
        return Outcome(code, stdout.getvalue(), stderr.getvalue(), self._taken_files())

    def _taken_files(self) -> dict[str, tuple[int, bytes]]:
        """What the command wrote beside the record; taken away."""
        found = {}
        for file in sorted(self.folder.iterdir()):
            if not file.name.startswith(RECORD):
                found[file.name] = (file.stat().st_mode, file.read_bytes())
                file.unlink()
        return found

    def act(self, act: Act, *, fixed: bool, must: bool) -> None:
        """Another seat puts something on record, by whichever command suits it.

        ``fixed``: both records hold it, so that it draws the same id on both.
        """
        fields = self.played.fields(act)
        if fields is None:
            assert not must, act
            return
        self.chance.begin(act.name if fixed else None)
        line, files, stdin = command_of(act, fields)
        done = self.run(act.seat, line, time=act.time, files=files, stdin=stdin)
        self.chance.begin(None)
        if done.code == 0:
            self.played.ids[act.name] = _first_id(done.stdout)
        else:
            assert not must, done


@contextlib.contextmanager
def _around(folder: Path, chance: SeatedChance, time: str, stdin: str, lang: str) -> Iterator[None]:
    before, reading = Path.cwd(), sys.stdin
    token = AROUND.set(Around(lambda: at(time), chance))
    os.environ["WASIT_LANG"] = lang
    os.chdir(folder)
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()))
    try:
        yield
    finally:
        sys.stdin = reading
        os.chdir(before)
        del os.environ["WASIT_LANG"]
        AROUND.reset(token)


def command_of(
    act: Act, fields: Mapping[str, object]
) -> tuple[list[str], dict[str, str | bytes], str]:
    """The command that does an act: its words, the files it reads, its standard input."""
    name = command_name(act)
    body = fields["body"]
    assert isinstance(body, dict)
    if name == "release":
        told = _worded("--words", body.get("note"))
        return ["release", body["target"], "--to", body["to"], "--yes", "--json", *told], {}, ""
    if name == "say":
        return _said(fields, body), {}, ""
    if name == "append":
        return ["append"], {}, json.dumps(fields)
    case = {act.kind: {key: value for key, value in fields.items() if key != "kind"}}
    return ["load", "case.yaml", "--json"], {"case.yaml": json.dumps(case)}, ""


def command_name(act: Act) -> str:
    """Which command does an act."""
    if act.kind in ("release", "response"):
        return "release" if act.kind == "release" else "say"
    return ("append", "load")[sum(map(ord, act.name)) % 2]


def _said(fields: Mapping[str, object], body: Mapping[str, object]) -> list[str]:
    about = next(body[k] for k in ("point", "draft", "issue", "document", "package") if k in body)
    target = f"{about['draft']}#{about['label']}" if isinstance(about, dict) else str(about)
    audience = fields["audience"]
    named = audience if isinstance(audience, str) else ",".join(map(str, audience))  # type: ignore[call-overload]
    line = ["say", str(body["seat"]), target, str(body["stance"]), "--basis", str(body["basis"])]
    line += ["--audience", named, "--json"]
    for option in ("extent", "person"):
        line += [f"--{option}", str(body[option])] if option in body else []
    line += ["--happened", str(fields["happened"])] if "happened" in fields else []
    line += ["--red-line"] if body["red_line"] else []
    return [
        *line,
        *_worded("--words", body.get("words")),
        *_worded("--proposes", body.get("proposes")),
    ]


def _worded(option: str, words: object) -> list[str]:
    given = words if isinstance(words, dict) else {}
    return [part for lang, text in given.items() for part in (option, f"{lang}:{text}")]


def _first_id(stdout: str) -> str:
    found: str = json.loads(stdout)["ids"][-1]
    return found


def forget_databases() -> None:
    """Close what the command left open: in a process of its own its end would."""
    from django.db import connections

    for alias in [alias for alias in connections.settings if alias.startswith("wasit-")]:
        connections[alias].close()
        del connections[alias]
        connections.settings = {k: v for k, v in connections.settings.items() if k != alias}


# --- the walk -------------------------------------------------------------------------------------


class Walker:
    """Makes the records of a plan and walks through it. Keeps what many walks share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.empty = folder / "empty.wasit"
        Journal.create(self.empty).close()
        self.walks = 0
        self.bases: dict[tuple[int, str], tuple[Played, Played]] = {}
        self.clean: set[tuple[int, str, frozenset[str]]] = set()

    def walk(self, plan: Plan) -> int:
        """Run a plan; returns how many answers were compared. Raises :class:`Leaked`."""
        self.walks += 1
        bases = self.bases_of(plan)
        first, second = (
            self._world(f"{self.walks}-{n}", base, whole=n == 1)
            for n, base in enumerate(bases, start=1)
        )
        compared = 0
        for parts in zip(_between_steps(plan.first), _between_steps(plan.second), strict=True):
            for world, items in zip((first, second), parts, strict=True):
                self._others_act(world, items, plan)
            step = parts[0][-1] if parts[0] else None
            if isinstance(step, Step):
                compare(plan, step, first, second)
                compared += 1
        self._owner_sees(plan, first, second)
        shutil.rmtree(first.folder)
        shutil.rmtree(second.folder)
        return compared

    def walk_clean(self, plan: Plan) -> None:
        """Make sure, once, that a plan passes as long as nothing leaks."""
        known = (plan.seed, plan.seat, frozenset(step.surface for step in plan.steps))
        if known not in self.clean:
            self.walk(plan)
            self.clean.add(known)

    def bases_of(self, plan: Plan) -> tuple[Played, Played]:
        """What is on record when the walk begins; worked out before any leak is planted."""
        at = (plan.seed, plan.seat)
        if at not in self.bases:
            self.bases[at] = (
                play(_base(plan.first)),
                play(_base(plan.second), hidden_from=plan.seat),
            )
        return self.bases[at]

    def _world(self, name: str, base: Played, *, whole: bool) -> World:
        folder = self.folder / name
        folder.mkdir()
        shutil.copyfile(self.empty, folder / RECORD)
        (folder / RECORD).chmod(0o600)
        with Journal.open(folder / RECORD, chance=SeatedChance()) as journal:
            journal.restore(base.entries, TALKS)
        return World(folder, Played(base.entries, dict(base.ids)), whole)

    def _others_act(self, world: World, items: Sequence[Item], plan: Plan) -> None:
        for item in items:
            if isinstance(item, Act):
                fixed = item.name in plan.fixed
                world.act(item, fixed=fixed, must=fixed or world.whole)
            elif isinstance(item, Look):
                world.run(item.seat, item.line, files=item.files)

    def _owner_sees(self, plan: Plan, first: World, second: World) -> None:
        """Whose entries were altered sees that they were: the records do differ."""
        told = [world.run(plan.owner, ["export"]) for world in (first, second)]
        assert told[0] != told[1], f"{plan.owner} reads the same on both records"


def _base(items: Sequence[Item]) -> list[Act]:
    """The acts before the walk begins."""
    return [item for item in items[: items.index(BEGIN)] if isinstance(item, Act)]


def _between_steps(items: Sequence[Item]) -> list[list[Item]]:
    """The walk in parts, each ending with a step but for the last; without what came before."""
    parts: list[list[Item]] = [[]]
    for item in items[items.index(BEGIN) + 1 :]:
        parts[-1].append(item)
        if isinstance(item, Step):
            parts.append([])
    return parts


def compare(plan: Plan, step: Step, first: World, second: World) -> None:
    """Run one step on both records; and a hidden name against one that stands for nothing."""
    name = with_names(step.hidden, first.played.ids) if step.hidden else None
    drawn = dict(first.chance.drawn)
    one = _run(plan, step, first, first, name)
    other = _run(plan, step, second, first, name)
    _same(plan, step, one, other, "on the other record")
    if name and step.absent:
        first.chance.drawn, after = drawn, first.chance.drawn
        never = _run(plan, step, first, first, step.absent)
        _same(plan, step, one.without(name), never.without(step.absent), "for an absent name")
        first.chance.drawn = after
    as_told = one.code == step.code or (step.or_mistake and one.code == 2)
    assert as_told, f"{step.surface}: {one.stderr}"


def _run(plan: Plan, step: Step, world: World, names: World, name: str | None) -> Outcome:
    def whole(text: str) -> str:
        return with_names(text.replace("NAME", name or "NAME"), names.played.ids)

    files = {file: whole(c) if isinstance(c, str) else c for file, c in step.files.items()}
    return world.run(
        plan.seat,
        [whole(word) for word in step.line],
        files=files,
        stdin=whole(step.stdin),
        lang=step.lang,
    )


def _same(plan: Plan, step: Step, one: Outcome, other: Outcome, where: str) -> None:
    if one == other:
        return
    diff = difflib.unified_diff(one.lines(), other.lines(), lineterm="", n=0)
    shown = "\n".join(line[:400] for line in [*diff][:12])
    raise Leaked(f"seed {plan.seed}, {plan.seat}: `{step.surface}` differs {where}\n{shown}")


def hold_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """What surrounds commands and is no part of them: the terminal, the environment, the parser."""
    tree = typer.main.get_command(sys.modules["wasit.cli.app"].parser())
    monkeypatch.setattr("typer.main.get_command", lambda app: tree)
    monkeypatch.setenv("COLUMNS", "80")
    for name in [name for name in os.environ if name.startswith("WASIT_")]:
        monkeypatch.delenv(name, raising=False)
