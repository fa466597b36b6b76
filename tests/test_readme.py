"""What README shows is what the demo prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wasit.cli import main


def test_the_excerpts_stand_in_the_brief_of_the_demo(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["demo", "--out", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    page = (root / "README.md").read_text(encoding="utf-8")
    excerpts = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    assert len(excerpts) == 2
    for excerpt in excerpts:
        assert excerpt in printed
