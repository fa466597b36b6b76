"""A point: its wording, all that was answered and said to it, and its way through all drafts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wasit.brief.book import Book
from wasit.brief.content import Sentence, Value
from wasit.brief.passages import change_told, changes_in, passage_sentences
from wasit.entries import Entry
from wasit.entries.bodies.text import Draft, numbered
from wasit.record import Lineage, Record, point_of
from wasit.record.history import Passage, history
from wasit.text.redline import redline
from wasit.web.pages.parts import Line, Readers, line_of, readers_of
from wasit.web.pages.table import Row, row_of
from wasit.web.pages.wording import Redlined


@dataclass(frozen=True, slots=True)
class Stage:
    """What one draft made of the point."""

    draft: str
    label: str | None
    sentences: tuple[Sentence, ...]
    changes: tuple[Sentence, ...]
    """What changed that no negotiator may miss."""
    redlines: tuple[Redlined, ...]
    readers: Readers


@dataclass(frozen=True, slots=True)
class PointPage:
    """Everything on record about one point."""

    name: Value
    row: Row
    draft: str
    draft_name: Value
    stages: tuple[Stage, ...]
    earlier: tuple[Line, ...]
    """Answers that others have taken the place of, newest first."""
    said: tuple[Line, ...]
    """Statements, conditions, agreements and notes about it."""
    before: str | None
    """The label of the point before it in the text."""
    after: str | None


def page(
    record: Record,
    lineage: Lineage,
    draft: str,
    label: str,
    *,
    seat: str,
    language: str,
    inferred: bool = False,
) -> PointPage:
    """The point ``label`` of ``draft``. Raises :class:`wasit.entries.NotOnRecord`."""
    holder = record.named(draft, "draft")
    one = point_of(record, holder, label, inferred=inferred, lineage=lineage)
    book = Book(record, home=holder.id)
    talks = record.talks.languages if record.talks else ()
    words = one.point.words if one.point else None
    languages = tuple(dict.fromkeys((language, *talks, *sorted(words or {}))))
    passages = history(record, holder, label, lineage)
    old = [e for answer in one.voices.values() for e in (*answer.earlier, *answer.beside)]
    about = record.about(one.target, "statement", "condition", "agreement", "note", "meeting")
    labels = _labels(holder)
    at = labels.index(label)
    return PointPage(
        name=book.point(holder.id, label),
        row=row_of(book, one, seat, languages),
        draft=holder.id,
        draft_name=book.name(holder),
        stages=tuple(_stage(record, book, p, seat, languages) for p in passages),
        earlier=_lines(book, old, seat),
        said=_lines(book, about, seat),
        before=labels[at - 1] if at else None,
        after=labels[at + 1] if at + 1 < len(labels) else None,
    )


def _labels(holder: Entry) -> list[str]:
    assert isinstance(holder.body, Draft)
    return [label for label, _ in numbered(holder.body.points)]


_MOST = 60
"""Lines about one point that are shown; the journal has the others."""


def _lines(book: Book, entries: Iterable[Entry], seat: str) -> tuple[Line, ...]:
    newest = sorted(entries, key=lambda e: e.day or "", reverse=True)
    return tuple(line_of(book, e, seat) for e in newest[:_MOST])


def _stage(
    record: Record, book: Book, one: Passage, seat: str, languages: tuple[str, ...]
) -> Stage:
    now = _words(one.draft, one.label)
    before = [_words(record[draft], label) for draft, label in one.origins]
    redlines = []
    for code in languages:
        old = "\n".join(words[code] for words in before if code in words)
        new = now.get(code, "")
        if old or new:
            pieces = redline(old if before else new, new, code)
            redlines.append(Redlined(code, pieces))
    changes = changes_in(one, languages[0])
    return Stage(
        draft=one.draft.id,
        label=one.label,
        sentences=tuple(passage_sentences(book, one)),
        changes=tuple(change_told(change, languages[0]) for change in changes),
        redlines=tuple(redlines),
        readers=readers_of(book, one.draft, seat),
    )


def _words(draft: Entry, label: str | None) -> dict[str, str]:
    assert isinstance(draft.body, Draft)
    if label is None:
        return {}
    return dict(dict(numbered(draft.body.points))[label].words or {})
