"""Where two language versions of a report do not say the same.

Few false alarms count for more than many finds: a difference is told only where neither version's
words can be an equal meaning in other words, and what stands in one version alone only where
nothing in the other comes near it.
"""

from __future__ import annotations

from collections.abc import Sequence

from wasit.press.dates import find_dates
from wasit.press.differences.amounts import dates as dates_of
from wasit.press.differences.amounts import names as names_of
from wasit.press.differences.amounts import numbers
from wasit.press.differences.missing import missing
from wasit.press.differences.pieces import pieces
from wasit.press.differences.reference import reference
from wasit.press.differences.verbs import negation, tense
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.reading import Alignment, Dated, Difference

__all__ = ["find_differences"]

_WEIGHT = ("number", "negation", "date", "name", "tense", "reference", "missing")
"""The most serious first."""


def find_differences(
    document: Document,
    alignment: Alignment,
    names: Names,
    dates: Sequence[Dated] | None = None,
) -> tuple[Difference, ...]:
    """The differences between the versions of ``document``, most serious first.

    ``dates`` as :func:`~wasit.press.dates.find_dates` finds them, if they are at hand.
    """
    if not alignment.sentences:
        return ()
    known = find_dates(document) if dates is None else dates
    found: list[Difference] = []
    for piece in pieces(document, alignment, names, known):
        found += numbers(piece, document.text)
        found += dates_of(piece, document.text)
        found += names_of(piece, document.text)
        found += [
            one
            for one in (negation(piece, document.text), tense(piece, document.text))
            if one is not None
        ]
        found += reference(piece, document.text)
    found += missing(document, alignment)
    return tuple(sorted(found, key=lambda one: (_WEIGHT.index(one.sort), one.spans)))
