"""Amounts that matter to the talks, with their units.

Shares, distances, sums, periods and head counts; not dates, not the points of a text, not how long
a meeting took or who sat in it. The same amount told twice, or in both languages, is one figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.language.spans import Language, Span
from wasit.press.dates import find_dates
from wasit.press.document import Document
from wasit.press.figures.amounts import Amount, Sums, amounts
from wasit.press.figures.units import is_measure
from wasit.press.reading import Alignment, Dated, Figure
from wasit.press.talks import about_talks

__all__ = ["find_figures"]

_BOTH, _ONE, _UNLISTED = 0.9, 0.75, 0.5
"""Confidence by whether both languages have it, and whether its unit is known."""


def find_figures(
    document: Document, alignment: Alignment, dates: Sequence[Dated] | None = None
) -> tuple[Figure, ...]:
    """The figures of ``document``, those of the first language first.

    ``dates`` as :func:`~wasit.press.dates.find_dates` finds them, if they are at hand. A report
    that is not about talks has no figures that matter to them.
    """
    if not about_talks(document):
        return ()
    dated = find_dates(document) if dates is None else dates
    found = {language: list(_amounts(document, language, dated)) for language in document.languages}
    out = _left_out(found, alignment)
    groups: dict[tuple[str, str], list[Amount]] = {}
    for language in reversed(document.languages):
        for one in found[language]:
            if one.counts and (language, one.paragraph, one.value) not in out:
                key = _key(one, groups, alignment)
                groups.setdefault(key, []).append(one)
    return tuple(_figure(key, group, document) for key, group in groups.items())


def _amounts(document: Document, language: Language, dates: Sequence[Dated]) -> Iterator[Amount]:
    taken = [one.spans[0] for one in dates if one.spans[0].language == language]
    at, sums = 0, Sums()
    for paragraph, sentence in document.sentences(language):
        while at < len(taken) and taken[at].end <= sentence.span.start:
            at += 1
        here = at
        while here < len(taken) and taken[here].start < sentence.span.end:
            here += 1
        yield from amounts(sentence, paragraph.index, taken[at:here], sums)


def _left_out(
    found: dict[Language, list[Amount]], alignment: Alignment
) -> set[tuple[Language, int, str]]:
    """Numbers that are no figure by one version, and so in the other either."""
    partners: dict[tuple[Language, int], list[tuple[Language, int]]] = {}
    for ours, theirs in alignment.paragraphs:
        partners.setdefault(("ar", ours), []).append(("en", theirs))
        partners.setdefault(("en", theirs), []).append(("ar", ours))
    return {
        (*partner, one.value)
        for language, listed in found.items()
        for one in listed
        if not one.counts
        for partner in partners.get((language, one.paragraph), ())
    }


def _key(
    one: Amount, groups: dict[tuple[str, str], list[Amount]], alignment: Alignment
) -> tuple[str, str]:
    """Value and unit; the unit is that of the same number across, if it has no other there."""
    if (one.value, one.unit) in groups:
        return one.value, one.unit
    together = set(alignment.paragraphs)
    for key, group in groups.items():
        if key[0] == one.value and _alike(one, group[0]):
            for other in group:
                if (one.paragraph, other.paragraph) in together and _is_across(one, group):
                    return key
    return one.value, one.unit


def _alike(one: Amount, other: Amount) -> bool:
    """Whether two units may be two words for one: homes and houses, or one that is not listed."""
    things = not is_measure(one.unit) and not is_measure(other.unit)
    return not one.listed or not other.listed or (things and "people" not in (one.unit, other.unit))


def _is_across(one: Amount, group: Sequence[Amount]) -> bool:
    """Whether a figure has nothing yet in the language of ``one``."""
    return all(other.span.language != one.span.language for other in group)


def _figure(key: tuple[str, str], group: Sequence[Amount], document: Document) -> Figure:
    spans: dict[Language, Span] = {}
    for one in group:
        spans.setdefault(one.span.language, one.span)
    confidence = _BOTH if len(spans) > 1 else _ONE if group[0].listed else _UNLISTED
    return Figure(
        spans=tuple(spans[language] for language in sorted(spans)),
        confidence=confidence,
        value=key[0],
        unit=key[1],
        of=group[0].of,
    )
