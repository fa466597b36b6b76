"""What goes on record keeps its spelling: a golden case for every kind."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from tests.entries.goldens import FOLDER, cases_of, line_made
from wasit.entries import KINDS, Mistake, canonical, entry_of, line_of, plain_entry
from wasit.entries.entry import entry_in

CASES = [
    pytest.param(case, id=f"{kind}-{n}") for kind in KINDS for n, case in enumerate(cases_of(kind))
]


def test_every_kind_has_golden_cases_and_nothing_else_has() -> None:
    assert len(KINDS) == 22
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(KINDS)
    assert all(case["input"]["kind"] == kind for kind in KINDS for case in cases_of(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_cases_of_a_kind_use_every_field_of_it(kind: str) -> None:
    used = {field for case in cases_of(kind) for field in json.loads(case["line"])["body"]}
    assert {field.name for field in fields(KINDS[kind].model)} == used  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES)
def test_an_input_becomes_its_golden_line(case: dict[str, Any]) -> None:
    assert line_made(case) == case["line"]


@pytest.mark.parametrize("case", CASES)
def test_a_line_reads_back_as_the_entry_it_was_made_of(case: dict[str, Any]) -> None:
    entry = entry_of(json.loads(case["line"]))
    assert entry_of(plain_entry(entry)) == entry == entry_in(case["line"])
    assert line_of(entry) == case["line"]


@pytest.mark.parametrize("case", CASES)
def test_a_line_is_canonical_json(case: dict[str, Any]) -> None:
    assert canonical(json.loads(case["line"])) == case["line"]
    assert "\\u" not in case["line"]


def test_an_unknown_kind_is_named_when_a_line_is_read() -> None:
    with pytest.raises(Mistake, match="unknown kind minutes; expected one of talks, seat"):
        entry_of({"kind": "minutes", "body": {}})


@pytest.mark.parametrize("line", ["[1]", "5", '"note"', "null", "{", "", '{"kind": 5}', "[" * 500])
def test_a_damaged_line_is_a_mistake(line: str) -> None:
    with pytest.raises(Mistake):
        entry_in(line)


@pytest.mark.parametrize("recorded", ["2025-13-01T00:00:00Z", "٢٠٢٥-١٢-٠١T00:00:00Z", "2025-12-01"])
def test_the_time_of_recording_is_a_time(recorded: str) -> None:
    fields = json.loads(cases_of("note")[0]["line"])
    with pytest.raises(Mistake, match=r"recorded: .* expected a time in UTC"):
        entry_of({**fields, "recorded": recorded})
