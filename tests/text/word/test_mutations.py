"""Parts of good files changed by chance: a value, or one line that says what is wrong."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.text.word.build import (
    dele,
    ended,
    hand,
    ins,
    level,
    lists,
    numbered,
    par,
    parts_of,
    run,
    table,
    zipped,
)
from wasit.entries import Mistake
from wasit.text.parse import parse
from wasit.text.word import placed, proposals, read_docx, write_redline

BODY = (
    par("The ferry", properties='<w:pStyle w:val="T"/>')
    + numbered("The boats sail.")
    + numbered("Large ones.", 1)
    + par("2. The ", dele("old", "Ana"), ins(run("new") + dele("er", "Badr"), "Ana"), " quay.")
    + par(ins("3. More.", "Ana"), properties=ended("ins", "Ana"))
    + table(("4. Toll.", "4. رسم."), ("5. End.", "5. نهاية."))
    + par(
        '<w:commentRangeStart w:id="0"/>',
        f"<w:moveFrom {hand('Ana')}>{run('walk')}</w:moveFrom>",
        '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
)
PARTS = parts_of(
    BODY,
    styles='<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>',
    numbering=lists(level(0, "decimal", "%1."), level(1, "arabicAbjad", "(%2)")),
    comments=f'<w:comment w:id="0" w:author="Ana">{par("Why?")}</w:comment>',
    footnotes=f'<w:footnote w:id="1">{par("Note.")}</w:footnote>',
)
_TAG = re.compile(rb"<[^>]*>")
_NAMES = (b"w:ins", b"w:del", b"w:p", b"w:r", b"w:t", b"w:tbl", b"w:tr", b"w:tc", b"w:sdt", b"x")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """One change: bytes, a tag twice or gone or elsewhere or of another name, an odd value."""
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    one, other = chance.choice(tags), chance.choice(tags)
    what = chance.randrange(8)
    if what == 0:
        at = chance.randrange(len(data))
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    if what == 1:
        return data[: chance.randrange(len(data))]
    if what == 2:
        return data[: one.start()] + data[one.end() :]
    if what == 3:
        return data[: one.end()] + one[0] + data[one.end() :]
    if what == 4:
        first, last = sorted((one.start(), other.start()))
        return data[:first] + data[last:] + data[first:last]
    if what == 5:
        return data.replace(chance.choice(_NAMES), chance.choice(_NAMES), chance.randrange(1, 9))
    if what == 6:
        value = chance.choice(list(re.finditer(rb'"[^"]*"|\Z', data)))
        odd = chance.choice([b"", b"-1", b"9" * 30, b"\xd9\xa3", b"1e9", b"x" * 5_000, b"0"])
        return data[: value.start() + 1] + odd + data[value.end() - 1 :]
    first, last = sorted((one.start(), other.start()))
    return data[:last] + data[first:last] * chance.randrange(1, 30) + data[last:]


def look(data: bytes) -> bool:
    """Whether ``data`` reads; everything is asked of it, and a redline written onto it."""
    said = None
    try:
        document = read_docx(data, name="draft.docx")
        text = document.accepted.text()
        for reading in (document.original, document.accepted):
            parse(reading.text("ar"))
        proposals(document)
        placed(document.comments, document)
        new = parse("1. The boats leave.\n2. The quay.")
        write_redline(parse(text), new, author="Chadia", date=NOON, base=data)
    except Mistake as mistake:
        said = str(mistake)
    assert said is None or (said and "\n" not in said)
    return said is None


def count(times: int, seed: int) -> int:
    """How many of so many changed files were read."""
    chance = random.Random(seed)
    names = sorted(PARTS)
    read = 0
    for _ in range(times):
        parts = dict(PARTS)
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            name = chance.choice((*names, "word/document.xml", "word/document.xml"))
            parts[name] = mutated(parts[name], chance) or b" "
        read += look(zipped(parts))
    return read


def test_parts_changed_by_chance_are_read_or_refused() -> None:
    assert 100 < count(1_000, 20_260_301) < 900


def test_archives_changed_by_chance_are_read_or_refused() -> None:
    chance = random.Random(20_260_302)
    good = zipped(PARTS)
    for _ in range(300):
        data = bytearray(good)
        for _ in range(chance.randrange(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        look(bytes(data))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_parts_changed_by_chance_ten_thousand_times(seed: int) -> None:
    assert count(1_000, seed) > 100


@pytest.mark.parametrize(
    "name", ["two-authors", "deleted-inside-inserted", "moved-paragraph", "comments-and-replies"]
)
def test_real_files_cut_short_are_refused(shared: Path, name: str) -> None:
    data = (shared / f"texts/docx/{name}.docx").read_bytes()
    assert look(data)
    for end in range(1, len(data), len(data) // 40):
        assert not look(data[:end])
