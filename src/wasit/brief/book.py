"""How things on a record are called, and what they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wasit.brief.content import (
    Belonging,
    Code,
    Day,
    Many,
    PointName,
    Term,
    Thing,
    Value,
    Words,
    term,
)
from wasit.entries import Entry, When
from wasit.entries.bodies.bargain import Issue
from wasit.entries.bodies.reporting import Report
from wasit.entries.bodies.table import Person
from wasit.entries.bodies.text import Draft, Point, numbered
from wasit.entries.links import OptionRef, PointRef
from wasit.record import Record


class Book:
    """Names of the seats, people, texts and points of one record.

    ``home`` is the draft whose points need no mention of their draft. ``in_sentences``: for the
    page in sentences, where a thing is called by its name alone, without its kind, and a point
    never by its label alone.
    """

    def __init__(
        self, record: Record, home: str | None = None, *, in_sentences: bool = False
    ) -> None:
        self.record = record
        self.home = home
        self.in_sentences = in_sentences
        self._seats = record.seats
        self._headings: dict[str, dict[str, Point]] = {}
        self._outlets: dict[tuple[str, ...], Many] = {}
        self._called: dict[str, Words] | None = None

    # --- who ----------------------------------------------------------------------------------

    def seat(self, label: str) -> Words | Code:
        """The name of a seat; its label where the seat itself is not on record."""
        found = self._seats.get(label)
        return found.name if found else Code(label)

    def seats(self, labels: Iterable[str]) -> Many:
        """The names of several seats."""
        return Many(tuple(self.seat(label) for label in labels))

    def person(self, entry_id: str) -> Words | Code:
        """The name of a person."""
        entry = self.record.get(entry_id)
        return entry.body.name if entry and isinstance(entry.body, Person) else Code(entry_id)

    def belonging(self, entry_id: str) -> Value:
        """A person and the seat the person belongs to."""
        entry = self.record.get(entry_id)
        if entry is None or not isinstance(entry.body, Person):
            return UNKNOWN
        body = entry.body
        return Belonging(body.name, self.seat(body.seat)) if body.seat else body.name

    def called(self, name: str) -> Words | Code:
        """The person whom a name stands for in any script; else the name as it is."""
        if self._called is None:
            self._called = {}
            for entry in self.record.of_kind("person"):
                if isinstance(entry.body, Person):
                    for spelling in (*entry.body.name.values(), *entry.body.also):
                        self._called.setdefault(spelling, entry.body.name)
        return self._called.get(name) or Code(name)

    # --- what ---------------------------------------------------------------------------------

    def name(self, entry: Entry) -> Words | Code:
        """What an entry is called: its title or name, else its label."""
        found = getattr(entry.body, "title", None) or getattr(entry.body, "name", None)
        return found or Code(entry.label or entry.kind)

    def thing(self, entry_id: str) -> Value:
        """A draft, issue, document or package, by kind and name."""
        entry = self.record.get(entry_id)
        if entry is None:
            return UNKNOWN
        return Thing("" if self.in_sentences else entry.kind, self.name(entry))

    def point(self, draft: str, label: str, always_named: bool = False) -> Value:
        """A point of a draft, with its short name where it has one.

        ``always_named``: where it has none, with the beginning of its wording.
        """
        entry = self.record.get(draft)
        if entry is None or not isinstance(entry.body, Draft):
            return UNKNOWN
        point = self._points(entry).get(label)
        name = point.heading if point else None
        if point and not name and (always_named or self.in_sentences):
            name = _beginning(point.words)
        return PointName(label, name, None if draft == self.home else entry.body.title)

    def _points(self, draft: Entry) -> dict[str, Point]:
        if draft.id not in self._headings:
            assert isinstance(draft.body, Draft)
            self._headings[draft.id] = dict(numbered(draft.body.points))
        return self._headings[draft.id]

    def points(self, refs: Iterable[PointRef]) -> Many:
        """Several points."""
        return Many(tuple(self.point(ref.draft, ref.label) for ref in refs))

    def option(self, ref: OptionRef) -> Value:
        """An option of an issue, by its name."""
        entry = self.record.get(ref.issue)
        if entry is None or not isinstance(entry.body, Issue):
            return UNKNOWN
        option = next((o for o in entry.body.options if o.label == ref.label), None)
        named = option.name if option else Code(ref.label)
        return Belonging(entry.body.name, named)

    def options(self, refs: Iterable[OptionRef]) -> Many:
        """Several options, each with its issue."""
        return Many(tuple(self.option(ref) for ref in refs))

    def target(self, target: str) -> Value:
        """What entries point at: an id, or ``id#label`` for a point."""
        holder, mark, label = target.partition("#")
        return self.point(holder, label, always_named=True) if mark else self.thing(holder)

    # --- what it rests on -----------------------------------------------------------------------

    def sources(self, *entries: Entry) -> tuple[str, ...]:
        """Ids of what entries rest on, each once, as far as it is on record."""
        ids = dict.fromkeys(source.of for entry in entries for source in entry.source)
        return tuple(i for i in ids if self.record.get(i) is not None)

    def outlets(self, *entries: Entry) -> Many:
        """Who published the reports that entries rest on, each once."""
        sources = self.sources(*entries)
        if sources not in self._outlets:
            self._outlets[sources] = self._published_by(sources)
        return self._outlets[sources]

    def _published_by(self, sources: tuple[str, ...]) -> Many:
        found: dict[tuple[tuple[str, str], ...], Words] = {}
        for source in sources:
            body = self.record[source].body
            if isinstance(body, Report):
                found.setdefault(tuple(sorted(body.outlet.items())), body.outlet)
        return Many(tuple(found.values()))


def _beginning(words: Words | None) -> Words | None:
    """The first words of a wording."""
    if not words:
        return None
    return {language: shortened(text, _NAME).rstrip(";؛,،.") for language, text in words.items()}


_NAME = 60
"""Characters of a wording that stand for a name."""


def shortened(text: str, longest: int) -> str:
    """Text on one line; when too long, up to a whole word, with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;:،؛ ") + "…"


def opening(words: Words) -> Words:
    """The first sentence of somebody's words, in each language."""
    return {
        language: _SENTENCES.split(" ".join(text.split()), maxsplit=1)[0]
        for language, text in words.items()
    }


_SENTENCES = re.compile(r"(?<=[^A-Z\s]{2}[.!?؟]) ")
"""Behind a full stop that does not merely end a title or initials, as in "Mr." and "U.S."."""


def day_of(entry: Entry) -> When | Day | None:
    """The date an entry is about, as it was given."""
    if entry.happened:
        return entry.happened
    return Day(entry.day) if entry.day else None


UNKNOWN: Term = term("something not on this record")
