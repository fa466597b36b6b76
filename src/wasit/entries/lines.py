"""JSON Lines, strictly: one value a line, keys once, finite numbers, bounded length and depth."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from wasit.entries.decoding import decoded
from wasit.entries.errors import Mistake, Place
from wasit.entries.limits import EXACT, LINE_BYTES, NESTING

if TYPE_CHECKING:
    from wasit.entries.proposal import Proposal

_STRINGS = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")


def lines(stream: BinaryIO, name: str | None = None) -> Iterator[tuple[int, bytes]]:
    """The lines of a stream that are not blank, each with its number from 1.

    Raises :class:`Mistake` at a line over the limit, before reading on.
    """
    number = 0
    while line := stream.readline(LINE_BYTES + 1):
        number += 1
        if len(line) > LINE_BYTES:
            raise Mistake("longer than {limit} bytes", place=Place(name, number), limit=LINE_BYTES)
        if line.strip():
            yield number, line


def value_of(line: bytes, place: Place) -> Any:
    """The JSON value in one line. Raises :class:`Mistake`."""
    text = decoded(line, place.file, place.line)
    if _depth(text) > NESTING:
        raise Mistake("nested deeper than {limit}", place=place, limit=NESTING)
    try:
        return json.loads(
            text, object_pairs_hook=_once, parse_float=_float, parse_constant=_not_finite
        )
    except json.JSONDecodeError as error:
        where = Place(place.file, place.line, error.colno)
        raise Mistake("not JSON: {problem}", place=where, problem=error.msg.lower()) from None
    except Mistake as mistake:
        raise mistake.in_place(place) from None
    except ValueError:
        raise Mistake("a number has too many digits", place=place) from None


def batch_of(line: bytes, place: Place) -> list[Proposal]:
    """One batch: an object, or an array of objects committed whole. Raises :class:`Mistake`."""
    from wasit.entries.proposal import proposal_of  # the models are not needed to read lines

    value = value_of(line, place)
    if isinstance(value, list):
        if not value:
            raise Mistake("an empty batch; expected at least one entry", place=place)
        return [proposal_of(one, place.at(f"[{n}]")) for n, one in enumerate(value)]
    return [proposal_of(value, place)]


def _depth(text: str) -> int:
    """How deep brackets nest, those in strings left out."""
    if text.count("[") + text.count("{") <= NESTING:
        return 0
    deepest = depth = 0
    for bracket in _BRACKETS.findall(_STRINGS.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Mistake("{key} stands twice in one object", key=key)
        found[key] = value
    return found


def _float(text: str) -> float | str:
    return float(text) if len(text) <= EXACT else text


def _not_finite(name: str) -> NoReturn:
    raise Mistake("{name} is not a finite number", name=name)
