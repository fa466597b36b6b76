"""Whether the brackets of a draft match; where they do not, the line and column in its file."""

from __future__ import annotations

from wasit.entries import Mistake, Place
from wasit.text.brackets import choices
from wasit.text.draft import DraftText


def check_brackets(draft: DraftText, text: str, name: str | None = None) -> None:
    """Nothing, where the brackets in every point of ``draft`` match.

    ``text`` is what ``draft`` was read from, ``name`` what messages call it. Raises
    :class:`Mistake` with the line and column of the first bracket that is not closed or not opened.
    """
    for point in draft.all():
        try:
            choices(text[point.start : point.end])
        except Mistake as mistake:
            place = _in_text(mistake.place or Place(), text, point.start, name)
            raise Mistake(mistake.template, place=place, **mistake.values) from None


def _in_text(place: Place, text: str, start: int, name: str | None) -> Place:
    """A place in a piece that begins at ``start`` as a place in the text."""
    line, column = place.line or 1, place.column or 1
    if line == 1:
        column += start - (text.rfind("\n", 0, start) + 1)
    return Place(name, line + text.count("\n", 0, start), column)
