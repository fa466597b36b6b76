"""Ten reports of our own, from other talks and outlets than the rules were first written on."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.plain import plain

FRESH = Path(__file__).parent / "fresh"
NAMES = sorted(path.parent.name for path in FRESH.glob("*/gold.json"))
WITHOUT_TALKS = "f07-chess-open"


@cache
def read(name: str) -> dict[str, Any]:
    text = (FRESH / name / "report.txt").read_text(encoding="utf-8")
    return plain(RuleReader().read(SourceText(text, name=name)))


def score(shared: Path) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each kind over the ten reports."""
    spec = importlib.util.spec_from_file_location(
        "press_score_fresh", shared / "press" / "score.py"
    )
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = {
        name: json.loads((FRESH / name / "gold.json").read_text(encoding="utf-8")) for name in NAMES
    }
    total, _ = scorer.score_all(gold, {name: read(name) for name in NAMES})
    return {kind: scorer.prf(total[kind])[2] for kind in total}


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("people", 0.92),
        ("meetings", 0.65),
        ("texts", 0.6),
        ("statements", 0.75),
        ("statements+act", 0.65),
        ("positions", 0.42),
        ("figures", 0.8),
        ("segments", 0.98),
    ],
)
def test_reports_from_other_talks_are_read(shared: Path, kind: str, least: float) -> None:
    assert score(shared)[kind] >= least


def test_a_report_without_talks_yields_no_meetings_texts_or_positions() -> None:
    found = read(WITHOUT_TALKS)
    assert not found["meetings"]
    assert not found["texts"]
    assert not found["positions"]


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_found_stands_in_the_report(name: str) -> None:
    text = (FRESH / name / "report.txt").read_text(encoding="utf-8")
    for said in read(name)["statements"]:
        for language in ("en", "ar"):
            assert (said.get(language) or "") in text
