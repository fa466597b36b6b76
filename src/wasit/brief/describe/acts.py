"""Releases and corrections in sentences."""

from __future__ import annotations

from wasit.brief.book import UNKNOWN, Book
from wasit.brief.content import Quote, Sentence, Thing, Value, say, term
from wasit.entries import Entry
from wasit.entries.bodies.acts import Correction, Release

KINDS = {
    "talks": term("talks"),
    "seat": term("seat"),
    "person": term("person"),
    "draft": term("draft"),
    "response": term("response"),
    "agreement": term("agreement"),
    "meeting": term("meeting"),
    "message": term("message"),
    "statement": term("statement"),
    "document": term("document"),
    "handover": term("handover"),
    "condition": term("condition"),
    "issue": term("issue"),
    "rule": term("rule"),
    "estimate": term("estimate"),
    "package": term("package"),
    "line": term("line"),
    "report": term("report"),
    "note": term("note"),
    "round": term("round"),
    "release": term("release"),
    "correction": term("correction"),
}
"""The kinds as words in a sentence."""


def release(book: Book, entry: Entry, body: Release) -> tuple[Sentence, ...]:
    """What was shown to whom, and under what understanding."""
    kind = body.content.kind if body.content else None
    first = say(
        "{author} released an entry to {seat}: {what}.",
        author=book.seat(entry.author.seat),
        seat=book.seat(body.to),
        what=_what(book, body.target, kind),
    )
    if body.note:
        return first, say("The understanding: {words}.", words=Quote(body.note, verbatim=False))
    return (first,)


def correction(book: Book, entry: Entry, body: Correction) -> tuple[Sentence, ...]:
    """What was corrected or withdrawn, and why."""
    author = book.seat(entry.author.seat)
    kind = body.replacement.kind if body.replacement else _kind_before(book, body.target)
    what = _what(book, body.target, kind)
    if body.replacement:
        first = say("{author} corrected an entry: {what}.", author=author, what=what)
    else:
        first = say("{author} withdrew an entry: {what}.", author=author, what=what)
    if body.reason:
        return first, say("The reason: {words}.", words=Quote(body.reason, verbatim=False))
    return (first,)


def _kind_before(book: Book, entry_id: str) -> str | None:
    before = book.record.before_corrections(entry_id)
    return before[-1].kind if before else None


def _what(book: Book, entry_id: str, kind: str | None) -> Value:
    """The entry by kind, and by name where it has one."""
    entry = book.record.get(entry_id)
    if entry is None:
        return KINDS.get(kind or "", UNKNOWN)
    named = getattr(entry.body, "title", None) or getattr(entry.body, "name", None)
    return Thing(entry.kind, named) if named else KINDS[entry.kind]
