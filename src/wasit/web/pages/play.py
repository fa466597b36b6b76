"""State of play: points by seats, filtered and sorted, with what moved and how much is covered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wasit.brief.book import Book
from wasit.brief.content import Day, Sentence, Term, Words, say_n
from wasit.brief.sections.movement import STANDINGS
from wasit.brief.sections.where import where
from wasit.brief.view import View
from wasit.entries import Mistake
from wasit.record import Moved, Record, StateOfPlay, Subject
from wasit.record.standing import WORDS
from wasit.web.pages.parts import Choice, Readers, drafts_to_choose, readers_of
from wasit.web.pages.table import Given, coverage, given

SORTS = ("text", "standing", "refused", "moved")
Sort = Literal["text", "standing", "refused", "moved"]
LETTERS = ("A", "O", "U", "R", "none")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which points, in which order, since when; names as in the address of the page."""

    draft: str | None = None
    standing: str = ""
    seat: str = ""
    letter: str = ""
    """With ``seat``: only points to which it answers so; ``none``: that it has not answered."""
    sort: str = "text"
    since: str | None = None
    moved: bool = False
    """Only what moved since then."""
    inferred: bool = False

    def check(self) -> None:
        """Raise :class:`Mistake` where something is none of what may be asked."""
        for text, known in (
            (self.standing, ("", *WORDS)),
            (self.letter, ("", *LETTERS)),
            (self.sort, SORTS),
        ):
            if text not in known:
                raise Mistake(
                    "{text} cannot be asked for; expected one of {known}",
                    text=text,
                    known=", ".join(one for one in known if one),
                )


@dataclass(frozen=True, slots=True)
class Row:
    """One point."""

    draft: str
    label: str
    depth: int
    name: Words | None
    standing: Term
    standing_word: str
    since: Day | None
    cells: tuple[Given | None, ...]
    """In the order of the seats."""
    moved: bool


@dataclass(frozen=True, slots=True)
class Play:
    """Points by seats."""

    sentences: tuple[Sentence, ...]
    """The state of play, said before it is shown."""
    asked: Asked
    drafts: tuple[Choice, ...]
    draft: str | None
    title: Words | None
    readers: Readers | None
    seats: tuple[Choice, ...]
    standings: tuple[tuple[str, Term], ...]
    rows: tuple[Row, ...]
    shown: Sentence
    """How many of how many points are shown."""
    coverage: tuple[Sentence, ...]
    has_carried: bool


def page(
    record: Record, play: StateOfPlay, moved: Moved | None, asked: Asked, *, seat: str, today: str
) -> Play:
    """The state of play of ``record``. ``moved``: since ``asked.since``, where that is asked."""
    book = Book(record, home=play.draft.id if play.draft else None)
    view = View(record, seat, book, play, today, today, record, None)
    columns = [s for s in play.seats if _has_column(record, play, s)]
    changed = _changed(moved)
    points = [one for one in play.points if _meant(one, asked, changed)]
    points.sort(key=lambda one: _order(one, asked, changed))
    rows = tuple(_row(book, one, columns, changed, seat) for one in points)
    return Play(
        sentences=tuple(s for item in where(view).items for s in item.sentences),
        asked=asked,
        drafts=drafts_to_choose(record, play.draft.id if play.draft else None),
        draft=play.draft.id if play.draft else None,
        title=getattr(play.draft.body, "title", None) if play.draft else None,
        readers=readers_of(book, play.draft, seat) if play.draft else None,
        seats=tuple(Choice(s, record.seats[s].name, s == asked.seat) for s in columns),
        standings=tuple((word, STANDINGS[word]) for word in WORDS),
        rows=rows,
        shown=say_n(
            "{n} of {of} points is shown.",
            "{n} of {of} points are shown.",
            len(rows),
            of=len(play.points),
        ),
        coverage=coverage(book, play),
        has_carried=any(one.carried for one in play.points),
    )


def _has_column(record: Record, play: StateOfPlay, seat: str) -> bool:
    return record.seats[seat].role == "party" or any(seat in p.voices for p in play.points)


def _changed(moved: Moved | None) -> frozenset[str]:
    if moved is None:
        return frozenset()
    answers = (one.subject.target for one in moved.answers)
    return frozenset((*answers, *(one.subject.target for one in moved.standings)))


def _meant(one: Subject, asked: Asked, changed: frozenset[str]) -> bool:
    if asked.standing and one.standing.word != asked.standing:
        return False
    if asked.moved and one.target not in changed:
        return False
    if asked.seat and asked.letter:
        return _letter(one, asked.seat) == asked.letter
    return True


def _letter(one: Subject, seat: str) -> str:
    from wasit.brief.sections.matrix import letter

    answer = one.voices.get(seat)
    return letter(answer) if answer else "none"


def _order(one: Subject, asked: Asked, changed: frozenset[str]) -> int:
    """Where a point stands in the order asked for; alike ones stay in the order of the text."""
    if asked.sort == "standing":
        return WORDS.index(one.standing.word)
    if asked.sort == "refused":
        against = len(one.closeness.against) if one.closeness else 0
        return -(10 * len(one.red_lines) + against)
    if asked.sort == "moved":
        return 0 if one.target in changed else 1
    return 0


def _row(book: Book, one: Subject, columns: list[str], changed: frozenset[str], seat: str) -> Row:
    point = one.point
    voices = one.voices
    return Row(
        draft=one.holder.id,
        label=one.label or "",
        depth=min((one.label or "").count("/"), 3),
        name=(point.heading or point.words) if point else None,
        standing=STANDINGS[one.standing.word],
        standing_word=one.standing.word,
        since=Day(one.standing.since) if one.standing.since else None,
        cells=tuple(given(book, voices[s], seat) if s in voices else None for s in columns),
        moved=one.target in changed,
    )
