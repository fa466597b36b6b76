"""Sheets on disk: CSV and Excel workbooks, read within limits and written inert."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from wasit.cli.around import read_input
from wasit.entries import Mistake, Place
from wasit.entries.case import decoded
from wasit.entries.limits import CELL_BYTES, COLUMNS, FILE_BYTES

_PARTS = 2_000
_UNPACKED = 200 * 1024 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_table(path: str) -> list[list[str]]:
    """The rows of a CSV file, or of the first sheet of a workbook. Raises :class:`Mistake`."""
    data = read_input(path, FILE_BYTES)
    rows = _workbook(data, path) if PurePath(path).suffix.lower() == ".xlsx" else _csv(data, path)
    for number, row in enumerate(rows, start=1):
        if len(row) > COLUMNS:
            raise Mistake("more than {n} columns", place=Place(path, number), n=COLUMNS)
    return rows


def _csv(data: bytes, path: str) -> list[list[str]]:
    csv.field_size_limit(CELL_BYTES)
    try:
        return list(csv.reader(io.StringIO(decoded(data, path), newline=""), strict=True))
    except csv.Error as error:
        raise Mistake("not CSV: {problem}", place=Place(path), problem=str(error)) from None


def _workbook(data: bytes, path: str) -> list[list[str]]:
    from openpyxl import load_workbook

    _check_parts(data, path)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        return [
            ["" if cell is None else str(cell) for cell in row]
            for row in sheet.iter_rows(values_only=True)
        ]
    except Exception:
        raise Mistake("not a workbook that can be read", place=Place(path)) from None


def _check_parts(data: bytes, path: str) -> None:
    """Refuse a workbook that unpacks to more than it should, before unpacking any of it."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile:
        raise Mistake("not a workbook", place=Place(path)) from None
    names = {part.filename for part in parts}
    if len(parts) > _PARTS or len(names) < len(parts):
        raise Mistake("a workbook of too many or repeated parts", place=Place(path))
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise Mistake("unpacks to more than {n} bytes", place=Place(path), n=_UNPACKED)


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as CSV in UTF-8, with the mark by which spreadsheets know it."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """The rows as an Excel workbook: text cells only, no author, no time, the same bytes again."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "state"
    for row in rows:
        sheet.append(list(row))
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.data_type = "s"
    sheet.freeze_panes = "D2"
    for column, width in zip("ABC", (14, 10, 40), strict=True):
        sheet.column_dimensions[column].width = width
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _timeless(data: bytes) -> bytes:
    """The same archive with every time and name of a hand taken out."""
    source = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for part in sorted(source.infolist(), key=lambda p: p.filename):
            info = zipfile.ZipInfo(part.filename, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(
                info, _CORE if part.filename == "docProps/core.xml" else source.read(part)
            )
    return out.getvalue()


_CORE = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Wasit</dc:creator>'
    b"</cp:coreProperties>"
)
