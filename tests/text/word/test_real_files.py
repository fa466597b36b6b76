"""Word files that others wrote give what is told of them, exactly."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from wasit.text.word import Change, Document, read_docx

FILES = ("two-authors", "deleted-inside-inserted", "moved-paragraph", "comments-and-replies")


@pytest.fixture(params=FILES)
def told(shared: Path, request: pytest.FixtureRequest) -> tuple[Document, dict[str, Any]]:
    folder = shared / "texts/docx"
    document = read_docx((folder / f"{request.param}.docx").read_bytes(), name=request.param)
    return document, json.loads((folder / f"{request.param}.json").read_text(encoding="utf-8"))


def joined(changes: list[tuple[str, str, str | None, str]]) -> dict[tuple[str, str | None], str]:
    """The words of each author, joined."""
    found: dict[tuple[str, str | None], str] = defaultdict(str)
    for author, _, inside, text in changes:
        found[author, inside] += text
    return dict(found)


def as_told(change: Change) -> tuple[str, str, str | None, str]:
    return (change.author, change.date, change.inside_insertion_by, change.text)


@pytest.mark.parametrize("sort", ["insertions", "deletions", "moves_from", "moves_to"])
def test_changes_are_those_in_the_file(told: tuple[Document, dict[str, Any]], sort: str) -> None:
    document, gold = told
    wanted = [
        (c["author"], c["date"], c.get("inside_insertion_by"), c["text"])
        for c in gold.get(sort, [])
    ]
    read = [as_told(change) for change in getattr(document, sort)]
    assert joined(read) == joined(wanted)
    assert {(a, d) for a, d, _, _ in read} == {(a, d) for a, d, _, _ in wanted}


def test_texts_are_those_of_the_file(told: tuple[Document, dict[str, Any]]) -> None:
    document, gold = told
    assert list(document.accepted.paragraphs) == gold["accepted"]
    assert list(document.original.paragraphs) == gold["rejected"]


def test_comments_are_those_in_the_file(told: tuple[Document, dict[str, Any]]) -> None:
    document, gold = told
    read = [
        {name: getattr(comment, name) for name in ("id", "author", "initials", "date", "text")}
        | {"anchor": comment.anchor}
        for comment in document.comments
    ]
    assert read == gold.get("comments", [])


def test_ends_of_paragraphs_are_counted(told: tuple[Document, dict[str, Any]]) -> None:
    document, gold = told
    sorts = [change.sort for change in document.mark_changes]
    assert sorts.count("insertion") == gold["counts"]["inserted_paragraph_marks"]
    assert sorts.count("deletion") == gold["counts"]["deleted_paragraph_marks"]
    assert sorts.count("move_from") == gold["counts"]["moves_from"]


def test_replies_know_what_they_answer(shared: Path) -> None:
    data = (shared / "texts/docx/comments-and-replies.docx").read_bytes()
    answers = {comment.id: comment.answers for comment in read_docx(data).comments}
    assert answers == {"0": None, "1": "0", "2": "0", "3": "0", "4": None}
