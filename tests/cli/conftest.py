"""Commands run in this process, in a folder of their own, with clock and chance held still."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typer.main

from tests.chance import SeatedChance
from wasit.cli import main
from wasit.cli.around import AROUND, Around

NOW = datetime(2026, 5, 2, 9, 30, tzinfo=UTC)
TODAY = "2026-05-02"
BANKS = (("desk", "desk"), ("upper", "upper"), ("lower", "lower"), ("desk-2", "desk"))


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one line of JSON that it answered."""
        (line,) = self.out.splitlines()
        return json.loads(line)

    @property
    def lines(self) -> list[Any]:
        """Each line of JSON that it answered."""
        return [json.loads(line) for line in self.out.splitlines()]


class Talks:
    """A folder with the record ``talks.wasit``, and the desk that sits at it."""

    def __init__(self, folder: Path, chance: SeatedChance, capsys: pytest.CaptureFixture[str]):
        self.folder = folder
        self.chance = chance
        self._capsys = capsys

    def __call__(self, *words: object, stdin: bytes = b"") -> Ended:
        """Run one command, however it ends."""
        self._capsys.readouterr()
        token = AROUND.set(Around(lambda: NOW, self.chance))
        reading, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(stdin))
        try:
            code = main([str(word) for word in words])
        finally:
            sys.stdin = reading
            AROUND.reset(token)
        return Ended(code, *self._capsys.readouterr())

    def ok(self, *words: object, stdin: bytes = b"") -> Ended:
        """Run one command that ends well and has nothing to complain of."""
        ended = self(*words, stdin=stdin)
        assert (ended.code, ended.err) == (0, ""), ended
        return ended

    def wrong(self, *words: object, stdin: bytes = b"", code: int = 2) -> str:
        """Run one command that is a mistake: the one line that says so.

        Nothing is answered, nothing on record is changed, no file comes or goes.
        """
        before = self._held()
        ended = self(*words, stdin=stdin)
        assert (ended.code, ended.out) == (code, ""), ended
        assert self._held() == before
        (line,) = ended.err.splitlines()
        assert line.startswith("wasit: ")
        return line.removeprefix("wasit: ")

    def _held(self) -> tuple[str, list[str]]:
        record = self.folder / "talks.wasit"
        whole = self("export", "--keeper").out if record.is_file() else ""
        return whole, sorted(p.name for p in self.folder.iterdir() if p.name[-4:-3] != "-")

    def file(self, name: str, content: str | bytes) -> str:
        """Write a file into the folder; returns its name."""
        data = content.encode() if isinstance(content, str) else content
        (self.folder / name).write_bytes(data)
        return name


@pytest.fixture(scope="session")
def parser() -> Any:
    """What reads command lines: the same each time, and slow to make."""
    return typer.main.get_command(sys.modules["wasit.cli.app"].parser())


@pytest.fixture
def empty(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    parser: Any,
) -> Talks:
    """A folder without a record; ``talks.wasit`` and the desk are meant unless others are named."""
    monkeypatch.setattr("typer.main.get_command", lambda _app: parser)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WASIT_RECORD", "talks.wasit")
    monkeypatch.setenv("WASIT_SEAT", "desk")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("WASIT_LANG", raising=False)
    return Talks(tmp_path, SeatedChance(), capsys)


@pytest.fixture(scope="session")
def ferry_case(root: Path) -> str:
    """The first case of docs/case.md: three seats, one draft, an answer, a private note."""
    page = (root / "docs" / "case.md").read_text(encoding="utf-8")
    found = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def ferry(empty: Talks, ferry_case: str) -> Talks:
    """The small case on record."""
    empty.ok("init")
    empty.ok("load", empty.file("case.yaml", ferry_case))
    return empty


@dataclass(frozen=True, slots=True)
class Built:
    """A record made once, as one file, and how far chance had got by then."""

    path: Path
    drawn: dict[str, int]


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Two banks on record, all four files."""
    folder = tmp_path_factory.mktemp("banks")
    chance = SeatedChance()
    token = AROUND.set(Around(lambda: NOW, chance))
    printing, sys.stdout = sys.stdout, io.StringIO()
    try:
        record = ("--record", str(folder / "made.wasit"))
        assert main(["init", *record]) == 0
        for name, seat in BANKS:
            file = root / "examples" / "two-banks" / f"{name}.yaml"
            assert main(["load", str(file), *record, "--as", seat]) == 0
        assert main(["backup", str(folder / "copy.wasit"), *record]) == 0
    finally:
        sys.stdout = printing
        AROUND.reset(token)
    return Built(folder / "copy.wasit", dict(chance.drawn))


@pytest.fixture
def banks(empty: Talks, built: Built) -> Talks:
    """A record of two banks of one's own."""
    shutil.copyfile(built.path, empty.folder / "talks.wasit")
    (empty.folder / "talks.wasit").chmod(0o600)
    empty.chance.drawn.update(built.drawn)
    return empty
