"""Score tables: one row an option, one column a party, as teachers hand them out.

::

    issue,option,Buyer,Seller
    price,low,60,10
    price,high,15,70
    delivery,now,40,0
    delivery,later,0,30
    reservation,,45,35

An issue's name may stand on its first row alone. Columns are parted by commas, semicolons or tabs.
Further rows may stand anywhere after the first:

- ``reservation`` (also ``threshold`` or ``minimum``): the least each party would take;
- ``weight`` and an issue: each party's worths of that issue are multiplied by it;
- ``red line`` and ``issue=option``: marked for the parties that rule it out;
- ``all but`` and a number: how many may refuse; ``veto``: marked for those that may not;
- ``rule``, a relation, and options, as ``price=low & delivery=now > packing=plain`` (what follows
  stands after ``>``).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import get_args

from wasit.entries import Mistake
from wasit.entries.errors import Place
from wasit.packages.bargain import (
    Acceptance,
    Bargain,
    Choice,
    Issue,
    Option,
    Party,
    RedLine,
    Relation,
    Rule,
)
from wasit.packages.files.amounts import exactly, number

LARGEST = 4_000_000
"""Characters in a table."""

WORDS: dict[str, str] = {
    "reservation": "reservation",
    "reservation value": "reservation",
    "threshold": "reservation",
    "minimum": "reservation",
    "حد القبول": "reservation",
    "weight": "weight",
    "الوزن": "weight",
    "red line": "red line",
    "خط أحمر": "red line",
    "veto": "veto",
    "نقض": "veto",
    "all but": "all but",
    "الكل إلا": "all but",
    "rule": "rule",
    "قاعدة": "rule",
}
"""What the first column may say other than an issue."""


def read(text: str, file: str = "") -> Bargain:
    """The bargain of a table. Raises :class:`wasit.entries.Mistake` with file and line."""
    if len(text) > LARGEST:
        raise Mistake(
            "the file is too large: {found} bytes; at most {most}",
            place=Place(file),
            found=len(text),
            most=LARGEST,
        )
    rows = list(_rows(text, file))
    if not rows or len(rows[0].cells) < 4:
        raise Mistake(
            "the first row must name the columns: issue, option, then two parties or more",
            place=Place(file, rows[0].line if rows else None),
        )
    return _Reading(file, [name for name in rows[0].cells[2:] if name]).bargain(rows[1:])


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: list[str]


def _rows(text: str, file: str) -> Iterator[_Row]:
    text = text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield _Row(reader.line_num, stripped)
    except csv.Error as error:
        place = Place(file, reader.line_num)
        raise Mistake("not a table: {problem}", place=place, problem=error) from None


@dataclass
class _Reading:
    file: str
    parties: list[str]
    issues: dict[str, dict[str, list[Fraction]]] = field(default_factory=dict)
    weights: dict[str, list[Fraction]] = field(default_factory=dict)
    reservation: list[Fraction | None] = field(default_factory=list)
    later: list[tuple[str, _Row]] = field(default_factory=list)
    current: str = ""

    def bargain(self, rows: Sequence[_Row]) -> Bargain:
        for row in rows:
            self._take(row)
        bargain = Bargain(
            tuple(Issue(label, tuple(map(Option, rows))) for label, rows in self.issues.items()),
            tuple(self._party(place) for place in range(len(self.parties))),
        )
        return self._with_rules(bargain)

    def _take(self, row: _Row) -> None:
        cells = row.cells + [""] * (2 + len(self.parties) - len(row.cells))
        word = WORDS.get(cells[0].casefold())
        if word == "reservation":
            self.reservation = [
                number(cell, Place(self.file, row.line)) if cell else None
                for cell in self._amounts(cells, row)
            ]
        elif word == "weight":
            self.weights[cells[1]] = self._numbers(cells, row)
        elif word is not None:
            self.later.append((word, _Row(row.line, cells)))
        else:
            self._take_option(cells, row)

    def _take_option(self, cells: Sequence[str], row: _Row) -> None:
        place = Place(self.file, row.line)
        self.current = cells[0] or self.current
        if not self.current or not cells[1]:
            raise Mistake("the row names no issue or no option", place=place)
        options = self.issues.setdefault(self.current, {})
        if cells[1] in options:
            raise Mistake(
                "option {option} stands twice in issue {issue}",
                place=place,
                option=cells[1],
                issue=self.current,
            )
        options[cells[1]] = self._numbers(cells, row)

    def _amounts(self, cells: Sequence[str], row: _Row) -> Sequence[str]:
        beyond = [cell for cell in cells[2 + len(self.parties) :] if cell]
        if beyond:
            raise Mistake(
                "the row has more columns than the first one; {text} is beyond",
                place=Place(self.file, row.line),
                text=beyond[0],
            )
        return cells[2 : 2 + len(self.parties)]

    def _numbers(self, cells: Sequence[str], row: _Row) -> list[Fraction]:
        place = Place(self.file, row.line)
        amounts = self._amounts(cells, row)
        for party, cell in zip(self.parties, amounts, strict=True):
            if not cell:
                raise Mistake("the row has no number for {party}", place=place, party=party)
        return [number(cell, place) for cell in amounts]

    def _party(self, place: int) -> Party:
        worth = []
        for label, options in self.issues.items():
            weight = self.weights[label][place] if label in self.weights else Fraction(1)
            worth.append(tuple(weight * row[place] for row in options.values()))
        reserve = self.reservation[place] if self.reservation else None
        return Party(self.parties[place], tuple(worth), reserve)

    def _with_rules(self, bargain: Bargain) -> Bargain:
        rules: list[Rule] = []
        lines: list[RedLine] = []
        vetoes: list[str] = []
        all_but = 0
        for label in self.weights:
            bargain.issue(label)
        for word, row in self.later:
            place = Place(self.file, row.line)
            marked = [p for p, cell in zip(self.parties, row.cells[2:], strict=False) if cell]
            try:
                if word == "red line":
                    choices = _choices(bargain, row.cells[1], place)
                    lines += [RedLine(party, choice) for party in marked for choice in choices]
                elif word == "veto":
                    vetoes += marked
                elif word == "all but":
                    all_but = int(number(row.cells[1] or row.cells[2], place))
                else:
                    rules.append(_rule(bargain, row, place))
            except Mistake as mistake:
                raise mistake.in_place(place) from None
        acceptance = Acceptance((), all_but, tuple(vetoes))
        return Bargain(bargain.issues, bargain.parties, tuple(rules), tuple(lines), acceptance)


def _rule(bargain: Bargain, row: _Row, place: Place) -> Rule:
    relation = next((r for r in get_args(Relation) if r == row.cells[1].replace(" ", "_")), None)
    if relation is None:
        raise Mistake(
            "{text} is no relation; expected one of {known}",
            place=place,
            text=row.cells[1],
            known=", ".join(get_args(Relation)),
        )
    before, _, after = row.cells[2].partition(">")
    then = _choices(bargain, after, place) if after.strip() else ()
    return Rule(relation, _choices(bargain, before, place), then)


def _choices(bargain: Bargain, text: str, place: Place) -> tuple[Choice, ...]:
    found = []
    for part in text.split("&"):
        issue, equals, option = part.partition("=")
        if not equals:
            raise Mistake("{text} is no option; expected issue=option", place=place, text=part)
        found.append(bargain.choice(issue.strip(), option.strip()))
    return tuple(found)


# --- writing --------------------------------------------------------------------------------------


def write(bargain: Bargain) -> str:
    """The table of a bargain.

    Raises :class:`wasit.entries.Mistake` where labels could not be told from the table's words.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["issue", "option", *bargain.names])
    for i, issue in enumerate(bargain.issues):
        if issue.label.casefold() in WORDS or set("=&>") & set(issue.label):
            raise Mistake("a table cannot hold an issue called {issue}", issue=issue.label)
        for o, option in enumerate(issue.options):
            amounts = [exactly(party.worth[i][o]) for party in bargain.parties]
            writer.writerow([issue.label, option.label, *amounts])
    reserves = [party.reservation for party in bargain.parties]
    if any(reserve is not None for reserve in reserves):
        writer.writerow(["reservation", "", *("" if r is None else exactly(r) for r in reserves)])
    for line in bargain.red_lines:
        marks = ["x" if name == line.party else "" for name in bargain.names]
        writer.writerow(["red line", _told(bargain, (line.choice,)), *marks])
    for rule in bargain.rules:
        then = f" > {_told(bargain, rule.then)}" if rule.then else ""
        writer.writerow(["rule", rule.relation, _told(bargain, rule.options) + then])
    acceptance = bargain.acceptance
    if acceptance.all_but:
        writer.writerow(["all but", acceptance.all_but])
    if acceptance.vetoes:
        marks = ["x" if name in acceptance.vetoes else "" for name in bargain.names]
        writer.writerow(["veto", "", *marks])
    return out.getvalue()


def _told(bargain: Bargain, choices: Sequence[Choice]) -> str:
    issues = bargain.issues
    told = [(issues[i].label, issues[i].options[o].label) for i, o in choices]
    return " & ".join(f"{issue}={option}" for issue, option in told)
