"""Drafts in files named on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wasit.cli.around import read_input
from wasit.entries import Mistake
from wasit.papers import drafts
from wasit.papers.drafts import LARGEST_WORD, Marked, is_word
from wasit.text.draft import DraftText, Language


def marked_in(paths: Sequence[str]) -> Marked:
    """The text in one file, or in one for each language. Raises :class:`Mistake`."""
    return drafts.marked_in([(path, read_input(path, LARGEST_WORD)) for path in paths])


def draft_in(path: str, *, matched: bool = False) -> DraftText:
    """The draft in a file, whatever its language. Raises :class:`Mistake`, naming the file."""
    found = drafts_in(path, matched=matched)
    if len(found) > 1:
        raise Mistake("{path} holds a text in two languages; expected one", path=path)
    return next(iter(found.values()))


def drafts_in(path: str, *, matched: bool = False) -> Mapping[Language, DraftText]:
    """The draft in a file in each language it holds. Raises :class:`Mistake`, naming the file."""
    return drafts.drafts_in(read_input(path, LARGEST_WORD), path, matched=matched)


def word_bytes(path: str) -> bytes | None:
    """The bytes of a file where it is a Word file; None for another sort of text."""
    data = b"" if path == "-" else read_input(path, LARGEST_WORD)
    return data if is_word(data) else None
