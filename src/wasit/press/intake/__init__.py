"""Reports as they come in: bytes become :class:`~wasit.press.document.SourceText`, strictly.

Plain text, HTML pages and JSON Lines; limits in :mod:`wasit.press.intake.limits`. Nothing is
guessed silently: a text is UTF-8 or says what it is in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from wasit.entries import Mistake
from wasit.press.document import SourceText
from wasit.press.intake.jsonlines import json_lines
from wasit.press.intake.limits import REPORT_BYTES
from wasit.press.intake.page import is_page, page
from wasit.press.intake.plain import plain_text

__all__ = ["json_lines", "page", "plain_text", "sources"]


def sources(
    stream: BinaryIO, name: str | None = None, encoding: str | None = None
) -> Iterator[SourceText | Mistake]:
    """The reports in ``stream``, by the ending of ``name``, else by how it begins.

    A line of JSON Lines that holds no report gives a :class:`Mistake` in its place, and the rest
    goes on; any other mistake is raised. No more than one report is held in memory.
    """
    ending = (name or "").lower()
    if ending.endswith((".jsonl", ".ndjson")):
        yield from json_lines(stream, name)
        return
    data = stream.read(REPORT_BYTES + 1)
    if ending.endswith((".html", ".htm", ".xhtml")) or is_page(data):
        yield page(data, name, encoding)
    else:
        yield plain_text(data, name, encoding)
