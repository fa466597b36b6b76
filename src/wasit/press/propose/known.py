"""What the record already holds of the things a report speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from wasit.entries import Entry, When
from wasit.entries.bodies.bargain import Issue
from wasit.entries.bodies.exchange import Meeting
from wasit.entries.bodies.reporting import Report
from wasit.entries.bodies.table import Person
from wasit.entries.bodies.text import Draft, numbered
from wasit.language.folding import folded
from wasit.language.spans import Span
from wasit.press.copies.shingles import ENOUGH, Runs, runs_of, shared
from wasit.press.document import Document, SourceText, document_of
from wasit.record import Record


def report(record: Record, text: str) -> Entry | None:
    """The report on record that has this very text."""
    for entry in record.of_kind("report"):
        if isinstance(entry.body, Report) and text in (entry.body.text or {}).values():
            return entry
    return None


_NEAR = timedelta(days=14)
"""A copy is looked for among the reports of so many days before and after."""


def first_told(record: Record, document: Document) -> str | None:
    """The id of the report on record whose words this one carries; None when it has its own.

    A copy may be cut and have another headline. Of several the first put on record; of a copy
    the report it is a copy of.
    """
    ours, wording = _runs(document), _wording(document.text)
    for entry, body in reports_near(record, document.published, _NEAR):
        for theirs in set((body.text or {}).values()):
            if (wording and _wording(theirs) == wording) or _is_copy(ours, theirs):
                return body.copy_of or entry.id
    return None


def reports_near(record: Record, day: date | None, within: timedelta) -> list[tuple[Entry, Report]]:
    """The reports on record of about that day, as they were put; all where days are not known."""
    found = []
    for entry in record.of_kind("report"):
        when = entry.happened
        if isinstance(entry.body, Report) and (
            day is None
            or when is None
            or (when.first - day <= within and day - when.last <= within)
        ):
            found.append((entry, entry.body))
    return found


def _runs(document: Document) -> list[Runs]:
    return [runs_of(document, language) for language in document.languages]


def _is_copy(ours: Sequence[Runs], text: str) -> bool:
    theirs = _runs(document_of(SourceText(text)))
    return any(shared(one, other) >= ENOUGH for one in ours for other in theirs)


def _wording(text: str) -> str:
    """A text without its first line's date, white space single: what copies have in common."""
    kept = text.split()
    if len(kept) > 2 and kept[0] == "date":
        kept = kept[2:]
    return " ".join(kept)


def read_from(record: Record, report: str) -> set[tuple[str, frozenset[Span]]]:
    """Kind and spans of what was put on record from a report before."""
    found = set()
    for entry in record.chain():
        for source in entry.source:
            if source.of == report and source.spans:
                spans = (Span(s.language, s.start, s.end) for s in source.spans)  # type: ignore[arg-type]
                found.add((entry.kind, frozenset(spans)))
    return found


def key(text: str) -> str:
    """A name as names are compared."""
    return " ".join(folded(word) for word in text.split())


def same(names: Mapping[str, str], others: Iterable[str]) -> bool:
    """Whether one of ``names`` is one of ``others``."""
    ours = {key(text) for text in names.values()}
    return any(key(text) in ours for text in others)


def seat(record: Record, names: Mapping[str, str]) -> str | None:
    """The label of the seat that goes by one of these names."""
    for label, body in record.seats.items():
        if same(names, body.name.values()):
            return label
    return None


def person(record: Record, names: Mapping[str, str]) -> str | None:
    """The id of the person who goes by one of these names."""
    for entry in record.of_kind("person"):
        body = entry.body
        if isinstance(body, Person) and same(names, (*body.name.values(), *body.also)):
            return entry.id
    return None


def draft(record: Record, names: Mapping[str, str], points: int | None) -> Entry | None:
    """The draft of that name or, where only one has it, of that number of points."""
    drafts = [e for e in record.of_kind("draft") if isinstance(e.body, Draft)]
    for entry in drafts:
        if same(names, entry.body.title.values()) and points in (None, points_of(entry)):  # type: ignore[attr-defined]
            return entry
    counted = [entry for entry in drafts if points and points_of(entry) == points]
    if len(counted) > 1:
        best = max(_common(names, entry) for entry in counted)
        counted = [e for e in counted if _common(names, e) == best] if best else []
    return counted[0] if len(counted) == 1 else None


def points_of(entry: Entry) -> int | None:
    """How many points a draft has, as reported or as held."""
    body = entry.body
    assert isinstance(body, Draft)
    return body.count or len(body.points) or None


def _common(names: Mapping[str, str], entry: Entry) -> int:
    """How many words a name and a title share."""
    body = entry.body
    assert isinstance(body, Draft)
    ours = {word for text in names.values() for word in key(text).split()}
    return len(ours & {word for text in body.title.values() for word in key(text).split()})


def issue(record: Record, label: str, names: Mapping[str, str]) -> str | None:
    """The id of the issue of that label or name."""
    for entry in record.of_kind("issue"):
        if isinstance(entry.body, Issue) and (
            entry.label == label or same(names, entry.body.name.values())
        ):
            return entry.id
    return None


def point(record: Record, names: Mapping[str, str]) -> dict[str, str] | None:
    """The one point on record that has one of these names for a heading."""
    found = [
        {"draft": entry.id, "label": label}
        for entry in record.of_kind("draft")
        if isinstance(entry.body, Draft)
        for label, one in numbered(entry.body.points)
        if one.heading and same(names, one.heading.values())
    ]
    return found[0] if len(found) == 1 else None


def meeting(
    record: Record,
    place: Mapping[str, str],
    when: When | None,
    people: Iterable[str],
    *,
    held: bool,
) -> Entry | None:
    """The meeting on record that is meant: at that place or with two of these people, then.

    Without a date, the last one; with neither date nor place, the last one of two of these
    people. One that was held is not one yet to come.
    """
    there = set(people)
    for entry in reversed(record.of_kind("meeting")):
        body = entry.body
        assert isinstance(body, Meeting)
        if body.status == "cancelled" or (body.status == "held" and not held):
            continue
        same_place = _same_place(place, body.place or {})
        same_people = len(there & set(body.people)) > 1
        then = entry.happened if body.status == "held" else body.planned_for
        if when is None:
            meant = same_place or (same_people and not place)
            same_day = held == (body.status == "held")
        else:
            meant = same_place or same_people
            same_day = bool(then and then.first <= when.last and when.first <= then.last)
        if meant and same_day:
            return entry
    return None


def _same_place(ours: Mapping[str, str], theirs: Mapping[str, str]) -> bool:
    """Whether one name of a place is part of the other: ``Moscow``, ``the Kremlin, Moscow``."""
    for language in ours.keys() & theirs.keys():
        some, others = _bare(ours[language]), _bare(theirs[language])
        if some and others and (some <= others or others <= some):
            return True
    return False


def _bare(text: str) -> set[str]:
    return {word.strip(",;()،؛") for word in key(text).split()} - {"the", ""}
