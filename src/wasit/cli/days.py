"""Days and languages as typed on the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from wasit.entries import Mistake

if TYPE_CHECKING:
    from wasit.record import Record

LANGUAGES = {"ar": ("ar",), "en": ("en",), "both": ("en", "ar")}


def day(text: str, option: str) -> str:
    """A day, ``YYYY-MM-DD``. Raises :class:`Mistake` that names the option."""
    try:
        as_written = date.fromisoformat(text).isoformat() == text  # no weeks, and with hyphens
    except ValueError:
        as_written = False
    if not as_written:
        raise Mistake(
            "{option}: {text} is not a day; expected 2025-12-03", option=option, text=text
        )
    return text


def languages(text: str) -> tuple[str, ...]:
    """The languages meant. Raises :class:`Mistake`."""
    found = LANGUAGES.get(text)
    if found is None:
        raise Mistake("--lang: {text} given; expected ar, en or both", text=text)
    return found


def at_time(record: Record, at: str | None, as_of: str | None) -> Record:
    """The record as it was known on one day, as it stood on another; either may be left out."""
    if as_of is not None:
        record = record.as_of(day(as_of, "--as-of"))
    return record.stood_on(day(at, "--at")) if at is not None else record
