"""The date of a report by its own words: a dateline, or a line that says when it was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wasit.language.tokens import Token
from wasit.press.dates import arabic, english
from wasit.press.dates.scene import Read, Scene
from wasit.press.document import Document, Paragraph

_LINES = 4
"""Lines from the top that are looked at, in each language."""
_WORDS = 14
"""Words from the beginning of a line by which a dateline is over."""
_SHORT = 14
"""Words of a line that holds little but a date."""
_MARKS = frozenset({"—", "–", "-", "ـ", ":", ")", "(", "|", "/", ".", "،", ","})


def dated(document: Document) -> Document:
    """``document`` with the date in its dateline, where it came with none.

    Only a full date counts, with its year: one without is never guessed.
    """
    if document.published is not None:
        return document
    found = [
        when
        for language in document.languages
        for paragraph in document.parts[language][:_LINES]
        if (when := _dateline(paragraph)) is not None
    ]
    return replace(document, published=found[0]) if found else document


def _dateline(paragraph: Paragraph) -> date | None:
    # Four sentences are more than a dateline has, however its marks are read.
    tokens = [token for sentence in paragraph.sentences[:4] for token in sentence.tokens]
    scene = Scene(tokens[: _WORDS + 8], paragraph.language, None)
    read = arabic.read if paragraph.language == "ar" else english.read
    for n in range(min(_WORDS, len(scene.tokens))):
        for one in read(scene, n):
            if one.when.doubt == "none" and one.when.first == one.when.last:
                return one.when.first if _is_line(tokens, one) else None
    return None


def _is_line(tokens: list[Token], one: Read) -> bool:
    """Whether the line is a dateline up to the date, or is short: no sentence runs through it."""
    if len(tokens) <= _SHORT:
        return True
    after = tokens[one.behind : one.behind + 5]
    return any(token.text in _MARKS for token in after) and one.first <= 8
