"""Any two drafts as a redline, in every language that both are held in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from wasit.brief.book import Book
from wasit.brief.content import Sentence, Term, Value, say, term
from wasit.brief.passages import change_told
from wasit.entries import Entry
from wasit.entries.bodies.text import Draft
from wasit.record import Record
from wasit.text.compare import Change, Comparison, Pair, compare
from wasit.text.held import common_languages, held
from wasit.text.redline import Piece
from wasit.web.pages.parts import Choice, Readers, drafts_to_choose, readers_of

CHANGES: dict[Change, Term] = {
    "kept": term("kept as it was"),
    "moved": term("moved"),
    "amended": term("amended"),
    "merged": term("merged with others"),
    "split": term("split off"),
    "dropped": term("left out"),
    "new": term("new there"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of some points, in one language."""

    old: str
    """Their numbers before, ``4, 5``; empty where the point is new."""
    new: str
    change: Term
    change_word: str
    same: bool
    """Whether it says the same in other words."""
    pieces: tuple[Piece, ...]
    changes: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The redline in one language."""

    language: str
    counts: tuple[Sentence, ...]
    points: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Redline:
    """Two drafts held against each other."""

    olds: tuple[Choice, ...]
    news: tuple[Choice, ...]
    old: str | None
    """Ids of the two; None until there are two drafts on record."""
    new: str | None
    old_name: Value | None
    new_name: Value | None
    old_readers: Readers | None
    new_readers: Readers | None
    languages: tuple[InLanguage, ...]


def chosen(record: Record, old: str | None, new: str | None) -> tuple[Entry, Entry] | None:
    """The two drafts meant; not said: the latest, and the one it was made from or the one before.

    Raises :class:`wasit.entries.NotOnRecord`.
    """
    drafts = [record[one.value] for one in drafts_to_choose(record, None)]
    later = record.named(new, "draft") if new else next(iter(drafts), None)
    if later is None:
        return None
    if old:
        return record.named(old, "draft"), later
    assert isinstance(later.body, Draft)
    known = [record.get(one) for one in later.body.after]
    parent = next((e for e in known if e is not None and e in drafts), None)
    rest = [e for e in drafts if e is not later]
    earlier = parent or next(iter(rest), None)
    return (earlier, later) if earlier else None


def comparisons(old: Entry, new: Entry) -> Mapping[str, Comparison]:
    """The two drafts compared in each language that both are held in."""
    assert isinstance(old.body, Draft)
    assert isinstance(new.body, Draft)
    languages = common_languages(old.body, new.body)
    return {c: compare(held(old.body, c).text, held(new.body, c).text) for c in languages}


def page(
    record: Record,
    pair: tuple[Entry, Entry] | None,
    found: Mapping[str, Comparison],
    *,
    seat: str,
    language: str,
) -> Redline:
    """The redline of ``pair``, whose comparisons are ``found``."""
    book = Book(record)
    if pair is None:
        return Redline((), (), None, None, None, None, None, None, ())
    old, new = pair
    order = sorted(found, key=lambda code: code != language)
    return Redline(
        olds=drafts_to_choose(record, old.id),
        news=drafts_to_choose(record, new.id),
        old=old.id,
        new=new.id,
        old_name=book.name(old),
        new_name=book.name(new),
        old_readers=readers_of(book, old, seat),
        new_readers=readers_of(book, new, seat),
        languages=tuple(_in_language(code, found[code], language) for code in order),
    )


def _in_language(code: str, found: Comparison, shown: str) -> InLanguage:
    counted = Counter(pair.change for pair in found.pairs)
    return InLanguage(
        language=code,
        counts=tuple(
            say("{change}: {n}", change=CHANGES[c], n=counted[c]) for c in CHANGES if counted[c]
        ),
        points=tuple(_compared(found, pair, shown) for pair in found.pairs),
    )


def _compared(found: Comparison, pair: Pair, shown: str) -> Compared:
    return Compared(
        old=", ".join(pair.old),
        new=", ".join(pair.new),
        change=CHANGES[pair.change],
        change_word=pair.change,
        same=pair.same,
        pieces=found.redline(pair),
        changes=tuple(change_told(change, shown) for change in found.changes_of(pair)),
    )
