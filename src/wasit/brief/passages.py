"""What became of a point from draft to draft, told draft by draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wasit.brief.book import Book
from wasit.brief.content import Code, Many, Quote, Sentence, say, term
from wasit.brief.language import Language
from wasit.record import Record
from wasit.record.history import Passage

if TYPE_CHECKING:
    from wasit.text.compare import KeyChange

CHANGES = {
    "kept": term("kept as it was"),
    "moved": term("moved"),
    "amended": term("amended"),
    "merged": term("merged with others"),
    "split": term("split off"),
    "new": term("new there"),
}
KINDS = {
    "number": term("number"),
    "percentage": term("percentage"),
    "date": term("date"),
    "duration": term("duration"),
    "unit": term("unit"),
    "name": term("name"),
    "negation": term("negation"),
    "modality": term("shall or may"),
    "bracket": term("bracket"),
    "reference": term("reference"),
}


def history_lines(record: Record, passages: Sequence[Passage], language: str) -> Iterator[str]:
    """A line for each draft and one for each change that matters; none for a point of one draft."""
    if len(passages) < 2:
        return
    spoken, book = Language(language), Book(record)
    yield spoken.text(say("Through the drafts:"))
    for one in passages:
        yield f"  {' '.join(spoken.text(sentence) for sentence in passage_sentences(book, one))}"
        for change in changes_in(one, language):
            yield f"    {spoken.text(change_told(change, language))}"


def passage_sentences(book: Book, one: Passage) -> Iterator[Sentence]:
    """What a draft made of the point, and who tabled it."""
    draft = Code(one.draft.label or one.draft.id[:8])
    if one.label is None:
        gone = Many(tuple(book.point(id, label) for id, label in one.origins))
        yield say("In {draft}: nothing is left of {points}.", draft=draft, points=gone)
    else:
        point, change = Code(one.label), CHANGES[one.change]
        yield say("In {draft}, point {point}: {change}.", draft=draft, point=point, change=change)
    if one.by and one.draft.happened:
        seats = book.seats(one.by)
        yield say("Tabled by {seats}, {date}.", seats=seats, date=one.draft.happened)
    elif one.by:
        yield say("Tabled by {seats}.", seats=book.seats(one.by))


def changes_in(one: Passage, language: str) -> tuple[KeyChange, ...]:
    """What changed, as found in the language asked for, else as it was found."""
    return one.key_changes.get(language) or next(iter(one.key_changes.values()), ())


def change_told(change: KeyChange, language: str) -> Sentence:
    """What changed, with the words of both versions."""
    kind = KINDS[change.kind]
    old, new = (Quote({language: words}) for words in (change.old, change.new))
    if change.old and change.new:
        return say("{kind}: {old}, now {new}.", kind=kind, old=old, new=new)
    if change.new:
        return say("{kind}: {new} is put in.", kind=kind, new=new)
    return say("{kind}: {old} is taken out.", kind=kind, old=old)
