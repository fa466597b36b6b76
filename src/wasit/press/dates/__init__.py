"""Expressions of time, resolved against the date of the report.

A day of the week named alone is past unless the clause looks ahead; a month without a year is the
nearest, by tense. Hijri dates: see :mod:`wasit.press.dates.calendars`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wasit.language.lexicons import Remembered
from wasit.language.spans import Language, Span
from wasit.language.tokens import NORM, Token
from wasit.press.dates import arabic, english
from wasit.press.dates.joined import joined
from wasit.press.dates.published import dated
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import begins
from wasit.press.document import Document, Sentence
from wasit.press.reading import Dated

__all__ = ["dated", "find_dates"]

_CONFIDENCE = {"none": 0.97, "resolved": 0.9, "about": 0.7}


def find_dates(document: Document) -> tuple[Dated, ...]:
    """Every expression of time in ``document``, in the order of the text, by language."""
    found: list[Dated] = []
    for language in document.languages:
        month: tuple[int, int] | None = None
        for _, sentence in document.sentences(language):
            scene = Scene(sentence.tokens, language, document.published, month)
            found += [_dated(one, sentence, language) for one in joined(_reads(scene), scene)]
            month = scene.month
    return tuple(found)


def _reads(scene: Scene) -> Iterator[Read]:
    """The expressions of a sentence in order; none overlap."""
    read = arabic.read if scene.language == "ar" else english.read
    behind = 0
    for n in _promising(scene):
        found = read(scene, n) if n >= behind and scene.tokens[n].kind != "mark" else ()
        if found and found[0].first >= behind:
            yield from found
            behind = max(one.behind for one in found)


def _promising(scene: Scene) -> Iterable[int]:
    """The tokens at which an expression may begin: most words begin none."""
    if scene.language == "en" and not scene.words.isdisjoint(english.LATER_ON):
        return range(len(scene.tokens))
    begins = map(_BEGINS[scene.language].__getitem__, map(NORM, scene.tokens))
    return [n for n, some in enumerate(begins) if some]


_BEGINS: dict[Language, Remembered[bool]] = {
    "ar": Remembered(lambda norm: norm[:1].isdecimal() or arabic.may_begin(norm)),
    "en": Remembered(lambda norm: norm[:1].isdecimal() or begins(norm, "en")),
}


def _dated(one: Read, sentence: Sentence, language: Language) -> Dated:
    tokens: list[Token] = sentence.tokens
    first = tokens[one.first]
    joined = language == "ar" and first.text.startswith("و") and len(first.text) > 3
    start = first.start + 1 if joined and not first.norm.startswith("وسط") else first.start
    span = Span(language, start, tokens[one.behind - 1].end)
    return Dated(spans=(span,), confidence=_CONFIDENCE[one.when.doubt], when=one.when)
