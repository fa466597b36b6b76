"""What is read of talks told in many wordings, of agencies, papers and ministries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.plain import plain

_HERE = Path(__file__).parent / "wordings"
_NUMBERS = ("points_before", "points_after", "count")


def _cases(*names: str) -> list[Any]:
    found = []
    for name in names:
        listed = yaml.safe_load((_HERE / f"{name}.yaml").read_text(encoding="utf-8"))
        found += [pytest.param(case, id=f"{name}-{n}") for n, case in enumerate(listed)]
    return found


@pytest.mark.parametrize("case", _cases("english", "arabic"))
def test_talks_are_read_however_they_are_told(case: dict[str, Any]) -> None:
    read = plain(RuleReader().read(SourceText(case["report"], name="report")))
    if "meetings" in case:
        assert case["meetings"] == [
            f"{one.get('place') or '-'} {one.get('date') or '-'} {one['status']}"
            for one in read["meetings"]
        ]
    if "texts" in case:
        assert case["texts"] == [
            " ".join(str(one.get(key) or "-") for key in _NUMBERS) for one in read["texts"]
        ]
    told = {
        f"{one['party']}: {one['issue'].split(' (')[0]}: {one['stance']}"
        for one in read["positions"]
    }
    assert set(case.get("positions", ())) <= told


@pytest.mark.parametrize("case", _cases("no_talks"))
def test_where_there_are_no_talks_none_are_read(case: dict[str, Any]) -> None:
    read = plain(RuleReader().read(SourceText(case["report"], name="report")))
    assert (read["meetings"], read["texts"], read["positions"]) == ([], [], [])
