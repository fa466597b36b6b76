"""What was said, and where the sides stand: statements, responses, issues, conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wasit.entries.bodies.text import Draft
from wasit.language.spans import Span
from wasit.press.propose import known
from wasit.press.propose.naming import ISSUES, free, name, named, slug, words
from wasit.press.reading import Position, Statement

if TYPE_CHECKING:
    from wasit.press.propose.making import Making

_ACTS = {
    "report": "reports",
    "accept": "accepts",
    "accept_partly": "accepts_in_part",
    "reject": "rejects",
    "demand": "demands",
    "offer": "offers",
    "concede": "concedes",
    "condition": "sets_condition",
    "announce": "announces",
    "praise": "praises",
    "criticise": "criticises",
    "expect": "expects",
}
_STANCES = {
    "accepts": "acceptable",
    "rejects": "unacceptable",
    "demands": "open",
    "conditional": "open",
    "open": "open",
}


def positions(making: Making) -> None:
    """A response of the side to the issue, point or draft; the issue too, where it is new."""
    for one in making.reading.positions:
        seat = making.seats.get(one.side)
        if seat is None:
            continue
        target = making.issues.get(one.issue)
        if target is None:
            target = making.issues[one.issue] = _target(making, one)
        said = words(one.spans, making.text)
        fields = {
            **target,
            "seat": seat,
            "stance": _STANCES[one.stance],
            "basis": "reported",
            "words": said,
            "happened": making.day,
        }
        making.put("responses", "response", fields, one.confidence, one.spans)
        if "issue" in target:
            making.about += [(span, "issue", target["issue"]) for span in one.spans]
        if one.stance == "conditional" and said and not _stated_as_condition(making, one):
            needs = {"seat": seat, "needs": said, **_hangs(target), "happened": making.day}
            making.put("conditions", "condition", needs, one.confidence, one.spans)


def _target(making: Making, one: Position) -> dict[str, Any]:
    """What the position answers: a thing on record or in this report, else a new issue."""
    _, other, free_words = one.issue.partition("other:")
    names = named(free_words) if other else {"en": one.issue, "ar": ISSUES.get(one.issue, "")}
    names = {language: text for language, text in names.items() if text}
    label = slug(free_words or one.issue) or "issue"
    found = known.issue(making.record, label, names)
    if found:
        return {"issue": found}
    point = known.point(making.record, names)
    if point:
        return {"point": point}
    draft = _draft_meant(making, names) if other else None
    if draft:
        return {"draft": draft}
    fields = {"label": free(label, making.label_taken("issue")), "name": names or {"en": label}}
    return {"issue": making.put("issues", "issue", fields, one.confidence, one.spans)}


def _draft_meant(making: Making, names: dict[str, str]) -> str | None:
    """The one draft, proposed or on record, whose title holds every word of the name."""
    wanted = {word for text in names.values() for word in known.key(text).split()}
    titles = [(i.ref, i.fields["title"]) for i in making.items if i.kind == "draft"]
    on_record = ((e.id, e.body) for e in making.record.of_kind("draft"))
    titles += [(link, body.title) for link, body in on_record if isinstance(body, Draft)]
    found = [
        link
        for link, title in titles
        if wanted <= {word for text in title.values() for word in known.key(text).split()}
    ]
    return found[-1] if found else None


def _hangs(target: dict[str, Any]) -> dict[str, Any]:
    """How a condition points at what a response answers."""
    return {"points": [target["point"]]} if "point" in target else target


def _stated_as_condition(making: Making, one: Position) -> bool:
    """Whether a statement sets the same condition: it is put once, in the speaker's words."""
    return any(
        statement.act == "condition" and statement.side == one.side and _touch(span, words)
        for statement in making.reading.statements
        for words in statement.words.values()
        for span in one.spans
    )


def statements(making: Making) -> None:
    """Every statement; one that sets a condition for a seat proposes the condition too."""
    for one in making.reading.statements:
        said = words(one.words.values(), making.text)
        if not said:
            continue
        fields = {**_statement(making, one, said), **_about(making, one)}
        spans = tuple(one.words.values())
        making.put("statements", "statement", fields, one.confidence, spans)
        if one.act == "condition" and fields["seat"]:
            hangs = {str(n): fields[n] for n in ("meeting", "draft", "issue") if n in fields}
            needs = {"seat": fields["seat"], "needs": said, "happened": fields["happened"]}
            making.put("conditions", "condition", {**needs, **hangs}, one.confidence, spans)


def _statement(making: Making, one: Statement, said: dict[str, str]) -> dict[str, Any]:
    speaker = name(one.speaker)
    forms = (known.key(text) for text in speaker.values())
    link = next((making.links[form] for form in forms if form in making.links), None)
    return {
        "words": said,
        "speaker": link,
        "speaker_name": None if link else speaker,
        "seat": making.seats.get(one.side) if one.side else None,
        "to": name(one.to),
        "quoted": one.quoted,
        "act": _ACTS[one.act],
        "via": [named(via) for via in one.via if via.split()],
        "hedge": name(one.hedge),
        "declined": words(one.declined, making.text),
        "happened": _said_on(making, one) or making.day,
    }


def _said_on(making: Making, one: Statement) -> str | None:
    """The day it was said: one named beside the verb, outside the words themselves."""
    for verb in one.verb:
        sentence = making.sentence(verb)
        for day, span in making.days_in(sentence) if sentence else ():
            if not any(_touch(span, words) for words in one.words.values()):
                return day
    return None


def _about(making: Making, one: Statement) -> dict[str, str]:
    """The draft, document, meeting and issue spoken of in the words, each the first met."""
    found: dict[str, str] = {}
    for span, field, link in making.about:
        for said in one.words.values():
            near = _touch(span, said) if field == "issue" else _within(span, said)
            if near:
                found.setdefault(field, link)
    return found


def _within(span: Span, said: Span) -> bool:
    return span.language == said.language and said.holds(span)


def _touch(one: Span, other: Span) -> bool:
    return one.language == other.language and one.start < other.end and other.start < one.end
