"""How well reports are read, measured on the reports with gold records beside the work tree.

The reports are in four columns: those the rules were written on, those kept unread, and our own
fresh ones, where the rules were looked at by six and four give totals only.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.plain import plain

SHARED = Path(__file__).resolve().parents[2] / "shared" / "press"
FRESH = Path(__file__).resolve().parents[1] / "tests" / "press" / "fresh"
KEPT = (
    "f02-meridan-power-sharing",
    "f05-grain-tariffs",
    "f06-fishing-rights",
    "f09-debt-restructuring",
)
"""Fresh reports of which only the totals are looked at."""
UNREAD = ("d03-nile-dam-addis", "d07-sudan-jeddah", "d12-tigray-pretoria", "d14-toy-fair")


def scorer() -> ModuleType:
    """The scorer that lies beside the reports."""
    spec = importlib.util.spec_from_file_location("press_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def prediction(report: Path) -> dict[str, Any]:
    """What is read out of one report, in the schema of the gold records."""
    text = report.read_bytes().decode("utf-8-sig")
    return plain(RuleReader().read(SourceText(text, name=report.name)))


def main(arguments: Iterable[str]) -> None:
    """Print the scores; with names of reports, what was missed and what was wrong in each."""
    score = scorer()
    gold = score.load_gold(str(SHARED)) | score.load_gold(str(FRESH))
    folders = {
        path.parent.name: path for root in (SHARED, FRESH) for path in root.glob("**/report.txt")
    }
    own = sorted(path.parent.name for path in FRESH.glob("*/gold.json"))
    wanted = list(arguments)
    if wanted:
        for name in wanted:
            explain(score, gold[name], prediction(folders[name]))
        return
    read = {name: prediction(path) for name, path in folders.items()}
    columns = {
        "written on": [n for n in gold if n not in UNREAD and n not in own],
        "unread": [n for n in gold if n in UNREAD],
        "fresh": [n for n in own if n not in KEPT],
        "fresh, kept": list(KEPT),
    }
    for title, names in columns.items():
        total, _ = score.score_all({n: gold[n] for n in names}, {n: read[n] for n in names})
        print(f"\n{title}: {len(names)} reports")
        score.table(total)


def explain(score: ModuleType, gold: Mapping[str, Any], pred: Mapping[str, Any]) -> None:
    """Gold items without a partner, and predicted items without one."""
    for kind in score.KINDS:
        key = kind.split("+")[0]
        if key == "segments" and not gold.get("segments"):
            continue
        ours, theirs = pred.get(key) or [], gold.get(key) or []
        pairs = score.pair_up(theirs, ours, score.SIMS[kind], gold.get("people") or [])
        print(f"== {kind}: {len(pairs)} of {len(theirs)}, {len(ours)} read")
        for n, item in enumerate(theirs):
            if n not in {i for i, _ in pairs}:
                print("  missed", json.dumps(item, ensure_ascii=False))
        for n, item in enumerate(ours):
            if n not in {j for _, j in pairs}:
                bare = item if isinstance(item, list) else {k: v for k, v in item.items() if v}
                print("  wrong ", json.dumps(bare, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
