"""An export: a line that describes it, then one entry a line, as canonical JSON.

The head is a SHA-256 chain over the lines, so that a cut or changed export is noticed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from wasit.entries.bodies.base import model
from wasit.entries.complaints import explain
from wasit.entries.entry import Entry, Id, canonical, entry_of, line_of
from wasit.entries.errors import Mistake, Place
from wasit.entries.lines import value_of
from wasit.entries.links import SeatName

FORMAT = "wasit-export-1"


@model
class Header:
    """The first line of an export."""

    talks: Id
    """The talks."""
    length: Annotated[int, Field(ge=0)]
    """How many entries follow."""
    head: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """The last link of the chain over the lines that follow."""
    format: Annotated[str, Field(pattern=rf"^{FORMAT}$")] = FORMAT
    """The format of the export."""
    seat: SeatName | None = None
    """Whose chain it is; none: the whole journal."""


_HEADER = TypeAdapter(Header)


def export(talks: str, seat: str | None, entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of an export, without line ends."""
    lines = [line_of(entry) for entry in entries]
    header = Header(talks=talks, seat=seat, length=len(lines), head=head_of(talks, lines))
    yield canonical(_HEADER.dump_python(header, mode="json", exclude_none=True))
    yield from lines


def head_of(talks: str, lines: Iterable[str]) -> str:
    """The SHA-256 chain over ``lines``: each link hashes the one before and the line."""
    link = hashlib.sha256(talks.encode()).digest()
    for line in lines:
        link = hashlib.sha256(link + line.encode()).digest()
    return link.hex()


def imported(
    lines: Iterable[tuple[int, bytes]], name: str | None = None
) -> tuple[Header, list[Entry]]:
    """The header and entries of an export. Raises :class:`Mistake` with the line."""
    numbered = iter(lines)
    header = _header(numbered, name)
    entries = []
    texts = []
    for number, line in numbered:
        place = Place(name, number)
        entries.append(_entry(line, place, header))
        texts.append(line_of(entries[-1]))
        if line.rstrip(b"\r\n").decode() != texts[-1]:
            raise Mistake("not canonical; expected the line as it was exported", place=place)
    if len(entries) != header.length or head_of(header.talks, texts) != header.head:
        raise Mistake(
            "{n} entries follow that do not end as the first line says; expected {length}",
            place=Place(name, 1),
            n=len(entries),
            length=header.length,
        )
    _once_each(entries, name)
    return header, entries


def _header(lines: Iterator[tuple[int, bytes]], name: str | None) -> Header:
    number, line = next(lines, (1, b""))
    place = Place(name, number)
    if not line.strip():
        raise Mistake("empty; expected an export", place=place)
    value: Any = value_of(line, place)
    try:
        return _HEADER.validate_python(value)
    except ValidationError as error:
        raise explain(error, place) from None


def _entry(line: bytes, place: Place, header: Header) -> Entry:
    value = value_of(line, place)
    if not isinstance(value, dict):
        raise Mistake("expected an entry", place=place)
    entry = entry_of(value, place)
    if entry.talks != header.talks:
        raise Mistake("belongs to other talks than the first line names", place=place)
    return entry


def _once_each(entries: list[Entry], name: str | None) -> None:
    seen: set[str] = set()
    for number, entry in enumerate(entries, start=2):
        if entry.id in seen:
            raise Mistake("the id {id} stands twice", place=Place(name, number), id=entry.id)
        seen.add(entry.id)
