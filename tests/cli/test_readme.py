"""The commands that README prints run as printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Talks


def printed(root: Path) -> list[list[str]]:
    """The lines of "Five minutes of use", as a shell reads them."""
    page = (root / "README.md").read_text(encoding="utf-8")
    section = page.split("## Five minutes of use")[1].split("\n## ")[0]
    block = re.search(r"```(?:sh)?\n(.*?)```", section, re.DOTALL)
    assert block
    return [words for line in block[1].splitlines() if (words := shlex.split(line, comments=True))]


def test_five_minutes_of_use_run_as_printed(
    empty: Talks, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty.folder / "examples").symlink_to(root / "examples")
    monkeypatch.delenv("WASIT_RECORD")
    monkeypatch.delenv("WASIT_SEAT")
    lines = printed(root)
    assert len([words for words in lines if words[0] == "wasit"]) >= 8
    for program, *words in lines:
        if program == "export":
            for name, _, value in (word.partition("=") for word in words):
                monkeypatch.setenv(name, value)
        else:
            assert program == "wasit"
            empty.ok(*words)
    assert (empty.folder / "talks.wasit").is_file()
