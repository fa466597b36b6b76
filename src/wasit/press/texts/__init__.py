"""Documents on the table: plans, drafts, papers, and what became of them."""

from __future__ import annotations

from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.reading import Alignment, Text
from wasit.press.talks import about_talks
from wasit.press.texts.mentions import mentions
from wasit.press.texts.merging import merged, together

__all__ = ["find_texts"]


def find_texts(document: Document, alignment: Alignment, names: Names) -> tuple[Text, ...]:
    """The texts of ``document``: one for each document and what became of it.

    Points of disagreement are no text. A text that both languages name is one; ``name`` has the
    exact words of each. A report that is not about talks has none.
    """
    if not about_talks(document):
        return ()
    found = {language: merged(mentions(document, language)) for language in document.languages}
    return together(document, alignment, names, found.get("ar", []), found.get("en", []))
