"""Plain text: the report as it is, with or without a leading ``date YYYY-MM-DD``."""

from __future__ import annotations

import re
from datetime import date

from wasit.entries import Mistake, Place
from wasit.press.document import SourceText
from wasit.press.intake.characters import checked, text_of, unclosed

_HEADER = re.compile(r"\s{0,100}date[ \t]+(\d{4}-\d\d-\d\d)(?!\S)")


def plain_text(data: bytes, name: str | None = None, encoding: str | None = None) -> SourceText:
    """The report in ``data``. Raises :class:`Mistake`, naming the place."""
    text = checked(text_of(data, name, encoding), Place(name))
    if not text.strip():
        raise Mistake("holds no text", place=Place(name))
    header = _HEADER.match(text)
    if header:
        _date(header[1], Place(name, 1))
    return SourceText(text, name=name, notes=unclosed(text, Place(name)))


def _date(text: str, place: Place) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Mistake("{date} is not a day of the calendar", place=place, date=text) from None
