"""What is next, and on what it depends."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.content import Item, Quote, Section, Sentence, item, say, say_n
from wasit.brief.describe import tell
from wasit.brief.describe.exchange import in_brief, needed, people
from wasit.brief.sections.stuck import conditions_shown
from wasit.brief.view import View
from wasit.entries.bodies.exchange import Meeting
from wasit.record import Coming


def ahead(view: View) -> Section:
    """The fifth section of the brief, the last of the page in sentences."""
    found = view.ahead
    items = [_coming(view, one) for one in found.meetings]
    items += [tell(view.book, entry) for entry in found.rounds]
    told = conditions_shown(view)
    others = [e for e in found.conditions if e.id not in told]
    if others:
        items.append(
            item(
                say_n(
                    "{n:w} more condition is open.",
                    "{n:w} more conditions are open.",
                    len(others),
                )
            )
        )
    if not items:
        items = [item(say("Nothing that is to come is on record."))]
    return Section("next", say("What is next"), tuple(items), latest=10, keep_first=True, top=True)


def _coming(view: View, one: Coming) -> Item:
    assert isinstance(one.meeting.body, Meeting)
    found = [in_brief(view.book, one.meeting), *_what_for(view, one.meeting.body)]
    found += [needed(view.book, entry) for entry in one.conditions]
    if one.overdue:
        found.append(say("That day has passed, and nothing on record says what became of it."))
    entries = (one.meeting.id, *(entry.id for entry in one.conditions))
    return item(*found, entries=entries)


def _what_for(view: View, body: Meeting) -> Iterator[Sentence]:
    """Who comes, unless a title says it; what about; on what it depends."""
    if (body.people or body.others) and not body.title:
        yield say("People: {people}.", people=people(view.book, body))
    if body.agenda:
        yield say("Agenda: {words}.", words=Quote(body.agenda, verbatim=False))
    if body.depends_on:
        yield say("It depends on this: {words}.", words=Quote(body.depends_on, verbatim=False))
