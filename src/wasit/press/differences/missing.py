"""A paragraph or sentence of one version of which the other has nothing.

Told only where the alignment leaves it without a partner and nothing elsewhere in the other version
shares its numbers, names and ideas: what was merged with its neighbour, or moved, is not missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from wasit.language.spans import LANGUAGES, Language, Span
from wasit.language.tokens import Token
from wasit.press.align.features import features, together
from wasit.press.document import Document, Paragraph
from wasit.press.reading import Alignment, Difference

_WORDS = 8
"""Shorter pieces are left out of a translation without a loss."""
_WEIGHT = 2.5
"""What a piece must have that could stand in the other version: numbers, names, ideas."""
_SHARED = 0.3
"""From this part of it on in one paragraph of the other version, it may be told there."""
_SHARED_BESIDE = 0.15
"""The same for a sentence that stands with others beside one of the other version."""
_ALIGNED = 0.5
"""Versions of which fewer paragraphs have partners are no translations of each other."""
_CONFIDENCE = 0.7

Features = Mapping[str, float]


def missing(document: Document, alignment: Alignment) -> Iterator[Difference]:
    """What stands in one version alone, Arabic first. Cost: linear, but for what has no partner."""
    if not _translated(document, alignment):
        return
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        there: list[Features] | None = None
        for span, words, own, least in _alone(document, alignment, language):
            weight = sum(own.values())
            if _count(words) < _WORDS or weight < _WEIGHT:
                continue
            if there is None:
                there = [_features(paragraph) for paragraph in document.parts[other]]
            if all(_common(own, one) < least * weight for one in there):
                says = {language: span.of(document.text)}
                yield Difference((span,), _CONFIDENCE, "missing", says)


def _translated(document: Document, alignment: Alignment) -> bool:
    """Whether the two versions are one report: most of each has a partner."""
    for side, language in enumerate(LANGUAGES):
        whole = [one.index for one in document.parts.get(language, ()) if one.kind != "heading"]
        paired = {pair[side] for pair in alignment.paragraphs}.intersection(whole)
        if not paired or len(paired) < _ALIGNED * len(whole):
            return False
    return True


def _alone(
    document: Document, alignment: Alignment, language: Language
) -> Iterator[tuple[Span, Sequence[Token], Features, float]]:
    """Pieces that may be told nowhere else, each with how much of it the other version may have.

    Paragraphs without a partner, sentences without one, and sentences of which several share one.
    """
    side = LANGUAGES.index(language)
    paired = {pair[side] for pair in alignment.paragraphs}
    partners: dict[Span, list[Span]] = {}
    for pair in alignment.sentences:
        partners.setdefault(pair[side], []).append(pair[1 - side])
    often = Counter(pair[1 - side] for pair in alignment.sentences)
    for paragraph in document.parts[language]:
        if paragraph.kind == "heading":
            continue
        if paragraph.index not in paired:
            yield paragraph.span, paragraph.tokens, _features(paragraph), _SHARED
            continue
        for sentence in paragraph.sentences if len(paragraph.sentences) > 1 else ():
            beside = partners.get(sentence.span, ())
            if all(often[one] > 1 for one in beside):
                least = _SHARED_BESIDE if beside else _SHARED
                yield sentence.span, sentence.tokens, features(sentence), least


def _features(paragraph: Paragraph) -> Features:
    return together([features(sentence) for sentence in paragraph.sentences])


def _count(tokens: Sequence[Token]) -> int:
    return sum(token.kind != "mark" for token in tokens)


def _common(these: Features, those: Features) -> float:
    """How much of these features the others have."""
    return sum(weight for key, weight in these.items() if key in those)
