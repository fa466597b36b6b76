"""People, countries, movements, organisations and outlets named in a report."""

from __future__ import annotations

from wasit.language.spans import LANGUAGES, Language, Span
from wasit.press.document import Document
from wasit.press.known import Known
from wasit.press.names.arabic import arabic
from wasit.press.names.bodies import bodies_of
from wasit.press.names.english import english
from wasit.press.names.found import Figure
from wasit.press.names.lands import lands_of
from wasit.press.names.model import Mention, Names
from wasit.press.names.pairs import KnownWords, across, known_words, on_record
from wasit.press.names.people import figures_of
from wasit.press.reading import Alignment, Body, Person

__all__ = ["Mention", "Names", "find_names"]


def find_names(document: Document, alignment: Alignment, known: Known) -> Names:
    """Everybody and everything named in ``document``.

    What ``known`` has is recognised first. Names of the two languages are put together by sound
    where their paragraphs translate each other.
    """
    lands = lands_of(document)
    english_words = english(document.parts.get("en", ()), lands)
    arabic_words = arabic(document.parts.get("ar", ()), lands)
    figures = figures_of(english_words, arabic_words, alignment.paragraphs, known)
    mentions: dict[Language, list[Mention]] = {language: [] for language in LANGUAGES}
    people = []
    recorded = known_words(known)
    for one in across(figures, alignment.paragraphs):
        person = _person(one, document.text, recorded)
        people.append(person)
        for language, figure in one.items():
            mentions[language] += [Mention(s, e, person) for s, e, _ in sorted(figure.places)]
    bodies = []
    for body, places in bodies_of(document, english_words, arabic_words, known, lands):
        bodies.append(body)
        for span in places:
            mentions[span.language].append(Mention(span.start, span.end, body))
    return Names(
        tuple(sorted(people, key=_order)),
        tuple(sorted(bodies, key=_order)),
        {language: _apart(mentions[language]) for language in document.languages},
        tuple(english_words),
        tuple(arabic_words),
    )


def _order(found: Person | Body) -> tuple[str, int]:
    return found.spans[0].language, found.spans[0].start


def _apart(mentions: list[Mention]) -> tuple[Mention, ...]:
    """In the order of the text, none overlapping: people before bodies, longer before shorter."""
    kept: list[Mention] = []
    taken: set[int] = set()
    ranked = sorted(mentions, key=lambda m: (isinstance(m.of, Body), m.start - m.end, m.start))
    for mention in ranked:
        places = range(mention.start, mention.end)
        if not taken.intersection(places):
            taken.update(places)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))


def _person(figures: dict[Language, Figure], text: str, known: KnownWords) -> Person:
    names = {name: text[f.best.start : f.best.end] for name, f in sorted(figures.items())}
    role: dict[Language, str] = {}
    side = None
    for language, figure in sorted(figures.items()):
        for one in figure.all:
            if one.role is not None:
                role.setdefault(language, one.role.of(text))
            side = side or one.side
    also: dict[str, None] = {}
    for figure in figures.values():
        for start, end, _ in figure.places:
            if text[start:end] not in names.values():
                also.setdefault(text[start:end])
    entry = on_record(figures, known)
    return Person(
        tuple(Span(name, f.best.start, f.best.end) for name, f in sorted(figures.items())),
        _confidence(figures),
        names,
        tuple(also),
        role,
        side,
        entry.entry if entry else None,
    )


def _confidence(figures: dict[Language, Figure]) -> float:
    if len(figures) == 2:
        return 0.97
    (figure,) = figures.values()
    return 0.93 if any(one.role for one in figure.all) else 0.85
