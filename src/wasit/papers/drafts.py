"""Drafts in files: plain text, Markdown or Word, in one language or in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wasit.entries import Mistake
from wasit.record.tabling import Mark
from wasit.text.bilingual import parsed
from wasit.text.draft import DraftText, Language
from wasit.text.held import around, title_of
from wasit.text.matched import check_brackets
from wasit.text.parse import parse

if TYPE_CHECKING:
    from wasit.text.word import Document, Reading

LARGEST = 20_000_000
"""Bytes that a text may have."""
LARGEST_WORD = 50 * 1024 * 1024
"""Bytes that a Word file may have, packed."""
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text before anybody's changes, and what was marked in it."""

    texts: Mapping[Language, DraftText]
    titles: Mapping[Language, str | None]
    marks: tuple[Mark, ...] = ()
    """The points by their keys."""
    left_out: tuple[str, ...] = ()
    """The first words of what stands around the points."""


def marked_in(files: Sequence[tuple[str, bytes]]) -> Marked:
    """The text in one file, or in one for each language: name and bytes. Raises :class:`Mistake`.

    Of a Word file the text with every change rejected, and the changes and comments as marks.
    """
    texts: dict[Language, DraftText] = {}
    marks: list[Mark] = []
    for path, data in files:
        if data[:4] == _ZIP:
            document = word_in(data, path)
            found = _read(document.original, document.languages, path, matched=True)
            marks += _marks(document)
        else:
            found = _of_text(data, path, matched=True)
        for language in found:
            if language in texts:
                raise Mistake(
                    "{path} is in {language}, as another file is", path=path, language=language
                )
        texts.update(found)
    if not any(draft.points for draft in texts.values()):
        raise Mistake("{path} holds no numbered point", path=files[0][0])
    left_out = [_opening(part.words) for draft in texts.values() for part in around(draft)]
    titles = {language: title_of(draft) for language, draft in texts.items()}
    return Marked(texts, titles, tuple(marks), tuple(left_out))


def _opening(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _marks(document: Document) -> Iterator[Mark]:
    """Every hand's changes and comments, in text order of each."""
    from wasit.text.word import placed, proposals

    for one in proposals(document):
        if one.kind != "moved":
            yield Mark(
                author=one.author,
                point=one.point if one.kind != "new" else None,
                proposes=one.words or None,
                drops=one.kind == "dropped",
                language=_language(one.words or one.original),
                day=one.date[:10] or None,
            )
    for remark in placed(document.comments, document):
        comment = remark.comment
        yield Mark(
            author=comment.author,
            point=remark.point,
            remark=comment.text,
            language=_language(comment.text),
            day=comment.date[:10] or None,
        )


def _language(words: str) -> Language:
    return "ar" if len(re.findall(r"[\u0621-\u064a]", words)) * 2 > len(words) / 2 else "en"


def drafts_in(data: bytes, path: str, *, matched: bool = False) -> Mapping[Language, DraftText]:
    """The draft in a file in each language it holds. Raises :class:`Mistake`, naming the file.

    ``matched``: its brackets must match.
    """
    if is_word(data):
        found = _of_word(word_in(data, path), path, matched)
    else:
        found = _of_text(data, path, matched)
    if not any(draft.points for draft in found.values()):
        raise Mistake("{path} holds no numbered point", path=path)
    return found


def is_word(data: bytes) -> bool:
    """Whether it is a Word file, by its first bytes."""
    return data[:4] == _ZIP


def word_in(data: bytes, path: str) -> Document:
    """A Word file. Raises :class:`Mistake`, naming the file and the part."""
    # Loaded here, because every command would wait for it else.
    from wasit.text.word import read_docx

    return read_docx(data, name=path)


def _of_word(document: Document, path: str, matched: bool) -> Mapping[Language, DraftText]:
    """The text with every change accepted: as it would stand."""
    return _read(document.accepted, document.languages, path, matched)


def _read(
    reading: Reading, languages: Sequence[str], path: str, matched: bool
) -> Mapping[Language, DraftText]:
    if len(languages) < 2:
        return parsed(reading.text(), path, matched=matched)
    texts = {name: reading.text(name) for name in languages}
    drafts = {name: parse(text, language=name, name=path) for name, text in texts.items()}
    if matched:
        for name, draft in drafts.items():
            check_brackets(draft, texts[name], path)
    return drafts


def _of_text(data: bytes, path: str, matched: bool) -> Mapping[Language, DraftText]:
    if len(data) > LARGEST:
        raise Mistake("{path} is larger than {limit} bytes", path=path, limit=LARGEST)
    if b"\0" in data:
        raise Mistake("{path} is no text; expected plain text, Markdown or Word", path=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Mistake("{path}, line {line}: not UTF-8", path=path, line=line) from None
    return parsed(text, path, matched=matched)
