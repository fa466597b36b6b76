"""The parts of a zip archive, none taken on trust.

The directory is read here and not by ``zipfile``, which takes parts that overlap or stand twice.
Every part is unpacked once to see that it is as long as the directory says, and no longer.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from wasit.entries import Mistake, Place
from wasit.text.word import limits

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_CHUNK = 256 * 1024
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_IN_UTF_8 = 0x800
_STORED, _DEFLATED = 0, 8
_LINK = 0o120000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the archive, packed."""

    name: str
    method: int
    checksum: int
    packed: int
    size: int
    header: int
    """Where what stands before its bytes begins in the file."""
    start: int
    """Where its bytes begin."""


class Package:
    """An archive whose directory holds what it says."""

    def __init__(self, data: bytes, parts: tuple[Part, ...], name: str | None) -> None:
        self.name = name
        self._data = data
        self._parts = {part.name.casefold(): part for part in parts}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, sorted."""
        return tuple(sorted(part.name for part in self._parts.values()))

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._parts

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of ``part``, unpacked piece by piece."""
        return _unpacked(self._data, self._parts[part.casefold()], self.name)

    def bytes_of(self, part: str) -> bytes:
        """The bytes of ``part``, unpacked."""
        return b"".join(self.chunks(part))


def open_package(data: bytes, name: str | None = None) -> Package:
    """The parts of ``data``.

    Raises :class:`Mistake` with ``name`` and the part: not a zip archive, beyond the limits, parts
    that overlap, stand twice, are locked, lead out of the archive or are not as long as told.
    """
    where = Place(name)
    if len(data) > limits.PACKED_BYTES:
        raise Mistake(
            "longer than a Word file may be: {limit} bytes", place=where, limit=limits.PACKED_BYTES
        )
    if data.startswith(_OLE):
        raise Mistake(
            "an older Word file or one locked with a password; expected .docx", place=where
        )
    end = _end(data, where)
    parts = tuple(_directory(data, end, where))
    _apart(parts, end.start, where)
    told = sum(part.size for part in parts)
    if told > limits.UNPACKED_BYTES:
        raise Mistake("unpacks to more than {n} bytes", place=where, n=limits.UNPACKED_BYTES)
    for part in parts:
        for _ in _unpacked(data, part, name):
            pass
    return Package(data, parts, name)


def _broken(where: Place) -> Mistake:
    return Mistake("not a Word file: no whole zip archive", place=where)


@dataclass(frozen=True, slots=True)
class _End:
    """What the record at the end of an archive says of its directory."""

    count: int
    start: int
    behind: int


def _end(data: bytes, where: Place) -> _End:
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - 0xFFFF))
    if not data.startswith(b"PK\x03\x04") or at < 0 or at + _END.size > len(data):
        raise _broken(where)
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, at)
    if at + _END.size + comment != len(data) or start + size != at or disk or first_disk:
        raise _broken(where)
    if count > limits.PARTS or here != count:
        raise Mistake("more than {limit} parts", place=where, limit=limits.PARTS)
    return _End(count, start, at)


def _directory(data: bytes, end: _End, where: Place) -> Iterator[Part]:
    """The parts as the directory at the end of the archive lists them."""
    start, at = end.start, end.behind
    taken: set[str] = set()
    for _ in range(end.count):
        if start + _ENTRY.size > at:
            raise _broken(where)
        entry = _ENTRY.unpack_from(data, start)
        length, extra, note = entry[10:13]
        raw = data[start + _ENTRY.size : start + _ENTRY.size + length]
        start += _ENTRY.size + length + extra + note
        if entry[0] != b"PK\x01\x02" or start > at:
            raise _broken(where)
        part = _part(data, entry, raw, where)
        if part is None:
            continue
        if part.name.casefold() in taken:
            raise Mistake("a part that stands twice", place=where.at(part.name))
        taken.add(part.name.casefold())
        yield part
    if start != at:
        raise _broken(where)


def _part(data: bytes, entry: tuple[int, ...], raw: bytes, where: Place) -> Part | None:
    """The part an entry of the directory stands for; None for an empty folder."""
    flags, method, checksum, packed, size = entry[3], entry[4], entry[7], entry[8], entry[9]
    name = _name(raw, flags, where)
    inside = where.at(name)
    if flags & _ENCRYPTED:
        raise Mistake("a locked part", place=inside)
    if (entry[15] >> 16) & 0o170000 == _LINK:
        raise Mistake("a link instead of a part", place=inside)
    if method not in (_STORED, _DEFLATED) or 0xFFFFFFFF in (packed, size, entry[16]):
        raise Mistake("a part packed in an unknown manner", place=inside)
    offset = entry[16]
    if offset + _LOCAL.size > len(data):
        raise _broken(inside)
    local = _LOCAL.unpack_from(data, offset)
    begin = offset + _LOCAL.size
    told = data[begin : begin + local[9]]
    if local[0] != b"PK\x03\x04" or told != raw or local[3] != method or local[2] & _ENCRYPTED:
        raise Mistake("a part that is not what the directory says", place=inside)
    begin += local[9] + local[10]
    if name.endswith("/"):
        if size:
            raise Mistake("a part that is not what the directory says", place=inside)
        return None
    return Part(name, method, checksum, packed, size, offset, begin)


_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\:]")


def _name(raw: bytes, flags: int, where: Place) -> str:
    """The name of a part, without a way out of the archive."""
    try:
        name = raw.decode("utf-8" if flags & _IN_UTF_8 else "cp437")
    except UnicodeDecodeError:
        raise _broken(where) from None
    steps = name.removesuffix("/").split("/")
    if len(raw) > limits.NAME_BYTES or _UNSAFE.search(name) or {"", ".", ".."} & set(steps):
        raise Mistake("a part whose name leads out of the file", place=where.at(name))
    return name


def _apart(parts: tuple[Part, ...], behind: int, where: Place) -> None:
    """Refuse parts that share bytes, with each other or with the directory ``behind`` them."""
    end = 0
    for part in sorted(parts, key=lambda part: part.header):
        if part.header < end or part.start + part.packed > behind:
            raise Mistake("parts that overlap", place=where.at(part.name))
        end = part.start + part.packed


def _unpacked(data: bytes, part: Part, name: str | None) -> Iterator[bytes]:
    """The bytes of a part; refused as soon as they are more, fewer or other than told."""
    left, checksum = part.size, 0
    for chunk in _raw_chunks(data, part, name):
        left -= len(chunk)
        checksum = zlib.crc32(chunk, checksum)
        if left < 0:
            break
        yield chunk
    if left or checksum != part.checksum:
        raise Mistake("a part that is not what the directory says", place=Place(name).at(part.name))


def _raw_chunks(data: bytes, part: Part, name: str | None) -> Iterator[bytes]:
    packed = memoryview(data)[part.start : part.start + part.packed]
    if part.method == _STORED:
        for at in range(0, len(packed), _CHUNK):
            yield bytes(packed[at : at + _CHUNK])
        return
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _CHUNK):
            piece = bytes(packed[at : at + _CHUNK])
            while piece and not inflate.eof:
                yield inflate.decompress(piece, _CHUNK)
                piece = inflate.unconsumed_tail
        while not inflate.eof:
            more = inflate.decompress(b"", _CHUNK)
            if not more:
                break
            yield more
    except zlib.error:
        raise Mistake("a part that cannot be unpacked", place=Place(name).at(part.name)) from None
