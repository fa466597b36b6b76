"""The changes in a pair of points that no negotiator may miss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wasit.text.compare.bracketed import changed_brackets
from wasit.text.compare.figures import changed_figures
from wasit.text.compare.forces import changed_forces, changed_negations
from wasit.text.compare.model import KeyChange
from wasit.text.compare.names import Elsewhere, changed_names
from wasit.text.compare.side import Side


def key_changes(
    old: Side,
    new: Side,
    keys: Mapping[str, tuple[str, ...]],
    likeness: float,
    elsewhere: Elsewhere,
) -> list[KeyChange]:
    """The key changes from ``old`` to ``new``.

    ``keys`` says what old keys are called now, ``elsewhere`` holds the words of both versions.
    """
    figures = list(changed_figures(old, new, keys))
    found = [
        *figures,
        *changed_brackets(old, new),
        *changed_forces(old, new),
        *(one for one in changed_negations(old, new) if not _told(one, figures)),
        *changed_names(old.placed(), new.placed(), new.language, likeness, elsewhere),
    ]
    return [one for one in dict.fromkeys(found) if one.old != one.new]


def _told(negation: KeyChange, figures: Sequence[KeyChange]) -> bool:
    """Whether a no is told of as a figure: ``no boats`` that were ten."""
    return any(
        piece and piece.startswith(("no ", "No ")) and piece in whole
        for one in figures
        for piece, whole in ((one.old, negation.old), (one.new, negation.new))
    )
