"""An export reads back as it was written, and one that was changed does not."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.entries.material import TALKS, stage
from wasit.entries import Mistake
from wasit.entries.export import export, imported

LINES = list(export(TALKS, "desk", stage().chain()))


def read(lines: list[str]) -> object:
    return imported(enumerate((line.encode() for line in lines), start=1), "talks.jsonl")


def test_an_export_reads_back_as_it_was_written() -> None:
    header, entries = imported(enumerate((f"{line}\n".encode() for line in LINES), start=1))
    assert (header.talks, header.seat, header.length) == (TALKS, "desk", len(LINES) - 1)
    assert entries == list(stage().chain())


def test_the_same_entries_give_the_same_bytes() -> None:
    assert list(export(TALKS, "desk", stage().chain())) == LINES


Change = Callable[[list[str]], list[str]]
CHANGES: dict[str, tuple[Change, str]] = {
    "cut off": (lambda lines: lines[:-1], "line 1: 14 entries follow that do not end"),
    "one left out": (lambda lines: lines[:3] + lines[4:], "line 1: 14 entries follow"),
    "two swapped": (lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], "line 1: 15 entries"),
    "one twice": (lambda lines: [*lines, lines[-1]], "line 1: 16 entries follow"),
    "a word changed": (
        lambda lines: [line.replace("They were tired", "They were angry") for line in lines],
        "line 1: 15 entries follow",
    ),
    "spelt otherwise": (
        lambda lines: [lines[0], json.dumps(json.loads(lines[1])), *lines[2:]],
        "line 2: not canonical",
    ),
    "of other talks": (
        lambda lines: [lines[0], lines[1].replace(TALKS, "a" * 32), *lines[2:]],
        "line 2: belongs to other talks",
    ),
    "no head": (lambda lines: lines[1:], "line 1, audience: no such field"),
    "nothing": (lambda _: [], "line 1: empty; expected an export"),
    "another format": (
        lambda lines: [lines[0].replace("export-1", "export-9"), *lines[1:]],
        "line 1, format: wasit-export-9 given",
    ),
    "no entry": (lambda lines: [lines[0], "[1]", *lines[2:]], "line 2: expected an entry"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_export_that_was_changed_is_refused_with_the_line(change: str) -> None:
    make, said = CHANGES[change]
    with pytest.raises(Mistake) as caught:
        read(make(LINES))
    assert str(caught.value).startswith(f"talks.jsonl, {said}")
