"""The lexicons: words of whole languages and fields, none there for the sake of one report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

import wasit
from wasit.language.folding import folded

ROOMS = [Path(wasit.__file__).parent / room / "lexicon" for room in ("language", "press")]
FILES = sorted(file for room in ROOMS for file in room.glob("*/*.yaml"))
SEVERAL = "# several:"
"""Marks a file or section whose words may stand under several ideas, each looked up for itself."""
GENERAL = "# general:"
"""Marks a file or section that is there as a whole, and says why."""


class Phrase(NamedTuple):
    """A phrase of a lexicon, with where it stands."""

    words: str
    line: int
    section: str
    idea: str


def _phrases(file: Path) -> list[Phrase]:
    root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    return [
        Phrase(leaf.value, leaf.start_mark.line, path[0], ".".join(path[:-1]) or path[0])
        for path, leaf in _leaves(root, ())
    ]


def _leaves(node: yaml.Node, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _leaves(value, (*path, "-"))
    elif isinstance(node, yaml.ScalarNode) and node.value:
        yield path, node


def _marked(file: Path, mark: str) -> set[str]:
    """The sections with this mark in the comment above them; ``*`` where the file begins with it.

    A comment at the head of a file holds for all of it.
    """
    found: set[str] = set()
    above = head = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            above += line + "\n"
            continue
        if not head:
            head = above or "none"
            if mark in head:
                found.add("*")
        section = re.match(r"([^\s:][^:]*):", line)
        if section and mark in above:
            found.add(section[1].strip("\"'"))
        above = ""
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_lexicon_holds_only_text(file: Path) -> None:
    def odd(node: yaml.Node) -> Iterator[str]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from odd(key)
                yield from odd(value)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                yield from odd(value)
        elif node.tag in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null"):
            # An unquoted yes, no, on, off; an empty place in a list.
            yield f"line {node.start_mark.line + 1}: {node.value!r}"

    assert list(odd(yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader))) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_phrase_stands_under_one_idea_unless_marked(file: Path) -> None:
    several = _marked(file, SEVERAL)
    if "*" in several:
        return
    first: dict[tuple[str, str], Phrase] = {}
    twice = []
    for phrase in _phrases(file):
        if phrase.section in several:
            continue
        known = first.setdefault((phrase.section, folded(phrase.words)), phrase)
        if known.idea != phrase.idea:
            twice.append(f"line {phrase.line + 1}: {phrase.words} ({known.idea}, {phrase.idea})")
    assert twice == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_phrase_met_in_one_report_alone_has_its_reason(language: str, shared: Path) -> None:
    press = shared / "press"
    reports = sorted([*press.glob("dev/*/report.txt"), *press.glob("seed/report.txt")])
    texts = [
        " " + " ".join(re.findall(r"\w+", folded(path.read_text(encoding="utf-8")))) + " "
        for path in reports
    ]
    assert len(texts) > 10
    bare = []
    for file in FILES:
        if file.parent.name != language:
            continue
        general = _marked(file, GENERAL)
        lines = file.read_text(encoding="utf-8").splitlines()
        for phrase in _phrases(file):
            if general & {"*", phrase.section} or "#" in lines[phrase.line]:
                continue
            wanted = " " + " ".join(re.findall(r"\w+", folded(phrase.words)))
            wanted += "" if phrase.words.endswith("*") else " "
            if sum(wanted in text for text in texts) == 1:
                bare.append(f"{file.name} line {phrase.line + 1}: {phrase.words}")
    assert bare == []
