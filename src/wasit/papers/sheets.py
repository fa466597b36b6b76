"""Sheets: CSV and Excel workbooks, read within limits and written inert."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import PurePath

from wasit.entries import Mistake, Place
from wasit.entries.decoding import decoded
from wasit.entries.limits import CELL_BYTES, COLUMNS

_PARTS = 2_000
_UNPACKED = 200 * 1024 * 1024
ROWS = 20_000
"""Rows of a sheet that is read."""
_LAST_ROW = 1_048_576
"""No workbook has more rows than these; one that says so would keep us counting."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_SEPARATOR = re.compile(r'"?draft"?([,;\t])', re.IGNORECASE)


def table_in(data: bytes, path: str) -> list[list[str]]:
    """The rows of a CSV file, or of the first sheet of a workbook, by the ending of its name.

    Raises :class:`Mistake`.
    """
    is_workbook = PurePath(path).suffix.lower() == ".xlsx"
    return list(_within_limits(_workbook(data, path) if is_workbook else _csv(data, path), path))


def _within_limits(rows: Iterable[list[str]], path: str) -> Iterator[list[str]]:
    """The same rows without empty cells at their ends; refuses what no sheet of ours can hold."""
    for number, row in enumerate(rows, start=1):
        while row and not row[-1]:
            row.pop()
        if len(row) > COLUMNS:
            raise Mistake("more than {n} columns", place=Place(path, number), n=COLUMNS)
        if number > ROWS:
            raise Mistake("more than {n} rows", place=Place(path, number), n=ROWS)
        if any("\0" in cell for cell in row):
            raise Mistake("a cell holds U+0000; expected text", place=Place(path, number))
        yield row


def _csv(data: bytes, path: str) -> Iterator[list[str]]:
    csv.field_size_limit(CELL_BYTES)
    text = decoded(data, path)
    # Spreadsheets write the list separator of their country, or a tab.
    found = _SEPARATOR.match(text)
    separator = found[1] if found else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        place = Place(path, reader.line_num)
        raise Mistake("not CSV: {problem}", place=place, problem=str(error)) from None


def _workbook(data: bytes, path: str) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    _check_parts(data, path)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what it says of its own size is not to be trusted
        rows = iter(sheet.iter_rows(values_only=True, max_col=COLUMNS + 1))
        for row in islice(rows, ROWS):
            yield [] if _is_empty(row) else [_text(cell) for cell in row]
        # Formatted empty rows may follow, up to the last that a workbook can have.
        rest = islice(rows, _LAST_ROW - ROWS)
        if any(not _is_empty(row) for row in rest) or next(rows, None) is not None:
            yield ["more"]
    except Exception:
        raise Mistake("not a workbook that can be read", place=Place(path)) from None


def _is_empty(row: tuple[object, ...]) -> bool:
    return row.count(None) == len(row)


def _text(cell: object) -> str:
    """A cell as text: nothing is empty, and 7.0 is the 7 that was typed."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


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
