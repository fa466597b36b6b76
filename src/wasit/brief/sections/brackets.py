"""What is not agreed in the text: the choices that brackets leave, and whose wording each is."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.book import Book
from wasit.brief.content import Code, Item, Many, Proposed, Section, Sentence, Value, item, say
from wasit.brief.view import View
from wasit.entries.bodies.text import Draft
from wasit.record import Subject
from wasit.record.choices import Offer, OpenPlace


def brackets(view: View) -> Section | None:
    """The choices of the draft listed, point by point; None when it has no brackets."""
    draft = view.play.draft
    items = tuple(_item(view.book, point) for point in view.play.points if point.open_places)
    if not items or draft is None:
        return None
    assert isinstance(draft.body, Draft)
    heading = say("Not agreed in the wording of “{draft}”", draft=draft.body.title)
    return Section("brackets", heading, items, latest=20, keep_first=True)


def _item(book: Book, point: Subject) -> Item:
    assert point.label is not None
    name = book.point(point.holder.id, point.label)
    places = tuple(item(*_place(book, place)) for place in point.open_places)
    return item(say("On {point}:", point=name), below=places, entries=(point.holder.id,))


def _place(book: Book, place: OpenPlace) -> Iterator[Sentence]:
    """What may stand there; who would rather have nothing there."""
    standing = [offer for offer in place.offers if not offer.deletes]
    offers = Many(tuple(_offer(book, offer) for offer in standing))
    if len(standing) > 1 and place.may_fall:
        yield say("A choice between {offers}, or nothing.", offers=offers)
    elif len(standing) > 1:
        yield say("A choice between {offers}.", offers=offers)
    elif standing and place.may_fall:
        yield say("{offer}, or nothing.", offer=offers)
    elif standing:
        yield say("{offer}, or other wording.", offer=offers)
    elif not place.offers:
        yield say("The wording is still to be found.")
    for offer in place.offers:
        if offer.deletes:
            yield from _deletion(book, offer)


def _deletion(book: Book, offer: Offer) -> Iterator[Sentence]:
    if offer.by and offer.words:
        yield say(
            "{seats} would delete {wording}.",
            seats=_names(book, offer),
            wording=Proposed(offer.words),
        )
    elif offer.by:
        yield say("{seats} would have nothing there.", seats=_names(book, offer))
    elif offer.words:
        yield say("It is proposed to delete {wording}.", wording=Proposed(offer.words))
    else:
        yield say("It is proposed to have nothing there.")


def _offer(book: Book, offer: Offer) -> Value:
    return Proposed(offer.words, _names(book, offer) if offer.by else None)


def _names(book: Book, offer: Offer) -> Many:
    """The seats that proposed it, and names that are no seat's as they are written."""
    known = book.record.seats
    return Many(tuple(book.seat(name) if name in known else Code(name) for name in offer.by))
