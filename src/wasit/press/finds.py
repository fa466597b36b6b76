"""All that was found in a report, each find with the mark it goes by and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wasit.press.reading import (
    Body,
    Dated,
    Difference,
    Figure,
    Found,
    Meeting,
    Person,
    Position,
    Reading,
    Statement,
    Text,
)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of find: its letter and its name in both languages."""

    letter: str
    en: str
    ar: str

    @property
    def style(self) -> str:
        """Its class in the style sheet."""
        return self.letter.lower()


SORTS = {
    Person: Sort("P", "people", "أشخاص"),
    Body: Sort("B", "countries and bodies", "دول وهيئات"),
    Meeting: Sort("M", "meetings", "اجتماعات"),
    Text: Sort("T", "texts", "نصوص"),
    Statement: Sort("S", "statements", "تصريحات"),
    Position: Sort("N", "positions", "مواقف"),
    Figure: Sort("F", "figures", "أرقام"),
    Dated: Sort("D", "dates", "تواريخ"),
    Difference: Sort("X", "differences between the versions", "فروق بين النسختين"),
}
"""In the order of the legend."""


@dataclass(frozen=True, slots=True)
class Find:
    """One find with the mark it goes by."""

    sort: Sort
    number: int
    item: Found

    @property
    def mark(self) -> str:
        """Letter and number: ``S3``."""
        return f"{self.sort.letter}{self.number}"

    @property
    def said(self) -> str:
        """What was understood, in a few words."""
        return described(self.item)

    @property
    def confidence(self) -> str:
        """In hundredths."""
        return f"{self.item.confidence:.0%}"


def finds_of(reading: Reading) -> Iterator[Find]:
    """Every item of a reading, numbered by sort in the order in which they were read."""
    sorts: tuple[Sequence[Found], ...] = (
        reading.people,
        reading.bodies,
        reading.meetings,
        reading.texts,
        reading.statements,
        reading.positions,
        reading.figures,
        reading.dates,
        reading.differences,
    )
    for items in sorts:
        for number, item in enumerate(items, start=1):
            yield Find(SORTS[type(item)], number, item)


_OPENING = re.compile("[\u202a\u202b\u2066-\u2068]")


def closed(text: str) -> str:
    """Text from which no direction reaches what follows: stray ends left out, the rest closed."""
    open_: list[str] = []
    kept = []
    for c in text:
        if c in "\u2069\u202c":
            if not (open_ and open_[-1] == c):
                continue
            open_.pop()
        elif _OPENING.match(c):
            open_.append("\u202c" if c in "\u202a\u202b" else "\u2069")
        kept.append(c)
    return "".join(kept) + "".join(reversed(open_))


def described(item: Found) -> str:
    """What was understood, in the terms of the reading; the words themselves stand beside it."""
    match item:
        case Person():
            return _joined(*item.names.values(), item.side)
        case Body():
            return _joined(item.key, item.kind)
        case Meeting():
            place = next(iter(item.place.values()), None)
            when = item.when.text if item.when else None
            return _joined(item.status, place, when, item.duration, *item.participants)
        case Text():
            return _joined(*item.name.values(), _points(item), item.event)
        case Statement():
            return _joined(*item.speaker.values(), item.act, *item.to.values())
        case Position():
            return _joined(item.side, item.issue, item.stance)
        case Figure():
            return _joined(f"{item.value} {item.unit}", item.of)
        case Dated():
            return _joined(item.when.text, item.when.doubt if item.when.doubt != "none" else None)
        case Difference():
            return _joined(item.sort, *item.says.values())
        case _:
            return ""


def _points(item: Text) -> str | None:
    """``28 → 19 points``, ``4``."""
    numbers = [str(n) for n in (item.points_before, item.points_after) if n is not None]
    if numbers:
        return f"{' → '.join(numbers)} {item.unit or 'points'}"
    return str(item.count) if item.count is not None else None


def _joined(*parts: str | None) -> str:
    return " · ".join(closed(part) for part in parts if part)
