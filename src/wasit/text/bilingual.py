"""A file that holds a text in two languages, one part after the other or line by line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wasit.text.draft import DraftText, Language
from wasit.text.lines import letters_of
from wasit.text.matched import check_brackets
from wasit.text.numbering import mark_at
from wasit.text.parse import parse

_FEW = 2
"""So many numbered lines make a language version of a text."""


def parsed(
    text: str, name: str | None = None, *, matched: bool = False
) -> Mapping[Language, DraftText]:
    """The draft that ``text`` is, in each language it is in, in the order in which they begin.

    A line is in the language of most of its letters. A language without a few numbered lines of its
    own is no version: an English name on a line of its own stays where it is. Raises as
    :func:`wasit.text.parse.parse` does; with ``matched``, also where brackets do not match.
    """
    lines = text.splitlines(keepends=True)
    spoken = [_language(line) for line in lines]
    order = dict.fromkeys(one for one in spoken if one is not None)
    versions = [name for name in order if _numbered(lines, spoken, name) >= _FEW]
    if len(versions) < 2:
        draft = _parsed(text, None, name, matched)
        return {draft.language: draft}
    return {
        version: _parsed(_only(lines, spoken, version), version, name, matched)
        for version in versions
    }


def _parsed(text: str, language: Language | None, name: str | None, matched: bool) -> DraftText:
    draft = parse(text, language=language, name=name)
    if matched:
        check_brackets(draft, text, name)
    return draft


def _language(line: str) -> Language | None:
    arabic, latin = letters_of(line)
    if arabic == latin == 0:
        return None
    return "ar" if arabic > latin else "en"


def _numbered(lines: list[str], spoken: list[Language | None], language: Language) -> int:
    return sum(
        one == language and mark_at(line.lstrip()) is not None
        for line, one in zip(lines, spoken, strict=True)
    )


def _only(lines: list[str], spoken: list[Language | None], language: Language) -> str:
    """The text with the lines of other languages blank, so that every line keeps its number."""
    return "".join(
        line if one in (language, None) else re.sub(r"[^\r\n]+", "", line)
        for line, one in zip(lines, spoken, strict=True)
    )
