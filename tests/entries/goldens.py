"""The golden cases: for every kind, inputs and the export lines that they become.

``python -m tests.entries.goldens`` writes the lines anew, after a change that means to change
them. What is on record in existing files stays as it is: such a change needs a reason.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from tests.entries.material import put, stage
from wasit.entries import KINDS, Entry, entry_of, line_of

FOLDER = Path(__file__).parent / "golden"


def cases_of(kind: str) -> list[dict[str, Any]]:
    """The cases of one kind, each an ``input`` and the ``line`` that it becomes."""
    cases: list[dict[str, Any]] = json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    return cases


def line_made(case: dict[str, Any]) -> str:
    """The line that the input of a case becomes now, put on record by the desk."""
    return line_of(put(stage(), "desk", case["input"])[-1])


@cache
def entries() -> tuple[Entry, ...]:
    """Every golden case as an entry."""
    return tuple(entry_of(json.loads(c["line"])) for kind in KINDS for c in cases_of(kind))


def write() -> None:
    """Write every line as it is made now."""
    for kind in KINDS:
        cases = [{"input": c["input"], "line": line_made(c)} for c in cases_of(kind)]
        text = json.dumps(cases, ensure_ascii=False, indent=2)
        (FOLDER / f"{kind}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
