"""How a thing under negotiation stands: untouched, discussed, bracketed, agreed, reopened.

The words are those of text negotiations: text that nobody has discussed is not text that is
disputed, and what is agreed at the table (*ad referendum*) is not yet agreed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wasit.entries import Entry, NotOnRecord
from wasit.entries.bodies.text import Agreement, Draft, Point, numbered
from wasit.record.answers import Answer, answers, carried, in_time, response_in
from wasit.record.choices import OpenPlace, open_places
from wasit.record.lineage import Lineage, Origin, ancestors
from wasit.record.record import Record

Word = Literal["untouched", "discussed", "bracketed", "agreed_ad_referendum", "agreed", "reopened"]
WORDS: tuple[Word, ...] = (
    "untouched",
    "discussed",
    "bracketed",
    "reopened",
    "agreed_ad_referendum",
    "agreed",
)
"""From nothing said to settled."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a thing stands, since when, and by whose doing."""

    word: Word
    since: str | None = None
    """The day it came to stand so, ``YYYY-MM-DD``; None when untouched or undated."""
    by: tuple[str, ...] = ()
    """The seats that agreed, reopened, bracketed or spoke to it."""
    not_put_to: tuple[str, ...] = ()
    """Seats to which an agreement had not been put."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """Whether the parties are near each other on a thing, judged by their answers alone.

    ``contested``: at least one party finds it unacceptable. ``close``: at least two parties have
    answered, none finds it unacceptable, and at least one finds it acceptable.
    """

    word: Literal["close", "contested"]
    against: tuple[str, ...] = ()
    """The parties that find it unacceptable."""
    others: tuple[str, ...] = ()
    """The parties that find it acceptable or open; if none answered, the seats that tabled it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that seats answer: a point of a draft, or a draft, issue, document or package."""

    holder: Entry
    """The draft, issue, document or package."""
    label: str | None
    """The label of the point; None when it is the thing as a whole."""
    point: Point | None
    answers: Mapping[str, Answer]
    """The standing answer per seat."""
    carried: Mapping[str, Answer]
    """Per seat that has not answered this point, its answer to the points of earlier drafts from
    which this one came."""
    standing: Standing
    closeness: Closeness | None
    open_places: tuple[OpenPlace, ...] = ()
    """The places of its wording that are not agreed."""
    inside: str | None = None
    """The label of the point it stands inside; None for a numbered point."""
    conditions: tuple[Entry, ...] = ()
    """Conditions that hang on it."""
    said: int = 0
    """How many statements are about it."""

    @property
    def target(self) -> str:
        """How entries point at it: an id, or ``id#label``."""
        return self.holder.id if self.label is None else f"{self.holder.id}#{self.label}"

    @property
    def voices(self) -> Mapping[str, Answer]:
        """What is known of every seat: its answer, or else the one carried from earlier drafts."""
        return {**self.answers, **self.carried}

    @property
    def red_lines(self) -> tuple[str, ...]:
        """The seats that call it a red line, or what it came from."""
        return tuple(seat for seat, answer in self.voices.items() if answer.red_line)


def points_of(record: Record, draft: Entry, *, inferred: bool = False) -> Iterator[Subject]:
    """Every point of ``draft`` that is held, in text order."""
    body = draft.body
    assert isinstance(body, Draft)
    origins = _origins(record, draft)
    for label, point in numbered(body.points):
        yield subject(
            record, draft, label, point, origins=origins.get(label, ()), inferred=inferred
        )


def point_of(
    record: Record,
    draft: Entry,
    label: str,
    *,
    inferred: bool = False,
    lineage: Lineage | None = None,
) -> Subject:
    """One point of ``draft``. Raises :class:`NotOnRecord` when there is none of that label.

    ``lineage``: that of the record, where drafts may have been compared already.
    """
    body = draft.body
    assert isinstance(body, Draft)
    for known, point in numbered(body.points):
        if known == label:
            origins = _origins(record, draft, lineage)
            came_from = origins.get(label, ())
            return subject(record, draft, label, point, origins=came_from, inferred=inferred)
    raise NotOnRecord("{name} is not on this record", name=f"{draft.label or draft.id}#{label}")


def _origins(
    record: Record, draft: Entry, lineage: Lineage | None = None
) -> Mapping[str, tuple[Origin, ...]]:
    """Where the points of ``draft`` came from, as far as anything is carried over from there."""
    body = draft.body
    assert isinstance(body, Draft)
    before = ancestors(record, draft)
    answered = any(record.about(one.id, "response") for one in before)
    if before and (answered or any(bracketed(point) for _, point in numbered(body.points))):
        return (lineage or Lineage(record)).of(draft)
    return {}


def subject(
    record: Record,
    holder: Entry,
    label: str | None = None,
    point: Point | None = None,
    *,
    origins: Sequence[Origin] = (),
    inferred: bool = False,
) -> Subject:
    """How one thing stands in ``record``. Cost: what is on record about it, not all that is.

    ``origins``: the points of earlier drafts from which it came (:class:`Lineage`).
    """
    target = holder.id if label is None else f"{holder.id}#{label}"
    standing_answers = answers(record, target, inferred=inferred)
    earlier = carried(record, origins, inferred=inferred) if origins else {}
    taken = {seat: answer for seat, answer in earlier.items() if seat not in standing_answers}
    about = [e for e in record.about(target, *_SPEAK) if _is_about(e, target)]
    return Subject(
        holder=holder,
        label=label,
        point=point,
        answers=standing_answers,
        carried=taken,
        standing=_standing(record, holder, label, point, about, standing_answers),
        closeness=_closeness(record, holder, {**standing_answers, **taken}),
        open_places=open_places(record, point, origins) if point and bracketed(point) else (),
        inside=_above(label, point),
        conditions=tuple(e for e in about if e.kind == "condition"),
        said=sum(e.kind == "statement" for e in about),
    )


_SPEAK = ("agreement", "statement", "meeting", "condition")
"""Kinds that speak of a thing beside the answers to it."""


def _above(label: str | None, point: Point | None) -> str | None:
    """The label of the point around a nested one: ``4`` for ``4/a``."""
    if label is None or point is None or label == point.label:
        return None
    return label.removesuffix(f"/{point.label}")


def _is_about(entry: Entry, target: str) -> bool:
    """Whether an entry speaks of the thing as a whole, when the thing is a draft or issue."""
    if "#" in target or entry.kind in ("statement", "condition"):
        return True
    body = entry.body
    if isinstance(body, Agreement):
        return not body.points
    return False


def _standing(
    record: Record,
    holder: Entry,
    label: str | None,
    point: Point | None,
    about: list[Entry],
    given: Mapping[str, Answer],
) -> Standing:
    agreements = [e for e in about if e.kind == "agreement"]
    if label is not None:
        agreements += [e for e in record.about(holder.id, "agreement") if _is_about(e, holder.id)]
    if agreements:
        return _agreed(max(agreements, key=lambda e: in_time(record, e)))
    if point is not None and bracketed(point):
        return Standing("bracketed", holder.day, _tabled_by(holder))
    spoke = [answer.entry for answer in given.values()]
    spoke += [e for e in about if e.kind in ("statement", "meeting", "condition")]
    if spoke:
        first = min(spoke, key=lambda e: in_time(record, e))
        return Standing("discussed", first.day, tuple(given))
    return Standing("untouched")


def _agreed(entry: Entry) -> Standing:
    body = entry.body
    assert isinstance(body, Agreement)
    word: Word = "agreed_ad_referendum" if body.level == "ad_referendum" else body.level
    return Standing(word, entry.day, body.seats, body.not_put_to)


def bracketed(point: Point) -> bool:
    """Whether the wording of a point itself holds brackets, in any language."""
    return any("[" in words for words in (point.words or {}).values())


def _tabled_by(holder: Entry) -> tuple[str, ...]:
    return getattr(holder.body, "by", ())


def _closeness(record: Record, holder: Entry, given: Mapping[str, Answer]) -> Closeness | None:
    parties = [seat for seat, body in record.seats.items() if body.role == "party"]
    voices = {seat: given[seat] for seat in parties if seat in given}
    against = tuple(s for s, a in voices.items() if _refuses(a))
    others = tuple(s for s in voices if s not in against)
    if against:
        tabled = tuple(s for s in _tabled_by(holder) if s not in against)
        return Closeness("contested", against, others or tabled)
    if len(voices) > 1 and any(a.stance == "acceptable" for a in voices.values()):
        return Closeness("close", (), others)
    return None


def _refuses(answer: Answer) -> bool:
    """Whether a seat refuses the thing, or part of it."""
    return any(response_in(e).stance == "unacceptable" for e in (answer.entry, *answer.beside))
