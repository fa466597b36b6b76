"""Bytes become text, and text is held to what may stand in a report."""

from __future__ import annotations

import codecs
import re

from wasit.entries import Mistake, Place
from wasit.entries.decoding import decoded
from wasit.press.intake.limits import ENCODINGS, PARAGRAPH_BYTES, REPORT_BYTES

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
"""Controls but tab and line ends, the two direction overrides, lone surrogates."""
_LINES = re.compile(r"[^\r\n]+")
_BREAKS = re.compile(r"\r\n?|\n")
_OPENERS = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_EMBEDDINGS = {"\u202a": "\u202c", "\u202b": "\u202c"}
_DIRECTIONS = re.compile("[\u202a-\u202c\u2066-\u2069\r\n]")
_ALIASES = {"utf8": "utf-8", "cp1256": "windows-1256", "cp1252": "windows-1252"}
_NAMES = {
    "utf-8": "utf-8",
    "windows-1256": "cp1256",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",  # as browsers read it
    "us-ascii": "ascii",
}


def text_of(data: bytes, name: str | None = None, encoding: str | None = None) -> str:
    """``data`` as text, its byte order mark dropped.

    ``encoding`` is what the report declares; without one it has to be UTF-8. Raises
    :class:`Mistake` over the limit, in another encoding, at a byte that does not fit.
    """
    if len(data) > REPORT_BYTES:
        raise Mistake(
            "longer than a report may be: {limit} bytes", place=Place(name), limit=REPORT_BYTES
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Mistake("in UTF-16; expected UTF-8", place=Place(name))
    declared = _known(encoding, name)
    if declared == "utf-8" or data.startswith(codecs.BOM_UTF8):
        return decoded(data, name)
    try:
        return data.decode(_NAMES.get(declared, declared))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise Mistake(
            "not {encoding}, as it declares: byte 0x{byte} does not fit",
            place=Place(name, line, column),
            encoding=declared,
            byte=f"{data[error.start]:02X}",
        ) from None


def _known(encoding: str | None, name: str | None) -> str:
    asked = (encoding or "utf-8").strip().lower().replace("_", "-")
    asked = _ALIASES.get(asked, asked)
    if asked not in ENCODINGS:
        raise Mistake(
            "declares the encoding {encoding}; expected one of {known}",
            place=Place(name),
            encoding=asked,
            known=", ".join(ENCODINGS),
        )
    return asked


def checked(text: str, place: Place) -> str:
    """``text`` itself. Raises :class:`Mistake` at the first character or paragraph refused.

    Line and column count from the beginning of the text, unless ``place`` has a line.
    """
    allowed(text, place)
    if len(text) > PARAGRAPH_BYTES // 4:
        _check_paragraphs(text, place)
    return text


def allowed(text: str, place: Place) -> str:
    """``text`` itself, its characters checked and nothing else."""
    refused = _REFUSED.search(text)
    if refused:
        raise Mistake(
            "the character U+{code} is not allowed",
            place=_within(text, refused.start(), place),
            code=f"{ord(refused[0]):04X}",
        )
    return text


def _check_paragraphs(text: str, place: Place) -> None:
    for line in _LINES.finditer(text):
        long = line.end() - line.start() > PARAGRAPH_BYTES // 4
        if long and len(line[0].encode("utf-8")) > PARAGRAPH_BYTES:
            raise Mistake(
                "a paragraph longer than {limit} bytes",
                place=_within(text, line.start(), place),
                limit=PARAGRAPH_BYTES,
            )


def _within(text: str, at: int, place: Place) -> Place:
    """The place of a character: its line and column, unless the place has a line already."""
    if place.line is not None:
        return place
    line, begin = 1, 0
    for found in _BREAKS.finditer(text, 0, at):
        line, begin = line + 1, found.end()
    return Place(place.file, line, at - begin + 1, place.path)


def unclosed(text: str, place: Place) -> tuple[Mistake, ...]:
    """Where an embedding or isolate is not closed in its paragraph: kept, told, closed in display.

    The mistakes are not raised; at most ten are told.
    """
    found: list[Mistake] = []
    open_at: list[tuple[str, int]] = []
    for mark in _DIRECTIONS.finditer(text):
        character = mark[0]
        if character in _OPENERS or character in _EMBEDDINGS:
            open_at.append((character, mark.start()))
        elif character in "\r\n":
            found += _told(text, open_at, place)
            open_at.clear()
            if len(found) >= _MOST_TOLD:
                break
        elif open_at and character == (_OPENERS | _EMBEDDINGS)[open_at[-1][0]]:
            open_at.pop()
    found += _told(text, open_at, place)
    return tuple(found[:_MOST_TOLD])


_MOST_TOLD = 10


def _told(text: str, open_at: list[tuple[str, int]], place: Place) -> list[Mistake]:
    return [
        Mistake(
            "the direction mark U+{code} is not closed in its paragraph",
            place=_within(text, at, place),
            code=f"{ord(character):04X}",
        )
        for character, at in open_at[:_MOST_TOLD]
    ]
