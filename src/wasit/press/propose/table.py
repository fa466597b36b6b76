"""Who sits at the table: seats and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wasit.language.spans import Language, Span
from wasit.press.names.offices import office
from wasit.press.propose import known
from wasit.press.propose.naming import free, name, named, one_line, seat_label
from wasit.press.reading import Body, Person, Reading

if TYPE_CHECKING:
    from wasit.press.propose.making import Making

_GO_BETWEENS = ("mediator", "mediation", "facilitator", "وسيط", "وساطه", "ميسر")


def seats(making: Making) -> None:
    """A seat for each side that negotiates and has none; what the record knows is pointed at."""
    reading = making.reading
    bodies = {body.key: body for body in reading.bodies}
    if making.seat not in making.record.seats:
        _acting_seat(making)
    for body in reading.bodies:
        label = body.known if body.known in making.record.seats else None
        label = label or known.seat(making.record, name(body.names) or named(body.key))
        if label:
            making.seats[body.key] = label
    for key in _negotiating(reading):
        if key not in making.seats:
            _new_seat(making, key, bodies.get(key))


def _acting_seat(making: Making) -> None:
    """The acting seat's own place, on a record where nobody sits yet."""
    fields = {"label": making.seat, "name": {"en": making.seat}, "role": "observer"}
    making.put("seats", "seat", fields)


def _negotiating(reading: Reading) -> dict[str, None]:
    """Keys of the sides that met or took a position, in the order of the report."""
    bodies = {b.key: b for b in reading.bodies if b.kind not in ("outlet", "sources")}
    of_person = {form: p.side for p in reading.people if p.side for form in _forms(p)}
    found: dict[str, None] = {}
    for meeting in reading.meetings:
        for one in meeting.participants:
            key = one if one in bodies else of_person.get(one)
            if key in bodies:
                found[key] = None
    found.update((p.side, None) for p in reading.positions)
    return found


def _forms(person: Person) -> tuple[str, ...]:
    return (*person.names.values(), *person.also)


def _new_seat(making: Making, key: str, body: Body | None) -> None:
    names = name(body.names) if body else {}
    if not names:
        position = next((p for p in making.reading.positions if p.side == key), None)
        names = name(position.side_names) if position else {}
    names = names or named(key)
    confidence, spans = (body.confidence, body.spans) if body else (0.5, ())
    label = free(seat_label(names), {making.seat, *making.label_taken("seat")})
    fields = {"label": label, "name": names, "role": _role(making.reading, key)}
    making.put("seats", "seat", fields, confidence, _first(spans))
    making.seats[key] = label


def _role(reading: Reading, key: str) -> str:
    """A mediator where its people are said to mediate and it takes no position; else a party."""
    if any(position.side == key for position in reading.positions):
        return "party"
    roles = (text for p in reading.people if p.side == key for text in p.role.values())
    return "mediator" if any(w in known.key(r) for r in roles for w in _GO_BETWEENS) else "party"


def _first(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The first span of each language."""
    found: dict[Language, Span] = {}
    for span in spans:
        found.setdefault(span.language, span)
    return tuple(found.values())


def people(making: Making) -> None:
    """Everybody named whom the record does not know."""
    for one in making.reading.people:
        names = name(one.names)
        if not names:
            continue
        on_record = making.record.get(one.known) if one.known else None
        link = on_record.id if on_record else known.person(making.record, names)
        if link is None:
            link = making.put("people", "person", _person(making, one), one.confidence, one.spans)
        for form in _forms(one):
            making.links.setdefault(known.key(form), link)


def _person(making: Making, one: Person) -> dict[str, object]:
    forms = dict.fromkeys(map(one_line, one.also))
    return {
        "name": name(one.names),
        "also": [form for form in forms if form and form not in one.names.values()],
        "seat": making.seats.get(one.side) if one.side else None,
        "role": name({language: office(text, language) for language, text in one.role.items()}),
    }
