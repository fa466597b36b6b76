"""What became of each sentence of the report that the example moscow-2025 began with."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from wasit.cli import main
from wasit.cli.terminal import describe_entry
from wasit.entries import Entry
from wasit.entries.yaml import read
from wasit.record import Record

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "moscow-2025"


def loaded(script: Path) -> ModuleType:
    spec = spec_from_file_location(script.stem, script)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = loaded(ROOT / "scripts" / "from_the_report.py")
SENTENCES: list[dict[str, Any]] = MAKER.sentences()
ASKED = [(s["n"], language) for s in SENTENCES for language in ("en", "ar")]


@pytest.fixture(scope="module")
def known() -> Record:
    record = MAKER.record()
    assert isinstance(record, Record)
    return record


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert main(["demo", "--out", str(folder), "--lang", "en"]) == 0
    return folder / "moscow-2025.wasit"


def entries(known: Record, sentence: dict[str, Any]) -> list[Entry]:
    named = MAKER.labels()
    return [known.named(*reversed(named[ref])) for ref in sentence["entries"]]


# --- the page -----------------------------------------------------------------------------------


def test_the_page_is_what_the_script_makes() -> None:
    assert MAKER.PAGE.read_text(encoding="utf-8") == MAKER.page(), (
        "run python scripts/from_the_report.py"
    )


def test_every_entry_named_is_in_the_case_under_a_label() -> None:
    named = MAKER.labels()
    missing = [(s["n"], ref) for s in SENTENCES for ref in s["entries"] if ref not in named]
    assert missing == []
    assert [s["n"] for s in SENTENCES if not s["entries"]] == []


def test_every_entry_named_stood_on_record_on_the_day_of_the_report(known: Record) -> None:
    for sentence in SENTENCES:
        assert len(entries(known, sentence)) == len(sentence["entries"])


@pytest.mark.parametrize(("n", "language"), ASKED)
def test_each_command_shows_something_of_the_entries(
    n: int,
    language: str,
    known: Record,
    demo: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("WASIT_RECORD", str(demo))
    monkeypatch.setenv("WASIT_SEAT", "analyst")
    sentence = SENTENCES[n - 1]
    program, *arguments = shlex.split(MAKER.command(sentence, language))
    assert program == "wasit"
    assert main(arguments) == 0
    shown = flat(capsys.readouterr().out)
    told = [
        text
        for entry in entries(known, sentence)
        for text in (describe_entry(known, entry, language), *_words(entry, language))
    ]
    assert any(flat(text) in shown for text in told), told


def flat(text: str) -> str:
    """On one line, without the marks of direction."""
    return " ".join(re.sub("[\u2066-\u2069]", "", text).split())


def _words(entry: Entry, language: str) -> Iterator[str]:
    words = getattr(entry.body, "words", None)
    if words and language in words:
        yield words[language]


# --- against the report -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def report(shared: Path) -> str:
    return (shared / "press/seed/report.txt").read_text(encoding="utf-8")


def counted(report: str) -> list[str]:
    """The sentences, headings and bullets of the English half, in order."""
    lines = [line.strip() for line in report.splitlines() if line.strip()]
    english = [line for line in lines if not re.search("[\u0600-\u06ff]", line)]
    found = []
    for line in english:
        found += re.split(r"(?<!U\.S\.)(?<=[.?!])(?<!\.\.\.)\s+|(?<=[.?!]\")\s+", line)
    return found


def test_every_sentence_of_the_report_is_there_in_order(report: str) -> None:
    assert [s["n"] for s in SENTENCES] == list(range(1, len(counted(report)) + 1))


def test_headings_are_told_as_headings(report: str) -> None:
    headings = {n for n, s in enumerate(counted(report), start=1) if not re.search(r"[.\"]$", s)}
    assert {s["n"] for s in SENTENCES if s["says"]["en"].startswith("Heading: ")} == headings
    assert {s["n"] for s in SENTENCES if s["says"]["ar"].startswith("عنوان: ")} == headings


RUN = 8
"""So many words on end are taken over, not our own."""


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words, without case, marks, vowels and addresses."""
    bare = unicodedata.normalize("NFKD", re.sub(r"\S+://\S+", " . ", text)).casefold()
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    words = re.findall(r"\w+", letters)
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def in_languages(value: object) -> Iterator[str]:
    """Every text given by language."""
    if isinstance(value, dict):
        yield from (value[tag] for tag in ("en", "ar") if isinstance(value.get(tag), str))
        for inner in value.values():
            yield from in_languages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from in_languages(inner)


@pytest.mark.parametrize("name", ["case.yaml", "from-the-report.yaml"])
def test_no_words_of_a_report_or_of_the_collected_facts_are_taken_over(
    name: str, shared: Path, report: str
) -> None:
    collected = [path.read_text(encoding="utf-8") for path in _texts(shared)]
    theirs = set().union(*map(runs, [report, *collected]))
    ours = in_languages(read((EXAMPLE / name).read_text(encoding="utf-8"), name).value)
    taken = [" ".join(run) for text in ours for run in sorted(runs(text) & theirs)]
    assert theirs
    assert taken == []


def _texts(shared: Path) -> list[Path]:
    folder = shared / "examples/moscow-2025"
    return [folder / name for name in ("facts.md", "talks.yaml", "report.txt")]
