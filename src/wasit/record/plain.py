"""The state of play as plain data, for JSON."""

from __future__ import annotations

from typing import Any

from wasit.record.answers import Answer
from wasit.record.choices import OpenPlace
from wasit.record.play import StateOfPlay
from wasit.record.record import Record
from wasit.record.standing import Closeness, Standing, Subject


def plain_play(record: Record, play: StateOfPlay, seat: str | None = None) -> dict[str, Any]:
    """``play`` as plain data; with ``seat``, only what that seat has answered."""
    shown = [s for s in play.points if seat is None or seat in s.voices]
    wholes = [s for s in play.wholes if seat is None or seat in s.answers]
    return {
        "draft": play.draft.label if play.draft else None,
        "on_the_table": play.on_the_table.label if play.on_the_table else None,
        "inferred": play.inferred,
        "counts": dict(play.counts),
        "coverage": {s: list(play.coverage(s)) for s in play.seats if seat in (None, s)},
        "points": [plain_subject(record, s, seat) for s in shown],
        "wholes": [plain_subject(record, s, seat) for s in wholes],
        "stuck": [_name(s) for s in play.stuck],
        "close": [_name(s) for s in play.close],
    }


def plain_subject(record: Record, one: Subject, seat: str | None = None) -> dict[str, Any]:
    """One subject: what it is, how it stands, and each answer with its evidence, or one seat's."""
    point = one.point
    return {
        **_name(one),
        "heading": dict(point.heading) if point and point.heading else None,
        "words": dict(point.words) if point and point.words else None,
        "standing": _standing(one.standing),
        "closeness": _closeness(one.closeness),
        "answers": {s: _answer(record, a) for s, a in one.answers.items() if seat in (None, s)},
        "carried": {s: _carried(record, a) for s, a in one.carried.items() if seat in (None, s)},
        "open_places": [_place(place) for place in one.open_places],
        "conditions": [entry.id for entry in one.conditions],
    }


def _place(place: OpenPlace) -> dict[str, Any]:
    offers = [
        {"words": dict(offer.words), "by": list(offer.by), "deletes": offer.deletes}
        for offer in place.offers
    ]
    return {"offers": offers, "may_fall": place.may_fall, "blank": place.blank}


def _name(one: Subject) -> dict[str, Any]:
    return {
        "kind": one.holder.kind,
        "holder": one.holder.label or one.holder.id,
        "point": one.label,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "word": standing.word,
        "since": standing.since,
        "by": list(standing.by),
        "not_put_to": list(standing.not_put_to),
    }


def _closeness(closeness: Closeness | None) -> dict[str, Any] | None:
    if closeness is None:
        return None
    return {
        "word": closeness.word,
        "against": list(closeness.against),
        "others": list(closeness.others),
    }


def _carried(record: Record, answer: Answer) -> dict[str, Any]:
    """An answer to an earlier draft, with the point it was given to and what became of that."""
    assert answer.carried is not None
    origin = answer.carried
    came_from = {
        "draft": record[origin.draft].label,
        "point": origin.label,
        "change": origin.change,
    }
    return {**_answer(record, answer), "from": came_from}


def _answer(record: Record, answer: Answer) -> dict[str, Any]:
    response = answer.response
    return {
        "stance": answer.stance,
        "red_line": answer.red_line,
        "basis": answer.basis,
        "day": answer.entry.day,
        "trend": answer.trend,
        "words": dict(response.words) if response.words else None,
        "proposes": dict(response.proposes) if response.proposes else None,
        "extent": response.extent,
        "entry": answer.entry.id,
        "sources": [source.of for source in answer.entry.source],
        "earlier": [entry.id for entry in answer.earlier],
    }
