"""Wordings as a page shows them: brackets as choices with their authors, redlines in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wasit.brief.book import Book
from wasit.brief.content import Code, Many, Words
from wasit.record.choices import OpenPlace
from wasit.text.formulations import balanced
from wasit.text.redline import Piece


@dataclass(frozen=True, slots=True)
class Offered:
    """One wording that may stand at a place."""

    words: str
    by: Many | None
    """Who proposed it: seats, or names as written."""
    deletes: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a wording: agreed words, or a place that is not agreed."""

    words: str
    offers: tuple[Offered, ...] = ()
    """What may stand there; empty for agreed words and for a blank."""
    is_open: bool = False
    may_fall: bool = False
    """Whether nothing may stand there."""
    blank: bool = False
    """Whether other wording is still to be found."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a point in one language."""

    language: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Redlined:
    """Words with what was taken out and what was put in, in one language."""

    language: str
    pieces: tuple[Piece, ...]


def wordings(
    book: Book, words: Words | None, places: tuple[OpenPlace, ...], languages: tuple[str, ...]
) -> tuple[Wording, ...]:
    """The words in each of ``languages`` that has them."""
    return tuple(
        Wording(code, tuple(_parts(book, words[code], places)))
        for code in languages
        if words and code in words
    )


def _parts(book: Book, words: str, places: tuple[OpenPlace, ...]) -> Iterator[Part]:
    found = balanced(words)
    alike = [len(one.options) for one in found] == [len(one.offers) for one in places]
    at = 0
    for n, choice in enumerate(found):
        if choice.start > at:
            yield Part(words[at : choice.start])
        names = [offer.by for offer in places[n].offers] if alike else []
        offers = tuple(
            Offered(
                option.inside,
                _names(book, names[m] if alike else option.by),
                option.sort == "deletion",
            )
            for m, option in enumerate(choice.options)
        )
        yield Part(words[choice.start : choice.end], offers, True, choice.may_fall, choice.blank)
        at = choice.end
    if at < len(words):
        yield Part(words[at:])


def _names(book: Book, names: tuple[str, ...]) -> Many | None:
    """The seats that go by those names; others as they are written."""
    if not names:
        return None
    known = book.record.seats
    return Many(tuple(book.seat(name) if name in known else Code(name) for name in names))


def languages_of(talks: tuple[str, ...], words: Words | None, shown: str) -> tuple[str, ...]:
    """The languages of a text: that of the page first, then those of the talks, then others."""
    return tuple(dict.fromkeys((shown, *talks, *sorted(words or {}))))
