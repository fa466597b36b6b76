"""Where the language versions of a text are meant to differ, as the parties know and keep it."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.content import Item, Quote, Section, item, say
from wasit.brief.view import View
from wasit.record import Subject


def divergences(view: View) -> Section | None:
    """The points of the draft listed that are meant to differ; None when there is none."""
    items = tuple(found for point in view.play.points for found in _items(view, point))
    if not items:
        return None
    heading = say("Where the language versions are meant to differ")
    return Section("divergences", heading, items, latest=12, keep_first=True)


def _items(view: View, point: Subject) -> Iterator[Item]:
    if point.point is None or point.point.divergence is None or point.label is None:
        return
    name = view.book.point(point.holder.id, point.label)
    words = Quote(point.point.divergence, verbatim=False)
    yield item(say("On {point}: {words}.", point=name, words=words), entries=(point.holder.id,))
