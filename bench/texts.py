"""How well texts are compared, measured on two collections of pairs with gold answers.

One lies beside the work tree, one among the tests. Each in two columns: the texts that may be read
while working on the methods, and those kept unread, of which only the totals are looked at.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from types import ModuleType
from typing import Any

from bench import concord
from bench.figure import Figure
from wasit.text.chain import Version, chain
from wasit.text.compare import compare, plain
from wasit.text.draft import DraftText
from wasit.text.parse import parse

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "texts"
DEV = SHARED / "compare" / "dev"
FRESH = ROOT / "tests" / "text" / "fresh"
UNREAD = {
    DEV: ("coalition", "labour-r2-r3", "swap-adversarial", "water-protocol"),
    FRESH: ("ar-handover", "charter-renumbered", "council-programme", "river-treaty"),
}
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


Measure = Callable[[Path, Path], dict[str, Any]]
"""A scorer: the folder of the gold answers, the folder of those given."""


def scores(
    texts: Iterable[Path], answer: Callable[[Path], Any], measure: Measure
) -> dict[str, Any]:
    """The scores by ``measure`` of what ``answer`` tells of the texts in some folders."""
    with tempfile.TemporaryDirectory() as folder:
        gold, told = Path(folder, "gold"), Path(folder, "told")
        told.mkdir()
        for given in texts:
            (gold / given.name).mkdir(parents=True)
            (gold / given.name / "gold.json").write_bytes((given / "gold.json").read_bytes())
            line = json.dumps(answer(given), ensure_ascii=False)
            (told / f"{given.name}.json").write_text(line, encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            return measure(gold, told)


def main(arguments: Iterable[str]) -> None:
    """Print both columns; with names of texts, what was missed and what was wrong in each."""
    wanted = list(arguments)
    if wanted:
        for name in wanted:
            explain(name)
        return
    module = scorer()
    columns = {head: scores(texts, compared, module.compare) for head, texts in collections()}
    print(f"{'compare':<24}", *(f"{head:>12}" for head in columns), " limit")
    for figure, limit in FIGURES.items():
        told = " ".join(f"{column[figure]:12.3f}" for column in columns.values())
        print(f"{figure:<24} {told}  {limit:.2f}" if limit else f"{figure:<24} {told}")
    for measured in (*speed(), memory()):
        print(measured)
    concorded(module)


def concorded(module: ModuleType) -> None:
    """Print how well language versions are held against each other."""
    kept = concord.collections(SHARED / "concord" / "dev")
    concord.main({head: scores(kept[head], concord.concorded, module.concord) for head in kept})


def collections() -> Iterator[tuple[str, list[Path]]]:
    """The columns: what heads each, and the folders of its texts."""
    for root, word in ((DEV, ""), (FRESH, "fresh ")):
        every = sorted(path.parent for path in root.glob("*/gold.json"))
        yield f"{word}read", [one for one in every if one.name not in UNREAD[root]]
        yield f"{word}unread", [one for one in every if one.name in UNREAD[root]]


def speed() -> list[Figure]:
    """How long it takes to compare two long drafts and to follow a text over many versions."""
    source = random.Random(7)
    points = [_point(source) for _ in range(300)]
    old, new = _draft(points), _draft(_edited(points, source))
    versions = [[_point(source) for _ in range(100)]]
    while len(versions) < 50:
        versions.append(_edited(versions[-1], source))
    held = [Version(str(n), _draft(one)) for n, one in enumerate(versions)]
    return [
        Figure("two drafts of 300 points compared", _seconds(lambda: compare(old, new)), "s", 1),
        Figure("the same by difflib", _seconds(lambda: _by_difflib(old, new)), "s"),
        Figure("50 versions of 100 points followed", _seconds(lambda: chain(held)), "s", 5),
    ]


def memory() -> Figure:
    """The peak of a process that does all of the above."""
    work = "import resource; from bench.texts import speed; speed(); "
    peak = "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    done = subprocess.run(
        [sys.executable, "-c", work + peak], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return Figure("peak memory of these", float(done.stdout), "MB", 300)


_SOUNDS = ("ba", "do", "ki", "lu", "me", "no", "pa", "ri", "su", "te", "va", "zo")


def _point(source: random.Random) -> str:
    words = ["".join(source.choices(_SOUNDS, k=source.randint(2, 4))) for _ in range(18)]
    return (
        f"The {' '.join(words)} shall pay {source.randint(2, 900)} dollars within "
        f"{source.randint(2, 60)} days and may not take {source.randint(2, 50)} per cent."
    )


def _edited(points: list[str], source: random.Random) -> list[str]:
    """Some points dropped, some new, a word changed in every third; about as many as before."""
    edited = []
    for point in points:
        chance = source.random()
        words = point.split()
        if chance < 0.3:
            words[source.randrange(len(words))] = source.choice(_SOUNDS)
        edited.append(_point(source) if chance > 0.95 else " ".join(words))
    return edited


def _draft(points: list[str]) -> DraftText:
    return parse("Draft\n\n" + "\n".join(f"{n}. {p}" for n, p in enumerate(points, start=1)))


def _by_difflib(old: DraftText, new: DraftText) -> None:
    """For every old point the new one that difflib finds most like it, by its quick bound."""
    for point in old.points:
        for other in new.points:
            SequenceMatcher(None, point.words, other.words).quick_ratio()


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def explain(name: str) -> None:
    """What was missed and what was wrong in one text; never in one that is kept unread."""
    root = FRESH if (FRESH / name).is_dir() else DEV
    if name in UNREAD[root]:
        sys.exit(f"{name} is kept unread")
    module = scorer()
    folder = root / name
    gold, told = json.loads((folder / "gold.json").read_text(encoding="utf-8")), compared(folder)
    print(f"== {name}")
    for one, other, word in ((gold, told, "missed"), (told, gold, "wrong")):
        links, others = module.lineage(one), module.lineage(other)
        for ours, theirs in zip(links, others, strict=True):
            for key, row in ours.items():
                if key not in theirs:
                    print(f"  {word} {key}")
                elif word == "missed" and isinstance(row, dict):
                    called = theirs[key]["change"]
                    right = row["change"] & called
                    print(end="" if right else f"  called {called}, not {row['change']}: {key}\n")
    for change in gold["key_changes"]:
        if not any(module.key_match(change, one) for one in told["key_changes"]):
            print("  missed", json.dumps(change, ensure_ascii=False))
    for change in told["key_changes"]:
        if not any(module.key_match(one, change) for one in gold["key_changes"]):
            print("  wrong ", json.dumps(change, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
