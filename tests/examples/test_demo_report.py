"""The demo starts from the report that the example ships with."""

from __future__ import annotations

from pathlib import Path

import pytest

from wasit.cli import main
from wasit.press.document import SourceText, document_of


def test_the_demo_first_says_what_the_report_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--out", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    first, _, rest = printed.partition("═")
    assert "15 of 15 Arabic paragraphs stand beside 15 English ones" in first
    assert "Where the versions differ: 2" in first
    assert "«لن يُعلن»" in first
    assert "“their tour”" in first
    assert "Proposed for the record: " in first
    assert "المقترح للتسجيل: " in first
    assert "Where the talks stand" in rest


def test_the_report_has_the_same_paragraphs_in_both_languages(root: Path) -> None:
    text = (root / "examples" / "moscow-2025" / "report.txt").read_text(encoding="utf-8")
    parts = document_of(SourceText(text)).parts
    kinds = {language: [p.kind for p in part] for language, part in parts.items()}
    assert kinds["ar"] == kinds["en"]
