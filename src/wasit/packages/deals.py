"""Deals that were struck, as of a class: where each lies."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from wasit.entries import Mistake
from wasit.entries.errors import Place
from wasit.packages.answer import Answer, Deal
from wasit.packages.bargain import Bargain, Package


@dataclass(frozen=True, slots=True)
class Struck:
    """A deal that somebody struck."""

    name: str
    package: Package
    utilities: tuple[Fraction, ...]
    refused_by: tuple[str, ...]
    """The parties whose reservation value it does not meet."""
    efficient: bool | None
    """None where the frontier is not known."""
    left: tuple[Fraction, ...] | None
    """By party, what an efficient deal that harms nobody would have brought more: the one with
    the largest sum. None where the deal is efficient, or the frontier is not known."""
    keeps_rules: bool


def read_deals(text: str, bargain: Bargain, file: str = "") -> list[tuple[str, Package]]:
    """Deals from a table: a first column with a name, then one column an issue.

    Raises :class:`wasit.entries.Mistake` with file and line.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    found = []
    head: list[str] = []
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            place = Place(file, reader.line_num)
            if not head:
                head = cells
                _check_head(head, bargain, place)
            else:
                found.append((cells[0], _package(head, cells, bargain, place)))
    except csv.Error as error:
        place = Place(file, reader.line_num)
        raise Mistake("not a table: {problem}", place=place, problem=error) from None
    if not found:
        raise Mistake("there is no deal in the table", place=Place(file))
    return found


def _check_head(head: Sequence[str], bargain: Bargain, place: Place) -> None:
    for issue in bargain.issues:
        if issue.label not in head[1:]:
            raise Mistake("no column names issue {issue}", place=place, issue=issue.label)
        if head[1:].count(issue.label) > 1:
            raise Mistake("several columns name issue {issue}", place=place, issue=issue.label)


def _package(head: Sequence[str], cells: Sequence[str], bargain: Bargain, place: Place) -> Package:
    labels = {issue.label for issue in bargain.issues}
    taken = {name: cell for name, cell in zip(head, cells, strict=False) if name in labels}
    try:
        return bargain.package(taken)
    except Mistake as mistake:
        raise mistake.in_place(place) from None


def struck(answer: Answer, deals: Sequence[tuple[str, Package]]) -> Iterator[Struck]:
    """Where each deal lies."""
    from wasit.packages.rules import Terms

    bargain = answer.bargain
    terms = Terms.of(bargain)
    frontier = list(answer.frontier) if answer.frontier is not None and deals else None
    for name, package in deals:
        utilities = bargain.utilities(package)
        better = None if frontier is None else _better(frontier, utilities)
        left = None
        if better is not None:
            left = tuple(a - b for a, b in zip(better.utilities, utilities, strict=True))
        keeps = terms.keeps(package)
        yield Struck(
            name,
            package,
            utilities,
            bargain.refusals(package),
            None if frontier is None else keeps and better is None,
            left,
            keeps,
        )


def _better(frontier: Sequence[Deal], utilities: Sequence[Fraction]) -> Deal | None:
    found = [
        deal
        for deal in frontier
        if deal.utilities != tuple(utilities)
        and all(a >= b for a, b in zip(deal.utilities, utilities, strict=True))
    ]
    return max(found, key=lambda deal: sum(deal.utilities, Fraction()), default=None)
