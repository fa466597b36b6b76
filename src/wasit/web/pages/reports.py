"""Reports: what is on record of them, a new one read, and what of it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wasit.brief.book import Book
from wasit.brief.content import Sentence, Term, say_n, term
from wasit.brief.sections.lists import differences
from wasit.brief.view import View
from wasit.papers.caseform import case_form
from wasit.press.marked import Marked, marked
from wasit.press.propose import Group, Proposals
from wasit.press.reading import Reading
from wasit.record import Record, StateOfPlay, in_order
from wasit.web.pages.forms import Audience, Typed, audience
from wasit.web.pages.parts import Block, Line, block_of, line_of

MOST = 100
"""Reports that are listed, the newest."""

GROUPS: Mapping[Group, Term] = {
    "report": term("the report"),
    "seats": term("seats"),
    "people": term("people"),
    "meetings": term("meetings"),
    "texts": term("drafts and documents"),
    "issues": term("issues"),
    "statements": term("statements"),
    "responses": term("responses"),
    "conditions": term("conditions"),
    "messages": term("messages"),
    "contradictions": term("contradictions between reports"),
    "differences": term("differences between the versions"),
}


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """The reports on record, and the form for a new one."""

    reports: tuple[Line, ...]
    contradictions: Block | None
    """Where sources contradict each other, side by side."""
    typed: Typed
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Suggested:
    """One entry that the report suggests."""

    ref: str
    says: str
    """In one sentence, in the language of the page."""
    sure: int
    """From 0 to 100: how often finds of its sort were right when measured."""
    words: tuple[tuple[str, str], ...]
    """Language and words that it rests on."""
    form: str
    """As a case file has it, to be mended."""
    taken: bool


@dataclass(frozen=True, slots=True)
class SuggestedGroup:
    """Suggestions of one sort."""

    name: str
    title: Term
    items: tuple[Suggested, ...]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A report as it was read, and what it suggests for the record."""

    text: str
    outlet: str
    day: str
    marked: Marked
    groups: tuple[SuggestedGroup, ...]
    found: Sentence
    audience: Audience
    typed: Typed
    wrong: str = ""


def reports_page(
    record: Record,
    play: StateOfPlay,
    typed: Mapping[str, str],
    *,
    seat: str,
    today: str,
    wrong: str = "",
) -> ReportsPage:
    """The reports on record, newest first."""
    book = Book(record, home=play.draft.id if play.draft else None)
    view = View(record, seat, book, play, today, today, record, None)
    apart = differences(view)
    reports = in_order(record, "report")[::-1]
    return ReportsPage(
        reports=tuple(line_of(book, e, seat) for e in reports[:MOST]),
        contradictions=block_of(book, apart, seat) if apart else None,
        typed=Typed({"happened": today, **typed}),
        wrong=wrong,
    )


def read_page(
    record: Record,
    reading: Reading,
    proposals: Proposals,
    said: Mapping[str, str],
    typed: Mapping[str, str],
    *,
    seat: str,
    taken: frozenset[str] | None = None,
    readers: tuple[str, ...] = (),
    wrong: str = "",
) -> ReadPage:
    """``said``: each proposal in a sentence. ``taken``: what was chosen; None: all."""
    text = reading.document.text
    groups = tuple(
        SuggestedGroup(
            name,
            GROUPS[name],
            tuple(
                Suggested(
                    ref=item.ref,
                    says=said.get(item.ref) or item.kind,
                    sure=round(item.confidence * 100),
                    words=tuple((span.language, span.of(text)) for span in item.spans[:4]),
                    form=typed.get(f"mend-{item.ref}") or case_form(item.fields),
                    taken=taken is None or item.ref in taken,
                )
                for item in items
            ),
        )
        for name, items in proposals.groups()
    )
    published = reading.document.published
    return ReadPage(
        text=text,
        outlet=reading.document.source.outlet or "",
        day=published.isoformat() if published else "",
        marked=marked(reading),
        groups=groups,
        found=say_n(
            "The report suggests {n} entry; nothing of it is on record yet.",
            "The report suggests {n} entries; nothing of them is on record yet.",
            len(proposals.items),
        ),
        audience=audience(record, seat, typed.get("audience") or "author", readers),
        typed=Typed(typed),
        wrong=wrong,
    )
