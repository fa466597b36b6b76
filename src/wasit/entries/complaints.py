"""What a validation error means, in the words of this project.

Errors are known by their type and place, never by pydantic's own sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from wasit.entries.errors import Mistake, Place


def explain(
    error: ValidationError, place: Place, fields: Mapping[str, Any] | None = None
) -> Mistake:
    """The first thing wrong, as one :class:`Mistake` with its place."""
    details = min(error.errors(include_url=False), key=_weight)
    where = place
    for step in details["loc"]:
        if isinstance(step, int):
            where = where.at(f"[{step}]")
        elif _is_field(step):
            where = where.at(str(step))
    template, values = _sentence(details)
    return Mistake(template, place=where, **values)


def _weight(details: ErrorDetails) -> int:
    """Unknown fields first: a misspelt name explains the missing one."""
    return 0 if details["type"] == "unexpected_keyword_argument" else 1


def _is_field(step: str) -> bool:
    """Whether a step of a location is a field, not the name of a branch or validator."""
    return step.replace("_", "").replace("-", "").isalnum() and step not in ("literal", "tuple")


def _sentence(details: ErrorDetails) -> tuple[str, dict[str, object]]:
    context = details.get("ctx", {})
    value = details["input"]
    half = _HALF.search(value) if isinstance(value, str) else None
    if details["type"] == "string_unicode" and half:
        context = {"name": f"U+{ord(half[0]):04X} lone surrogate", "position": half.start() + 1}
        return _SENTENCES["wasit_character"][0], context
    known = _SENTENCES.get(details["type"])
    if known:
        template, wanted = known
        return template, {"value": _short(value), **wanted(context)}
    return "{value} does not fit here ({reason})", {
        "value": _short(value),
        "reason": details["type"].replace("_", " "),
    }


def _short(value: object) -> object:
    if isinstance(value, str | int | float):
        return value
    return {dict: "a mapping", list: "a list", tuple: "a list", type(None): "nothing"}.get(
        type(value), type(value).__name__
    )


def _none(context: Mapping[str, Any]) -> dict[str, object]:
    return dict(context)


def _pattern(context: Mapping[str, Any]) -> dict[str, object]:
    return {"expected": _PATTERNS.get(context["pattern"], context["pattern"])}


_HALF = re.compile("[\ud800-\udfff]")
_Wanted = Callable[[Mapping[str, Any]], dict[str, object]]
_SENTENCES: Mapping[str, tuple[str, _Wanted]] = {
    "missing": ("nothing given; this field is needed", _none),
    "missing_keyword_only_argument": ("nothing given; this field is needed", _none),
    "missing_argument": ("nothing given; this field is needed", _none),
    "unexpected_keyword_argument": ("no such field", _none),
    "literal_error": ("{value} given; expected {expected}", _none),
    "string_type": ("{value} given; expected text", _none),
    "string_unicode": ("holds half a character (a lone surrogate); expected text", _none),
    "string_too_short": ("empty; expected text", _none),
    "string_too_long": ("longer than {max_length} characters", _none),
    "string_pattern_mismatch": ("{value} given; expected {expected}", _pattern),
    "int_type": ("{value} given; expected a whole number", _none),
    "int_parsing": ("{value} given; expected a whole number", _none),
    "float_parsing": ("{value} given; expected a number", _none),
    "float_type": ("{value} given; expected a number", _none),
    "finite_number": ("{value} given; expected a finite number", _none),
    "bool_type": ("{value} given; expected true or false", _none),
    "bool_parsing": ("{value} given; expected true or false", _none),
    "greater_than_equal": ("{value} given; expected at least {ge}", _none),
    "less_than_equal": ("{value} given; expected at most {le}", _none),
    "tuple_type": ("{value} given; expected a list", _none),
    "dataclass_type": ("{value} given; expected a mapping of fields", _none),
    "dict_type": ("{value} given; expected a mapping, such as en: …, ar: … for words", _none),
    "wasit_character": ("{name} at character {position} is not allowed in words", _none),
    "wasit_long": ("longer than {limit} characters", _none),
    "wasit_line": ("has a line end or tab; expected one line", _none),
    "wasit_no_words": ("no language given; expected words such as en: …, ar: …", _none),
    "wasit_date": (
        "{value} is not a date; expected 2025-12-03, 2025-12, 2025, a time as 2025-12-03T18:30, "
        "or a range A/B",
        _none,
    ),
    "wasit_moment": (
        "{value} is not a time; expected a time in UTC such as 2025-12-03T18:30:00Z",
        _none,
    ),
    "wasit_ref": ("{value} given; expected {holder}#label", _none),
}

_NUMBER = r"-?[0-9]{1,30}(\.[0-9]{1,30}|/[1-9][0-9]{0,29})?"
_PATTERNS: Mapping[str, str] = {
    r"^[a-z][a-z0-9-]{0,31}$": "the label of a seat: small Latin letters, digits, hyphens",
    r"^[0-9a-f]{32}$": "32 hexadecimal digits",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$": (
        "a time in UTC such as 2025-12-03T18:30:00Z"
    ),
    r"^[^\s#]{1,80}$": "the id, ref or label of an entry",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "a language tag such as ar or en",
    r"^[\w][\w.\-/()٫]{0,63}$": (
        "a label: a letter or digit, then letters, digits and . - / ( ); no spaces, 64 at most"
    ),
    r"^P([0-9]{1,4}D|([0-9]{1,4}D)?T([0-9]{1,4}H([0-9]{1,4}M)?|[0-9]{1,4}M))$": (
        "a duration such as PT5H or P2D"
    ),
    rf"^{_NUMBER}(\.\.{_NUMBER})?$": "a number, a fraction or a range, such as 0.1, 1/3 or 10..25",
    r"^[0-9a-f]{64}$": "64 hexadecimal digits",
    r"^https?://[^\s<>\"]{1,2000}$": "a web address that begins with http:// or https://",
}


def nearest(word: str, known: list[str]) -> str | None:
    """The known word closest to a misspelt one, if any is close."""
    close = get_close_matches(word, known, n=1, cutoff=0.7)
    return close[0] if close else None
