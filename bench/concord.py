"""How well two language versions are held against each other, on texts with gold answers.

In columns: the texts beside the work tree that the methods were worked out on, those kept unread,
of which only the totals are looked at, and the bilingual texts and pairs among the tests.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.figure import Figure
from tests.text.concord.material import DIFFER_FILES, SAME_FILES, TEXTS, blocks, told
from wasit.text.concord import concord, plain
from wasit.text.parse import parse

UNREAD = ("clean-returnees", "constitution-dialogue", "hospital-labour")


def concorded(folder: Path) -> dict[str, Any]:
    """What is told of one bilingual text."""
    ar, en = (parse((folder / f"{name}.txt").read_text(encoding="utf-8")) for name in ("ar", "en"))
    return plain(concord(ar, en))


def collections(dev: Path) -> dict[str, list[Path]]:
    """The columns: what heads each, and the folders of its texts."""
    every = sorted(path.parent for path in dev.glob("*/gold.json"))
    return {
        "read": [one for one in every if one.name not in UNREAD],
        "unread": [one for one in every if one.name in UNREAD],
        "own": list(TEXTS),
    }


def main(columns: Mapping[str, Mapping[str, float]]) -> None:
    """Print the scores in columns, then the pairs, then how long it takes."""
    print(f"{'concord':<32}", *(f"{head:>8}" for head in columns), " limit")
    for figure, limit in (("f1", "> 0.85"), ("point_f1", ""), (_ALARMS, "< 1")):
        values = " ".join(f"{column[figure]:8.3f}" for column in columns.values())
        print(f"{figure:<32} {values}  {limit}".rstrip())
    for name in SAME_FILES:
        pairs = blocks(name)
        wrong = {one.point for one in told([en for en, _ in pairs], [ar for _, ar in pairs])}
        print(f"{name}: {len(wrong)} false alarms in {len(pairs)} pairs that say the same")
    for name in DIFFER_FILES:
        rows = blocks(name)
        found = {
            (one.point, one.kind) for one in told(*zip(*(row[1:] for row in rows), strict=True))
        }
        hit = sum((str(n), kind) in found for n, (kind, *_) in enumerate(rows, start=1))
        print(f"{name}: {hit} of {len(rows)} found, {len(found) - hit} told besides")
    print(speed())


_ALARMS = "false_alarms_per_100_points"


def speed() -> Figure:
    """How long 300 points take."""
    pairs = [pair for name in SAME_FILES for pair in blocks(name)]
    many = (pairs * 2)[:300]
    start = time.perf_counter()
    told(
        [f"{en} Ref. {n}" for n, (en, _) in enumerate(many)],
        [f"{ar} المرجع {n}" for n, (_, ar) in enumerate(many)],
    )
    return Figure("300 points in two languages", time.perf_counter() - start, "s", 1)
