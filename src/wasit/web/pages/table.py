"""The table: the text point by point, both languages side by side, with every seat's answer."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.brief.book import Book
from wasit.brief.content import Sentence, Term, Value, Words, say
from wasit.brief.describe import told
from wasit.brief.describe.text import in_context
from wasit.brief.sections.matrix import letter
from wasit.brief.sections.movement import STANDINGS
from wasit.record import Answer, Record, StateOfPlay, Subject
from wasit.web.pages.parts import Choice, Readers, drafts_to_choose, readers_of
from wasit.web.pages.wording import Wording, wordings


@dataclass(frozen=True, slots=True)
class Given:
    """The standing answer of one seat."""

    seat: str
    letter: str
    """A, O, U or R."""
    trend: str | None
    """closer, further or same."""
    sentences: tuple[Sentence, ...]
    """Whose answer, on what basis, in which words."""
    carried: Value | None
    """The point of an earlier draft to which it was given."""
    day: str | None
    readers: Readers
    entry: str


@dataclass(frozen=True, slots=True)
class Row:
    """One point."""

    draft: str
    """The id of the draft."""
    label: str
    depth: int
    heading: Words | None
    divergence: Words | None
    """A difference between the languages that the parties mean to keep."""
    wordings: tuple[Wording, ...]
    standing: Term
    standing_word: str
    since: str | None
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The text on the table."""

    drafts: tuple[Choice, ...]
    draft: str | None
    """The id of the one shown; None: no text is on record."""
    title: Words | None
    about: tuple[Sentence, ...]
    readers: Readers | None
    languages: tuple[str, ...]
    rows: tuple[Row, ...]
    coverage: tuple[Sentence, ...]


def page(record: Record, play: StateOfPlay, *, seat: str, language: str) -> Table:
    """The draft that ``play`` lists."""
    if play.draft is None:
        return Table((), None, None, (), None, (), (), ())
    book = Book(record, home=play.draft.id)
    talks = record.talks.languages if record.talks else ()
    held = {code for one in play.points if one.point for code in one.point.words or {}}
    languages = tuple(c for c in dict.fromkeys((language, *talks, *sorted(held))) if c in held)
    return Table(
        drafts=drafts_to_choose(record, play.draft.id),
        draft=play.draft.id,
        title=getattr(play.draft.body, "title", None),
        about=told(book, play.draft),
        readers=readers_of(book, play.draft, seat),
        languages=languages,
        rows=tuple(row_of(book, one, seat, languages) for one in play.points),
        coverage=coverage(book, play),
    )


def coverage(book: Book, play: StateOfPlay) -> tuple[Sentence, ...]:
    """How many points each party has answered."""
    parties = [s for s in play.seats if book.record.seats[s].role == "party"]
    return tuple(covered(book, play, seat) for seat in parties)


def covered(book: Book, play: StateOfPlay, seat: str) -> Sentence:
    """How many points the seat has answered, and of how many."""
    n, of = play.coverage(seat)
    return say("{seat}: {n} of {of} points answered.", seat=book.seat(seat), n=n, of=of)


def row_of(book: Book, one: Subject, seat: str, languages: tuple[str, ...]) -> Row:
    """One point with its answers."""
    assert one.label is not None
    point = one.point
    return Row(
        draft=one.holder.id,
        label=one.label,
        depth=min(one.label.count("/"), 3),
        heading=point.heading if point else None,
        divergence=point.divergence if point else None,
        wordings=wordings(book, point.words if point else None, one.open_places, languages),
        standing=STANDINGS[one.standing.word],
        standing_word=one.standing.word,
        since=one.standing.since,
        given=tuple(given(book, answer, seat) for answer in one.voices.values()),
    )


def given(book: Book, answer: Answer, seat: str) -> Given:
    """One seat's answer, with its basis."""
    origin = answer.carried
    return Given(
        seat=answer.seat,
        letter=letter(answer),
        trend=answer.trend,
        sentences=in_context(book, answer.entry, answer.response),
        carried=book.point(origin.draft, origin.label) if origin else None,
        day=answer.entry.day,
        readers=readers_of(book, answer.entry, seat),
        entry=answer.entry.id,
    )
