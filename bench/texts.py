"""How well texts are compared, measured on the sets with gold answers beside the work tree.

In two columns: the texts the methods were worked out on, and those kept unread, of which only
the totals are looked at.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from wasit.text.compare import compare, plain
from wasit.text.parse import parse

SHARED = Path(__file__).resolve().parents[2] / "shared" / "texts"
UNREAD = ("coalition", "labour-r2-r3", "swap-adversarial", "water-protocol")
FIGURES: Mapping[str, float | None] = {
    "link_f1": 0.96,
    "dropped_f1": 0.80,
    "new_f1": 0.80,
    "type_accuracy": 0.90,
    "key_change_recall": 0.85,
    "key_change_precision": 0.80,
    "same_substance_f1": None,
}
"""What is measured, and what it has to reach."""


def scorer() -> ModuleType:
    """The scorer that lies beside the texts."""
    spec = importlib.util.spec_from_file_location("texts_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compared(folder: Path) -> dict[str, Any]:
    """What is told of one pair of versions."""
    old, new = (parse((folder / f"{name}.txt").read_text(encoding="utf-8")) for name in _VERSIONS)
    return plain(compare(old, new))


_VERSIONS = ("old", "new")


def scores(names: Iterable[str], answer: Callable[[Path], Any] = compared) -> dict[str, Any]:
    """The scores over some of the texts."""
    module = scorer()
    with tempfile.TemporaryDirectory() as folder:
        gold, told = Path(folder, "gold"), Path(folder, "told")
        told.mkdir()
        for name in names:
            given = SHARED / "compare" / "dev" / name
            (gold / name).mkdir(parents=True)
            (gold / name / "gold.json").write_bytes((given / "gold.json").read_bytes())
            line = json.dumps(answer(given), ensure_ascii=False)
            (told / f"{name}.json").write_text(line, encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            found: dict[str, Any] = module.compare(gold, told)
    return found


def main(arguments: Iterable[str]) -> None:
    """Print both columns; with names of texts, what was missed and what was wrong in each."""
    wanted = list(arguments)
    if wanted:
        for name in wanted:
            explain(name)
        return
    every = sorted(path.parent.name for path in (SHARED / "compare" / "dev").glob("*/gold.json"))
    read = scores(name for name in every if name not in UNREAD)
    unread = scores(UNREAD)
    print(f"{'compare':<24} {'read':>7} {'unread':>7}  limit")
    for figure, limit in FIGURES.items():
        told = f"{figure:<24} {read[figure]:7.3f} {unread[figure]:7.3f}"
        print(f"{told}  {limit:.2f}" if limit else told)


def explain(name: str) -> None:
    """What was missed and what was wrong in one text; never in one that is kept unread."""
    if name in UNREAD:
        sys.exit(f"{name} is kept unread")
    module = scorer()
    folder = SHARED / "compare" / "dev" / name
    gold, told = json.loads((folder / "gold.json").read_text(encoding="utf-8")), compared(folder)
    print(f"== {name}")
    for one, other, word in ((gold, told, "missed"), (told, gold, "wrong")):
        links, others = module.lineage(one), module.lineage(other)
        for ours, theirs in zip(links, others, strict=True):
            for key, row in ours.items():
                if key not in theirs:
                    print(f"  {word} {key}")
                    continue
                other = theirs[key]["change"] if isinstance(row, dict) else None
                if word == "missed" and other is not None and not row["change"] & other:
                    print(f"  called {other} not {row['change']}: {key}")
    for change in gold["key_changes"]:
        if not any(module.key_match(change, one) for one in told["key_changes"]):
            print("  missed", json.dumps(change, ensure_ascii=False))
    for change in told["key_changes"]:
        if not any(module.key_match(one, change) for one in gold["key_changes"]):
            print("  wrong ", json.dumps(change, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
