"""The JSON Schema and the reference page say what the models say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.entries.goldens import cases_of
from tests.entries.schemas import RULES, SAYS_NOTHING, TYPES, fits, target, within
from wasit.entries import KINDS, canonical
from wasit.entries.schema import DIALECT, json_schema, reference_page

SCHEMA = json_schema()
INPUT = json_schema(input=True)
BOTH = pytest.mark.parametrize("schema", [SCHEMA, INPUT], ids=["entry", "input"])
CASES = [case for kind in KINDS for case in cases_of(kind)]


def printed(*arguments: str) -> str:
    """What the command prints, in a process of its own."""
    command = [sys.executable, "-m", "wasit", "schema", *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_the_reference_page_is_up_to_date(root: Path) -> None:
    assert (root / "docs/entries.md").read_text(encoding="utf-8") == reference_page()


@pytest.mark.parametrize(
    ("option", "wanted"),
    [("--page", reference_page()), ("--input", f"{canonical(INPUT)}\n")],
)
def test_the_command_prints_the_page_and_the_schema(option: str, wanted: str) -> None:
    assert printed(option) == wanted


def test_without_an_option_it_prints_the_schema_of_entries() -> None:
    assert printed() == f"{canonical(SCHEMA)}\n"


@BOTH
def test_the_schema_is_whole(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == DIALECT
    for inner in within(schema):
        assert set(inner) <= set(RULES) | SAYS_NOTHING
        assert inner.get("type", "object") in TYPES
        assert set(inner.get("required", ())) <= set(inner.get("properties", {}))
        if "$ref" in inner:
            assert target(inner["$ref"], schema)
        for pattern in (*inner.get("patternProperties", ()), inner.get("pattern", "")):
            assert re.compile(pattern)
            # In JSON Schema these mean ASCII alone, and Arabic labels would not fit.
            assert not re.search(r"\\[wdpWDP]", pattern)


@BOTH
def test_the_schema_tells_what_every_field_means(schema: dict[str, Any]) -> None:
    for branch in schema["oneOf"]:
        fields = {n: f for n, f in branch["properties"].items() if n not in ("kind", "body")}
        assert [name for name, field in fields.items() if not field.get("description")] == []


def test_every_golden_line_fits_the_schema() -> None:
    for case in CASES:
        assert fits(json.loads(case["line"]), SCHEMA, SCHEMA), case["line"]


def test_every_golden_input_fits_the_schema_of_inputs() -> None:
    for case in CASES:
        assert fits(case["input"], INPUT, INPUT), case["input"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_with_a_field_too_many_or_too_few_does_not_fit(kind: str) -> None:
    line = json.loads(cases_of(kind)[0]["line"])
    assert not fits({**line, "extra": 1}, SCHEMA, SCHEMA)
    assert not fits({**line, "body": {**line["body"], "extra": 1}}, SCHEMA, SCHEMA)
    assert not fits({k: v for k, v in line.items() if k != "author"}, SCHEMA, SCHEMA)
    assert not fits({**line, "kind": "minutes"}, SCHEMA, SCHEMA)
