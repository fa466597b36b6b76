"""A reading on a terminal: the languages, where they differ, then all that was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wasit.entries.errors import visible
from wasit.language.spans import Span
from wasit.locale import translations
from wasit.press.finds import Find, finds_of
from wasit.press.reading import Difference, Reading

N_ = str
"""Marks a message for the catalogue."""

HEADS = {
    "P": N_("People"),
    "B": N_("Countries and bodies"),
    "M": N_("Meetings"),
    "T": N_("Texts on the table"),
    "S": N_("Statements"),
    "N": N_("Positions"),
    "F": N_("Figures"),
    "D": N_("Dates"),
}
"""By the letter of the find."""


def summary(reading: Reading, language: str) -> Iterator[str]:
    """The report line by line, no table, Arabic words on lines of their own."""
    source = reading.document.source
    published = reading.document.published
    facts = (source.outlet, source.title, published and published.isoformat())
    yield visible(source.name or "")
    yield from (f"  {visible(fact)}" for fact in facts if fact)
    yield from alignment_lines(reading, language)
    finds = list(finds_of(reading))
    for letter, head in HEADS.items():
        found = [one for one in finds if one.sort.letter == letter]
        if found:
            yield ""
            yield f"{translations(language).gettext(head)} ({len(found)})"
            for one in found:
                yield from _find(one, reading.document.text)


def alignment_lines(reading: Reading, language: str) -> Iterator[str]:
    """Which languages there are, how they align, and where they differ."""
    gettext = translations(language).gettext
    parts = reading.document.parts
    counts = {code: len(part) for code, part in parts.items()}
    if "ar" in counts:
        yield gettext("Arabic: {n} paragraphs").format(n=counts["ar"])
    if "en" in counts:
        yield gettext("English: {n} paragraphs").format(n=counts["en"])
    if len(counts) > 1:
        pairs = reading.alignment.paragraphs
        aligned = {a for a, _ in pairs}, {e for _, e in pairs}
        yield gettext(
            "{arabic} of {n} Arabic paragraphs stand beside {english} English ones"
        ).format(arabic=len(aligned[0]), n=counts["ar"], english=len(aligned[1]))
        yield gettext("Where the versions differ: {n}").format(n=len(reading.differences))
        for one in reading.differences:
            yield from _difference(one, reading.document.text)


def _difference(one: Difference, text: str) -> Iterator[str]:
    yield f"  {one.sort}  {one.confidence:.2f}"
    yield from words_lines(one.spans, text, "    ")


def _find(find: Find, text: str) -> Iterator[str]:
    yield f"  {find.mark}  {visible(find.said)}  {find.item.confidence:.2f}"
    if find.sort.letter != "P":
        yield from words_lines(find.item.spans, text, "      ")


def words_lines(spans: Iterable[Span], text: str, indent: str) -> Iterator[str]:
    """The words of spans, each on a line of its own, at most two of a language."""
    seen: dict[str, int] = {}
    for span in spans:
        seen[span.language] = seen.get(span.language, 0) + 1
        if seen[span.language] <= 2:
            opening, closing = ("«", "»") if span.language == "ar" else ("“", "”")
            yield f"{indent}{opening}{visible(span.of(text))}{closing}"
