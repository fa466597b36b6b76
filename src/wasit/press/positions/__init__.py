"""Where a side stands on an issue."""

from __future__ import annotations

from wasit.language.spans import Language
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.positions.conditions import Stand
from wasit.press.positions.sides import Sides
from wasit.press.positions.spokespeople import introduce
from wasit.press.positions.stances import stands
from wasit.press.positions.vocabulary import cues_of
from wasit.press.reading import Alignment, Position, Statement
from wasit.press.talks import about_talks

__all__ = ["find_positions"]

_CONFIDENCE = {True: 0.7, False: 0.5}
"""By whether the issue is one of those every report is read for."""


def find_positions(
    document: Document,
    alignment: Alignment,
    names: Names,
    statements: tuple[Statement, ...],
) -> tuple[Position, ...]:
    """The positions of ``document``: one for each side and issue, the first stance told of it.

    A report that is not about talks has none.
    """
    if not about_talks(document):
        return ()
    read = cues_of(document)
    sides = Sides(names, document, read)
    introduce(document, names, read, sides)
    sides.fall_back()
    sides.settle(names)
    found: dict[tuple[str, str], list[Stand]] = {}
    told: set[tuple[str, int]] = set()
    versions = len(document.languages)
    for language in reversed(document.languages):
        for one in stands(read[language], language, names, statements, sides):
            key = one.side, one.issue
            if versions > 1 and language == "ar" and key not in found:
                # The English version names it in English, where it tells of the side's stance.
                same = [e for a, e in alignment.paragraphs if a == one.paragraph]
                if not one.listed or any((one.side, e) in told for e in same):
                    continue
            if language == "en":
                told.add((one.side, one.paragraph))
            found.setdefault(key, []).append(one)
    called = {body.key: dict(body.names) for body in names.bodies}
    for side, _ in found:
        called[side] = {**called.get(side, {}), **sides.called(side)}
    return tuple(_position(told, called) for told in found.values())


def _position(told: list[Stand], called: dict[str, dict[Language, str]]) -> Position:
    first = told[0]
    names = dict(called.get(first.side, {}))
    for one in told:
        if one.name:
            names.setdefault(one.span.language, one.name)
    return Position(
        spans=tuple(one.span for one in told),
        confidence=_CONFIDENCE[not first.issue.startswith("other:")],
        side=first.side,
        issue=first.issue,
        stance=first.stance,
        side_names=names,
        matter=next((one.matter for one in told if one.matter), ""),
    )
