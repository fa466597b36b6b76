"""A report read by the rules, for tests of one kind of find."""

from __future__ import annotations

from wasit.language.spans import Language
from wasit.press.align import align
from wasit.press.document import SourceText, document_of
from wasit.press.known import Known
from wasit.press.names import Names, find_names
from wasit.press.reading import Statement
from wasit.press.statements import find_statements


def names_of(text: str, known: Known | None = None) -> Names:
    """Who is named in ``text``."""
    document = document_of(SourceText(text))
    return find_names(document, align(document), known or Known())


def people_of(text: str) -> list[dict[Language, str]]:
    """The people named in ``text``: their names by language."""
    return [{**person.names} for person in names_of(text).people]


def statements_of(text: str) -> tuple[Statement, ...]:
    """What is said in ``text``."""
    document = document_of(SourceText(text))
    alignment = align(document)
    return find_statements(document, alignment, find_names(document, alignment, Known()))


def said(text: str) -> list[tuple[str, str]]:
    """What is said in ``text``, in one language: speaker and words."""
    found = []
    for one in statements_of(text):
        ((language, span),) = one.words.items()
        found.append((one.speaker[language], span.of(text)))
    return found
