"""The date or time something is about: partial, a range, or approximate.

The notation is that of ISO 8601 and of its extension EDTF level 0 and 1 (Library of Congress,
2019), as far as talks need it: ``2025``, ``2025-12``, ``2025-12-03``, ``2025-12-03T18:30``,
``2025-12-03T18:30+03:00``, a range ``2025-12-02/2025-12-04``, and ``~`` after a date for "about".
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_PART = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?P<time>T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?(?P<about>~)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date, part of a date, or range, as written; and the first and last day it can mean."""

    text: str
    first: date
    last: date
    about: bool = False

    @staticmethod
    def of(text: str) -> When:
        """Read ``text``. Raises ``ValueError`` when it is not a date in the notation above."""
        return _read(text)

    @property
    def exact(self) -> bool:
        """Whether it names one single day, without doubt."""
        return self.first == self.last and not self.about

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validated,
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "string",
            "description": "ISO 8601: 2025, 2025-12, 2025-12-03, 2025-12-03T18:30, A/B; ~: about",
            "examples": ["2025-12", "2025-12-02/2025-12-04"],
        }


def _validated(value: object) -> When:
    if isinstance(value, When):
        return value
    if isinstance(value, (datetime, date)):
        value = value.isoformat()
    elif isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        try:
            return _read(value)
        except ValueError:
            pass
    raise PydanticCustomError("wasit_date", "not a date", {"value": str(value)})


@lru_cache(maxsize=65_536)
def _read(text: str) -> When:
    start, slash, end = text.partition("/")
    first, first_end, about = _part(start)
    if not slash:
        return When(text, first, first_end, about)
    last_start, last, about_end = _part(end)
    if last_start < first:
        raise ValueError(text)
    return When(text, first, last, about or about_end)


def _part(text: str) -> tuple[date, date, bool]:
    """First and last day of one date, and whether it is approximate."""
    found = _PART.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month, day = (int(found[g]) if found[g] else None for g in ("year", "month", "day"))
    assert year is not None
    if found["time"]:
        datetime.fromisoformat(text.rstrip("~").replace("Z", "+00:00"))
    about = bool(found["about"])
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), about
    if day is None:
        return date(year, month, 1), date(year, month, _days(year, month)), about
    return date(year, month, day), date(year, month, day), about


def _days(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return calendar.monthrange(year, month)[1]
