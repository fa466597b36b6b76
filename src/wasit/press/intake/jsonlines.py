"""JSON Lines: one report a line, an object with ``text`` and what is known of it.

``date`` (ISO 8601), ``outlet``, ``url`` and ``title`` may stand beside it; other keys are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from wasit.entries import Mistake, Place
from wasit.entries.lines import lines, value_of
from wasit.press.document import SourceText
from wasit.press.intake.characters import checked, unclosed
from wasit.press.intake.limits import REPORT_BYTES

_OPTIONAL = ("outlet", "url", "title")


def json_lines(stream: BinaryIO, name: str | None = None) -> Iterator[SourceText | Mistake]:
    """The reports in ``stream`` one by one; a mistake in the place of a line that holds none.

    Raises :class:`Mistake` at a line over the limit, after which nothing is read.
    """
    for number, line in lines(stream, name):
        place = Place(name, number)
        try:
            yield _report(value_of(line, place), place)
        except Mistake as mistake:
            yield mistake


def _report(value: Any, place: Place) -> SourceText:
    if not isinstance(value, dict):
        raise Mistake("expected an object with a text", place=place)
    text = _words(value, "text", place)
    if text is None or not text.strip():
        raise Mistake("expected some text", place=place.at("text"))
    if len(text.encode("utf-8", "surrogatepass")) > REPORT_BYTES:
        raise Mistake(
            "longer than a report may be: {limit} bytes", place=place.at("text"), limit=REPORT_BYTES
        )
    known = {key: _words(value, key, place) for key in _OPTIONAL}
    return SourceText(
        checked(text, place.at("text")),
        published=_published(value, place),
        name=f"{place.file}:{place.line}" if place.file else None,
        notes=unclosed(text, place.at("text")),
        **known,
    )


def _words(value: dict[str, Any], key: str, place: Place) -> str | None:
    found = value.get(key)
    if found is None:
        return None
    if not isinstance(found, str):
        raise Mistake("expected text", place=place.at(key))
    return found if key == "text" else checked(found, place.at(key))


def _published(value: dict[str, Any], place: Place) -> date | None:
    written = _words(value, "date", place)
    if written is None:
        return None
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        raise Mistake(
            "{date} is no date; expected YYYY-MM-DD", place=place.at("date"), date=written
        ) from None
