"""Points by seats as CSV and as a workbook: written inert, edited by hand, read back."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.conftest import TODAY, Talks
from wasit.entries.limits import COLUMNS
from wasit.record.sheet import inert

Table = list[list[str]]
NAMES = pytest.mark.parametrize("name", ["state.csv", "state.xlsx"])


def written(talks: Talks, name: str, *words: object) -> Table:
    """The sheet that ``state`` writes, cell by cell."""
    assert talks.ok("state", f"--{name[-4:].lstrip('.')}", name, *words).out == ""
    return rows_of(talks.folder / name)


def rows_of(path: Path) -> Table:
    if path.suffix == ".csv":
        return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def save(path: Path, table: Table) -> None:
    """The sheet as a spreadsheet would save it."""
    if path.suffix == ".csv":
        out = io.StringIO(newline="")
        csv.writer(out).writerows(table)
        path.write_bytes(out.getvalue().encode("utf-8-sig"))
    else:
        workbook(path, table)


def workbook(path: Path, table: list[list[Any]]) -> None:
    book = Workbook()
    for row in table:
        book.worksheets[0].append(row)
    book.save(path)


def set_cell(table: Table, point: str, seat: str, text: str) -> None:
    (row,) = [row for row in table if row[1] == point]
    row[table[0].index(seat)] = text


def latest(talks: Talks, n: int) -> list[dict[str, Any]]:
    return [entry["body"] for entry in talks.ok("show", "--json").lines[-n:]]


# --- writing --------------------------------------------------------------------------------------


@NAMES
def test_a_sheet_has_every_point_and_a_column_for_every_seat(banks: Talks, name: str) -> None:
    head, *rows = written(banks, name)
    assert head == ["draft", "point", "heading", "desk", "upper", "lower"]
    assert len(rows) == 25
    assert ["draft-3", "7/b", "", "", "acceptable", "unacceptable"] in rows


@NAMES
def test_a_sheet_of_one_seat_has_its_column_alone(banks: Talks, name: str) -> None:
    assert written(banks, name, "upper")[0] == ["draft", "point", "heading", "upper"]


@NAMES
def test_the_same_sheet_is_the_same_bytes(banks: Talks, name: str) -> None:
    written(banks, name)
    first = (banks.folder / name).read_bytes()
    written(banks, name)
    assert (banks.folder / name).read_bytes() == first


def test_both_sheets_may_be_written_at_once(banks: Talks) -> None:
    banks.ok("state", "--csv", "s.csv", "--xlsx", "s.xlsx")
    assert rows_of(banks.folder / "s.csv") == rows_of(banks.folder / "s.xlsx")


@NAMES
@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(empty: Talks, ferry_case: str, name: str, sign: str) -> None:
    heading = f"{sign}cmd|' /C calc'!A0"
    empty.ok("init")
    case = ferry_case.replace('label: "1"', f'label: "1"\n        heading: {{en: "{heading}"}}')
    empty.ok("load", empty.file("case.yaml", case))
    assert written(empty, name)[1][2] == f"'{heading}"
    if name.endswith("xlsx"):
        sheet = load_workbook(empty.folder / name).worksheets[0]
        assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert empty.ok("load", name).out == "nothing new\n"


@pytest.mark.parametrize("sign", "=+-@\t\r")
def test_a_text_that_begins_like_a_formula_is_marked_as_text(sign: str) -> None:
    assert inert(f"{sign}1") == f"'{sign}1"


# --- reading back ---------------------------------------------------------------------------------


@NAMES
def test_an_unchanged_sheet_loads_nothing(banks: Talks, name: str) -> None:
    table = written(banks, name)
    before = banks.ok("export", "--keeper").out
    assert banks.ok("load", name).out == "nothing new\n"
    save(banks.folder / name, table)
    assert banks.ok("load", name, "--json").json == {"ids": []}
    assert banks.ok("export", "--keeper").out == before


@NAMES
@pytest.mark.parametrize(
    ("text", "stance", "red_line"),
    [
        ("acceptable", "acceptable", False),
        ("A", "acceptable", False),
        (" Needs discussion ", "open", False),
        ("غير مقبول", "unacceptable", False),
        ("يحتاج إلى نقاش", "open", False),
        ("خط أحمر", "unacceptable", True),
        ("red line", "unacceptable", True),
    ],
)
def test_a_changed_cell_becomes_a_response(
    banks: Talks, name: str, text: str, stance: str, red_line: bool
) -> None:
    table = written(banks, name)
    set_cell(table, "12", "lower", text)
    save(banks.folder / name, table)
    (entry_id,) = banks.ok("load", name, "--audience", "upper", "--json").json["ids"]
    entry = banks.ok("show", entry_id, "--json").json["entry"]
    body = entry["body"]
    assert (body["seat"], body["stance"], body.get("red_line", False)) == (
        "lower",
        stance,
        red_line,
    )
    assert (body["basis"], body["point"]["label"]) == ("told", "12")
    assert (entry["happened"], entry["audience"]) == (TODAY, ["upper"])
    assert banks.ok("load", name).out == "nothing new\n"


def test_basis_is_own_in_ones_own_column_and_as_said_in_others(banks: Talks) -> None:
    table = written(banks, "s.csv")
    set_cell(table, "12", "desk", "open")
    set_cell(table, "12", "upper", "open")
    save(banks.folder / "s.csv", table)
    banks.ok("load", "s.csv", "--basis", "inferred")
    assert [body["basis"] for body in latest(banks, 2)] == ["own", "inferred"]


def test_an_emptied_cell_takes_nothing_back(banks: Talks) -> None:
    table = written(banks, "s.csv")
    set_cell(table, "7/b", "upper", "")
    save(banks.folder / "s.csv", table)
    assert banks.ok("load", "s.csv").out == "nothing new\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "byte order mark"])
@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("end", ["\r\n", "\n"], ids=["crlf", "lf"])
def test_csv_as_spreadsheets_of_many_countries_write_it(
    banks: Talks, separator: str, mark: bytes, end: str
) -> None:
    table = written(banks, "s.csv")
    set_cell(table, "12", "lower", "مقبول")
    text = end.join(separator.join(f'"{cell}"' for cell in row) for row in table)
    banks.file("s.csv", mark + text.encode())
    banks.ok("load", "s.csv")
    assert latest(banks, 1)[0]["stance"] == "acceptable"


def test_a_cell_of_several_lines_is_one_cell(banks: Talks) -> None:
    table = written(banks, "s.csv")
    set_cell(table, "12", "heading", "Disputes\nand more; and, more")
    set_cell(table, "13", "lower", "open")
    save(banks.folder / "s.csv", table)
    banks.ok("load", "s.csv")
    assert latest(banks, 1)[0]["point"]["label"] == "13"


@pytest.mark.parametrize("typed", ["12", "12.0"])
def test_a_label_typed_as_a_number_finds_its_point(banks: Talks, typed: str) -> None:
    path = banks.folder / "s.xlsx"
    workbook(path, [["draft", "point", "heading", "lower"], ["draft-3", 12, None, "open"]])
    repack(path, lambda xml: xml.replace(b"<v>12</v>", f"<v>{typed}</v>".encode()))
    banks.ok("load", "s.xlsx")
    assert latest(banks, 1)[0]["point"]["label"] == "12"


def test_formatted_cells_and_rows_that_are_empty_count_for_nothing(banks: Talks) -> None:
    path = banks.folder / "s.xlsx"
    wide = [None] * COLUMNS
    head = ["draft", "point", "heading", "lower", *wide]
    workbook(path, [head, ["draft-3", 12, None, "open", *wide], [], wide])
    last = b'<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>'
    repack(path, lambda xml: xml.replace(b"</sheetData>", last))
    banks.ok("load", "s.xlsx")
    assert latest(banks, 1)[0]["point"]["label"] == "12"


def repack(path: Path, change: Callable[[bytes], bytes], more: bytes = b"") -> None:
    """The same workbook with its first sheet changed."""
    source = zipfile.ZipFile(path)
    parts = {name: source.read(name) for name in source.namelist()}
    source.close()
    first = "xl/worksheets/sheet1.xml"
    parts[first] = change(parts[first])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
        if more:
            target.writestr("xl/more.xml", more)


# --- what is refused ------------------------------------------------------------------------------

HEAD = "draft,point,heading,south\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "s.csv, line 1: expected the columns draft, point, heading"),
        (b"point,south\n1,open\n", "s.csv, line 1: expected the columns"),
        (HEAD + "first,1,,maybe\n", "s.csv, line 2, column south: maybe given; expected"),
        (HEAD + "first,7,,open\n", "s.csv, line 2"),
        (HEAD + "gone,1,,open\n", "s.csv, line 2, column south: gone is not on this record"),
        (HEAD.replace("south", "east") + "first,1,,open\n", "s.csv, line 2"),
        (HEAD + 'first,1,,"open\n', "s.csv, line 2: not CSV:"),
        (HEAD + 'first,1,,"open"x\n', "s.csv, line 2: not CSV:"),
        (HEAD + "first,1,a\0b,open\n", "s.csv, line 2: a cell holds U+0000"),
        (HEAD + "first,1," + "," * COLUMNS + "x\n", f"s.csv, line 2: more than {COLUMNS} columns"),
        (HEAD + "first,1,,open\n" * 20_000, "s.csv, line 20001: more than 20000 rows"),
        (HEAD + "first,1," + "x" * 1_048_577 + ",open\n", "s.csv, line 2: not CSV:"),
        (HEAD.encode() + b"first,1,\xff,open\n", "s.csv, line 2, column 9: not UTF-8"),
        (HEAD.encode("utf-16"), "s.csv, line 1, column 1: not UTF-8"),
    ],
)
def test_a_bad_csv_is_one_line_with_its_place(
    ferry: Talks, content: str | bytes, expected: str
) -> None:
    line = ferry.wrong("load", ferry.file("s.csv", content))
    assert line.startswith(expected)


def test_one_bad_cell_keeps_the_good_ones_out(banks: Talks) -> None:
    table = written(banks, "s.csv")
    set_cell(table, "12", "lower", "open")
    set_cell(table, "13", "lower", "perhaps")
    save(banks.folder / "s.csv", table)
    assert "column lower: perhaps given" in banks.wrong("load", "s.csv")


def bomb(path: Path) -> None:
    repack(path, lambda xml: xml, more=b"\0" * 2_000_000)


def twice(path: Path) -> None:
    with (
        pytest.warns(UserWarning, match="Duplicate name"),
        zipfile.ZipFile(path, "a") as book,
    ):
        book.writestr("xl/workbook.xml", b"")


def laughs(path: Path) -> None:
    entities = "".join(
        f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'ha'}'>" for n in range(10)
    ).encode()
    document = b"<!DOCTYPE worksheet [" + entities + b"]><worksheet"
    repack(path, lambda xml: re.sub(b"<worksheet", document, xml).replace(b">x<", b">&l9;<"))


def far_row(path: Path) -> None:
    repack(path, lambda xml: xml.replace(b'<row r="2"', b'<row r="999999999"'))


def no_sheet(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("a.txt", b"a")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (bomb, "s.xlsx: unpacks to more than 1000000 bytes"),
        (twice, "s.xlsx: a workbook of too many or repeated parts"),
        (laughs, "s.xlsx: not a workbook that can be read"),
        (far_row, "s.xlsx, line 20001: more than 20000 rows"),
        (no_sheet, "s.xlsx: not a workbook that can be read"),
        (cut, "s.xlsx: not a workbook"),
        (lambda path: path.write_bytes(b""), "s.xlsx: not a workbook"),
        (lambda path: path.write_text("draft,point,heading\n"), "s.xlsx: not a workbook"),
    ],
    ids=["bomb", "twice", "laughs", "far row", "no sheet", "cut", "empty", "csv"],
)
def test_a_bad_workbook_is_one_line(
    ferry: Talks,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path], object],
    expected: str,
) -> None:
    monkeypatch.setattr("wasit.papers.sheets._UNPACKED", 1_000_000)
    path = ferry.folder / "s.xlsx"
    workbook(path, [["draft", "point", "heading", "south"], ["first", "1", "x", "maybe"]])
    spoil(path)
    assert ferry.wrong("load", "s.xlsx").startswith(expected)


def test_too_many_columns_of_a_workbook_are_told(ferry: Talks) -> None:
    head = ["draft", "point", "heading", *[f"s{n}" for n in range(COLUMNS)]]
    workbook(ferry.folder / "s.xlsx", [head])
    line = ferry.wrong("load", "s.xlsx")
    assert line == f"s.xlsx, line 1: more than {COLUMNS} columns"
