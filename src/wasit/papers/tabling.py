"""A text put on the table: a draft on record, and the answers marked in it, as proposals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from wasit.entries import Entry, Mistake, Proposal, proposal_of
from wasit.entries.bodies.text import Draft
from wasit.papers.drafts import Marked
from wasit.record import Record
from wasit.record.lineage import edge, parents
from wasit.record.tabling import Mark, answers_in, seats_of
from wasit.text.held import held, to_hold


@dataclass(frozen=True, slots=True)
class Tabled:
    """What a text would put on record."""

    proposals: tuple[Proposal, ...]
    left_out: Mapping[str, int]
    """How many marks of whom are left out, because nobody knows whose they are."""


def tabled(
    text: Marked,
    record: Record,
    acting: str,
    *,
    name: str,
    fields: Mapping[str, Any],
    envelope: Mapping[str, Any],
    authors: Mapping[str, str],
) -> Tabled:
    """The draft ``name`` with ``fields`` beside its points, and the answers marked in it."""
    draft, labels = _draft(text, name)
    return _with_answers(
        text, record, acting, name, {**draft, **fields, **envelope}, labels, envelope, authors
    )


def marked_on(
    text: Marked,
    record: Record,
    acting: str,
    *,
    name: str,
    envelope: Mapping[str, Any],
    authors: Mapping[str, str],
) -> Tabled:
    """The answers marked in a text that is the draft ``name`` on record."""
    known, labels = _on_record(record, name, text)
    return _with_answers(text, record, acting, known, {}, labels, envelope, authors)


def _with_answers(
    text: Marked,
    record: Record,
    acting: str,
    name: str,
    fields: Mapping[str, Any],
    labels: Mapping[str, str],
    envelope: Mapping[str, Any],
    authors: Mapping[str, str],
) -> Tabled:
    marks = [_placed(mark, labels) for mark in text.marks]
    seats = seats_of(record, (mark.author for mark in marks), authors)
    answers = [{**envelope, **one} for one in answers_in(marks, seats, name, acting=acting)]
    return Tabled(
        tuple(proposal_of(one) for one in ([fields] if fields else []) + answers),
        Counter(mark.author for mark in marks if mark.author not in seats),
    )


_NOT_IN_A_LABEL = re.compile(r"[^\w.\-()]+")


def label_from(path: str) -> str:
    """What a draft is called that nobody named: the name of its file. Raises :class:`Mistake`."""
    name = _NOT_IN_A_LABEL.sub("-", PurePath(path).stem).strip("-.")
    if not name or path == "-":
        raise Mistake("--label is missing; expected what to call the draft")
    return name[:64]


def _draft(text: Marked, name: str) -> tuple[dict[str, Any], Mapping[str, str]]:
    """The fields of the draft, and the label of each point by its key."""
    holding = to_hold(text.texts)
    titles = {language: words for language, words in text.titles.items() if words}
    fields = {
        "kind": "draft",
        "label": name,
        "title": titles or {"en": name},
        "points": [_point(one) for one in holding.points],
    }
    return fields, holding.labels


def _point(point: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"label": point.label}
    if point.words:
        fields["words"] = dict(point.words)
    if point.heading:
        fields["heading"] = dict(point.heading)
    if point.points:
        fields["points"] = [_point(one) for one in point.points]
    return fields


def _on_record(record: Record, name: str, text: Marked) -> tuple[str, Mapping[str, str]]:
    """The draft on record that the file is, and the label of each point of it by its key."""
    entry = record.named(name, "draft")
    assert isinstance(entry.body, Draft)
    language = next(iter(text.texts))
    known = held(entry.body, language)
    keys = {point.key for point in text.texts[language].all()}
    if not keys & set(known.labels):
        raise Mistake("{name} has none of the points of the text", name=name)
    return entry.id, known.labels


def _placed(mark: Mark, labels: Mapping[str, str]) -> Mark:
    """The mark with its point by label instead of key; a point that is not held: outside of all."""
    return replace(mark, point=labels.get(mark.point) if mark.point else None)


def compared(record: Record, draft: Entry) -> Iterator[str]:
    """What became of the points of each draft it was made from."""
    for parent in parents(record, draft):
        counted = Counter(change for _, _, change in edge(parent, draft).links)
        assert isinstance(parent.body, Draft)
        told = ", ".join(f"{n} {change}" for change, n in counted.items())
        yield f"{parent.label}: {told or 'nothing in common'}"
