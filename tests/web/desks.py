"""Desks at the invented case, asked from inside."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlencode

from tests.chance import SeatedChance
from wasit.entries.case import read_case
from wasit.journal import Journal, SystemChance
from wasit.seated import Seated
from wasit.web.serving import Asked, Asker
from wasit.web.site import Site

CASE = Path(__file__).parents[2] / "examples" / "two-banks"
LOADED = (("desk", "desk"), ("upper", "upper"), ("lower", "lower"), ("desk-2", "desk"))
AT = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
PORT = 8765


class Clock:
    """Time that moves when it is told to."""

    def __init__(self, at: datetime = AT) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, by: timedelta) -> None:
        self.at += by


@cache
def _loaded() -> Path:
    """The case on record, once."""
    path = Path(mkdtemp(prefix="wasit-desk-")) / "two-banks.wasit"
    chance = SeatedChance()
    with Journal.create(path, chance=chance) as journal:
        for file, seat in LOADED:
            data = (CASE / f"{file}.yaml").read_bytes()
            clock = Clock(datetime(2026, 4, 26, 9, 0, tzinfo=UTC))
            Seated(journal, seat, clock).put(read_case(data, file))
    return path


class Desk:
    """One seat's desk at a copy of the case."""

    def __init__(self, folder: Path, seat: str = "desk") -> None:
        self.path = folder / "two-banks.wasit"
        if not self.path.exists():
            shutil.copyfile(_loaded(), self.path)
            self.path.chmod(0o600)
        self.clock = Clock()
        self.invited: list[str] = []
        chance = SystemChance()
        journal = Journal.open(self.path, chance=chance)
        seated = Seated(journal, seat, self.clock)
        self.site = Site(seated, PORT, self.clock, chance, self.invited.append)
        self.asker = Asker(self.site)

    def get(self, path: str, **more: str) -> Asked:
        return self.asker.ask(path, headers=more or None)

    def text(self, path: str) -> str:
        found = self.get(path)
        assert found.status == 200, (path, found.status, found.body.decode()[-500:])
        return found.body.decode()

    def post(self, path: str, fields: dict[str, object], **more: str) -> Asked:
        given = {"csrfmiddlewaretoken": self.asker.session.csrf, **fields}
        return self.asker.ask(
            path,
            method="POST",
            body=urlencode(given, doseq=True).encode(),
            headers={"Origin": f"http://127.0.0.1:{PORT}", **more},
        )


def words_of(page: str) -> str:
    """What a page says, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
