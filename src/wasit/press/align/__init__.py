"""Which paragraphs and sentences of two languages translate each other.

Both versions are taken to tell things in the same order; where they stand in the file, one after
the other or interleaved, does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from wasit.language.spans import Language, Span
from wasit.press.align.features import Unit, features, together
from wasit.press.align.path import pairs
from wasit.press.document import Document, Paragraph, Sentence
from wasit.press.reading import Alignment

_NEXT = 1.0
"""What a paragraph gains with the one it is interleaved with."""


def align(document: Document) -> Alignment:
    """Aligns the Arabic and the English part of ``document``; none where one is missing."""
    arabic, english = document.parts.get("ar", ()), document.parts.get("en", ())
    if not arabic or not english:
        return Alignment()
    parts = {
        one.span: Unit(features(one), one.span.end - one.span.start)
        for paragraph in (*arabic, *english)
        for one in paragraph.sentences
    }
    found = pairs(
        [_unit(one, parts) for one in arabic],
        [_unit(one, parts) for one in english],
        _interleaved(arabic, english),
    )
    sentences: list[tuple[Span, Span]] = []
    for ours, theirs in _groups(found):
        sentences += _sentences(
            [sentence for i in ours for sentence in arabic[i].sentences],
            [sentence for j in theirs for sentence in english[j].sentences],
            parts,
        )
    return Alignment(tuple(found), tuple(sentences))


def _unit(paragraph: Paragraph, parts: Mapping[Span, Unit]) -> Unit:
    found = together([parts[sentence.span].features for sentence in paragraph.sentences])
    return Unit(found, paragraph.span.end - paragraph.span.start, paragraph.kind)


def _interleaved(
    arabic: Sequence[Paragraph], english: Sequence[Paragraph]
) -> dict[tuple[int, int], float]:
    """What neighbours of two languages gain where a report goes from one to the other and back."""
    order = sorted((*arabic, *english), key=lambda one: one.span.start)
    turns = [
        (before, after) for before, after in pairwise(order) if before.language != after.language
    ]
    if len(turns) < 3:
        return {}
    first = order[0].language
    found: dict[tuple[int, int], float] = {}
    for before, after in turns:
        if before.language == first:
            ar, en = (before, after) if first == "ar" else (after, before)
            found[ar.index, en.index] = _NEXT
    return found


def _groups(found: Sequence[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """Paragraphs that belong together: by pairs that share a partner."""
    groups: list[tuple[list[int], list[int]]] = []
    group_of: dict[tuple[Language, int], int] = {}
    for i, j in found:
        at = group_of.get(("ar", i), group_of.get(("en", j)))
        if at is None:
            at = len(groups)
            groups.append(([], []))
        ours, theirs = groups[at]
        if ("ar", i) not in group_of:
            ours.append(i)
        if ("en", j) not in group_of:
            theirs.append(j)
        group_of["ar", i] = group_of["en", j] = at
    return groups


def _sentences(
    arabic: Sequence[Sentence], english: Sequence[Sentence], parts: Mapping[Span, Unit]
) -> list[tuple[Span, Span]]:
    if len(arabic) == 1 or len(english) == 1:
        found = [(i, j) for i in range(len(arabic)) for j in range(len(english))]
    else:
        found = pairs([parts[one.span] for one in arabic], [parts[one.span] for one in english])
    return [(arabic[i].span, english[j].span) for i, j in found]
